// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionRecorder.h"

namespace hareloom {

void SessionRecorder::onProgress(const Progress& progress)
{
    // A slow generation must not keep the one before it waiting for the disk.
    commitWhenDue();
    if (m_next)
        m_next->onProgress(progress);
}

void SessionRecorder::onDraft(ChainIndex chain, const SnapshotPtr& draft)
{
    if (m_next)
        m_next->onDraft(chain, draft);
}

void SessionRecorder::onGeneration(const GenerationPtr& generation)
{
    if (!m_failure)
        keep(m_session.append(*generation));
    commitWhenDue();
    if (m_next)
        m_next->onGeneration(generation);
}

Result<void> SessionRecorder::onCheckpoint()
{
    if (m_failure)
        return *m_failure;
    return m_next ? m_next->onCheckpoint() : Result<void>{};
}

void SessionRecorder::onFinished(std::int64_t completedGenerations)
{
    if (!m_failure)
        keep(m_session.commit());
    if (m_next)
        m_next->onFinished(completedGenerations);
}

void SessionRecorder::commitWhenDue()
{
    const Clock::time_point now = Clock::now();
    // A paused run may sleep for hours: nothing should wait for it to go on.
    if (m_failure || (now - m_lastCommit < kCommitInterval && !m_stop.isPaused()))
        return;
    keep(m_session.commit());
    m_lastCommit = Clock::now();
}

void SessionRecorder::keep(const Result<void>& result)
{
    if (result)
        return;
    m_failure = result.error();
    m_stop.requestStop();
}

} // namespace hareloom
