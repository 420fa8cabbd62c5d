#include "geo/projects/tables/records.h"

namespace malimap {

std::size_t Records::cell_end(std::size_t from) const {
  const char* const text = text_.data();
  const std::size_t size = text_.size();
  while (from < size && text[from] != separator_ && text[from] != '\n' && text[from] != '\r')
    ++from;
  return from;
}

bool Records::next(std::vector<std::string_view>& cells) {
  if (at_ >= text_.size())
    return false;
  cells.clear();
  ++count_;
  do
    cells.push_back(cell());
  while (at_ < text_.size() && text_[at_] == separator_ && (++at_, true));
  if (at_ < text_.size() && text_[at_] == '\r')
    ++at_;
  if (at_ < text_.size() && text_[at_] == '\n')
    ++at_;
  return true;
}

std::string_view Records::cell() {
  std::size_t start = at_;
  while (start < text_.size() && text_[start] == ' ')
    ++start;
  if (start < text_.size() && text_[start] == '"') {
    at_ = start;
    return quoted_cell();
  }
  const std::size_t end = cell_end(start);
  at_ = end;
  return text_.substr(start, end - start);
}

std::string_view Records::quoted_cell() {
  const std::size_t start = ++at_;
  bool plain = true;  // no doubled quotes, nothing behind the closing one
  std::string out;
  std::size_t from = start;
  for (;;) {
    const auto quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      at_ = text_.size();
      unclosed_ = count_;
      if (plain)
        return text_.substr(start);
      unescaped_.push_back(out.append(text_.substr(from)));
      return unescaped_.back();
    }
    at_ = quote + 1;
    if (at_ < text_.size() && text_[at_] == '"') {
      plain = false;
      out.append(text_.substr(from, at_ - from));
      from = ++at_;
      continue;
    }
    const std::size_t end = cell_end(at_);
    if (plain && end == at_)
      return text_.substr(start, quote - start);
    out.append(text_.substr(from, quote - from));
    out.append(text_.substr(at_, end - at_));
    at_ = end;
    unescaped_.push_back(std::move(out));
    return unescaped_.back();
  }
}

}  // namespace malimap
