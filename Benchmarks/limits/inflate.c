// The least that reading a workbook costs: its largest part is decompressed, and nothing else is done.
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

int main(int count, char **arguments) {
  static unsigned char input[1 << 16], output[1 << 16];
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  z_stream stream = {0};
  if (file == NULL || inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 1;
  size_t total = 0;
  int result = Z_OK;
  while (result == Z_OK) {
    if (stream.avail_in == 0) {
      stream.next_in = input;
      stream.avail_in = (unsigned)fread(input, 1, sizeof input, file);
    }
    stream.next_out = output;
    stream.avail_out = sizeof output;
    result = inflate(&stream, Z_NO_FLUSH);
    total += sizeof output - stream.avail_out;
  }
  fclose(file);
  printf("%zu\n", total);
  return result == Z_STREAM_END ? 0 : 1;
}
