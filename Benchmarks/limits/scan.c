// The least that reading a table of text costs: the file comes into memory, every byte is looked
// at once, and the ends of cells and rows are counted.
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
  FILE *file = count > 2 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) return 1;
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  unsigned char *bytes = malloc(size + 1);
  if (bytes == NULL || fread(bytes, 1, size, file) != size) return 1;
  fclose(file);
  size_t ends = 0;
  for (size_t i = 0; i < size; i++) ends += bytes[i] == arguments[2][0] || bytes[i] == '\n';
  printf("%zu\n", ends);
  return 0;
}
