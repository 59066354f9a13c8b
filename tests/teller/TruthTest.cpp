// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Run.h"
#include "core/metrics/Discrete.h"
#include "core/metrics/Groups.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/teller/Chains.h"

#include <QRegularExpression>
#include <QtTest>

#include <cmath>
#include <random>

using namespace hareloom;

namespace {

double number(const Event& event, std::string_view name)
{
    const Argument& argument = argumentOf(event, name);
    if (const auto* count = std::get_if<std::int64_t>(&argument))
        return static_cast<double>(*count);
    return std::get<double>(argument);
}

/// One chain that really ran, and what is told of it.
struct Told
{
    std::vector<GenerationPtr> links;
    std::vector<Event> events;

    const Generation& at(int generation) const { return *links[static_cast<std::size_t>(generation)]; }
    double metric(int generation, const char* name) const { return at(generation).metric(name); }
    bool isAll(int from, int to, const std::function<bool(int)>& holds) const
    {
        for (int g = from; g <= std::min(to, static_cast<int>(std::ssize(links)) - 1); ++g)
            if (!holds(g))
                return false;
        return true;
    }
};

const char* const kFamilies[] = {
    R"("family":"gaussian","source":{"kind":"normal"},"evaluation":{"metrics":["mean","variance","tailMass"]})",
    R"("family":"kde","source":{"kind":"twoMoons"},"evaluation":{"metrics":["mean","variance","tailMass"]})",
    R"("family":"mixture","source":{"kind":"mixture"},"model":{"components":2},"evaluation":{"metrics":["mean","variance","tailMass","survivingGroups","groupVariance"]})",
    R"("family":"discrete","source":{"kind":"categories","weights":[9,5,3,2,1,1]},"evaluation":{"metrics":["survivingStates","rareSurvivors","heterozygosity"]})",
    R"("family":"discrete","source":{"kind":"zipf","states":60},"evaluation":{"metrics":["survivingStates","rareSurvivors","heterozygosity"]})",
    R"("family":"regression","source":{"kind":"linear"},"evaluation":{"metrics":["testError","residualVariance","mean","variance"]})"};
const char* const kPolicies[] = {"{}",
                                 R"({"realShare":0.1})",
                                 R"({"freshShare":0.2})",
                                 R"({"pool":"all"})",
                                 R"({"pool":"all","subsample":20})",
                                 R"({"pool":"first"})",
                                 R"({"betaPrevious":0.3})"};

const char* const kRescue =
    R"(,"events":[{"at":40,"set":{"policy.pool":"latest","policy.realShare":0.2,"policy.freshShare":0,"policy.subsample":0}}])";

Told tellOf(int seed)
{
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const QString json = QString(R"({%1,"policy":%2,"samples":{"size":%3},"generations":%4,"seed":%5%6})")
                             .arg(kFamilies[pick(6)], kPolicies[pick(7)])
                             .arg(10 + pick(50))
                             .arg(60 + pick(60))
                             .arg(seed)
                             .arg(seed % 5 == 0 ? kRescue : "");
    const Experiment experiment = experimentOf(json.toUtf8());
    Told told{collected(experiment).generations, {}};
    Teller teller(told::runOf(experiment));
    std::vector<Event> heard;
    for (const GenerationPtr& generation : told.links)
        for (const Event& event : teller.add(generation))
            heard.push_back(event);
    told.events = teller.events();
    const auto summary = teller.summary();
    if (heard.size() != told.events.size())
        qFatal("what add() returns is not what events() has");
    told.events.insert(told.events.end(), summary.begin(), summary.end());
    return told;
}

/// Whether the event holds by the metrics and models of the chain; each kind of sentence has its line.
bool isTrue(const Told& told, const Event& event)
{
    const int g = event.generation;
    const std::string key(event.key);
    const auto variance = [&](int i) { return told.metric(i, "variance"); };
    const auto fell = [&](double fraction) {
        return number(event, "now") == variance(g) && variance(g) < fraction * variance(0);
    };
    const auto lasts = [&](const char* metric, double fraction) {
        return g + 4 < std::ssize(told.links) && number(event, "now") == told.metric(g, metric) &&
               told.isAll(g, g + 4,
                          [&](int i) { return told.metric(i, metric) < fraction * told.metric(0, metric); });
    };
    const auto isBack = [&](const char* metric, double fraction) {
        return told.isAll(g - 4, g,
                          [&](int i) { return told.metric(i, metric) > fraction * told.metric(0, metric); });
    };
    const auto alive = [&](int i) {
        return survivingStates(told.at(i).snapshot->categorical()->probabilities);
    };
    if (key == "varianceHalf")
        return fell(0.5);
    if (key == "varianceTenth")
        return fell(0.1);
    if (key == "varianceHundredth")
        return fell(0.01);
    if (key == "variancePoint")
        return fell(1e-6);
    if (key == "varianceTwice")
        return variance(g) > 2 * variance(0);
    if (key == "varianceTenfold")
        return variance(g) > 10 * variance(0);
    if (key == "meanMoved" || key == "meanOfMoved")
        return number(event, "now") == told.at(g).metric(event.metric);
    if (key == "tailsGone")
        return told.metric(g, "tailMass") * number(event, "rows") < 0.05;
    if (key == "early.tail")
        return lasts("tailMass", 0.25);
    if (key == "early.rare")
        return lasts("rareSurvivors", 0.25);
    if (key == "early.groups")
        return lasts("survivingGroups", 1);
    if (key == "late.spread")
        return lasts("variance", 0.1);
    if (key == "late.states")
        return lasts("heterozygosity", 0.1);
    if (key == "late.groups")
        return lasts("survivingGroups", 0.5);
    if (key == "late.groupSpread")
        return lasts("groupVariance", 0.1);
    if (key == "early.tailBack")
        return isBack("tailMass", 0.5) && variance(g) > 0.5 * variance(0);
    if (key == "early.rareBack")
        return isBack("rareSurvivors", 0.5);
    if (key == "early.groupsBack")
        return isBack("survivingGroups", 0.99);
    if (key == "late.spreadBack")
        return isBack("variance", 0.2);
    if (key == "late.statesBack")
        return isBack("heterozygosity", 0.2);
    if (key == "late.groupSpreadBack")
        return isBack("groupVariance", 0.2);
    if (key == "kindLost" || key == "kindsLost" || key == "kindsFirst")
        return (told.at(g).snapshot->categorical()->probabilities.array() == 0 &&
                told.at(g - 1).snapshot->categorical()->probabilities.array() > 0)
            .any();
    if (key == "kindBack")
        return (told.at(g).snapshot->categorical()->probabilities.array() > 0 &&
                told.at(g - 1).snapshot->categorical()->probabilities.array() == 0)
            .any();
    if (key == "kindNew")
        return (told.at(g).snapshot->categorical()->probabilities.array() > 0 &&
                told.at(g - 1).snapshot->categorical()->probabilities.array() == 0 &&
                told.at(0).snapshot->categorical()->probabilities.array() == 0)
            .any();
    const auto kept = [&](int i) { // kinds of generation 0
        return double((told.at(0).snapshot->categorical()->probabilities.array() > 0 &&
                       told.at(i).snapshot->categorical()->probabilities.array() > 0)
                          .count());
    };
    if (key == "kindsBelow")
        return number(event, "left") == kept(g) && kept(g) < 0.75 * alive(0);
    if (key == "kindAlone")
        return told.isAll(g, 10'000, [&](int i) { return alive(i) == 1; });
    if (key == "kindAloneNow")
        return alive(g) == 1;
    if (key == "groupLost")
        return told.metric(g, "survivingGroups") < told.metric(0, "survivingGroups");
    if (key == "groupBack")
        return told.metric(g, "survivingGroups") > told.metric(g - 1, "survivingGroups");
    if (key == "quiet")
        return std::none_of(told.events.begin(), told.events.end(), [&](const Event& other) {
            return &other != &event && !other.key.starts_with("end.") && !other.key.starts_with("why.") &&
                   !other.key.starts_with("try.") && other.key != "quiet" &&
                   other.generation >= number(event, "from") && other.generation <= g;
        });
    if (key == "changed")
        return g == 40 && told.at(g).realRows > 0 && told.at(g).freshRows == 0;
    if (key == "end.variance")
        return number(event, "after") == variance(g) && number(event, "before") == variance(0);
    if (key == "testErrorTimes")
        return number(event, "now") == told.metric(g, "testError") &&
               told.metric(g, "testError") >= 10 * told.metric(0, "testError");
    if (key == "residualsHalf")
        return number(event, "now") == told.metric(g, "residualVariance") &&
               told.metric(g, "residualVariance") < 0.5 * told.metric(0, "residualVariance");
    if (key == "end.testError")
        return number(event, "after") == told.metric(g, "testError") &&
               number(event, "before") == told.metric(0, "testError");
    if (key.starts_with("end.kinds"))
        return number(event, "after") == kept(g);
    if (key.starts_with("end.groups"))
        return number(event, "after") == told.metric(g, "survivingGroups");
    return key.starts_with("why.") || key.starts_with("try.");
}

} // namespace

class TruthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Whatever random runs do, no sentence contradicts their metrics, and none has a place left open.
    void noSentenceContradictsTheMetricsOfRandomRuns()
    {
        QMap<QString, int> counts;
        for (int seed = 1; seed <= 200; ++seed) {
            const Told told = tellOf(seed);
            QVERIFY(told.events.size() <= Teller::kMost + 4);
            for (const Event& event : told.events) {
                const QString words = told::sentence(event) + ' ' + told::reason(event);
                QVERIFY2(isTrue(told, event), qPrintable(QString::number(seed) + ": " + words));
                QVERIFY2(!words.contains('{') && !words.contains("nan"), qPrintable(words));
                ++counts[QString::fromStdString(std::string(event.key))];
            }
        }
        // The runs are varied enough to make most of them speak.
        QVERIFY2(counts.size() >= 22, qPrintable(QStringList(counts.keys()).join(' ')));
    }

    void sameRunSameSentences()
    {
        for (int seed = 1; seed <= 10; ++seed) {
            const Told one = tellOf(seed), other = tellOf(seed);
            QCOMPARE(one.events.size(), other.events.size());
            for (std::size_t i = 0; i < one.events.size(); ++i)
                QCOMPARE(sentenceOf(one.events[i]), sentenceOf(other.events[i]));
        }
    }

    // Of a chain of 1,000 generations.
    void aThousandGenerationsAreAHandfulOfSentences()
    {
        const Experiment experiment = experimentOf(
            R"({"family":"gaussian","samples":{"size":100},"generations":1000,"seed":5,"evaluation":{"metrics":["mean","variance","tailMass"]}})");
        const auto links = collected(experiment).generations;
        Teller teller(told::runOf(experiment));
        for (const GenerationPtr& generation : links)
            teller.add(generation);
        QVERIFY(teller.events().size() >= 3);
        QVERIFY(teller.events().size() <= 15);
    }
};

HARELOOM_TEST(TruthTest)
#include "TruthTest.moc"
