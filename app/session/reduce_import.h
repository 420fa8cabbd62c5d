#pragma once
// The part of reduce() that is about how lists are read: answers, columns, counting, addresses.

#include "app/session/action.h"

namespace malimap {

/// Carries out the action where it is one of these; leaves the scene alone.
void reduce_import(State& state, const Action& action);

/// What a mapping calls the column: its header, or its number ("#8") where it has none or shares
/// it.
[[nodiscard]] std::string name_in_mapping(const ListPreview& preview, std::size_t column);

/// What is remembered for the headers of the dialog's list once it is accepted: what is known of
/// them with what the dialog says on top.
[[nodiscard]] Mapping mapping_to_keep(const State& state);

}  // namespace malimap
