// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long films of a session take (its path is the argument) at 1280 x 720: all of it, the painting
// alone, and the longest time for which one frame kept the window waiting.
#include "ui/film/FilmJob.h"
#include "ui/film/FilmedRun.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>
#include <numeric>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

void film(const SessionContents& contents, FilmFormat format, const QString& folder)
{
    RunToFilm run{contents, 0, {}, {}, {}};
    if (const auto real = RealRows::read(contents.experiment, 0))
        run.real = *real;
    auto scene = std::make_unique<FilmedRun>(run);
    std::vector<int> all(static_cast<std::size_t>(scene->generations()));
    std::iota(all.begin(), all.end(), 0);
    FilmTiming timing = usualTiming(format);
    timing.generationsPerSecond = usualSpeed(scene->generations());
    const auto plan = FilmPlan::make(all, timing);
    if (!plan)
        return void(std::printf("%s\n", plan.error().message.c_str()));
    const FilmWish wish{
        format, {}, *plan, folder + "/film." + endingOf(format), aboutFilm(contents.experiment)};
    if (const auto possible = checkFilm(wish); !possible)
        return void(std::printf("%s\n", possible.error().message.c_str()));
    FilmJob job(std::move(scene), wish);
    QEventLoop loop;
    QElapsedTimer clock;
    QObject::connect(&job, &FilmJob::ended, &loop, [&](const Result<qint64>& end) {
        std::printf(
            "%-4s %zu generations, %zu frames: %.1f s; painting %.1f s, longest frame %.0f ms; %.1f MB\n",
            qPrintable(endingOf(format)), all.size(), plan->frames().size(), double(clock.elapsed()) / 1e3,
            job.secondsPainting(), 1e3 * job.longestFrame(), end ? double(*end) / 1e6 : 0);
        loop.quit();
    });
    clock.start();
    job.start();
    loop.exec();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const auto contents = readSession(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (!contents) {
        std::printf("usage: bench_film SESSION\n%s\n", contents.error().message.c_str());
        return 2;
    }
    const QTemporaryDir folder;
    for (const FilmFormat format : {FilmFormat::Mp4, FilmFormat::WebM, FilmFormat::WebP, FilmFormat::Gif})
        film(*contents, format, folder.path());
    return 0;
}
