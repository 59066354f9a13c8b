// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/Fetch.h"

#include "core/catalogue/Folders.h"
#include "core/catalogue/Holdings.h"
#include "core/catalogue/Sha256.h"
#include "core/download/Transfer.h"
#include "core/download/Unpack.h"

#include <optional>
#include <thread>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

constexpr int kMostTries = 100; // of one address, however many bytes come each time
constexpr std::chrono::milliseconds kLongestWait{8000};

/// Sleeps in short pieces. False when it was stopped.
bool waited(std::chrono::milliseconds time, const StopToken& stop)
{
    constexpr std::chrono::milliseconds kPiece{50};
    for (; time > time.zero() && !stop.stopRequested(); time -= kPiece)
        std::this_thread::sleep_for(std::min(time, kPiece));
    return !stop.stopRequested();
}

/// Room for what is still to come. A file system that does not say how much it has is believed to have it.
Result<void> checkRoom(const CatalogueEntry& entry)
{
    std::error_code failure;
    fs::path folder = folderOf(entry);
    while (!fs::exists(folder, failure) && folder.has_relative_path())
        folder = folder.parent_path();
    const fs::space_info space = fs::space(folder, failure);
    const std::int64_t missing = entry.bytes() - holdingOf(entry).bytes;
    if (failure || missing <= 0 || space.available >= static_cast<std::uintmax_t>(missing))
        return {};
    return systemError(entry.title + " needs " + sizeText(missing) + " more, and the disk of " +
                       folder.string() + " has " + sizeText(static_cast<std::int64_t>(space.available)) +
                       " left");
}

/// One file of an entry, from whatever is there of it to its checked content.
class FileFetch
{
public:
    FileFetch(const CatalogueEntry& entry, const CatalogueFile& file, const FetchOptions& options,
              std::int64_t before)
        : m_entry(entry),
          m_file(file),
          m_options(options),
          m_before(before),
          m_path((folderOf(entry) / file.name).string())
    {
    }

    Result<void> run()
    {
        const auto there = isThere();
        if (!there || *there)
            return there ? Result<void>() : Result<void>(there.error());
        auto part = PartFile::open(m_path);
        if (!part)
            return part.error();
        std::optional<Error> last;
        for (const std::string& address : addressesOf(m_entry, m_file)) {
            auto done = from(address, *part);
            if (done || done.error().kind == ErrorKind::Stopped || m_isOurFault)
                return done;
            last = done.error();
        }
        if (!last)
            return systemError(m_entry.title + ": no address is known for " + m_file.name);
        if (part->size() > 0)
            last->message += "; the " + sizeText(part->size()) +
                             " that have arrived are kept, and the next "
                             "try goes on from there";
        return *last;
    }

private:
    /// The finished file, as an earlier fetch or a person left it. One of other content makes room.
    Result<bool> isThere()
    {
        std::error_code missing;
        if (!fs::exists(m_path, missing))
            return false;
        if (static_cast<std::int64_t>(fs::file_size(m_path, missing)) == m_file.bytes) {
            tell(m_file.bytes, true);
            const auto hash = sha256Of(m_path, m_options.stop);
            if (!hash)
                return hash.error();
            if (*hash == m_file.sha256)
                return true;
        }
        fs::remove(m_path, missing);
        return missing ? Result<bool>(systemError(m_path + ": cannot be replaced: " + missing.message()))
                       : false;
    }

    Result<void> from(const std::string& address, PartFile& part)
    {
        auto wait = m_options.retryAfter;
        int inVain = 0;
        for (int tried = 0;; ++tried) {
            const std::int64_t began = part.size();
            auto done = once(address, part);
            const bool mayTryAgain = m_mayTryAgain && tried < kMostTries;
            inVain = part.size() > began ? 0 : inVain + 1;
            if (done || !mayTryAgain || inVain >= m_options.tries)
                return done;
            if (!waited(inVain == 0 ? m_options.retryAfter : wait, m_options.stop))
                return stopped();
            wait = std::min(2 * wait, kLongestWait);
        }
    }

    Result<void> once(const std::string& address, PartFile& part)
    {
        m_mayTryAgain = false;
        const std::int64_t began = part.size();
        if (began > m_file.bytes)
            if (auto emptied = part.startAgain(); !emptied)
                return ours(emptied.error());
        if (part.size() < m_file.bytes) {
            const TransferRequest request{.address = address,
                                          .totalBytes = m_file.bytes,
                                          .stallAfter = m_options.stallAfter,
                                          .slowFor = m_options.slowFor,
                                          .leastBytesASecond = m_options.leastBytesASecond,
                                          .stop = m_options.stop,
                                          .onBytes = [&] { tell(part.size(), false); }};
            const TransferOutcome outcome = transfer(request, part);
            m_mayTryAgain = outcome.end == TransferEnd::Broken;
            if (outcome.end == TransferEnd::Stopped)
                return stopped();
            if (outcome.end == TransferEnd::WriteFailed)
                return ours(systemError(outcome.why));
            if (outcome.end != TransferEnd::Complete)
                return systemError(outcome.why);
        }
        return check(address, began, part);
    }

    Result<void> check(const std::string& address, std::int64_t began, PartFile& part)
    {
        tell(m_file.bytes, true);
        const auto hash = sha256Of(part.partPath(), m_options.stop);
        if (!hash)
            return hash.error();
        if (*hash == m_file.sha256) {
            auto finished = part.finish();
            return finished ? finished : ours(finished.error());
        }
        if (auto emptied = part.startAgain(); !emptied)
            return ours(emptied.error());
        m_mayTryAgain = began > 0; // what was there before may be at fault
        return invalidFile(
            shownAddress(address) + ": what came is not the published file (its SHA-256 begins with " +
            hash->substr(0, 12) + " instead of " + m_file.sha256.substr(0, 12) + "); it was thrown away");
    }

    /// Another address would not help.
    Error ours(Error error)
    {
        m_isOurFault = true;
        return error;
    }

    void tell(std::int64_t bytes, bool isChecking) const
    {
        if (m_options.onProgress)
            m_options.onProgress({m_file.name, m_before + bytes, m_entry.bytes(), isChecking});
    }

    const CatalogueEntry& m_entry;
    const CatalogueFile& m_file;
    const FetchOptions& m_options;
    std::int64_t m_before; // bytes of the files before this one
    std::string m_path;
    bool m_mayTryAgain = false, m_isOurFault = false;
};

} // namespace

Result<void> fetchEntry(const CatalogueEntry& entry, const FetchOptions& options)
{
    if (entry.isOnHub() && isHubOffline() && holdingOf(entry).state != HoldingState::Present)
        return unsupported(entry.title +
                           " is not complete on this machine, and HF_HUB_OFFLINE forbids to fetch it");
    if (auto room = checkRoom(entry); !room)
        return room;
    std::int64_t before = 0;
    for (const CatalogueFile& file : entry.files) {
        if (auto done = FileFetch(entry, file, options, before).run(); !done)
            return done;
        before += file.bytes;
    }
    if (entry.unpacked.empty())
        return {};
    const fs::path folder = folderOf(entry);
    return unpack((folder / entry.files[0].name).string(), entry.unpacked, folder.string(), options.stop);
}

} // namespace hareloom
