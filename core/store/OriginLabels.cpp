// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/OriginLabels.h"

#include "core/base/Word.h"

#include <array>

namespace hareloom {

namespace {

constexpr std::array<Word<Origin>, 3> kOrigins = {
    {{Origin::Real, "real"}, {Origin::Fresh, "fresh"}, {Origin::Synthetic, "synthetic"}}};

} // namespace

RowLabels originLabels(std::span<const OriginRun> origins)
{
    RowLabels labels{{"origin", "generatedBy", "previous"}, {}};
    for (const OriginRun& run : origins)
        labels.runs.push_back({run.rows,
                               {std::string(wordOf(kOrigins, run.origin)),
                                run.generatedBy < 0 ? std::string() : std::to_string(run.generatedBy),
                                run.fromPrevious ? "yes" : "no"}});
    return labels;
}

} // namespace hareloom
