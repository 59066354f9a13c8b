// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures between latent points, decoded for real from weights made here.
#include "tests/TestProgram.h"
#include "ui/families/image/LatentWalk.h"

#include "core/families/image/ImageNetworks.h"
#include "tests/chain/Runs.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Ink.h"
#include "ui/families/Faces.h"

#include <QApplication>
#include <QMouseEvent>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

const VaeArchitecture kSmall{ImageNetwork::Dense, 8, 8, 4, 16};
constexpr int kImages = 12, kPatience = 20'000; // ms; a failure, not a pace

VaeSnapshot::Weights weights()
{
    Rng rng(7);
    auto made = std::make_shared<std::vector<float>>(static_cast<std::size_t>(parameterCount(kSmall)));
    for (float& weight : *made)
        weight = static_cast<float>(0.6 * rng.normal());
    return made;
}

GenerationPtr link(int index, bool hasWeights)
{
    const ImageNetworks& networks = **imageNetworks();
    VaeSnapshot snapshot(kSmall, weights(), {});
    VaeView view;
    view.wall = networks.decode(snapshot, networks.wallLatents(kSmall, kImages));
    for (int i = 0; i < 40; ++i) {
        view.cloud.push_back(static_cast<float>(std::cos(i) * (1 + i % 3)));
        view.cloud.push_back(static_cast<float>(std::sin(i) * (1 + i % 3)));
    }
    if (index == 0)
        view.plane = {1, 0, 0, 1, 0, 0, 0, 0}; // the first two latent numbers themselves
    auto generation = std::make_shared<Generation>();
    generation->index = index;
    generation->snapshot =
        std::make_shared<VaeSnapshot>(kSmall, hasWeights ? weights() : nullptr, std::move(view));
    return generation;
}

struct Window
{
    LabSession session;
    StageScene scene{session, faceOf};
    StageLook look;
    StageView view{scene, look};

    Window()
    {
        session.setFinished({experimentOf(R"({"family": "image", "source": {"kind": "fashionMnist"},
            "samples": {"size": 100}, "generations": 2, "evaluation": {"metrics": ["latentStd"]}})"),
                             {link(0, true), link(1, false), link(2, true)},
                             QStringLiteral("test")},
                            {});
        scene.setChain(0);
        view.resize(900, 500);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("no window");
        view.setFocus();
    }
    /// The view has made it, as the family's face told it to.
    LatentWalk& walk() const { return *view.findChild<LatentWalk*>(); }
    void choose(int mode) { look.setMode(mode); }
    QPoint at(double x, double y)
    {
        const QRectF area = scene.plot(QRectF(view.rect()), 0, view.options()).area;
        return QPointF(area.left() + x * area.width(), area.top() + y * area.height()).toPoint();
    }
    /// Real moves: QTest's own go by way of the cursor, and a new window may hear of it as an entry alone.
    void move(const QPoint& to, Qt::MouseButtons held = {})
    {
        QMouseEvent event(QEvent::MouseMove, QPointF(to), view.mapToGlobal(QPointF(to)), Qt::NoButton, held,
                          Qt::NoModifier);
        QApplication::sendEvent(&view, &event);
    }
    void drag(const QPoint& from, const QPoint& to)
    {
        move(from);
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        move((from + to) / 2, Qt::LeftButton);
        move(to, Qt::LeftButton);
    }
    bool shows(int count) const
    {
        return walk().pictures() && walk().pictures()->job.count == count && walk().isVisible();
    }
};

std::vector<std::uint8_t> picture(const LatentPictures& pictures, int index)
{
    const auto first = pictures.pixels.begin() + index * kSmall.pixels();
    return {first, first + kSmall.pixels()};
}

/// Products of other sizes may round another way.
bool isSame(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](int p, int q) { return std::abs(p - q) <= 1; });
}

} // namespace

class LatentWalkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fixtures::isolate();
        const auto networks = imageNetworks();
        QVERIFY2(networks, networks ? "" : networks.error().message.c_str());
    }

    void aDragBetweenTwoImagesDrawsWhatLiesBetween()
    {
        Window window;
        window.choose(0);
        const QRectF wall = window.scene.plot(QRectF(window.view.rect()), 0, window.view.options()).area;
        const QPoint first = (wall.topLeft() + QPointF(6, 6)).toPoint(),
                     last = (wall.bottomRight() - QPointF(6, 6)).toPoint();
        window.drag(first, last);
        QTRY_VERIFY_WITH_TIMEOUT(window.shows(LatentWalk::kPictures), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(window.walk().pictures()->job.to.wallImage, kImages - 1, kPatience);
        QTest::mouseRelease(&window.view, Qt::LeftButton, {}, last);
        const LatentPictures& made = *window.walk().pictures();
        const auto& shown = asVae(*window.session.history().at(0, 0)->snapshot)->view().wall;
        const auto end = shown.begin() + kSmall.pixels();
        QVERIFY(isSame(picture(made, 0), {shown.begin(), end})); // the very images at both ends
        QVERIFY(
            isSame(picture(made, LatentWalk::kPictures - 1), {shown.end() - kSmall.pixels(), shown.end()}));
        QVERIFY(!isSame(picture(made, 4), picture(made, 0)));
        QCOMPARE(window.walk().caption(),
                 QStringLiteral("From latent point 1 to latent point 12, drawn by generation 0"));
        window.move(window.at(0.5, 0.5)); // released: it stays
        QTest::qWait(0);
        QVERIFY(window.shows(LatentWalk::kPictures));
        QTest::keyClick(&window.view, Qt::Key_Escape);
        QVERIFY(!window.walk().isVisible());
    }

    void thePlanesPointsAreDrawnByGenerationZero()
    {
        Window window;
        window.view.setPosition(1); // whose own weights were not kept
        window.choose(1);
        window.move(window.at(0.25, 0.25));
        QTRY_VERIFY_WITH_TIMEOUT(window.shows(1), kPatience);
        const LatentPoint point = window.walk().pictures()->job.to;
        QVERIFY(point.place[0] < 0 && point.place[1] > 0); // left of the middle and above it
        QCOMPARE(point.place[2], 0.0F);
        const ImageNetworks& networks = **imageNetworks();
        const auto expected =
            networks.decode(*asVae(*window.session.history().at(0, 0)->snapshot), point.place);
        QVERIFY(isSame(window.walk().pictures()->pixels, expected));
        QVERIFY(window.walk().caption().endsWith(QLatin1String("drawn by generation 0")));

        window.drag(window.at(0.25, 0.25), window.at(0.75, 0.6));
        QTRY_VERIFY_WITH_TIMEOUT(window.shows(LatentWalk::kPictures), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(window.walk().pictures()->job.to.place[0] > 0, kPatience);
        QVERIFY(isSame(picture(*window.walk().pictures(), 0), expected));
        const LatentPictures& made = *window.walk().pictures();
        QVERIFY2(window.walk().caption().startsWith(QLatin1String("From (")),
                 qPrintable(window.walk().caption()));
        // The first picture's first pixel, enlarged, is on the panel.
        QVERIFY(fixtures::inkOn(window.walk(), QColor(made.job.to.tones[made.pixels.front()])) >= 4);
    }

    void keysDoTheSame()
    {
        Window window;
        window.choose(1);
        QTest::keyClick(&window.view, Qt::Key_Right, Qt::ControlModifier); // reads in the middle
        QTRY_VERIFY_WITH_TIMEOUT(window.shows(1), kPatience);
        QTest::keyClick(&window.view, Qt::Key_Return);
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(&window.view, Qt::Key_Right, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(window.shows(LatentWalk::kPictures), kPatience);
        QTest::keyClick(&window.view, Qt::Key_Return); // both ends are set
        QTRY_VERIFY(window.walk().accessibleDescription().startsWith(QLatin1String("From (")));
        QTest::keyClick(&window.view, Qt::Key_Right, Qt::ControlModifier);
        QTest::qWait(0);
        QVERIFY(window.shows(LatentWalk::kPictures));
    }

    void whereNoWeightsWereKeptItIsSaid()
    {
        Window window;
        window.view.setPosition(1);
        window.choose(0);
        window.drag(window.at(0.05, 0.1), window.at(0.9, 0.9));
        QTRY_VERIFY(window.walk().isVisible());
        QVERIFY(!window.walk().pictures());
        QVERIFY(
            window.walk().caption().startsWith(QLatin1String("The weights of generation 1 were not kept")));
    }

    void anotherViewEndsIt()
    {
        Window window;
        window.choose(0);
        window.drag(window.at(0.05, 0.1), window.at(0.9, 0.9));
        QTRY_VERIFY_WITH_TIMEOUT(window.shows(LatentWalk::kPictures), kPatience);
        window.choose(1);
        QTRY_VERIFY(!window.shows(LatentWalk::kPictures)); // but what is read there is drawn
    }
};

HARELOOM_UI_TEST(LatentWalkTest)
#include "LatentWalkTest.moc"
