// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Recompute.h"

#include "core/recipe/Stretches.h"
#include "core/store/SessionRecorder.h"
#include "core/store/StoredLinks.h"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>

namespace hareloom {

namespace {

namespace fs = std::filesystem;

/// A folder that goes away with all that is in it.
class TemporaryFolder
{
public:
    TemporaryFolder()
    {
        std::error_code failed;
        m_path = (fs::temp_directory_path(failed) / "hareloom-XXXXXX").string();
        if (failed || !::mkdtemp(m_path.data()))
            m_path.clear();
    }
    ~TemporaryFolder()
    {
        std::error_code failed;
        if (!m_path.empty())
            fs::remove_all(m_path, failed);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

bool isTime(const MetricName& name)
{
    return *name == "elapsedMs";
}

bool isSame(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a + 0.0) == std::bit_cast<std::uint64_t>(b + 0.0) ||
           (std::isnan(a) && std::isnan(b));
}

bool isSameModel(const SnapshotPtr& a, const SnapshotPtr& b)
{
    if (!a || !b)
        return true; // one of them was not kept
    ModelNumbers first, second;
    if (a->toNumbers(first) && b->toNumbers(second))
        return first.sizes == second.sizes && std::equal(first.values.begin(), first.values.end(),
                                                         second.values.begin(), second.values.end(), isSame);
    return toJsonWithoutWeights(*a) == toJsonWithoutWeights(*b);
}

/// What differs first, or empty.
std::string difference(const Generation& held, const Generation& made)
{
    if (held.seed != made.seed)
        return "its seed";
    if (held.realRows != made.realRows || held.freshRows != made.freshRows ||
        held.syntheticRows != made.syntheticRows || held.sampleRows != made.sampleRows)
        return "how many rows it was fitted on or generates";
    if (held.fit.iterations != made.fit.iterations || held.fit.converged != made.fit.converged ||
        !isSame(held.fit.logLikelihood, made.fit.logLikelihood))
        return "how its fit went";
    if (!isSameModel(held.snapshot, made.snapshot))
        return "its model";
    if (held.metrics.size() != made.metrics.size())
        return "which metrics it has";
    for (std::size_t i = 0; i < held.metrics.size(); ++i)
        if (held.metrics[i].name != made.metrics[i].name ||
            (!isTime(held.metrics[i].name) && !isSame(held.metrics[i].value, made.metrics[i].value)))
            return "the metric " + *held.metrics[i].name;
    return held.note == made.note ? std::string() : "its note";
}

/// The same experiment, no longer than the session.
Experiment asFarAs(Experiment experiment, const std::vector<int>& lengths)
{
    const int longest = lengths.empty() ? 1 : *std::max_element(lengths.begin(), lengths.end());
    return shortened(std::move(experiment), std::max(0, longest - 1));
}

/// What was made again, in the order of (chain, index); what is beyond the session's chains is passed over.
class Again
{
public:
    explicit Again(std::unique_ptr<StoredLinks> links) : m_links(std::move(links)) {}

