// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/GifPalette.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr std::size_t kKept = 48;      // colours that may stay exactly as they are
constexpr double kLeastShare = 0.0005; // of all pixels, for that
constexpr int kRounds = 3;             // of k-means
constexpr std::uint32_t kColour = 0x00ffffff;

std::array<float, 3> partsOf(std::uint32_t rgb)
{
    return {float(rgb >> 16 & 255), float(rgb >> 8 & 255), float(rgb & 255)};
}

std::uint32_t packed(const std::array<float, 3>& rgb)
{
    std::uint32_t colour = 0;
    for (const float part : rgb)
        colour = colour << 8 | static_cast<std::uint32_t>(std::clamp(std::lround(part), 0L, 255L));
    return colour;
}

/// Green weighs most for the eye, blue least (Rec. 601's luma, roughly).
float distance(const std::array<float, 3>& a, const std::array<float, 3>& b)
{
    const float red = a[0] - b[0], green = a[1] - b[1], blue = a[2] - b[2];
    return 2 * red * red + 4 * green * green + blue * blue;
}

struct Box
{
    std::size_t first, last; // of the colours, [first, last)
    int axis = 0;
    double spread = 0; // along the axis, weighted
};

} // namespace

void GifPalette::learn(const FilmPixels& sample)
{
    for (int y = 0; y < sample.height; ++y) {
        const std::uint32_t* row = sample.row(y);
        for (int x = 0; x < sample.width;) {
            int end = x + 1;
            while (end < sample.width && row[end] == row[x])
                ++end;
            m_counts[row[x] & kColour] += static_cast<std::uint32_t>(end - x);
            x = end;
        }
    }
}

/// Moves the most frequent colours into the palette as they are; returns the others.
std::vector<GifPalette::Counted> GifPalette::keepFrequent()
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all(m_counts.begin(), m_counts.end());
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    double pixels = 0;
    for (const auto& [rgb, count] : all)
        pixels += count;
    const std::size_t kept = all.size() <= kMost ? all.size() : kKept;
    std::size_t next = 0;
    while (next < kept && (all.size() <= kMost || all[next].second > kLeastShare * pixels))
        m_colours.push_back(all[next++].first);
    std::vector<Counted> rest;
    // The root: a thin line's few pixels count beside a ground of a million.
    for (; next < all.size(); ++next)
        rest.push_back({partsOf(all[next].first), std::sqrt(float(all[next].second))});
    return rest;
}

void GifPalette::cut(std::vector<Counted> rest)
{
    const auto measured = [&rest](std::size_t first, std::size_t last) {
        Box box{first, last};
        for (int axis = 0; axis < 3; ++axis) {
            const auto part = static_cast<std::size_t>(axis);
            double sum = 0, squares = 0, weight = 0;
            for (std::size_t i = first; i < last; ++i) {
                const double value = rest[i].rgb[part];
                sum += rest[i].weight * value;
                squares += rest[i].weight * value * value;
                weight += rest[i].weight;
            }
            const double spread = (axis == 1 ? 4 : axis == 0 ? 2 : 1) * (squares - sum * sum / weight);
            if (spread > box.spread) {
                box.spread = spread;
                box.axis = axis;
            }
        }
        return box;
    };
    std::vector<Box> boxes{measured(0, rest.size())};
    while (boxes.size() < kMost - m_colours.size()) {
        const auto widest = std::max_element(boxes.begin(), boxes.end(),
                                             [](const Box& a, const Box& b) { return a.spread < b.spread; });
        if (widest->last - widest->first < 2 || widest->spread <= 0)
            break;
        const Box box = *widest;
        const auto part = static_cast<std::size_t>(box.axis);
        const auto begin = rest.begin() + static_cast<std::ptrdiff_t>(box.first),
                   end = rest.begin() + static_cast<std::ptrdiff_t>(box.last);
        std::sort(begin, end,
                  [part](const Counted& a, const Counted& b) { return a.rgb[part] < b.rgb[part]; });
        const double whole = std::accumulate(
            begin, end, 0.0, [](double sum, const Counted& each) { return sum + each.weight; });
        std::size_t middle = box.first;
        for (double sum = 0; middle < box.last && sum < whole / 2; ++middle)
            sum += rest[middle].weight;
        middle = std::clamp(middle, box.first + 1, box.last - 1);
        *widest = measured(box.first, middle);
        boxes.push_back(measured(middle, box.last));
    }
    for (const Box& box : boxes) {
        std::array<float, 3> sum{};
        float weight = 0;
        for (std::size_t i = box.first; i < box.last; ++i) {
            for (std::size_t part = 0; part < 3; ++part)
                sum[part] += rest[i].weight * rest[i].rgb[part];
            weight += rest[i].weight;
        }
        for (float& part : sum)
            part /= weight;
        m_colours.push_back(packed(sum));
    }
}

/// Each colour but the `fixed` first moves to the middle of what is nearest to it.
void GifPalette::refine(const std::vector<Counted>& all, std::size_t fixed)
{
    std::vector<std::array<float, 4>> sums(m_colours.size(), std::array<float, 4>{});
    for (const Counted& each : all) {
        auto& sum = sums[nearest(packed(each.rgb))];
        for (std::size_t part = 0; part < 3; ++part)
            sum[part] += each.weight * each.rgb[part];
        sum[3] += each.weight;
    }
    for (std::size_t i = fixed; i < m_colours.size(); ++i)
        if (sums[i][3] > 0)
            m_colours[i] =
                packed({sums[i][0] / sums[i][3], sums[i][1] / sums[i][3], sums[i][2] / sums[i][3]});
}

void GifPalette::settle()
{
    m_colours.clear();
    std::vector<Counted> rest = keepFrequent();
    const std::size_t fixed = m_colours.size();
    if (!rest.empty()) {
        cut(rest);
        for (int round = 0; round < kRounds; ++round)
            refine(rest, fixed);
    }
    m_counts.clear();
    m_known.clear();
}

std::uint8_t GifPalette::nearest(std::uint32_t rgb) const
{
    const std::array<float, 3> wanted = partsOf(rgb);
    float least = std::numeric_limits<float>::max();
    std::size_t best = 0;
    for (std::size_t i = 0; i < m_colours.size(); ++i)
        if (const float away = distance(wanted, partsOf(m_colours[i])); away < least) {
            least = away;
            best = i;
        }
    return static_cast<std::uint8_t>(best);
}

std::uint8_t GifPalette::indexOf(std::uint32_t pixel)
{
    const std::uint32_t rgb = pixel & kColour;
    if (rgb == m_last)
        return m_lastIndex;
    const auto [at, isNew] = m_known.try_emplace(rgb, 0);
    if (isNew)
        at->second = nearest(rgb);
    m_last = rgb;
    return m_lastIndex = at->second;
}

} // namespace hareloom::ui
