// SPDX-License-Identifier: GPL-3.0-or-later
// What resources/presets/church-quick.json tells, on two of its variants with its own seed, and lexicon-quick.json; the metrics
// that nothing is told of are left out. Other seeds, and what a reader sees in it, are in docs/language-chains.md.
#include "core/families/language/LanguageSnapshot.h"
#include "core/family/RealValues.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/neural/Runs.h"

#include <QtTest>

#include <map>

using namespace hareloom;
using namespace hareloom::runs;

namespace {

/// The variant's metrics by generation.
using Values = std::map<std::string, std::vector<double>>;

Values valuesOf(const Experiment& experiment)
{
    Collector heard;
    if (const auto end = run(experiment, heard, {}, {2, {}, "cpu"}); !end)
        qFatal("%s", end.error().message.c_str());
    Values values;
    for (const GenerationPtr& generation : heard.all)
        for (const MetricValue& metric : generation->metrics)
            values[*metric.name].push_back(metric.value);
    values["real words"] = {realValueOf(heard.all.front()->snapshot, "survivingWords")};
    return values;
}

Values valuesOf(const char* variant)
{
    Experiment preset = *loadPreset("church-quick");
    preset.evaluation.metrics = {"effectiveTopics", "survivingWords", "repeatedShare", "testPerplexity"};
    const auto variants = expandVariants(preset);
    const auto found = std::find_if(preset.variants.begin(), preset.variants.end(),
                                    [variant](const Variant& each) { return each.title == variant; });
    if (!variants || found == preset.variants.end())
        qFatal("the preset has no variant %s", variant);
    return valuesOf((*variants)[static_cast<std::size_t>(found - preset.variants.begin())]);
}

int falls(const std::vector<double>& values)
{
    int count = 0;
    for (std::size_t g = 1; g < values.size(); ++g)
        count += values[g] < values[g - 1];
    return count;
}

} // namespace

class LanguagePresetsTest : public QObject
{
    Q_OBJECT

    Values m_loop;

private Q_SLOTS:
    void initTestCase() { m_loop = valuesOf("The loop"); }

    void topicsAndWordsGo()
    {
        const auto& topics = m_loop.at("effectiveTopics");
        QCOMPARE(topics.size(), std::size_t{10});
        QVERIFY2(topics[9] <= topics[0] / 4, qPrintable(QString("%1 of %2").arg(topics[9]).arg(topics[0])));
        QVERIFY(falls(topics) >= 7);
        QVERIFY(falls(m_loop.at("survivingWords")) >= 8);
        QVERIFY(m_loop.at("testPerplexity")[9] > m_loop.at("testPerplexity")[0]);
        QVERIFY(m_loop.at("repeatedShare")[9] > 3 * m_loop.at("repeatedShare")[0]);
    }

    void aLexiconLosesItsWords()
    {
        Experiment lexicon = *loadPreset("lexicon-quick");
        lexicon.evaluation.metrics = {"survivingWords", "testPerplexity"};
        const Values values = valuesOf(lexicon);
        const auto& words = values.at("survivingWords");
        const double real = values.at("real words").front();
        QCOMPARE(words.size(), std::size_t{7});
        QVERIFY2(words[0] < 0.4 * real && words[6] < 0.2 * real && falls(words) == 6,
                 qPrintable(QString("%1, then %2 of %3").arg(words[0]).arg(words[6]).arg(real)));
        QVERIFY(values.at("testPerplexity")[6] > values.at("testPerplexity")[0]);
    }

    // "In generation 1 the order is that of the list ... less than a third of the words that are left by chance."
    void theNearerToTheLikeliestTheFewerWords()
    {
        Experiment decoding = *loadPreset("church-decoding");
        decoding.generations = 1;
        decoding.evaluation.metrics = {"survivingWords", "effectiveTopics"};
        const auto variants = expandVariants(decoding);
        QVERIFY(variants);
        std::vector<double> words, topics;
        for (const Experiment& variant : *variants) {
            const Values values = valuesOf(variant);
            words.push_back(values.at("survivingWords").at(1));
            topics.push_back(values.at("effectiveTopics").at(1));
        }
        QVERIFY(std::is_sorted(words.rbegin(), words.rend()) && std::is_sorted(topics.rbegin(), topics.rend()));
        QVERIFY2(words.back() < words.front() / 3, qPrintable(QString("%1 of %2").arg(words.back()).arg(words.front())));
    }

    // "... hardly further from real text than the first ones did ... rises in every generation": on this seed 1.817 to 1.819
    // where texts are replaced, 1.817 to 1.905 where all are kept.
    void keptTextsMeanMoreStepsAwayFromTheBase()
    {
        Experiment preset = *loadPreset("church-accumulate");
        preset.evaluation.metrics = {"testPerplexity"};
        const auto variants = expandVariants(preset);
        QVERIFY(variants);
        const auto replaced = valuesOf(variants->at(0)).at("testPerplexity"),
                   kept = valuesOf(variants->at(1)).at("testPerplexity");
        QVERIFY(kept.size() == 5 && kept[0] == replaced[0]);
        QVERIFY(std::is_sorted(kept.begin(), kept.end()));
        QVERIFY2(kept[4] > 1.02 * kept[0] && replaced[4] < 1.01 * replaced[0],
                 qPrintable(QString("%1, %2").arg(kept[4]).arg(replaced[4])));
    }

    void aTenthOfRealTextKeepsTopics()
    {
        const double with = valuesOf("A tenth real").at("effectiveTopics").at(9);
        const double without = m_loop.at("effectiveTopics").at(9);
        QVERIFY2(with >= 2 * without, qPrintable(QString("%1 and %2").arg(with).arg(without)));
    }
};

HARELOOM_TEST(LanguagePresetsTest)
#include "LanguagePresetsTest.moc"
