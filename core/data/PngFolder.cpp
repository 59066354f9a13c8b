// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/PngFolder.h"

#include "core/data/DataFolder.h"
#include "core/data/IdxFile.h"
#include "core/data/PngImage.h"

#include <algorithm>

namespace hareloom {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMaxClasses = 256;
constexpr std::string_view kPng[] = {".png"};
constexpr std::string_view kOtherFormats[] = {".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp"};

/// Refuses folders whose folders hold folders of images, as data sets that are parted into train and test.
Result<void> refuseDeeper(const std::string& folder, const std::vector<fs::path>& within)
{
    std::vector<std::string> deeper;
    for (const fs::path& one : within) {
        const auto found = readDataFolder(one, kPng);
        const auto holdsImages = [](const fs::path& inner) {
            const auto images = readDataFolder(inner, kPng);
            return images && !images->files.empty();
        };
        if (found && std::any_of(found->folders.begin(), found->folders.end(), holdsImages))
            deeper.push_back(one.filename().string());
    }
    if (deeper.empty())
        return {};
    const bool hasTrain = std::find(deeper.begin(), deeper.end(), "train") != deeper.end();
    return invalidFile(folder + ": its images lie two folders deep, below " + deeper.front() +
                       (deeper.size() > 1 ? " and " + deeper.back() : "") + "; choose " +
                       (fs::path(folder) / (hasTrain ? "train" : deeper.front())).string() +
                       ", whose folders are the classes");
}

Error withoutPngs(const std::string& folder)
{
    const auto others = readDataFolder(folder, kOtherFormats);
    if (others && !others->files.empty())
        return invalidFile(folder + ": there are " + std::to_string(others->files.size()) +
                           " images of other formats in this folder, such as " +
                           others->files.front().filename().string() + ", and no PNG; convert them to PNG");
    return invalidFile(folder + ": there are no PNG images in this folder, nor in the folders within it");
}

Result<void> append(const fs::path& path, ImageSet& images)
{
    const auto image = readPng(path.string());
    if (!image)
        return image.error();
    if (images.pixels.empty()) {
        images.width = image->width;
        images.height = image->height;
    }
    const std::string size = std::to_string(image->width) + " x " + std::to_string(image->height);
    if (image->width != images.width || image->height != images.height)
        return invalidFile(path.string() + ": this image has " + size +
                           " pixels, and the folder's first has " + std::to_string(images.width) + " x " +
                           std::to_string(images.height) + ". All must be of one size.");
    if (std::ssize(images.pixels) + std::ssize(image->pixels) > kMaxIdxBytes)
        return invalidFile(
            path.parent_path().string() +
            ": the images have more than 1 GiB of pixels together; take fewer, or smaller ones");
    images.pixels.insert(images.pixels.end(), image->pixels.begin(), image->pixels.end());
    return {};
}

} // namespace

std::int64_t PngFiles::count() const
{
    std::int64_t files = 0;
    for (const Class& one : classes)
        files += std::ssize(one.files);
    return files;
}

Result<PngFiles> findPngs(const std::string& folder)
{
    auto top = readDataFolder(folder, kPng);
    if (!top)
        return top.error();
    PngFiles found;
    for (const fs::path& within : top->folders) {
        auto inner = readDataFolder(within, kPng);
        if (!inner)
            return inner.error();
        if (!inner->files.empty())
            found.classes.push_back({within.filename().string(), std::move(inner->files)});
    }
    found.hasClasses = !found.classes.empty();
    if (found.classes.size() > kMaxClasses)
        return invalidFile(folder + ": there are " + std::to_string(found.classes.size()) +
                           " folders with images, one a class; put them into at most " +
                           std::to_string(kMaxClasses));
    if (found.hasClasses)
        found.leftOut = std::ssize(top->files);
    else if (!top->files.empty())
        found.classes.push_back({{}, std::move(top->files)});
    else if (auto deeper = refuseDeeper(folder, top->folders); !deeper)
        return deeper.error();
    return found;
}

Result<ImageSet> readPngFolder(const std::string& folder)
{
    const auto files = findPngs(folder);
    if (!files)
        return files.error();
    if (files->count() == 0)
        return withoutPngs(folder);
    if (files->count() == 1)
        return invalidFile(folder +
                           ": there is one PNG image in this folder; two are needed, and many are better");
    ImageSet images;
    for (const PngFiles::Class& one : files->classes) {
        for (const fs::path& file : one.files) {
            if (auto read = append(file, images); !read)
                return read.error();
            if (files->hasClasses)
                images.labels.push_back(static_cast<std::uint8_t>(images.classNames.size()));
        }
        if (files->hasClasses) {
            images.classNumbers.push_back(images.classNames.empty() ? 0 : images.classNumbers.back() + 1);
            images.classNames.push_back(one.name);
        }
    }
    if (files->leftOut > 0)
        images.readAs = "read as: a folder a class (" + std::to_string(files->classes.size()) + "); the " +
                        std::to_string(files->leftOut) + " PNG images beside the folders are left out";
    return images;
}

} // namespace hareloom
