#include "geo/output/page.h"
