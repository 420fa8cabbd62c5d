// The XML of a workbook's sheet, of any bytes, in a workbook that is otherwise sound: in the form
// of ODS where it speaks of "office:", else of XLSX.

#include "geo/boundaries/read.h"
#include "tests/fuzz/list_invariants.h"
#include "tests/fuzz/stored_zip.h"

namespace {

constexpr std::string_view kBook =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
    R"(<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr std::string_view kRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/)"
    R"(relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)";
constexpr std::string_view kStyles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>)"
    R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>)";
constexpr std::string_view kStrings =
    R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
    R"(<si><t>Mopti</t></si><si><t>Gao</t></si></sst>)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace malimap;
  static const fuzz::TemporaryFile xlsx(".xlsx"), ods(".ods");
  const std::string_view sheet(reinterpret_cast<const char*>(data), size);
  const bool open_document = sheet.find("office:") != std::string_view::npos;
  const std::string zip =
      open_document
          ? fuzz::stored_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                              {"content.xml", sheet}})
          : fuzz::stored_zip({{"xl/workbook.xml", kBook},
                              {"xl/_rels/workbook.xml.rels", kRelations},
                              {"xl/styles.xml", kStyles},
                              {"xl/sharedStrings.xml", kStrings},
                              {"xl/worksheets/sheet1.xml", sheet}});
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(zip.data());
  fuzz::check_list((open_document ? ods : xlsx).holding({bytes, zip.size()}));
  return 0;
}
