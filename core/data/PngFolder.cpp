// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/PngFolder.h"

#include "core/data/IdxFile.h"

#include <png.h>

#include <algorithm>
#include <filesystem>

namespace hareloom {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMaxClasses = 256;

std::vector<fs::path> sorted(const fs::path& folder, bool folders)
{
    std::vector<fs::path> found;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        std::string extension = entry->path().extension().string();
        std::transform(extension.begin(), extension.end(), extension.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        std::error_code ignored;
        if (folders ? entry->is_directory(ignored) : extension == ".png" && entry->is_regular_file(ignored))
            found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<void> appendPng(const fs::path& path, ImageSet& images)
{
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&header, path.c_str()))
        return invalidFile(path.string() + ": found no PNG (" + header.message + ")");
    const auto width = static_cast<std::int64_t>(header.width),
               height = static_cast<std::int64_t>(header.height);
    const bool isFirst = images.pixels.empty();
    const bool tooLarge = width > kMaxImageSide || height > kMaxImageSide ||
                          std::ssize(images.pixels) + width * height > kMaxIdxBytes;
    if (tooLarge || (!isFirst && (width != images.width || height != images.height))) {
        png_image_free(&header);
        return invalidFile(path.string() + ": found an image of " + std::to_string(width) + " x " +
                           std::to_string(height) + " pixels, allowed: " +
                           (tooLarge ? "sides up to " + std::to_string(kMaxImageSide) + " and 1 GiB together"
                                     : "the size of the folder's first, " + std::to_string(images.width) +
                                           " x " + std::to_string(images.height)));
    }
    images.width = static_cast<int>(width);
    images.height = static_cast<int>(height);
    header.format = PNG_FORMAT_GRAY;
    const std::size_t before = images.pixels.size();
    images.pixels.resize(before + static_cast<std::size_t>(width * height));
    const png_color black{0, 0, 0}; // behind what is transparent
    if (!png_image_finish_read(&header, &black, images.pixels.data() + before, 0, nullptr))
        return invalidFile(path.string() + ": found a damaged PNG (" + header.message + ")");
    return {};
}

} // namespace

Result<ImageSet> readPngFolder(const std::string& folder)
{
    ImageSet images;
    const auto classes = sorted(folder, true);
    if (classes.size() > kMaxClasses)
        return invalidFile(folder + ": found " + std::to_string(classes.size()) +
                           " folders, allowed: at most 256, one a class");
    for (std::size_t c = 0; c < std::max<std::size_t>(1, classes.size()); ++c) {
        for (const fs::path& file : sorted(classes.empty() ? fs::path(folder) : classes[c], false)) {
            if (auto read = appendPng(file, images); !read)
                return read.error();
            if (!classes.empty())
                images.labels.push_back(static_cast<std::uint8_t>(c));
        }
        if (!classes.empty())
            images.classNames.push_back(classes[c].filename().string());
    }
    if (images.count() < 2)
        return invalidFile(folder + ": found " + std::to_string(images.count()) +
                           " PNG images in this folder, allowed: at least 2");
    return images;
}

} // namespace hareloom
