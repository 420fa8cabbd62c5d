#include "geo/projects/tables/xml_stream.h"

#include <expat.h>

#include <memory>

namespace malimap {
namespace {

std::string_view local(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Parse {
  XML_Parser parser;
  XmlHandler& handler;
  bool entities = false;
};

Parse& of(void* user) {
  return *static_cast<Parse*>(user);
}

void XMLCALL on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
  of(user).handler.start(local(name), XmlAttributes(attributes));
}

void XMLCALL on_end(void* user, const XML_Char* name) {
  of(user).handler.end(local(name));
}

void XMLCALL on_text(void* user, const XML_Char* text, int length) {
  of(user).handler.text({text, static_cast<std::size_t>(length)});
}

// No office program writes entities; the known attacks ("a billion laughs") are made of them.
void XMLCALL on_entity(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                       const XML_Char*, const XML_Char*, const XML_Char*) {
  of(user).entities = true;
  XML_StopParser(of(user).parser, XML_FALSE);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local(pair[0]) == name)
      return pair[1];
  return {};
}

std::string_view XmlAttributes::exact(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (pair[0] == name)
      return pair[1];
  return {};
}

Status parse_xml(ZipFile& zip, const ZipEntry& entry, XmlHandler& handler, Progress* progress) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), &XML_ParserFree);
  const Place where{zip.path(), {}, {}, {}};
  if (!parser)
    return failure({N_("the file cannot be read"), {}}, where);
  Parse parse{parser.get(), handler};
  XML_SetUserData(parser.get(), &parse);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetEntityDeclHandler(parser.get(), on_entity);

  bool broken = false, cancelled = false;
  std::uint64_t done = 0;
  auto read = zip.read(entry, [&](std::string_view piece) {
    broken = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), 0) ==
             XML_STATUS_ERROR;
    done += piece.size();
    if (progress != nullptr) {
      progress->set(static_cast<double>(done) / static_cast<double>(entry.size));
      cancelled = progress->cancelled();
    }
    return !broken && !cancelled && !handler.enough();
  });
  if (!read)
    return read;
  if (cancelled)
    return failure({N_("reading was cancelled"), {}}, where);
  if (parse.entities)
    return failure({N_("the file declares XML entities, which no office program does; it is not "
                       "opened"),
                    {}},
                   where);
  if (!broken && !handler.enough())
    broken = XML_Parse(parser.get(), "", 0, 1) == XML_STATUS_ERROR;
  if (broken)
    return failure({N_("the file breaks off or is damaged: {0}"),
                    {XML_ErrorString(XML_GetErrorCode(parser.get()))}},
                   where, {N_("open it in a spreadsheet program and save it again"), {}});
  return {};
}

}  // namespace malimap
