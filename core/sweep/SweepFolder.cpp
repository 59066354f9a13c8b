// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepFolder.h"

#include "core/base/AtomicFile.h"
#include "core/base/ReadFile.h"
#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/recipe/ExperimentJson.h"
#include "core/store/Checkpoints.h"
#include "core/store/SessionFormat.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

constexpr int kFormat = 1;
constexpr const char* kResults = "results";
constexpr const char* kPoints = "points";
constexpr const char* kEnding = ".results";
constexpr const char* kSession = ".hareloom";

std::string fileIn(const std::string& folder)
{
    return (fs::path(folder) / "sweep.json").string();
}

std::string textOf(const Experiment& experiment)
{
    const nlohmann::ordered_json file = {{"sweepFormat", kFormat},
                                         {"baseFolder", experiment.baseFolder},
                                         {"experiment", nlohmann::ordered_json::parse(toText(experiment))}};
    return jsonText(file, 2) + "\n";
}

/// Whether all that lies in a folder is of a sweep. One may be in the making by another process, or have lost
/// its sweep.json.
bool holdsOnlySweep(const std::string& path)
{
    std::error_code failed;
    for (fs::directory_iterator at(path, failed), end; !failed && at != end; at.increment(failed)) {
        const std::string name = at->path().filename().string();
        if (name != kResults && name != kPoints && !name.starts_with("sweep.json"))
            return false;
    }
    return !failed;
}

Error notOurs(const std::string& file, const std::string& why)
{
    return invalidFile(file + ": this is no sweep that this program can go on with (" + why +
                       "). Choose another folder.");
}

Result<void> write(const std::string& file, const std::string& text)
{
    return writeFileAtomically(file, [&text](std::ostream& out) {
        out << text;
        return Result<void>();
    });
}

} // namespace

Result<SweepFolder> SweepFolder::make(const std::string& path, const Experiment& experiment)
{
    std::error_code ignored;
    const bool isThere = fs::exists(path, ignored);
    if (isThere && !fs::is_directory(path, ignored))
        return invalidInput("--out " + path + ": this is a file. Name a folder for the sweep.");
    if (isThere && !isOne(path) && !holdsOnlySweep(path))
        return invalidInput(
            "--out " + path +
            ": the folder holds something else than a sweep. Name one that is empty or not there.");
    SweepFolder folder(path, experiment);
    for (const char* inner : {kResults, kPoints})
        if (auto made = folder.folderFor(inner); !made)
            return made.error();
    const std::string text = textOf(experiment), file = fileIn(path);
    if (isOne(path)) {
        const auto before = open(path);
        if (!before)
            return before.error();
        if (textOf(before->m_experiment) == text)
            return folder;
        folder.m_wasChanged = true;
    }
    if (auto written = write(file, text); !written)
        return written.error();
    return folder;
}

Result<SweepFolder> SweepFolder::open(const std::string& path)
{
    const std::string file = fileIn(path);
    std::error_code ignored;
    if (!isOne(path) && fs::is_directory(fs::path(path) / kResults, ignored))
        return invalidInput(
            path +
            ": there are results of a sweep here, but its sweep.json is gone. `hareloom-cli sweep "
            "run EXPERIMENT --out " +
            path + "` with the same experiment takes them up again.");
    if (!isOne(path))
        return invalidInput(path + ": there is no sweep here. `hareloom-cli sweep run EXPERIMENT --out " +
                            path + "` begins one.");
    constexpr std::int64_t kMostBytes = 64 << 20;
    const auto text = readWholeFile(file, kMostBytes);
    if (!text)
        return text.error();
    const auto json = readJson(*text);
    if (!json)
        return notOurs(file, json.error().message);
    if (!json->is_object() || json->value("sweepFormat", nlohmann::json()) != kFormat ||
        !json->value("baseFolder", nlohmann::json()).is_string() || !json->contains("experiment"))
        return notOurs(file, "it has another form, perhaps of a newer version");
    auto experiment = readExperiment((*json)["experiment"], file);
    if (!experiment)
        return experiment.error();
    experiment->baseFolder = (*json)["baseFolder"].get<std::string>();
    return SweepFolder(path, *std::move(experiment));
}

bool SweepFolder::isOne(const std::string& path)
{
    std::error_code ignored;
    return fs::is_regular_file(fileIn(path), ignored);
}

std::string SweepFolder::resultsFile(const std::string& name) const
{
    return (fs::path(m_path) / kResults / (name + kEnding)).string();
}

Result<std::vector<std::string>> SweepFolder::resultsFiles() const
{
    std::error_code failed;
    std::vector<std::string> files;
    for (fs::directory_iterator at(fs::path(m_path) / kResults, failed), end; !failed && at != end;
         at.increment(failed))
        if (at->path().extension() == kEnding)
            files.push_back(at->path().string());
    if (failed)
        return systemError(m_path + ": the folder \"" + kResults + "\" cannot be read (" + failed.message() +
                           ").");
    std::sort(files.begin(), files.end());
    return files;
}

std::string SweepFolder::sessionFor(const std::string& id, std::int64_t replicate) const
{
    return (fs::path(m_path) / kPoints / (id + "-" + std::to_string(replicate) + kSession)).string();
}

void SweepFolder::removeSession(const std::string& path)
{
    std::error_code ignored;
    fs::remove(path, ignored);
    removeSideFiles(path);
    Checkpoints::remove(Checkpoints::folderFor(path));
}

void SweepFolder::removeSessions(const std::function<bool(const std::string&, std::int64_t)>& isDone) const
{
    std::error_code failed;
    std::set<std::string> sessions;
    for (fs::directory_iterator at(fs::path(m_path) / kPoints, failed), end; !failed && at != end;
         at.increment(failed))
        if (const std::string name = at->path().filename().string(); name.find(kSession) != std::string::npos)
            sessions.insert(name.substr(0, name.find(kSession)));
    for (const std::string& name : sessions) {
        const std::size_t dash = name.find('-');
        const auto replicate = dash == std::string::npos ? std::nullopt : parseNumber(name.substr(dash + 1));
        if (replicate && isDone(name.substr(0, dash), static_cast<std::int64_t>(*replicate)))
            removeSession(sessionFor(name.substr(0, dash), static_cast<std::int64_t>(*replicate)));
    }
}

Result<std::string> SweepFolder::folderFor(const std::string& name) const
{
    const std::string folder = (fs::path(m_path) / name).string();
    return makeFolder(folder).transform([&folder] { return folder; });
}

} // namespace hareloom
