#ifndef FORMCONVERT_CICU_DECODER_H
#define FORMCONVERT_CICU_DECODER_H

// A conversion from one encoding to UTF-8 by ICU. Its own headers stay out of this one: they would
// clash with the copy of ICU that Foundation has.
typedef struct formconvert_decoder formconvert_decoder;

// Opens a conversion; NULL when ICU does not know the encoding, or there is no memory.
formconvert_decoder *formconvert_decoder_open(const char *encoding);

void formconvert_decoder_close(formconvert_decoder *decoder);

typedef enum {
  // Every byte was converted.
  formconvert_decoder_done,
  // There is no room for more; call again with the rest.
  formconvert_decoder_full,
  // The bytes at `source` begin no character.
  formconvert_decoder_invalid,
} formconvert_decoder_result;

// Converts the rest of an input, all of it at hand; `source` and `target` go on by what was read and
// written.
formconvert_decoder_result formconvert_decoder_convert(
    formconvert_decoder *decoder, const char **source, const char *source_end, char **target,
    const char *target_end);

#endif
