// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ReplaceSession.h"

#include "core/base/AtomicFile.h"
#include "core/store/SessionFormat.h"
#include "core/store/WriterLock.h"

#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hareloom {

namespace {

namespace fs = std::filesystem;

bool isThere(const std::string& path)
{
    std::error_code failed;
    return fs::exists(fs::symlink_status(path, failed));
}

/// What is written beside the target; gone again when it is not taken over.
struct Unfinished
{
    explicit Unfinished(const std::string& path)
        : session(nameBeside(path)), weights(nameBeside(Checkpoints::folderFor(path)))
    {
    }
    ~Unfinished()
    {
        removeSideFiles(session);
        ::unlink(session.c_str());
        Checkpoints::remove(weights);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    std::string session, weights;
};

/// The log that SQLite keeps beside the target of a session that was killed: it belongs to the old file and
/// must not be found beside the new one. Put aside, and back again when the old file stays.
class OldLog
{
public:
    explicit OldLog(const std::string& path)
    {
        for (const char* suffix : {"-wal", "-shm", "-journal"})
            if (isThere(path + suffix))
                m_moved.emplace_back(path + suffix, nameBeside(path + suffix));
        for (const auto& [log, aside] : m_moved)
            ::rename(log.c_str(), aside.c_str());
    }
    ~OldLog()
    {
        for (const auto& [log, aside] : m_moved)
            m_isReplaced ? ::unlink(aside.c_str()) : ::rename(aside.c_str(), log.c_str());
    }
    OldLog(const OldLog&) = delete;
    OldLog& operator=(const OldLog&) = delete;

    void replaced() { m_isReplaced = true; }

private:
    std::vector<std::pair<std::string, std::string>> m_moved;
    bool m_isReplaced = false;
};

Result<void> copyDatabase(const Database& session, const std::string& to)
{
    Result<Statement> vacuum = session.prepare("VACUUM INTO ?1");
    if (!vacuum)
        return vacuum.error();
    vacuum->bind(1, std::string_view(to));
    return vacuum->run();
}

Error inTheWay(const std::string& folder)
{
    return invalidInput(folder +
                        ": this folder holds other things than weights of the session that is replaced, and "
                        "is left as it is; move it away, or choose another name.");
}

/// The failure told with the name that the user knows.
Error aboutTarget(Error error, const std::string& from, const std::string& path)
{
    if (const std::size_t at = error.message.find(from); at != std::string::npos)
        error.message.replace(at, from.size(), path);
    return error;
}

/// Whether something of the old weights or of the new ones is to be moved.
bool hasWeights(const Unfinished& unfinished, const std::string& folder)
{
    return isThere(unfinished.weights) || isThere(folder);
}

Result<void> swapWeights(const Unfinished& unfinished, const std::string& folder)
{
    if (isThere(unfinished.weights))
        return exchange(unfinished.weights, folder);
    return exchange(folder, unfinished.weights); // the new session has none: the old ones are only taken away
}

Result<void> takeOver(const Unfinished& unfinished, const std::string& path)
{
    const std::string folder = Checkpoints::folderFor(path);
    const bool hadWeights = isThere(folder), moves = hasWeights(unfinished, folder);
    if (moves)
        if (Result<void> swapped = swapWeights(unfinished, folder); !swapped)
            return swapped;
    OldLog log(path);
    Result<void> published = publishFile(unfinished.session, path);
    if (published)
        log.replaced();
    else if (moves)
        (void)(hadWeights ? exchange(unfinished.weights, folder) : exchange(folder, unfinished.weights));
    return published;
}

} // namespace

Result<void> replaceSession(const std::string& path, const Database& session, const Checkpoints& weights)
{
    const std::string folder = Checkpoints::folderFor(path);
    std::optional<WriterLock> held;
    if (::access(path.c_str(), W_OK) == 0) {
        Result<WriterLock> lock = WriterLock::take(path);
        if (!lock)
            return lock.error();
        held = *std::move(lock);
    }
    // Weights without their session may be all that is left of one that was moved.
    if (isThere(path) ? !Checkpoints::isOurs(folder) : !Checkpoints::isFree(folder))
        return inTheWay(folder);
    removeLeftovers(path);
    removeLeftovers(folder);
    const Unfinished unfinished(path);
    if (Result<void> copied = copyDatabase(session, unfinished.session); !copied)
        return aboutTarget(copied.error(), session.path(), path);
    if (Result<void> copied = weights.copyTo(unfinished.weights); !copied)
        return aboutTarget(copied.error(), unfinished.weights, folder);
    return takeOver(unfinished, path);
}

} // namespace hareloom
