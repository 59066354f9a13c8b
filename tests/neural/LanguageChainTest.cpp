// SPDX-License-Identifier: GPL-3.0-or-later
// Language chains from end to end, with a tiny model and vocabulary made here: runs, sessions, resuming.
#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguagePace.h"
#include "core/families/language/LanguageSettings.h"
#include "core/families/language/LanguageSnapshot.h"
#include "core/family/NetworkSettings.h"
#include "core/forecast/Estimate.h"
#include "core/forecast/RunPlan.h"
#include "core/store/Checkpoints.h"
#include "core/store/Export.h"
#include "core/store/Session.h"
#include "core/text/BpeTraining.h"
#include "core/text/FieldGuide.h"
#include "core/text/TextSet.h"
#include "tests/neural/Runs.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::runs;

namespace {

const LanguageSnapshot& textOf(const GenerationPtr& generation)
{
    return *asLanguage(*generation->snapshot);
}

void compare(const GenerationPtr& a, const GenerationPtr& b)
{
    QCOMPARE(a->index, b->index);
    QVERIFY(textOf(a).view() == textOf(b).view());
    QVERIFY(*textOf(a).generated().blocks == *textOf(b).generated().blocks);
    QVERIFY(a->metrics.size() == b->metrics.size() && !a->metrics.empty());
    for (std::size_t i = 0; i < a->metrics.size(); ++i)
        QVERIFY2(same(a->metrics[i], b->metrics[i]), a->metrics[i].name->c_str());
}

} // namespace

class LanguageChainTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    // One hidden layer of 32 on a vocabulary of 400: it learns next to nothing, in no time.
    void makeBase()
    {
        const std::string text = FieldGuide::standard().write(7, 0, 60);
        const auto tokenizer = trainTokenizer(text, {.size = 400});
        QVERIFY(tokenizer);
        LanguageArchitecture a;
        a.vocabulary = (*tokenizer)->size();
        a.positions = 128;
        a.hidden = 32;
        a.layers = 1;
        a.heads = 2;
        a.ffn = 64;
        const std::string folder = path("base").toStdString();
        QVERIFY((*tokenizer)->save(folder));
        QVERIFY(writeLanguageCheckpoint(folder, {a, initialWeights(a, 3)}));
    }

    QString path(const char* name) const { return m_folder.filePath(name); }

    Experiment experiment(const std::string& policy = "{}", const std::string& model = "'epochs': 1") const
    {
        const QByteArray text =
            "{'schema': 1, 'family': 'language', 'title': 'guide', 'source': {'kind': 'fieldGuide', "
            "'articles': 60, 'blockTokens': 16}, 'model': {'base': '@/base', 'batch': 8, 'beams': 2, "
            "'learningRate': 0.003, 'keepEvery': 2, #}, 'policy': $, 'samples': {'size': 40}, "
            "'generations': 3, 'seed': 4, 'evaluation': {'prompts': ['The parish church of'], 'metrics': "
            "['testPerplexity', 'firstModelPerplexity', 'firstModelPerplexityLow', "
            "'firstModelPerplexityHigh', 'distinct1', 'distinct2', 'distinct3', 'typeTokenRatio', "
            "'repeatedShare', 'selfBleu', 'survivingTokens', 'vanishedShare', 'topicShare', "
            "'survivingTopics']}}";
        return experimentFrom(text, m_folder.path(), policy, model);
    }

