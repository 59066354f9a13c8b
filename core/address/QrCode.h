// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A QR code (ISO/IEC 18004) of a text, as its modules: dark or light squares. Level M, which bears 15% of
/// damage.
struct QrCode
{
    int size = 0;           // modules on a side, without the quiet zone
    std::vector<bool> dark; // (size, size), row by row from the upper left

    bool isDark(int row, int column) const
    {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                    static_cast<std::size_t>(column)];
    }
};

/// Light modules that a reader wants on every side (section 6.3.8).
inline constexpr int kQuietModules = 4;

/// Errors: InvalidInput where the text is empty or longer than a code holds, 2,331 bytes.
Result<QrCode> qrCode(std::string_view text);

/// The code as an SVG of its own, quiet zone included, dark on white, `millimetres` wide. `text` stands in
/// its title as text. Errors: those of qrCode().
Result<std::string> qrSvg(std::string_view text, double millimetres = 40);

} // namespace hareloom
