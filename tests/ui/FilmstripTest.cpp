// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "ui/filmstrip/Filmstrip.h"
#include "tests/ui/Fixtures.h"
#include "ui/families/Faces.h"

#include <QPainter>
#include <QWheelEvent>
#include <QtTest>

using namespace hareloom::ui;

namespace {

struct Strip
{
    LabSession session;
    GenerationCursor cursor;
    StageScene scene{session, faceOf};
    StageLook look;
    Filmstrip view{scene, look, cursor};

    explicit Strip(int generations)
    {
        session.setFinished(fixtures::normalSession(generations), {});
        scene.refresh();
        view.resize(1000, 132);
        view.setPlanned(generations);
        cursor.setReducedMotion(true);
        cursor.setCount(generations);
        cursor.show(0);
    }
};

} // namespace

class FilmstripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void keysStepAndJump()
    {
        Strip strip(50);
        QTest::keyClick(&strip.view, Qt::Key_Right);
        QCOMPARE(strip.cursor.shown(), 1);
        QTest::keyClick(&strip.view, Qt::Key_PageDown);
        QCOMPARE(strip.cursor.shown(), 11);
        QTest::keyClick(&strip.view, Qt::Key_Left);
        QCOMPARE(strip.cursor.shown(), 10);
        QTest::keyClick(&strip.view, Qt::Key_End);
        QCOMPARE(strip.cursor.shown(), 49);
        QTest::keyClick(&strip.view, Qt::Key_Home);
        QCOMPARE(strip.cursor.shown(), 0);
    }

    void aFrameIsChosenByAClick()
    {
        Strip strip(5);
        const FilmstripLayout layout{strip.view.size(), 5, 5, 0};
        QTest::mouseClick(&strip.view, Qt::LeftButton, {}, layout.frame(3).center().toPoint());
        QCOMPARE(strip.cursor.shown(), 3);
    }

    void theTrackScrubs()
    {
        Strip strip(101);
        const FilmstripLayout layout{strip.view.size(), 101, 101, 0};
        const int y = static_cast<int>(layout.track().center().y());
        QTest::mousePress(&strip.view, Qt::LeftButton, {}, QPoint(static_cast<int>(layout.trackX(20)), y));
        QCOMPARE(strip.cursor.shown(), 20);
        QTest::mouseMove(&strip.view, QPoint(static_cast<int>(layout.trackX(70)), y));
        QCOMPARE(strip.cursor.shown(), 70);
        QTest::mouseRelease(&strip.view, Qt::LeftButton, {}, QPoint(static_cast<int>(layout.trackX(70)), y));
        QTest::mouseMove(&strip.view, QPoint(5, y));
        QCOMPARE(strip.cursor.shown(), 70);
    }

    void theWheelSteps()
    {
        Strip strip(10);
        QWheelEvent down({50, 50}, {50, 50}, {}, {0, -240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                         false);
        QCoreApplication::sendEvent(&strip.view, &down);
        QCOMPARE(strip.cursor.shown(), 2);
    }

    void onlyFramesInSightExist()
    {
        for (const int count : {1, 9, 50, 5000})
            for (const double position : {0.0, count / 2.0, count - 1.0}) {
                const FilmstripLayout layout{QSizeF(1000, 132), count, count, position};
                const auto [first, last] = layout.visible();
                QVERIFY(last - first < 12);
                QVERIFY(first <= static_cast<int>(position) && static_cast<int>(position) <= last);
                QVERIFY(layout.frame(static_cast<int>(position)).left() >= 0);
                QVERIFY(layout.frame(static_cast<int>(position)).right() <= 1000);
            }
    }

    void everyNthGenerationHasAFrame()
    {
        const FilmstripLayout layout{QSizeF(1000, 144), 24, 24, 0, 10};
        QCOMPARE(layout.frames(), 4);
        QCOMPARE(layout.generationOf(2), 20);
        QCOMPARE(layout.generationOf(3), 23);
        QCOMPARE(layout.frameOf(19), 1);
        QCOMPARE(layout.frameOf(23), 3);
        const FilmstripLayout all{QSizeF(1000, 144), 24, 24, 0};
        QCOMPARE(all.frames(), 24);
        QCOMPARE((FilmstripLayout{QSizeF(1000, 144), 0, 1, 0, 10}.frames()), 0);
    }

    void wordsLieBelowTheKnob()
    {
        const FilmstripLayout layout{QSizeF(1000, 144), 50, 50, 20};
        const QRectF knob(layout.trackX(20) - 9, layout.track().center().y() - 9, 18, 18);
        QVERIFY(layout.caption().top() >= knob.bottom() - 1);
        QVERIFY(layout.caption().bottom() <= 144);
        QVERIFY(layout.frame(0).bottom() <= knob.top());
    }

    void everyGenerationHasItsOwnPicture()
    {
        Strip strip(40);
        strip.view.setPlanned(40);
        const auto picture = [&](int index) {
            QImage image(96, 56, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            strip.scene.paintThumbnail(painter, QRectF(0, 0, 96, 56), index, {}, lightTheme());
            return image;
        };
        QVERIFY(picture(0) != picture(20));
        QVERIFY(picture(20) != picture(39));
    }
};

HARELOOM_UI_TEST(FilmstripTest)
#include "FilmstripTest.moc"
