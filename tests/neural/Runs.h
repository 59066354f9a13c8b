// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Run.h"
#include "core/recipe/ExperimentJson.h"
#include "core/store/Session.h"
#include "core/store/SessionRecorder.h"
#include "tests/contract/Stops.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <cstring>
#include <functional>
#include <set>

namespace hareloom::runs {

/// Keeps what a run tells; stops it behind a generation.
class Collector final : public ChainObserver
{
public:
    explicit Collector(StopSource* stop = nullptr, int stopAfter = -1) : m_stop(stop), m_stopAfter(stopAfter)
    {
    }
    void onProgress(const Progress& progress) override
    {
        epochs = std::max(epochs, progress.training.epoch);
        phases.insert(progress.training.phase);
    }
    void onGeneration(const GenerationPtr& generation) override
    {
        all.push_back(generation);
        if (generation->index == m_stopAfter)
            m_stop->requestStop();
    }
    void onDraft(ChainIndex, const SnapshotPtr& draft) override { drafts.push_back(draft); }
    std::vector<GenerationPtr> all;
    std::vector<SnapshotPtr> drafts;
    int epochs = 0;
    std::set<TrainingPhase> phases;

private:
    StopSource* m_stop;
    int m_stopAfter;
};

inline bool same(const MetricValue& a, const MetricValue& b)
{
    return *a.name == *b.name && std::memcmp(&a.value, &b.value, sizeof a.value) == 0;
}

/// The experiment that `text` is, with ' for ", `folder` for @, `model` for # and `policy` for $: a raw
/// string would confuse moc.
inline Experiment experimentFrom(QByteArray text, const QString& folder, const std::string& policy,
                                 const std::string& model)
{
    text.replace('@', folder.toUtf8()).replace('#', model.c_str()).replace('$', policy.c_str());
    text.replace('\'', '"');
    auto made = parseExperiment(text.toStdString(), "test");
    if (!made)
        qFatal("%s", made.error().message.c_str());
    return *made;
}

/// Runs it on one thread into a new session, to the end or behind generation `stopAfter`.
inline std::vector<GenerationPtr> recorded(const Experiment& e, const QString& name, int stopAfter = -1)
{
    auto session = Session::create(name.toStdString(), e, {"test", "cpu", 1, kSamplingVersion, ""});
    if (!session)
        qFatal("%s", session.error().message.c_str());
    StopSource stop;
    Collector heard(&stop, stopAfter);
    SessionRecorder recorder(**session, stop, &heard);
    const auto end = run(e, recorder, stop.token(), {1, {}, "cpu"});
    if (!end)
        qFatal("%s", end.error().message.c_str());
    return heard.all;
}

/// Runs it again and again, stopped each time at a later poll: within a training, while writing, while
/// measuring. `compare` holds what was made before a stop against what an undisturbed run makes. Returns how
/// often it was stopped.
inline int stoppedEverywhere(const Experiment& e,
                             const std::function<void(const GenerationPtr&, const GenerationPtr&)>& compare)
{
    Collector undisturbed;
    if (!run(e, undisturbed, {}, {1, {}, "cpu"}))
        qFatal("the experiment does not run");
    return stopEverywhere([&](StopSource& stop) {
        Collector heard;
        const auto end = run(e, heard, stop.token(), {1, {}, "cpu"});
        if (!end)
            qFatal("%s", end.error().message.c_str());
        for (std::size_t i = 0; i < heard.all.size(); ++i)
            compare(heard.all[i], undisturbed.all[i]);
        return *end == RunEnd::Stopped;
    });
}

} // namespace hareloom::runs
