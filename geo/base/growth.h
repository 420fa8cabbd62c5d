#pragma once
// How long lists grow: by half, since doubling would leave half of a long list empty.

#include <algorithm>
#include <cstddef>

namespace malimap {

/// Room for some more.
template <class List>
void reserve_more(List& list, std::size_t more) {
  if (list.capacity() - list.size() < more)
    list.reserve(std::max(list.size() + more, list.size() + list.size() / 2 + 8));
}

/// Room for one more.
template <class List>
void reserve_one_more(List& list) {
  reserve_more(list, 1);
}

/// What `from` holds behind what `to` holds, and nothing is left in `from`: of two long lists no
/// more than one is there twice.
template <class List>
void append_and_free(List& to, List& from) {
  if (to.empty()) {
    to = std::move(from);
  } else {
    reserve_more(to, from.size());
    to.insert(to.end(), from.begin(), from.end());
  }
  List().swap(from);
}

}  // namespace malimap
