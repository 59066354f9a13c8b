// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/MnistFolder.h"

#include "core/data/DataFolder.h"

#include <algorithm>
#include <map>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIdxEndings[] = {"-ubyte", "-ubyte.gz"};
constexpr int kFoldersDeep = 2;

/// Takes `part` from the end of the name, if it stands there.
bool takes(std::string_view& name, std::string_view part)
{
    if (!name.ends_with(part))
        return false;
    name.remove_suffix(part.size());
    return true;
}

using Sets = std::map<std::string, MnistFiles>; // by folder and the set's name

void lookIn(const DataFolder& folder, const std::string& shown, int deeper, Sets& sets)
{
    bool isHere = false;
    for (const fs::path& file : folder.files) // a name with .gz comes behind the one without
        if (const auto name = mnistNameOf(file.filename().string())) {
            MnistFiles& set = sets[shown + name->set];
            fs::path& part = name->isTest ? (name->isLabels ? set.testLabels : set.testImages)
                                          : (name->isLabels ? set.labels : set.images);
            part = part.empty() ? file : part;
            isHere = true;
        }
    if (isHere || deeper == 0)
        return;
    for (const fs::path& within : folder.folders)
        if (const auto found = readDataFolder(within, kIdxEndings))
            lookIn(*found, shown + within.filename().string() + '/', deeper - 1, sets);
}

} // namespace

std::optional<MnistName> mnistNameOf(std::string_view name)
{
    if (!isDataName(name))
        return std::nullopt;
    takes(name, ".gz");
    MnistName found{};
    if (takes(name, "-idx1-ubyte") || takes(name, ".idx1-ubyte"))
        found.isLabels = true;
    else if (!takes(name, "-idx3-ubyte") && !takes(name, ".idx3-ubyte"))
        return std::nullopt;
    if (!takes(name, found.isLabels ? "-labels" : "-images"))
        return std::nullopt;
    found.isTest = takes(name, "t10k") || takes(name, "test");
    if (!found.isTest && !takes(name, "train"))
        return std::nullopt;
    found.set = name;
    return found;
}

Result<MnistFiles> findMnist(const fs::path& folder)
{
    const auto top = readDataFolder(folder, kIdxEndings);
    if (!top)
        return top.error();
    Sets sets;
    lookIn(*top, "", kFoldersDeep, sets);
    std::erase_if(sets, [](const auto& set) { return set.second.images.empty(); });
    if (sets.empty())
        return MnistFiles{};
    if (sets.size() == 1)
        return sets.begin()->second;
    std::string names;
    for (const auto& [name, files] : sets)
        names += (names.empty() ? "" : ", ") + files.images.lexically_relative(folder).string();
    return invalidFile(folder.string() + ": there are " + std::to_string(sets.size()) + " sets of images (" +
                       names + "); set source.path to the images of one, and source.labels to its labels");
}

} // namespace hareloom
