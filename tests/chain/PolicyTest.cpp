// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/CategoricalSnapshot.h"
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/training/Filtering.h"
#include "core/training/PrepareChains.h"
#include "core/training/TrainingRows.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace hareloom;

namespace {

ChainSetupPtr setupOf(const QByteArray& json)
{
    return *prepareChains(experimentOf(json));
}

struct Counts
{
    std::int64_t real, fresh, synthetic, sampled;
    friend bool operator==(const Counts&, const Counts&) = default;
};

Counts countsOf(const Generation& g)
{
    return {g.realRows, g.freshRows, g.syntheticRows, g.sampleRows};
}

} // namespace

class PolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowCountsAreAsAsked_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QVector<qint64>>(
            "second"); // of generation 2: real, fresh, synthetic; rows it generates
        const auto row = [](const char* policy, QVector<qint64> counts) {
            QTest::newRow(policy) << QByteArray(policy) << counts;
        };
        row(R"({})", {0, 0, 100, 100});
        row(R"({"realShare": 0.1})", {10, 0, 90, 90});
        row(R"({"realShare": 1})", {100, 0, 0, 0});
        row(R"({"freshShare": 0.25})", {0, 25, 75, 75});
        row(R"({"freshShare": 1})", {0, 100, 0, 0});
        row(R"({"realShare": 0.105, "freshShare": 0.2})", {11, 20, 69, 69});
        row(R"({"realShare": 0.5, "freshShare": 0.5})", {50, 50, 0, 0});
        row(R"({"subsample": 40})", {0, 0, 40, 100});
        row(R"({"subsample": 40, "realShare": 0.25})", {10, 0, 30, 100});
        row(R"({"pool": "all"})", {100, 0, 200, 100});
        row(R"({"pool": "first"})", {0, 0, 100, 100});
        row(R"({"pool": "first", "realShare": 0.1})", {10, 0, 90, 90});
        row(R"({"pool": "first", "subsample": 40})", {0, 0, 40, 100});
        row(R"({"filter": {"keepRight": 0.5}})", {0, 0, 100, 100});
    }
    void rowCountsAreAsAsked()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QVector<qint64>, second);
        const auto all =
            collected(experimentOf(R"({"family": "gaussian", "generations": 3, "policy": )" + policy + "}"))
                .generations;
        QCOMPARE(all[0]->realRows, std::int64_t{100});
        QVERIFY((countsOf(*all[2]) == Counts{second[0], second[1], second[2], second[3]}));
    }

    void accumulatingPoolGrowsBySamples()
    {
        const auto all =
            collected(experimentOf(R"({"family": "gaussian", "generations": 4, "policy": {"pool": "all"},
            "samples": {"schedule": "list", "list": [10, 20, 30, 40]}})"))
                .generations;
        const std::int64_t sizes[] = {0, 20, 50, 90, 130};
        for (std::size_t g = 0; g < 5; ++g)
            QVERIFY(all[g]->realRows == 10 && all[g]->syntheticRows == sizes[g]);
    }

    void aPoolsSubsampleCountsItsOrigins()
    {
        const auto all =
            collected(
                experimentOf(
                    R"({"family": "gaussian", "generations": 20, "policy": {"pool": "all", "subsample": 60}})"))
                .generations;
        double real = 0, expected = 0;
        for (std::size_t g = 1; g <= 20; ++g) {
            QCOMPARE(all[g]->realRows + all[g]->syntheticRows, std::int64_t{60});
            real += static_cast<double>(all[g]->realRows);
            expected += 60.0 / (static_cast<double>(g) + 1);
        }
        // Hypergeometric counts scatter less than Poisson ones: six deviations, false alarm below 1e-7.
        QVERIFY(std::abs(real - expected) < 6 * std::sqrt(expected));
    }

    // Generation 1's previous rows are the real ones themselves; later they are of every origin.
    void previousRowsAreCountedAsWhatTheyWere()
    {
        const auto all =
            collected(
                experimentOf(
                    R"({"family": "gaussian", "generations": 2, "policy": {"betaPrevious": 0.4, "freshShare": 0.1}})"))
                .generations;
        QVERIFY((countsOf(*all[1]) == Counts{40, 10, 50, 50}));
        QCOMPARE(all[2]->realRows + all[2]->freshRows + all[2]->syntheticRows, std::int64_t{100});
        QVERIFY(all[2]->realRows > 0 && all[2]->realRows < 40);
        QVERIFY(all[2]->freshRows >= 10 && all[2]->freshRows <= 20);
        const auto kept =
            collected(
                experimentOf(R"({"family": "gaussian", "generations": 5, "policy": {"betaPrevious": 1}})"))
                .generations;
        for (const auto& generation : kept) // nothing but the same rows for ever
            QVERIFY(generation->realRows == 100 &&
                    generation->metric("variance") == kept[0]->metric("variance"));
    }

    void onlyRealRowsGiveTheSameModelAgain()
    {
        const auto all =
            collected(experimentOf(R"({"family": "gaussian", "generations": 4, "policy": {"realShare": 1}})"))
                .generations;
        for (const auto& generation : all)
            QCOMPARE(generation->metric("variance"), all[0]->metric("variance"));
    }

    void realRowsAreDrawnFromTheRealRows()
    {
        const auto setup = setupOf(R"({"family": "gaussian", "policy": {"realShare": 0.3}})");
        const DatasetPtr real = std::make_shared<Table>(*toMatrix(setup->source->draw(100, 1)));
        TrainingRows rows({{0, setup}}, 0, real);
        const DatasetPtr sample = std::make_shared<Table>(Matrix::Constant(70, 1, 1e6));
        std::set<double> known(real->matrix()->reshaped().begin(), real->matrix()->reshaped().end());
        std::vector<double> last;
        for (int g = 1; g < 4; ++g) {
            const auto set = rows.next(g, sample, {});
            QVERIFY(set && set->rows->rows() == 100);
            const auto matrix = toMatrix(set->rows);
            std::set<double> seen;
            for (const double x : matrix->reshaped())
                if (x != 1e6)
                    seen.insert(x);
            QCOMPARE(seen.size(), std::size_t{30}); // none twice
            QVERIFY(std::includes(known.begin(), known.end(), seen.begin(), seen.end()));
            const std::vector<double> now(seen.begin(), seen.end());
            QVERIFY(now != last); // drawn anew each generation
            last = now;
        }
    }

    void schedules_data()
    {
        QTest::addColumn<QByteArray>("samples");
        QTest::addColumn<QVector<qint64>>("sizes");
        QTest::newRow("constant") << QByteArray(R"({"size": 7})") << QVector<qint64>{7, 7, 7, 7};
        QTest::newRow("linear") << QByteArray(R"({"size": 7, "schedule": "linear"})")
                                << QVector<qint64>{7, 14, 21, 28};
        QTest::newRow("superlinear") << QByteArray(
                                            R"({"size": 10, "schedule": "superlinear", "exponent": 2})")
                                     << QVector<qint64>{10, 40, 90, 160};
        QTest::newRow("list") << QByteArray(R"({"schedule": "list", "list": [5, 9]})")
                              << QVector<qint64>{5, 9, 9, 9};
    }
    void schedules()
    {
        QFETCH(QByteArray, samples);
        QFETCH(QVector<qint64>, sizes);
        const auto all =
            collected(experimentOf(R"({"family": "gaussian", "generations": 3, "samples": )" + samples + "}"))
                .generations;
        for (int g = 0; g < 4; ++g)
            QCOMPARE(all[static_cast<std::size_t>(g)]->realRows +
                         all[static_cast<std::size_t>(g)]->syntheticRows,
                     sizes[g]);
    }

    void aTableGivesAllItsRows()
    {
        const auto all =
            collected(
                experimentOf(
                    R"({"family": "gaussian", "source": {"kind": "faithful"}, "samples": {"size": 0}, "generations": 1,
            "evaluation": {"metrics": ["heldOutNll", "mean"], "heldOut": 72}})"))
                .generations;
        QCOMPARE(all[0]->realRows, std::int64_t{200});
        QCOMPARE(all[1]->syntheticRows, std::int64_t{200});
    }

    // Generation 0's 1% lowest densities among its real rows set the limit; a normal's own rows pass with
    // the mass within it. Binomial: six deviations, false alarm below 1e-8.
    void filterKeepsWithItsChances()
    {
        const auto truth =
            std::make_shared<NormalMixtureSnapshot>(NormalMixture::single(Vector{{0}}, Matrix{{1}}));
        const auto mixture = std::shared_ptr<const NormalMixture>(truth, &truth->mixture());
        const DatasetPtr real = sampleOf(mixture, 10'000, 1);
        const Verifier verifier({0.8, 0.1, {}}, truth, real);
        const double limit = std::sqrt(-2 * verifier.threshold() - std::log(2 * M_PI));
        const double right = std::erf(limit / std::sqrt(2.0));
        QVERIFY(std::abs(right - 0.99) < 6 * std::sqrt(0.99 * 0.01 / 10'000));
        const std::int64_t n = 40'000;
        const auto kept = verifier.keep(sampleOf(mixture, Verifier::candidatesFor(n), 2), n, 3, {});
        QVERIFY(kept && (*kept)->rows() == n);
        const double beyond = static_cast<double>(((*kept)->matrix()->array().abs() > limit).count());
        const double share = 0.1 * (1 - right) / (0.1 * (1 - right) + 0.8 * right);
        QVERIFY(std::abs(beyond - share * n) < 6 * std::sqrt(share * n));
    }

    void filterThatKeepsNothingWrongShrinks()
    {
        const auto plain =
            collected(experimentOf(R"({"family": "gaussian", "generations": 5, "samples": {"size": 5000}})"));
        const auto cut = collected(experimentOf(
            R"({"family": "gaussian", "generations": 5, "samples": {"size": 5000}, "policy": {"filter": {"keepWrong": 0}}})"));
        QVERIFY(cut.generations.back()->metric("variance") <
                0.9 * plain.generations.back()->metric("variance"));
    }

    // A rare state that occurs is right, however rare it is.
    void filterOfStatesKeepsAllThatOccur()
    {
        const auto first = std::make_shared<CategoricalSnapshot>(Categorical{Vector{{0.9, 0.095, 0.005, 0}}});
        const DatasetPtr real = sampleOf(std::make_shared<const Categorical>(first->distribution()), 1000, 4);
        const Verifier verifier({1, 0, {}}, first, real);
        const DatasetPtr stream = std::make_shared<Table>(Matrix{{2}, {3}, {0}, {3}, {2}, {1}});
        const auto kept = verifier.keep(stream, 4, 1, {});
        QVERIFY(kept);
        QVERIFY(*(*kept)->matrix() == (Matrix{{2}, {0}, {2}, {1}}));
    }

    void filterThatPassesTooFewEndsInANote()
    {
        const auto all =
            collected(experimentOf(R"({"family": "gaussian", "generations": 9, "samples": {"size": 20},
            "policy": {"filter": {"keepRight": 0.0001, "keepWrong": 0}}})"))
                .generations;
        QVERIFY(all.size() < 10 && QString::fromStdString(all.back()->note).contains("filter"));
    }
};

HARELOOM_TEST(PolicyTest)
#include "PolicyTest.moc"
