// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lesson/TerminalStage.h"

#include "core/base/Quantile.h"
#include "core/base/Text.h"
#include "core/base/Utf8.h"
#include "core/metrics/Catalogue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace hareloom::cli {
namespace {

constexpr int kColumns = 60, kRows = 14;
constexpr std::array kBlocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::string_view kShades = " .:-=+*#%@";

std::string repeated(std::string_view piece, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += piece;
    return text;
}

std::string number(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3g", value);
    return text.data();
}

/// Columns that a text takes in a terminal, near enough: one for each character.
std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string bars(const Categorical& states, const std::vector<std::string>& names)
{
    constexpr int kMost = 12;
    std::size_t width = 0;
    for (const std::string& name : names)
        width = std::max(width, widthOf(name));
    width = std::max<std::size_t>(width, 4);
    const int shown = std::min(kMost, states.states());
    const double greatest = std::max(1e-300, states.probabilities.maxCoeff());
    std::string text;
    for (int k = 0; k < shown; ++k) {
        const double p = states.probabilities[k];
        const std::string name =
            static_cast<std::size_t>(k) < names.size() ? names[static_cast<std::size_t>(k)] : std::to_string(k + 1);
        text += "  " + name + std::string(width - std::min(width, widthOf(name)) + 1, ' ');
        text += p > 0 ? repeated("█", std::max(1, static_cast<int>(std::round(40 * p / greatest)))) + " " +
                            number(100 * p) + "%\n"
                      : "gone\n";
    }
    const auto left = (states.probabilities.array() > 0).count();
    if (shown < states.states())
        text += "  and " + std::to_string(states.states() - shown) + " more. Of all " +
                std::to_string(states.states()) + ", " + std::to_string(left) + " are left.\n";
    return text;
}

/// The plane that generation 0 takes up: rows of cells from the top, columns from the left.
Matrix cellsOf(const MeanCovariance& moments, int rows)
{
    constexpr double kSpread = 3.2; // standard deviations on either side
    const int dimension = static_cast<int>(moments.mean.size());
    Matrix cells(rows * kColumns, dimension);
    const auto place = [&moments](int variable, double share) {
        const double spread = kSpread * std::sqrt(moments.covariance(variable, variable));
        return moments.mean[variable] - spread + 2 * spread * share;
    };
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < kColumns; ++c) {
            cells(r * kColumns + c, 0) = place(0, (c + 0.5) / kColumns);
            if (dimension > 1)
                cells(r * kColumns + c, 1) = place(1, 1 - (r + 0.5) / rows);
        }
    return cells;
}

std::string cloud(const Snapshot& model, const Snapshot& first)
{
    const Matrix cells = cellsOf(*first.moments(), kRows);
    const Vector now = model.logDensity(cells)->array().exp(), before = first.logDensity(cells)->array().exp();
    const double full = std::max(1e-300, before.maxCoeff());
    std::string text;
    for (int r = 0; r < kRows; ++r) {
        text += "  |";
        for (int c = 0; c < kColumns; ++c) {
            const double share = std::sqrt(std::clamp(now[r * kColumns + c] / full, 0.0, 1.0));
            text += kShades[static_cast<std::size_t>(std::lround(share * static_cast<double>(kShades.size() - 1)))];
        }
        text += "|\n";
    }
    return text;
}

std::string curve(const Snapshot& model, const Snapshot& first)
{
    const Matrix cells = cellsOf(*first.moments(), 1);
    const Vector now = model.logDensity(cells)->array().exp(), before = first.logDensity(cells)->array().exp();
    const double full = std::max(1e-300, before.maxCoeff());
    constexpr int kHigh = 8;
    std::string text;
    for (int r = kHigh - 1; r >= 0; --r) {
        text += "  |";
        for (int c = 0; c < kColumns; ++c) {
            const double height = std::min(1.0, now[c] / full) * kHigh - r;
            const int step = static_cast<int>(std::floor(height * 8));
            text += step <= 0 ? " " : kBlocks[static_cast<std::size_t>(std::min(step, 8) - 1)];
        }
        text += "|\n";
    }
    return text;
}

