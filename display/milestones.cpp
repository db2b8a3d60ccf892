#include "display/milestones.h"
