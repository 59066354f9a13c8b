// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/IdxFile.h"

#include "core/base/ReadFile.h"
#include "core/data/Unzipped.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace hareloom {
namespace {

constexpr std::int64_t kMostDeflated = 1040; // no deflate stream unpacks to more times its size
constexpr std::size_t kPiece = 1 << 20;
constexpr std::uint32_t kImages = 0x803, kLabels = 0x801;

Error refused(const std::string& path, const std::string& what)
{
    return invalidFile(path + ": found " + what);
}

/// The big-endian numbers at the file's start: magic, then one size a dimension.
template<std::size_t N>
Result<std::array<std::uint32_t, N>> readHeader(const Unzipped& file, const std::string& path,
                                                std::uint32_t magic)
{
    std::array<std::uint8_t, 4 * N> bytes{};
    std::array<std::uint32_t, N> numbers{};
    const std::int64_t count = file.read(bytes.data(), bytes.size());
    if (count < 0)
        return refused(path, "a damaged gzip stream");
    for (std::size_t i = 0; i < N; ++i)
        for (std::size_t b = 0; b < 4; ++b)
            numbers[i] = numbers[i] << 8 | bytes[4 * i + b];
    if (count < 4 || numbers[0] != magic) {
        std::string beginning(bytes.begin(), bytes.begin() + count);
        beginning.resize(beginning.size() + 100);
        file.read(beginning.data() + count, 100);
        if (auto pointer = refusalOfPointer(path, beginning))
            return *pointer;
        return refused(path, std::string("no IDX file of ") +
                                 (magic == kImages ? "images (unsigned bytes, three dimensions)"
                                                   : "labels (unsigned bytes, one dimension)") +
                                 ": it must begin with the bytes 00 00 08 " +
                                 (magic == kImages ? "03" : "01"));
    }
    if (count < std::ssize(bytes))
        return refused(path, "an IDX file that ends within its header");
    return numbers;
}

/// Exactly `expected` bytes to the file's end, taken piece by piece, so that a short file costs little.
Result<std::vector<std::uint8_t>> readContent(const Unzipped& file, const std::string& path,
                                              std::int64_t expected)
{
    std::error_code failed;
    const auto onDisk = static_cast<std::int64_t>(std::filesystem::file_size(path, failed));
    const std::int64_t most = file.isPlain() ? onDisk : onDisk * kMostDeflated;
    const std::string promised = std::to_string(expected) + " bytes";
    if (expected > kMaxIdxBytes)
        return refused(path, "an IDX header that promises " + promised + ", more than the " +
                                 std::to_string(kMaxIdxBytes) + " that are read");
    if (failed || expected > most)
        return refused(path, "an IDX file shorter than the " + promised + " that its header promises");
    std::vector<std::uint8_t> content;
    while (std::ssize(content) < expected) {
        const std::size_t before = content.size();
        const auto piece = std::min(kPiece, static_cast<std::size_t>(expected) - before);
        content.resize(before + piece);
        const std::int64_t count = file.read(content.data() + before, piece);
        if (count < 0)
            return refused(path, "a damaged gzip stream");
        if (count < static_cast<std::int64_t>(piece))
            return refused(path, "an IDX file shorter than the " + promised + " that its header promises");
    }
    std::uint8_t more = 0;
    if (file.read(&more, 1) != 0)
        return refused(path, "more content than the " + promised + " that its IDX header promises");
    return content;
}

Error cannotOpen(const std::string& path)
{
    return invalidFile(path + ": found no file there that you may read");
}

} // namespace

Result<ImageSet> readIdxImages(const std::string& path)
{
    const Unzipped file(path);
    if (!file.isOpen())
        return cannotOpen(path);
    const auto header = readHeader<4>(file, path, kImages);
    if (!header)
        return header.error();
    const std::int64_t count = (*header)[1], height = (*header)[2], width = (*header)[3];
    if (count < 1 || height < 1 || width < 1 || height > kMaxImageSide || width > kMaxImageSide)
        return refused(path, std::to_string(count) + " images of " + std::to_string(width) + " x " +
                                 std::to_string(height) +
                                 " pixels; there must be one or more, with sides of 1 to " +
                                 std::to_string(kMaxImageSide));
    auto content = readContent(file, path, count * height * width);
    if (!content)
        return content.error();
    ImageSet images;
    images.width = static_cast<int>(width);
    images.height = static_cast<int>(height);
    images.pixels = std::move(*content);
    return images;
}

Result<std::vector<std::uint8_t>> readIdxLabels(const std::string& path)
{
    const Unzipped file(path);
    if (!file.isOpen())
        return cannotOpen(path);
    return readHeader<2>(file, path, kLabels).and_then([&](const auto& header) {
        return readContent(file, path, header[1]);
    });
}

} // namespace hareloom
