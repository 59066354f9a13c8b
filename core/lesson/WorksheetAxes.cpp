// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/WorksheetAxes.h"

#include "core/base/Text.h"
#include "core/text/Markup.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

namespace hareloom {
namespace {

constexpr double kWidth = 640, kHeight = 310, kLeft = 70, kRight = 20, kTop = 30, kBottom = 50;
constexpr const char *kInk = "#333", *kGrid = "#ccc", *kKey = "#b03a2e";

std::string at(double value)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

std::string line(double x1, double y1, double x2, double y2, const std::string& colour)
{
    return "<line x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) + "\" y2=\"" + at(y2) +
           "\" stroke=\"" + colour + "\"/>\n";
}

std::string words(double x, double y, const std::string& anchor, const std::string& text)
{
    return "<text x=\"" + at(x) + "\" y=\"" + at(y) + "\" text-anchor=\"" + anchor + "\">" + xmlText(text) +
           "</text>\n";
}

std::string begin(double height, const std::string& label)
{
    return "<svg viewBox=\"0 0 " + at(kWidth) + " " + at(height) + "\" role=\"img\" aria-label=\"" +
           xmlText(label) + "\" font-family=\"sans-serif\" font-size=\"13\" fill=\"" + kInk + "\">\n";
}

double across(double generation, double first, double last)
{
    return kLeft + (kWidth - kLeft - kRight) * (generation - first) / std::max(1.0, last - first);
}

/// In [0, 1] from the bottom.
double share(const Question& question, double value)
{
    const double low = question.least, high = question.most;
    const double at = question.isLogarithmic ? std::log(std::max(value, low) / low) / std::log(high / low)
                                             : (value - low) / (high - low);
    return std::clamp(at, 0.0, 1.0);
}

double up(double share)
{
    return kHeight - kBottom - (kHeight - kBottom - kTop) * share;
}

std::vector<double> ticks(const Question& question)
{
    constexpr int kSteps = 4;
    std::vector<double> values;
    for (int i = 0; i <= kSteps; ++i) {
        const double share = static_cast<double>(i) / kSteps;
        values.push_back(question.isLogarithmic
                             ? question.least * std::pow(question.most / question.least, share)
                             : question.least + (question.most - question.least) * share);
    }
    return values;
}

std::string rounded(double value)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%.3g", value);
    return text.data();
}

} // namespace

std::string axesSvg(const Question& question, const std::string& title, std::span<const double> outcome,
                    const std::string& name)
{
    const auto first = static_cast<double>(question.generations.front());
    const auto last = static_cast<double>(question.generations.back());
    std::string svg = begin(kHeight, title + " / " + name);
    for (const double tick : ticks(question)) {
        svg += line(kLeft, up(share(question, tick)), kWidth - kRight, up(share(question, tick)), kGrid);
        svg += words(kLeft - 8, up(share(question, tick)) + 4, "end", rounded(tick));
    }
    for (const std::int64_t generation : question.generations) {
        const double x = across(static_cast<double>(generation), first, last);
        svg += line(x, up(0), x, up(1), kGrid);
        svg += words(x, kHeight - kBottom + 18, "middle", std::to_string(generation));
    }
    svg += line(kLeft, up(0), kWidth - kRight, up(0), kInk) + line(kLeft, up(0), kLeft, up(1), kInk);
    svg += words((kLeft + kWidth - kRight) / 2, kHeight - 8, "middle", name);
    svg += words(kLeft, 14, "start", title);
    std::string points;
    for (std::size_t i = 0; i < outcome.size(); ++i)
        points += (i > 0 ? " " : "") + at(across(static_cast<double>(question.generations[i]), first, last)) +
                  "," + at(up(share(question, outcome[i])));
    if (!points.empty())
        svg += "<polyline points=\"" + points + "\" fill=\"none\" stroke=\"" + kKey +
               "\" stroke-width=\"2.5\"/>\n";
    return svg + "</svg>\n";
}

std::string generationsSvg(std::int64_t last, double outcome, const std::string& name)
{
    constexpr double kLow = 90;
    constexpr int kSteps = 10;
    std::string svg = begin(kLow, name);
    svg += line(kLeft, 40, kWidth - kRight, 40, kInk);
    for (int i = 0; i <= kSteps; ++i) {
        const auto generation = std::round(static_cast<double>(last) * i / kSteps);
        const double x = across(generation, 0, static_cast<double>(last));
        svg += line(x, 34, x, 46, kInk) + words(x, 62, "middle", rounded(generation));
    }
    svg += words((kLeft + kWidth - kRight) / 2, 84, "middle", name);
    if (outcome >= 0 && outcome <= static_cast<double>(last)) {
        const double x = across(outcome, 0, static_cast<double>(last));
        svg += line(x, 6, x, 46, kKey) + words(x + 5, 16, "start", rounded(outcome));
    }
    return svg + "</svg>\n";
}

} // namespace hareloom
