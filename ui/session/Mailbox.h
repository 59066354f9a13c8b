// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Run.h"

#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace hareloom::ui {

/// How a run ended: finished, stopped, or an error's sentence.
struct RunOutcome
{
    bool finished = false;
    std::string error; // empty when nothing went wrong
};

/// A chain's first model while it learns.
struct Draft
{
    ChainIndex chain = 0;
    SnapshotPtr model; // null: there is none
};

/// What the engine's thread has said since the window last looked.
struct Mail
{
    std::vector<GenerationPtr> generations;
    std::map<ChainIndex, double> seconds; // of a processor, spent on chains since
    std::optional<Progress> progress;
    std::optional<Draft> draft;
    std::optional<RunOutcome> outcome;
};

/// Between the engine's thread and the window: immutable values go in one by one and come out in batches.
/// Any thread.
class Mailbox
{
public:
    /// `seconds` of a processor went into its chain since the last time that any were told.
    void put(const GenerationPtr& generation, double seconds = 0)
    {
        const std::lock_guard lock(m_mutex);
        m_mail.generations.push_back(generation);
        if (seconds > 0)
            m_mail.seconds[generation->chain] += seconds;
    }
    void put(const Progress& progress)
    {
        const std::lock_guard lock(m_mutex);
        m_mail.progress = progress;
    }
    void put(Draft draft)
    {
        const std::lock_guard lock(m_mutex);
        m_mail.draft = std::move(draft);
    }
    void put(RunOutcome outcome)
    {
        const std::lock_guard lock(m_mutex);
        m_mail.outcome = std::move(outcome);
    }
    Mail take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_mail, {});
    }

private:
    std::mutex m_mutex;
    Mail m_mail;
};

} // namespace hareloom::ui
