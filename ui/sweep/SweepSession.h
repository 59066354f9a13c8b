// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/LatestJob.h"
#include "ui/sweep/KeptSweep.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <thread>

namespace hareloom::ui {

/// A sweep on the bench: its plan, its chains as they come, and the engine's thread that makes them. What is
/// finished is kept in a folder of the program's own, so that the same sweep goes on where it was left. What
/// other programs add to the folder is seen within a second or two. GUI thread.
class SweepSession : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Planning, // the points are being checked
        Ready,    // nothing runs; there may be chains
        Running,
        Finished, // every chain is there, or has failed
        Refused   // why() says so
    };

    explicit SweepSession(QObject* parent = nullptr);
    ~SweepSession() override;

    /// Ends what is running. `experiment` has a sweep. Its points are checked beside the GUI thread.
    /// `folder`: of a sweep that is kept there; empty: ownSweepFolder().
    void setExperiment(const Experiment& experiment, const std::string& folder = {});
    const Experiment& experiment() const { return m_experiment; }
    State state() const { return m_state; }
    /// The table of all chains as CSV: `hareloom-cli sweep collect` writes the same. Errors: System.
    Result<QByteArray> table() const;
    /// Null until the sweep is planned.
    const SweepModel* model() const { return m_model.get(); }
    /// The sentence of what went wrong last; empty where nothing did.
    const QString& why() const { return m_why; }
    /// Until all is done, at the pace so far, or as it was measured before the run; negative while nothing
    /// can be said.
    double secondsLeft() const;
    /// Of the chains, in [0, 1].
    double shareDone() const;

    void start();
    /// What is finished is kept. Within 100 ms.
    void stop();
    /// Has theory() of a metric worked out, once; changed() says when it is there.
    void wantTheory(const std::string& metric);

Q_SIGNALS:
    void planned();
    /// New chains or curves of theory; at most 15 times a second.
    void changed();
    void stateChanged();

private:
    struct Mail;
    class Postman;

    void takePlan(const Result<KeptSweep>& found);
    void takeKept(const Result<KeptChains>& kept);
    void lookAtFolder();
    void endEngine();
    void collectMail();
    void setState(State state);

    Experiment m_experiment;
    SweepPlanPtr m_plan;
    std::unique_ptr<SweepModel> m_model;
    State m_state = State::Planning;
    QString m_why;
    std::string m_folder;
    LatestJob<KeptSweep> m_planning;
    struct TheoryOf
    {
        std::string metric;
        SweepModel::Theory curves;
    };
    LatestJob<TheoryOf> m_theory;
    std::string m_theoryAtWork; // the metric that is being worked out
    LatestJob<KeptChains> m_reading;
    std::string m_stamp; // of the folder when it was read
    LatestJob<double> m_forecast;
    double m_seconds = -1; // that all chains take, as measured before any ran
    std::shared_ptr<Mail> m_mail;
    StopSource m_stop;
    std::thread m_engine;
    QTimer m_timer, m_watch;
    QElapsedTimer m_clock;     // since start()
    std::int64_t m_before = 0; // chains that were there then
};

} // namespace hareloom::ui
