// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/chain/Run.h"
#include "core/experiment/Experiment.h"
#include "core/store/Session.h"

#include <QString>

#include <chrono>
#include <memory>
#include <vector>

namespace hareloom::ui {

/// The window's only door to session files.
class SessionFile
{
public:
    /// A new file that a run is recorded to. `threads`: the engine's, kept with it.
    static Result<std::unique_ptr<SessionFile>> create(const QString& path, const Experiment& experiment,
                                                       int threads);
    ~SessionFile();

    QString path() const;
    /// Adds what was made earlier, and from which data (empty: not known). One thread at a time.
    Result<void> add(const std::vector<GenerationPtr>& generations,
                     const std::vector<SourceRecord>& sources = {});
    /// As Session::addBranch(). Not while record() is at work.
    Result<void> addBranch(std::size_t from, const SettingsChange& change);
    /// hareloom::run(), with every generation written here before `observer` hears of it. A full disk ends
    /// the run; what is finished is kept. Refused where the data are no longer those that it began with.
    /// `device`: what options.device is, in words.
    Result<RunEnd> record(const Experiment& experiment, ChainObserver& observer, const StopSource& stop,
                          const RunOptions& options, const std::string& device);

private:
    struct Impl;
    explicit SessionFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// What a session file holds.
struct SessionContents
{
    Experiment experiment;
    std::vector<GenerationPtr> generations;
    QString version;                                 // of the program that made it
    std::vector<SourceRecord> sources = {};          // of each variant
    std::vector<std::string> notes = {};             // what is to be said of it
    std::shared_ptr<const Session> stored = nullptr; // holds the generations, which are not in memory
};

/// Who made a session file, on what. Errors: those of opening it.
Result<Provenance> readProvenance(const QString& path);
/// All of a session. Models that it does not keep (--snapshot-every) are made again, from the experiment and
/// the data, as long as that takes at most kMostRemaking. Errors: those of opening it; InvalidFile (that
/// takes longer, or they do not come out as they were).
Result<SessionContents> readSession(const QString& path);
inline constexpr std::chrono::seconds kMostRemaking{20};
/// A compact copy of a session file, also while a run is writing to it. Replaces `to` at once or not at all.
/// The same for figures of a run, which need few models: a session of more than kMostHeld generations is left
/// in its file.
Result<SessionContents> readSessionToDraw(const QString& path);
inline constexpr std::int64_t kMostHeld = 200'000;
Result<void> copySession(const QString& from, const QString& to);

/// A fresh name in the folder of automatic recordings, which it makes if need be:
/// <AppData>/sessions/2026-01-31 17.30.05 Title.hareloom
QString autosavePath(const QString& title);
/// Whether a file lies in that folder.
bool isRecording(const QString& path);

} // namespace hareloom::ui
