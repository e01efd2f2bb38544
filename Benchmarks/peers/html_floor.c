// The least that reading HTML through libxml2 costs: its push parser, with handlers that do
// nothing, over the bytes of a file in pieces of 64 KiB.
#include <libxml/HTMLparser.h>
#include <stdio.h>

static void startElement(void *user, const xmlChar *name, const xmlChar **attributes) {}
static void endElement(void *user, const xmlChar *name) {}
static void text(void *user, const xmlChar *bytes, int count) {}

int main(int count, char **arguments) {
  static char piece[1 << 16];
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) return 1;
  xmlSAXHandler handler = {0};
  handler.startElement = startElement;
  handler.endElement = endElement;
  handler.characters = text;
  handler.ignorableWhitespace = text;
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (parser == NULL) return 1;
  htmlCtxtUseOptions(parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  size_t size;
  while ((size = fread(piece, 1, sizeof piece, file)) > 0) {
    htmlParseChunk(parser, piece, (int)size, 0);
  }
  htmlParseChunk(parser, NULL, 0, 1);
  htmlFreeParserCtxt(parser);
  fclose(file);
  return 0;
}