std::string page(const WrittenTexts& texts)
{
    const auto& passages = texts.answers.empty() ? texts.passages : texts.answers;
    if (passages.empty())
        return {};
    const std::string prompt = texts.answers.empty() ? std::string() : texts.prompts.front() + " ...";
    return (prompt.empty() ? "" : wrapped("Asked to go on from: " + prompt) + "\n") +
           wrapped(shortened(passages.front(), 600)) + "\n";
}

} // namespace

std::string wrapped(std::string_view text, std::size_t columns)
{
    std::string all;
    for (const TextBlock& block : blocksOf(text)) {
        std::string words;
        for (const TextSpan& span : block.spans)
            words += span.words;
        const std::string indent = block.isEntry ? "  " : "";
        std::string line = block.isEntry ? "- " : "";
        const bool isFirst = all.empty();
        all += isFirst || block.isEntry ? "" : "\n";
        std::size_t at = 0;
        while (at < words.size()) {
            const std::size_t end = std::min(words.find(' ', at), words.size());
            const std::string word = words.substr(at, end - at);
            at = end + 1;
            if (widthOf(line) + widthOf(word) + 1 > columns && !trimmed(line).empty()) {
                all += line + "\n";
                line = indent;
            }
            line += (line.empty() || line.ends_with(' ') ? "" : " ") + word;
        }
        all += line + "\n";
    }
    return all;
}

std::string drawn(const Generation& generation, const Generation& first, const std::vector<std::string>& stateNames)
{
    const Snapshot& model = *generation.snapshot;
    if (const Categorical* states = model.categorical())
        return bars(*states, stateNames);
    if (const WrittenTexts* texts = model.texts())
        return page(*texts);
    const auto moments = first.snapshot->moments();
    if (!moments || moments->mean.size() > 2 || !model.logDensity(cellsOf(*moments, 1)))
        return {};
    return moments->mean.size() == 1 ? curve(model, *first.snapshot) : cloud(model, *first.snapshot);
}

std::string courses(const RunRecord& record, const std::string& metric, std::int64_t upTo)
{
    constexpr std::int64_t kSteps = 40;
    const MetricInfo* info = findMetric(metric);
    std::string text;
    for (int variant = 0; variant < record.variants(); ++variant) {
        std::vector<double> values;
        const std::int64_t steps = std::min(kSteps, upTo + 1);
        for (std::int64_t i = 0; i < steps; ++i) {
            const auto g = static_cast<std::size_t>(steps > 1 ? std::llround(static_cast<double>(i * upTo) /
                                                                              static_cast<double>(steps - 1))
                                                              : upTo);
            std::vector<double> over;
            for (int chain = 0; chain < record.chains(); ++chain)
                if (const auto& series = record.series(variant, chain, metric);
                    g < series.size() && std::isfinite(series[g]))
                    over.push_back(series[g]);
            std::sort(over.begin(), over.end());
            if (!over.empty())
                values.push_back(over[over.size() / 2]);
        }
        if (values.empty())
            continue;
        const double most = *std::max_element(values.begin(), values.end());
        const double least = std::min(0.0, *std::min_element(values.begin(), values.end()));
        text += "  " + std::string(info ? info->title : metric);
        text += record.titles()[static_cast<std::size_t>(variant)].empty()
                    ? ""
                    : ", " + record.titles()[static_cast<std::size_t>(variant)];
        text += "\n    ";
        for (const double value : values) {
            const double share = most > least ? (value - least) / (most - least) : 0;
            text += kBlocks[static_cast<std::size_t>(std::lround(share * 7))];
        }
        text += "  " + number(values.front()) + (values.size() > 1 ? " to " + number(values.back()) : "") + "\n";
    }
    return text;
}

} // namespace hareloom::cli
