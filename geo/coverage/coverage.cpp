#include "geo/coverage/coverage.h"
