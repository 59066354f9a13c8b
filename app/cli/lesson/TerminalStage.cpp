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
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
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
        const std::string name = static_cast<std::size_t>(k) < names.size()
                                     ? names[static_cast<std::size_t>(k)]
                                     : std::to_string(k + 1);
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

/// Where a value lies between the ends of generation 0, in [0, 1) within them.
double placeOf(const MeanCovariance& first, int variable, double value)
{
    constexpr double kSpread = 3.2; // standard deviations on either side
    const double spread = kSpread * std::sqrt(first.covariance(variable, variable));
    return (value - first.mean[variable] + spread) / (2 * spread);
}

int cellOf(double place, int cells)
{
    return place >= 0 && place < 1 ? static_cast<int>(place * cells) : -1;
}

/// Rows that the model draws: a density between two cells would be seen nowhere.
Matrix rowsOf(const Generation& generation, const NormalMixture& mixture, std::int64_t count)
{
    const std::shared_ptr<const NormalMixture> shared(generation.snapshot, &mixture);
    const DatasetPtr rows = sampleOf(shared, count, generation.seed);
    Matrix values(rows->rows(), rows->dimension());
    rows->read(0, values);
    return values;
}

std::string outsideText(int outside, std::int64_t count)
{
    return outside == 0
               ? std::string()
               : "  (" + std::to_string(outside) + " of " + std::to_string(count) + " lie outside)\n";
}

std::string cloud(const Matrix& rows, const MeanCovariance& first)
{
    std::vector<int> counts(static_cast<std::size_t>(kRows * kColumns));
    int outside = 0;
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const int column = cellOf(placeOf(first, 0, rows(i, 0)), kColumns);
        const int row = cellOf(1 - placeOf(first, 1, rows(i, 1)), kRows);
        if (column < 0 || row < 0)
            ++outside;
        else
            ++counts[static_cast<std::size_t>(row * kColumns + column)];
    }
    std::string text;
    for (int r = 0; r < kRows; ++r) {
        text += "  |";
        for (int c = 0; c < kColumns; ++c) {
            const int count = counts[static_cast<std::size_t>(r * kColumns + c)];
            text += count == 0 ? ' ' : count == 1 ? '.' : count < 4 ? 'o' : count < 10 ? 'O' : '@';
        }
        text += "|\n";
    }
    return text + outsideText(outside, rows.rows());
}

std::string columns(const Matrix& rows, const MeanCovariance& first)
{
    constexpr int kHigh = 8;
    constexpr double kFull = 1.5; // of a normal's greatest column
    std::vector<double> counts(kColumns);
    int outside = 0;
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        if (const int column = cellOf(placeOf(first, 0, rows(i, 0)), kColumns); column < 0)
            ++outside;
        else
            ++counts[static_cast<std::size_t>(column)];
    const double most = kFull * static_cast<double>(rows.rows()) * 6.4 / kColumns * 0.4;
    std::string text;
    for (int r = kHigh - 1; r >= 0; --r) {
        text += "  |";
        for (const double count : counts) {
            const int step = static_cast<int>(std::lround((std::min(1.0, count / most) * kHigh - r) * 8));
            text += step <= 0 ? " " : kBlocks[static_cast<std::size_t>(std::min(step, 8) - 1)];
        }
        text += "|\n";
    }
    return text + outsideText(outside, rows.rows());
}

/// Lines of at most `columns`; those after the first begin with `indent`.
std::string inLines(std::string_view words, std::size_t columns, std::string line, const std::string& indent)
{
    std::string all;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find_first_of(" \n"), words.size());
        const std::string word(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
        if (widthOf(line) + widthOf(word) + 1 > columns && !trimmed(line).empty()) {
            all += line + "\n";
            line = indent;
        }
        line += (line.empty() || line.ends_with(' ') ? "" : " ") + word;
    }
    return all + line + "\n";
}

/// What the model wrote, as it stands: its marks are no Markdown.
std::string page(const WrittenTexts& texts)
{
    constexpr std::size_t kWidth = 78, kShown = 600;
    const auto& passages = texts.answers.empty() ? texts.passages : texts.answers;
    if (passages.empty())
        return {};
    std::string text = passages.front();
    std::replace(text.begin(), text.end(), '\n', ' ');
    const std::string asked =
        texts.answers.empty()
            ? std::string()
            : inLines("Asked to go on from: " + printable(texts.prompts.front()) + " ...", kWidth, "", "");
    return asked + inLines(shortened(text, kShown), kWidth, "", "");
}

