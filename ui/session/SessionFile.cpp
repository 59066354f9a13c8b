// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/SessionFile.h"

#include "core/recipe/Variants.h"
#include "core/store/RemadeModels.h"
#include "core/store/SessionRecorder.h"
#include "ui/paths/PathBytes.h"
#include "ui/session/EngineThread.h"
#include "ui/session/SessionReading.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <thread>

namespace hareloom::ui {

struct SessionFile::Impl
{
    std::unique_ptr<Session> session;
};

SessionFile::SessionFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
SessionFile::~SessionFile() = default;

Result<std::unique_ptr<SessionFile>> SessionFile::create(const QString& path, const Experiment& experiment,
                                                         int threads)
{
    Provenance provenance;
    provenance.version = QCoreApplication::applicationVersion().toStdString();
    provenance.device = "cpu";
    provenance.threads = threads;
    provenance.created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    return Session::create(bytesOf(path), experiment, provenance)
        .transform([](std::unique_ptr<Session> session) {
            return std::unique_ptr<SessionFile>(
                new SessionFile(std::make_unique<Impl>(Impl{std::move(session)})));
        });
}

QString SessionFile::path() const
{
    return pathOf(m_impl->session->path());
}

Result<void> SessionFile::add(const std::vector<GenerationPtr>& generations,
                              const std::vector<SourceRecord>& sources)
{
    if (!sources.empty())
        if (const auto noted = m_impl->session->recordSources(sources); !noted)
            return noted;
    for (const GenerationPtr& generation : generations)
        if (const auto kept = m_impl->session->append(*generation); !kept)
            return kept;
    return m_impl->session->commit();
}

Result<void> SessionFile::addBranch(std::size_t from, const SettingsChange& change)
{
    return m_impl->session->addBranch(from, change);
}

namespace {

/// Data that are made anew each time cannot have changed, and are not made a second time to see it.
Result<void> noteSources(Session& session, const std::vector<Experiment>& variants)
{
    if (std::all_of(variants.begin(), variants.end(),
                    [](const Experiment& v) { return v.source.path.empty(); }))
        return {};
    return recordSources(variants).and_then(
        [&session](const auto& found) { return session.recordSources(found); });
}

} // namespace

Result<RunEnd> SessionFile::record(const Experiment& experiment, ChainObserver& observer,
                                   const StopSource& stop, const RunOptions& options,
                                   const std::string& device)
{
    const auto noted = expandVariants(experiment).and_then([this](const std::vector<Experiment>& variants) {
        return noteSources(*m_impl->session, variants);
    });
    if (!noted)
        return noted.error();
    if (const auto named = m_impl->session->recordDevice(device); !named)
        return named.error();
    SessionRecorder recorder(*m_impl->session, stop, &observer);
    const auto end = run(experiment, recorder, stop.token(), options);
    if (recorder.failure())
        return *recorder.failure();
    return end;
}

Result<Provenance> readProvenance(const QString& path)
{
    return Session::openReadOnly(bytesOf(path)).transform([](const auto& session) {
        return Provenance(session->provenance());
    });
}

namespace {

/// Asks for a stop after a while, unless it goes away before.
class Deadline
{
public:
    Deadline(StopSource stop, std::chrono::seconds after)
        : m_thread([this, stop = std::move(stop), after](const std::stop_token& gone) mutable {
              std::unique_lock lock(m_mutex);
              if (!m_wake.wait_for(lock, gone, after, [&gone] { return gone.stop_requested(); }))
                  stop.requestStop();
          })
    {
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // the last one: it uses the others
};

/// Tells how many generations are made.
class Counting final : public ChainObserver
{
public:
    Counting(const Remaking& remaking, std::int64_t total) : m_remaking(remaking), m_total(total) {}
    void onGeneration(const GenerationPtr&) override { m_remaking.onMade(++m_done, m_total); }

private:
    const Remaking& m_remaking;
    std::int64_t m_total, m_done = 0;
};

/// Makes the models again that the generations `held` lack.
using Remake = std::function<Result<std::vector<GenerationPtr>>(const Session& session,
                                                                std::vector<GenerationPtr> held)>;

Result<std::vector<GenerationPtr>> remadeInTime(const Session& session, std::vector<GenerationPtr> held)
{
    const StopSource stop;
    const Deadline deadline(stop, kMostRemaking);
    auto whole = withAllModels(session, std::move(held), stop, {engineThreads(), {}, "cpu"});
    if (!whole && whole.error().kind == ErrorKind::Stopped)
        return invalidFile(QCoreApplication::translate(
                               "SessionFile",
                               "%1: this session keeps the models of only some generations "
                               "(--snapshot-every), and making the "
                               "others again takes more than %2 seconds, so it cannot be shown. Its metrics "
                               "can be read with "
                               "'hareloom-cli metrics'; the same run without --snapshot-every can be shown.")
                               .arg(shownPath(pathOf(session.path())), QString::number(kMostRemaking.count()))
                               .toStdString());
    return whole;
}

} // namespace

namespace {

Result<SessionContents> readSession(const QString& path, const Remake& remake)
{
    auto session = Session::openReadOnly(bytesOf(path));
    if (!session)
        return session.error();
    SessionContents contents{(*session)->experiment(),
                             {},
                             QString::fromStdString((*session)->provenance().version),
                             (*session)->sources()};
    auto generations = (*session)->generationsToShow(contents.notes);
    if (generations && std::any_of(generations->begin(), generations->end(),
                                   [](const GenerationPtr& each) { return !each->snapshot; }))
        generations = remake(**session, *std::move(generations));
    if (!generations)
        return generations.error();
    contents.generations = *std::move(generations);
    return contents;
}

} // namespace

Result<SessionContents> readSession(const QString& path)
{
    return readSession(path, remadeInTime);
}

Result<SessionContents> readSession(const QString& path, const Remaking& remaking)
{
    return readSession(path, [&remaking](const Session& session, std::vector<GenerationPtr> held) {
        Counting counting(remaking, std::ssize(held));
        return withAllModels(session, std::move(held), remaking.stop, {engineThreads(), {}, "cpu"},
                             &counting);
    });
}

Result<SessionContents> readSessionToDraw(const QString& path)
{
    auto session = Session::openReadOnly(bytesOf(path));
    const auto lengths = session ? (*session)->chainLengths() : Result<std::vector<int>>(session.error());
    if (!lengths)
        return lengths.error();
    if (std::accumulate(lengths->begin(), lengths->end(), std::int64_t{0}) <= kMostHeld)
        return readSession(path);
    SessionContents contents{(*session)->experiment(),
                             {},
                             QString::fromStdString((*session)->provenance().version),
                             (*session)->sources()};
    contents.stored = *std::move(session);
    return contents;
}

Result<void> copySession(const QString& from, const QString& to)
{
    // A connection of its own: the run may be writing through another.
    return Session::openReadOnly(bytesOf(from)).and_then([&to](const auto& session) {
        return session->copyTo(bytesOf(to));
    });
}

namespace {

QDir recordings()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                QStringLiteral("/sessions"));
}

} // namespace

bool isRecording(const QString& path)
{
    return QFileInfo(path).absolutePath() == recordings().absolutePath();
}

QString autosavePath(const QString& title)
{
    const QDir folder = recordings();
    folder.mkpath(QStringLiteral("."));
    static const QRegularExpression unsafe(QStringLiteral("[^\\w \\-]"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    const QString name = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss ")) +
                         QString(title).remove(unsafe).simplified().left(60);
    QString path = folder.filePath(name + QStringLiteral(".hareloom"));
    for (int n = 2; QFile::exists(path); ++n)
        path = folder.filePath(QStringLiteral("%1 (%2).hareloom").arg(name).arg(n));
    return path;
}

} // namespace hareloom::ui
