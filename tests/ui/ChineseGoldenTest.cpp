// SPDX-License-Identifier: GPL-3.0-or-later
// Every stage, the gallery, a lesson and the presenter mode in Chinese, against approved pictures: whoever
// approves one has seen that nothing is cut and nothing is English but names and data. Approved as
// GoldenTest's are.
#include "tests/ui/DiffusionChain.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Golden.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/StageRuns.h"
#include "tests/ui/TextChain.h"
#include "ui/gallery/Gallery.h"
#include "ui/language/LanguageControl.h"
#include "ui/lesson/LessonPanel.h"
#include "ui/lesson/LessonPlayer.h"
#include "ui/mechanism/StepLoader.h"
#include "ui/mechanism/StepView.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/presenter/PresenterControls.h"
#include "ui/presenter/PresenterView.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/LessonController.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QFontDatabase>
#include <QPainter>
#include <QPushButton>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

constexpr QSize kStage(560, 340);
constexpr int kPatience = 60'000;

constexpr auto kLine =
    R"({"family": "regression", "source": {"kind": "linear", "inputs": 1, "coefficients": [0.5], "noise": 0.5},
    "samples": {"size": 20}, "generations": 20, "seed": 1})";
constexpr auto kTenInputs =
    R"({"family": "regression", "source": {"kind": "linear", "inputs": 10, "noise": 1},
    "samples": {"size": 60}, "generations": 10, "seed": 1})";
constexpr auto kBirds =
    R"({"family": "discrete", "source": {"kind": "categories", "weights": [30, 22, 16, 12, 9, 6, 3, 2],
    "names": ["sparrow", "blackbird", "starling", "pigeon", "robin", "wren", "thrush", "hoopoe"]},
    "samples": {"size": 60}, "generations": 20, "chains": 3, "seed": 3})";

struct Picture
{
    const char* name;
    const char* of; // an experiment, or what is made by hand
    double position;
    int mode = 0;
    ChainIndex chain = 0;
};

// Modes are those of the stages' enumerations; "Chains" follows them.
constexpr Picture kPictures[] = {
    {"zh-density", kGaussian, 20},
    {"zh-ridgeline", kGaussian, 20, 1},
    {"zh-kde", kKde, 12},
    {"zh-scatter", kTwoClouds, 15, 0},
    {"zh-states", kBirds, 15, 0},
    {"zh-states-lost", kBirds, 20, 1},
    {"zh-states-lifetimes", kBirds, 20, 2},
    {"zh-chains", kTwelveGaussians, 25, 2, 3},
    {"zh-line", kLine, 10},
    {"zh-coefficients", kTenInputs, 6},
    {"zh-diffusion-copies", "points", 3, 1},
    {"zh-diffusion-images", "digits", 3, 0},
    {"zh-images", "images", 3, 0},
    {"zh-images-latents", "images", 3, 1},
    {"zh-images-classes", "images", 3, 2},
    {"zh-text-pages", "texts", 9, 0},
    {"zh-text-difference", "texts", 2, 1},
    {"zh-text-perplexity", "texts", 7, 2},
    {"zh-text-topics", "texts", 6, 3},
};

SessionContents contentsOf(const char* of)
{
    const std::string_view name(of);
    if (name == "points" || name == "digits")
        return diffusionSession(name == "digits");
    if (name == "images")
        return imageSession();
    if (name == "texts")
        return textSession();
    const Experiment experiment = experimentOf(of);
    return {experiment, collected(experiment).generations, QStringLiteral("test")};
}

struct Bench
{
    LabSession session;
    StageScene scene{session, faceOf};

    explicit Bench(const char* of, ChainIndex chain = 0)
    {
        const SessionContents contents = contentsOf(of);
        session.setFinished(contents, {});
        scene.setChain(chain);
        RealData data;
        if (const auto real = RealRows::read(contents.experiment, chain))
            data = *real;
        if (std::string_view(of) == "images")
            data.classNames = {"shirt", "bag", "ankle boot", "coat"};
        scene.setRealData(data);
    }
};

} // namespace

class ChineseGoldenTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<LanguageControl> m_languages;

