// SPDX-License-Identifier: GPL-3.0-or-later
// The page that plays, as bytes: what it holds, and what it can never do.
#include "core/address/Address.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/StageRuns.h"
#include "tests/ui/TextChain.h"
#include "ui/page/PageDialog.h"
#include "ui/page/PageStops.h"
#include "ui/teller/ChainStory.h"
#include "ui/teller/Words.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

Page pageOf(const LabSession& session)
{
    PageRequest request;
    request.columns = columnsOf(session);
    return makePage(request);
}

/// Between the end of `before` and the next `after`.
QByteArray between(const QByteArray& html, const QByteArray& before, const QByteArray& after)
{
    const qsizetype from = html.indexOf(before) + before.size();
    return html.mid(from, html.indexOf(after, from) - from);
}

QByteArray hashOf(const QByteArray& text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + '\'';
}

/// What zlib packed.
QByteArray unpacked(const QByteArray& packed)
{
    return qUncompress(QByteArray("\0\0\xff\xff", 4) + packed);
}

double valueOf(const QJsonValue& written)
{
    return written.isString() ? written.toString().startsWith('-') ? -std::numeric_limits<double>::infinity()
                                                                   : std::numeric_limits<double>::infinity()
                              : written.toDouble(std::nan(""));
}

} // namespace

class PlayingPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolate(); }

    void anAddressLeadsBackToTheMoment()
    {
        LabSession session;
        session.setFinished(normalSession(5), {});
        PageRequest request;
        request.columns = columnsOf(session);
        request.generation = 3;
        const Page page = makePage(request);
        const auto address = parseAddress(page.address.toStdString());
        QVERIFY2(address, qPrintable(page.address));
        QCOMPARE(address->generation, std::optional<std::int64_t>(3));
        const QString html = QString::fromUtf8(pageHtml(page)), shown = page.address.toHtmlEscaped();
        QVERIFY(html.contains("href=\"" + shown + "\">" + shown + "</a>"));
        QVERIFY(html.contains("alt=\"QR code of this address\""));
    }

    void metricsAreTheSessionsToTheLastDigit()
    {
        LabSession session;
        session.setFinished(normalSession(200), {});
        const QByteArray html = pageHtml(pageOf(session));
        const QJsonObject data = QJsonDocument::fromJson(between(html, "id=\"data\">", "</script>")).object();
        QCOMPARE(data["generations"].toArray().size(), 200);
        const QJsonArray charts = data["charts"].toArray();
        QVERIFY(charts.size() >= 1);
        for (const QJsonValue& chart : charts) {
            const std::string metric = chart["metric"].toString().toStdString();
            const QJsonArray values = chart["lines"][0]["values"].toArray();
            QCOMPARE(values.size(), 200);
            for (int g = 0; g < 200; ++g)
                QCOMPARE(valueOf(values[g]), session.history().at(0, g)->metric(metric));
        }
    }

    void thePolicyAllowsItsOwnScriptAndStyleAlone()
    {
        LabSession session;
        session.setFinished(normalSession(5), {});
        const QByteArray html = pageHtml(pageOf(session));
        const QByteArray policy = between(html, "Content-Security-Policy\" content=\"", "\"");
        QCOMPARE(policy, "default-src 'none'; script-src " +
                             hashOf(between(html, "<script type=\"module\">", "</script>")) + "; style-src " +
                             hashOf(between(html, "<style>", "</style>")) +
                             "; img-src data:; base-uri 'none'; form-action 'none'");
        QCOMPARE(html.count("<script"), 2); // the data, which is none, and its own
        static const QRegularExpression loads(
            "\\b(src(?!=\"data:image/svg)|action|data|poster|srcset)\\s*=|<link(?! rel=\"icon\" "
            "href=\"data:,\")"
            "|@import|url\\((?!#)|\\sstyle=|\\son[a-z]+=");
        QByteArray markup = html;
        markup.remove(html.indexOf("<script type=\"application/json\""), html.size());
        QVERIFY2(!loads.match(QString::fromUtf8(markup)).hasMatch(), markup.constData());
    }

    void longRunsAreThinnedAndSaySo()
    {
        const PageStops few = stopsOf(201, 400, {});
        QCOMPARE(few.every, 1);
        QCOMPARE(few.generations.size(), std::size_t(201));
        const PageStops many = stopsOf(10'001, 400, {37, 9999, 20'000});
        QCOMPARE(many.every, 50);
        QCOMPARE(many.generations.size(), std::size_t(201 + 2));
        QCOMPARE(many.generations[1], 37);
        QCOMPARE(many.generations.back(), 10'000);
        QCOMPARE(stopsOf(1, 400, {}).generations, std::vector<int>{0});
        QCOMPARE(stopsOf(3, 2, {}).generations, (std::vector<int>{0, 2}));
        LabSession session;
        session.setFinished(normalSession(2001), {});
        const Page page = pageOf(session);
        const auto held = page.data["generations"].toArray().size();
        QVERIFY(held > 200 && held < 420);
        QCOMPARE(page.notes.size(), 1);
        QCOMPARE(page.notes[0],
                 QString("This page holds %1 of 2001 generations: every 10th, the last, and those of which "
                         "something is told.")
                     .arg(held));
    }

    void sizesStaySmall()
    {
        StageRun mixture(R"({"family": "mixture", "source": {"kind": "mixture", "weights": [0.65, 0.35],
            "means": [[-2, 0], [2, 0]], "covariances": [[[1, 0], [0, 1]]]}, "model": {"components": 2},
            "samples": {"size": 150}, "generations": 200, "seed": 2})");
        QVERIFY(pageHtml(pageOf(mixture.session)).size() < 500'000);
        SessionContents images{imageExperiment(), {}, QStringLiteral("test")};
        images.experiment.generations = 10;
        std::mt19937 random(1);
        for (int g = 0; g <= 10; ++g) {
            VaeView view = imageView(0);
            view.wall.resize(64 * 28 * 28);
            for (std::uint8_t& tone : view.wall) // noise: nothing packs worse
                tone = static_cast<std::uint8_t>(random());
            auto link = std::make_shared<Generation>(*imageLink(g, view));
            link->snapshot = std::make_shared<VaeSnapshot>(
                VaeArchitecture{ImageNetwork::Dense, 28, 28, 4, 16}, nullptr, std::move(view));
            images.generations.push_back(link);
        }
        LabSession session;
        session.setFinished(images, {});
        const Page page = pageOf(session);
        QCOMPARE(page.data["generations"].toArray().size(), 11);
        QVERIFY(pageHtml(page).size() < 2'000'000);
        // Side by side each has room for some of its pictures only, and all of its generations.
        PageRequest beside;
        for (const char* title : {"First", "Second", "Third", "Fourth", "Fifth", "Sixth"})
            beside.columns.push_back({&session, 0, QString::fromLatin1(title)});
        const Page several = makePage(beside);
        QCOMPARE(several.data["generations"].toArray().size(), 11);
        QVERIFY(pageHtml(several).size() < 2'000'000);
        const QJsonArray columns = several.data["columns"].toArray();
        QCOMPARE(columns.size(), 6);
        const int shown = columns[5].toObject()["stage"].toObject()["count"].toInt();
        QVERIFY2(shown > 16 && shown < 64, qPrintable(QString::number(shown)));
        QVERIFY2(several.notes.join(' ').contains(
                     QString("Of 64 pictures a generation this page shows %1").arg(shown)),
                 qPrintable(several.notes.join(' ')));
        const QByteArray packed = QByteArray::fromBase64(
            columns[5].toObject()["moments"].toArray()[10].toObject()["pixels"].toString().toLatin1());
        QCOMPARE(unpacked(packed).size(), qsizetype(shown) * 28 * 28);
    }

    void everyStageHasItsKind_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        QTest::addColumn<QString>("kind");
        QTest::newRow("gaussian") << QByteArray(kGaussian) << "density";
        QTest::newRow("kde") << QByteArray(kKde) << "density";
        QTest::newRow("moons") << QByteArray(kMoons) << "scatter";
        QTest::newRow("mixture") << QByteArray(kTwoClouds) << "scatter";
        QTest::newRow("ten states") << QByteArray(kTenStates) << "bars";
        QTest::newRow("many states") << QByteArray(kZipf) << "bars";
    }
    void everyStageHasItsKind()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QString, kind);
        const StageRun run(experiment);
        const QJsonObject column = pageOf(run.session).data["columns"].toArray()[0].toObject();
        QCOMPARE(column["stage"]["kind"].toString(), kind);
        QCOMPARE(column["moments"].toArray().size(), run.session.history().count(0));
        for (const QJsonValue& moment : column["moments"].toArray())
            QVERIFY(!moment.toObject().isEmpty());
    }

    void statesThatStandTogetherKeepTheirMass()
    {
        const StageRun run(kZipf);
        const QJsonObject column = pageOf(run.session).data["columns"].toArray()[0].toObject();
        const int each = column["stage"]["each"].toInt(), states = column["stage"]["states"].toInt();
        QVERIFY(each > 1);
        for (const QJsonValue& moment : column["moments"].toArray()) {
            const QJsonArray now = moment["now"].toArray();
            double sum = 0;
            for (int bar = 0; bar < now.size(); ++bar)
                sum += now[bar].toDouble() * std::min(each, states - bar * each);
            QVERIFY2(std::abs(sum - 1) < 1e-4, qPrintable(QString::number(sum))); // five digits each
        }
    }

    void variantsStandSideBySideWithTheirDifferences()
    {
        SessionContents contents = normalSession(12);
        contents.experiment.variants = {{"Few", {}}, {"Many", {{"samples.size", "1000"}}}};
        for (const GenerationPtr& link : normalChain(12, 1000, 2, 1))
            contents.generations.push_back(link);
        LabSession session;
        session.setFinished(contents, {});
        const Page page = pageOf(session);
        const QJsonArray columns = page.data["columns"].toArray();
        QCOMPARE(columns.size(), 2);
        QCOMPARE(columns[0]["heading"].toString(), QString("Few"));
        QCOMPARE(columns[1]["heading"].toString(), QString("Many"));
        QCOMPARE(columns[0]["stage"]["x"], columns[1]["stage"]["x"]); // the same axes
        QCOMPARE(page.differenceHeader, QStringList({"Setting", "Few", "Many"}));
        QCOMPARE(page.differences, QList<QStringList>({{"Sample size", "100", "1000"}}));
        for (int v = 0; v < 2; ++v)
            QCOMPARE(valueOf(page.data["charts"][0]["lines"][v]["values"][7]),
                     session.history().at(v, 7)->metric(
                         page.data["charts"][0]["metric"].toString().toStdString()));
    }

    void whatIsToldIsWhatTheWindowTells()
    {
        const StageRun run(kTenStates);
        ChainStory story(run.session);
        story.setChain(0);
        const QJsonObject column = pageOf(run.session).data["columns"].toArray()[0].toObject();
        QVERIFY(!story.events().empty());
        QCOMPARE(column["events"].toArray().size(), qsizetype(story.events().size()));
        for (qsizetype i = 0; i < column["events"].toArray().size(); ++i) {
            const QJsonArray event = column["events"][i].toArray();
            QCOMPARE(event[0].toInt(), story.events()[static_cast<std::size_t>(i)].generation);
            QCOMPARE(event[1].toString(), words(story.events()[static_cast<std::size_t>(i)]));
        }
        QCOMPARE(column["end"][0].toString(), story.lineAt(run.session.history().count(0) - 1).sentence);
    }

    void theWindowOffersWhatItShows()
    {
        ThemeControl themes;
        MainWindow window(themes);
        QVERIFY(!window.actions().exportPage->isEnabled());
        SessionContents contents = normalSession(12);
        contents.experiment.variants = {{"Few", {}}, {"Many", {{"samples.size", "1000"}}}};
        for (const GenerationPtr& link : normalChain(12, 1000, 2, 1))
            contents.generations.push_back(link);
        window.session().setFinished(contents, {});
        const auto asked = [&window] {
            window.actions().exportPage->trigger();
            auto* dialog = window.findChild<PageDialog*>(QStringLiteral("page"));
            if (!dialog)
                qFatal("no dialog");
            dialog->setObjectName(QString());
            return dialog;
        };
        QTRY_VERIFY(window.actions().exportPage->isEnabled());
        const std::unique_ptr<PageDialog> alone(asked());
        QCOMPARE(alone->request().columns.size(), std::size_t(1));
        const auto radios = alone->findChildren<QRadioButton*>();
        QCOMPARE(radios[1]->text(), QString("2 variants side by side"));
        radios[1]->setChecked(true);
        QCOMPARE(alone->request().columns.size(), std::size_t(2));
        window.comparing().compareVariants();
        const std::unique_ptr<PageDialog> compared(asked());
        const PageRequest request = compared->request();
        QCOMPARE(request.columns.size(), std::size_t(2));
        QCOMPARE(request.columns[1].title, QString("Many"));
        QCOMPARE(request.metrics, std::vector<std::string>({"variance", "mean[0]"}));
        QCOMPARE(makePage(request).data["charts"].toArray().size(), 2);
    }

    void aPageIsMadeBesideTheWindow()
    {
        LabSession session;
        session.setFinished(normalSession(200), {});
        const PageRequest request{{{&session, 0, {}}}, {}, 3, false, {}};
        const QByteArray expected = pageHtml(makePage(request));
        QTemporaryDir folder;
        const QString path = folder.filePath("page.html");
        {
            PageJob job;
            QSignalSpy ended(&job, &PageJob::ended);
            job.start(request, path);
            session.setFinished(normalSession(3), {}); // the page holds what there was
            QVERIFY(ended.wait(60'000));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), expected);
    }

    void aPageThatIsStoppedLeavesNothing()
    {
        LabSession session;
        session.setFinished(normalSession(200), {});
        const PageRequest request{{{&session, 0, {}}}, {}, 0, false, {}};
        int asked = 0, last = 0;
        double before = -1;
        const auto whole = makePage(request, [&](double share) {
            last = ++asked;
            const bool grows = share >= before && share <= 1;
            before = share;
            return grows;
        });
        QVERIFY(whole && last > 200);
        for (const int stop : {1, 2, last / 2, last - 1}) {
            asked = 0;
            const auto page = makePage(request, [&](double) { return ++asked < stop; });
            QVERIFY(!page && page.error().kind == ErrorKind::Stopped);
            QCOMPARE(asked, stop);
        }
        QTemporaryDir folder;
        QFile earlier(folder.filePath("page.html"));
        QVERIFY(earlier.open(QIODevice::WriteOnly) && earlier.write("earlier") == 7);
        earlier.close();
        PageJob job;
        std::optional<Result<qint64>> outcome;
        connect(&job, &PageJob::ended, this, [&](const Result<qint64>& end) { outcome = end; });
        job.start(request, earlier.fileName());
        job.stop();
        QTRY_VERIFY_WITH_TIMEOUT(outcome, 60'000);
        QVERIFY(!*outcome && outcome->error().kind == ErrorKind::Stopped);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("page.html"));
        QVERIFY(earlier.open(QIODevice::ReadOnly) && earlier.readAll() == "earlier");
    }

    void theDialogWritesWhatIsChosen()
    {
        LabSession session;
        session.setFinished(normalSession(12), {});
        const auto of = [&] { return PageRequest{{{&session, 0, {}}}, {}, 0, false, {}}; };
        PageDialog dialog({{"The chain in view", of}, {"All & everything", of}}, 7);
        QCOMPARE(dialog.request().generation, 0);
        QVERIFY(!dialog.request().hidesFuture);
        const auto radios = dialog.findChildren<QRadioButton*>();
        QCOMPARE(radios.size(), 4);
        QCOMPARE(radios[1]->text(), QString("All && everything"));
        radios[3]->setChecked(true);
        dialog.findChild<QCheckBox*>()->setChecked(true);
        QTemporaryDir folder;
        QSignalSpy saved(&dialog, &PageDialog::saved);
        dialog.write(folder.filePath("run.html"));
        QVERIFY(dialog.isAtWork());
        QVERIFY(saved.wait(60'000));
        QFile file(folder.filePath("run.html"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject data =
            QJsonDocument::fromJson(between(file.readAll(), "id=\"data\">", "</script>")).object();
        QCOMPARE(data["shown"].toInt(), 7);
        QCOMPARE(data["hidesFuture"].toBool(), true);
        QSignalSpy ended(&dialog, &PageDialog::ended);
        dialog.write(folder.filePath("no/such/run.html"));
        QVERIFY(ended.wait(60'000));
        QCOMPARE(saved.count(), 1);
        bool isSaid = false;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            isSaid = isSaid || label->text().contains("run.html could not be written");
        QVERIFY(isSaid);
    }
};

HARELOOM_UI_TEST(PlayingPageTest)
#include "PlayingPageTest.moc"
