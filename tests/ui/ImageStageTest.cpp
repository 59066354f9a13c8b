// SPDX-License-Identifier: GPL-3.0-or-later
// The stage of the image family on snapshots made by hand: no network is trained here. Pictures are approved
// as GoldenTest's are.
#include "ui/families/image/ImageStage.h"

#include "core/families/image/VaeSnapshot.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Golden.h"
#include "tests/ui/ImageChain.h"
#include "ui/families/Faces.h"
#include "ui/presets/PresetList.h"
#include "ui/stage/StageScene.h"
#include "ui/theme/Icons.h"

#include <QPainter>
#include <QtTest>

#include <cmath>
#include <numbers>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

constexpr QSize kCanvas(640, 400);
struct Bench
{
    LabSession session;
    StageScene scene{session, faceOf};

    Bench()
    {
        session.setFinished(imageSession(), {});
        scene.setChain(0);
        RealData data;
        data.classNames = {"Shirt", "Bag", "Ankle boot", "Coat"};
        scene.setRealData(data);
    }
    GenerationPtr at(int index) const { return session.history().at(0, index); }
    static StageOptions mode(int mode)
    {
        StageOptions options;
        options.mode = mode;
        return options;
    }
};

QStringList modesWith(const VaeView& view, bool isMeasured)
{
    ImageStage stage;
    stage.setOrigin({imageExperiment(), imageLink(0, view, isMeasured), nullptr, {}});
    return stage.modes();
}

} // namespace

