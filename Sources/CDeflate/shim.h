#ifndef FORMCONVERT_CDEFLATE_SHIM_H
#define FORMCONVERT_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
