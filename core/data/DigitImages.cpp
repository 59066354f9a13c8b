// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DigitImages.h"

#include "core/base/EmbeddedText.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace hareloom {
namespace {

constexpr int kSide = 8, kClasses = 10, kFullInk = 16;

std::string_view digitTable()
{
    const auto tables = embeddedTables();
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [](const EmbeddedText& table) { return table.id == "digits"; });
    if (found == tables.end())
        throw std::logic_error("the table of digits is not in the program");
    return found->text;
}

/// Takes the whole number at the front of `text`, and the comma or the line's end behind it.
int takeNumber(std::string_view& text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc())
        throw std::logic_error("the table of digits is damaged");
    text.remove_prefix(std::min(text.size(), static_cast<std::size_t>(end - text.data()) + 1));
    return value;
}

} // namespace

ImageSetPtr digitImages()
{
    auto images = std::make_shared<ImageSet>();
    images->width = images->height = kSide;
    for (std::string_view text = digitTable(); !text.empty();) {
        for (int pixel = 0; pixel < kSide * kSide; ++pixel)
            images->pixels.push_back(
                static_cast<std::uint8_t>((takeNumber(text) * 255 + kFullInk / 2) / kFullInk));
        images->labels.push_back(static_cast<std::uint8_t>(takeNumber(text)));
    }
    for (int digit = 0; digit < kClasses; ++digit) {
        images->classNames.push_back(std::to_string(digit));
        images->classNumbers.push_back(digit);
    }
    return images;
}

} // namespace hareloom
