// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/LabSession.h"

#include "core/recipe/Forks.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/Variants.h"
#include "core/store/ChainPlan.h"
#include "core/store/UsableLength.h"
#include "ui/language/EngineSentence.h"
#include "ui/paths/PathBytes.h"
#include "ui/session/Recordings.h"
#include "ui/settings/Preferences.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr int kMailMs = 33;

} // namespace

LabSession::LabSession(QObject* parent) : QObject(parent)
{
    m_mailTimer.setInterval(kMailMs);
    connect(&m_mailTimer, &QTimer::timeout, this, &LabSession::collectMail);
}

LabSession::~LabSession()
{
    endEngine();
    endRecording();
}

void LabSession::setExperiment(const Experiment& experiment)
{
    putOnBench(experiment, {});
}

void LabSession::putOnBench(const Experiment& experiment, std::vector<SourceRecord> sources)
{
    endEngine();
    endRecording();
    m_openedPath.clear();
    m_sources = std::move(sources);
    m_experiment = experiment;
    auto variants = expandVariants(experiment);
    m_variants = variants ? std::move(variants).value() : std::vector<Experiment>{experiment};
    m_history.clear();
    m_trainings.clear();
    m_progress = {};
    m_state = RunState::Ready;
    Q_EMIT experimentChanged();
    Q_EMIT stateChanged(m_state);
}

void LabSession::setFinished(const SessionContents& contents, const QString& path)
{
    putOnBench(contents.experiment, contents.sources);
    m_openedPath = path;
    if (contents.stored)
        m_history.setStored(contents.stored);
    for (const GenerationPtr& generation : contents.generations)
        m_history.add(generation);
    Q_EMIT generationsReady();
    setState(m_history.isEmpty() ? RunState::Ready : isComplete() ? RunState::Finished : RunState::Stopped);
}

Result<void> LabSession::addBranch(std::size_t from, const SettingsChange& change)
{
    const auto wider = withBranch(m_experiment, from, change);
    if (!wider)
        return wider.error();
    m_engine.reset(); // what it has made until then is in the recording already
    takeIn(m_mailbox.take());
    if (m_recording)
        if (const auto added = m_recording->addBranch(from, change); !added) {
            endEngine();
            setState(RunState::Stopped);
            return added;
        }
    const auto recording = std::exchange(m_recording, nullptr);
    const QString path = recording ? QString() : m_openedPath;
    std::vector<SourceRecord> sources = m_sources;
    if (from < sources.size())
        sources.push_back(sources[from]);
    std::vector<GenerationPtr> all = m_history.all();
    const auto chains = static_cast<ChainIndex>(m_experiment.chains);
    const auto branch = static_cast<ChainIndex>(wider->variants.size() - 1);
    for (std::size_t i = 0, made = all.size(); i < made; ++i)
        if (all[i]->chain / chains == static_cast<ChainIndex>(from) && all[i]->index < change.at) {
            auto shared = std::make_shared<Generation>(*all[i]);
            shared->chain = branch * chains + all[i]->chain % chains;
            all.push_back(std::move(shared));
        }
    setFinished({*wider, std::move(all), {}, std::move(sources)}, path);
    m_recording = recording;
    return {};
}

const Experiment& LabSession::experimentOf(ChainIndex chain) const
{
    const auto variant = static_cast<std::size_t>(
        std::max<std::int64_t>(0, chain / std::max<std::int64_t>(1, m_experiment.chains)));
    return variant < m_variants.size() ? m_variants[variant] : m_experiment;
}

std::string LabSession::dataDigestOf(ChainIndex chain) const
{
    const auto variant = static_cast<std::size_t>(
        std::max<std::int64_t>(0, chain / std::max<std::int64_t>(1, m_experiment.chains)));
    return variant < m_sources.size() ? m_sources[variant].digest : std::string();
}

SnapshotPtr LabSession::draft(ChainIndex chain) const
{
    return chain == m_draft.chain && m_history.count(chain) == 0 ? m_draft.model : nullptr;
}

double LabSession::secondsLeft() const
{
    return isRunning() ? m_timeLeft.seconds() : -1;
}

QString LabSession::recordingPath() const
{
    return m_recording ? m_recording->path() : m_openedPath;
}

void LabSession::start()
{
    if (m_state == RunState::Running || m_state == RunState::Finished)
        return;
    if (m_engine && m_engine->isPaused() && m_running == Next::Run) {
        m_engine->resume();
        m_timeLeft.resume();
        setState(RunState::Running);
        return;
    }
    launch(Next::Run);
}

void LabSession::pause()
{
    if (m_state != RunState::Running || !m_engine)
        return;
    m_engine->pause();
    m_timeLeft.pause();
    setState(RunState::Paused);
}

void LabSession::step()
{
    if (m_state == RunState::Finished || m_state == RunState::Running)
        return;
    launch(Next::Step);
}

void LabSession::stop()
{
    m_afterwards = Next::Nothing;
    if (m_engine)
        m_engine->requestStop();
}

void LabSession::reset()
{
    setExperiment(Experiment(m_experiment));
}

