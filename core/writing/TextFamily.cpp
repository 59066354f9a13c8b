// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/TextFamily.h"

#include "core/data/SourceKinds.h"
#include "core/text/TextSet.h"

namespace hareloom {

Result<void> checkText(const Experiment& experiment)
{
    if (takes(experiment.source, "path") && experiment.source.path.empty())
        return invalidSetting("source.path",
                              "no text is named; give the path of a text file in UTF-8, or of a "
                              "folder of such files.");
    return {};
}

int textParts(std::string_view metric, const Source& source)
{
    constexpr int kFrequencyClasses = 8; // a corpus has fewer than 10^8 tokens of one kind
    return metric.starts_with("topicShare") ? static_cast<int>(source.text()->kindNames.size()) + 1
                                            : kFrequencyClasses;
}

} // namespace hareloom
