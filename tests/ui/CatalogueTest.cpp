// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Folders.h"
#include "core/catalogue/Sha256.h"
#include "tests/TestProgram.h"
#include "tests/catalogue/Server.h"
#include "ui/catalogue/CatalogueDialog.h"
#include "ui/catalogue/CatalogueRow.h"

#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>

using namespace hareloom;
using namespace hareloom::test;
using namespace hareloom::ui;

namespace {

const QByteArray kContent(200'000, 'h');
constexpr int kPatience = 20'000; // ms; a failure, not a pace

CatalogueEntry entryAt(const std::string& mirror, const char* id)
{
    Sha256 hash;
    hash.add({reinterpret_cast<const std::uint8_t*>(kContent.constData()),
              static_cast<std::size_t>(kContent.size())});
    CatalogueEntry entry;
    entry.id = id;
    entry.title = "Sample";
    entry.summary = "Some bytes.";
    entry.licence = "CC0";
    entry.credit = "Nobody";
    entry.mirrors = {mirror};
    entry.files = {{"file", kContent.size(), hash.hex()}};
    return entry;
}

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT

    QTemporaryDir* m_folder = nullptr;

    static QPushButton& button(QWidget& row) { return *row.findChild<QPushButton*>(); }
    static bool isSaid(QWidget& inside, const QString& words)
    {
        const auto labels = inside.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel* l) { return l->isVisible() && l->text().contains(words); });
    }
    static void press(QPushButton& pressed)
    {
        pressed.setFocus();
        QTest::keyClick(&pressed, Qt::Key_Space);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = new QTemporaryDir;
        qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
        qputenv("NO_PROXY", "*");
        qunsetenv("HARELOOM_CATALOGUE_MIRROR");
    }
    void cleanup() { delete m_folder; }

    void anEntryIsFetchedStoppedGoneOnWithAndRemoved()
    {
        std::atomic<bool> stalls = true;
        Server server([&](const Request& r) {
            Reply reply = served(r, kContent);
            reply.stalls = stalls;
            if (stalls)
                reply.cutAfter = kContent.size() / 2;
            return reply;
        });
        const std::vector<CatalogueEntry> entries = {entryAt(server.address(), "sample")};
        CatalogueDialog dialog(entries);
        dialog.browse();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        CatalogueRow& row = *dialog.rows()[0];
        auto& bar = *row.findChild<QProgressBar*>();
        QVERIFY(isSaid(row, "200 kB · licence CC0") && isSaid(row, "Not here") && !bar.isVisible());
        QCOMPARE(button(row).accessibleName(), QString("Get: Sample"));

        press(button(row));
        QVERIFY(row.isFetching() && bar.isVisible());
        QCOMPARE(button(row).accessibleName(), QString("Stop: Sample"));
        QTRY_COMPARE_WITH_TIMEOUT(bar.value(), 500, kPatience);
        press(button(row));
        QTRY_VERIFY_WITH_TIMEOUT(!row.isFetching(), kPatience);
        QVERIFY(isSaid(row, "100 kB here") && bar.isVisible());
        QCOMPARE(button(row).accessibleName(), QString("Go on: Sample"));

        stalls = false;
        press(button(row));
        QTRY_VERIFY_WITH_TIMEOUT(!row.isFetching(), kPatience);
        QVERIFY(isSaid(row, "Here, checked") && !bar.isVisible());
        QCOMPARE(server.requests().back().from(), kContent.size() / 2);

        press(button(row));
        auto* question = row.findChild<QMessageBox*>();
        QVERIFY(question && question->isVisible());
        for (QAbstractButton* answer : question->buttons())
            if (question->buttonRole(answer) == QMessageBox::DestructiveRole)
                QTest::mouseClick(answer, Qt::LeftButton);
        QTRY_VERIFY(isSaid(row, "Not here"));
        QVERIFY(holdingOf(entries[0]).state == HoldingState::Absent);
    }

    void whatGoesWrongIsSaidInTheRow()
    {
        Server server([](const Request&) { return Reply{404, "not here"}; });
        const std::vector<CatalogueEntry> entries = {entryAt(server.address(), "sample")};
        CatalogueDialog dialog(entries);
        dialog.browse();
        press(button(*dialog.rows()[0]));
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(*dialog.rows()[0], "status 404"), kPatience);
        QVERIFY(button(*dialog.rows()[0]).isEnabled());
    }

    void closingLeavesADownloadAndDestroyingEndsIt()
    {
        Server server([](const Request& r) {
            Reply reply = served(r, kContent);
            reply.stalls = true;
            reply.cutAfter = 1000;
            return reply;
        });
        const std::vector<CatalogueEntry> entries = {entryAt(server.address(), "sample")};
        QElapsedTimer timer;
        {
            CatalogueDialog dialog(entries);
            dialog.browse();
            press(button(*dialog.rows()[0]));
            dialog.close();
            QTRY_VERIFY_WITH_TIMEOUT(holdingOf(entries[0]).bytes == 1000, kPatience);
            QVERIFY(dialog.rows()[0]->isFetching());
            timer.start();
        }
        QVERIFY2(timer.elapsed() < 10'000, "the server would stall for thirty seconds");
        QVERIFY(holdingOf(entries[0]).state == HoldingState::Partial);
    }

    void whoeverLacksAnEntryMayRunOnceItIsThere()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        const std::vector<CatalogueEntry> entries = {entryAt(server.address(), "other"),
                                                     entryAt(server.address(), "sample")};
        CatalogueDialog dialog(entries);
        QSignalSpy runs(&dialog, &CatalogueDialog::runRequested);
        dialog.offer(entries[1], "Digits fade together");
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(isSaid(dialog, "“Digits fade together” needs Sample."));
        QPushButton& get = button(*dialog.rows()[1]);
        QTRY_COMPARE(QApplication::focusWidget(), &get);
        QTest::keyClick(&get, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(dialog, "Sample is here."), kPatience);
        auto* run = qobject_cast<QPushButton*>(QApplication::focusWidget());
        QVERIFY(run && run->text() == "&Run the experiment");
        QTest::keyClick(run, Qt::Key_Space);
        QCOMPARE(runs.size(), 1);
        QVERIFY(!dialog.isVisible());
    }
};

HARELOOM_UI_TEST(CatalogueTest)
#include "CatalogueTest.moc"
