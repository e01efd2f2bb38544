#ifndef FORMCONVERT_CLIBYAML_SHIM_H
#define FORMCONVERT_CLIBYAML_SHIM_H

#include <yaml.h>

#endif
