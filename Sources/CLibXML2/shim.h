#ifndef FORMCONVERT_CLIBXML2_SHIM_H
#define FORMCONVERT_CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>

#endif