    /// Null where it was not made. Asked in order.
    Result<std::shared_ptr<Generation>> at(ChainIndex chain, int index)
    {
        const std::pair wanted(chain, index);
        while (!m_link || std::pair(m_link->chain, m_link->index) < wanted) {
            Result<std::optional<StoredLink>> next = m_links->next();
            if (!next)
                return next.error();
            if (!*next)
                return std::shared_ptr<Generation>();
            m_link = **std::move(next);
        }
        return std::pair(m_link->chain, m_link->index) == wanted ? m_link->generation : nullptr;
    }

private:
    std::unique_ptr<StoredLinks> m_links;
    std::optional<StoredLink> m_link;
};

Result<std::vector<std::string>> compare(const Session& held, const Session& made)
{
    const WantedDetail models = [](ChainIndex, int) { return Detail::Model; };
    Result<std::unique_ptr<StoredLinks>> links = made.links(models);
    if (!links)
        return links.error();
    Again again(*std::move(links));
    std::vector<std::string> problems;
    std::int64_t count = 0;
    const Result<void> read = held.forEach(
        [&](const GenerationPtr& generation) -> Result<void> {
            const auto other = again.at(generation->chain, generation->index);
            if (!other)
                return other.error();
            const std::string differs =
                *other ? difference(*generation, **other) : "whether it is there at all";
            if (!differs.empty() && ++count <= Session::kMaxProblems)
                problems.push_back(placeOf(generation->chain, generation->index) +
                                   ": made again it is not the same; what differs is " + differs);
            return {};
        },
        models);
    if (!read)
        return read.error();
    if (count > Session::kMaxProblems)
        problems.push_back("... and " + std::to_string(count - Session::kMaxProblems) + " more problems");
    return problems;
}

/// Puts models into the generations that lack one, and notes the first that is made otherwise.
class ModelMaker final : public ChainObserver
{
public:
    explicit ModelMaker(std::vector<GenerationPtr>& held)
    {
        for (GenerationPtr& generation : held)
            m_held.emplace(std::pair(generation->chain, generation->index), &generation);
    }

    void onGeneration(const GenerationPtr& made) override
    {
        const auto place = m_held.find({made->chain, made->index});
        if (place == m_held.end())
            return;
        GenerationPtr& held = *place->second;
        if (m_otherwise.empty() && !difference(*held, *made).empty())
            m_otherwise = placeOf(made->chain, made->index);
        if (held->snapshot)
            return;
        auto whole = std::make_shared<Generation>(*held);
        whole->snapshot = made->snapshot;
        held = std::move(whole);
    }

    /// Empty: none.
    const std::string& otherwise() const { return m_otherwise; }

private:
    std::map<std::pair<ChainIndex, int>, GenerationPtr*> m_held;
    std::string m_otherwise;
};

} // namespace

Result<std::vector<GenerationPtr>> withAllModels(const Session& session, std::vector<GenerationPtr> held,
                                                 const StopSource& stop, RunOptions options)
{
    const Result<std::vector<int>> lengths = session.chainLengths();
    if (!lengths)
        return lengths.error();
    ModelMaker maker(held);
    const Result<RunEnd> end = run(asFarAs(session.experiment(), *lengths), maker, stop.token(), options);
    if (!end || *end == RunEnd::Stopped)
        return end ? stopped() : end.error();
    std::string otherwise = maker.otherwise();
    for (const GenerationPtr& each : held)
        if (!each->snapshot && otherwise.empty())
            otherwise = placeOf(each->chain, each->index);
    if (!otherwise.empty())
        return invalidFile(session.path() +
                           ": the models that it does not keep cannot be made again: " + otherwise +
                           " comes out otherwise than it was. Were the data changed, or "
                           "was it made by another version?");
    return held;
}

Result<std::vector<std::string>> recompute(const Session& session, const StopSource& stop, RunOptions options,
                                           ChainObserver* observer)
{
    const Result<std::vector<int>> lengths = session.chainLengths();
    if (!lengths)
        return lengths.error();
    const TemporaryFolder folder;
    if (folder.path().empty())
        return systemError(
            "There is no folder for temporary files that can be written to; TMPDIR names another.");
    const Experiment experiment = asFarAs(session.experiment(), *lengths);
    auto again = Session::create((fs::path(folder.path()) / "again.hareloom").string(), experiment,
                                 session.provenance());
    if (!again)
        return again.error();
    SessionRecorder recorder(**again, stop, observer);
    const Result<RunEnd> end = run(experiment, recorder, stop.token(), options);
    if (recorder.failure() || !end)
        return recorder.failure() ? *recorder.failure() : end.error();
    if (*end == RunEnd::Stopped)
        return stopped();
    return compare(session, **again);
}

} // namespace hareloom
