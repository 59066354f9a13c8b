// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/PngImage.h"

#include "core/base/ReadFile.h"
#include "core/data/IdxFile.h"

#include <png.h>

#include <string_view>

namespace hareloom {
namespace {

constexpr std::int64_t kMostBytes = 64 << 20; // a picture of the largest sides is a fraction of it
constexpr std::size_t kSignature = 8, kAroundChunk = 12;

/// Whether every chunk ends within the file: libpng takes memory for what a chunk promises.
bool isWhole(std::string_view bytes)
{
    const auto byte = [bytes](std::size_t at) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
    };
    for (std::size_t at = kSignature; at + kAroundChunk <= bytes.size();) {
        const std::size_t length = byte(at) << 24U | byte(at + 1) << 16U | byte(at + 2) << 8U | byte(at + 3);
        if (length > bytes.size() - at - kAroundChunk)
            return false;
        if (bytes.substr(at + 4, 4) == "IEND")
            return true;
        at += length + kAroundChunk;
    }
    return false;
}

/// Grey and opacity in turn become grey on white, mixed as viewers do it: in the numbers of the file.
void layOnWhite(const std::vector<std::uint8_t>& from, std::vector<std::uint8_t>& to)
{
    constexpr int kWhite = 255;
    for (std::size_t i = 0; i < to.size(); ++i) {
        const int grey = from[2 * i], opacity = from[2 * i + 1];
        to[i] =
            static_cast<std::uint8_t>((grey * opacity + kWhite * (kWhite - opacity) + kWhite / 2) / kWhite);
    }
}

/// The library's reader, which is freed however the reading ends.
struct Header : png_image
{
    Header() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~Header() { png_image_free(this); }
    Header(const Header&) = delete;
    Header& operator=(const Header&) = delete;
};

} // namespace

Result<GreyImage> readPng(const std::string& path)
{
    const auto bytes = readWholeFile(path, kMostBytes);
    if (!bytes)
        return bytes.error();
    if (bytes->size() < kSignature ||
        png_sig_cmp(reinterpret_cast<png_const_bytep>(bytes->data()), 0, kSignature))
        return invalidFile(path + ": this is no PNG, whatever its name says; convert it, or take it away");
    if (!isWhole(*bytes))
        return invalidFile(path + ": this PNG is damaged or cut short; fetch it again, or take it away");
    Header header;
    if (!png_image_begin_read_from_memory(&header, bytes->data(), bytes->size()))
        return invalidFile(path + ": this PNG is damaged (" + header.message + ")");
    if (header.width > kMaxImageSide || header.height > kMaxImageSide)
        return invalidFile(path + ": this image has " + std::to_string(header.width) + " x " +
                           std::to_string(header.height) +
                           " pixels; make it smaller, with sides of at most " +
                           std::to_string(kMaxImageSide));
    header.flags |= PNG_IMAGE_FLAG_16BIT_sRGB; // else they would be taken for linear light, and brightened
    const bool isOpaque = (header.format & PNG_FORMAT_FLAG_ALPHA) == 0;
    header.format = isOpaque ? PNG_FORMAT_GRAY : PNG_FORMAT_GA;
    GreyImage image{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    image.pixels.resize(std::size_t{header.width} * header.height);
    std::vector<std::uint8_t> both(isOpaque ? 0 : 2 * image.pixels.size());
    auto& into = isOpaque ? image.pixels : both;
    if (!png_image_finish_read(&header, nullptr, into.data(), 0, nullptr))
        return invalidFile(path + ": this PNG is damaged (" + header.message + ")");
    if (!isOpaque)
        layOnWhite(both, image.pixels);
    return image;
}

} // namespace hareloom
