// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions that do not hold all they could: few models, lost weights, data that have changed; and those that
// are too long to be held in memory.
#include "core/store/SessionRecorder.h"
#include "core/training/SourceRecord.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "ui/paths/PathBytes.h"
#include "ui/session/LabSession.h"
#include "ui/session/SessionReading.h"
#include "ui/stage/RealRows.h"
#include "ui/vitals/VitalSeries.h"
#include "ui/window/FileController.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"

#include <nlohmann/json.hpp>

#include <QProgressDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

/// Runs it into a new session, and closes that.
void record(const QString& path, const Experiment& experiment, std::int64_t snapshotEvery = 1)
{
    auto session =
        Session::create(bytesOf(path), experiment, {"test", "cpu", 1, kSamplingVersion, ""}, snapshotEvery);
    QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
    const auto sources = recordSources({experiment});
    QVERIFY(sources && (*session)->recordSources(*sources));
    StopSource stop;
    SessionRecorder recorder(**session, stop);
    const auto end = run(experiment, recorder, stop.token(), {2, {}, "cpu"});
    QVERIFY2(end && !recorder.failure(), end ? "" : end.error().message.c_str());
}

History heldOf(const QString& path)
{
    History held;
    const auto contents = readSession(path);
    if (!contents)
        qFatal("%s", contents.error().message.c_str());
    for (const GenerationPtr& link : contents->generations)
        held.add(link);
    return held;
}

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
}

Experiment onTable(const QString& path)
{
    Experiment experiment = fixtures::normalExperiment(20);
    experiment.source = {};
    experiment.source.kind = "csv";
    experiment.source.path = bytesOf(path);
    experiment.samples.size = 0;
    return experiment;
}

std::pair<double, double> endsOf(const std::vector<double>& values)
{
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    return {*least, *greatest};
}

} // namespace

class StoredSessionTest : public QObject
{
    Q_OBJECT

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void modelsThatAreNotKeptAreMadeAgain()
    {
        const Experiment experiment = fixtures::normalExperiment(40, 3);
        record(path("whole.hareloom"), experiment);
        const auto whole = readSession(path("whole.hareloom"));
        for (const std::int64_t every : {0, 7}) {
            const QString name = path(every == 0 ? "few.hareloom" : "some.hareloom");
            record(name, experiment, every);
            const auto thin = readSession(name);
            QVERIFY2(thin.ok(), thin ? "" : thin.error().message.c_str());
            QCOMPARE(thin->generations.size(), std::size_t{3 * 41});
            for (std::size_t i = 0; i < thin->generations.size(); ++i) {
                const Generation &a = *whole->generations[i], &b = *thin->generations[i];
                QCOMPARE(b.chain, a.chain);
                QCOMPARE(b.index, a.index);
                QVERIFY(b.snapshot && toJson(*b.snapshot) == toJson(*a.snapshot));
                QCOMPARE(b.metric("variance"), a.metric("variance"));
            }
        }
    }

    /// Making models again is work for a thread: the window's events go on meanwhile.
    void modelsAreMadeAgainBesideTheWindow()
    {
        Experiment experiment = fixtures::normalExperiment(1500);
        experiment.samples.size = 20'000;
        record(path("slow.hareloom"), experiment, 0);
        int ticks = 0;
        QTimer tick;
        connect(&tick, &QTimer::timeout, this, [&ticks] { ++ticks; });
        tick.start(5);
        const auto contents = readSessionWatched(path("slow.hareloom"));
        QVERIFY2(contents.ok(), contents ? "" : contents.error().message.c_str());
        QCOMPARE(contents->generations.size(), std::size_t{1501});
        for (const GenerationPtr& each : contents->generations)
            QVERIFY(each->snapshot);
        QVERIFY2(ticks >= 3, qPrintable(QString::number(ticks)));
    }