/// Where each chain stands, while they are few.
std::string eachChain(const RunRecord& record, int variant, const std::string& metric,
                      std::int64_t generation)
{
    constexpr int kMost = 10;
    if (record.chains() < 2 || record.chains() > kMost)
        return {};
    std::string text = "    chain by chain:";
    for (int chain = 0; chain < record.chains(); ++chain)
        if (const auto& series = record.series(variant, chain, metric); generation < std::ssize(series))
            text += "  " + number(series[static_cast<std::size_t>(generation)]);
    return text + "\n";
}

} // namespace

std::string wrapped(std::string_view text, std::size_t columns)
{
    std::string all;
    for (const TextBlock& block : blocksOf(text)) {
        std::string words;
        for (const TextSpan& span : block.spans)
            words += span.words;
        all += all.empty() || block.isEntry ? "" : "\n";
        all += inLines(words, columns, block.isEntry ? "- " : "", block.isEntry ? "  " : "");
    }
    return all;
}

std::string drawn(const Generation& generation, const Generation& first,
                  const std::vector<std::string>& stateNames)
{
    const Snapshot& model = *generation.snapshot;
    if (const Categorical* states = model.categorical())
        return bars(*states, stateNames);
    if (const WrittenTexts* texts = model.texts())
        return page(*texts);
    const auto moments = first.snapshot->moments();
    const NormalMixture* mixture = model.normalMixture();
    if (!moments || !mixture || mixture->dimension() > 2)
        return {};
    constexpr std::int64_t kOfCurve = 2000, kOfCloud = 300;
    return mixture->dimension() == 1 ? columns(rowsOf(generation, *mixture, kOfCurve), *moments)
                                     : cloud(rowsOf(generation, *mixture, kOfCloud), *moments);
}

std::string courses(const RunRecord& record, const std::string& metric, std::int64_t upTo, bool isOverChains,
                    std::optional<std::int64_t> shown)
{
    constexpr std::int64_t kSteps = 40;
    const MetricInfo* info = findMetric(metric);
    std::string text;
    for (int variant = 0;
         variant < std::min<std::int64_t>(record.variants(), shown.value_or(record.variants())); ++variant) {
        std::vector<double> values;
        const std::int64_t steps = std::min(kSteps, upTo + 1);
        for (std::int64_t i = 0; i < steps; ++i) {
            const auto g = static_cast<std::size_t>(
                steps > 1 ? std::llround(static_cast<double>(i * upTo) / static_cast<double>(steps - 1))
                          : upTo);
            std::vector<double> over;
            const int chains = isOverChains ? record.chains() : 1;
            for (int chain = 0; chain < chains; ++chain)
                if (const auto& series = record.series(variant, chain, metric);
                    g < series.size() && std::isfinite(series[g]))
                    over.push_back(series[g]);
            std::sort(over.begin(), over.end());
            if (!over.empty())
                values.push_back(over[over.size() / 2]);
        }
        if (values.empty())
            continue;
        std::vector<double> heights = values;
        const bool isLog = info && info->preferLog && *std::min_element(values.begin(), values.end()) > 0;
        for (double& height : heights)
            height = isLog ? std::log(height) : height;
        const double most = *std::max_element(heights.begin(), heights.end());
        const double lowest = *std::min_element(heights.begin(), heights.end());
        const double least = isLog ? lowest : std::min(0.0, lowest);
        text += "  " + std::string(info ? info->title : metric);
        text += record.titles()[static_cast<std::size_t>(variant)].empty()
                    ? ""
                    : ", " + record.titles()[static_cast<std::size_t>(variant)];
        text += isOverChains && record.chains() > 1
                    ? ", median of " + std::to_string(record.chains()) + " chains"
                    : "";
        text += "\n    ";
        for (const double height : heights) {
            const double share = most > least ? (height - least) / (most - least) : 0;
            text += kBlocks[static_cast<std::size_t>(std::lround(share * 7))];
        }
        text +=
            "  " + number(values.front()) + (values.size() > 1 ? " to " + number(values.back()) : "") + "\n";
        text += isOverChains ? eachChain(record, variant, metric, upTo) : "";
    }
    return text;
}

} // namespace hareloom::cli
