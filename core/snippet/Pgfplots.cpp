// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/snippet/Languages.h"
#include "core/snippet/Quoting.h"

#include <algorithm>
#include <array>

namespace hareloom {

namespace {

// TeX's own memory holds a few thousand points a picture.
constexpr std::size_t kMostPoints = 1500;
constexpr std::array kColours = {"blue", "red", "teal", "orange", "violet", "brown", "cyan!60!black", "gray"};

std::string point(int generation, double value)
{
    return "(" + std::to_string(generation) + "," + shortNumber(value) + ") ";
}

/// A line every few points, as an editor can show them.
std::string coordinates(const std::vector<std::string>& points)
{
    constexpr std::size_t kInALine = 5;
    std::string text = " coordinates {";
    for (std::size_t i = 0; i < points.size(); ++i)
        text += (i % kInALine == 0 ? "\n  " : "") + points[i];
    return text + "\n}";
}

/// The lower end from left to right, the upper one back.
std::string bandOf(const SnippetLine& line, const std::vector<std::size_t>& places, const std::string& colour)
{
    std::vector<std::string> points;
    for (const std::size_t i : places)
        points.push_back(point(line.generations[i], line.low[i]));
    for (auto i = places.rbegin(); i != places.rend(); ++i)
        points.push_back(point(line.generations[*i], line.high[*i]));
    return "\\addplot[draw=none, fill=" + colour + ", fill opacity=0.2, forget plot]" + coordinates(points) +
           " -- cycle;\n";
}

/// `namesTheory`: whether the legend says what the dashed line is; once is enough.
std::string plotOf(const SnippetLine& line, const std::string& colour, std::size_t most, bool namesTheory)
{
    const auto places = evenly(line.generations.size(), most);
    std::string text = "% " + commentText(line.title);
    if (places.size() < line.generations.size())
        text += ": " + std::to_string(places.size()) + " of " + std::to_string(line.generations.size()) +
                " generations, evenly apart";
    text += "\n";
    if (line.chains > 1)
        text += bandOf(line, places, colour);
    std::vector<std::string> points;
    for (const std::size_t i : places)
        points.push_back(point(line.generations[i], line.median[i]));
    text += "\\addplot[" + colour + ", thick]" + coordinates(points) + ";\n\\addlegendentry{" +
            latexText(line.title) + "}\n";
    if (line.theory.empty())
        return text;
    points.clear();
    for (std::size_t i = 0; i < line.theory.size(); ++i)
        points.push_back(point(line.theoryGenerations[i], line.theory[i]));
    text += "\\addplot[" + colour + (namesTheory ? ", dashed]" : ", dashed, forget plot]") +
            coordinates(points) + ";\n";
    return namesTheory ? text + "\\addlegendentry{theory (" + latexText(line.statistic) + ")}\n" : text;
}

} // namespace

std::string pgfplotsSnippet(const Session& session, const SnippetChart& chart)
{
    std::string plots;
    std::size_t drawn = 0;
    bool namesTheory = true;
    for (const SnippetLine& line : chart.lines) {
        const std::size_t most = std::max<std::size_t>(2, kMostPoints / chart.lines.size() / 3);
        if (line.generations.empty())
            continue;
        plots += plotOf(line, kColours[drawn++ % kColours.size()], most, namesTheory);
        namesTheory = namesTheory && line.theory.empty();
    }
    return filled(snippetTemplate("chart_tex"), {{"WHAT", subjectOf(session, chart)},
                                                 {"VERSION", HARELOOM_VERSION},
                                                 {"AXIS", latexText(chart.title)},
                                                 {"MODE", chart.isLog ? "ymode=log," : ""},
                                                 {"PLOTS", plots}});
}

} // namespace hareloom
