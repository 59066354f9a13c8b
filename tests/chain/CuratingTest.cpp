// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/Curating.h"
#include "core/prediction/Predictions.h"
#include "core/recipe/ExperimentFields.h"
#include "core/theory/CurationTheory.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/metrics/Close.h"
#include "tests/models/Fits.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace hareloom;

namespace {

/// A policy with one taste.
QByteArray curated(const char* bestOf, const char* taste)
{
    return QByteArray(R"("policy": {"curation": {"bestOf": )") + bestOf + R"(, "tastes": [)" + taste + "]}}";
}

constexpr const char* kNear = R"({"reward": "near", "point": [2], "strength": 2})";

QString said(const QByteArray& rest)
{
    return refusalOf("{" + rest + "}");
}

} // namespace

class CuratingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rewardsAreTheirFormulas()
    {
        const Matrix rows{{0, 0}, {1, 2}, {3, -1}};
        Taste taste;
        taste.point = {1, 1};
        taste.strength = 3;
        QVERIFY(rewardsOf(taste, rows, {}).isApprox(Vector{{-3, -1.5, -12}}));
        taste.reward = Reward::Direction;
        QVERIFY(rewardsOf(taste, rows, {}).isApprox(Vector{{0, 9, 6}}));
        taste.reward = Reward::Classes;
        taste.classes = {1, 3};
        QVERIFY(rewardsOf(taste, rows.leftCols(1), {}).isApprox(Vector{{0, 3, 3}}));
        const RowReaders swapped{
            [](MatrixView all) { return std::vector<int>(static_cast<std::size_t>(all.rows()), 1); },
            nullptr};
        QVERIFY(rewardsOf(taste, rows, swapped).isApprox(Vector::Constant(3, 3.0)));
    }

    void theOddsOfACandidateAreItsExponential()
    {
        const Vector rewards{{0, std::log(2.0), std::log(5.0)}}; // 1 : 2 : 5
        QVERIFY(chosenBy(rewards, 0) == 0 && chosenBy(rewards, 0.124) == 0);
        QVERIFY(chosenBy(rewards, 0.126) == 1 && chosenBy(rewards, 0.374) == 1);
        QVERIFY(chosenBy(rewards, 0.376) == 2 && chosenBy(rewards, 0.999999) == 2);
        const double infinity = std::numeric_limits<double>::infinity();
        QCOMPARE(chosenBy(Vector{{-infinity, 3, -infinity}}, 0.5), Eigen::Index{1});
        QCOMPARE(chosenBy(Vector{{-infinity, -infinity}}, 0.75), Eigen::Index{1});
        QCOMPARE(chosenBy(Vector{{1e300, 0}}, 0.999), Eigen::Index{0});
    }

    void aRowIsOneOfItsCandidatesHoweverManyAreWanted()
    {
        Curation curation{4, {{}, {}}};
        curation.tastes[0].point = {1};
        curation.tastes[1].reward = Reward::Direction;
        curation.tastes[1].point = {-2};
        const DatasetPtr stream = tableOf(normalRows(4000, 1, 3));
        const auto all = curate(curation, stream, 1000, 8, {}, {}),
                   some = curate(curation, firstRows(stream, 400), 100, 8, {}, {});
        QVERIFY(all && some && (*all)->rows() == 1000);
        const auto kept = toMatrix(*all), few = toMatrix(*some), rows = toMatrix(stream);
        QVERIFY(kept->topRows(100) == *few);
        for (Eigen::Index r = 0; r < 1000; ++r)
            QVERIFY((rows->middleRows(4 * r, 4).array() == (*kept)(r, 0)).any());
        const auto other = curate(curation, stream, 1000, 9, {}, {});
        QVERIFY(*toMatrix(*other) != *kept);
    }

    // 40,000 rows of best of three: six standard errors, false alarm 4e-9 each.
    // Of each row's candidates the one that somebody picked; the rows after those are kept by chance.
    void whatSomebodyPickedIsKept()
    {
        const auto stream = tableOf(Vector::LinSpaced(4000, 0, 3999));
        Taste taste;
        taste.reward = Reward::Picks;
        taste.picks = {3, 0, 2};
        const auto kept = curate({4, {taste}}, stream, 1000, 7, {}, {});
        QVERIFY(kept);
        Matrix rows(1000, 1);
        (*kept)->read(0, rows);
        QVERIFY(rows(0, 0) == 3 && rows(1, 0) == 4 && rows(2, 0) == 10);
        std::array<int, 4> counts{};
        for (int r = 3; r < 1000; ++r)
            ++counts[static_cast<std::size_t>(rows(r, 0)) - 4 * static_cast<std::size_t>(r)];
        for (const int count :
             counts) // 249.25 expected, standard deviation 13.7: 5.5 of them, false alarm 2e-7
            QVERIFY2(std::abs(count - 249.25) < 75, qPrintable(QString::number(count)));
    }

    // Picks of every generation are changes of settings: from any generation on the numbers are the same
    // again.
    void aChainOfPicksGoesOnAsIfUninterrupted()
    {
        const Experiment e =
            experimentOf(R"({"family": "gaussian", "generations": 3, "samples": {"size": 50}, "events": [
            {"at": 1, "set": {"samples.size": 4, "policy.curation.bestOf": 3,
                              "policy.curation.tastes": [{"reward": "picks", "picks": [0, 1, 2, 0]}]}},
            {"at": 2, "set": {"policy.curation.tastes": [{"reward": "picks", "picks": [2, 2, 1, 0]}]}}]})");
        const auto whole = collected(e).generations;
        QCOMPARE(whole.size(), std::size_t(4));
        QCOMPARE(whole[1]->syntheticRows, std::int64_t(4));
        for (std::size_t cut = 1; cut < whole.size(); ++cut) {
            auto all =
                std::vector<GenerationPtr>(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(cut));
            const auto rest = collected(e, 1, all).generations;
            all.insert(all.end(), rest.begin(), rest.end());
            QCOMPARE(difference(all, whole), QString());
        }
        Experiment other = e;
        other.events[1].set.back().second = R"([{"reward": "picks", "picks": [2, 2, 1, 1]}])";
        const auto changed = collected(other).generations;
        QCOMPARE(difference(*changed[1], *whole[1]), QString());
        QVERIFY(difference(*changed[2], *whole[2]) != QString());
    }

    void whatIsKeptIsAsTheoryHasIt()
    {
        Curation curation{3, {{}}};
        curation.tastes[0].point = {1};
        curation.tastes[0].strength = 1.5;
        constexpr int kRows = 40'000;
        const auto kept =
            toMatrix(*curate(curation, tableOf(normalRows(3 * kRows, 1, 11)), kRows, 5, {}, {}));
        const NormalMoments expected =
            curatedNormal({0, 1}, 3, {{[](double x) { return -0.75 * (x - 1) * (x - 1); }, 1}});
        const double mean = kept->mean();
        const Eigen::ArrayXd squares = (kept->array() - mean).square();
        const double variance = squares.mean();
        QVERIFY(std::abs(mean - expected.mean) < 6 * std::sqrt(variance / kRows));
        QVERIFY(std::abs(variance - expected.variance) <
                6 * std::sqrt((squares - variance).square().mean() / kRows));
    }

    // 30,000 rows and two tastes of shares 3 : 1: the count of the first state is binomial, six deviations,
    // 2e-9.
    void tastesChooseByTheirShares()
    {
        Curation curation{2, {{}, {}}};
        for (std::size_t t = 0; t < 2; ++t) {
            curation.tastes[t].reward = Reward::Classes;
            curation.tastes[t].classes = {static_cast<int>(t)};
            curation.tastes[t].strength = 40; // as good as sure
        }
        curation.tastes[0].share = 3;
        Matrix stream(60'000, 1);
        for (Eigen::Index i = 0; i < stream.rows(); ++i)
            stream(i, 0) = static_cast<double>(i % 2);
        const auto kept = toMatrix(*curate(curation, tableOf(stream), 30'000, 5, {}, {}));
        QVERIFY(std::abs((kept->array() == 0).count() - 22'500.0) < 6 * std::sqrt(30'000 * 0.75 * 0.25));
    }

    void everyCandidateOfARowGoesOnFromItsPrompt()
    {
        const DatasetPtr prompts = tableOf(Matrix{{10}, {20}, {30}});
        const auto rows = toMatrix(promptsOfCandidates(prompts, 5, 2));
        QVERIFY(*rows == (Matrix(10, 1) << 10, 10, 20, 20, 30, 30, 10, 10, 20, 20).finished());
    }

    // The curve of infinitely many rows; 40 chains of 4,000 are within six standard errors of what chains
    // scatter, and a hundredth for what finitely many rows do. False alarm below 1e-7.
    void aChainFollowsTheCurve()
    {
        for (const char* bestOf : {"2", "8"}) {
            const Experiment experiment = experimentOf(
                QByteArray(
                    R"({"family": "gaussian", "samples": {"size": 4000}, "generations": 10, "chains": 40, )") +
                curated(bestOf, kNear) + "}");
            const Collected heard = collected(experiment, 2);
            for (const char* metric : {"mean[0]", "variance"}) {
                const auto theory = predict(experiment, metric);
                QVERIFY(theory && !theory->exact && theory->values.size() == 11);
                for (int g : {1, 3, 10}) {
                    const auto values = heard.values(g, metric);
                    double sum = 0, squares = 0;
                    for (const double v : values) {
                        sum += v;
                        squares += v * v;
                    }
                    const double mean = sum / 40, error = std::sqrt((squares / 40 - mean * mean) / 39);
                    const double expected = theory->values[static_cast<std::size_t>(g)];
                    QVERIFY2(std::abs(mean - expected) < 6 * error + 0.01 * std::abs(expected),
                             qPrintable(QStringLiteral("best of %1, %2 in %3: %4, expected %5")
                                            .arg(bestOf, metric)
                                            .arg(g)
                                            .arg(mean)
                                            .arg(expected)));
                }
            }
        }
    }

    void statesFollowTheCurve()
    {
        const Experiment experiment =
            experimentOf(R"({"family": "discrete", "source": {"kind": "categories", "weights": [4, 3, 2, 1]},
            "samples": {"size": 20000}, "generations": 6, "chains": 4, "evaluation": {"metrics": ["entropyNats", "heterozygosity"]},)" +
                         curated("4", R"({"reward": "classes", "classes": [1, 3], "strength": 0.7})") + "}");
        const Collected heard = collected(experiment);
        for (const char* metric : {"entropyNats", "heterozygosity"}) {
            const auto theory = predict(experiment, metric);
            QVERIFY(theory && !theory->exact);
            for (const double value :
                 heard.values(6, metric)) // of some 2e-3 deviations after six steps: more than ten of them
                QVERIFY(std::abs(value - theory->values[6]) < 0.03);
        }
        QVERIFY(!predict(experiment, "survivingStates"));
    }

    void othersHaveNoCurve()
    {
        QVERIFY(!predict(experimentOf(R"({"family": "kde", )" + curated("2", kNear) + "}"), "variance"));
        QVERIFY(!predict(
            experimentOf(
                R"({"family": "gaussian", "source": {"mean": [0, 0], "covariance": [[1, 0], [0, 1]]}, )" +
                curated("2", R"({"reward": "near", "point": [0, 0]})") + "}"),
            "variance"));
        QVERIFY(!predict(experimentOf(R"({"family": "gaussian", )" + curated("2", kNear) + "}"), "risk"));
    }

    void wordsAreLiked()
    {
        const auto run = [](const char* bestOf) {
            return collected(experimentOf(
                QByteArray(
                    R"({"family": "ngram", "source": {"kind": "text", "path": "devils-dictionary"}, "samples": {"size": 400},
                "generations": 4, "evaluation": {"metrics": ["survivingTokens"]}, )") +
                curated(bestOf, R"({"reward": "words", "words": ["Money", "king"], "strength": 30})") + "}"));
        };
        const auto liked = run("6");
        QCOMPARE(liked.generations.size(), std::size_t{5});
        QVERIFY(difference(*liked.generations[1], *run("2").generations[1]) != QString());
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("says");
        const auto row = [](QByteArray rest, const char* says) { QTest::newRow(rest.constData()) << says; };
        const QByteArray
            gaussian = R"("family": "gaussian", )",
            states = R"("family": "discrete", "source": {"kind": "zipf"}, "evaluation": {"metrics": []}, )";
        row(gaussian + curated("2", kNear), "");
        row(gaussian + curated("1", ""), "");
        row(gaussian + curated("0", ""), "policy.curation.bestOf is 0. It must lie between 1 and 1000.");
        row(gaussian + curated("2", ""), "policy.curation.tastes is empty. It must have one taste or more");
        row(gaussian + R"("policy": {"curation": 3})",
            "policy.curation is 3. It must be an object with settings.");
        row(gaussian + R"("policy": {"curation": {"best": 3}})",
            "policy.curation.best: there is no such setting");
        row(gaussian + R"("policy": {"curation": {"tastes": 3}})",
            "policy.curation.tastes is 3. It must be a list of up to 100 tastes");
        row(gaussian + curated("2", "3"), "policy.curation.tastes[0] is 3. It must be an object with "
                                          "\"reward\", which is near, direction, classes, words or picks.");
        row(gaussian + curated("2", R"({"reward": "far", "point": [0]})"),
            "It must be an object with \"reward\"");
        row(gaussian + curated("2", R"({"reward": "near"})"),
            "It must have the key \"point\" for this reward.");
        row(gaussian + curated("2", R"({"reward": "near", "point": [], "strength": 2})"),
            "policy.curation.tastes[0].point is []. It must be a list of numbers");
        row(gaussian + curated("2", R"({"reward": "near", "point": [0], "strength": 0})"),
            "policy.curation.tastes[0].strength is 0. It must be a number above 0");
        row(gaussian + curated("2", R"({"reward": "near", "point": [0], "share": -1})"),
            "policy.curation.tastes[0].share is -1");
        row(gaussian + curated("2", R"({"reward": "near", "point": [0], "classes": [1]})"),
            "policy.curation.tastes[0].classes: a taste with the reward \"near\" has no such key. It has "
            "reward, strength, share and point.");
        row(gaussian + curated("2", R"({"reward": "near", "point": [0, 1]})"),
            "policy.curation.tastes[0].point: it has 2 numbers. It must have one for each of the source's 1 "
            "variables.");
        row(gaussian + curated("2", R"({"reward": "classes", "classes": [1]})"),
            "policy.curation.tastes[0].reward is \"classes\". It must be near, direction or picks for rows "
            "of this family.");
        row(states + curated("2", R"({"reward": "classes", "classes": [1]})"), "");
        row(gaussian + curated("4", R"({"reward": "picks", "picks": [3, 0, 2]})"), "");
        row(gaussian + curated("4", R"({"reward": "picks", "picks": [3, 4]})"),
            "policy.curation.tastes[0].picks: 4 is the number of no candidate. They go from 0 to 3, as "
            "policy.curation.bestOf says.");
        row(gaussian + curated("4", R"({"reward": "picks", "picks": [-1]})"),
            "policy.curation.tastes[0].picks is [-1]. It must be a list of whole numbers from 0 to 1e+07, "
            "one row or more.");
        row(gaussian + curated("4", R"({"reward": "picks"})"),
            "It must have the key \"picks\" for this reward.");
        row(states + curated("2", R"({"reward": "classes", "classes": [-1]})"),
            "policy.curation.tastes[0].classes is [-1]. It must be a list of whole numbers from 0");
        row(states + curated("2", R"({"reward": "classes", "classes": [100000]})"),
            "policy.curation.tastes[0].classes: 100000 is none of the source's. They go from 0 to");
        row(states + curated("2", R"({"reward": "words", "words": ["a"]})"),
            "It must be classes or picks for rows of this family.");
        row(R"("family": "language", "source": {"kind": "fieldGuide"}, )" +
                curated("2", R"({"reward": "words", "words": ["a"]})"),
            "policy.curation.bestOf is 2. It must be 1 for this family, among whose rows nobody can choose.");
        row(gaussian + R"("errors": {"statistical": false}, )" + curated("2", kNear),
            "errors.statistical is false. It must be true with this policy");
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(QString, says);
        const QString refusal = said(QTest::currentDataTag());
        QVERIFY2(says.isEmpty() ? refusal.isEmpty() : refusal.contains(says), qPrintable(refusal));
    }

    // As the recipe has it: the text of the list.
    void tastesAreSetByText()
    {
        Experiment e = experimentOf(R"({"family": "gaussian"})");
        QVERIFY(setField(e, "policy.curation.bestOf", "4"));
        QVERIFY(setField(e, "policy.curation.tastes", R"([{"reward":"near","point":[2],"strength":2}])"));
        QVERIFY(validate(e) && e.policy.curation->bestOf == 4 &&
                e.policy.curation->tastes[0].point == std::vector<double>{2});
        const auto again = parseExperiment(toText(e), "again");
        QVERIFY(again && toText(*again) == toText(e));
        QVERIFY(!setField(e, "policy.curation.tastes", "near 2"));
        QVERIFY(setField(e, "policy.curation.bestOf", "1") && setField(e, "policy.curation.tastes", "[]"));
        QVERIFY(e.policy.curation == nullptr);
    }
};

HARELOOM_TEST(CuratingTest)
#include "CuratingTest.moc"