    void makingModelsAgainCanBeStopped()
    {
        QTimer press;
        connect(&press, &QTimer::timeout, this, [] {
            for (const QWidget* widget : QApplication::topLevelWidgets())
                if (qobject_cast<const QProgressDialog*>(widget))
                    widget->findChild<QPushButton*>()->click();
        });
        press.start(0);
        const auto stopped = readSessionWatched(path("slow.hareloom"));
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Stopped);
    }

    void modelsOfOtherDataAreNotPutInTheirPlace()
    {
        write(path("thin.csv"), "1\n2\n3\n5\n8\n13\n");
        record(path("thin.hareloom"), onTable(path("thin.csv")), 7);
        QVERIFY(readSession(path("thin.hareloom")).ok());
        write(path("thin.csv"), "1\n2\n3\n5\n8\n14\n");
        const auto refused = readSession(path("thin.hareloom"));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.find("cannot be made again: chain 0, generation 0") !=
                     std::string::npos,
                 refused.error().message.c_str());
    }

    void aStoredHistoryIsTheOneInMemory()
    {
        record(path("stored.hareloom"), fixtures::normalExperiment(30, 2));
        const auto held = readSession(path("stored.hareloom"));
        History stored;
        stored.setStored(*Session::openReadOnly(bytesOf(path("stored.hareloom"))));
        QVERIFY(stored.isStored());
        QCOMPARE(stored.size(), held->generations.size());
        QCOMPARE(stored.count(1), 31);
        QCOMPARE(stored.count(2), 0);
        QVERIFY(!stored.at(0, 31) && !stored.at(2, 0) && !stored.at(0, -1));
        std::size_t seen = 0;
        stored.forEach([&](const GenerationPtr& link) {
            const GenerationPtr& wanted = held->generations[seen++];
            QCOMPARE(std::pair(link->chain, link->index), std::pair(wanted->chain, wanted->index));
            QCOMPARE(link->metric("variance"), wanted->metric("variance"));
        });
        QCOMPARE(seen, held->generations.size());
        for (const GenerationPtr& wanted : held->generations)
            QVERIFY(toJson(*stored.at(wanted->chain, wanted->index)->snapshot) == toJson(*wanted->snapshot));
    }

    // Neither end of what is drawn is lost, and generation 0 is itself.
    void aLongStoredHistoryIsThinned()
    {
        constexpr int kGenerations = 3 * kMostStoredValues + 5;
        Experiment experiment = fixtures::normalExperiment(kGenerations, 2, 500);
        experiment.evaluation.metrics = {"mean"};
        experiment.evaluation.heldOut = 0;
        record(path("long.hareloom"), experiment);
        const History held = heldOf(path("long.hareloom"));
        History stored;
        stored.setStored(*Session::openReadOnly(bytesOf(path("long.hareloom"))));
        VitalSeries whole("mean[0]", {experiment}), thin("mean[0]", {experiment});
        whole.update(held);
        thin.update(stored);
        const VitalLine &a = whole.lines().front(), &b = thin.lines().front();
        QCOMPARE(a.every, 1);
        QCOMPARE(b.every, 4);
        QVERIFY2(b.centre.size() * 4 >= a.centre.size() &&
                     b.centre.size() <= std::size_t{kMostStoredValues} + 2,
                 qPrintable(QString::number(b.centre.size())));
        QCOMPARE(b.centre.front(), a.centre.front());
        QCOMPARE(endsOf(b.centre), endsOf(a.centre));
        QCOMPARE(endsOf(b.low), endsOf(a.low));
        QCOMPARE(endsOf(b.high), endsOf(a.high));
        for (std::size_t i = 2; i + 2 < b.centre.size();
             ++i) { // each is one of the eight that its pair stands for
            const auto first = a.centre.begin() + static_cast<std::ptrdiff_t>(i / 2 * 8);
            QVERIFY(std::find(first, first + 8, b.centre[i]) != first + 8);
        }
    }

    void aShortStoredHistoryIsNotThinned()
    {
        const Experiment experiment = fixtures::normalExperiment(200, 5);
        record(path("short.hareloom"), experiment);
        const History held = heldOf(path("short.hareloom"));
        History stored;
        stored.setStored(*Session::openReadOnly(bytesOf(path("short.hareloom"))));
        for (const Spread spread : {Spread::Deciles, Spread::StandardError, Spread::Chains}) {
            VitalSeries whole("variance", {experiment}, spread), read("variance", {experiment}, spread);
            whole.update(held);
            read.update(stored);
            const VitalLine &a = whole.lines().front(), &b = read.lines().front();
            QVERIFY(a.centre == b.centre && a.low == b.low && a.high == b.high && a.each == b.each);
            QCOMPARE(b.real, a.real);
        }
    }

    void whereTheLastWeightsAreLostTheRunGoesOnFromThoseBefore()
    {
        const Experiment experiment = fixtures::imageExperiment();
        std::vector<GenerationPtr> links;
        for (int g = 0; g <= 3; ++g) { // of four
            auto link = std::make_shared<Generation>(*fixtures::imageLink(g, fixtures::imageView(g)));
            if (g <= 1)
                link->snapshot = std::make_shared<VaeSnapshot>(asVae(*link->snapshot)->architecture(),
                                                               std::make_shared<std::vector<float>>(),
                                                               asVae(*link->snapshot)->view());
            links.push_back(std::move(link));
        }
        LabSession session;
        session.setRecording(false);
        session.setFinished({experiment, links, "test"}, path("lost.hareloom"));
        QSignalSpy noted(&session, &LabSession::noted);
        session.start();
        QCOMPARE(session.history().count(0), 2);
        QCOMPARE(noted.size(), 1);
        const QString said = noted.front().front().toString();
        QVERIFY2(said.contains(
                     "lost.hareloom: the weights of chain 0, generation 3 are missing or damaged; the chain "
                     "goes on from generation 1"),
                 qPrintable(said));
    }

    void dataThatHaveChangedAreSaidAndNotDrawn()
    {
        write(path("table.csv"), "1\n2\n3\n5\n8\n13\n");
        record(path("table.hareloom"), onTable(path("table.csv")));
        ThemeControl themes;
        MainWindow window(themes);
        QVERIFY(window.files().openFile(path("table.hareloom")));
        QCOMPARE(window.session().history().count(0), 21);
        auto real = RealRows::read(window.session(), 0);
        QVERIFY(real && real->rows && !real->areOthers);
        write(path("table.csv"), "1\n2\n3\n5\n8\n14\n");
        real = RealRows::read(window.session(), 0);
        QVERIFY(real && real->areOthers && !real->rows);
        QVERIFY(window.files().openFile(path("table.hareloom")));
        const auto isSaid = [&window] {
            const auto bars = window.findChildren<MessageBar*>();
            return std::any_of(bars.begin(), bars.end(), [](const MessageBar* bar) {
                return bar->text().contains("table.csv are no longer those that this run began with");
            });
        };
        QTRY_VERIFY(isSaid());
    }
};

HARELOOM_UI_TEST(StoredSessionTest)
#include "StoredSessionTest.moc"
