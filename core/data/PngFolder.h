// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/ImageSet.h"

#include <filesystem>

namespace hareloom {

/// Where the PNG images of a folder lie, by what counts as data there (DataFolder.h).
struct PngFiles
{
    struct Class
    {
        std::string name; // empty where there are no classes
        std::vector<std::filesystem::path> files;
    };
    std::vector<Class> classes; // in the order of their names; each has a file
    bool hasClasses = false;
    std::int64_t leftOut = 0; // images beside the folders that are classes

    std::int64_t count() const;
};

/// Folders within the folder are classes if they hold PNG images themselves, others are not there; without
/// such folders the images are those of the folder; none at all is no error. Looks at names only. Errors:
/// InvalidFile (only deeper images, more than 256 classes, no permission).
Result<PngFiles> findPngs(const std::string& folder);

/// The images, read as grey of eight bits in the order of their names, with their classes. All must be of one
/// size; at most kMaxIdxBytes of pixels. Errors: InvalidFile.
Result<ImageSet> readPngFolder(const std::string& folder);

} // namespace hareloom