private Q_SLOTS:
    void initTestCase()
    {
        fixtures::isolate();
        QVERIFY2(fontFamily().startsWith(QLatin1String("Inter")),
                 "the pictures are drawn with Inter: install fonts-inter");
        QVERIFY2(QFontDatabase::families().contains(QStringLiteral("WenQuanYi Micro Hei")),
                 "the pictures are drawn with WenQuanYi Micro Hei: install fonts-wqy-microhei");
        m_languages = std::make_unique<LanguageControl>();
        m_languages->choose(QStringLiteral("zh_CN"));
    }
    void cleanupTestCase()
    {
        m_languages->choose({});
        m_languages.reset();
    }

    void stages_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(kPictures)); ++i)
            QTest::newRow(kPictures[i].name) << i;
    }
    void stages()
    {
        QFETCH(int, index);
        const Picture& wanted = kPictures[index];
        Bench bench(wanted.of, wanted.chain);
        StageOptions options;
        options.mode = wanted.mode;
        QVERIFY(wanted.mode < bench.scene.modes().size());
        QImage image(kStage, QImage::Format_RGB32);
        image.fill(lightTheme().surface);
        QPainter painter(&image);
        bench.scene.paint(painter, QRectF(image.rect()), wanted.position, options, lightTheme());
        painter.end();
        golden::judge(image);
    }

    void aSlowStep_data()
    {
        QTest::addColumn<bool>("once");
        QTest::newRow("zh-step") << true;
    }
    void aSlowStep()
    {
        Bench bench(kBirds);
        std::vector<GenerationPtr> before{bench.session.history().at(0, 0), bench.session.history().at(0, 1)};
        auto step = StepLoader::withRows(StepLoader::outline(bench.session, 0, 2),
                                         bench.session.experimentOf(0), 0, before);
        QVERIFY(step.ok());
        StepClock clock;
        clock.moveTo(1.3);
        clock.apply(*step, false);
        QImage image(kStage, QImage::Format_RGB32);
        image.fill(lightTheme().surface);
        QPainter painter(&image);
        StepView::paintStep(painter, QRectF(image.rect()), bench.scene, *step, clock, lightTheme());
        painter.end();
        golden::judge(image);
    }

    // Without the pictures on its cards: they come from runs of their own.
    void theGallery_data()
    {
        QTest::addColumn<bool>("once");
        QTest::newRow("zh-gallery") << true;
    }
    void theGallery()
    {
        const ThemeControl themes; // of the whole application
        RecentSessions recents;
        Gallery gallery(recents);
        gallery.setTheme(lightTheme());
        gallery.resize(1024, 600);
        golden::judge(gallery.grab().toImage().convertToFormat(QImage::Format_RGB32));
    }

    void aLesson_data()
    {
        QTest::addColumn<bool>("once");
        QTest::newRow("zh-lesson") << true;
    }
    void aLesson()
    {
        ThemeControl themes;
        MainWindow window(themes, m_languages.get());
        window.resize(1024, 600);
        window.show();
        QVERIFY(window.lessons().start(QStringLiteral("copy-of-a-copy")));
        LessonPlayer& player = *window.lessons().player();
        while (!player.step().ask) {
            QTRY_VERIFY_WITH_TIMEOUT(window.lessons().panel().nextButton()->isEnabled(), kPatience);
            player.next();
        }
        const int last = static_cast<int>(player.step().runTo.value_or(0));
        QTRY_VERIFY_WITH_TIMEOUT(window.cursor().count() == last + 1 && !window.cursor().isMoving(),
                                 kPatience);
        golden::judge(window.lessons().panel().grab().toImage().convertToFormat(QImage::Format_RGB32));
    }

    void aPresentation_data()
    {
        QTest::addColumn<bool>("once");
        QTest::newRow("zh-presenter") << true;
    }
    void aPresentation()
    {
        ThemeControl themes;
        MainWindow window(themes, m_languages.get());
        QVERIFY(window.open(QStringLiteral("discrete-chain")));
        window.session().start();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().state() == RunState::Finished, kPatience);
        window.cursor().setReducedMotion(true); // it is there at once
        window.cursor().show(30);
        QTRY_VERIFY(!window.cursor().isMoving());
        window.actions().presenter->setChecked(true);
        auto* view = window.findChild<PresenterView*>();
        QVERIFY(view);
        view->setTheme(lightTheme());
        window.findChild<VitalsColumn*>()->waitForTheory();
        view->findChild<PresenterControls*>()->hide(); // they fade
        view->setParent(nullptr);
        view->resize(1024, 576);
        golden::judge(view->grab().toImage().convertToFormat(QImage::Format_RGB32));
        window.actions().presenter->setChecked(false);
    }
};

HARELOOM_PICTURE_TEST(ChineseGoldenTest)
#include "ChineseGoldenTest.moc"
