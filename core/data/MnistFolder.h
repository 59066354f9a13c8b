// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hareloom {

/// The files of a data set that comes as MNIST does; paths that are empty are not there.
struct MnistFiles
{
    std::filesystem::path images, labels, testImages, testLabels;
};

/// The part of MNIST's files that a name stands for.
struct MnistName
{
    std::string set; // what stands before: "", "emnist-letters-"
    bool isTest;     // t10k or test, not train
    bool isLabels;   // not images
};

/// train-images-idx3-ubyte and its like: also with a dot before "idx", as the name within the original gz
/// files has it, with .gz, and with a set's name in front (EMNIST). Nothing for other names.
std::optional<MnistName> mnistNameOf(std::string_view name);

/// Looks in the folder, and where it has none in those within it, two deep (torchvision's MNIST/raw). A file
/// that is there plain and zipped is read plain. Where there are none, all paths are empty. Errors:
/// InvalidFile (several sets, naming them; no such folder, no permission).
Result<MnistFiles> findMnist(const std::filesystem::path& folder);

} // namespace hareloom
