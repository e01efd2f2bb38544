#ifndef FORMCONVERT_CZLIB_SHIM_H
#define FORMCONVERT_CZLIB_SHIM_H

#include <stddef.h>
#include <string.h>
#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see. Negative window bits: no zlib header, as in
// a ZIP archive.
static inline int formconvert_inflate_begin(z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  return inflateInit2(stream, -MAX_WBITS);
}

#endif
