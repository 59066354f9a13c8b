// SPDX-License-Identifier: GPL-3.0-or-later
// Language chains from end to end, with a tiny model and vocabulary made here: runs, sessions, resuming.
#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguagePace.h"
#include "core/families/language/LanguageSettings.h"
#include "core/families/language/LanguageSnapshot.h"
#include "core/family/NetworkSettings.h"
#include "core/family/RealValues.h"
#include "core/forecast/Estimate.h"
#include "core/forecast/RunPlan.h"
#include "core/store/Checkpoints.h"
#include "core/store/Export.h"
#include "core/store/Session.h"
#include "core/text/BpeTraining.h"
#include "core/text/FieldGuide.h"
#include "core/text/TextSet.h"
#include "tests/TestProgram.h"
#include "tests/neural/NetworkChainTest.h"

#include <QDir>
#include <QDirIterator>
#include <cmath>

using namespace hareloom;
using namespace hareloom::runs;

namespace {

const LanguageSnapshot& textOf(const GenerationPtr& generation)
{
    return *asLanguage(*generation->snapshot);
}

} // namespace

class LanguageChainTest : public NetworkChainTest
{
    Q_OBJECT

    // One hidden layer of 32 on a vocabulary of 400: it learns next to nothing, in no time.
    QString base(const char* name, float scale = 1) const
    {
        const std::string text = FieldGuide::standard().write(7, 0, 60);
        const auto tokenizer = trainTokenizer(text, {.size = 400});
        if (!tokenizer)
            qFatal("%s", tokenizer.error().message.c_str());
        LanguageArchitecture a;
        a.vocabulary = (*tokenizer)->size();
        a.positions = 128;
        a.hidden = 32;
        a.layers = 1;
        a.heads = 2;
        a.ffn = 64;
        auto weights = std::make_shared<std::vector<float>>(*initialWeights(a, 3));
        for (float& weight : *weights)
            weight *= scale;
        const std::string folder = path(name).toStdString();
        if (!(*tokenizer)->save(folder) || !writeLanguageCheckpoint(folder, {a, weights}))
            qFatal("%s cannot be written", folder.c_str());
        return path(name);
    }

    std::string usualModel() const override { return "'epochs': 1"; }

    Experiment made(const std::string& policy, const std::string& model) const override
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

    // The variance of numbers as large as 1e25 is no longer a float: the first loss is not finite.
    Experiment wild() const override
    {
        Experiment e = experiment();
        e.model.of<LanguageSettings>().base = base("wild", 1e26F).toStdString();
        return e;
    }

    std::vector<std::string> saidOfWild() const override
    {
        return {"diverged in step 1 of 5", "learningRate (now 0.003)"};
    }

    std::vector<Row> loops() const override
    {
        return {{"replace", "{}", "'epochs': 1"},
                {"a tenth real", "{'realShare': 0.1}", "'epochs': 2"},
                {"accumulate", "{'pool': 'all'}", "'epochs': 1"},
                {"its training prompts it", "{'prompts': 'training', 'realShare': 0.1}", "'epochs': 1"},
                {"a pool prompts it", "{'prompts': 'training', 'pool': 'all', 'subsample': 40}", "'epochs': 1"},
                {"control", "{'prompts': 'training', 'pool': 'first'}", "'epochs': 1, 'writing': 'sampled'"},
                {"warm, sampled", "{}", "'start': 'warm', 'epochs': 1, 'writing': 'sampled', 'topP': 0.9"},
                {"greedy, penalised", "{}", "'epochs': 1, 'writing': 'greedy', 'repetitionPenalty': 2"}};
    }

    std::vector<Row> nonsense() const override
    {
        return {{"another source", "source.kind", "normal"},
                {"another family", "family", "gaussian"},
                {"exact refit", "errors.statistical", "false"},
                {"verifier", "policy.filter.keepWrong", "0.5"},
                {"latent scale", "policy.lambda", "0.5"},
                {"held out", "evaluation.heldOut", "10"},
                {"metric of numbers", "evaluation.metrics", "[\"variance\"]"}};
    }

    void compareModels(const Snapshot& a, const Snapshot& b) const override
    {
        QVERIFY(asLanguage(a)->view() == asLanguage(b)->view());
        QVERIFY(*asLanguage(a)->generated().blocks == *asLanguage(b)->generated().blocks);
    }

    std::vector<float> weightsOf(const Snapshot& model) const override
    {
        return *asLanguage(model)->weights();
    }

private Q_SLOTS:
    void initTestCase() { base("base"); }

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

    // Shumailov et al. 2024, main.py --generate: from generation 1 on a model goes on from the text that the one
    // before it wrote.
    void aModelGoesOnFromWhatItWasTrainedOn()
    {
        Collector training, real;
        QVERIFY(run(experiment("{'prompts': 'training'}"), training, {}, {2, {}, "cpu"}));
        QVERIFY(run(experiment("{'prompts': 'real'}"), real, {}, {2, {}, "cpu"}));
        const auto promptsOf = [](const Collector& heard, std::size_t g) {
            return textOf(heard.all[g]).view().passagePrompts;
        };
        QVERIFY(promptsOf(training, 0) == promptsOf(real, 0));
        for (std::size_t g = 1; g < 4; ++g) {
            QVERIFY(promptsOf(real, g) == promptsOf(real, 0));
            QVERIFY(promptsOf(training, g) == textOf(training.all[g - 1]).view().passages);
        }
        QVERIFY(textOf(training.all[0]).view().passages == textOf(real.all[0]).view().passages);
    }

