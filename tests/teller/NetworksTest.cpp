// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/TextTeller.h"
#include "tests/TestProgram.h"
#include "tests/teller/Chains.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace hareloom;
using namespace hareloom::told;

namespace {

/// A model of which nothing is known but what it wrote.
class Writer final : public Snapshot
{
public:
    explicit Writer(std::vector<std::string> answers)
    {
        m_texts.prompts.resize(answers.size());
        m_texts.answers = std::move(answers);
    }
    std::string_view kind() const override { return "writer"; }
    const WrittenTexts* texts() const override { return &m_texts; }
    nlohmann::json toJson(bool) const override { return {}; }

private:
    WrittenTexts m_texts;
};

using Values = std::vector<std::pair<const char*, double>>;

Teller heardOf(const std::string& family, const std::vector<std::string>& names, const std::vector<Values>& links,
               const Policy& policy = {})
{
    Experiment experiment = experimentOf(family, 10);
    experiment.policy = policy;
    Teller teller(runOf(experiment, names));
    for (std::size_t g = 0; g < links.size(); ++g) {
        auto generation = link(static_cast<int>(g), std::make_shared<Writer>(std::vector<std::string>()), 1000);
        for (const auto& [metric, value] : links[g])
            measure(*generation, metric, value);
        teller.add(generation);
    }
    return teller;
}

} // namespace

class NetworksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLostClassIsToldByName()
    {
        const Teller teller = heardOf("image", {"shirt", "trousers"},
                                      {{{"classShare[0]", 0.98}, {"classShare[1]", 0.02}},
                                       {{"classShare[0]", 0.999}, {"classShare[1]", 0.001}},
                                       {{"classShare[0]", 1}, {"classShare[1]", 0.0009}}});
        QCOMPARE(keysOf(teller.events()), QStringList{"classLost@2"});
        QCOMPARE(sentence(teller.events()[0]), "Generation 2: class “trousers” is lost: fewer than 1 image in 1000 "
                                               "is taken for it.");
        QCOMPARE(reason(teller.events()[0]), "In generation 0 it had 2% of the images. What one network seldom "
                                             "draws, the next one seldom sees.");
    }

    void aClassThatGenerationZeroHardlyDrewIsNotLost()
    {
        QVERIFY(heardOf("image", {}, {{{"classShare[0]", 0.0005}}, {{"classShare[0]", 0}}}).events().empty());
    }

    void imagesThatGrewAlikeAreToldOnce()
    {
        const Teller teller =
            heardOf("image", {}, {{{"latentStd", 0.8}}, {{"latentStd", 0.39}}, {{"latentStd", 0.3}}});
        QCOMPARE(keysOf(teller.events()), QStringList{"imagesAlike@1"});
        QCOMPARE(sentence(teller.events()[0]), "Generation 1: the images vary less than half as much as generation "
                                               "0's: their spread is 0.39, and was 0.8.");
        QCOMPARE(sentence(teller.summary()[0]),
                 "The images' spread is 0.3 in generation 2; it was 0.8 in generation 0.");
        Policy mixed;
        mixed.realShare = 0.1;
        QVERIFY(reason(heardOf("image", {}, {{{"latentStd", 0.8}}, {{"latentStd", 0.3}}}, mixed).events()[0]).isEmpty());
    }

    void aTopicThatNobodyWritesOfIsToldByName()
    {
        const Teller teller = heardOf("language", {"church", "hare"},
                                      {{{"topicShare[0]", 0.5}, {"topicShare[1]", 0.1}},
                                       {{"topicShare[0]", 0.9}, {"topicShare[1]", 0}}});
        QCOMPARE(sentence(teller.events()[0]), "Generation 1: no block speaks of “hare” any more.");
        QCOMPARE(reason(teller.events()[0]), "In generation 0, 10% of the blocks did.");
    }

    void tokensAreToldAtMilestones()
    {
        const Teller teller = heardOf("language", {},
                                      {{{"survivingTokens", 1000}},
                                       {{"survivingTokens", 750}},
                                       {{"survivingTokens", 740}},
                                       {{"survivingTokens", 600}}});
        QCOMPARE(keysOf(teller.events()), QStringList{"tokensLost@2"});
        QCOMPARE(sentence(teller.events()[0]), "Generation 2: 740 different tokens of the real text are still "
                                               "written; generation 0 wrote 1000.");
    }

    void aPhraseThatLoopsIsToldWithItsWords()
    {
        Teller teller(runOf(experimentOf("language", 2)));
        teller.add(link(0, std::make_shared<Writer>(std::vector<std::string>{"It was built in stone. It is old."})));
        teller.add(link(1, std::make_shared<Writer>(std::vector<std::string>{
                               "Fine.", "It was built in 1913. It was built in 1913. It was built in 1913."})));
        QCOMPARE(keysOf(teller.events()), QStringList{"phraseLoops@1"});
        QCOMPARE(sentence(teller.events()[0]),
                 "Generation 1: the answer to prompt 2 says “It was built in 1913” 3 times.");
        QCOMPARE(reason(teller.events()[0]), "A model that learns from such text learns to repeat.");
    }

    void twiceIsNoLoop()
    {
        QCOMPARE(mostRepeated("It was built in 1913. It was built in 1913.").count, 2);
        QCOMPARE(mostRepeated("Nothing is said again here.").count, 0);
    }

    void networksHaveNoMarks()
    {
        const Teller teller = heardOf("image", {},
                                      std::vector<Values>(9, {{"tailMass", 0}, {"variance", 0}}));
        QVERIFY(!teller.early() && !teller.late());
    }
};

HARELOOM_TEST(NetworksTest)
#include "NetworksTest.moc"
