// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/Preview.h"

#include "core/chain/Run.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Families.h"
#include "core/recipe/Variants.h"
#include "core/store/Session.h"
#include "ui/paths/PathBytes.h"
#include "ui/presets/PresetList.h"
#include "ui/session/EngineThread.h"
#include "ui/session/SessionFile.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr std::int64_t kMostRows = 20'000, kMostGenerations = 200;
constexpr std::size_t kFrames = 48, kSessionFrames = 12;
constexpr std::chrono::milliseconds kLongest{900};

/// Keeps what a run makes, and ends it when it takes too long for a picture.
class Keeper final : public ChainObserver
{
public:
    Keeper(StopSource stop, StopToken outside) : m_stop(std::move(stop)), m_outside(std::move(outside)) {}

    void onGeneration(const GenerationPtr& generation) override
    {
        links.push_back(generation);
        check();
    }
    void onProgress(const Progress&) override { check(); }

    std::vector<GenerationPtr> links;

private:
    void check()
    {
        const bool isLate = std::chrono::steady_clock::now() - m_start > kLongest && links.size() > 1;
        if (isLate || m_outside.stopRequested())
            m_stop.requestStop();
    }

    StopSource m_stop;
    StopToken m_outside;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// At most `count` of them, the first and the last included.
template<class Item>
std::vector<Item> thinned(const std::vector<Item>& all, std::size_t count)
{
    if (all.size() <= count)
        return all;
    std::vector<Item> some;
    for (std::size_t i = 0; i < count; ++i)
        some.push_back(all[i * (all.size() - 1) / (count - 1)]);
    return some;
}

PreviewPtr pictureOf(const Experiment& small, const std::vector<GenerationPtr>& links)
{
    std::vector<GenerationPtr> shown; // of several models that learn from each other, the first
    std::copy_if(links.begin(), links.end(), std::back_inserter(shown),
                 [](const GenerationPtr& link) { return link->chain == 0; });
    return std::make_shared<const Preview>(Preview{small, thinned(shown, kFrames)});
}

QString cachePath(const Experiment& small)
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
           QStringLiteral("/previews/%1.hareloom").arg(fingerprint(small));
}

PreviewPtr readCached(const Experiment& small)
{
    const QString path = cachePath(small);
    if (!QFile::exists(path))
        return nullptr;
    auto contents = readSession(path);
    if (!contents || contents->generations.size() < 2) {
        QFile::remove(path); // damaged: it is only a cache
        return nullptr;
    }
    return pictureOf(small, contents->generations);
}

// All of the run, as a session has no gaps. A cache that cannot be written is done without.
void writeCached(const Experiment& small, const std::vector<GenerationPtr>& links)
{
    const QString path = cachePath(small);
    QDir().mkpath(QFileInfo(path).path());
    if (auto file = SessionFile::create(path, small, 1))
        (void)(*file)->add(links);
}

/// Every generation of a short run.
Result<std::vector<GenerationPtr>> computeLinks(const Experiment& small, const StopToken& outside)
{
    const StopSource stop;
    Keeper keeper(stop, outside);
    const auto end = run(small, keeper, stop.token(), {1, {}});
    if (!end && end.error().kind != ErrorKind::Stopped)
        return end.error();
    if (outside.stopRequested() || keeper.links.empty())
        return stopped();
    return std::move(keeper.links);
}

} // namespace

bool learnsSlowly(const std::string& family)
{
    const Family* known = findFamily(family);
    return known && known->shrink; // whose generations have to be made smaller for a probe, too
}

Experiment previewExperiment(const Experiment& experiment)
{
    const auto variants = experiment.interaction ? std::vector{experiment} : expandVariants(experiment);
    Experiment small = variants && !variants->empty() ? variants->front() : experiment;
    if (!experiment.interaction)
        small.variants.clear();
    small.sweep.reset();
    small.events.clear(); // they may lie beyond its end
    small.chains = 1;
    small.generations = std::min(small.generations, kMostGenerations);
    small.samples.size = std::min(small.samples.size, kMostRows);
    small.samples.schedule = Growth::Constant;
    small.policy.subsample = std::min(small.policy.subsample, kMostRows);
    small.evaluation = {};
    small.evaluation.metrics.clear();
    small.stopWhen = {};
    return small;
}

Result<PreviewPtr> computePreview(const Experiment& small, const StopToken& outside)
{
    return computeLinks(small, outside).transform([&small](const auto& links) {
        return pictureOf(small, links);
    });
}

Result<PreviewPtr> cachedPreview(const Experiment& small, const StopToken& stop)
{
    if (PreviewPtr known = readCached(small))
        return known;
    const auto links = computeLinks(small, stop);
    if (!links)
        return links.error();
    writeCached(small, *links);
    return pictureOf(small, *links);
}

Result<PreviewPtr> sessionPreview(const QString& path)
{
    const auto session = Session::openReadOnly(bytesOf(path));
    if (!session)
        return session.error();
    const auto lengths = (*session)->chainLengths();
    if (!lengths)
        return lengths.error();
    const auto variants = expandVariants((*session)->experiment());
    const auto planned = totalGenerations((*session)->experiment());
    if (!planned)
        return planned.error();
    Preview preview;
    preview.experiment = variants && !variants->empty() ? variants->front() : (*session)->experiment();
    preview.finished = std::accumulate(lengths->begin(), lengths->end(), std::int64_t{0});
    preview.planned = *planned;
    preview.preset = presetOf((*session)->experiment());
    std::vector<int> wanted;
    for (int g = 0; !lengths->empty() && g < lengths->front(); ++g)
        wanted.push_back(g);
    for (const int g : thinned(wanted, kSessionFrames)) {
        auto link = (*session)->generation(0, g);
        if (!link)
            return link.error();
        if ((*link)->snapshot) // a session may keep only some
            preview.links.push_back(std::move(link).value());
    }
    return std::make_shared<const Preview>(std::move(preview));
}

std::size_t generationsIn(const QString& path)
{
    const auto session = Session::openReadOnly(bytesOf(path));
    const Result<std::vector<int>> lengths =
        session ? (*session)->chainLengths() : Result<std::vector<int>>(session.error());
    std::size_t sum = 0;
    if (lengths)
        for (const int length : *lengths)
            sum += static_cast<std::size_t>(length);
    return sum;
}

QString fingerprint(const Experiment& experiment)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(QByteArray::fromStdString(toJson(experiment).dump()));
    hash.addData(QByteArray::fromStdString(experiment.baseFolder));
    hash.addData(QCoreApplication::applicationVersion().toUtf8());
    hash.addData(QByteArray::number(kSamplingVersion));
    return QString::fromLatin1(hash.result().toHex().left(24));
}

} // namespace hareloom::ui
