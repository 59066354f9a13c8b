// SPDX-License-Identifier: GPL-3.0-or-later
// The stages of the family of diffusion models, on snapshots made by hand. Pictures are approved as
// GoldenTest's are.
#include "tests/ui/DiffusionChain.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Golden.h"
#include "ui/families/Faces.h"
#include "ui/families/PageStages.h"
#include "ui/families/diffusion/DrawnImagesStage.h"
#include "ui/families/diffusion/DrawnPlaces.h"
#include "ui/families/diffusion/DrawnPointsStage.h"
#include "ui/mechanism/StepClock.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/SlowStep.h"
#include "ui/stage/StageScene.h"
#include "ui/theme/Icons.h"

#include <QPainter>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

constexpr QSize kCanvas(640, 400);

struct Bench
{
    LabSession session;
    StageScene scene{session, faceOf};

    explicit Bench(bool areImages)
    {
        session.setFinished(diffusionSession(areImages), {});
        scene.setChain(0);
    }
    static StageOptions mode(int mode)
    {
        StageOptions options;
        options.mode = mode;
        return options;
    }
};

} // namespace

class DiffusionStageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fixtures::isolate();
        QVERIFY2(fontFamily().startsWith(QLatin1String("Inter")),
                 "the pictures are drawn with Inter: install fonts-inter");
    }

    void theRegistryKnowsIt()
    {
        const Face& face = faceOf("diffusion");
        const auto points = face.makeStage(*diffusionLink(0, false)->snapshot);
        const auto images = face.makeStage(*diffusionLink(0, true)->snapshot);
        QVERIFY(dynamic_cast<DrawnPointsStage*>(points.get()) &&
                dynamic_cast<DrawnImagesStage*>(images.get()));
        QVERIFY(!points->drawsRows() && !images->drawsRows());
        QVERIFY(face.glyph() != drawUnknown);
        QVERIFY(!face.sharesAxes(*diffusionLink(0, false)->snapshot, *diffusionLink(0, true)->snapshot));
    }

    void factsAreThoseMeasured_data()
    {
        QTest::addColumn<bool>("areImages");
        QTest::newRow("points") << false;
        QTest::newRow("images") << true;
    }
    void factsAreThoseMeasured()
    {
        QFETCH(bool, areImages);
        Bench bench(areImages);
        const auto facts = bench.scene.stage()->facts(bench.scene.frameAt(4));
        QCOMPARE(facts.size(), std::size_t(3));
        QCOMPARE(facts[0].value, QStringLiteral("4"));
        QCOMPARE(facts[0].before, QStringLiteral("8"));
        QCOMPARE(facts[1].value, QStringLiteral("80%"));
        QCOMPARE(facts[2].value, areImages ? QStringLiteral("64") : QStringLiteral("2"));
    }

    // What lies under the pointer is a row, with the one that it was learned from.
    void pointsAreRead()
    {
        Bench bench(false);
        const QRectF area(0, 0, kCanvas.width(), kCanvas.height());
        const StageOptions options = Bench::mode(DrawnPointsStage::Copies);
        const QRectF plot = bench.scene.plot(area, 4, options).area;
        bool isFound = false;
        for (double x = plot.left(); x < plot.right() && !isFound; x += 6)
            for (double y = plot.top(); y < plot.bottom() && !isFound; y += 6)
                if (const auto reading = bench.scene.read({x, y}, area, 4, options);
                    reading && !reading->values.empty()) {
                    isFound = true;
                    QCOMPARE(reading->values[2].value, numberText(0.2 * std::pow(0.5, 4) * std::sqrt(2.0)));
                }
        QVERIFY(isFound);
        QVERIFY(!bench.scene.read({1, 1}, area, 4, options));
        const DataTable table = bench.scene.table(4, options);
        QCOMPARE(table.rows.size(), std::size_t(kDrawnRows));
        QCOMPARE(table.headers.size(), 5);
    }

    void imagesAreRead()
    {
        Bench bench(true);
        const QRectF area(0, 0, kCanvas.width(), kCanvas.height());
        const QRectF wall = bench.scene.plot(area, 0, Bench::mode(0)).area;
        const auto reading = bench.scene.read(wall.topLeft() + QPointF(4, 4), area, 0, Bench::mode(0));
        QVERIFY(reading.has_value());
        QCOMPARE(reading->heading, QStringLiteral("image 1"));
        QCOMPARE(reading->values[0].value,
                 numberText(0.2 * std::sqrt(8.0) / 8)); // eight pixels of 64 differ by 0.2
        QCOMPARE(bench.scene.table(0, Bench::mode(0)).rows.size(), std::size_t(kDrawnRows));
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("areImages");
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            const char* theme = dark ? "dark" : "light";
            QTest::addRow("diffusion-points-%s", theme) << false << 0 << dark;
            QTest::addRow("diffusion-copies-%s", theme) << false << 1 << dark;
            QTest::addRow("diffusion-images-%s", theme) << true << 0 << dark;
            QTest::addRow("diffusion-images-first-%s", theme) << true << 1 << dark;
        }
    }
    void pictures()
    {
        QFETCH(bool, areImages);
        QFETCH(int, mode);
        QFETCH(bool, dark);
        Bench bench(areImages);
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QImage image(kCanvas, QImage::Format_RGB32);
        image.fill(theme.surface);
        QPainter painter(&image);
        bench.scene.paint(painter, QRectF(image.rect()), 3, Bench::mode(mode), theme);
        painter.end();
        golden::judge(image);
    }

    // Rows of the model before, then the next model's: a step is never empty, and says what the fit does.
    void aStepIsShown()
    {
        for (const bool areImages : {false, true}) {
            Bench bench(areImages);
            Stage* stage = bench.scene.stage();
            QVERIFY(stage->showsSteps());
            SlowStep step;
            step.from = bench.session.history().at(0, 1);
            step.to = bench.session.history().at(0, 2);
            step.rows.rows = std::make_shared<const Matrix>(drawnBy(step.from).drawn);
            step.rows.origins = {{kDrawnRows, Origin::Synthetic, 1}};
            step.rows.drawn = kDrawnRows;
            QImage begun(kCanvas, QImage::Format_RGB32), fitted = begun;
            for (QImage* image : {&begun, &fitted}) {
                StepClock clock;
                clock.moveTo(image == &begun ? 0.6 : 2.6);
                SlowStep shown = step;
                clock.apply(shown, false);
                image->fill(lightTheme().surface);
                QPainter painter(image);
                stage->paintStep(painter, QRectF(image->rect()), shown, lightTheme());
            }
            QVERIFY(begun != fitted);
            QVERIFY(stage->fitWords(step).contains("take the noise off"));
        }
    }

    void aPageHasWhatIsDrawn()
    {
        for (const bool areImages : {false, true}) {
            Bench bench(areImages);
            const GenerationPtr first = bench.session.history().at(0, 0);
            const auto page =
                pageStageOf({bench.session.experimentOf(0), first, nullptr, {}}, *bench.scene.stage());
            QVERIFY(page);
            QCOMPARE(page->beginning()["kind"].toString(), QString(areImages ? "images" : "regression"));
            const QJsonObject before = page->moment(bench.scene.frameAt(0, false)),
                              after = page->moment(bench.scene.frameAt(4, false));
            QVERIFY(before != after);
            QVERIFY(!after[areImages ? "pixels" : "dots"].isUndefined());
        }
    }

    void thumbnailsArePainted()
    {
        for (const bool areImages : {false, true}) {
            Bench bench(areImages);
            QImage image(100, 60, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            bench.scene.stage()->paintThumbnail(painter, QRectF(image.rect()),
                                                bench.session.history().at(0, 2), 0.5, {}, lightTheme());
            painter.end();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    inked += image.pixel(x, y) != qRgb(255, 255, 255) ? 1 : 0;
            QVERIFY(inked > 50);
        }
    }
};

HARELOOM_UI_TEST(DiffusionStageTest)
#include "DiffusionStageTest.moc"
