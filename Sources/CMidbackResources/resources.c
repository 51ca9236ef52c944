#include "include/CMidbackResources.h"
