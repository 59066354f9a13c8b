// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Catalogue.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/help/Documentation.h"
#include "ui/help/WindowTour.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

/// Every address in the page, each once.
QStringList linksOf(const QTextDocument& page)
{
    QStringList links;
    for (QTextBlock block = page.begin(); block.isValid(); block = block.next())
        for (auto piece = block.begin(); !piece.atEnd(); ++piece)
            if (const QString link = piece.fragment().charFormat().anchorHref(); !link.isEmpty())
                links << link;
    links.removeDuplicates();
    return links;
}

} // namespace

class HelpTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;

    WindowTour* tour() { return m_window->findChild<WindowTour*>(); }

private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_themes = std::make_unique<ThemeControl>();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_window->session().setFinished(fixtures::normalSession(5), {});
        m_window->showLaboratory();
        m_window->resize(1024, 600);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_themes.reset();
    }

    void everyRegionInSightIsExplained()
    {
        QWidget* before = m_window->focusWidget();
        m_window->actions().help->trigger();
        QVERIFY(tour());
        QVERIFY(tour()->count() >= 7);
        QStringList names;
        for (std::size_t i = 0; i < tour()->count(); ++i) {
            QCOMPARE(tour()->current(), i);
            names << tour()->name();
            QVERIFY(!tour()->words().isEmpty());
            QVERIFY2(tour()->rect().contains(tour()->noteArea()), qPrintable(tour()->name()));
            QVERIFY2(tour()->rect().contains(tour()->regionArea()), qPrintable(tour()->name()));
            QTest::keyClick(tour(), i % 2 == 0 ? Qt::Key_Right : Qt::Key_Space);
        }
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
        QVERIFY(!names.contains("Side by side")); // not in sight
        QTRY_VERIFY(!tour());                     // past the last one it ends
        QCOMPARE(m_window->focusWidget(), before);
    }

    void theTourNeitherRunsNorSteps()
    {
        m_window->cursor().show(2);
        m_window->actions().help->trigger();
        QTest::keyClick(tour(), Qt::Key_Right);
        QTest::keyClick(tour(), Qt::Key_Space);
        QTest::keyClick(tour(), Qt::Key_Left);
        QCOMPARE(tour()->current(), std::size_t{1});
        QCOMPARE(m_window->cursor().shown(), 2);
        m_window->resize(1280, 720); // it follows the window
        QTRY_COMPARE(tour()->size(), m_window->size());
        QTRY_VERIFY(tour()->rect().contains(tour()->regionArea()));
        QTest::keyClick(tour(), Qt::Key_Escape);
        QTRY_VERIFY(!tour());
    }

    void aClickOnARegionExplainsIt()
    {
        m_window->actions().help->trigger();
        const std::size_t last = tour()->count() - 1;
        while (tour()->current() < last)
            tour()->next();
        const QString name = tour()->name();
        const QPoint there = tour()->regionArea().center();
        while (tour()->current() > 0)
            tour()->previous();
        QTest::mouseClick(tour(), Qt::LeftButton, {}, there);
        QCOMPARE(tour()->name(), name);
    }

    void theGalleryIsExplainedToo()
    {
        m_window->showGallery();
        m_window->actions().help->trigger();
        QVERIFY(tour());
        QCOMPARE(tour()->count(), std::size_t{1});
        QVERIFY(tour()->words().contains("card"));
    }

    void everyPageOfTheDocumentationIsInside()
    {
        QStringList pages;
        for (const QString& file : QDir(HARELOOM_SOURCE_DIR "/docs").entryList({"*.md"}, QDir::Files))
            pages << file.chopped(3);
        QStringList inside = Documentation::pages();
        QCOMPARE(inside.first(), QString("glossary"));
        inside.sort();
        QCOMPARE(inside, pages);
    }

    void everyLinkBetweenPagesLeadsSomewhere()
    {
        Documentation documentation;
        documentation.setAttribute(Qt::WA_DeleteOnClose, false);
        int followed = 0;
        for (const QString& page : Documentation::pages()) {
            documentation.open(page);
            QCOMPARE(documentation.page(), page);
            QVERIFY(documentation.text()->toPlainText().size() > 200);
            QCOMPARE(documentation.text()->verticalScrollBar()->value(), 0); // it is read from its beginning
            for (const QString& link : linksOf(*documentation.text()->document())) {
                const QUrl url(link);
                if (!url.scheme().isEmpty() || link.startsWith(".."))
                    continue; // leads out of the pages
                const QString target = url.path().isEmpty() ? page : url.path().section('/', -1).chopped(3);
                if (!url.path().isEmpty() && !url.path().endsWith(".md"))
                    continue; // a picture
                documentation.open(page);
                Q_EMIT documentation.text()->anchorClicked(url);
                QVERIFY2(documentation.page() == target, qPrintable(page + ": " + link));
                QVERIFY2(url.fragment().isEmpty() || !documentation.heading().isEmpty(), qPrintable(page + ": " + link));
                ++followed;
            }
        }
        QVERIFY(followed > 20);
    }

    void wordsAreFoundOnAllPages()
    {
        Documentation documentation;
        documentation.setAttribute(Qt::WA_DeleteOnClose, false);
        documentation.show();
        QVERIFY(QTest::qWaitForWindowActive(&documentation));
        auto* field = documentation.findChild<QLineEdit*>();
        const auto found = [&] { return documentation.text()->textCursor().selectedText(); };
        QTest::keyClick(&documentation, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("orig")); // as it is typed
        QCOMPARE(found().toLower(), QString("orig"));
        const int first = documentation.text()->textCursor().selectionStart();
        QTest::keyClicks(field, QStringLiteral("inal"));
        QVERIFY(documentation.text()->textCursor().selectionStart() >= first);
        // A word that only one page has is found from any other, forwards and backwards.
        field->clear();
        documentation.open("glossary");
        QVERIFY(documentation.find("survivingStates", false));
        QCOMPARE(found().toLower(), QString("survivingstates"));
        const QString page = documentation.page();
        QVERIFY(page != "glossary");
        documentation.open("glossary");
        QVERIFY(documentation.find("survivingStates", true));
        QCOMPARE(found().toLower(), QString("survivingstates"));
        // Round all pages it comes back to where it was.
        documentation.open("metrics");
        QVERIFY(documentation.find("### nothing of that kind", false) == false);
        QCOMPARE(documentation.page(), QString("metrics"));
        QTest::keyClicks(field, QStringLiteral("xyzzy"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(documentation.isVisible()); // Return finds, and closes nothing
    }

    void everyMetricHasItsHeading()
    {
        Documentation documentation;
        documentation.setAttribute(Qt::WA_DeleteOnClose, false);
        for (const MetricInfo& info : metricCatalogue()) {
            const QString name = QString::fromUtf8(info.name.data(), qsizetype(info.name.size()));
            documentation.open("metrics#" + name);
            QCOMPARE(documentation.heading(), name);
        }
        documentation.open("no such page");
        QCOMPARE(documentation.page(), QString("metrics"));
    }

    void whatLeadsOutIsNotOpened()
    {
        Documentation documentation;
        documentation.setAttribute(Qt::WA_DeleteOnClose, false);
        documentation.open("metrics");
        Q_EMIT documentation.text()->anchorClicked(QUrl("https://example.org/"));
        QCOMPARE(documentation.page(), QString("metrics"));
    }
};

HARELOOM_UI_TEST(HelpTest)
#include "HelpTest.moc"
