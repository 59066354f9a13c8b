// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/chain/Run.h"
#include "ui/session/Mailbox.h"
#include "ui/session/SessionFile.h"

#include <memory>
#include <thread>

namespace hareloom::ui {

/// One call of hareloom::run() on a thread of its own, at low priority so that the window stays smooth.
/// Whatever happens there ends as mail. Constructed, asked and destroyed on the GUI thread.
class EngineThread
{
public:
    struct Job
    {
        Experiment experiment;
        RunOptions options;
        std::shared_ptr<SessionFile> recording; // null: not recorded
        std::string device = "cpu";             // of families that train networks; see chooseDevice()
    };

    /// Starts at once. `mailbox` outlives this.
    EngineThread(Job job, Mailbox& mailbox);
    /// Stops and waits: at most the 100 ms that the engine may take.
    ~EngineThread();

    void pause() { m_stop.pause(); }
    void resume() { m_stop.resume(); }
    void requestStop() { m_stop.requestStop(); }
    bool isPaused() const { return m_stop.isPaused(); }

private:
    StopSource m_stop;
    std::thread m_thread;
};

/// What the engine may use beside the window's thread: what the preferences say, else all cores but one.
int engineThreads();

} // namespace hareloom::ui
