// Written by Scripts/embed-resources. Do not edit.
#include "CMidbackResources.h"

#if defined(__has_embed) && __has_embed("res/pack.json")
static const unsigned char pack[] = {
#embed "res/pack.json"
};
#define PACK_LENGTH sizeof pack
#else
static const unsigned char pack[] = {0};
#define PACK_LENGTH 0
#endif
static const unsigned char file0[] = {
#embed "../MidbackPages/Public/icon.svg"
};
static const unsigned char file1[] = {
#embed "../MidbackPages/Public/midback.css"
};
static const unsigned char file2[] = {
#embed "../MidbackPages/Public/midback.js"
};
static const unsigned char file3[] = {
#embed "../MidbackPages/Public/survey.js"
};
static const unsigned char file4[] = {
#embed "../MidbackPages/Templates/about.mustache"
};
static const unsigned char file5[] = {
#embed "../MidbackPages/Templates/causes.mustache"
};
static const unsigned char file6[] = {
#embed "../MidbackPages/Templates/deletion.mustache"
};
static const unsigned char file7[] = {
#embed "../MidbackPages/Templates/drawing.mustache"
};
static const unsigned char file8[] = {
#embed "../MidbackPages/Templates/errors.mustache"
};
static const unsigned char file9[] = {
#embed "../MidbackPages/Templates/home.mustache"
};
static const unsigned char file10[] = {
#embed "../MidbackPages/Templates/icons.mustache"
};
static const unsigned char file11[] = {
#embed "../MidbackPages/Templates/layout.mustache"
};
static const unsigned char file12[] = {
#embed "../MidbackPages/Templates/result.mustache"
};
static const unsigned char file13[] = {
#embed "../MidbackPages/Templates/review.mustache"
};
static const unsigned char file14[] = {
#embed "../MidbackPages/Templates/rules.mustache"
};
static const unsigned char file15[] = {
#embed "../MidbackPages/Templates/saving.mustache"
};
static const unsigned char file16[] = {
#embed "../MidbackPages/Templates/stop.mustache"
};
static const unsigned char file17[] = {
#embed "../MidbackPages/Templates/survey.mustache"
};

static const MidbackResource resources[] = {
    {"pack.json", pack, PACK_LENGTH},
    {"Public/icon.svg", file0, sizeof file0},
    {"Public/midback.css", file1, sizeof file1},
    {"Public/midback.js", file2, sizeof file2},
    {"Public/survey.js", file3, sizeof file3},
    {"Templates/about.mustache", file4, sizeof file4},
    {"Templates/causes.mustache", file5, sizeof file5},
    {"Templates/deletion.mustache", file6, sizeof file6},
    {"Templates/drawing.mustache", file7, sizeof file7},
    {"Templates/errors.mustache", file8, sizeof file8},
    {"Templates/home.mustache", file9, sizeof file9},
    {"Templates/icons.mustache", file10, sizeof file10},
    {"Templates/layout.mustache", file11, sizeof file11},
    {"Templates/result.mustache", file12, sizeof file12},
    {"Templates/review.mustache", file13, sizeof file13},
    {"Templates/rules.mustache", file14, sizeof file14},
    {"Templates/saving.mustache", file15, sizeof file15},
    {"Templates/stop.mustache", file16, sizeof file16},
    {"Templates/survey.mustache", file17, sizeof file17},
};

unsigned long midback_resource_count(void) { return sizeof resources / sizeof resources[0]; }

MidbackResource midback_resource(unsigned long index) { return resources[index]; }
