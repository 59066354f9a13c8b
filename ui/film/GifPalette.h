// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmEncoder.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace hareloom::ui {

/// The colours that all frames of a GIF share. What fills much of the samples (grounds, inks) stays exactly
/// as it is; the rest is parted by median cuts along the widest axis (Heckbert, "Color image quantization for
/// frame buffer display", SIGGRAPH 1982) and then moved by k-means.
class GifPalette
{
public:
    /// One of the 256 is left for what does not change.
    static constexpr std::size_t kMost = 255;

    /// Counts a sample's colours.
    void learn(const FilmPixels& sample);
    /// Chooses the colours. At least one sample has been learnt.
    void settle();
    /// 0xRRGGBB, at most kMost.
    const std::vector<std::uint32_t>& colours() const { return m_colours; }
    /// The nearest colour's index. Needs settle().
    std::uint8_t indexOf(std::uint32_t pixel);

private:
    struct Counted
    {
        std::array<float, 3> rgb;
        float weight;
    };

    std::uint8_t nearest(std::uint32_t rgb) const;
    std::vector<Counted> keepFrequent();
    void cut(std::vector<Counted> rest);
    void refine(const std::vector<Counted>& all, std::size_t fixed);

    std::unordered_map<std::uint32_t, std::uint32_t> m_counts;
    std::vector<std::uint32_t> m_colours;
    std::unordered_map<std::uint32_t, std::uint8_t> m_known; // what was looked up before
    std::uint32_t m_last = 0xff000000;                       // no pixel is so without its upper byte
    std::uint8_t m_lastIndex = 0;
};

} // namespace hareloom::ui
