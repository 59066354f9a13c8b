// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Citations.h"
#include "core/recipe/Presets.h"
#include "tests/QrReading.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/StageRuns.h"
#include "tests/ui/TextChain.h"
#include "ui/address/AddressDialog.h"
#include "ui/address/QrDialog.h"
#include "ui/address/ViewWords.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/plot/QrPaint.h"
#include "ui/window/AddressController.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/CopyController.h"
#include "ui/window/FileController.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/SaveController.h"
#include "ui/window/ViewController.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QPainter>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

QPushButton* button(const QDialog& dialog, const QString& words)
{
    for (auto* each : dialog.findChildren<QPushButton*>())
        if (each->text().remove('&') == words)
            return each;
    qFatal("there is no button %s", qPrintable(words));
}

QString wordsOf(const QDialog& dialog)
{
    QStringList words;
    for (const auto* label : dialog.findChildren<QLabel*>())
        words << label->text();
    return words.join('\n');
}

} // namespace

class CopyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_themes = std::make_unique<ThemeControl>();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QGuiApplication::clipboard()->setText("nothing");
    }

    void cleanup() { m_window.reset(); }

    // From one window into another: experiment, variant, chain, generation, way of looking.
    void aMomentTravels()
    {
        runAccumulate();
        auto* view = m_window->findChild<ViewController*>();
        view->lookAt(22); // the third chain of the second variant
        view->chooseMode(1);
        m_window->cursor().show(7);
        m_window->actions().copyAddress->trigger();
        const QString address = clipboard();
        QCOMPARE(address,
                 QString("hareloom:?preset=accumulate-or-replace&set=generations=12&variant=2&chain=3"
                         "&generation=7&view=all-generations"));
        init(); // another window, with another run
        accept(address, "Run it");
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        QTRY_COMPARE(m_window->cursor().shown(), 7);
        QCOMPARE(m_window->session().experiment().generations, 12);
        m_window->actions().copyAddress->trigger();
        QCOMPARE(clipboard(), address);
        // Whoever goes elsewhere then is not led back.
        m_window->cursor().show(2);
        Q_EMIT m_window->session().generationsReady();
        QCOMPARE(m_window->cursor().shown(), 2);
    }

    void aComparisonTravels()
    {
        runAccumulate();
        m_window->comparing().compareVariants();
        m_window->cursor().show(5);
        const auto address = m_window->copies().address();
        QVERIFY(address);
        const QString text = QString::fromStdString(addressText(*address));
        QVERIFY2(text.endsWith("&generation=5&view=compare"), qPrintable(text));
        init();
        accept(text, "Run it");
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        QTRY_COMPARE(m_window->cursor().shown(), 5);
        QVERIFY(m_window->comparing().isOn());
    }

    void aBranchTravels()
    {
        Experiment experiment = *loadPreset("old-faithful");
        experiment.generations = 30;
        m_window->session().setExperiment(experiment);
        m_window->run();
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        QVERIFY(m_window->session().addBranch(0, {10, {{"policy.realShare", "0.1"}}}));
        m_window->session().start();
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        m_window->actions().copyAddress->trigger();
        QVERIFY2(clipboard().contains("&branch=10&set=policy.realShare=0.1"), qPrintable(clipboard()));
        const QString address = clipboard();
        init();
        const auto dialog = shown(address);
        QVERIFY2(wordsOf(*dialog).contains("A branch: From 10: Real share 0.1"),
                 qPrintable(wordsOf(*dialog)));
    }

    // What the dialog says is what would be on the bench, and nothing has begun.
    void nothingRunsUnasked()
    {
        const auto before = m_window->session().experiment().title;
        auto* dialog = shown(
            "hareloom:?preset=old-faithful&set=policy.realShare=0.25&set=seed=7&generation=40&view=present");
        const QString words = wordsOf(*dialog);
        for (const char* said : {"It changes the preset old-faithful:", "Real share: 0.25 instead of 0",
                                 "Seed: 7 instead of 1", "Leads to: generation 40. Shown as: Presentation."})
            QVERIFY2(words.contains(said), qPrintable(words));
        QTRY_VERIFY2(wordsOf(*dialog).contains("A run makes 201 generations in 1 chains."),
                     qPrintable(wordsOf(*dialog)));
        QCOMPARE(m_window->session().experiment().title, before);
        QCOMPARE(m_window->session().state(), RunState::Ready);
        button(*dialog, "Cancel")->click();
        QCOMPARE(m_window->session().experiment().title, before);
        accept("hareloom:?preset=old-faithful&set=policy.realShare=0.25", "Open without running");
        QCOMPARE(m_window->session().experiment().policy.realShare, 0.25);
        QCOMPARE(m_window->session().state(), RunState::Ready);
    }

    void anUnchangedPresetIsSaidToBeOne()
    {
        const QString words = wordsOf(*shown("hareloom:?preset=old-faithful"));
        QVERIFY2(words.contains("This is the preset old-faithful, unchanged."), qPrintable(words));
    }

    void aBadAddressIsSaid()
    {
        m_window->addresses().open("hareloom:?preset=old-faithful&set=source.path=/etc/passwd");
        QVERIFY2(m_window->message().contains("an address names no file"), qPrintable(m_window->message()));
        QVERIFY(!m_window->findChild<AddressDialog*>());
    }

    // As the command line, the desktop and a drag hand one on.
    void anAddressIsOpenedWhereAFileCouldBe()
    {
        QVERIFY(!m_window->open("HARELOOM:///?preset=old-faithful"));
        QVERIFY(m_window->findChild<AddressDialog*>());
    }

    void aFileIsOpenedByItsUrl()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a b%.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema": 1, "family": "gaussian", "title": "By its URL"})");
        file.close();
        QVERIFY2(m_window->open(QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded())),
                 qPrintable(m_window->message()));
        QCOMPARE(m_window->session().experiment().title, std::string("By its URL"));
    }

    void aCopiedAddressIsOfferedToBeOpened()
    {
        QGuiApplication::clipboard()->setText(" hareloom:?preset=mad-bias ");
        m_window->actions().openAddress->trigger();
        auto* dialog = m_window->findChild<QInputDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->textValue(), QString("hareloom:?preset=mad-bias"));
        dialog->accept();
        QTRY_VERIFY(m_window->findChild<AddressDialog*>());
    }

    void everyWayOfLookingHasAWord()
    {
        std::vector<std::string> used{"compare", "present"};
        const auto take = [&used](const QStringList& modes) {
            QVERIFY(!modes.isEmpty());
            for (const QString& mode : modes) {
                const std::string word = viewWord(mode);
                QVERIFY2(std::find(kViews.begin(), kViews.end(), word) != kViews.end(), qPrintable(mode));
                QCOMPARE(viewName(word), mode);
                used.push_back(word);
            }
        };
        for (const char* json : {fixtures::kTenStates, fixtures::kTwoClouds,
                                 R"({"family": "gaussian", "chains": 2, "generations": 2})"}) {
            fixtures::StageRun run(json);
            run.look(0);
            run.scene.refresh();
            take(run.scene.modes());
        }
        for (const auto& link :
             {fixtures::imageLink(0, fixtures::imageView(0)), fixtures::textLink(0, fixtures::textView(0))}) {
            const auto stage =
                faceOf(link->snapshot->kind() == "vae" ? "image" : "language").makeStage(*link->snapshot);
            stage->setOrigin({{}, link, {}, {}});
            take(stage->modes());
        }
        for (const std::string_view word : kViews)
            QVERIFY2(std::find(used.begin(), used.end(), word) != used.end(), std::string(word).c_str());
    }

    void codeIsCopied_data()
    {
        QTest::addColumn<int>("as");
        QTest::addColumn<QString>("holds");
        QTest::newRow("shell") << int(CopyAs::Shell) << "hareloom-cli run 'old-faithful'";
        QTest::newRow("python") << int(CopyAs::Python) << "import pandas as pd";
        QTest::newRow("r") << int(CopyAs::R) << "library(ggplot2)";
        QTest::newRow("pgfplots") << int(CopyAs::Pgfplots) << "\\begin{tikzpicture}";
        QTest::newRow("methods") << int(CopyAs::Methods) << "[@azzalini1990]";
        QTest::newRow("bibtex") << int(CopyAs::Bibtex) << "@article{azzalini1990,";
        QTest::newRow("json") << int(CopyAs::Json) << "\"schema\": 1";
    }

    void codeIsCopied()
    {
        QFETCH(int, as);
        QFETCH(QString, holds);
        runFaithful();
        QAction* action = m_window->actions().copyAs[as];
        QVERIFY(action->isEnabled());
        action->trigger();
        QVERIFY2(clipboard().contains(holds), qPrintable(clipboard()));
        const bool reads = as == int(CopyAs::Python) || as == int(CopyAs::R);
        QCOMPARE(clipboard().contains(m_window->session().recordingPath()),
                 reads || as == int(CopyAs::Pgfplots));
        QCOMPARE(m_window->message().contains("automatic recording"), reads);
    }

    void beforeARunThereIsNothingToCopy()
    {
        m_window->session().setExperiment(*loadPreset("old-faithful"));
        for (const QAction* action : m_window->actions().copyAs)
            QCOMPARE(action->isEnabled(), action->data().toInt() >= int(CopyAs::Bibtex));
        QVERIFY(m_window->actions().copyAddress->isEnabled());
    }

    void whatHasNoAddressIsOfferedAsJson()
    {
        Experiment experiment = *loadPreset("old-faithful");
        experiment.variants = {{"a", {{"samples.size", "50"}}, {}}, {"b", {{"samples.size", "60"}}, {}}};
        m_window->session().setExperiment(experiment);
        m_window->actions().copyAddress->trigger();
        QCOMPARE(clipboard(), QString("nothing"));
        QPushButton* offered = nullptr;
        for (auto* bar : m_window->findChildren<MessageBar*>())
            if (bar->text().contains("more than an address can hold"))
                offered = bar->findChild<QPushButton*>();
        QVERIFY(offered);
        QVERIFY2(offered->text().contains("JSON"), qPrintable(offered->text()));
        offered->click();
        QVERIFY2(clipboard().contains("\"schema\": 1"), qPrintable(clipboard()));
    }

    void aRunWithoutAFileSaysSo()
    {
        m_window->session().setRecording(false);
        runFaithful();
        m_window->copies().copy(CopyAs::Python);
        QCOMPARE(clipboard(), QString("nothing"));
        QVERIFY2(m_window->message().contains("Save the session"), qPrintable(m_window->message()));
    }

    // The commands make the very numbers of the session again.
    void theCommandLineMakesTheSameRun_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("a preset with changes")
            << "hareloom:?preset=old-faithful&set=generations=5&set=policy.realShare=0.1";
        QTest::newRow("variants") << "hareloom:?preset=accumulate-or-replace&set=generations=5&set=chains=2";
        QTest::newRow("a branch")
            << "hareloom:?preset=old-faithful&set=generations=6&branch=3&set=policy.realShare=0.1";
        QTest::newRow("no preset") << QString();
    }

    void theCommandLineMakesTheSameRun()
    {
        QFETCH(QString, address);
        Experiment experiment = fixtures::normalExperiment(4, 2, 20);
        experiment.title = "it's $(touch hacked) `x`\nEND";
        experiment.variants = {{"a'b", {{"samples.size", "10"}}, {}}, {"END", {{"samples.size", "15"}}, {}}};
        if (!address.isEmpty())
            experiment = experimentOf(*parseAddress(address.toStdString()))->experiment;
        m_window->session().setExperiment(experiment);
        m_window->run();
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        m_window->copies().copy(CopyAs::Shell, "variance");
        const QTemporaryDir folder;
        QFile script(folder.filePath("again.sh"));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(clipboard().toUtf8());
        script.close();
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PATH", QFileInfo(HARELOOM_CLI).path() + ':' + QFileInfo(HARELOOM_WINDOW).path() +
                                       ':' + environment.value("PATH"));
        shell.setProcessEnvironment(environment);
        shell.start("sh", {script.fileName()});
        QVERIFY(shell.waitForFinished(120'000));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        QVERIFY(!QFile::exists(folder.filePath("hacked")));
        QVERIFY(QFile::exists(folder.filePath("figures/variance.pdf")));
        const auto again = readSession(folder.filePath("again.hareloom"));
        QVERIFY2(again, again ? "" : again.error().message.c_str());
        const History& made = m_window->session().history();
        QCOMPARE(again->generations.size(), made.size());
        for (const GenerationPtr& link : again->generations)
            QCOMPARE(link->metric("variance"), made.at(link->chain, link->index)->metric("variance"));
    }

    void theQrCodeIsReadFromTheScreen_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << 1.0 << QSize(160, 200);
        QTest::newRow("odd") << 1.37 << QSize(301, 299);
        QTest::newRow("large") << 2.0 << QSize(500, 400);
    }

    void theQrCodeIsReadFromTheScreen()
    {
        QFETCH(double, scale);
        QFETCH(QSize, size);
        const QString text = "hareloom:?preset=old-faithful&set=policy.realShare=0.1&generation=37";
        QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(QColor(0x20, 0x20, 0x28));
        QPainter painter(&image);
        QVERIFY(paintQr(painter, QRectF(QPointF(), size), text));
        painter.end();
        // Sharp: no dot is between black and white.
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                QVERIFY(QList<QRgb>({0xff000000, 0xffffffff, 0xff202028}).contains(image.pixel(x, y)));
        if (!qr::canRead())
            QSKIP(qr::kNoReader);
        const QTemporaryDir folder;
        QVERIFY(image.save(folder.filePath("code.png")));
        QCOMPARE(qr::textIn(folder.filePath("code.png")), std::optional(text));
    }

    void theQrCodeIsShownToAClass()
    {
        runFaithful();
        m_window->cursor().show(3);
        QTest::keyClick(m_window.get(), Qt::Key_Q);
        auto* dialog = m_window->findChild<QrDialog*>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        button(*dialog, "Copy address")->click();
        QVERIFY2(clipboard().endsWith("&generation=3"), qPrintable(clipboard()));
        QVERIFY2(wordsOf(*dialog).contains("Leads to: generation 3."), qPrintable(wordsOf(*dialog)));
    }

private:
    void runAccumulate()
    {
        Experiment experiment = *loadPreset("accumulate-or-replace");
        experiment.generations = 12;
        m_window->session().setExperiment(experiment);
        m_window->run();
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
    }

    void runFaithful()
    {
        Experiment experiment = *loadPreset("old-faithful");
        experiment.generations = 5;
        m_window->session().setExperiment(experiment);
        m_window->run();
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
    }

    AddressDialog* shown(const QString& address)
    {
        m_window->addresses().open(address);
        auto* dialog = m_window->findChild<AddressDialog*>();
        if (!dialog)
            qFatal("%s", qPrintable(m_window->message()));
        return dialog;
    }

    void accept(const QString& address, const QString& words) { button(*shown(address), words)->click(); }

    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;
};

HARELOOM_UI_TEST(CopyTest)
#include "CopyTest.moc"
