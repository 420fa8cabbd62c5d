#include "geo/projects/tables/embedded_table.h"

#include "geo/base/embedded.h"
#include "geo/projects/tables/records.h"

namespace malimap {

Table embedded_table(const std::string& path) {
  Table table;
  table.file = path;
  table.header_row = 1;
  const auto unescaped = std::make_shared<KeptCells>();
  table.memory.push_back(unescaped);
  Records records(asset(path).value_or(std::string_view{}), ',', *unescaped);
  std::vector<std::string_view> record;
  if (!records.next(record))
    return table;
  table.columns.assign(record.begin(), record.end());
  table.width = record.size();
  table.numeric.assign(table.width, false);
  std::vector<std::string_view> row(table.width);
  while (records.next(record)) {
    if (!tidy(record, table.width, row))
      continue;
    table.cells.insert(table.cells.end(), row.begin(), row.end());
    table.numbers.push_back(records.count());
  }
  return table;
}

}  // namespace malimap
