// SPDX-License-Identifier: GPL-3.0-or-later
// Whole chains of n-gram models on a small text.
#include "core/family/RealValues.h"
#include "core/prediction/Predictions.h"
#include "core/recipe/Families.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "core/theory/DiscreteTheory.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/metrics/Close.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace hareloom;

namespace {

/// Twenty different words and more, some far more frequent than others, in 40 paragraphs.
QByteArray smallText()
{
    static const char* const kWords[] = {"the",   "hare", "tower", "of",    "a",   "river", "moth",
                                         "and",   "bell", "was",   "in",    "old", "nave",  "lamp",
                                         "comet", "pope", "rat",   "ox",    "by",  "sea",   "stone",
                                         "oak",   "wren", "yew",   "apple", "is"};
    QByteArray text;
    Rng rng(4);
    for (int paragraph = 0; paragraph < 40; ++paragraph) {
        for (int i = 0; i < 12; ++i) {
            const double u = rng.uniform();
            text += QByteArray(i == 0 ? "" : " ") + kWords[static_cast<std::size_t>(26 * u * u)];
        }
        text += "\n\n";
    }
    return text;
}

double mean(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// Whether the mean of independent values agrees with `expected`: within 5.5 of its standard errors, a false
/// alarm in 4e-8 as far as the mean of so many bounded values is normal.
bool agrees(const std::vector<double>& values, double expected)
{
    const double m = mean(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - m) * (value - m);
    const auto n = static_cast<double>(values.size());
    const double error = std::sqrt(squares / (n - 1) / n);
    if (!(std::abs(m - expected) <= 5.5 * error))
        qWarning() << "mean" << m << "+-" << error << ", expected" << expected;
    return std::abs(m - expected) <= 5.5 * error;
}

} // namespace

class NGramChainTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// `rest`: of the experiment, after a comma.
    Experiment onSmallText(const QByteArray& model, const QByteArray& rest) const
    {
        const QByteArray path = m_folder.filePath("small.txt").toUtf8();
        return experimentOf(
            "{\"family\": \"ngram\", \"source\": {\"kind\": \"text\", \"blockTokens\": 8, \"path\": \"" +
            path + "\"}, \"model\": {" + model + "}, " + rest + "}");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_folder.filePath("small.txt"));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(smallText()) > 1000);
    }

    // 300 chains of 20 generations, looked at every fourth: 11 comparisons, a false alarm in 11 * 4e-8 =
    // 5e-7.
    void orderOneIsTheDiscreteChain()
    {
        const Experiment e = onSmallText(
            R"("order": 1)",
            R"("samples": {"size": 0}, "generations": 20, "chains": 300, "seed": 3, "evaluation": {"metrics": ["tokenHeterozygosity", "survivingTokens"]})");
        const auto diversity = predict(e, "tokenHeterozygosity"), survivors = predict(e, "survivingTokens");
        QVERIFY(diversity && diversity->exact && survivors);
        const Collected run = collected(e, 2);
        QVERIFY(
            isClose(run.values(0, "tokenHeterozygosity")[0], diversity->values[0], 1e-9)); // all of the text
        for (int g = 0; g <= 20; g += 4) {
            const auto at = static_cast<std::size_t>(g);
            QVERIFY(agrees(run.values(g, "survivingTokens"), survivors->values[at]));
            if (g > 0)
                QVERIFY(agrees(run.values(g, "tokenHeterozygosity"), diversity->values[at]));
        }
        // What is compared has moved by far more than chance moves it.
        QVERIFY(diversity->values[20] < 0.98 * diversity->values[0] &&
                survivors->values[20] < 0.8 * survivors->values[0]);
    }

    void theoryKeepsSilentWhereItDoesNotHold_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("order 2") << QByteArray(R"("order": 2)") << QByteArray(R"("generations": 3)");
        QTest::newRow("add k") << QByteArray(R"("order": 1, "addK": 0.1)")
                               << QByteArray(R"("generations": 3)");
        QTest::newRow("greedy") << QByteArray(R"("order": 1, "greedy": true)")
                                << QByteArray(R"("generations": 3)");
        QTest::newRow("cold") << QByteArray(R"("order": 1, "temperature": 0.5)")
                              << QByteArray(R"("generations": 3)");
        QTest::newRow("a part of the text")
            << QByteArray(R"("order": 1)") << QByteArray(R"("generations": 3, "samples": {"size": 20})");
        QTest::newRow("real text mixed in")
            << QByteArray(R"("order": 1)") << QByteArray(R"("generations": 3, "policy": {"realShare": 0.1})");
    }
    void theoryKeepsSilentWhereItDoesNotHold()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, rest);
        for (const char* metric : {"tokenHeterozygosity", "survivingTokens"})
            QVERIFY(!predict(onSmallText(model, rest), metric));
    }

    void orderOneDoesNotHearItsPrompt()
    {
        const char* rest =
            R"("generations": 3, "evaluation": {"metrics": ["survivingTokens", "tokenHeterozygosity", "distinct2"]})";
        const Collected with = collected(onSmallText(R"("order": 1)", rest)),
                        without = collected(onSmallText(R"("order": 1, "prompted": false)", rest));
        for (std::size_t g = 0; g < with.generations.size(); ++g)
            for (const char* metric : {"survivingTokens", "tokenHeterozygosity", "distinct2"})
                QCOMPARE(with.generations[g]->metric(metric), without.generations[g]->metric(metric));
    }

    void whatIsShownIsWhatWasWritten()
    {
        const auto run = collected(onSmallText(
            R"("order": 3)",
            R"("generations": 2, "evaluation": {"metrics": ["firstModelPerplexity"], "prompts": ["the old"]})"));
        for (const GenerationPtr& each : run.generations) {
            const WrittenTexts& texts = *each->snapshot->texts();
            QCOMPARE(texts.passages.size(), std::size_t{20});
            QCOMPARE(texts.prompts, std::vector<std::string>{"the old"});
            QVERIFY(!texts.answers.at(0).empty() && texts.kinds.empty());
            QCOMPARE(std::ssize(texts.firstNats),
                     each->sampleRows > 0 ? each->sampleRows : run.generations[0]->realRows);
            QVERIFY(std::none_of(texts.passagePrompts.begin(), texts.passagePrompts.end(),
                                 [](const std::string& text) { return text.empty(); }));
        }
        // A greedy model, or one that begins anew, has no prompts to show.
        const auto alone = collected(onSmallText(R"("order": 3, "prompted": false)", R"("generations": 1)"));
        QCOMPARE(alone.generations[1]->snapshot->texts()->passagePrompts.at(0), std::string());
    }

    // A resumed chain goes on to the same bytes, whichever models a session kept.
    void aResumedChainIsTheSame_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::newRow("replace") << QByteArray("{}");
        QTest::newRow("accumulate") << QByteArray(R"({"pool": "all"})");
        QTest::newRow("prompted by its training") << QByteArray(R"({"prompts": "training"})");
        QTest::newRow("prompted by its training, with real text")
            << QByteArray(R"({"prompts": "training", "realShare": 0.2})");
        QTest::newRow("control") << QByteArray(R"({"pool": "first"})");
        QTest::newRow("real and previous") << QByteArray(R"({"realShare": 0.2, "betaPrevious": 0.3})");
    }
    void aResumedChainIsTheSame()
    {
        QFETCH(QByteArray, policy);
        const Experiment e = onSmallText(
            R"("order": 3, "addK": 0.05, "topP": 0.95)",
            R"("generations": 5, "chains": 2, "evaluation": {"metrics": ["testPerplexity", "firstModelPerplexity", "survivingTokens", "knownNgrams", "conditionalEntropyNats"], "prompts": ["the old"]}, "policy": )" +
                policy);
        const auto whole = collected(e);
        std::vector<GenerationPtr> kept;
        for (const GenerationPtr& each : whole.generations) {
            if (each->index > 2)
                continue;
            auto read = std::make_shared<Generation>(*each);
            read->snapshot = *snapshotFromJson(toJson(*each->snapshot));
            QVERIFY(toJson(*read->snapshot) == toJson(*each->snapshot));
            kept.push_back(std::move(read));
        }
        const auto resumed = collected(e, 2, kept);
        std::vector<GenerationPtr> all = kept;
        all.insert(all.end(), resumed.generations.begin(), resumed.generations.end());
        sortLinks(all);
        QCOMPARE(difference(all, whole.generations), QString());
    }

    void withoutAddedCountsRealTextIsInfinitelyUnlikely()
    {
        const char* rest = R"("generations": 1, "evaluation": {"metrics": ["testPerplexity"]})";
        const auto sure = collected(onSmallText(R"("order": 3)", rest)),
                   careful = collected(onSmallText(R"("order": 3, "addK": 0.1)", rest));
        QVERIFY(std::isinf(sure.generations[0]->metric("testPerplexity")));
        const double perplexity = careful.generations[0]->metric("testPerplexity");
        QVERIFY(std::isfinite(perplexity) && perplexity > 1);
    }

    void piecesWordsAndCharacters()
    {
        for (const auto& [units, text] :
             {std::pair("pieces", "the"), std::pair("words", "the"), std::pair("characters", "t")}) {
            const auto run =
                collected(onSmallText("\"units\": \"" + QByteArray(units) + '"',
                                      R"("generations": 1, "evaluation": {"metrics": ["survivingTokens"]})"));
            QVERIFY(run.generations[1]->metric("survivingTokens") > 10);
            const auto& passages = run.generations[1]->snapshot->texts()->passages;
            QVERIFY(std::any_of(passages.begin(), passages.end(), [&](const std::string& passage) {
                return passage.find(text) != std::string::npos;
            }));
        }
    }

    // What resources/presets/ngram-one-sentence.json tells.
    void aTextEndsAsOneSentence()
    {
        Experiment e = *loadPreset("ngram-one-sentence");
        e.generations = 150;
        const Collected run = collected(e, 2);
        const auto series = [&](int chain, const char* metric) {
            std::vector<double> values;
            for (const GenerationPtr& each : run.generations)
                if (each->chain == chain)
                    values.push_back(each->metric(metric));
            return values;
        };
        const auto entropy = series(0, "conditionalEntropyNats"), kept = series(1, "conditionalEntropyNats");
        const auto end = std::find(entropy.begin(), entropy.end(), 0.0) - entropy.begin();
        QVERIFY2(end >= 80 && end <= 100, qPrintable(QString::number(end)));
        QVERIFY(std::all_of(entropy.begin() + end, entropy.end(), [](double nats) { return nats == 0; }));
        QCOMPARE(series(0, "survivingTokens")[150], 12.0);
        QCOMPARE(series(0, "knownNgrams")[150], 12.0); // each word has its one place in the sentence
        QVERIFY(kept[150] > 0.9 * kept[30] && series(1, "survivingTokens")[150] > 0.5 * 2099);
        for (const GenerationPtr& each : run.generations)
            QVERIFY(each->chain == 1 || each->index == 0 || each->realRows == 0);
    }

    // What resources/presets/rescue-text.json tells.
    void realTextRescuesAText()
    {
        const Collected run = collected(*loadPreset("rescue-text"), 2);
        const auto at = [&](int generation, std::size_t variant, const char* metric) {
            return run.values(generation, metric)[variant];
        };
        const double real = realValueOf(run.generations[0]->snapshot, "survivingTokens");
        const double left = at(39, 0, "survivingTokens");
        QVERIFY(left < 0.25 * real);
        QVERIFY(at(39, 0, "repeatedShare") > 0.1 && at(60, 0, "repeatedShare") > 0.5);
        QVERIFY(at(45, 2, "survivingTokens") > 2 * left && at(60, 2, "survivingTokens") > 2 * left);
        QVERIFY(at(60, 1, "repeatedShare") < at(39, 1, "repeatedShare")); // the repetition is broken
        QVERIFY(at(60, 1, "survivingTokens") <= left && at(60, 1, "survivingTokens") > 0.9 * left);
    }

    // What resources/presets/ngram-orders.json tells.
    void aLongerMemoryLosesAsManyWords()
    {
        const Experiment e = *loadPreset("ngram-orders");
        const Collected run = collected(e, 2);
        const double real = realValueOf(run.generations[0]->snapshot, "survivingTokens");
        const auto first = run.values(0, "conditionalEntropyNats"), left = run.values(100, "survivingTokens");
        QCOMPARE(left.size(), std::size_t{4});
        for (std::size_t order = 0; order < 4; ++order) {
            QVERIFY(left[order] < 0.2 * real);
            QVERIFY(order == 0 || first[order] < first[order - 1]);
        }
        const auto variants = *expandVariants(e);
        const auto theory = predict(variants[0], "survivingTokens");
        QVERIFY(theory && std::abs(theory->values[100] - left[0]) < 0.1 * theory->values[100]);
        QVERIFY(!predict(variants[1], "survivingTokens"));
    }

    // What resources/presets/ngram-devil.json and ngram-tang.json tell; their texts come with packages.
    void wordsOfRealTextsAreLost_data()
    {
        QTest::addColumn<QByteArray>("preset");
        QTest::addColumn<double>("most");  // of the real words that are left without real text
        QTest::addColumn<double>("least"); // ... that are left with a tenth of it
        QTest::newRow("devil") << QByteArray("ngram-devil") << 1.0 / 8 << 3.0 / 8;
        QTest::newRow("tang") << QByteArray("ngram-tang") << 1.0 / 6 << 1.0 / 2;
    }
    void wordsOfRealTextsAreLost()
    {
        QFETCH(QByteArray, preset);
        QFETCH(double, most);
        QFETCH(double, least);
        const Experiment e = *loadPreset(preset.toStdString());
        const Collected run = collected(e, 2);
        const double real = realValueOf(run.generations[0]->snapshot, "survivingWords");
        const auto left = run.values(static_cast<int>(e.generations), "survivingWords");
        QCOMPARE(left.size(), std::size_t{2});
        QVERIFY2(left[0] < most * real && left[1] > least * real && left[1] > 3 * left[0],
                 qPrintable(QString("%1 and %2 of %3").arg(left[0]).arg(left[1]).arg(real)));
    }

    void refusalsSayWhatToDo()
    {
        QVERIFY(failureOf(onSmallText(R"("units": "pieces", "tokenizer": "nowhere")", R"("generations": 1)"))
                    .contains("model.tokenizer is \"nowhere\". It must be field-guide"));
        QVERIFY(refusalOf(R"({"family": "ngram", "model": {"order": 7}})").contains("model.order"));
        QVERIFY(refusalOf(R"({"family": "ngram", "source": {"kind": "text"}})").contains("no text is named"));
    }
};

HARELOOM_TEST(NGramChainTest)
#include "NGramChainTest.moc"
