// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/snippet/Languages.h"
#include "core/snippet/Quoting.h"

namespace hareloom {

namespace {

template<class Numbers>
std::string listOf(const Numbers& numbers)
{
    std::vector<std::string> words;
    for (const auto number : numbers)
        words.push_back(shortNumber(double(number)));
    return "[" + joined(words) + "]";
}

std::string theoryOf(const SnippetChart& chart)
{
    std::string text;
    for (std::size_t v = 0; v < chart.lines.size(); ++v)
        if (const SnippetLine& line = chart.lines[v]; !line.theory.empty())
            text += "\n    (" + std::to_string(v) + ", " + pythonQuoted(line.statistic) + ", " +
                    listOf(line.theoryGenerations) + ",\n     " + listOf(line.theory) + "),";
    return text.empty() ? text : text + "\n";
}

} // namespace

std::string pythonSnippet(const Session& session, const SnippetChart& chart)
{
    return filled(snippetTemplate("chart_py"), {{"WHAT", subjectOf(session, chart)},
                                                {"VERSION", HARELOOM_VERSION},
                                                {"SESSION", pythonQuoted(session.path())},
                                                {"METRIC", pythonQuoted(chart.metric)},
                                                {"AXIS", pythonQuoted(chart.title)},
                                                {"LOG", chart.isLog ? "True" : "False"},
                                                {"THEORY", theoryOf(chart)}});
}

} // namespace hareloom