private Q_SLOTS:
    void initTestCase() { makeBase(); }

    void aStopAnywhereLeavesWhatWasMade()
    {
        Experiment brief = experiment("{'realShare': 0.5}", "'epochs': 1");
        brief.generations = 1;
        QVERIFY(stoppedEverywhere(brief, compare) > 30);
    }

    void everyGenerationWritesAndIsMeasured()
    {
        Collector heard;
        const auto end = run(experiment(), heard, {}, {2, {}, "cpu"});
        QVERIFY2(end.ok(), end ? "" : end.error().message.c_str());
        QCOMPARE(heard.all.size(), std::size_t{4});
        for (const GenerationPtr& generation : heard.all) {
            const LanguageView& view = textOf(generation).view();
            QCOMPARE(textOf(generation).generated().blocks->count(), std::int64_t{40});
            QCOMPARE(view.firstNats.size(), std::size_t{40});
            QCOMPARE(view.answers.size(), std::size_t{1});
            QVERIFY(view.prompts.front() == "The parish church of" && !view.answers.front().empty());
            for (const char* metric : {"testPerplexity", "firstModelPerplexity", "distinct2", "selfBleu"})
                QVERIFY2(std::isfinite(generation->metric(metric)), metric);
            double shares = 0;
            for (int kind = 0; kind < 13; ++kind)
                shares += generation->metric("topicShare[" + std::to_string(kind) + "]");
            QVERIFY(std::abs(shares - 1) < 1e-9);
        }
    }

    void generationZeroTellsWhatTheRealTextHas()
    {
        Collector heard;
        QVERIFY(run(experiment(), heard, {}, {2, {}, "cpu"}));
        const auto& real = textOf(heard.all.front()).view().real;
        for (const char* metric : {"distinct1", "distinct2", "distinct3", "typeTokenRatio", "repeatedShare",
                                   "selfBleu", "survivingTokens", "survivingTopics"})
            QVERIFY2(std::isfinite(realValueOf(heard.all.front()->snapshot, metric)), metric);
        QVERIFY(std::isnan(realValueOf(heard.all.front()->snapshot, "testPerplexity"))); // of models only
        double shares = 0;
        for (const auto& [metric, value] : real)
            shares += metric.starts_with("topicShare[") ? value : 0;
        QVERIFY(std::abs(shares - 1) < 1e-9);
        for (const GenerationPtr& generation : heard.all) {
            QVERIFY(generation->metric("survivingTokens") <= real.at("survivingTokens"));
            QVERIFY(generation->metric("survivingTopics") <= real.at("survivingTopics"));
            QCOMPARE(textOf(generation).view().real.empty(), generation->index > 0);
        }
    }

    // It learns from 40 blocks: text it has not seen must become less of a surprise than to fresh weights.
    void trainingLowersThePerplexityOfUnseenText()
    {
        Collector little, more;
        Experiment e = experiment();
        e.generations = 0;
        QVERIFY(run(e, little, {}, {2, {}, "cpu"}));
        e.model.of<NetworkSettings>().epochs = 60;
        QVERIFY(run(e, more, {}, {2, {}, "cpu"}));
        QVERIFY(more.phases.contains("training")); // it lasts long enough to be told
        QVERIFY(more.all[0]->metric("testPerplexity") < 0.9 * little.all[0]->metric("testPerplexity"));
    }

    void threadsDoNotChangeABit()
    {
        Collector one, two;
        QVERIFY(run(experiment(), one, {}, {1, {}, "cpu"}));
        QVERIFY(run(experiment(), two, {}, {2, {}, "cpu"}));
        for (std::size_t g = 0; g < one.all.size(); ++g)
            compare(one.all[g], two.all[g]);
    }

    void aResumedSessionGoesOnTheSame_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QByteArray>("model");
        QTest::newRow("replace") << QByteArray("{}") << QByteArray("'epochs': 1");
        QTest::newRow("a tenth real") << QByteArray("{'realShare': 0.1}") << QByteArray("'epochs': 2");
        QTest::newRow("accumulate") << QByteArray("{'pool': 'all'}") << QByteArray("'epochs': 1");
        QTest::newRow("warm, sampled")
            << QByteArray("{}")
            << QByteArray("'start': 'warm', 'epochs': 1, 'writing': 'sampled', 'topP': 0.9");
        QTest::newRow("greedy, penalised")
            << QByteArray("{}") << QByteArray("'epochs': 1, 'writing': 'greedy', 'repetitionPenalty': 2");
    }
    void aResumedSessionGoesOnTheSame()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QByteArray, model);
        const Experiment e = experiment(policy.toStdString(), model.toStdString());
        const QString name = path(QTest::currentDataTag());
        Collector whole;
        QVERIFY(run(e, whole, {}, {1, {}, "cpu"}));
        recorded(e, name + ".hareloom", 1);
        auto session = Session::open((name + ".hareloom").toStdString());
        QVERIFY(session);
        const RunOptions options{1, *(*session)->generations(), "cpu"};
        QCOMPARE(options.resume.size(), std::size_t{2});
        Collector rest;
        const auto end = run((*session)->experiment(), rest, {}, options);
        QVERIFY2(end.ok(), end ? "" : end.error().message.c_str());
        QCOMPARE(rest.all.size(), std::size_t{2});
        compare(whole.all[2], rest.all[0]);
        compare(whole.all[3], rest.all[1]);
    }

    void aSessionKeepsModelsThatOthersCanOpen()
    {
        const QString name = path("kept.hareloom");
        recorded(experiment(), name);
        const QString folder = QString::fromStdString(Checkpoints::folderFor(name.toStdString()));
        QCOMPARE(QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name),
                 QStringList({"chain-0-generation-0", "chain-0-generation-2", "chain-0-generation-3"}));
        const std::string last = (folder + "/chain-0-generation-3").toStdString();
        QVERIFY(readLanguageCheckpoint(last));
        QVERIFY(Tokenizer::open(last));
        auto session = Session::open(name.toStdString());
        QVERIFY((*session)->verify()->empty());
        const auto all = *(*session)->generations();
        QVERIFY(textOf(all[2]).weights() && !textOf(all[1]).weights());
        // What it wrote is there, though its weights are not.
        const auto rows = sampleOf((*session)->experiment(), *all[1]);
        QVERIFY(rows && (*rows)->rows() == 40);
    }

    void whatItNeedsIsSaidBefore()
    {
        const Experiment e = experiment();
        const auto network = readLanguageArchitecture(path("base").toStdString());
        QVERIFY(network);
        const double weights = 4.0 * static_cast<double>(parameterCount(*network));

        const auto here = counted(e, 1);
        QVERIFY(here);
        QVERIFY(here->deviceBytes == 0 && here->fitsDevice());
        // As a card: what AdamW keeps, four numbers a parameter, lies there and no longer here.
        const auto there = counted(e, 1, "torch:cpu");
        QCOMPARE(there.ok(), bool(HARELOOM_HAS_TORCH));
        if (there) {
            QVERIFY(there->deviceLeastBytes >= 4 * weights && there->deviceBytes >= there->deviceLeastBytes);
            QVERIFY(there->memoryBytes < here->memoryBytes);
            Estimate small = *there;
            small.deviceFreeBytes = there->deviceLeastBytes;
            QVERIFY(small.fitsDevice());
            small.deviceFreeBytes -= 1;
            QVERIFY(!small.fitsDevice());
        } else {
            QVERIFY2(there.error().message.find("need Hareloom's LibTorch library") != std::string::npos,
                     there.error().message.c_str());
        }
    }

    void theDiskThatItNeedsIsForeseen()
    {
        const Experiment e = experiment();
        const auto foreseen = estimate(e, {.threads = 1, .stop = {}});
        QVERIFY(foreseen && foreseen->seconds > 0);
        const QString name = path("foreseen.hareloom");
        recorded(e, name);
        double left = static_cast<double>(QFileInfo(name).size());
        QDirIterator files(name + ".models", QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            left += static_cast<double>(QFileInfo(files.next()).size());
        QVERIFY2(foreseen->diskBytes > left / 2 && foreseen->diskBytes < left * 2,
                 qPrintable(QString("%1 for %2").arg(foreseen->diskBytes).arg(left)));
    }

    void theTimeOfATextIsThatOfItsPhases()
    {
        const auto plan = RunPlan::make(experiment("{}", "'epochs': 3, 'keepBest': false"), "cpu");
        QVERIFY(plan);
        const Workload work = plan->workload();
        const TextSet& text = *work.source.text();
        const double tokens = 4 * 40 * 16, tests = 4.0 * static_cast<double>(text.test->ids.size());
        QVERIFY(text.training->length == 16 && !text.test->ids.empty());
        LanguagePace pace;
        QVERIFY(std::isnan(pace.seconds(work)));
        TrainingProgress told;
        told.phase = "training";
        told.tokensPerSecond = 1000;
        pace.hear(told);
        told.phase = "scoring";
        told.tokensPerSecond = 7;
        pace.hear(told);
        const double scoring = (tokens + tests) / 3000;
        QVERIFY(std::abs(pace.seconds(work) - (tokens * 3 / 1000 + tokens / (3000 / 3.0) + scoring)) < 1e-9);
        told.phase = "writing";
        told.tokensPerSecond = 500;
        pace.hear(told);
        QVERIFY(std::abs(pace.seconds(work) - (tokens * 3 / 1000 + tokens / 500 + scoring)) < 1e-9);
    }

    void aDivergedGenerationIsMarkedOrRefused()
    {
        Collector heard;
        Experiment e = experiment("{}", "'epochs': 30, 'clip': 0");
        e.model.of<NetworkSettings>().learningRate = 10;
        const auto end = run(e, heard, {}, {1, {}, "cpu"});
        if (!end)
            QVERIFY2(end.error().message.find("finite") != std::string::npos, end.error().message.c_str());
        else
            QVERIFY(!heard.all.back()->note.empty() ||
                    !std::isnan(heard.all.back()->metric("testPerplexity"))); // infinite is a number
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("another source") << QByteArray("source.kind") << QByteArray("normal");
        QTest::newRow("another family") << QByteArray("family") << QByteArray("gaussian");
        QTest::newRow("exact refit") << QByteArray("errors.statistical") << QByteArray("false");
        QTest::newRow("verifier") << QByteArray("policy.filter.keepWrong") << QByteArray("0.5");
        QTest::newRow("latent scale") << QByteArray("policy.lambda") << QByteArray("0.5");
        QTest::newRow("held out") << QByteArray("evaluation.heldOut") << QByteArray("10");
        QTest::newRow("metric of numbers")
            << QByteArray("evaluation.metrics") << QByteArray("[\"variance\"]");
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        Experiment e = experiment();
        const auto set = setField(e, path.toStdString(), value.toStdString());
        const auto valid = set ? validate(e) : set;
        QVERIFY(!valid && valid.error().message.find("allowed") != std::string::npos);
    }

    void aMissingBaseOrPhraseIsOneSentence()
    {
        Collector heard;
        Experiment e = experiment();
        e.model.of<LanguageSettings>().base = "/nowhere";
        const auto noBase = run(e, heard, {}, {1, {}, "cpu"});
        QVERIFY(!noBase && noBase.error().message.starts_with("model.base: found"));
        e = experiment();
        e.source.blockTokens = 65; // of 128 positions: no room for a block behind a block
        const auto tooLong = run(e, heard, {}, {1, {}, "cpu"});
        QVERIFY(!tooLong &&
                tooLong.error().message.starts_with("source.blockTokens: found 65, allowed: at most 64"));
        e = experiment();
        e.evaluation.prompts = {"@a phrase that is nowhere"};
        const auto noPhrase = run(e, heard, {}, {1, {}, "cpu"});
        QVERIFY(!noPhrase && noPhrase.error().message.starts_with("evaluation.prompts: found"));
    }
};

QTEST_GUILESS_MAIN(LanguageChainTest)
#include "LanguageChainTest.moc"
