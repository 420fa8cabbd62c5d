#include "app/session/action.h"
