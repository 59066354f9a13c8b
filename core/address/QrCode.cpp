// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/QrCode.h"

#include "core/base/Text.h"
#include "core/text/Markup.h"

#include <qrencode.h>

#include <memory>

namespace hareloom {

namespace {

struct Free
{
    void operator()(QRcode* code) const { QRcode_free(code); }
};

/// One path for all dark modules: a rectangle for each run of them in a row, so that no seams show between
/// them.
std::string pathOf(const QrCode& code)
{
    std::string path;
    for (int row = 0; row < code.size; ++row)
        for (int column = 0; column < code.size; ++column) {
            int end = column;
            while (end < code.size && code.isDark(row, end))
                ++end;
            if (end == column)
                continue;
            path += 'M' + std::to_string(column + kQuietModules) + ' ' + std::to_string(row + kQuietModules) +
                    'h' + std::to_string(end - column) + "v1H" + std::to_string(column + kQuietModules) + 'z';
            column = end;
        }
    return path;
}

} // namespace

Result<QrCode> qrCode(std::string_view text)
{
    const std::unique_ptr<QRcode, Free> made(
        text.empty()
            ? nullptr
            : QRcode_encodeData(static_cast<int>(text.size()),
                                reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
    if (!made)
        return invalidInput("A QR code holds 1 to 2331 bytes; this text has " + std::to_string(text.size()) +
                            ".");
    QrCode code;
    code.size = made->width;
    const auto modules = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    for (std::size_t i = 0; i < modules; ++i)
        code.dark.push_back((made->data[i] & 1) != 0);
    return code;
}

Result<std::string> qrSvg(std::string_view text, double millimetres)
{
    const Result<QrCode> code = qrCode(text);
    if (!code)
        return code.error();
    const std::string side = std::to_string(code->size + 2 * kQuietModules), width = shortNumber(millimetres);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "mm\" height=\"" + width +
           "mm\" viewBox=\"0 0 " + side + ' ' + side +
           "\" shape-rendering=\"crispEdges\" role=\"img\">\n<title>" + xmlText(text) +
           "</title>\n<path fill=\"#fff\" d=\"M0 0h" + side + 'v' + side +
           "H0z\"/>\n<path fill=\"#000\" d=\"" + pathOf(*code) + "\"/>\n</svg>\n";
}

} // namespace hareloom
