// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/ExportDialog.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/theme/FigureThemes.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

class ExportDialogTest : public QObject
{
    Q_OBJECT

    static ExportMaterial material()
    {
        ExportMaterial material;
        material.values.title = "Variance: fades/away";
        material.values.generation = 7;
        material.values.seed = 3;
        Figure figure;
        figure.origin = "here";
        figure.paint = [](QPainter& painter, const QRectF& area, const FigureOptions&) {
            painter.drawEllipse(area);
        };
        material.charts = {{"stage", figure}, {"variance", figure}};
        material.report = [] {
            Report report;
            report.title = "A report";
            return report;
        };
        material.shownTable = [] { return QByteArray("shown\n"); };
        material.table = [] { return QByteArray("all\n"); };
        return material;
    }

    static QLineEdit* line(ExportDialog& dialog, const char* name)
    {
        for (QLineEdit* edit : dialog.findChildren<QLineEdit*>())
            if (edit->accessibleName() == QLatin1String(name))
                return edit;
        return nullptr;
    }

    static QSpinBox* spin(ExportDialog& dialog, const char* name)
    {
        for (QSpinBox* box : dialog.findChildren<QSpinBox*>())
            if (box->accessibleName() == QLatin1String(name))
                return box;
        return nullptr;
    }

    static QComboBox* comboBox(ExportDialog& dialog, const char* name)
    {
        for (QComboBox* box : dialog.findChildren<QComboBox*>())
            if (box->accessibleName() == QLatin1String(name))
                return box;
        return nullptr;
    }

    static void choose(ExportDialog& dialog, const char* name, int index)
    {
        for (QComboBox* box : dialog.findChildren<QComboBox*>())
            if (box->accessibleName() == QLatin1String(name)) {
                box->setFocus();
                box->setCurrentIndex(index);
                return;
            }
        qFatal("no %s", name);
    }

    static void answer(QMessageBox::ButtonRole role)
    {
        QTimer::singleShot(0, qApp, [role] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box)
                qFatal("nothing was asked");
            for (QAbstractButton* button : box->buttons())
                if (box->buttonRole(button) == role) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return;
                }
        });
    }

    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(ExportDialog& dialog)
    {
        QTest::mouseClick(dialog.findChild<QPushButton*>("primary"), Qt::LeftButton);
    }

