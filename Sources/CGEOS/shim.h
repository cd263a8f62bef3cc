#pragma once
// Only the thread-safe (_r) functions of the C interface are visible.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
