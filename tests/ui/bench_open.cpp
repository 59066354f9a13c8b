// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long a session of 5,000 generations takes to open, and how late the window is while someone
// scrubs through it: every step is painted before the next.
#include "tests/ui/Fixtures.h"
#include "ui/language/LanguageControl.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/FileController.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr int kGenerations = 5000, kScrubs = 400;

double milliseconds(const QElapsedTimer& clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

void makeSession(const QString& path)
{
    Experiment experiment = fixtures::normalExperiment(kGenerations - 1);
    experiment.evaluation.metrics = {"mean", "variance", "tailMass", "logVariance"};
    QElapsedTimer clock;
    clock.start();
    LabSession session;
    session.setExperiment(experiment);
    session.start();
    while (session.state() == RunState::Running || session.state() == RunState::Ready)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double took = milliseconds(clock);
    if (!copySession(session.recordingPath(), path))
        std::printf("the session could not be written\n");
    std::printf("run, recorded: %.0f ms\n", took);
}

void printSteps(const char* what, std::vector<double> steps)
{
    std::sort(steps.begin(), steps.end());
    const auto at = [&](double p) { return steps[static_cast<std::size_t>(p * double(steps.size() - 1))]; };
    std::printf("%s: p50 %.1f ms, p99 %.1f ms, max %.1f ms\n", what, at(0.5), at(0.99), steps.back());
}

template<class Next>
void scrub(MainWindow& window, const char* what, Next next)
{
    std::vector<double> steps;
    for (int i = 0; i < kScrubs; ++i) {
        QElapsedTimer clock;
        clock.start();
        window.cursor().show(next(i));
        QApplication::processEvents();
        steps.push_back(milliseconds(clock));
    }
    printSteps(what, std::move(steps));
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    fixtures::isolate();
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("long.hareloom"));
    makeSession(path);

    QElapsedTimer clock;
    clock.start();
    const auto contents = readSession(path);
    std::printf("reading alone: %.0f ms (%zu generations)\n", milliseconds(clock),
                contents ? contents->generations.size() : 0);
    LanguageControl languages; // the system's
    ThemeControl themes;
    MainWindow window(themes, &languages);
    window.resize(1280, 720);
    window.show();
    QApplication::processEvents();
    clock.restart();
    window.files().openFile(path);
    QApplication::processEvents();
    std::printf("opened and painted: %.0f ms\n", milliseconds(clock));
    window.cursor().setReducedMotion(true);
    scrub(window, "scrubbing, next to each other", [](int i) { return 1000 + i; });
    scrub(window, "scrubbing, all over the place", [](int i) { return (i * 2654435761U) % kGenerations; });
    window.cursor().setStride(50);
    scrub(window, "scrubbing, every 50th", [](int i) { return (i * 50) % kGenerations; });
    return 0;
}
