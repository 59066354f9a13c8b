// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepSession.h"

#include "core/recipe/DeviceChoice.h"
#include "core/sweep/ResultsFile.h"
#include "core/sweep/SweepForecast.h"
#include "core/sweep/SweepTables.h"
#include "ui/jobs/ThreadPriority.h"
#include "ui/language/EngineSentence.h"
#include "ui/session/EngineThread.h"
#include "ui/settings/Preferences.h"

#include <QCoreApplication>

#include <exception>
#include <mutex>
#include <sstream>

namespace hareloom::ui {

namespace {

constexpr int kMailMs = 66;
constexpr int kWatchMs = 1000;

/// Hands over the chains that are wanted and that others have made since the folder was read, and tells of
/// each chain, by point and replicate, whether it was one of them. Nobody else makes any while our file of
/// results is open.
Result<std::vector<bool>> takeKnown(const SweepFolder& folder, const SweepPlan& plan, SweepObserver& observer,
                                    const WantedChains& isWanted, const StopToken& stop)
{
    const auto kept = keptChains(folder, plan, isWanted, stop);
    if (!kept)
        return kept.error();
    std::vector<bool> known(static_cast<std::size_t>(plan.chains()));
    for (const ChainValuesPtr& chain : kept->chains) {
        if (auto heard = observer.onChain(chain); !heard)
            return heard.error();
        known[static_cast<std::size_t>(chain->point * plan.replicates() + chain->replicate)] = true;
    }
    return known;
}

/// Runs what is missing and keeps it in the folder `path`. `asked`: the device, as the preferences have it.
Result<SweepEnd> recorded(const SweepPlan& plan, const std::string& path, const std::string& asked,
                          SweepObserver& observer, const StopToken& stop, SweepOptions options)
{
    const auto folder = SweepFolder::make(path, plan.experiment());
    if (!folder)
        return folder.error();
    options.sessionFor = [&](std::int64_t point, std::int64_t replicate) {
        return folder->sessionFor(plan.idOf(point), replicate);
    };
    const std::string& family = plan.experiment().family;
    const auto device = chooseDevice(family, trainsNetworks(family) ? asked : "cpu");
    if (!device)
        return device.error();
    options.device = device->name;
    const auto file =
        ResultsFile::open(folder->resultsFile("run"), plan,
                          {QCoreApplication::applicationVersion().toStdString(), device->words()}, &observer);
    if (!file)
        return file.error();
    const auto known = takeKnown(*folder, plan, observer, options.isWanted, stop);
    if (!known)
        return known.error();
    options.isWanted = [wanted = options.isWanted, done = *known,
                        replicates = plan.replicates()](std::int64_t point, std::int64_t replicate) {
        return wanted(point, replicate) && !done[static_cast<std::size_t>(point * replicates + replicate)];
    };
    return runSweep(plan, **file, stop, options);
}

} // namespace

/// What the engine's thread has said since the window last looked.
struct SweepSession::Mail
{
    struct Failure
    {
        std::int64_t point = 0;
        std::string why;
    };
    std::mutex mutex;
    std::vector<ChainValuesPtr> chains;
    std::vector<Failure> failures;
    std::optional<Result<SweepEnd>> end;
};

class SweepSession::Postman final : public SweepObserver
{
public:
    explicit Postman(Mail& mail) : m_mail(mail) {}
    Result<void> onChain(const ChainValuesPtr& chain) override
    {
        const std::lock_guard lock(m_mail.mutex);
        m_mail.chains.push_back(chain);
        return {};
    }
    Result<void> onFailed(std::int64_t point, std::int64_t, const Error& why) override
    {
        const std::lock_guard lock(m_mail.mutex);
        m_mail.failures.push_back({point, why.message});
        return {};
    }

private:
    Mail& m_mail;
};

SweepSession::SweepSession(QObject* parent)
    : QObject(parent),
      m_planning("The sweep could not be planned",
                 [this](const Result<KeptSweep>& found) { takePlan(found); }),
      m_theory("The theory could not be worked out",
               [this](const Result<TheoryOf>& theory) {
                   if (!theory || !m_model)
                       return;
                   m_model->setTheory(theory->metric, theory->curves);
                   Q_EMIT changed();
               }),
      m_reading("The folder could not be read", [this](const Result<KeptChains>& kept) { takeKept(kept); }),
      m_forecast("The time could not be measured", [this](const Result<double>& seconds) {
          if (!seconds)
              return;
          m_seconds = *seconds;
          Q_EMIT changed();
      })
{
    m_timer.setInterval(kMailMs);
    connect(&m_timer, &QTimer::timeout, this, &SweepSession::collectMail);
    m_watch.setInterval(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, &SweepSession::lookAtFolder);
}

SweepSession::~SweepSession()
{
    endEngine();
}

void SweepSession::setExperiment(const Experiment& experiment, const std::string& folder)
{
    endEngine();
    m_theory.cancel();
    m_reading.cancel();
    m_forecast.cancel();
    m_seconds = -1;
    m_experiment = experiment;
    m_folder = folder.empty() ? ownSweepFolder(experiment) : folder;
    m_stamp = folderStamp(m_folder);
    m_model.reset();
    m_plan.reset();
    m_why.clear();
    setState(State::Planning);
    m_planning.start(
        [experiment, path = m_folder](const StopToken& stop) { return keptSweep(experiment, path, stop); });
}

void SweepSession::takePlan(const Result<KeptSweep>& found)
{
    if (!found) {
        m_why = engineSentence(found.error().message);
        setState(State::Refused);
        return;
    }
    m_plan = found->plan;
    m_model = std::make_unique<SweepModel>(m_plan);
    takeKept(found->kept);
    setState(m_model->chainsDone() == m_model->chainsInAll() ? State::Finished : State::Ready);
    Q_EMIT planned();
    if (m_state == State::Ready)
        m_forecast.start([plan = m_plan](const StopToken& stop) -> Result<double> {
            return forecastSweep(*plan, {.stop = stop}).transform([&plan](const auto& measured) {
                return measured.seconds(*plan, engineThreads());
            });
        });
}

// Another program may be at work on it.
void SweepSession::lookAtFolder()
{
    if (m_state != State::Ready || !m_plan || m_reading.isAtWork())
        return;
    const std::string stamp = folderStamp(m_folder);
    if (stamp == m_stamp)
        return;
    m_stamp = stamp;
    const auto isWanted = [done = m_model->doneChains()](std::int64_t point, std::int64_t replicate) {
        return !done(point, replicate);
    };
    m_reading.start([plan = m_plan, path = m_folder, isWanted](const StopToken& stop) -> Result<KeptChains> {
        return SweepFolder::open(path).and_then(
            [&](const SweepFolder& folder) { return keptChains(folder, *plan, isWanted, stop); });
    });
}

void SweepSession::takeKept(const Result<KeptChains>& kept)
{
    if (!kept || !m_model)
        return;
    m_why = kept->problems.empty() ? QString() : engineSentence(kept->problems.back());
    for (const ChainValuesPtr& chain : kept->chains)
        m_model->add(*chain);
    if (m_state != State::Ready || kept->chains.empty())
        return;
    Q_EMIT changed();
    if (m_model->chainsDone() == m_model->chainsInAll())
        setState(State::Finished);
}

Result<QByteArray> SweepSession::table() const
{
    const auto folder = SweepFolder::open(m_folder);
    if (!folder)
        return folder.error();
    auto results = SweepResults::read(*folder, *m_plan);
    if (!results)
        return results.error();
    std::ostringstream text;
    text.imbue(std::locale::classic());
    if (const auto written = writeSweepTable(*m_plan, *results, SweepTable::Wide, text); !written)
        return written.error();
    return QByteArray::fromStdString(text.str());
}

double SweepSession::shareDone() const
{
    return m_plan ? double(m_model->chainsDone()) / double(m_model->chainsInAll()) : 0;
}

double SweepSession::secondsLeft() const
{
    if (!m_model || m_state == State::Finished)
        return -1;
    const auto made = m_model->chainsDone() - m_before;
    if (m_state != State::Running || made < 1)
        return m_seconds < 0 ? -1 : m_seconds * (1 - shareDone());
    return double(m_clock.elapsed()) / 1000 / double(made) *
           double(m_model->chainsInAll() - m_model->chainsDone());
}

void SweepSession::start()
{
    m_forecast.cancel(); // it would share the cores
    m_reading.cancel();
    if (!m_plan || m_state == State::Running || m_state == State::Finished)
        return;
    endEngine();
    m_why.clear();
    m_stop = {};
    m_mail = std::make_shared<Mail>();
    m_before = m_model->chainsDone();
    m_clock.start();
    SweepOptions options;
    options.threads = engineThreads();
    options.isWanted = [done = m_model->doneChains()](std::int64_t point, std::int64_t replicate) {
        return !done(point, replicate);
    };
    m_engine = std::thread([plan = m_plan, path = m_folder, asked = Preferences::device(), mail = m_mail,
                            stop = m_stop, options]() mutable {
        lowerThreadPriority();
        Result<SweepEnd> end = SweepEnd::Stopped;
        try {
            Postman postman(*mail);
            end = recorded(*plan, path, asked, postman, stop.token(), options);
        } catch (const std::exception& problem) {
            end = systemError(std::string("The sweep ended unexpectedly: ") + problem.what());
        }
        const std::lock_guard lock(mail->mutex);
        mail->end = std::move(end);
    });
    m_timer.start();
    setState(State::Running);
}

void SweepSession::stop()
{
    if (m_state != State::Running)
        return;
    endEngine();
    collectMail();
}

void SweepSession::endEngine()
{
    m_stop.requestStop();
    if (m_engine.joinable())
        m_engine.join();
}

void SweepSession::collectMail()
{
    if (!m_mail)
        return;
    std::vector<ChainValuesPtr> chains;
    std::vector<Mail::Failure> failures;
    std::optional<Result<SweepEnd>> end;
    {
        const std::lock_guard lock(m_mail->mutex);
        chains.swap(m_mail->chains);
        failures.swap(m_mail->failures);
        end = m_mail->end;
    }
    for (const ChainValuesPtr& chain : chains)
        m_model->add(*chain);
    for (const Mail::Failure& failure : failures)
        m_model->fail(failure.point, engineSentence(failure.why));
    if (!chains.empty() || !failures.empty())
        Q_EMIT changed();
    if (!end)
        return;
    m_timer.stop();
    m_mail.reset();
    endEngine();
    if (!*end && end->error().kind != ErrorKind::Stopped)
        m_why = engineSentence(end->error().message);
    setState(*end && **end == SweepEnd::Finished ? State::Finished : State::Ready);
}

void SweepSession::wantTheory(const std::string& metric)
{
    const bool isWorkedOut = m_theory.isAtWork() && m_theoryAtWork == metric;
    if (!m_plan || m_model->hasTheory(metric) || isWorkedOut)
        return;
    m_theoryAtWork = metric;
    m_theory.start([plan = m_plan, metric](const StopToken& stop) -> Result<TheoryOf> {
        return theoryOfSweep(*plan, metric, stop).transform([&metric](auto curves) {
            return TheoryOf{metric, std::move(curves)};
        });
    });
}

void SweepSession::setState(State state)
{
    m_state = state;
    if (state == State::Ready)
        m_watch.start();
    else
        m_watch.stop();
    Q_EMIT stateChanged();
}

} // namespace hareloom::ui
