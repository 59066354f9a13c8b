// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/chain/Run.h"
#include "core/store/Session.h"

#include <chrono>
#include <optional>

namespace hareloom {

/// Writes every finished generation of a run to a session, in groups: what came in the last kCommitInterval
/// may be lost when the process is killed, never what came before, and never half a generation.
/// The first storage error stops the run; what was committed stays.
class SessionRecorder final : public ChainObserver
{
public:
    static constexpr std::chrono::milliseconds kCommitInterval{50};

    /// `session` and `next` outlive the recorder. `stop` ends the run that it records. `next`, which may be
    /// null, hears everything after it is recorded.
    SessionRecorder(Session& session, StopSource stop, ChainObserver* next = nullptr)
        : m_session(session), m_stop(std::move(stop)), m_next(next), m_lastCommit(Clock::now())
    {
    }

    void onProgress(const Progress& progress) override;
    void onGeneration(const GenerationPtr& generation) override;
    void onDraft(ChainIndex chain, const SnapshotPtr& draft) override;
    /// The first storage error, as soon as there is one.
    Result<void> onCheckpoint() override;
    void onFinished(std::int64_t completedGenerations) override;

    /// Why recording ended early; nothing when all is well. Read it when run() has returned.
    const std::optional<Error>& failure() const { return m_failure; }

private:
    using Clock = std::chrono::steady_clock;

    void commitWhenDue();
    void keep(const Result<void>& result);

    Session& m_session;
    StopSource m_stop;
    ChainObserver* m_next;
    Clock::time_point m_lastCommit;
    std::optional<Error> m_failure;
};

} // namespace hareloom