void LabSession::endEngine()
{
    m_mailTimer.stop();
    m_engine.reset();
    m_mailbox.take();
    m_draft = {};
    m_running = m_afterwards = Next::Nothing;
}

// A step is a shorter run of the same experiment: seeds depend on the generation's number, not on how many
// there are. What the engine holds from a paused run is given up for it, what is finished is not.
void LabSession::launch(Next what)
{
    if (m_engine) {
        m_afterwards = what;
        m_engine->requestStop();
        return;
    }
    dropWithoutModels();
    openRecording();
    EngineThread::Job job{
        m_experiment, {engineThreads(), m_history.all()}, m_recording, Preferences::device()};
    if (what == Next::Step) {
        int next = std::numeric_limits<int>::max();
        const auto chains =
            static_cast<int>(m_experiment.chains * static_cast<std::int64_t>(m_variants.size()));
        for (int chain = 0; chain < chains; ++chain)
            next = std::min(next, m_history.count(chain));
        job.experiment = shortened(m_experiment, next);
    }
    m_running = what;
    m_timeLeft.begin(m_variants, m_experiment.chains);
    for (const GenerationPtr& generation : job.options.resume)
        m_timeLeft.add(*generation);
    m_timeLeft.startClock();
    m_engine = std::make_unique<EngineThread>(std::move(job), m_mailbox);
    m_mailTimer.start();
    setState(RunState::Running);
}

// As 'hareloom-cli run --resume' does: the run makes again what cannot be gone on from.
void LabSession::dropWithoutModels()
{
    const ChainPlan plan(m_experiment, 1, forksOf(m_variants));
    if (!plan.isOfNetworks())
        return;
    for (ChainIndex chain = 0; chain < plan.chains(); ++chain) {
        const int length = m_history.count(chain);
        const Result<int> usable =
            usableLength(plan.needsEverySample(chain), length, [&](int index) -> Result<bool> {
                const SnapshotPtr& model = m_history.at(chain, index)->snapshot;
                return model && model->isComplete();
            });
        if (*usable == length || *usable == 0)
            continue;
        m_history.shorten(chain, *usable);
        Q_EMIT generationsReady();
        if (length > plan.firstOwn(chain)) // of what a branch shares only some weights are kept
            Q_EMIT noted(engineSentence(goesOnFrom(bytesOf(m_openedPath), chain, length, *usable)));
    }
}

void LabSession::openRecording()
{
    if (m_recording || !m_isRecording)
        return;
    auto file = SessionFile::create(autosavePath(QString::fromStdString(m_experiment.title)), m_experiment,
                                    engineThreads());
    if (!file) {
        Q_EMIT failed(tr("This run is not being recorded: %1").arg(engineSentence(file.error().message)));
        return;
    }
    m_recording = std::move(file).value();
    if (const auto kept = m_recording->add(m_history.all(), m_sources); !kept)
        Q_EMIT failed(engineSentence(kept.error().message));
}

// One in which nothing was finished is worth nothing to anybody.
void LabSession::endRecording()
{
    const QString path = m_recording ? m_recording->path() : QString();
    m_recording.reset();
    if (!path.isEmpty() && m_history.isEmpty())
        deleteRecording(path);
}

void LabSession::takeIn(const Mail& mail)
{
    for (const GenerationPtr& generation : mail.generations) {
        m_history.add(generation);
        m_timeLeft.add(*generation);
    }
    for (const auto& [chain, seconds] : mail.seconds)
        m_timeLeft.spend(chain, seconds);
}

void LabSession::collectMail()
{
    Mail mail = m_mailbox.take();
    takeIn(mail);
    if (mail.progress) {
        m_progress = *mail.progress;
        m_trainings.add(m_progress);
        Q_EMIT progressChanged();
    }
    if (mail.draft) {
        m_draft = *std::move(mail.draft);
        Q_EMIT draftChanged();
    }
    if (!mail.generations.empty())
        Q_EMIT generationsReady();
    if (mail.outcome)
        conclude(*mail.outcome);
}

void LabSession::conclude(const RunOutcome& outcome)
{
    const Next next = m_afterwards;
    const bool wasStep = m_running == Next::Step;
    endEngine();
    if (m_history.isEmpty() && next == Next::Nothing)
        endRecording();
    const RunState halted = m_history.isEmpty() ? RunState::Ready : RunState::Stopped; // as if not begun
    if (!outcome.error.empty()) {
        setState(halted);
        Q_EMIT failed(engineSentence(outcome.error));
        return;
    }
    if (next != Next::Nothing && !isComplete()) {
        launch(next);
        return;
    }
    if (!outcome.finished)
        setState(halted);
    else
        setState(wasStep && !isComplete() ? RunState::Paused : RunState::Finished);
}

void LabSession::setState(RunState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

bool LabSession::isComplete() const
{
    const auto chains = static_cast<int>(m_experiment.chains * static_cast<std::int64_t>(m_variants.size()));
    for (int chain = 0; chain < chains; ++chain)
        if (m_history.count(chain) <= experimentOf(chain).generations)
            return false;
    return true;
}

} // namespace hareloom::ui
