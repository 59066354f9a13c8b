// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Recompute.h"

#include "core/store/LinkDifference.h"
#include "core/store/SessionRecorder.h"
#include "core/store/StoredLinks.h"

#include <unistd.h>

#include <filesystem>
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
                *other ? linkDifference(*generation, **other) : "whether it is there at all";
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

} // namespace

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
