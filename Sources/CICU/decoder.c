#include "decoder.h"

#include <stdlib.h>
#include <unicode/ucnv.h>

enum { PIVOT_COUNT = 4096, LONGEST_CHARACTER = 8 };

struct formconvert_decoder {
  UConverter *from;
  UConverter *to;
  // What is decoded but not yet encoded again, between two calls.
  UChar pivot[PIVOT_COUNT];
  UChar *pivot_source;
  UChar *pivot_target;
};

formconvert_decoder *formconvert_decoder_open(const char *encoding) {
  formconvert_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) return NULL;
  UErrorCode error = U_ZERO_ERROR;
  decoder->from = ucnv_open(encoding, &error);
  decoder->to = ucnv_open("UTF-8", &error);
  // What cannot be decoded is reported, not replaced.
  ucnv_setToUCallBack(decoder->from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  decoder->pivot_source = decoder->pivot_target = decoder->pivot;
  if (U_SUCCESS(error)) return decoder;
  formconvert_decoder_close(decoder);
  return NULL;
}

void formconvert_decoder_close(formconvert_decoder *decoder) {
  ucnv_close(decoder->from);
  ucnv_close(decoder->to);
  free(decoder);
}

formconvert_decoder_result formconvert_decoder_convert(
    formconvert_decoder *decoder, const char **source, const char *source_end, char **target,
    const char *target_end) {
  UErrorCode error = U_ZERO_ERROR;
  ucnv_convertEx(
      decoder->to, decoder->from, target, target_end, source, source_end, decoder->pivot,
      &decoder->pivot_source, &decoder->pivot_target, decoder->pivot + PIVOT_COUNT, 0, 1, &error);
  if (U_SUCCESS(error)) return formconvert_decoder_done;
  if (error == U_BUFFER_OVERFLOW_ERROR) return formconvert_decoder_full;
  // The bytes at fault were read already.
  char invalid[LONGEST_CHARACTER];
  int8_t count = sizeof invalid;
  UErrorCode ignored = U_ZERO_ERROR;
  ucnv_getInvalidChars(decoder->from, invalid, &count, &ignored);
  if (U_SUCCESS(ignored)) *source -= count;
  return formconvert_decoder_invalid;
}
