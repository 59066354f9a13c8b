// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/gallery/GalleryCard.h"
#include "ui/theme/ThemeControl.h"
#include "ui/window/MainWindow.h"

#include <QAbstractScrollArea>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr int kPatienceMs = 120'000; // the longest of these runs, where the machine does other things, too

} // namespace

/// What a learner asks (docs/telling.md), by real clicks from the first screen: the answer stands there in
/// words, whole.
class QuestionsTest : public QObject
{
    Q_OBJECT

    /// A press of the mouse where the widget is, in the window as a user has it.
    void click(QWidget* widget)
    {
        QVERIFY(widget && widget->isVisible());
        const QPoint at = widget->mapTo(m_window.get(), widget->rect().center());
        QVERIFY2(m_window->rect().contains(at), "it is not on the screen");
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, at);
        ++m_clicks;
    }

    void openCard(const char* preset)
    {
        QWidget* card = nullptr;
        for (GalleryCard* each : m_window->findChildren<GalleryCard*>())
            if (each->objectName() == QLatin1String(preset))
                card = each;
        QVERIFY(card);
        for (QScrollArea* scroll : m_window->findChildren<QScrollArea*>())
            if (scroll->isAncestorOf(card))
                scroll->ensureWidgetVisible(card, 0, 0); // the wheel
        click(card);
    }

    QAbstractButton* answer() const
    {
        return m_window->findChild<QAbstractButton*>(QStringLiteral("answer"));
    }

private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_themes = std::make_unique<ThemeControl>();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_clicks = 0;
    }
    void cleanup() { m_window.reset(); }

    void comparisonsAnswer_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QByteArray>("preset");
        QTest::addColumn<QString>("sides");
        QTest::addColumn<QString>("because");
        const std::pair<const char*, QSize> sizes[] = {{"1280x720", {1280, 720}}, {"1024x600", {1024, 600}}};
        for (const auto& [name, size] : sizes) {
            QTest::addRow("What if I keep 10%% real? %s", name)
                << size << QByteArray("keep-real") << "“10% original”"
                << "Original or fresh rows in every generation";
            QTest::addRow("Which error is to blame? %s", name)
                << size << QByteArray("three-errors") << "“Too few rows alone”"
                << "A finite sample is drawn anew";
            QTest::addRow("Does more data help? %s", name)
                << size << QByteArray("gaussian-replace") << "“M = 100,000”"
                << "falls with the square root of the rows";
        }
    }
    void comparisonsAnswer()
    {
        QFETCH(QSize, size);
        QFETCH(QByteArray, preset);
        QFETCH(QString, sides);
        QFETCH(QString, because);
        m_window->resize(size);
        m_window->show();
        m_window->showGallery();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        openCard(preset.constData());
        QTRY_VERIFY_WITH_TIMEOUT(answer() && answer()->isVisible(), kPatienceMs);
        QTRY_VERIFY(answer()->accessibleName().contains(sides) &&
                    answer()->accessibleName().contains(because));
        QVERIFY(answer()->accessibleName().contains(QStringLiteral("It changed most with “")));
        QCOMPARE(m_clicks, 1);
        QVERIFY2(m_window->width() <= size.width() && m_window->height() <= size.height(),
                 "the window outgrew the screen");
        // In sight as a whole: it is as high as its lines, and nothing below it was pushed out.
        QVERIFY(answer()->height() >= answer()->sizeHint().height());
        const QRect place(answer()->mapTo(m_window.get(), QPoint(0, 0)), answer()->size());
        QVERIFY(m_window->rect().contains(place));
    }

    void wordsAreExplained_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("answer");
        QTest::newRow("mean") << "Why does the mean not change?"
                              << "each generation misses it a little, up or down by chance";
        QTest::newRow("early") << "What is early collapse?"
                               << "the tails, what is rare, are being lost";
    }
    void wordsAreExplained()
    {
        QFETCH(QString, asked);
        QFETCH(QString, answer);
        for (const QSize& size : {QSize(1280, 720), QSize(1024, 600)}) {
            m_window->resize(size);
            m_window->show();
            m_window->showGallery();
            QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
            m_clicks = 0;
            QLineEdit* filter = nullptr;
            for (QLineEdit* each : m_window->findChildren<QLineEdit*>())
                if (each->isVisible())
                    filter = each;
            click(filter);
            QTest::keyClicks(filter, asked);
            auto* terms = m_window->findChild<QLabel*>(QStringLiteral("terms"));
            QVERIFY(terms && terms->isVisible());
            QVERIFY2(terms->text().contains(answer), qPrintable(terms->text()));
            QVERIFY(
                m_window->rect().contains(QRect(terms->mapTo(m_window.get(), QPoint(0, 0)), terms->size())));
            QCOMPARE(m_clicks, 1);
            filter->clear();
        }
    }

private:
    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;
    int m_clicks = 0;
};

HARELOOM_UI_TEST(QuestionsTest)
#include "QuestionsTest.moc"