class ImageStageTest : public QObject
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
        const Face& face = faceOf("image");
        const auto stage = face.makeStage(*imageLink(0, imageView(0))->snapshot);
        QVERIFY(dynamic_cast<ImageStage*>(stage.get()));
        QVERIFY(!stage->drawsRows());
        QVERIFY(face.glyph() != drawUnknown);
        QCOMPARE(usualPreset(QStringLiteral("image")), QStringLiteral("digits-quick"));
        QCOMPARE(usualPreset(QStringLiteral("nothing")), QString());
    }

    void onlyWhatIsKnownIsOffered()
    {
        const QStringList all{QStringLiteral("Samples"), QStringLiteral("Latents"),
                              QStringLiteral("Classes")};
        QCOMPARE(modesWith(imageView(0), true), all);
        QCOMPARE(modesWith(imageView(0), false), all); // counted in the cloud
        VaeView view = imageView(0);
        view.cloudClasses.clear();
        QCOMPARE(modesWith(view, false), all.mid(0, 2));
        view.cloud.clear();
        QCOMPARE(modesWith(view, false), all.mid(0, 1));
    }

    void aWallIsWholePixels()
    {
        for (const QSizeF room : {QSizeF(600, 300), QSizeF(300, 600), QSizeF(131, 77)}) {
            const QRectF area(QPointF(3, 5), room);
            const WallPlan plan = planWall(area, 64, QSize(5, 5));
            QVERIFY(area.adjusted(-1, -1, 1, 1).contains(plan.area));
            QCOMPARE(std::fmod(plan.cell.width(), 5), 0.0);
            for (int i = 0; i < 64; ++i) {
                QVERIFY(plan.area.adjusted(-0.1, -0.1, 0.1, 0.1).contains(plan.placeOf(i)));
                QCOMPARE(plan.imageAt(plan.placeOf(i).center()), std::optional(i));
            }
        }
        // In the window of 1280 x 720, halves let all sixty-four be seen.
        QCOMPARE(planWall(QRectF(0, 0, 360, 360), 64, QSize(28, 28), 8).cell.width(), 28.0);
        QCOMPARE(planWall(QRectF(0, 0, 360, 360), 64, QSize(28, 28), 8, 2).cell.width(), 42.0);
        QCOMPARE(planWall(QRectF(0, 0, 0, 0), 64, QSize(5, 5)).columns, 0);
        QVERIFY(planWall(QRectF(0, 0, 40, 40), 64, QSize(28, 28)).cell.width() < 28);
    }

    void groundsAreToldApart()
    {
        QVERIFY(hasDarkGround(imageWall(0), QSize(kSide, kSide)));
        std::vector<std::uint8_t> inverse = imageWall(0);
        for (std::uint8_t& tone : inverse)
            tone = static_cast<std::uint8_t>(255 - tone);
        QVERIFY(!hasDarkGround(inverse, QSize(kSide, kSide)));
    }

    void factsAreThoseMeasured()
    {
        Bench bench;
        const auto facts = bench.scene.stage()->facts(bench.scene.frameAt(4));
        QCOMPARE(facts.size(), std::size_t(2)); // the entropy was not measured
        QCOMPARE(facts[0].before, QStringLiteral("0.7"));
        QCOMPARE(facts[1].value, QStringLiteral("3"));
        QVERIFY(bench.scene.summary(4).contains(QStringLiteral("classes alive 3, 4 in generation 0")));
    }

    void samplesAreRead()
    {
        Bench bench;
        const QRectF area(0, 0, kCanvas.width(), kCanvas.height());
        const QRectF wall = bench.scene.plot(area, 0, Bench::mode(0)).area;
        const QPointF first = wall.topLeft() + QPointF(4, 4);
        auto reading = bench.scene.read(first, area, 0, Bench::mode(0));
        QVERIFY(reading.has_value());
        QCOMPARE(reading->heading, QStringLiteral("latent point 1 of 12"));
        QCOMPARE(reading->values.front().value, QStringLiteral("0"));
        reading = bench.scene.read(reading->at + QPointF(reading->step.width(), 0), area, 4, Bench::mode(0));
        QVERIFY(reading.has_value());
        QCOMPARE(reading->heading, QStringLiteral("latent point 2 of 12"));
        QVERIFY(reading->values.front().value != QStringLiteral("0"));
        QVERIFY(!bench.scene.read(wall.topLeft() - QPointF(20, 0), area, 0, Bench::mode(0)));
    }

    void latentPointsAreReadWithTheirClass()
    {
        Bench bench;
        const QRectF area(0, 0, kCanvas.width(), kCanvas.height());
        const QRectF plot = bench.scene.plot(area, 0, Bench::mode(1)).area;
        const auto reading = bench.scene.read(plot.center(), area, 0, Bench::mode(1));
        QVERIFY(reading.has_value());
        QCOMPARE(reading->values.size(), std::size_t(2));
        const QStringList names{QStringLiteral("Shirt"), QStringLiteral("Bag"), QStringLiteral("Ankle boot"),
                                QStringLiteral("Coat")};
        const int image = reading->values[0].value.section(QLatin1Char(' '), 0, 0).toInt();
        QVERIFY(image >= 1 && image <= kPoints);
        QCOMPARE(reading->values[1].value, names[(image - 1) % 4]);
    }

    void classesAreRead()
    {
        Bench bench;
        const QRectF area(0, 0, kCanvas.width(), kCanvas.height());
        const QRectF plot = bench.scene.plot(area, 4, Bench::mode(2)).area;
        const auto top = bench.scene.read(plot.topLeft() + QPointF(1, 2), area, 4, Bench::mode(2));
        QVERIFY(top.has_value());
        QCOMPARE(top->heading, QStringLiteral("Coat"));
        QCOMPARE(top->values.front().value, QStringLiteral("20.0%"));
        const auto last = bench.scene.read(plot.topRight() + QPointF(-1, 2), area, 4, Bench::mode(2));
        QVERIFY(last.has_value());
        QCOMPARE(last->heading, QStringLiteral("Ankle boot")); // nothing is left of the coats
    }

    void tablesHoldWhatIsDrawn()
    {
        Bench bench;
        QCOMPARE(bench.scene.table(2, Bench::mode(0)).rows.size(), std::size_t(kImages));
        QCOMPARE(bench.scene.table(2, Bench::mode(1)).rows.size(), std::size_t(kPoints));
        const DataTable classes = bench.scene.table(2, Bench::mode(2));
        QCOMPARE(classes.rows.size(), std::size_t(kLastImage + 2)); // and the real images
        QCOMPARE(classes.headers.last(), QStringLiteral("Coat"));
        QCOMPARE(classes.rows[3].back(), 0.1);
        for (int mode = 0; mode < 3; ++mode) {
            const DataTable table = bench.scene.table(2, Bench::mode(mode));
            for (const auto& row : table.rows)
                QCOMPARE(qsizetype(row.size()), table.headers.size());
        }
    }

    // A training that went wrong leaves a generation without pictures.
    void aGenerationWithoutPicturesIsPaintedWithoutThem()
    {
        LabSession session;
        session.setFinished({imageExperiment(),
                             {imageLink(0, imageView(0)), imageLink(1, {}, false)},
                             QStringLiteral("test")},
                            {});
        StageScene scene(session, faceOf);
        scene.setChain(0);
        QImage image(kCanvas, QImage::Format_RGB32);
        for (int mode = 0; mode < scene.modes().size(); ++mode)
            for (const double position : {0.5, 1.0}) {
                QPainter painter(&image);
                scene.paint(painter, QRectF(image.rect()), position, Bench::mode(mode), lightTheme());
                scene.paintThumbnail(painter, QRectF(0, 0, 90, 50), 1, Bench::mode(mode), lightTheme());
                scene.read(QPointF(200, 250), QRectF(image.rect()), position, Bench::mode(mode));
                scene.table(position, Bench::mode(mode));
            }
        QVERIFY(scene.table(1, Bench::mode(0)).rows.empty());
        QVERIFY(scene.stage()->facts(scene.frameAt(1)).empty());
    }

    void pictures_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<double>("position");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            const char* theme = dark ? "dark" : "light";
            QTest::addRow("images-samples-%s", theme) << 0 << 3.0 << dark;
            QTest::addRow("images-between-%s", theme) << 0 << 1.5 << dark;
            QTest::addRow("images-latents-%s", theme) << 1 << 3.0 << dark;
            QTest::addRow("images-classes-%s", theme) << 2 << 3.0 << dark;
        }
    }
    void pictures()
    {
        QFETCH(int, mode);
        QFETCH(double, position);
        QFETCH(bool, dark);
        Bench bench;
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QImage image(kCanvas, QImage::Format_RGB32);
        image.fill(theme.surface);
        QPainter painter(&image);
        bench.scene.paint(painter, QRectF(image.rect()), position, Bench::mode(mode), theme);
        if (mode == 0)
            for (int g = 0; g <= kLastImage; ++g)
                bench.scene.paintThumbnail(painter, QRectF(430 + 70 * (g % 3), 260 + 50 * (g / 3), 64, 44), g,
                                           {}, theme);
        painter.end();
        golden::judge(image);
    }
};

HARELOOM_PICTURE_TEST(ImageStageTest)
#include "ImageStageTest.moc"
