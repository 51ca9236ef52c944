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
#if defined(__has_embed) && __has_embed("res/plan.json")
static const unsigned char plan[] = {
#embed "res/plan.json"
};
#define PLAN_LENGTH sizeof plan
#else
static const unsigned char plan[] = {0};
#define PLAN_LENGTH 0
#endif
static const unsigned char file0[] = {
#embed "../MidbackPages/Public/icon.svg"
};
static const unsigned char file1[] = {
#embed "../MidbackPages/Public/maskable.svg"
};
static const unsigned char file2[] = {
#embed "../MidbackPages/Public/midback.css"
};
static const unsigned char file3[] = {
#embed "../MidbackPages/Public/midback.js"
};
static const unsigned char file4[] = {
#embed "../MidbackPages/Public/offline.js"
};
static const unsigned char file5[] = {
#embed "../MidbackPages/Public/plan.css"
};
static const unsigned char file6[] = {
#embed "../MidbackPages/Public/session-machine.js"
};
static const unsigned char file7[] = {
#embed "../MidbackPages/Public/session.css"
};
static const unsigned char file8[] = {
#embed "../MidbackPages/Public/session.js"
};
static const unsigned char file9[] = {
#embed "../MidbackPages/Public/survey.js"
};
static const unsigned char file10[] = {
#embed "../MidbackPages/Public/sw.js"
};
static const unsigned char file11[] = {
#embed "../MidbackPages/Templates/about.mustache"
};
static const unsigned char file12[] = {
#embed "../MidbackPages/Templates/calendar.mustache"
};
static const unsigned char file13[] = {
#embed "../MidbackPages/Templates/causes.mustache"
};
static const unsigned char file14[] = {
#embed "../MidbackPages/Templates/check-in.mustache"
};
static const unsigned char file15[] = {
#embed "../MidbackPages/Templates/deletion.mustache"
};
static const unsigned char file16[] = {
#embed "../MidbackPages/Templates/drawing.mustache"
};
static const unsigned char file17[] = {
#embed "../MidbackPages/Templates/errors.mustache"
};
static const unsigned char file18[] = {
#embed "../MidbackPages/Templates/exercises.mustache"
};
static const unsigned char file19[] = {
#embed "../MidbackPages/Templates/export.mustache"
};
static const unsigned char file20[] = {
#embed "../MidbackPages/Templates/flare.mustache"
};
static const unsigned char file21[] = {
#embed "../MidbackPages/Templates/follow-up.mustache"
};
static const unsigned char file22[] = {
#embed "../MidbackPages/Templates/home.mustache"
};
static const unsigned char file23[] = {
#embed "../MidbackPages/Templates/icons.mustache"
};
static const unsigned char file24[] = {
#embed "../MidbackPages/Templates/layout.mustache"
};
static const unsigned char file25[] = {
#embed "../MidbackPages/Templates/plan-icons.mustache"
};
static const unsigned char file26[] = {
#embed "../MidbackPages/Templates/plan-parts.mustache"
};
static const unsigned char file27[] = {
#embed "../MidbackPages/Templates/plan-print.mustache"
};
static const unsigned char file28[] = {
#embed "../MidbackPages/Templates/plan.mustache"
};
static const unsigned char file29[] = {
#embed "../MidbackPages/Templates/progress.mustache"
};
static const unsigned char file30[] = {
#embed "../MidbackPages/Templates/result.mustache"
};
static const unsigned char file31[] = {
#embed "../MidbackPages/Templates/review.mustache"
};
static const unsigned char file32[] = {
#embed "../MidbackPages/Templates/rules.mustache"
};
static const unsigned char file33[] = {
#embed "../MidbackPages/Templates/saving.mustache"
};
static const unsigned char file34[] = {
#embed "../MidbackPages/Templates/session.mustache"
};
static const unsigned char file35[] = {
#embed "../MidbackPages/Templates/signs.mustache"
};
static const unsigned char file36[] = {
#embed "../MidbackPages/Templates/stop.mustache"
};
static const unsigned char file37[] = {
#embed "../MidbackPages/Templates/survey.mustache"
};
static const unsigned char file38[] = {
#embed "../MidbackPages/Templates/what-if.mustache"
};

static const MidbackResource resources[] = {
    {"pack.json", pack, PACK_LENGTH},
    {"plan.json", plan, PLAN_LENGTH},
    {"Public/icon.svg", file0, sizeof file0},
    {"Public/maskable.svg", file1, sizeof file1},
    {"Public/midback.css", file2, sizeof file2},
    {"Public/midback.js", file3, sizeof file3},
    {"Public/offline.js", file4, sizeof file4},
    {"Public/plan.css", file5, sizeof file5},
    {"Public/session-machine.js", file6, sizeof file6},
    {"Public/session.css", file7, sizeof file7},
    {"Public/session.js", file8, sizeof file8},
    {"Public/survey.js", file9, sizeof file9},
    {"Public/sw.js", file10, sizeof file10},
    {"Templates/about.mustache", file11, sizeof file11},
    {"Templates/calendar.mustache", file12, sizeof file12},
    {"Templates/causes.mustache", file13, sizeof file13},
    {"Templates/check-in.mustache", file14, sizeof file14},
    {"Templates/deletion.mustache", file15, sizeof file15},
    {"Templates/drawing.mustache", file16, sizeof file16},
    {"Templates/errors.mustache", file17, sizeof file17},
    {"Templates/exercises.mustache", file18, sizeof file18},
    {"Templates/export.mustache", file19, sizeof file19},
    {"Templates/flare.mustache", file20, sizeof file20},
    {"Templates/follow-up.mustache", file21, sizeof file21},
    {"Templates/home.mustache", file22, sizeof file22},
    {"Templates/icons.mustache", file23, sizeof file23},
    {"Templates/layout.mustache", file24, sizeof file24},
    {"Templates/plan-icons.mustache", file25, sizeof file25},
    {"Templates/plan-parts.mustache", file26, sizeof file26},
    {"Templates/plan-print.mustache", file27, sizeof file27},
    {"Templates/plan.mustache", file28, sizeof file28},
    {"Templates/progress.mustache", file29, sizeof file29},
    {"Templates/result.mustache", file30, sizeof file30},
    {"Templates/review.mustache", file31, sizeof file31},
    {"Templates/rules.mustache", file32, sizeof file32},
    {"Templates/saving.mustache", file33, sizeof file33},
    {"Templates/session.mustache", file34, sizeof file34},
    {"Templates/signs.mustache", file35, sizeof file35},
    {"Templates/stop.mustache", file36, sizeof file36},
    {"Templates/survey.mustache", file37, sizeof file37},
    {"Templates/what-if.mustache", file38, sizeof file38},
};

unsigned long midback_resource_count(void) { return sizeof resources / sizeof resources[0]; }

MidbackResource midback_resource(unsigned long index) { return resources[index]; }
