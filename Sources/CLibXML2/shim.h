#ifndef FORMCONVERT_CLIBXML2_SHIM_H
#define FORMCONVERT_CLIBXML2_SHIM_H

// Where libxml2 is built with ICU, its headers would bring in ICU's, which clash with Foundation's
// own copy; nothing here uses the one structure that depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <stddef.h>
#include <string.h>

// A push parser for XML that reports elements and text and the beginning of a document type
// declaration, which the caller refuses: nothing is declared, loaded or said on standard error.
static inline xmlParserCtxtPtr formconvert_xml_create(
    void *user, startElementNsSAX2Func start, endElementNsSAX2Func end, charactersSAXFunc text,
    internalSubsetSAXFunc declaration) {
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start;
  sax.endElementNs = end;
  sax.characters = text;
  sax.ignorableWhitespace = text;
  sax.cdataBlock = text;
  sax.internalSubset = declaration;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&sax, user, NULL, 0, NULL);
  if (parser == NULL) return NULL;
  xmlCtxtUseOptions(parser, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
  return parser;
}

// Says nothing.
static void formconvert_xml_ignore(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

// Parses further bytes; the last ones where `last` is not 0.
//
// What libxml2 finds wrong with the encoding of a piece it prints itself, whatever the options are.
// Its function for that belongs to the thread, so it is put back for whoever else uses the library.
static inline int formconvert_xml_parse(
    xmlParserCtxtPtr parser, const char *bytes, int count, int last) {
  xmlGenericErrorFunc print = xmlGenericError;
  void *context = xmlGenericErrorContext;
  xmlSetGenericErrorFunc(NULL, formconvert_xml_ignore);
  int code = xmlParseChunk(parser, bytes, count, last);
  xmlSetGenericErrorFunc(context, print);
  return code;
}

// How many bytes of a tag wait for its end; 0 where what waits is no tag.
static inline size_t formconvert_xml_open_tag(xmlParserCtxtPtr parser) {
  xmlParserInputPtr input = parser->input;
  if (input == NULL || input->end - input->cur < 2 || input->cur[0] != '<') return 0;
  return input->cur[1] == '!' || input->cur[1] == '?' ? 0 : (size_t)(input->end - input->cur);
}

// The number of namespaces that are declared where the parser is; later versions of the library count
// pairs of prefix and name, this one both.
static inline int formconvert_xml_namespaces(xmlParserCtxtPtr parser) {
  return LIBXML_VERSION < 21200 ? parser->nsNr / 2 : parser->nsNr;
}

// The line the parser is in.
static inline int formconvert_xml_line(xmlParserCtxtPtr parser) {
  return parser->input == NULL ? 0 : parser->input->line;
}

#endif
