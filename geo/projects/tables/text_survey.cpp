// One look over all records of a text: where its rows are, and what is odd about them.

#include <algorithm>

#include "geo/base/parallel.h"
#include "geo/projects/tables/cells.h"
#include "geo/projects/tables/records.h"
#include "geo/projects/tables/text_rows.h"

namespace malimap {
namespace {

constexpr std::size_t kSmallestPart = std::size_t{1} << 20;  // a thread is not worth less
constexpr std::int64_t kRecordsBetweenLooks = 8192;
constexpr std::size_t kLetGo = std::size_t{4} << 20;

/// What one thread finds, its rows counted from 0 and its records from 1.
struct Found {
  TextSurvey survey;
  TextRows::Part part;
};

class Surveyor {
 public:
  Surveyor(std::string_view text, const RowGrammar& grammar, std::size_t named)
      : text_(text), grammar_(grammar), named_(named), row_(grammar.width) {
    found_.survey.used.assign(grammar.width, false);
  }

  /// Reads the records from `begin` until one begins at `stop` or behind it.
  Found read(std::size_t begin, std::size_t stop, const std::function<bool()>& cancelled,
             const TextRows::Release& release) {
    KeptCells unescaped;
    Records records(text_, grammar_.separator, unescaped, begin);
    std::size_t held = begin;
    while (records.position() < stop) {
      const TextRows::Mark mark{records.position(), static_cast<std::uint32_t>(records.count()),
                                static_cast<std::uint32_t>(unescaped.cells.size())};
      if (!records.next(record_))
        break;
      found_.survey.longest = std::max(found_.survey.longest, records.position() - mark.at);
      if (records.count() % kRecordsBetweenLooks == 0 && cancelled())
        break;
      if (release && mark.at - held > kLetGo) {
        release(text_.substr(held, mark.at - held));
        held = mark.at;
      }
      add(mark, records.count());
    }
    found_.part.begin = begin;
    found_.part.end = records.position();
    found_.part.records = records.count();
    found_.part.unescaped = std::move(unescaped.cells);
    found_.survey.unclosed = records.unclosed();
    return std::move(found_);
  }

 private:
  void add(const TextRows::Mark& mark, std::int64_t number) {
    if (!tidy(record_, grammar_.width, row_))
      return;
    if (is_header(row_, grammar_.headers)) {
      found_.survey.first_header =
          found_.survey.headers++ == 0 ? number : found_.survey.first_header;
      return;
    }
    if (static_cast<std::size_t>(found_.part.rows) % TextRows::kBlock == 0)
      found_.part.marks.push_back(mark);
    look_at_cells(static_cast<std::size_t>(found_.part.rows++));
  }

  void look_at_cells(std::size_t row) {
    bool unnamed = false;
    const std::size_t given = std::min(record_.size(), grammar_.width);
    for (std::size_t i = 0; i < given; ++i) {
      if (!row_[i].empty()) {
        found_.survey.used[i] = true;
        if (i >= named_ && !unnamed) {
          found_.survey.unnamed.push_back({row, static_cast<int>(i), row_[i]});
          unnamed = true;
        }
      } else if (const auto marker = trimmed(record_[i]); !marker.empty()) {
        found_.survey.used[i] = true;
        found_.survey.markers.push_back({row, static_cast<int>(i), marker});
      }
    }
    for (std::size_t i = grammar_.width; i < record_.size(); ++i)
      if (const auto cell = trimmed(record_[i]); !cell.empty()) {
        found_.survey.beyond.push_back({row, static_cast<int>(i), cell});
        return;
      }
  }

  std::string_view text_;
  const RowGrammar& grammar_;
  std::size_t named_;
  Found found_;
  std::vector<std::string_view> record_, row_;
};

/// Where a record probably begins: behind the next line break. Wrong inside a quoted cell, which
/// survey_rows() notices.
std::size_t next_line(std::string_view text, std::size_t from) {
  const auto found = text.find('\n', from);
  return found == std::string_view::npos ? text.size() : found + 1;
}

void append(std::vector<TextSurvey::Cell>& to, const std::vector<TextSurvey::Cell>& from,
            std::size_t rows) {
  for (auto cell : from) {
    cell.row += rows;
    to.push_back(cell);
  }
}

TextSurvey joined(std::vector<Found> found, std::size_t width, std::int64_t records_above) {
  TextSurvey all;
  all.used.assign(width, false);
  std::size_t rows = 0;
  std::int64_t records = records_above;
  for (auto& [survey, part] : found) {
    append(all.markers, survey.markers, rows);
    append(all.unnamed, survey.unnamed, rows);
    append(all.beyond, survey.beyond, rows);
    for (std::size_t i = 0; i < width; ++i)
      all.used[i] = all.used[i] || survey.used[i];
    if (survey.headers > 0 && all.headers == 0)
      all.first_header = records + survey.first_header;
    all.headers += survey.headers;
    all.unclosed = survey.unclosed > 0 ? records + survey.unclosed : all.unclosed;
    all.longest = std::max(all.longest, survey.longest);
    rows += static_cast<std::size_t>(part.rows);
    records += part.records;
    all.parts.push_back(std::move(part));
  }
  return all;
}

}  // namespace

TextSurvey survey_rows(std::string_view text, const RowGrammar& grammar, std::size_t named,
                       std::int64_t records_above, const std::function<bool()>& cancelled,
                       const TextRows::Release& release) {
  const std::size_t count = std::clamp<std::size_t>(text.size() / kSmallestPart, 1, worker_count());
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 1; i < count; ++i)
    starts.push_back(std::max(starts.back(), next_line(text, text.size() / count * i)));
  starts.push_back(text.size());
  std::vector<Found> found(count);
  const auto read = [&](std::size_t part, std::size_t begin) {
    found[part] = Surveyor(text, grammar, named).read(begin, starts[part + 1], cancelled, release);
  };
  in_parallel(count, [&](std::size_t i) { read(i, starts[i]); });
  // A part that began inside a quoted cell is read again from where the one before it ended.
  for (std::size_t i = 1; i < count; ++i)
    if (found[i - 1].part.end != found[i].part.begin)
      read(i, found[i - 1].part.end);
  return joined(std::move(found), grammar.width, records_above);
}

}  // namespace malimap
