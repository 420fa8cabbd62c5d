#include "geo/map/shapes.h"
