// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Checkpoints.h"

#include "core/base/AtomicFile.h"
#include "core/catalogue/Sha256.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

bool hasWeights(const Snapshot& snapshot)
{
    return !snapshot.weightsName("weights").empty();
}

/// "12" of "12-generation-3.safetensors", taken off `name`; empty where it does not begin with a number.
std::string_view takeDigits(std::string_view& name)
{
    const std::size_t end = std::min(name.find_first_not_of("0123456789"), name.size());
    const std::string_view digits = name.substr(0, end);
    name.remove_prefix(end);
    return digits;
}

bool takeWord(std::string_view& name, std::string_view word)
{
    const bool isThere = name.starts_with(word);
    if (isThere)
        name.remove_prefix(word.size());
    return isThere;
}

/// As Checkpoints calls them, unfinished ones included: "chain-0-generation-3.safetensors".
bool isWeightsName(std::string_view name)
{
    return takeWord(name, "chain-") && !takeDigits(name).empty() && takeWord(name, "-generation-") &&
           !takeDigits(name).empty() &&
           (name.empty() || name == ".safetensors" || name.starts_with(".part-") ||
            name.starts_with(".safetensors.part-"));
}

bool isFinishedName(const std::string& name)
{
    return isWeightsName(name) && name.find(".part-") == std::string::npos;
}

} // namespace

Checkpoints::Checkpoints(const std::string& sessionPath, const ChainPlan& plan)
    : m_folder(folderFor(sessionPath)), m_plan(plan), m_hasNetworks(plan.isOfNetworks())
{
}

std::string Checkpoints::placeOf(ChainIndex chain, int index, const Snapshot& snapshot) const
{
    const std::string stem = "chain-" + std::to_string(m_plan.weightNumberOf(chain, index)) + "-generation-" +
                             std::to_string(index);
    return (fs::path(m_folder) / snapshot.weightsName(stem)).string();
}

Result<std::string> Checkpoints::write(const Generation& generation)
{
    if (!m_hasNetworks || !generation.snapshot || !hasWeights(*generation.snapshot))
        return std::string();
    const Snapshot& snapshot = *generation.snapshot;
    if (!snapshot.isComplete()) // of a session that is copied: they may be there, or were not kept
        return digestOf(generation.chain, generation.index, snapshot);
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (failed)
        return systemError(m_folder + ": the folder for weights cannot be made (" + failed.message() + ").");
    const std::string place = placeOf(generation.chain, generation.index, snapshot);
    const Result<void> written = snapshot.writeWeights(place).and_then([&] { return flushToDisk(place); });
    if (!written)
        return written.error();
    const int before = generation.index - 1;
    if (before > 0 && before >= m_plan.firstOwn(generation.chain) &&
        !m_plan.areWeightsKept(generation.chain, before))
        m_obsolete.push_back(placeOf(generation.chain, before, snapshot));
    return digestOf(generation.chain, generation.index, snapshot);
}

Result<std::string> Checkpoints::digestOf(ChainIndex chain, int index, const Snapshot& snapshot) const
{
    const std::string place = placeOf(chain, index, snapshot);
    std::error_code absent;
    if (!hasWeights(snapshot) || !fs::exists(place, absent))
        return std::string();
    std::vector<fs::path> files = {place};
    if (fs::is_directory(place, absent)) {
        files.clear();
        for (fs::directory_iterator entry(place, absent), end; !absent && entry != end;
             entry.increment(absent))
            files.push_back(entry->path());
        std::sort(files.begin(), files.end());
    }
    Sha256 whole;
    for (const fs::path& file : files) {
        const Result<std::string> hex = sha256Of(file.string());
        if (!hex)
            return hex.error();
        const std::string line = (file == place ? "" : file.filename().string()) + ' ' + *hex + '\n';
        whole.add({reinterpret_cast<const std::uint8_t*>(line.data()), line.size()});
    }
    const auto digest = whole.digest();
    return std::string(digest.begin(), digest.end());
}

void Checkpoints::committed()
{
    for (const std::string& place : m_obsolete) {
        std::error_code ignored;
        fs::remove_all(place, ignored);
    }
    m_obsolete.clear();
}

Result<SnapshotPtr> Checkpoints::withWeights(ChainIndex chain, int index, SnapshotPtr snapshot,
                                             std::string_view digest) const
{
    if (!snapshot || snapshot->isComplete() || !hasWeights(*snapshot))
        return snapshot;
    const Result<std::string> found = digestOf(chain, index, *snapshot);
    if (!found)
        return found.error();
    if (found->empty())
        return snapshot;
    const std::string place = placeOf(chain, index, *snapshot);
    if (!digest.empty() && digest != *found)
        return invalidFile(place + ": these weights are not those that were written");
    return snapshot->withWeightsFrom(place);
}

Result<void> Checkpoints::copyTo(const std::string& folder) const
{
    std::error_code failed;
    if (isFree(m_folder))
        return {};
    fs::create_directories(folder, failed);
    for (fs::directory_iterator entry(m_folder, failed), end; !failed && entry != end;) {
        if (isFinishedName(entry->path().filename().string()))
            fs::copy(entry->path(), fs::path(folder) / entry->path().filename(), fs::copy_options::recursive,
                     failed);
        if (!failed)
            entry.increment(failed);
    }
    if (failed)
        return systemError(folder + ": the weights cannot be copied there (" + failed.message() + ").");
    return flushToDisk(folder);
}

bool Checkpoints::isOurs(const std::string& folder)
{
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(folder, failed)))
        return true;
    if (!fs::is_directory(fs::symlink_status(folder, failed)))
        return false;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
        if (!isWeightsName(entry->path().filename().string()))
            return false;
    return !failed;
}

bool Checkpoints::isFree(const std::string& folder)
{
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(folder, failed)))
        return true;
    return fs::is_directory(fs::symlink_status(folder, failed)) && fs::is_empty(folder, failed) && !failed;
}

void Checkpoints::remove(const std::string& folder)
{
    std::error_code failed;
    if (!fs::is_directory(fs::symlink_status(folder, failed)))
        return;
    std::vector<fs::path> ours;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
        if (isWeightsName(entry->path().filename().string()))
            ours.push_back(entry->path());
    for (const fs::path& place : ours)
        fs::remove_all(place, failed);
    ::rmdir(folder.c_str()); // fails where something else is in it
}

void Checkpoints::removeUnfinished(const std::string& folder)
{
    removeLeftovers(folder);
    std::error_code failed;
    std::vector<std::string> places;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
        if (const std::string name = entry->path().filename().string(); isWeightsName(name))
            places.push_back((fs::path(folder) / name.substr(0, name.find(".part-"))).string());
    for (const std::string& place : places)
        removeLeftovers(place);
}

} // namespace hareloom
