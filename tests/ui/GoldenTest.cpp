// SPDX-License-Identifier: GPL-3.0-or-later
// Every stage in every mode, light and dark, against approved pictures of fixed experiments. A wanted change:
// HARELOOM_APPROVE=1 ctest --preset dev -R ui_Golden, look at the pictures, and commit them.
#include "tests/ui/Golden.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/StageRuns.h"
#include "ui/mechanism/StepLoader.h"
#include "ui/mechanism/StepView.h"

#include <QPainter>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

constexpr QSize kSize(640, 400);

struct Picture
{
    const char* name;
    const char* experiment;
    double position;
    int mode = 0;
    bool logScale = false;
    ZoomWindow zoom{};
    const char* quantity = "";
    ChainIndex chain = 0;
};

// Modes are those of the stages' enumerations; "Chains" follows them.
constexpr Picture kPictures[] = {
    {"density", kGaussian, 20},
    {"density-between", kGaussian, 7.5},
    {"density-zoomed", kGaussian, 20, 0, false, {0.1, 0.5, 0, 0.3}},
    {"ridgeline", kGaussian, 20, 1},
    {"kde", kKde, 12},
    {"scatter", kTwoClouds, 15, 0},
    {"scatter-rows", kTwoClouds, 15, 1},
    {"scatter-density", kTwoClouds, 15, 2},
    {"scatter-zoomed", kTwoClouds, 15, 0, false, {0.1, 0.45, 0.3, 0.7}},
    {"scatter-kde", kMoons, 4, 0},
    {"states", kTenStates, 25},
    {"states-zipf", kZipf, 12, 0, true},
    {"states-zoomed", kZipf, 12, 0, false, {0, 0.06, 0, 0.5}},
    {"chains", kTwelveGaussians, 25, 2, false, {}, "", 3},
    {"chains-mean", kTwelveGaussians, 25, 2, false, {0.25, 0.75, 0, 1}, "mean", 3},
    {"chains-states", kWrightFisher, 20, 3, true, {}, "", 5},
    {"states-lost", kTenStates, 25, 1},
    {"line", kLine, 15},
    {"answers", kAnswers, 10},
    {"density-two-readers", kTwoReaders, 30},
};

/// A moment of a slow step.
struct Moment
{
    const char* name;
    const char* experiment;
    int generation;
    double at; // of StepClock
};

constexpr Moment kMoments[] = {
    {"step-states-draw", kTenStates, 2, 0.4},
    {"step-states-fit", kTenStates, 2, 2.3},
    {"step-density-draw", kGaussian, 7, 0.4},
    {"step-density-fit", kGaussian, 7, 2.3},
    {"step-scatter-gather", kTwoClouds, 8, 1.3},
    {"step-line-gather", kLine, 4, 1.3},
    {"step-line-fit", kLine, 4, 2.3},
};

QImage canvas(const Theme& theme)
{
    QImage image(kSize, QImage::Format_RGB32);
    image.fill(theme.surface);
    return image;
}

} // namespace

class GoldenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fixtures::isolate();
        QVERIFY2(fontFamily().startsWith(QLatin1String("Inter")),
                 "the pictures are drawn with Inter: install fonts-inter");
    }

    void stages_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("dark");
        for (int i = 0; i < int(std::size(kPictures)); ++i)
            for (const bool dark : {false, true})
                QTest::addRow("%s-%s", kPictures[i].name, dark ? "dark" : "light") << i << dark;
    }
    void stages()
    {
        QFETCH(int, index);
        QFETCH(bool, dark);
        const Picture& wanted = kPictures[index];
        StageRun& bench = benchFor(wanted.experiment);
        bench.look(wanted.chain);
        StageOptions options;
        options.mode = wanted.mode;
        options.logScale = wanted.logScale;
        options.zoom = wanted.zoom;
        options.quantity = wanted.quantity;
        QVERIFY(wanted.mode < bench.scene.modes().size());
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QImage image = canvas(theme);
        QPainter painter(&image);
        bench.scene.paint(painter, QRectF(image.rect()), wanted.position, options, theme);
        painter.end();
        golden::judge(image);
    }

    void steps_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("dark");
        for (int i = 0; i < int(std::size(kMoments)); ++i)
            for (const bool dark : {false, true})
                QTest::addRow("%s-%s", kMoments[i].name, dark ? "dark" : "light") << i << dark;
    }
    void steps()
    {
        QFETCH(int, index);
        QFETCH(bool, dark);
        const Moment& wanted = kMoments[index];
        StageRun& bench = benchFor(wanted.experiment);
        bench.look(0);
        std::vector<GenerationPtr> before;
        for (int g = 0; g < wanted.generation; ++g)
            before.push_back(bench.session.history().at(0, g));
        auto step = StepLoader::withRows(StepLoader::outline(bench.session, 0, wanted.generation),
                                         bench.session.experimentOf(0), 0, before);
        QVERIFY(step.ok());
        StepClock clock;
        clock.moveTo(wanted.at);
        clock.apply(*step, false);
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QImage image = canvas(theme);
        QPainter painter(&image);
        StepView::paintStep(painter, QRectF(image.rect()), bench.scene, *step, clock, theme);
        painter.end();
        golden::judge(image);
    }

    void thumbnails_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("thumbnails-light") << false;
        QTest::newRow("thumbnails-dark") << true;
    }
    void thumbnails()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QImage image = canvas(theme);
        QPainter painter(&image);
        double top = 8;
        for (const char* experiment : {kGaussian, kKde, kTwoClouds, kMoons, kTenStates, kZipf}) {
            StageRun& bench = benchFor(experiment);
            bench.look(0);
            const int last = bench.session.history().count(0) - 1;
            for (int column = 0; column < 6; ++column)
                bench.scene.paintThumbnail(painter, QRectF(8 + 105 * column, top, 97, 57), column * last / 5,
                                           {}, theme);
            top += 65;
        }
        painter.end();
        golden::judge(image);
    }

    void aChangedColourIsFound()
    {
        StageRun& bench = benchFor(kGaussian);
        bench.look(0);
        QImage images[2];
        Theme other = lightTheme();
        other.oldest = QColor(other.oldest.red(), other.oldest.green(), other.oldest.blue() + 24);
        const Theme* themes[] = {&lightTheme(), &other};
        for (int i = 0; i < 2; ++i) {
            images[i] = canvas(lightTheme());
            QPainter painter(&images[i]);
            bench.scene.paint(painter, QRectF(images[i].rect()), 0, {}, *themes[i]);
        }
        QImage difference;
        QCOMPARE(golden::differingPixels(images[0], images[0], &difference), 0);
        QVERIFY(double(golden::differingPixels(images[0], images[1], &difference)) >
                golden::kAllowedShare * kSize.width() * kSize.height());
    }

private:
    StageRun& benchFor(const char* experiment)
    {
        auto& bench = m_benches[experiment];
        if (!bench)
            bench = std::make_unique<StageRun>(experiment);
        return *bench;
    }

    std::map<std::string, std::unique_ptr<StageRun>> m_benches;
};

HARELOOM_PICTURE_TEST(GoldenTest)
#include "GoldenTest.moc"
