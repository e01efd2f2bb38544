#ifndef FORMCONVERT_CLIBXML2_SHIM_H
#define FORMCONVERT_CLIBXML2_SHIM_H

// Where libxml2 is built with ICU, its headers would bring in ICU's, which clash with Foundation's
// own copy; nothing here uses the one structure that depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stddef.h>
#include <string.h>

// A push parser that reports start and end tags only, never touches the network or a file, takes
// every byte as UTF-8 whatever the document declares, and says nothing on standard error.
static inline htmlParserCtxtPtr formconvert_html_create(
    void *user, startElementSAXFunc start, endElementSAXFunc end) {
  htmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElement = start;
  sax.endElement = end;
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(&sax, user, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (parser == NULL) return NULL;
  htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                  HTML_PARSE_IGNORE_ENC);
  parser->options |= XML_PARSE_HUGE;
  return parser;
}

// The number of bytes the parser has consumed.
static inline size_t formconvert_html_offset(htmlParserCtxtPtr parser) {
  if (parser->input == NULL) return 0;
  return parser->input->consumed + (size_t)(parser->input->cur - parser->input->base);
}

// The number of elements that are open.
static inline int formconvert_html_depth(htmlParserCtxtPtr parser) { return parser->nameNr; }

// Whether the parser has stopped by itself, as it does after </html>.
static inline int formconvert_html_stopped(htmlParserCtxtPtr parser) {
  return parser->instate == XML_PARSER_EOF;
}

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

// The line the parser is in.
static inline int formconvert_xml_line(xmlParserCtxtPtr parser) {
  return parser->input == NULL ? 0 : parser->input->line;
}

#endif
