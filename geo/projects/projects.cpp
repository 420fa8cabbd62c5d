#include "geo/projects/projects.h"