    // What a window shows meanwhile: the first model's answers while it learns, then blocks as they are written.
    void theFirstModelIsSeenToLearnAndToWrite()
    {
        Collector heard;
        QVERIFY(run(experiment("{'prompts': 'training'}"), heard, {}, {2, {}, "cpu"}));
        std::vector<std::string> answers, passages;
        for (const SnapshotPtr& draft : heard.drafts) {
            QVERIFY(!draft->isComplete()); // to be looked at, not to be kept
            const WrittenTexts& texts = *draft->texts();
            QVERIFY(texts.answers.empty() != texts.passages.empty());
            QVERIFY(passages.empty() || texts.answers.empty());
            answers.insert(answers.end(), texts.answers.begin(), texts.answers.end());
            passages.insert(passages.end(), texts.passages.begin(), texts.passages.end());
            for (const std::string& prompt : texts.prompts)
                QCOMPARE(prompt, std::string("The parish church of"));
        }
        QVERIFY(!answers.empty() && !passages.empty());
        const auto& first = textOf(heard.all[0]).view();
        const auto place = std::find(first.passages.begin(), first.passages.end(), passages.front());
        QVERIFY(place != first.passages.end());
    }

    // A tenth is real, so that 36 blocks are wanted and there are 40 to go on from: a random choice of them.
    void whereFewerAreWantedPromptsAreAChoice()
    {
        Collector heard;
        QVERIFY(run(experiment("{'prompts': 'training', 'realShare': 0.1}"), heard, {}, {2, {}, "cpu"}));
        const auto& prompts = textOf(heard.all[1]).view().passagePrompts;
        const auto& before = textOf(heard.all[0]).view().passages;
        QCOMPARE(prompts.size(), std::size_t{36});
        const auto written = std::count_if(prompts.begin(), prompts.end(), [&before](const std::string& prompt) {
            return std::find(before.begin(), before.end(), prompt) != before.end();
        });
        QVERIFY(written >= 32 && written < 36); // of 4 real and 36 written blocks 4 were left out
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
        QVERIFY(more.phases.contains(TrainingPhase::Training)); // it lasts long enough to be told
        QVERIFY(more.all[0]->metric("testPerplexity") < 0.9 * little.all[0]->metric("testPerplexity"));
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
        told.phase = TrainingPhase::Training;
        told.tokensPerSecond = 1000;
        pace.hear(told);
        told.phase = TrainingPhase::Only;
        told.tokensPerSecond = 7;
        pace.hear(told);
        const double scoring = (tokens + tests) / 3000;
        QVERIFY(std::abs(pace.seconds(work) - (tokens * 3 / 1000 + tokens / (3000 / 3.0) + scoring)) < 1e-9);
        told.phase = TrainingPhase::Writing;
        told.tokensPerSecond = 500;
        pace.hear(told);
        QVERIFY(std::abs(pace.seconds(work) - (tokens * 3 / 1000 + tokens / 500 + scoring)) < 1e-9);
    }

    // Steps of 10 ruin every weight, but norms keep each loss finite: the chain goes on and its numbers say
    // it.
    void aRuinedModelIsMeasured()
    {
        Collector heard;
        Experiment e = experiment("{}", "'epochs': 30, 'clip': 0");
        e.model.of<NetworkSettings>().learningRate = 10;
        const auto end = run(e, heard, {}, {1, {}, "cpu"});
        QVERIFY2(end.ok(), end ? "" : end.error().message.c_str());
        QCOMPARE(heard.all.size(), std::size_t{4});
        for (const GenerationPtr& generation : heard.all) {
            QVERIFY2(generation->note.empty(), generation->note.c_str());
            QVERIFY(generation->metric("testPerplexity") > 1e6);
        }
    }

    void aMissingBaseOrPhraseIsOneSentence()
    {
        Collector heard;
        Experiment e = experiment();
        e.model.of<LanguageSettings>().base = "/nowhere";
        const auto noBase = run(e, heard, {}, {1, {}, "cpu"});
        QVERIFY(!noBase && noBase.error().message.starts_with("model.base is \""));
        e = experiment();
        e.source.blockTokens = 65; // of 128 positions: no room for a block behind a block
        const auto tooLong = run(e, heard, {}, {1, {}, "cpu"});
        QVERIFY(!tooLong &&
                tooLong.error().message.starts_with("source.blockTokens is 65. It must be at most 64,"));
        e = experiment();
        e.evaluation.prompts = {"@a phrase that is nowhere"};
        const auto noPhrase = run(e, heard, {}, {1, {}, "cpu"});
        QVERIFY(!noPhrase && noPhrase.error().message.starts_with("evaluation.prompts: \"@"));
    }
};

HARELOOM_TEST(LanguageChainTest)
#include "LanguageChainTest.moc"