private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_dialog = std::make_unique<ExportDialog>(material(), ExportWhat::CurrentChart);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        line(*m_dialog, "Folder")->setText(m_folder->path());
    }

    void cleanup() { m_dialog.reset(); }

    void tablesAreNotNamedAfterOneGeneration()
    {
        ExportMaterial all = material();
        all.generations = 51;
        all.values.chain = 2;
        ExportChoice choice;
        choice.folder = m_folder->path();
        choice.what = ExportWhat::WholeTable;
        choice.format = ExportFormat::Csv;
        choice.pattern = "{chart}-{chain}-g{generation}";
        QCOMPARE(QFileInfo(exportPaths(all, choice)->front()).fileName(), QString("metrics-all-g0-50.csv"));
        choice.what = ExportWhat::ShownTable;
        QCOMPARE(QFileInfo(exportPaths(all, choice)->front()).fileName(),
                 QString("metrics-shown-2-g0-50.csv"));
        choice.what = ExportWhat::CurrentChart;
        choice.format = ExportFormat::Png;
        QCOMPARE(QFileInfo(exportPaths(all, choice)->front()).fileName(), QString("stage-2-g7.png"));
    }

    void anotherGenerationCanBeChosen()
    {
        ExportMaterial first = material();
        first.generations = 51;
        first.at = [](int generation, Spread) {
            ExportMaterial other = material();
            other.generations = 60; // the run has gone on
            other.values.generation = generation;
            other.charts.front().name = "stage-of-" + QString::number(generation);
            return other;
        };
        ExportDialog dialog(first, ExportWhat::CurrentChart);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        line(dialog, "Folder")->setText(m_folder->path());
        auto* box = spin(dialog, "Generation");
        QVERIFY(box && box->value() == 7);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, "33");
        QTest::keyClick(box, Qt::Key_Tab);
        write(dialog);
        QVERIFY(QFile::exists(m_folder->filePath("variance-fades-away-stage-of-33-g33-seed3.png")));
        choose(dialog, "What to export", 5); // all metrics of all chains
        QVERIFY(!box->isVisibleTo(&dialog));
        QVERIFY(!spin(*m_dialog, "Generation")); // one that has nothing to choose from
    }

    void whatIsThereIsCountedAndNamesAreNotCutAtTheirEnd()
    {
        QLabel* names = nullptr;
        for (QLabel* label : m_dialog->findChildren<QLabel*>())
            if (label->text().contains("stage-g7"))
                names = label;
        QVERIFY(names);
        QVERIFY(!names->text().contains("there already"));
        write(*m_dialog);
        QVERIFY2(names->text().endsWith("\nIt is there already."), qPrintable(names->text()));
        line(*m_dialog, "Name of the files")->setText(QString(90, 'm') + "-{chart}");
        const QString first = names->text().section('\n', 0, 0);
        QVERIFY2(first.contains(QChar(0x2026)) && first.endsWith("stage.png"), qPrintable(first));
        QVERIFY(QFontMetrics(names->font()).horizontalAdvance(first) <= names->width());
    }

    void namesAreFilledIn_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::newRow("usual") << "{title}-{chart}-g{generation}-seed{seed}"
                               << "variance-fades-away-stage-g7-seed3";
        QTest::newRow("no way out of the folder") << "../../{chart}"
                                                  << "stage";
        QTest::newRow("empty variant") << "{variant}{chart}"
                                       << "stage";
        QTest::newRow("words stay") << "Züge {chain}" << QString::fromUtf8("züge-0");
        QTest::newRow("unknown") << "{colour}"
                                 << "";
        QTest::newRow("open") << "{title"
                              << "";
        QTest::newRow("nothing") << " / "
                                 << "";
    }
    void namesAreFilledIn()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        NameValues values = material().values;
        values.chart = "stage";
        const auto made = nameFrom(pattern, values);
        QCOMPARE(made.ok(), !name.isEmpty());
        if (made)
            QCOMPARE(*made, name);
        else
            QVERIFY(QString::fromStdString(made.error().message).contains("{generation}"));
    }

    void aPictureHasTheSizeThatWasSaid()
    {
        const auto spins = m_dialog->findChildren<QSpinBox*>();
        for (QSpinBox* spin : spins)
            spin->setValue(spin->accessibleName() == "Resolution" ? 144
                           : spin->accessibleName() == "Width"    ? 127
                                                                  : 254);
        write(*m_dialog);
        const QImage image(m_folder->filePath("variance-fades-away-stage-g7-seed3.png"));
        QCOMPARE(image.size(), QSize(720, 1440)); // 5 by 10 inches, the footer in it
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 144);
    }

    void theLookIsAskedAndRemembered()
    {
        QCOMPARE(m_dialog->choice().look.parts, FigureParts());
        QVERIFY(m_dialog->choice().hasFooter);
        auto* style = comboBox(*m_dialog, "Style");
        style->setCurrentIndex(1);
        Q_EMIT style->activated(1); // as a user does
        QCOMPARE(m_dialog->choice().look.parts, kPaperParts);
        QVERIFY(!m_dialog->choice().hasFooter);
        write(*m_dialog);
        ExportDialog next(material(), ExportWhat::CurrentChart);
        QCOMPARE(next.choice().look.parts, kPaperParts);
        for (QCheckBox* box : next.findChildren<QCheckBox*>())
            if (box->text() == QStringLiteral("&Legend"))
                box->click();
        QVERIFY(!next.choice().look.parts.legend);
        QCOMPARE(comboBox(next, "Style")->currentText(), QStringLiteral("Own choice"));
    }

    void onlyWhatTheFigureHasIsAsked()
    {
        const auto isAsked = [](const ExportDialog& dialog, const QString& words) {
            for (const QCheckBox* box : dialog.findChildren<QCheckBox*>())
                if (box->text().remove(QLatin1Char('&')) == words)
                    return box->isEnabled();
            return false;
        };
        QVERIFY(isAsked(*m_dialog, "Facts") && isAsked(*m_dialog, "Log x") && !isAsked(*m_dialog, "QR code"));
        ExportMaterial bare = material();
        bare.charts.front().figure.offered = {.heading = true, .facts = false, .legend = false};
        bare.charts.front().figure.address = "hareloom:?preset=old-faithful";
        const ExportDialog dialog(bare, ExportWhat::CurrentChart);
        QVERIFY(isAsked(dialog, "Heading") && isAsked(dialog, "QR code"));
        for (const char* words : {"Facts", "Legend", "Log x"})
            QVERIFY2(!isAsked(dialog, words), words);
        const ExportDialog every(bare, ExportWhat::EveryChart); // the other chart has all
        QVERIFY(isAsked(every, "Facts") && isAsked(every, "Log x"));
    }

    void aPresetSetsSizeAndWords()
    {
        auto* style = comboBox(*m_dialog, "Style");
        style->setCurrentIndex(2);
        Q_EMIT style->activated(2);
        QCOMPARE(spin(*m_dialog, "Width")->value(), 85);
        QCOMPARE(spin(*m_dialog, "Height")->value(), 60);
        QCOMPARE(m_dialog->choice().look.points, 8.0);
        QCOMPARE(m_dialog->choice().look.linePoints, 1.0);
        QCOMPARE(m_dialog->choice().look.parts, kPaperParts);
        comboBox(*m_dialog, "Colours")->setCurrentIndex(2);
        QCOMPARE(m_dialog->choice().look.theme, &figureTheme(FigureColours::Grey));
        auto* family = comboBox(*m_dialog, "Typeface");
        family->setCurrentIndex(family->findData("Inter"));
        QCOMPARE(m_dialog->choice().look.family, QString("Inter"));
        write(*m_dialog);
        ExportDialog next(material(), ExportWhat::CurrentChart);
        QCOMPARE(next.choice().look.theme, &figureTheme(FigureColours::Grey));
        QCOMPARE(next.choice().look.family, QString("Inter"));
        QCOMPARE(next.choice().look.linePoints, 1.0);
    }

    void axesAreAskedForWhereTheyCanBeSet()
    {
        const auto offersAxes = [](const ExportDialog& dialog) {
            const auto* tabs = dialog.findChild<QTabWidget*>();
            for (int i = 0; i < tabs->count(); ++i)
                if (QString(tabs->tabText(i)).remove('&') == "Axes")
                    return tabs->isTabVisible(i);
            qFatal("no axes");
        };
        QVERIFY(!offersAxes(*m_dialog));
        ExportMaterial one = material();
        one.charts[0].figure.checkAxes = [](const FigureOptions&) { return Result<void>(); };
        ExportDialog dialog(one, ExportWhat::CurrentChart);
        QVERIFY(offersAxes(dialog));
        line(dialog, "Range of the horizontal axis")->setText("5:1"); // and then a chart that has none
        choose(dialog, "What to export", 1);
        QVERIFY(!offersAxes(dialog));
        QVERIFY(dialog.findChild<QPushButton*>("primary")->isEnabled());
    }

    void aBadAxisIsSaidAndNothingWritten()
    {
        ExportMaterial one = material();
        one.charts[0].figure.checkAxes = [](const FigureOptions& options) -> Result<void> {
            return options.axes.y.isLog ? Result<void>(invalidInput("No logarithm here.")) : Result<void>();
        };
        ExportDialog dialog(one, ExportWhat::CurrentChart);
        dialog.show();
        auto* button = dialog.findChild<QPushButton*>("primary");
        line(dialog, "Range of the horizontal axis")->setText("5:1");
        QVERIFY(!button->isEnabled());
        QCOMPARE(
            dialog.findChild<QLabel*>("problem")->text(),
            QString(
                "Horizontal axis: \"5:1\" is no range: the first number must be smaller than the second."));
        line(dialog, "Range of the horizontal axis")->setText("1:5");
        QVERIFY(button->isEnabled());
        QCOMPARE(dialog.choice().look.axes.x.range, (AxisWish::Range{1, 5}));
        choose(dialog, "Scale of the vertical axis", 2);
        QCOMPARE(dialog.findChild<QLabel*>("problem")->text(), QString("No logarithm here."));
        QVERIFY(!button->isEnabled());
        choose(dialog, "What to export", 1); // every chart has axes of its own
        QVERIFY(button->isEnabled());
    }

    void aSheetHasThePanelsThatAreTicked()
    {
        choose(*m_dialog, "What to export", 2);
        auto* list = m_dialog->findChild<QListWidget*>();
        QVERIFY(list->isVisible());
        QCOMPARE(list->count(), 2);
        QCOMPARE(m_dialog->choice().panels, (std::vector<std::size_t>{0, 1}));
        list->item(0)->setCheckState(Qt::Unchecked);
        QCOMPARE(m_dialog->choice().panels, (std::vector<std::size_t>{1}));
        list->item(1)->setCheckState(Qt::Unchecked);
        QCOMPARE(m_dialog->findChild<QLabel*>("problem")->text(),
                 QString("The sheet has no panels; tick the charts that belong on it."));
        list->item(1)->setCheckState(Qt::Checked);
        write(*m_dialog);
        QVERIFY(QFile::exists(m_folder->filePath("variance-fades-away-sheet-g7-seed3.png")));
    }

    void aDrawingHasTheCentimetresThatWereSaid()
    {
        ExportChoice choice;
        choice.format = ExportFormat::Svg;
        choice.size = QSizeF(480, 240);
        choice.folder = m_folder->path();
        const ExportOutcome outcome = writeExport(material(), choice);
        QCOMPARE(outcome.written.size(), 1);
        const QByteArray svg = content(outcome.written.front());
        QVERIFY2(svg.contains("width=\"127mm\" height=\"63.5mm\""), svg.left(200).constData());
    }

    void whatHasNoMeaningIsNotAsked()
    {
        ExportMaterial many = material();
        many.generations = 9;
        many.at = [](int, Spread) { return material(); };
        ExportDialog dialog(many, ExportWhat::CurrentChart);
        dialog.show();
        const auto asked = [&] {
            QStringList names;
            for (const char* name : {"Generation", "Resolution", "Width", "Height"})
                if (spin(dialog, name)->isVisible())
                    names << QString::fromLatin1(name);
            return names;
        };
        QCOMPARE(asked(), (QStringList{"Generation", "Resolution", "Width", "Height"}));
        choose(dialog, "Format", 1); // SVG has no pixels
        QCOMPARE(asked(), (QStringList{"Generation", "Width", "Height"}));
        choose(dialog, "What to export", 3); // the report
        QCOMPARE(asked(), QStringList{"Generation"});
        choose(dialog, "What to export", 4); // a table of all generations
        QCOMPARE(asked(), QStringList());
    }

    void everyFormatOfEveryThingIsWritten()
    {
        for (int what = 0; what < 6; ++what)
            for (const ExportFormat format : formatsOf(static_cast<ExportWhat>(what))) {
                ExportChoice choice;
                choice.what = static_cast<ExportWhat>(what);
                choice.format = format;
                choice.panels = {1, 0};
                choice.folder = m_folder->filePath(QString("deep/%1").arg(what));
                const ExportOutcome outcome = writeExport(material(), choice);
                QVERIFY2(outcome.error.isEmpty(), qPrintable(outcome.error));
                QCOMPARE(outcome.written.size(), what == 1 ? 2 : 1);
                for (const QString& path : outcome.written)
                    QVERIFY2(QFileInfo(path).size() > 3, qPrintable(path));
            }
        QCOMPARE(content(m_folder->filePath("deep/4/variance-fades-away-metrics-shown-g0-0-seed3.csv")),
                 QByteArray("shown\n"));
    }

    void whatIsThereIsReplacedOnlyWhenToldSo()
    {
        choose(*m_dialog, "What to export", 5);
        line(*m_dialog, "Name of the files")->setText("{chart}");
        const QString path = m_folder->filePath("metrics.csv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        answer(QMessageBox::RejectRole);
        write(*m_dialog);
        QCOMPARE(content(path), QByteArray("mine"));
        answer(QMessageBox::DestructiveRole);
        write(*m_dialog);
        QCOMPARE(content(path), QByteArray("all\n"));
    }

    void aNameThatCannotBeIsSaidAndNothingWritten()
    {
        choose(*m_dialog, "What to export", 1);
        line(*m_dialog, "Name of the files")->setText("{seed}");
        auto* problem = m_dialog->findChild<QLabel*>("problem");
        QVERIFY(problem && problem->text().contains("{chart}"));
        QVERIFY(!m_dialog->findChild<QPushButton*>("primary")->isEnabled());
        line(*m_dialog, "Name of the files")->setText("{chart}");
        QVERIFY(m_dialog->findChild<QPushButton*>("primary")->isEnabled());
        QVERIFY(!m_dialog->findChild<QLabel*>("problem"));
    }

    void aFolderThatCannotBeIsSaid()
    {
        QFile file(m_folder->filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        line(*m_dialog, "Folder")->setText(m_folder->filePath("file/inside"));
        write(*m_dialog);
        auto* problem = m_dialog->findChild<QLabel*>("problem");
        QVERIFY(problem && problem->text().contains("file/inside"));
    }

    void folderAndNameAreRemembered()
    {
        line(*m_dialog, "Name of the files")->setText("{chart}-{seed}");
        write(*m_dialog);
        ExportDialog next(material(), ExportWhat::ReportPage);
        QCOMPARE(next.choice().folder, m_folder->path());
        QCOMPARE(next.choice().pattern, QString("{chart}-{seed}"));
        QCOMPARE(next.choice().what, ExportWhat::ReportPage);
        QCOMPARE(next.choice().format, ExportFormat::Pdf);
    }

    void theClipboardGetsPictureAndSvg()
    {
        const std::unique_ptr<QMimeData> data(clipboardFigure(material().charts[0].figure));
        QVERIFY(data->hasImage());
        QVERIFY(data->data("image/svg+xml").contains("<svg"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ExportDialog> m_dialog;
};

HARELOOM_UI_TEST(ExportDialogTest)
#include "ExportDialogTest.moc"
