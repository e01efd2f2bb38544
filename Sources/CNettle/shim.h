#ifndef FORMCONVERT_CNETTLE_SHIM_H
#define FORMCONVERT_CNETTLE_SHIM_H

#include <nettle/sha2.h>

#endif
