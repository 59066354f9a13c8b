// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/accessible/ChartDescription.h"
#include "ui/accessible/DataTableDialog.h"
#include "ui/accessible/DataTableView.h"
#include "ui/accessible/TableText.h"
#include "ui/filmstrip/Filmstrip.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/stage/StageView.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

DataTable example(int rows)
{
    DataTable table{QStringLiteral("Variance"), {QStringLiteral("Generation"), QStringLiteral("A, B")}, {}};
    for (int g = 0; g < rows; ++g)
        table.rows.push_back({double(g), g == 1 ? std::nan("") : 1.0 / (g + 1)});
    return table;
}

} // namespace

class AccessibleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        QSettings().clear();
    }

    void theModelKeepsItsPromises()
    {
        DataTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(example(3));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.data(model.index(2, 1)).toString(), QStringLiteral("0.3333333"));
        QCOMPARE(model.data(model.index(2, 1), Qt::EditRole).toDouble(), 1.0 / 3);
        QVERIFY(!model.data(model.index(1, 1)).isValid());
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("A, B"));
        model.setTable(DataTable());
        QCOMPARE(model.rowCount(), 0);
        model.setTable(DataTable{{}, {QStringLiteral("Generation")}, {{0}, {1}}});
        QCOMPARE(model.rowCount(), 2);
    }

    void moreRowsDoNotDisturbTheReader()
    {
        DataTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(example(3));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setTable(example(5));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.rowCount(), 5);
        model.setTable(example(2));
        QCOMPARE(reset.count(), 1);
    }

    void textIsExactAndQuoted()
    {
        QCOMPARE(tableAsTsv(example(3)),
                 QStringLiteral("Generation\tA, B\n0\t1\n1\t\n2\t0.33333333333333331\n"));
        QCOMPARE(tableAsTsv(example(3), {2}), QStringLiteral("Generation\tA, B\n2\t0.33333333333333331\n"));
        QCOMPARE(tableAsCsv(example(2)), QByteArray("Generation,\"A, B\"\n0,1\n1,\n"));
        QTemporaryDir folder;
        QVERIFY(writeTableCsv(example(2), folder.filePath(QStringLiteral("table.csv"))).ok());
        const auto refused = writeTableCsv(example(2), QStringLiteral("/nowhere/table.csv"));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.find("/nowhere/table.csv") != std::string::npos);
    }

    void theSelectedRowsAreCopied()
    {
        DataTableView view;
        view.setTable(example(4));
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        auto* table = view.findChild<QTableView*>();
        table->setFocus();
        table->selectRow(2);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), tableAsTsv(example(4), {2}));
        table->clearSelection();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), tableAsTsv(example(4)));
    }

    void aChartSaysWhatItIs()
    {
        QWidget chart;
        QAccessible::queryAccessibleInterface(&chart); // asked for before it is described
        QString sentence = QStringLiteral("Variance is 1.");
        describeChart(&chart, {[] { return QStringLiteral("Variance"); }, [&] { return sentence; }, {}});
        const auto* interface = QAccessible::queryAccessibleInterface(&chart);
        QCOMPARE(interface->role(), QAccessible::Chart);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Variance"));
        QCOMPARE(interface->text(QAccessible::Value), sentence);
        sentence = QStringLiteral("Variance is 2.");
        QCOMPARE(interface->text(QAccessible::Description), sentence);
        QWidget plain;
        QVERIFY(QAccessible::queryAccessibleInterface(&plain)->role() != QAccessible::Chart);
    }

    void everyChartOfTheWindowSpeaks()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        window.session().setFinished(fixtures::normalSession(12), {});
        window.cursor().show(7);
        const auto charts = describedCharts(&window);
        QVERIFY(charts.size() >= 4); // stage, filmstrip, variance, mean
        for (const ChartDescription* chart : charts) {
            const auto* interface = QAccessible::queryAccessibleInterface(chart->chart());
            QCOMPARE(interface->role(), QAccessible::Chart);
            QVERIFY(!interface->text(QAccessible::Name).isEmpty());
            QVERIFY(interface->text(QAccessible::Value).endsWith(QLatin1Char('.')));
            QVERIFY(chart->words().table);
            const DataTable table = chart->words().table();
            QVERIFY(!table.rows.empty());
            if (!qobject_cast<const StageView*>(chart->chart()))
                QCOMPARE(table.rows.size(), std::size_t(12)); // a row a generation
            for (const auto& row : table.rows)
                QCOMPARE(qsizetype(row.size()), table.headers.size());
        }
    }

    void theTableFollowsTheFocusAndTheChoice()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.session().setFinished(fixtures::normalSession(12), {});
        window.findChild<Filmstrip*>()->setFocus();
        QTest::keyClick(window.windowHandle(), Qt::Key_T, Qt::ControlModifier);
        auto* dialog = window.findChild<DataTableDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->view().table().title, QStringLiteral("Generations"));
        auto* charts = dialog->findChild<QComboBox*>();
        const int variance = charts->findText(QStringLiteral("Variance"));
        QVERIFY(variance >= 0);
        charts->setCurrentIndex(variance);
        Q_EMIT charts->activated(variance);
        QCOMPARE(dialog->view().table().title, QStringLiteral("Variance"));
        QCOMPARE(dialog->view().table().rows[5][1], window.session().history().at(0, 5)->metric("variance"));
    }
};

HARELOOM_UI_TEST(AccessibleTest)
#include "AccessibleTest.moc"
