// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/snippet/Languages.h"
#include "core/snippet/Quoting.h"

namespace hareloom {

std::string rSnippet(const Session& session, const SnippetChart& chart)
{
    std::vector<std::string> variants, generations, values;
    for (std::size_t v = 0; v < chart.lines.size(); ++v)
        for (std::size_t i = 0; i < chart.lines[v].theory.size(); ++i) {
            variants.push_back(std::to_string(v));
            generations.push_back(std::to_string(chart.lines[v].theoryGenerations[i]));
            values.push_back(shortNumber(chart.lines[v].theory[i]));
        }
    return filled(snippetTemplate("chart_R"), {{"WHAT", subjectOf(session, chart)},
                                               {"VERSION", HARELOOM_VERSION},
                                               {"SESSION", rQuoted(session.path())},
                                               {"METRIC", rQuoted(chart.metric)},
                                               {"AXIS", rQuoted(chart.title)},
                                               {"LOG", chart.isLog ? "TRUE" : "FALSE"},
                                               {"THEORY_VARIANT", joined(variants)},
                                               {"THEORY_GENERATION", joined(generations)},
                                               {"THEORY_VALUE", joined(values)}});
}

} // namespace hareloom
