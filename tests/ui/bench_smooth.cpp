// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how smooth the window is on this machine: time to the first frame, memory, how late a 16-ms timer is
// while the engine runs at full load and the views animate, and how soon pause and stop act; of networks also
// in each of a generation's phases. It speaks the system's language: LANGUAGE=zh_CN says what Chinese costs.
// usage: bench_smooth [--networks | --without-networks]
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Presets.h"
#include "ui/language/LanguageControl.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr int kMeasureMs = 8000;

constexpr const char* kLoads[] = {
    R"({"schema":1,"title":"1-D, 5 chains","family":"gaussian","samples":{"size":200000},"generations":100000,"chains":5,
        "evaluation":{"metrics":["mean","variance","risk","tailMass"]}})",
    R"({"schema":1,"title":"Mixture, EM","family":"mixture","source":{"kind":"normal","mean":[0,0],"covariance":[[1,0],[0,1]]},
        "samples":{"size":20000},"generations":100000,"evaluation":{"metrics":["variance","l2ToFirst","minorityShare"]}})",
    R"({"schema":1,"title":"10,000 states","family":"discrete","source":{"kind":"zipf","states":10000},
        "samples":{"size":200000},"generations":100000,"evaluation":{"metrics":["survivingStates","entropyNats"]}})",
};

constexpr const char* kNetworks[] = {"images-quick", "church-quick"};
constexpr int kPhaseMs = 60'000; // at most, until a phase comes

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

void wait(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

template<class Claim>
double millisecondsUntil(Claim claim)
{
    QElapsedTimer clock;
    clock.start();
    while (!claim() && clock.elapsed() < 5000)
        QApplication::processEvents(QEventLoop::AllEvents, 1);
    return double(clock.nsecsElapsed()) / 1e6;
}

void measureGaps(MainWindow& window)
{
    std::vector<double> gaps;
    QElapsedTimer sinceLast;
    sinceLast.start();
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, [&] {
        gaps.push_back(double(sinceLast.nsecsElapsed()) / 1e6);
        sinceLast.restart();
    });
    timer.start(16);
    wait(kMeasureMs / 2);
    window.cursor().play(); // the other half: playing back while the engine works on
    wait(kMeasureMs / 2);
    timer.stop();
    std::sort(gaps.begin(), gaps.end());
    const auto at = [&](double p) { return gaps[static_cast<std::size_t>(p * double(gaps.size() - 1))]; };
    std::printf("  16-ms timer: p50 %.1f ms, p99 %.1f ms, max %.1f ms; %d generations made, %d shown\n",
                at(0.5), at(0.99), gaps.back(), window.session().history().longest(),
                window.cursor().shown());
}

void load(MainWindow& window, const Result<Experiment>& experiment)
{
    if (!experiment) {
        std::printf("%s\n", experiment.error().message.c_str());
        std::exit(1);
    }
    std::printf("%s\n", experiment->title.c_str());
    window.session().setExperiment(*experiment);
}

void measureLoad(MainWindow& window, const char* json)
{
    load(window, parseExperiment(json, "bench"));
    window.cursor().setSpeed(60);
    window.run();
    wait(500);
    measureGaps(window);
    window.session().pause();
    int held = -1;
    const double paused = millisecondsUntil([&] {
        const int now = window.session().history().longest();
        wait(40); // longer than the mailbox's timer
        return std::exchange(held, window.session().history().longest()) == now && held == now;
    });
    window.session().start();
    wait(200);
    window.session().stop();
    const double stopped = millisecondsUntil([&] { return window.session().state() != RunState::Running; });
    std::printf("  pause: quiet after %.0f ms (two looks 40 ms apart included); stop: %.0f ms\n", paused,
                stopped);
}

TrainingPhase phaseOf(const LabSession& session)
{
    const TrainingProgress& training = session.progress().training;
    return training.epochs > 0 && training.phase == TrainingPhase::Only ? TrainingPhase::Training : training.phase;
}

/// Stops a run as soon as it is in that phase, and once more a while later.
void measureStops(MainWindow& window, TrainingPhase phase)
{
    for (const int later : {0, 150, 400}) {
        window.run();
        QElapsedTimer clock;
        clock.start();
        while (phaseOf(window.session()) != phase && clock.elapsed() < kPhaseMs)
            wait(5);
        wait(later);
        window.session().stop();
        const double stopped =
            millisecondsUntil([&] { return window.session().state() != RunState::Running; });
        std::printf("  stop %d ms into %s: %.0f ms\n", later, std::string(wordOf(kTrainingPhases, phase)).c_str(), stopped);
    }
}

/// How long a network goes on after a pause: what its process computes is seen by its processor's time.
void measurePause(MainWindow& window)
{
    const auto processorMs = [] { return 1e3 * double(std::clock()) / CLOCKS_PER_SEC; };
    window.run();
    while (phaseOf(window.session()) != TrainingPhase::Training)
        wait(5);
    QElapsedTimer clock;
    clock.start();
    const double atFirst = processorMs();
    wait(500);
    const double busy = (processorMs() - atFirst) / double(clock.elapsed());
    window.session().pause();
    clock.restart();
    double busyUntil = 0;
    while (clock.elapsed() < 1500) {
        const double before = processorMs();
        wait(20);
        if (processorMs() - before > 10) // more than the window's own timers take
            busyUntil = double(clock.elapsed());
    }
    std::printf("  pause: quiet after %.0f ms (before, %.0f%% of a processor)\n", busyUntil, 100 * busy);
    window.session().stop();
    millisecondsUntil([&] { return window.session().state() != RunState::Paused; });
}

void measureNetwork(MainWindow& window, const char* preset)
{
    load(window, loadPreset(preset));
    window.cursor().setSpeed(60);
    window.run();
    wait(500);
    measureGaps(window);
    window.session().stop();
    millisecondsUntil([&] { return window.session().state() != RunState::Running; });
    measurePause(window);
    measureStops(window, TrainingPhase::Training);
    if (window.session().experiment().family == "language")
        measureStops(window, TrainingPhase::Writing);
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer clock;
    clock.start();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    LanguageControl languages;
    ThemeControl themes;
    MainWindow window(themes, &languages);
    window.resize(1280, 720);
    window.show();
    QApplication::processEvents();
    std::printf("window up: %.0f ms after main, %.1f MB resident\n", double(clock.nsecsElapsed()) / 1e6,
                residentMegabytes());
    if (!application.arguments().contains(QStringLiteral("--networks")))
        for (const char* json : kLoads)
            measureLoad(window, json);
    if (!application.arguments().contains(QStringLiteral("--without-networks")))
        for (const char* preset : kNetworks)
            measureNetwork(window, preset);
    std::printf("at the end: %.1f MB resident\n", residentMegabytes());
    return 0;
}
