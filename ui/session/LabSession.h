// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forecast/TimeLeft.h"
#include "ui/session/EngineThread.h"
#include "ui/session/History.h"
#include "ui/session/TrainingCourse.h"

#include <QObject>
#include <QTimer>

namespace hareloom::ui {

enum class RunState {
    Ready, // nothing has run yet
    Running,
    Paused,   // the engine sleeps, or a step is done and more could follow
    Finished, // every generation is there
    Stopped,  // by the user or by an error; what is finished is kept
};

/// The experiment on the bench: its settings, its run and every generation so far. Owns the engine's
/// thread. Recorded to an automatic session file while it runs. GUI thread.
class LabSession : public QObject
{
    Q_OBJECT
public:
    explicit LabSession(QObject* parent = nullptr);
    ~LabSession() override;

    /// Ends what is running and puts a new experiment on the bench.
    void setExperiment(const Experiment& experiment);
    /// The same with the generations of an earlier run; `path` is their file.
    void setFinished(const SessionContents& contents, const QString& path);
    /// One variant more, a branch of variant `from`: as that one until `change`. What is there stays, and
    /// start() makes what is missing; the recording goes on with it. Errors: those of withBranch(), and of
    /// writing the recording; then nothing has changed but that a run has stopped.
    Result<void> addBranch(std::size_t from, const SettingsChange& change);

    const Experiment& experiment() const { return m_experiment; }
    /// The experiments of each variant; just experiment() when there are none.
    const std::vector<Experiment>& variants() const { return m_variants; }
    /// The variant that a chain belongs to.
    const Experiment& experimentOf(ChainIndex chain) const;
    /// SourceRecord::digest of the data that a chain's run began with; empty: not known, or not read from
    /// files.
    std::string dataDigestOf(ChainIndex chain) const;
    const History& history() const { return m_history; }
    RunState state() const { return m_state; }
    bool isRunning() const { return m_state == RunState::Running; }
    const Progress& progress() const { return m_progress; }
    /// A chain's first model as far as it has learnt, for families that show it; null once the chain has its
    /// generation 0, and for the others.
    SnapshotPtr draft(ChainIndex chain) const;
    /// How the training of a generation went, if it was made here.
    TrainingCourse training(ChainIndex chain, int generation) const
    {
        return m_trainings.of(chain, generation);
    }
    /// Of the run as a whole; negative while nothing can be said.
    double secondsLeft() const;
    /// Of the run's work, in [0, 1]: generations count by what they cost.
    double shareDone() const { return m_timeLeft.shareDone(); }
    /// The file that holds this run; empty before the first and when recording failed.
    QString recordingPath() const;
    void setRecording(bool on) { m_isRecording = on; }

public Q_SLOTS:
    /// From the beginning, or on from where it was paused or stopped.
    void start();
    void pause();
    /// One more generation of each chain, exactly.
    void step();
    /// Ends the run; what is finished is kept. Within 100 ms.
    void stop();
    /// Back to before the first generation.
    void reset();

Q_SIGNALS:
    void experimentChanged();
    /// New ones are in history(); at most 30 times a second.
    void generationsReady();
    void stateChanged(hareloom::ui::RunState state);
    void progressChanged();
    void draftChanged();
    void failed(const QString& sentence);
    /// What the run does otherwise than one would think.
    void noted(const QString& sentence);

private:
    enum class Next { Nothing, Run, Step };

    void putOnBench(const Experiment& experiment, std::vector<SourceRecord> sources);
    void dropWithoutModels();
    void endEngine();
    void takeIn(const Mail& mail);
    void launch(Next what);
    void openRecording();
    void endRecording();
    void collectMail();
    void conclude(const RunOutcome& outcome);
    void setState(RunState state);
    bool isComplete() const;

    Experiment m_experiment;
    std::vector<Experiment> m_variants;
    History m_history;
    Progress m_progress;
    TrainingCourses m_trainings;
    Draft m_draft; // the newest of all chains'
    RunState m_state = RunState::Ready;
    Mailbox m_mailbox;
    std::unique_ptr<EngineThread> m_engine;
    std::shared_ptr<SessionFile> m_recording;
    QString m_openedPath;
    std::vector<SourceRecord> m_sources; // of what was opened; empty: not known
    QTimer m_mailTimer;
    TimeLeft m_timeLeft;
    Next m_running = Next::Nothing;    // what the engine is busy with
    Next m_afterwards = Next::Nothing; // what follows once it has ended
    bool m_isRecording = true;
};

} // namespace hareloom::ui
