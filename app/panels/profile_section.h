#pragma once
// The parts of a profile: two headline figures, measures beside the neighbours and the country,
// figures by the values of a dimension.

#include <string>
#include <vector>

#include "app/panels/panels.h"

namespace malimap::profile_section {

/// Projects and budget, large, with their ranks where there is a profile. `zone`: the code, "" for
/// the whole country.
void headlines(const PanelContext& ctx, Actions& actions, const std::string& zone,
               const Figures& figures, const Profile* profile);

/// Each measure with a bar for the unit and marks for neighbours and country.
void comparison(const PanelContext& ctx, Actions& actions, const std::string& zone,
                const Profile& profile);

/// A line a value: name, projects, budget, and a bar of its projects (of its budget where those are
/// not known). Nothing for less than `least` lines.
void lines(const PanelContext& ctx, Actions& actions, const std::string& heading,
           const std::string& zone, Dimension dimension, const std::vector<ProfileLine>& lines,
           std::size_t least = 1);

/// A line of the same table for what is apart from the zones.
void line(const PanelContext& ctx, Actions& actions, const std::string& id, const std::string& name,
          const Figures& figures, const FigureRef& ref, double part);

/// "3e sur 9"; "" without a rank.
[[nodiscard]] std::string rank_text(const PanelContext& ctx, int rank, int of);

}  // namespace malimap::profile_section
