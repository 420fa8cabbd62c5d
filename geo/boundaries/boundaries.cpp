#include "geo/boundaries/boundaries.h"
