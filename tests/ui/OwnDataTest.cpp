// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Source.h"
#include "core/families/ngram/NGramSettings.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Families.h"
#include "core/training/OpenSource.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/recipe/FieldControl.h"
#include "ui/recipe/Recipe.h"
#include "ui/recipe/RecipeDrawer.h"
#include "ui/recipe/RecipeSection.h"
#include "ui/sources/CsvTableModel.h"
#include "ui/sources/DataDialog.h"
#include "ui/stage/StageView.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/FileController.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/RecipeController.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

class OwnDataTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;

    QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }
    std::unique_ptr<DataDialog> dialogOf(const QByteArray& text) const
    {
        const QString path = written(QStringLiteral("hare_weights.csv"), text);
        const auto preview = previewCsv(path.toStdString());
        if (!preview)
            qFatal("%s", preview.error().message.c_str());
        return std::make_unique<DataDialog>(path, *preview);
    }
    QString folderOfImages(const QString& name, const QStringList& files) const
    {
        for (const QString& file : files) {
            const QString path = m_folder.filePath(name + QLatin1Char('/') + file);
            QImage image(28, 28, QImage::Format_Grayscale8);
            image.fill(qHash(file) % 256);
            if (!QDir().mkpath(QFileInfo(path).path()) || !image.save(path))
                qFatal("no image");
        }
        return m_folder.filePath(name);
    }
    void drop(const QString& path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
        QVERIFY(QCoreApplication::sendEvent(m_window.get(), &enter) && enter.isAccepted());
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &event);
    }
    LabSession& session() { return m_window->session(); }
    QLineEdit* line(std::string_view path)
    {
        return qobject_cast<QLineEdit*>(m_window->recipes().drawer().control(path)->editor());
    }

    /// A press on what is offered with a text.
    void count()
    {
        QPushButton* offered = nullptr;
        for (QPushButton* button : m_window->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Count n-grams"))
                offered = button;
        QVERIFY2(offered, "nothing is offered");
        QTRY_VERIFY(offered->isVisible()); // its row shows it in the next round of events
        QTest::mouseClick(offered, Qt::LeftButton);
    }

private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }
    void init()
    {
        QSettings().clear();
        m_themes = std::make_unique<ThemeControl>();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        session().setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
    }
    void cleanup() { m_window.reset(); }

    void theTableIsAProperModel()
    {
        CsvTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPreview(*previewCsv(written(QStringLiteral("t.csv"), "a,b\n1,x\n2,y\n").toStdString()));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("y"));
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("a"));
        model.setPreview(*previewCsv(written(QStringLiteral("t.csv"), "1\n2\n3\n").toStdString()));
        QCOMPARE(model.rowCount(), 3);
    }

    void theColumnsDecideTheFamily_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("family");
        QTest::addColumn<int>("columns");
        QTest::newRow("one") << QByteArray("kg\n1\n2\n4\n") << QByteArray("gaussian") << 1;
        QTest::newRow("two") << QByteArray("kg,cm,who\n1,2,a\n2,3,b\n4,9,c\n") << QByteArray("mixture") << 2;
        QTest::newRow("words") << QByteArray("who\na\nb\na\n") << QByteArray("discrete") << 1;
        QTest::newRow("no names") << QByteArray("1,2\n3,4\n5,7\n") << QByteArray("mixture") << 2;
        QTest::newRow("a name twice") << QByteArray("x,x\n3,4\n5,7\n") << QByteArray("mixture") << 2;
    }
    void theColumnsDecideTheFamily()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, family);
        QFETCH(int, columns);
        const auto dialog = dialogOf(text);
        QTRY_VERIFY(dialog->verdict().contains(QLatin1String("rows, all of them")));
        const Experiment experiment = dialog->experiment();
        QCOMPARE(QByteArray::fromStdString(experiment.family), family);
        QCOMPARE(static_cast<int>(experiment.source.columns.size()), columns);
        QCOMPARE(experiment.title, std::string("Hare weights"));
        QVERIFY(validate(experiment).ok());
        const auto source = makeSource(experiment.source, findFamily(experiment.family)->rows);
        QVERIFY2(source.ok(), source ? "" : source.error().message.c_str());
        QCOMPARE((*source)->dimension(), columns);
    }

    void whatIsWrongIsSaidWithItsLine()
    {
        auto dialog = dialogOf("kg,cm\n1,2\n3,\n5,6\n");
        auto* columns = dialog->findChild<QListWidget*>();
        columns->item(1)->setCheckState(Qt::Checked);
        QTRY_VERIFY2(dialog->verdict().contains(QLatin1String("line 3, column 2 (cm)")),
                     qPrintable(dialog->verdict()));
        QVERIFY(!dialog->isAcceptable());
        columns->item(1)->setCheckState(Qt::Unchecked);
        QTRY_VERIFY(dialog->verdict().contains(QLatin1String("rows, all of them")));
        QVERIFY(dialog->isAcceptable());
        columns->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(!dialog->isAcceptable());
        QVERIFY(dialogOf("a\n1\n\n2\n")->verdict().contains(QLatin1String("line 3")));
    }

    void theFirstRowIsAsTold()
    {
        auto dialog = dialogOf("1,2\n3,4\n5,6\n");
        auto* header = dialog->findChild<QComboBox*>();
        QCOMPARE(header->currentIndex(), 1);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        header->setFocus();
        QTest::keyClick(header, Qt::Key_Up);
        QTRY_VERIFY(dialog->verdict().startsWith(QLatin1Char('2')));
        QVERIFY(dialog->experiment().source.table.header == HeaderRow::Yes);
    }

    void decimalCommasAreNumbers()
    {
        const auto dialog = dialogOf("kg;cm\r\n1,25;2,5\r\n0,5;3\r\n1,75;9,5\r\n");
        QTRY_VERIFY(dialog->isAcceptable() &&
                    dialog->verdict().contains(QLatin1String("3 rows, all of them")));
        const Experiment experiment = dialog->experiment();
        QCOMPARE(experiment.family, std::string("mixture"));
        QVERIFY(experiment.source.table.decimal == DecimalMark::Comma);
        QVERIFY(experiment.source.columns == (std::vector<std::string>{"kg", "cm"}));
        const auto source = makeSource(experiment.source, RowKind::Numbers);
        QVERIFY(source && (*toMatrix((*source)->draw(3, 0)))(0, 0) == 1.25);
    }

    // Excel for Windows writes such names; as JSON they have to be UTF-8.
    void namesOfAnyEncodingBecomeText()
    {
        const auto dialog = dialogOf("Temp (\xB0"
                                     "C),gr\xF6\xDF"
                                     "e\n1.5,2\n2.5,3\n3.5,5\n");
        QTRY_VERIFY(dialog->isAcceptable());
        QVERIFY(
            QString::fromStdString(toText(dialog->experiment())).contains(QStringLiteral("Temp (\u00B0C)")));
        const auto read = parseExperiment(toText(dialog->experiment()), "t.json");
        QVERIFY2(read.ok(), read ? "" : read.error().message.c_str());
    }

    void numbersThatCannotBeReadAreNoStates()
    {
        auto dialog = dialogOf("kg\n1,234\n2,345\n3,456\n");
        QVERIFY2(!dialog->isAcceptable() &&
                     dialog->verdict().contains(QLatin1String("line 2, column 1 (kg)")),
                 qPrintable(dialog->verdict()));
        auto* decimal = dialog->findChild<QComboBox*>(QStringLiteral("decimal"));
        decimal->setCurrentIndex(1);
        Q_EMIT decimal->activated(1);
        QTRY_VERIFY2(dialog->isAcceptable(), qPrintable(dialog->verdict()));
        QVERIFY(dialog->experiment().source.table.decimal == DecimalMark::Comma);
        QCOMPARE(dialog->experiment().family, std::string("gaussian"));
    }

    // The sentence is the engine's, and the dialog's boxes have names of their own.
    void refusalsNameTheBoxes()
    {
        for (const char* text : {"kg\n1,234\n2,345\n3,456\n", "kg\n1\n2\n3.x\n4\n", "kg\n1\n2\nNA\n4\n"}) {
            const auto dialog = dialogOf(text);
            QTRY_VERIFY2(!dialog->isAcceptable(), qPrintable(dialog->verdict()));
            QTRY_VERIFY2(dialog->verdict().contains(QStringLiteral("“")), qPrintable(dialog->verdict()));
            QVERIFY2(!dialog->verdict().contains(QLatin1String("source.")), qPrintable(dialog->verdict()));
        }
        QVERIFY(dialogOf("kg\n1,234\n2,345\n3,456\n")->verdict().contains(QStringLiteral("“Decimal mark”")));
    }

    // One bad cell makes no column of numbers; that its values are names all the same, only a person can
    // tell.
    void aColumnOfNumbersCanBeTakenAsStates()
    {
        auto dialog = dialogOf("room\n101\n102\n10b\n101\n");
        auto* asStates = dialog->findChild<QCheckBox*>();
        QVERIFY(!dialog->isAcceptable() && !asStates->isHidden());
        asStates->click();
        QTRY_VERIFY2(dialog->isAcceptable() && dialog->verdict().contains(QLatin1String("rows, all of them")),
                     qPrintable(dialog->verdict()));
        const Experiment experiment = dialog->experiment();
        QCOMPARE(experiment.family, std::string("discrete"));
        const auto source = makeSource(experiment.source, RowKind::States);
        QVERIFY2(source.ok(), source ? "" : source.error().message.c_str());
        QCOMPARE((*source)->stateCount(), std::int64_t{3});
        asStates->click();
        QVERIFY(!dialog->isAcceptable());

        dialog = dialogOf("die\n1\n6\n2\n");
        QTRY_VERIFY(dialog->isAcceptable());
        QCOMPARE(dialog->experiment().family, std::string("gaussian"));
        dialog->findChild<QCheckBox*>()->click();
        QCOMPARE(dialog->experiment().family, std::string("discrete"));

        dialog = dialogOf("kg,cm\n1,2\n3,4\n"); // two columns are never states
        QVERIFY(dialog->findChild<QCheckBox*>()->isHidden());
        QVERIFY(dialogOf("who\na\nb\n")->findChild<QCheckBox*>()->isHidden()); // and words always
    }

    void wordsForMissingValuesCanBeChanged()
    {
        auto dialog = dialogOf("land\nFR\nNA\nDE\nFR\n");
        QTRY_VERIFY(dialog->verdict().contains(QLatin1String("line 3")));
        auto* missing = dialog->findChild<QLineEdit*>(QStringLiteral("missing"));
        missing->clear();
        Q_EMIT missing->editingFinished();
        QTRY_VERIFY2(dialog->isAcceptable(), qPrintable(dialog->verdict()));
        QVERIFY(dialog->experiment().source.table.missing.empty());
    }

    // The preview ends long before the byte that tells the encoding.
    void theWholeTableIsJudged()
    {
        const auto dialog = dialogOf("who\n" + QByteArray("fox\nhare\n").repeated(40'000) + "\xF6lm\n");
        QTRY_VERIFY2(dialog->isAcceptable() && dialog->verdict().contains(QLatin1String("80001")),
                     qPrintable(dialog->verdict()));
        QVERIFY(dialog->experiment().source.table.encoding == TextEncoding::Windows1252);
    }

    void aDroppedTableBecomesAnExperiment()
    {
        drop(written(QStringLiteral("my-data.csv"), "x\n1\n2\n4\n3\n"));
        auto* dialog = m_window->findChild<DataDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(session().experiment().source.kind == "normal"); // until it is accepted
        QTRY_VERIFY(dialog->isAcceptable() && dialog->verdict().contains(QLatin1String("4 rows")));
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        QCOMPARE(session().experiment().title, std::string("My data"));
        m_window->run();
        QTRY_VERIFY(session().state() == RunState::Finished);
        QCOMPARE(session().history().all().front()->realRows, std::int64_t{4});
    }

    void aFileThatIsHeldOverTheWindowIsInvited()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/nowhere.csv"))});
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        auto* offers = m_window->findChild<MessageBar*>(QStringLiteral("offerBar"));
        QVERIFY(offers && offers->isVisible() &&
                offers->text().startsWith(QLatin1String("Let go to open it")));
        QDragLeaveEvent leave;
        QApplication::sendEvent(m_window.get(), &leave);
        QVERIFY(!offers->isVisible());
    }

    // Too little of it is said when it is opened, and not by a run that cannot start.
    void aTextThatIsTooShortIsRefusedWithWhatToDo()
    {
        session().setFinished(fixtures::normalSession(5), {});
        drop(
            written(QStringLiteral("line.txt"), "The hare ran, and the tower stood, and nobody counted it."));
        QVERIFY2(m_window->message().contains(QLatin1String("Give a longer one.")),
                 qPrintable(m_window->message()));
        QCOMPARE(session().history().longest(), 5);
    }

    // It is parted at its sentences.
    void aTextOfOneLineRuns()
    {
        drop(written(QStringLiteral("line.txt"),
                     QByteArray("The hare ran. The tower stood. Nobody counted it. ").repeated(60)));
        QCOMPARE(session().experiment().family, "language");
        count();
        m_window->run();
        QTRY_VERIFY_WITH_TIMEOUT(session().history().longest() > 3, 20000);
    }

    void aTextCanBeCounted()
    {
        drop(written(QStringLiteral("hares.txt"),
                     QByteArray("The hare ran, and the tower stood.\nNobody counted it.\n").repeated(400)));
        count();
        const Experiment& words = session().experiment();
        QCOMPARE(words.family, "ngram");
        QCOMPARE(words.model.of<NGramSettings>().units, TextUnits::Words);
        QVERIFY2(m_window->recipes().recipe().fault().isEmpty(),
                 qPrintable(m_window->recipes().recipe().fault()));
        m_window->run();
        QTRY_VERIFY_WITH_TIMEOUT(session().history().longest() > 3, 20000);
        drop(written(QStringLiteral("poems.txt"), QByteArray("床前明月光，疑是地上霜。\n").repeated(100)));
        count();
        QCOMPARE(session().experiment().model.of<NGramSettings>().units, TextUnits::Characters);
    }

    void whateverIsDroppedNothingIsLost_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("binary table") << "a.csv" << QByteArray("\x7f\0\1\2", 4);
        QTest::newRow("empty table") << "b.csv" << QByteArray();
        QTest::newRow("empty text") << "c.txt" << QByteArray("\n\n");
        QTest::newRow("binary") << "d.bin" << QByteArray(4000, '\0');
        QTest::newRow("no name") << "README" << QByteArray("hello");
        QTest::newRow("no experiment") << "e.json" << QByteArray("{\"colour\": 3}");
        QTest::newRow("a list") << "f.json" << QByteArray("[1, 2]");
        QTest::newRow("a key twice") << "g.json"
                                     << QByteArray(R"({"schema":1,"family":"gaussian","seed":1,"seed":2})");
    }
    void whateverIsDroppedNothingIsLost()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        session().setFinished(fixtures::normalSession(5), {});
        drop(written(name, bytes));
        QVERIFY2(m_window->message().size() > 20, qPrintable(m_window->message()));
        QVERIFY(!m_window->findChild<DataDialog*>());
        QCOMPARE(session().history().longest(), 5);
    }

    void aHugeTableAndAFolderAreRefusedAtOnce()
    {
        session().setFinished(fixtures::normalSession(5), {});
        QFile huge(m_folder.filePath(QStringLiteral("huge.csv")));
        QVERIFY(huge.open(QFile::WriteOnly) && huge.resize(2LL << 30)); // a hole, which takes no room
        huge.close();
        QElapsedTimer time;
        time.start();
        drop(huge.fileName());
        QVERIFY(m_window->message().contains(QLatin1String("512 MiB")) && time.elapsed() < 1000);
        const QTemporaryDir empty;
        drop(empty.path());
        QVERIFY(m_window->message().contains(QLatin1String("is a folder without images")));
        QCOMPARE(session().history().longest(), 5);
    }

    void aChangeBeforeTheRunShowsAtOnce()
    {
        m_window->actions().recipe->trigger();
        QVERIFY(m_window->recipes().drawer().isVisible());
        line("samples.size")->setFocus();
        line("samples.size")->selectAll();
        QTest::keyClicks(line("samples.size"), QStringLiteral("640"));
        QTRY_COMPARE(session().experiment().samples.size, std::int64_t{640});
        // And one that is not yet settled is not lost by running.
        QTest::keyClicks(line("samples.size"), QStringLiteral("1"));
        m_window->run();
        QCOMPARE(session().experiment().samples.size, std::int64_t{6401});
    }

    void aChangeWhileRunningWaitsForTheNextRun()
    {
        m_window->actions().recipe->trigger();
        m_window->run();
        QTRY_VERIFY(session().history().longest() > 0);
        line("samples.size")->setFocus();
        line("samples.size")->selectAll();
        QTest::keyClicks(line("samples.size"), QStringLiteral("640"));
        QCOMPARE(session().experiment().samples.size, std::int64_t{500});
        QVERIFY(session().isRunning());
        QVERIFY(m_window->recipes().drawer().stateText().startsWith(
            QLatin1String("Changes apply to the next run")));
        m_window->actions().run->trigger();
        QCOMPARE(session().experiment().samples.size, std::int64_t{640});
        QVERIFY(session().isRunning());
        QVERIFY(!m_window->recipes().drawer().stateText().contains(QLatin1String("next run")));
    }

    void aRecipeThatCannotRunSaysSoAndKeepsTheRun()
    {
        session().setFinished(fixtures::normalSession(5), {});
        QVERIFY(m_window->recipes().recipe().set(*findField("samples.size"), 1));
        m_window->actions().run->trigger();
        QVERIFY(m_window->message().contains(QLatin1String("samples.size")));
        QCOMPARE(session().history().longest(), 5);
    }

    void aQuickRunFollowsTheSlider()
    {
        m_window->session().setExperiment(fixtures::normalExperiment(20));
        m_window->run();
        QTRY_VERIFY(m_window->session().state() == RunState::Finished);
        m_window->cursor().show(7);
        m_window->actions().recipe->setChecked(true);
        auto* slider = m_window->recipes().drawer().control("samples.size")->findChild<QSlider*>();
        QVERIFY(slider);
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home); // ten rows
        QTRY_COMPARE(m_window->session().experiment().samples.size, 10);
        QTRY_VERIFY(m_window->session().state() == RunState::Finished);
        QTRY_COMPARE(m_window->cursor().shown(), 7); // where it was
        QTest::keyClick(slider, Qt::Key_Right);
        QTRY_COMPARE(m_window->session().experiment().samples.size, 20);
        // What stays is recorded; what passed by is not.
        QTRY_VERIFY(!m_window->session().recordingPath().isEmpty());
        QTRY_VERIFY(m_window->session().state() == RunState::Finished);
        QTRY_COMPARE(m_window->cursor().shown(), 7);
        // What is typed waits for the button, as ever.
        line("samples.size")->setFocus();
        line("samples.size")->selectAll();
        QTest::keyClicks(line("samples.size"), QStringLiteral("30"));
        QCOMPARE(m_window->session().experiment().samples.size, 20);
    }

    void theKeyboardDoesItAll()
    {
        QWindow* window = m_window->windowHandle();
        QTest::keyClick(window, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(m_window->recipes().drawer().isVisible());
        QVERIFY(m_window->recipes().drawer().control("samples.size")->editor()->hasFocus());
        m_window->recipes().drawer().allSettings()->setOpen(true);
        line("generations")->setFocus();
        line("generations")->selectAll();
        QTest::keyClick(window, Qt::Key_9);
        QCOMPARE(m_window->recipes().recipe().draft().generations, std::int64_t{9});
        QTest::keyClick(window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_window->recipes().recipe().draft().generations, std::int64_t{1'000'000});
        QCOMPARE(line("generations")->text(), QStringLiteral("1000000"));
        QTest::keyClick(window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->recipes().recipe().draft().generations, std::int64_t{9});
        QTest::keyClick(window, Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(session().state() == RunState::Finished);
        QCOMPARE(session().history().longest(), 10);
        QTest::keyClick(window, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(!m_window->recipes().drawer().isVisible());
    }

    void spaceInTheSeedFieldRuns()
    {
        QLineEdit* seed = nullptr;
        for (auto* each : m_window->findChildren<QLineEdit*>())
            if (each->accessibleName() == QLatin1String("Seed") &&
                !m_window->recipes().drawer().isAncestorOf(each))
                seed = each;
        QVERIFY(seed);
        seed->setFocus();
        seed->selectAll();
        QTest::keyClicks(seed, QStringLiteral("42 "));
        QCOMPARE(session().experiment().seed, Seed{42});
        QVERIFY(session().isRunning() && !seed->hasFocus());
        QCOMPARE(m_window->recipes().recipe().draft().seed, Seed{42});
    }

    void imagesAreDropped()
    {
        drop(folderOfImages(QStringLiteral("hats"), {"a.png", "b.png", "c.png"}));
        const Experiment& flat = session().experiment();
        QCOMPARE(flat.family, "image");
        QCOMPARE(flat.source.kind, "imageFolder");
        QCOMPARE(QString::fromStdString(flat.source.path), m_folder.filePath(QStringLiteral("hats")));
        QCOMPARE(flat.samples.size, std::int64_t{0});
        const auto measures = [](const Experiment& e, const char* metric) {
            return std::find(e.evaluation.metrics.begin(), e.evaluation.metrics.end(), metric) !=
                   e.evaluation.metrics.end();
        };
        QVERIFY(measures(flat, "latentStd") && !measures(flat, "classShare"));
        QVERIFY2(m_window->recipes().recipe().fault().isEmpty(),
                 qPrintable(m_window->recipes().recipe().fault()));
        auto* stage = m_window->findChild<StageView*>();
        drop(folderOfImages(QStringLiteral("pets"), {"cats/a.png", "dogs/b.png"}));
        QVERIFY(measures(session().experiment(), "classShare"));
        QVERIFY(session().experiment().title == "Copies of pets" && stage->isVisible());
        const std::string kept = session().experiment().title;
        QDir(m_folder.path()).mkpath(QStringLiteral("empty"));
        drop(m_folder.filePath(QStringLiteral("empty")));
        QCOMPARE(session().experiment().title, kept);
    }

    // By the engine's own rule: what it would not read is not counted here either.
    void whatProgramsLeaveIsNotDropped()
    {
        drop(folderOfImages(QStringLiteral("photos"),
                            {"a.png", "b.png", ".thumbnails/a.png", "__MACOSX/a.png", ".hidden.png"}));
        QCOMPARE(session().experiment().title, "Copies of photos");
        const auto& metrics = session().experiment().evaluation.metrics;
        QVERIFY(std::find(metrics.begin(), metrics.end(), "classShare") == metrics.end());
        drop(folderOfImages(QStringLiteral("parts"), {"train/a/1.png", "train/b/2.png", "test/a/3.png"}));
        QCOMPARE(session().experiment().title, "Copies of photos");
        QVERIFY2(m_window->message().contains(QLatin1String("two folders deep")),
                 qPrintable(m_window->message()));
    }

    void foldersOfTextAreDropped_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("capitals") << QStringList{"CHAPTER1.TXT", "CHAPTER2.TXT"};
        QTest::newRow("markdown") << QStringList{"notes.md"};
        QTest::newRow("WikiText, raw") << QStringList{"wiki.train.raw", "wiki.valid.raw", "wiki.test.raw"};
        QTest::newRow("tokens") << QStringList{"a.tokens"};
    }
    // What the window makes an experiment of, the engine can open.
    void foldersOfTextAreDropped()
    {
        QFETCH(QStringList, names);
        const QTemporaryDir place;
        for (const QString& name : names) {
            QFile file(place.filePath(name));
            QVERIFY(file.open(QFile::WriteOnly));
            file.write(
                QByteArray("The hare ran, and the tower stood.\nNobody counted it.\n\n").repeated(400));
        }
        drop(place.path());
        QCOMPARE(session().experiment().family, "language");
        const auto source = openSource(session().experiment());
        QVERIFY2(source.ok(), source ? "" : source.error().message.c_str());
    }

    void proseIsDropped()
    {
        const QByteArray prose =
            QByteArray("The hare ran, and the tower stood.\nNobody counted it.\n").repeated(400);
        drop(written(QStringLiteral("hares.txt"), prose));
        const Experiment& e = session().experiment();
        QCOMPARE(e.family, "language");
        QCOMPARE(e.source.kind, "text");
        QVERIFY(e.evaluation.prompts ==
                std::vector<std::string>{
                    "The hare ran, and the tower stood. Nobody counted it. The hare ran, and the tower"});
        QVERIFY(!e.question.empty() && !QString::fromStdString(e.story).contains("church"));
        QCOMPARE(e.samples.size, std::int64_t{0}); // 20 kB are fewer blocks than the preset asks for
        QVERIFY2(m_window->recipes().recipe().fault().isEmpty(),
                 qPrintable(m_window->recipes().recipe().fault()));
        QVERIFY(std::none_of(e.evaluation.metrics.begin(), e.evaluation.metrics.end(),
                             [](const std::string& metric) { return metric == "survivingTopics"; }));
        drop(written(QStringLiteral("numbers.txt"), "1\n2\n3\n"));
        QCOMPARE(session().experiment().family, "language"); // a table: its columns are asked for first
    }

    void aNarrowWindowKeepsItsStage()
    {
        auto* stage = m_window->findChild<StageView*>();
        auto* vitals = m_window->findChild<VitalsColumn*>();
        m_window->resize(960, 540);
        QVERIFY(vitals->isVisible());
        m_window->actions().recipe->trigger();
        QTRY_VERIFY(!vitals->isVisible() && stage->width() > 400);
        m_window->actions().recipe->trigger();
        QVERIFY(vitals->isVisible());
        m_window->actions().recipe->trigger();
        m_window->resize(1280, 720);
        QTRY_VERIFY(vitals->isVisible() && stage->width() > 500);
    }

    // What only the data can tell is said before anybody runs it.
    void theRecipeSaysWhatARunWouldRefuse()
    {
        QVERIFY(m_window->files().openFile(written(
            QStringLiteral("gone.json"),
            R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "gone.csv"}, "samples": {"size": 0}})")));
        m_window->actions().recipe->trigger();
        const RecipeDrawer& drawer = m_window->recipes().drawer();
        QTRY_VERIFY2(drawer.stateText().startsWith(QLatin1String("Cannot run yet. ")) &&
                         drawer.stateText().contains(QLatin1String("gone.csv")),
                     qPrintable(drawer.stateText()));
        QVERIFY(m_window->recipes().recipe().set(*findField("source.kind"), "normal"));
        QTRY_VERIFY(!drawer.stateText().contains(QLatin1String("Cannot run yet")));
        m_window->actions().recipe->trigger();
    }

    void theRecipeIsSavedAsAnExperiment()
    {
        QVERIFY(m_window->files().openFile(written(
            QStringLiteral("own.json"),
            R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "t.csv"}, "samples": {"size": 0}})")));
        QVERIFY(m_window->recipes().recipe().set(*findField("generations"), 7));
        QTemporaryDir other; // a relative path must lead to the same table from there
        const QString path = other.filePath(QStringLiteral("saved.json"));
        QVERIFY(m_window->recipes().writeExperiment(path));
        const auto read = loadExperiment(path.toStdString());
        QVERIFY(read && read->generations == 7);
        QCOMPARE(QString::fromStdString(read->source.path), m_folder.filePath(QStringLiteral("t.csv")));
        QVERIFY(!m_window->recipes().writeExperiment(other.filePath(QStringLiteral("none/saved.json"))));
        QVERIFY(m_window->message().contains(QLatin1String("could not be written")));
    }

    void anotherExperimentStartsAnotherRecipe()
    {
        QVERIFY(m_window->recipes().recipe().set(*findField("samples.size"), 77));
        QVERIFY(m_window->recipes().recipe().undoStack()->canUndo());
        QVERIFY(m_window->files().openPreset(QStringLiteral("mixture-two-blobs")));
        QVERIFY(!m_window->recipes().recipe().undoStack()->canUndo() &&
                !m_window->recipes().recipe().differs());
        QCOMPARE(m_window->recipes().recipe().draft().family, std::string("mixture"));
    }
};

HARELOOM_UI_TEST(OwnDataTest)
#include "OwnDataTest.moc"
