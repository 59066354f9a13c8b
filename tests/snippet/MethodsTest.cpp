// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Curation.h"
#include "core/literature/Paper.h"
#include "core/recipe/Citations.h"
#include "core/recipe/Presets.h"
#include "core/snippet/Snippet.h"
#include "core/store/About.h"
#include "tests/TestProgram.h"
#include "tests/snippet/Runs.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// Of a session that holds the experiment and nothing else.
QString methodsOf(const Experiment& experiment)
{
    const QTemporaryDir folder;
    const auto session = Session::create(folder.filePath("a.hareloom").toStdString(), experiment,
                                         {"0.1.0", "cpu", 2, kSamplingVersion, "2026-01-02T03:04:05Z"});
    if (!session)
        qFatal("%s", session.error().message.c_str());
    const auto text = snippetOf(SnippetLanguage::Methods, **session);
    if (!text)
        qFatal("%s", text.error().message.c_str());
    return QString::fromStdString(*text);
}

} // namespace

class MethodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPresetHasAParagraphThatCitesWhatIsThere_data()
    {
        QTest::addColumn<QString>("id");
        for (const Preset& each : presets())
            QTest::newRow(std::string(each.id).c_str()) << QString::fromStdString(std::string(each.id));
    }

    void everyPresetHasAParagraphThatCitesWhatIsThere()
    {
        QFETCH(QString, id);
        const auto experiment = loadPreset(id.toStdString());
        QVERIFY(experiment);
        const QString text = methodsOf(*experiment);
        QCOMPARE(text.count('\n'), 1); // a paragraph
        const QString bibtex = QString::fromStdString(bibtexOf(*experiment, "0.1.0"));
        static const QRegularExpression key("(?<!\\\\)@(\\w+)");
        auto keys = key.globalMatch(text);
        int cited = 0;
        for (; keys.hasNext(); ++cited) {
            const QString one = keys.next().captured(1);
            QVERIFY2(bibtex.contains("{" + one + ",\n"), qPrintable(one));
        }
        QVERIFY2(cited >= 2, qPrintable(text));
        QVERIFY2(
            text.contains(QString::fromStdString(std::to_string(experiment->generations)) + " generation"),
            qPrintable(text));
        QVERIFY2(text.contains(QString::fromStdString(digestOf(*experiment))), qPrintable(text));
    }

    void weightsAndTastesAreSaid()
    {
        Experiment experiment = severalChains();
        experiment.policy.freshShare = 0.5;
        experiment.policy.realWeight = 0.618;
        Curation curation{4, std::vector<Taste>(2)};
        curation.tastes[0].strength = 2;
        curation.tastes[0].point = {3};
        curation.tastes[1].reward = Reward::Direction;
        curation.tastes[1].point = {1};
        curation.tastes[1].share = 2;
        experiment.policy.curation = std::make_shared<const Curation>(curation);
        const QString text = methodsOf(experiment);
        for (const char* said :
             {"In each fit these rows had 61.8% of the weight together [@he2026].",
              "For each of the generated rows that were kept 4 were generated, of which one was kept with a probability "
              "proportional to the exponential of its reward [@ferbach2024]: minus 1 times the squared distance to (3) (share "
              "1); or 1 times the product with (1) (share 2)."})
            QVERIFY2(text.contains(QLatin1String(said)), qPrintable(text));
    }

    void whatTheLoopDoesIsSaid()
    {
        Experiment experiment = severalChains();
        experiment.title = "A title";
        experiment.policy.realShare = 0.1;
        experiment.policy.lambda = 0.8;
        const QString text = methodsOf(experiment);
        for (const char* said :
             {"in the experiment \"A title\".", "5 chains with seeds derived from 3",
              "each of 30 generations after", "fitted on 20 real rows of the source normal",
              "that the model of the generation before it had generated",
              "Of its rows, 10% were drawn from the original ones", "multiplied by 0.8 [@alemohammad2023]",
              "Measured were variance (Tr Sigma_n) [@shumailov2024]; mean (E[x_j] under the model)"})
            QVERIFY2(text.contains(said), qPrintable(text));
        experiment.policy.pool = Pool::All;
        experiment.policy.subsample = 50;
        QVERIFY(methodsOf(experiment)
                    .contains("all rows generated since [@gerstgrasser2024], of which 50 were drawn without "
                              "replacement [@kazdan2024]"));
    }

    // pandoc would take it for a citation.
    void anAtSignOfTheDataIsNoCitation()
    {
        Experiment experiment = severalChains();
        experiment.title = "me@home";
        QVERIFY2(methodsOf(experiment).contains("\"me\\@home\""), qPrintable(methodsOf(experiment)));
    }

    void variantsAreToldApart()
    {
        const QString text = methodsOf(*loadPreset("accumulate-or-replace"));
        QVERIFY2(text.contains("\"Accumulate, subsample\" (policy.pool all, policy.subsample 100)"),
                 qPrintable(text));
    }
};

HARELOOM_TEST(MethodsTest)
#include "MethodsTest.moc"
