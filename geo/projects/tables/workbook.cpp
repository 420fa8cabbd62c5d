#include "geo/projects/tables/workbook.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

#include "geo/base/date.h"

namespace malimap {
namespace {

constexpr int kDigits = 15;                // that a double holds for sure
constexpr double kLastSerial = 2'958'466;  // 1 January 10000

std::string time_text(std::int64_t seconds) {
  std::string text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0)
    text += fmt::format(":{:02}", seconds % 60);
  return text;
}

bool is_ods(const ZipFile& zip) {
  return zip.find("content.xml") != nullptr && zip.find("word/document.xml") == nullptr;
}

bool is_xlsx(const ZipFile& zip) {
  return zip.find("xl/workbook.xml") != nullptr;
}

bool is_xlsb(const ZipFile& zip) {
  return zip.find("xl/workbook.bin") != nullptr;
}

}  // namespace

bool is_workbook(const ZipFile& zip) {
  return is_xlsx(zip) || is_xlsb(zip) || is_ods(zip);
}

Result<std::unique_ptr<Workbook>> open_workbook(ZipFile zip) {
  if (is_xlsx(zip))
    return open_xlsx(std::move(zip));
  if (is_xlsb(zip))
    return failure({N_("binary workbooks (.xlsb) are not read"), {}}, {zip.path(), {}, {}, {}},
                   {N_("save it as .xlsx"), {}});
  return open_ods(std::move(zip));
}

std::string plain_number(double value) {
  if (!std::isfinite(value))
    return {};
  const double size = std::abs(value);
  if (size >= 1e15)
    return fmt::format("{:.0f}", value);
  const int before = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
  std::string text = fmt::format("{:.{}f}", value, std::max(kDigits - before, 0));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
      text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string date_of_serial(double serial, bool from_1904) {
  if (!(serial >= 0) || serial >= kLastSerial)
    return {};
  auto days = static_cast<std::int64_t>(std::floor(serial));
  auto seconds = static_cast<std::int64_t>(std::llround((serial - std::floor(serial)) * 86'400));
  if (seconds == 86'400) {
    seconds = 0;
    ++days;
  }
  if (days == 0 && !from_1904)
    return {};
  using namespace std::chrono;
  // The first spreadsheet took 1900 for a leap year, and every one since does the same.
  const sys_days start = from_1904   ? sys_days{year{1904} / 1 / 1}
                         : days < 60 ? sys_days{year{1899} / 12 / 31}
                                     : sys_days{year{1899} / 12 / 30};
  std::string text = iso(Date{start + std::chrono::days{days}});
  return seconds == 0 ? text : text + " " + time_text(seconds);
}

std::string time_of_serial(double serial) {
  return time_text(std::llround((serial - std::floor(serial)) * 86'400) % 86'400);
}

}  // namespace malimap
