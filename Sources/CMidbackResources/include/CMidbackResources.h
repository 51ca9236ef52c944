#ifndef MIDBACK_RESOURCES_H
#define MIDBACK_RESOURCES_H

/// One embedded file. Names: `pack.json`, `Templates/<file>`, `Public/<file>`.
typedef struct {
    const char *name;
    const unsigned char *bytes;
    /// Length in bytes; 0 for a pack that was not compiled in.
    unsigned long length;
} MidbackResource;

unsigned long midback_resource_count(void);

/// The resource at an index below `midback_resource_count()`.
MidbackResource midback_resource(unsigned long index);

#endif
