// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/IdxFile.h"
#include "core/data/Source.h"
#include "tests/fuzz/targets/Targets.h"

#include <zlib.h>

#include <vector>

namespace hareloom::fuzz {

namespace {

/// The same file with the right checksum in every chunk, which no mutation would find.
std::vector<std::uint8_t> withRightSums(Input input)
{
    std::vector<std::uint8_t> bytes(input.begin(), input.end());
    const auto numberAt = [&bytes](std::size_t at) {
        return static_cast<std::size_t>(bytes[at]) << 24 | static_cast<std::size_t>(bytes[at + 1]) << 16 |
               static_cast<std::size_t>(bytes[at + 2]) << 8 | bytes[at + 3];
    };
    constexpr std::size_t kSignature = 8, kAround = 12; // a chunk's length, name and checksum
    for (std::size_t at = kSignature; at + kAround <= bytes.size();) {
        const std::size_t length = numberAt(at);
        if (length > bytes.size() - at - kAround)
            break;
        const std::size_t end = at + 8 + length;
        const auto sum = ::crc32(0, bytes.data() + at + 4, static_cast<uInt>(length + 4));
        for (std::size_t i = 0; i < 4; ++i)
            bytes[end + i] = static_cast<std::uint8_t>(sum >> (24 - 8 * i));
        at = end + 4;
    }
    return bytes;
}

} // namespace

void idx(Input input)
{
    const InputFile file(input);
    const auto images = readIdxImages(file.path());
    if (!images)
        return requireSentence(images.error());
    require(images->count() >= 1, "a file of images has images");
    require(std::ssize(images->pixels) == images->count() * images->width * images->height,
            "every image has all its pixels");
}

void labels(Input input)
{
    const InputFile file(input);
    if (const auto read = readIdxLabels(file.path()); !read)
        requireSentence(read.error());
}

void png(Input input)
{
    static const InputFolder folder;
    const std::vector<std::uint8_t> summed = withRightSums(input);
    folder.write("a.png", summed);
    folder.write("b.png", summed);
    SourceConfig config;
    config.kind = "imageFolder";
    config.path = folder.path();
    const auto source = makeSource(config, RowKind::Images);
    if (!source)
        return requireSentence(source.error());
    require((*source)->rowCount() == 2, "every file is an image");
    const auto rows = toMatrix((*source)->draw(2, 0));
    require(rows->allFinite() && rows->minCoeff() >= 0 && rows->maxCoeff() <= 1, "pixels lie in [0, 1]");
}

} // namespace hareloom::fuzz
