// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how smooth the window is on this machine: time to the first frame, memory, how late a 16-ms timer is
// while the engine runs at full load and the views animate, and how soon pause and stop act.
#include "core/chain/ExperimentJson.h"
#include "ui/main/MainWindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cstdio>
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

void measureLoad(MainWindow& window, const char* json)
{
    const auto experiment = parseExperiment(json, "bench");
    if (!experiment) {
        std::printf("%s\n", experiment.error().message.c_str());
        return;
    }
    std::printf("%s\n", experiment->title.c_str());
    window.session().setExperiment(*experiment);
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

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer clock;
    clock.start();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    ThemeControl themes;
    MainWindow window(themes);
    window.resize(1280, 720);
    window.show();
    QApplication::processEvents();
    std::printf("window up: %.0f ms after main, %.1f MB resident\n", double(clock.nsecsElapsed()) / 1e6,
                residentMegabytes());
    for (const char* load : kLoads)
        measureLoad(window, load);
    std::printf("at the end: %.1f MB resident\n", residentMegabytes());
    return 0;
}
