// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how evenly the stage moves: 200 generations of 20,000 rows in the plane played back at 60 a second
// while an engine works at full load on another experiment. Frame times are from one paint to the next, with
// the window's own 16-ms timer; paint times are what the stage alone takes of each.
#include "core/chain/Run.h"
#include "core/recipe/ExperimentJson.h"
#include "ui/families/Faces.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/session/LabSession.h"
#include "ui/stage/StageView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr auto kShown =
    R"({"schema":1,"title":"20,000 rows in the plane","family":"mixture","source":{"kind":"mixture","weights":[0.65,0.35],
        "means":[[-2,0],[2,0]],"covariances":[[[1,0],[0,1]]]},"model":{"components":2,"maxIterations":20},
        "samples":{"size":20000},"generations":199,"evaluation":{"metrics":["variance"]}})";
constexpr auto kLoad =
    R"({"schema":1,"title":"Load","family":"gaussian","samples":{"size":200000},"generations":100000,
        "evaluation":{"metrics":["mean","variance","tailMass"]}})";

struct Collected : ChainObserver
{
    std::vector<GenerationPtr> generations;
    void onGeneration(const GenerationPtr& generation) override { generations.push_back(generation); }
};

/// Of this thread alone, in ms: what it would take on a machine with nothing else to do.
double processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Notes when and how long it paints.
class TimedStage : public StageView
{
public:
    using StageView::StageView;
    std::vector<double> frames, paints, processor;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (m_sinceLast.isValid())
            frames.push_back(double(m_sinceLast.nsecsElapsed()) / 1e6);
        m_sinceLast.start();
        const double before = processorTime();
        StageView::paintEvent(event);
        processor.push_back(processorTime() - before);
        paints.push_back(double(m_sinceLast.nsecsElapsed()) / 1e6);
    }

private:
    QElapsedTimer m_sinceLast;
};

void print(const char* what, std::vector<double> values)
{
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    const auto at = [&](double p) { return values[static_cast<std::size_t>(p * double(values.size() - 1))]; };
    std::printf("  %s: p50 %.1f ms, p99 %.1f ms, max %.1f ms (%zu)\n", what, at(0.5), at(0.99), values.back(),
                values.size());
}

void measure(LabSession& session, int mode, bool isBusy)
{
    StageScene scene(session, faceOf);
    StageLook look;
    scene.setChain(0);
    if (const auto real = RealRows::read(session.experimentOf(0), 0))
        scene.setRealData(*real);
    TimedStage stage(scene, look);
    stage.resize(900, 600);
    look.setMode(mode);
    stage.show();
    GenerationCursor cursor;
    QObject::connect(&cursor, &GenerationCursor::positionChanged, &stage, &StageView::setPosition);
    cursor.setSpeed(60);
    cursor.setCount(session.history().count(0));
    cursor.show(0);
    QApplication::processEvents();
    LabSession load;
    load.setRecording(false);
    if (isBusy) {
        load.setExperiment(*parseExperiment(kLoad, "bench"));
        load.start();
    }
    QEventLoop loop;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        if (!cursor.isPlaying())
            loop.quit();
    });
    stage.frames.clear();
    stage.paints.clear();
    stage.processor.clear();
    cursor.play();
    watch.start(50);
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    loop.exec();
    std::printf("%s, engine %s, up to generation %d\n", qPrintable(scene.modes()[mode]),
                isBusy ? "at full load" : "idle", cursor.shown());
    print("from frame to frame", stage.frames);
    print("painting", stage.paints);
    print("painting, processor time", stage.processor);
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const Experiment experiment = *parseExperiment(kShown, "bench");
    Collected heard;
    if (const auto end = run(experiment, heard, {}); !end) {
        std::printf("%s\n", end.error().message.c_str());
        return 1;
    }
    LabSession session;
    session.setFinished({experiment, heard.generations, QStringLiteral("bench")}, {});
    for (const bool isBusy : {false, true})
        for (const int mode : {0, 1})
            measure(session, mode, isBusy);
    return 0;
}
