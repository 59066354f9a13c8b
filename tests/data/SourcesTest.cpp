// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Moments.h"
#include "core/data/Source.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <set>

using namespace hareloom;

namespace {

std::shared_ptr<const Source> made(const QString& kind)
{
    SourceConfig config;
    config.kind = kind.toStdString();
    config.dimension = 3;
    config.points = {{1, 2}, {3, 4}, {5, 6}};
    auto source =
        makeSource(config, kind == "zipf" || kind == "categories" ? RowKind::States : RowKind::Numbers);
    return source ? *source : nullptr;
}

QString refusalOf(const SourceConfig& config, bool discrete = false)
{
    auto source = makeSource(config, discrete ? RowKind::States : RowKind::Numbers);
    return source ? QString("was accepted") : QString::fromStdString(source.error().message);
}

} // namespace

class SourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endless_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("dimension");
        QTest::addColumn<bool>("known");
        QTest::newRow("normal") << "normal" << 1 << true;
        QTest::newRow("mixture") << "mixture" << 1 << true;
        QTest::newRow("eightGaussians") << "eightGaussians" << 2 << true;
        QTest::newRow("uniform") << "uniform" << 3 << false;
        for (const char* kind : {"twoMoons", "circles", "swissRoll", "pinwheel", "spirals", "checkerboard"})
            QTest::newRow(kind) << kind << 2 << false;
        QTest::newRow("curve") << "curve" << 1 << false;
        QTest::newRow("zipf") << "zipf" << 1 << true;
        QTest::newRow("categories") << "categories" << 1 << true;
    }
    void endless()
    {
        QFETCH(QString, kind);
        QFETCH(int, dimension);
        QFETCH(bool, known);
        const auto source = made(kind);
        QVERIFY(source);
        QCOMPARE(source->dimension(), dimension);
        QCOMPARE(std::ssize(source->variableNames()), std::ptrdiff_t{dimension});
        QVERIFY(!source->rowCount());
        QCOMPARE(source->normalMixture() || source->categorical(), known);
        QCOMPARE(source->stateCount() > 0, source->categorical() != nullptr);

        const auto rows = toMatrix(source->draw(5000, 9));
        QCOMPARE(rows->rows(), 5000);
        QCOMPARE(rows->cols(), dimension);
        QVERIFY(rows->allFinite());
        QVERIFY(*toMatrix(source->draw(5000, 9)) == *rows);
        QVERIFY(*toMatrix(source->draw(5000, 10)) != *rows);
        // More rows begin with the same ones, and any split reads them alike.
        Matrix tail(100, dimension), gathered(2, dimension);
        const DatasetPtr more = source->draw(6000, 9);
        more->read(4900, tail);
        QVERIFY(tail == rows->bottomRows(100));
        more->gather(std::vector<std::int64_t>{17, 4999}, gathered);
        QVERIFY(gathered.row(0) == rows->row(17) && gathered.row(1) == rows->row(4999));
    }

    // Means to six standard errors, false alarm 2e-9 each; variances to 6 sqrt(2 / n) times 2, for tails up
    // to those of the mixture (whose kurtosis is below 3).
    void rowsHaveTheTruthsMoments_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"normal", "mixture", "eightGaussians", "uniform", "twoMoons", "circles", "swissRoll",
                                 "pinwheel", "spirals", "checkerboard"})
            QTest::newRow(kind) << kind;
    }
    void rowsHaveTheTruthsMoments()
    {
        QFETCH(QString, kind);
        const auto source = made(kind);
        constexpr double n = 100'000;
        const Moments moments = momentsOf(*source->draw(100'000, 1), 1);
        const Matrix covariance = source->moments()->covariance;
        const Vector off = moments.mean - source->moments()->mean;
        for (int j = 1; j < source->dimension(); ++j) // a product's fourth moment is below 9 variances' product
            QVERIFY(std::abs(moments.scatter(0, j) / n - covariance(0, j)) <
                    6 * 3 * std::sqrt(covariance(0, 0) * covariance(j, j) / n));
        for (int j = 0; j < source->dimension(); ++j) {
            QVERIFY(std::abs(off[j]) < 6 * std::sqrt(covariance(j, j) / n));
            QVERIFY(std::abs(moments.scatter(j, j) / n / covariance(j, j) - 1) < 12 * std::sqrt(2 / n));
        }
    }

    // Known answers: half circles about (0, 0) and (1, 1/2), rings, and the board's eight squares.
    void shapesHaveTheMomentsOfTheirFigures()
    {
        const auto momentsOf = [](const char* kind) { return *made(kind)->moments(); };
        const double noise = SourceConfig().noise * SourceConfig().noise;
        const TrueMoments moons = momentsOf("twoMoons");
        QVERIFY(isClose(moons.mean[0], 0.5) && isClose(moons.mean[1], 0.25));
        QVERIFY(isClose(moons.covariance(0, 0), 0.75 + noise));
        const TrueMoments rings = momentsOf("circles");
        QVERIFY(rings.mean.cwiseAbs().maxCoeff() < 1e-12);
        QVERIFY(rings.covariance.isApprox((0.3125 + noise) * Matrix::Identity(2, 2), 1e-12));
        const TrueMoments board = momentsOf("checkerboard");
        QVERIFY(board.mean.cwiseAbs().maxCoeff() < 1e-12);
        QVERIFY(board.covariance.isApprox(Matrix{{4.0 / 3 + noise, 0.25}, {0.25, 4.0 / 3 + noise}}, 1e-12));
        // Radius 2 sqrt(u) is that of a disc's uniform points, so E r^2 = 2.
        QVERIFY(isClose(momentsOf("spirals").covariance.trace(), 2 + 2 * noise, 1e-10));
    }

    // The share of rows below a quantile is binomial: six deviations, false alarm 2e-9 each.
    void quantilesHaveTheirShareOfTheRows_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"normal", "uniform", "curve"})
            QTest::newRow(kind) << kind;
    }
    void quantilesHaveTheirShareOfTheRows()
    {
        QFETCH(QString, kind);
        SourceConfig config;
        config.kind = kind.toStdString();
        config.mean = {3};
        config.covariance = {{4}};
        config.heights = {1, 3, 0, 2};
        config.dimension = 1;
        const auto source = *makeSource(config, RowKind::Numbers);
        const auto rows = toMatrix(source->draw(20'000, 3));
        for (const double p : {0.01, 0.3, 0.5, 0.9}) {
            const double x = *source->quantile(p, 1 - p);
            const auto below = static_cast<double>((rows->array() <= x).count());
            QVERIFY(std::abs(below - 20'000 * p) < 6 * std::sqrt(20'000 * p * (1 - p)));
        }
        QVERIFY(!made("twoMoons")->quantile(0.5, 0.5));
    }

    // Mean 1/2 and variance 1/12 to six standard errors: false alarm 2e-9 each.
    void uniformRowsFillTheirCube()
    {
        const auto rows = toMatrix(made("uniform")->draw(100'000, 2));
        QVERIFY(rows->minCoeff() >= 0 && rows->maxCoeff() < 1);
        for (int j = 0; j < 3; ++j) {
            QVERIFY(std::abs(rows->col(j).mean() - 0.5) < 6 * std::sqrt(1 / 12.0 / 1e5));
            QVERIFY(std::abs((rows->col(j).array() - 0.5).square().mean() - 1 / 12.0) <
                    6 * std::sqrt(1 / 180.0 / 1e5));
        }
    }

    // On [1, 3] with heights 0, 1, 0 the density is a triangle: mean 2, variance 1/6.
    void aCurvesTruthIsExact()
    {
        SourceConfig config;
        config.kind = "curve";
        config.low = 1, config.high = 3, config.heights = {0, 7, 0};
        const auto source = *makeSource(config, RowKind::Numbers);
        const auto truth = source->moments();
        QVERIFY(truth && isClose(truth->mean[0], 2) && isClose(truth->covariance(0, 0), 1.0 / 6));
        const Vector density = source->logDensity(Matrix{{1.5}, {2}, {2.25}, {0.99}, {3.01}})->array().exp();
        QVERIFY(density.isApprox(Vector{{0.5, 1, 0.75, 0, 0}}));
        // Mean to six standard errors; the variance of a triangle's squares is 1/15 - 1/36: false alarm 2e-9.
        const auto rows = toMatrix(source->draw(100'000, 3));
        QVERIFY(rows->minCoeff() >= 1 && rows->maxCoeff() <= 3);
        QVERIFY(std::abs(rows->mean() - 2) < 6 * std::sqrt(1 / 6.0 / 1e5));
        QVERIFY(std::abs((rows->array() - 2).square().mean() - 1 / 6.0) <
                6 * std::sqrt((1 / 15.0 - 1 / 36.0) / 1e5));
    }

    // A gap, a step and a plateau: the share of rows in each part is its area, to six standard errors.
    void aCurvesRowsFollowItsArea()
    {
        SourceConfig config;
        config.kind = "curve";
        config.low = 0, config.high = 5, config.heights = {2, 2, 0, 0, 0, 4};
        const auto rows = toMatrix((*makeSource(config, RowKind::Numbers))->draw(100'000, 4));
        const auto share = [&](double low, double high) {
            return static_cast<double>((rows->array() >= low && rows->array() < high).count()) / 1e5;
        };
        for (const auto& [low, high, area] : {std::tuple(0.0, 1.0, 0.4), std::tuple(1.0, 2.0, 0.2),
                                              std::tuple(2.0, 4.0, 0.0), std::tuple(4.0, 5.01, 0.4)})
            QVERIFY(std::abs(share(low, high) - area) <= 6 * std::sqrt(area * (1 - area) / 1e5));
    }

    void zipfFallsAsAPowerOfRank()
    {
        const Vector p = made("zipf")->categorical()->probabilities;
        QCOMPARE(p.size(), 1000);
        QVERIFY(isClose(p.sum(), 1) && isClose(p[0] / p[9], 10) && isClose(p[0] / p[999], 1000));
    }

    // Each state of a vocabulary has a word of its own, the commoner the shorter.
    void aVocabularyHasWords()
    {
        const auto zipf = made("zipf");
        std::set<std::string> words;
        std::size_t before = 0;
        for (std::int64_t state = 0; state < zipf->stateCount(); ++state) {
            const std::string word = zipf->stateName(state);
            QVERIFY(words.insert(word).second);
            QVERIFY(word.size() >= before);
            QVERIFY(std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
            before = word.size();
        }
    }

    void categoriesAreCalledAsTheExperimentSays()
    {
        QCOMPARE(made("categories")->stateName(0), std::string("1"));
        SourceConfig config;
        config.kind = "categories";
        config.names = {"wren", "hoopoe"};
        QCOMPARE((*makeSource(config, RowKind::States))->stateName(1), std::string("hoopoe"));
    }

    void weightsAreScaledToOne()
    {
        SourceConfig config;
        config.kind = "categories";
        config.weights = {2, 6, 0};
        const Vector p = (*makeSource(config, RowKind::States))->categorical()->probabilities;
        QVERIFY(p.isApprox(Vector{{0.25, 0.75, 0}}));
    }

    void pointsAreTheRowsThemselves()
    {
        const auto source = made("points");
        QCOMPARE(source->rowCount().value_or(0), std::int64_t{3});
        QVERIFY(*toMatrix(source->draw(3, 1)) == (Matrix{{1, 2}, {3, 4}, {5, 6}}));
        const auto two = toMatrix(source->draw(2, 1));
        QVERIFY(two->rows() == 2 && (*two)(0, 0) < (*two)(1, 0));
    }

    void refusesWhatIsNoDistribution_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("which");
        const char* fields[] = {"source.covariance", "source.covariance",    "source.covariance",
                                "source.covariance", "source.mean",          "source.weights",
                                "source.weights",    "source.means",         "source.covariances",
                                "source.noise",      "source.means[0]",      "source.points",
                                "source.points[1]",  "source.covariances[0]"};
        for (int i = 0; i < 14; ++i)
            QTest::addRow("%d: %s", i, fields[i]) << fields[i] << i;
    }
    void refusesWhatIsNoDistribution()
    {
        QFETCH(QString, field);
        QFETCH(int, which);
        SourceConfig c;
        c.kind = which < 5                                 ? "normal"
                 : which < 9 || which == 10 || which == 13 ? "mixture"
                 : which == 9                              ? "eightGaussians"
                                                           : "points";
        switch (which) {
        case 0:
            c.covariance = {{-1}};
            break;
        case 1:
            c.covariance = {{0}};
            break;
        case 2:
            c.mean = {0, 0}, c.covariance = {{1, 2}, {2, 1}};
            break;
        case 3:
            c.mean = {0, 0}, c.covariance = {{1, 0.5}, {0, 1}};
            break;
        case 4:
            c.mean = {};
            break;
        case 5:
            c.weights = {};
            break;
        case 6:
            c.weights = {0, 0};
            break;
        case 7:
            c.means = {{1}};
            break;
        case 8:
            c.covariances = {};
            break;
        case 9:
            c.noise = 0;
            break;
        case 10:
            c.means = {{}, {}};
            break;
        case 11:
            c.points = {{1}};
            break;
        case 12:
            c.points = {{1, 2}, {3}};
            break;
        default:
            c.covariances = {{{1, 0}, {0, 1}}};
        }
        const QString message = refusalOf(c);
        QVERIFY2(message.startsWith(field) && message.endsWith('.') &&
                     (message.contains("must ") || message.contains("Give ")),
                 qPrintable(message));
    }

    void statesAndNumbersDoNotMix_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("discrete");
        QTest::newRow("states for a curve") << "zipf" << false;
        QTest::newRow("numbers for states") << "normal" << true;
        QTest::newRow("shape for states") << "twoMoons" << true;
        QTest::newRow("points for states") << "points" << true;
    }
    void statesAndNumbersDoNotMix()
    {
        QFETCH(QString, kind);
        QFETCH(bool, discrete);
        SourceConfig config;
        config.kind = kind.toStdString();
        config.points = {{1}, {2}, {3}};
        const QString message = refusalOf(config, discrete);
        QVERIFY2(message.startsWith("source.kind: ") && message.contains("Choose "), qPrintable(message));
    }

    void imagesOfTheCatalogueAreMissedWithTheWayToGetThem()
    {
        QTemporaryDir empty;
        qputenv("XDG_DATA_HOME", empty.path().toUtf8());
        for (const char* kind : {"mnist", "kmnist"}) {
            SourceConfig config;
            config.kind = kind;
            const auto source = makeSource(config, RowKind::Images);
            QVERIFY(!source);
            const QString message = QString::fromStdString(source.error().message);
            QVERIFY2(message.startsWith("source.kind: ") &&
                         message.contains(QString("hareloom-cli catalogue get ") + kind),
                     qPrintable(message));
        }
    }
};

HARELOOM_TEST(SourcesTest)
#include "SourcesTest.moc"
