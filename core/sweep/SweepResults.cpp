// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepResults.h"

#include "core/base/ReadJson.h"
#include "core/store/MetricTable.h"
#include "core/sweep/ResultsFile.h"
#include "core/sweep/UnderWay.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace hareloom {
namespace {

constexpr std::size_t kMostOpen = 64;
constexpr const char* kWhat = "file of results";

/// Where a process was killed while it wrote, only a connection that may write can take back what it left
/// half done.
void recover(const std::string& path)
{
    std::error_code failed;
    const auto left = std::filesystem::file_size(path + "-journal", failed);
    if (failed || left == 0)
        return;
    if (const auto database = Database::open(path, Access::ReadWrite, kWhat))
        (void)(*database)->integer("PRAGMA user_version").ok();
}

/// Nothing where a name is no metric's: views would read the number within its brackets.
bool readNames(const std::string& text, std::vector<MetricName>& names)
{
    const auto json = readJson(text);
    if (!json || !json->is_array())
        return false;
    for (const auto& name : *json) {
        if (!name.is_string() || !isKnownMetric(name.get<std::string>()))
            return false;
        names.emplace_back(name.get<std::string>());
    }
    return true;
}

} // namespace

SweepResults::SweepResults(const SweepPlan& plan)
    : m_plan(&plan), m_fileOf(static_cast<std::size_t>(plan.chains()), -1)
{
}

Result<SweepResults> SweepResults::read(const SweepFolder& folder, const SweepPlan& plan)
{
    const auto files = folder.resultsFiles();
    if (!files)
        return files.error();
    SweepResults results(plan);
    for (const std::string& file : *files)
        if (auto added = results.addFile(file); !added)
            results.m_problems.push_back(added.error().message);
    return results;
}

Result<void> SweepResults::addFile(const std::string& path)
{
    std::error_code ignored;
    if (std::filesystem::file_size(path, ignored) == 0) // its process was killed before it wrote anything
        return {};
    recover(path);
    auto database = Database::open(path, Access::ReadOnly, kWhat);
    if (!database)
        return database.error();
    const auto id = (*database)->integer("PRAGMA application_id");
    const auto version = (*database)->integer("PRAGMA user_version");
    if (!id || !version)
        return unreadableResults(path, id ? version.error() : id.error());
    if (*id == 0) // ... before its first word was whole
        return {};
    if (*id != kResultsApplicationId || *version > kResultsVersion)
        return invalidFile(path +
                           ": this is no file of results that this program can read. Update it, or remove "
                           "the file.");
    const auto file = static_cast<std::int32_t>(m_files.size());
    auto read =
        (*database)->forEachRow("SELECT point, replicate, metrics FROM chains", [&](const Statement& row) {
            const auto point = m_plan->find(row.text(0));
            const std::int64_t replicate = row.integer(1);
            if (!point || replicate < 0 || replicate >= m_plan->replicates())
                return; // of another sweep, or of this one before it was changed
            std::int32_t& known = m_fileOf[placeOf(*point, replicate)];
            m_done += known < 0;
            known = file;
            const std::size_t place = placeOf(*point, replicate);
            std::size_t& first = m_metrics.try_emplace(row.text(2), place).first->second;
            first = std::min(first, place);
        });
    if (read)
        read = (*database)->forEachRow("SELECT point, replicate, reason FROM failures",
                                       [&](const Statement& row) {
                                           const auto point = m_plan->find(row.text(0));
                                           const std::int64_t replicate = row.integer(1);
                                           if (point && replicate >= 0 && replicate < m_plan->replicates())
                                               m_failures[placeOf(*point, replicate)] = row.text(2);
                                       });
    m_files.push_back(path);
    addKilled(path);
    return read ? read : unreadableResults(path, read.error());
}

/// Chains that were under way when the process was killed that wrote the file. While it lives it has the
/// lock.
void SweepResults::addKilled(const std::string& path)
{
    const auto chains = UnderWay::read(UnderWay::pathFor(path));
    if (chains.empty() || !WriterLock::take(path, kWhat))
        return;
    for (const auto& [id, replicate] : chains)
        if (const auto point = m_plan->find(id); point && replicate >= 0 && replicate < m_plan->replicates())
            m_failures[placeOf(*point, replicate)] = killedReason(chains.size() == 1);
}

Result<SweepResults::Open*> SweepResults::opened(std::int32_t file)
{
    if (const auto known = m_open.find(file); known != m_open.end())
        return &known->second;
    auto database = Database::open(m_files[static_cast<std::size_t>(file)], Access::ReadOnly, kWhat);
    if (!database)
        return database.error();
    auto get = (*database)->prepare(
        "SELECT metrics, note, body, digest FROM chains WHERE point = ?1 AND replicate = ?2");
    if (!get)
        return get.error();
    if (m_open.size() >= kMostOpen)
        m_open.erase(m_open.begin());
    return &m_open.emplace(file, Open{*std::move(database), *std::move(get)}).first->second;
}

std::vector<MetricName> SweepResults::metrics() const
{
    std::vector<std::pair<std::size_t, std::string>> byPlace;
    for (const auto& [text, place] : m_metrics)
        byPlace.emplace_back(place, text);
    std::sort(byPlace.begin(), byPlace.end());
    std::vector<MetricName> all;
    for (const auto& [place, text] : byPlace) {
        std::vector<MetricName> names;
        if (!readNames(text, names))
            continue; // damaged: values() says so
        for (const MetricName& name : names)
            if (std::find(all.begin(), all.end(), name) == all.end())
                all.push_back(name);
    }
    return all;
}

const std::string& SweepResults::failureOf(std::int64_t point, std::int64_t replicate) const
{
    static const std::string none;
    const auto found = m_failures.find(placeOf(point, replicate));
    return found == m_failures.end() || isDone(point, replicate) ? none : found->second;
}

Result<ChainValuesPtr> SweepResults::values(std::int64_t point, std::int64_t replicate)
{
    const std::int32_t file = m_fileOf[placeOf(point, replicate)];
    if (file < 0)
        return invalidFile("chain " + std::to_string(replicate) + " of point " + std::to_string(point) +
                           " has no results yet");
    const auto open = opened(file);
    if (!open)
        return open.error();
    Statement& get = (*open)->get;
    const std::string& path = (*open)->database->path();
    const std::string& id = m_plan->idOf(point);
    get.bind(1, std::string_view(id));
    get.bind(2, replicate);
    const auto found = get.step();
    if (!found || !*found) {
        get.reset();
        return found ? damagedResults(path, "a chain is gone") : found.error();
    }
    auto values = std::make_shared<ChainValues>();
    values->point = point;
    values->replicate = replicate;
    values->note = get.text(1);
    const std::string metrics = get.text(0);
    const auto body = get.blob(2);
    const bool isWhole = rowDigest(id, replicate, metrics, values->note, body) == get.integer(3) &&
                         readNames(metrics, values->metrics) && body.size() % sizeof(double) == 0;
    values->values.resize(body.size() / sizeof(double));
    if (!body.empty())
        std::memcpy(values->values.data(), body.data(), values->values.size() * sizeof(double));
    get.reset();
    const bool isTable = values->metrics.empty() ? values->values.empty()
                                                 : values->values.size() % values->metrics.size() == 0;
    if (!isWhole || !isTable)
        return damagedResults(path, "chain " + std::to_string(replicate) + " of point " + id +
                                        " is not as it was written");
    return ChainValuesPtr(std::move(values));
}

} // namespace hareloom
