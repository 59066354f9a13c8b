// SPDX-License-Identifier: GPL-3.0-or-later
// What every Generator of families() promises. A new family passes by adding its configurations to kCases.
#include "core/families/discrete/CategoricalSnapshot.h"
#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguageSettings.h"
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/families/regression/RegressionSnapshot.h"
#include "core/family/MeasureSnapshot.h"
#include "core/family/NeuralLibrary.h"
#include "core/metrics/Catalogue.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Families.h"
#include "core/text/BpeTraining.h"
#include "core/text/FieldGuide.h"
#include "core/text/TextSet.h"
#include "tests/TestProgram.h"
#include "tests/contract/Stops.h"
#include "tests/models/Fits.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <functional>

using namespace hareloom;
using nlohmann::json;

namespace {

struct Case
{
    const char* family;
    const char* title;
    int dimension;
    std::vector<std::pair<const char*, const char*>> settings; // path, value
};

const Case kCases[] = {
    {"discrete", "", 1, {}},
    {"gaussian", "unbiased, 1-D", 1, {}},
    {"gaussian", "biased, 1-D", 1, {{"model.estimator", "biased"}}},
    {"gaussian", "unbiased, 3-D", 3, {}},
    {"kde", "fixed, 1-D", 1, {{"model.bandwidth", "fixed"}}},
    {"kde", "scott, 2-D", 2, {{"model.bandwidth", "scott"}}},
    {"kde", "silverman, 3-D", 3, {{"model.bandwidth", "silverman"}}},
    {"mixture", "full, 1-D", 1, {}},
    {"mixture", "full, 2-D", 2, {{"model.components", "3"}}},
    {"mixture", "diagonal, 2-D", 2, {{"model.covariance", "diagonal"}}},
    {"mixture", "tied, 3-D", 3, {{"model.covariance", "tied"}}},
    {"mixture", "spherical, 4-D, two starts", 4, {{"model.covariance", "spherical"}, {"model.starts", "2"}}},
    {"regression", "one input", 2, {{"source.kind", "linear"}}},
    {"regression",
     "ridge, through the origin, 4 inputs",
     5,
     {{"source.kind", "linear"}, {"source.inputs", "4"}, {"model.ridge", "0.1"}, {"model.intercept", "false"}}},
    {"regression", "a table, fixed noise", 3, {{"source.kind", "csv"}, {"model.noise", "fixed"}}},
    {"regression", "uniform inputs", 3, {{"source.kind", "uniform"}, {"source.dimension", "3"}}},
    {"regression",
     "random features",
     3,
     {{"source.kind", "linear"},
      {"source.inputs", "2"},
      {"model.features", "relu"},
      {"model.featureCount", "20"},
      {"model.ridge", "0.001"}}}, // rows leave so many coefficients nearly open: without it rounding decides
    {"diffusion",
     "1-D, linear",
     1,
     {{"model.width", "8"}, {"model.updates", "12"}, {"model.drawSteps", "5"}, {"model.schedule", "linear"}}},
    {"diffusion",
     "2-D, one layer",
     2,
     {{"model.width", "8"}, {"model.layers", "1"}, {"model.updates", "12"}, {"model.drawSteps", "4"}}},
    {"diffusion",
     "16-D",
     16,
     {{"model.width", "16"}, {"model.layers", "2"}, {"model.updates", "12"}, {"model.drawSteps", "4"}}},
    {"image", "dense, 16 pixels", 16, {{"model.hidden", "8"}, {"model.latent", "3"}, {"model.epochs", "3"}}},
    {"image",
     "dense, bernoulli, warm",
     16,
     {{"model.hidden", "8"},
      {"model.latent", "2"},
      {"model.epochs", "2"},
      {"model.sampling", "bernoulli"},
      {"model.start", "warm"}}},
    {"image",
     "convolutional, 64 pixels",
     64,
     {{"model.network", "convolutional"},
      {"model.latent", "4"},
      {"model.epochs", "1"},
      {"model.batch", "100"}}},
    {"language",
     "sampled, 8 tokens",
     8,
     {{"model.epochs", "1"}, {"model.batch", "20"}, {"model.writing", "sampled"}}},
    {"language",
     "sampled, warm",
     8,
     {{"model.epochs", "1"}, {"model.batch", "20"}, {"model.writing", "sampled"}, {"model.start", "warm"}}},
    {"ngram", "order 1, 8 tokens", 8, {{"model.order", "1"}}},
    {"ngram", "order 3, add k", 8, {{"model.addK", "0.01"}}},
    {"ngram", "order 6, no prompts", 9, {{"model.order", "6"}, {"model.prompted", "false"}}},
    {"ngram",
     "order 2, shaped",
     8,
     {{"model.order", "2"},
      {"model.addK", "0.1"},
      {"model.temperature", "0.8"},
      {"model.topK", "40"},
      {"model.topP", "0.9"}}},
};
constexpr std::int64_t kStates = 12;
constexpr int kTokens = 270; // the bytes, the special pieces and a few merges

bool isDiscrete(const Case& c)
{
    return std::string_view(c.family) == "discrete";
}

bool isImage(const Case& c)
{
    return std::string_view(c.family) == "image";
}

bool isDiffusion(const Case& c)
{
    return std::string_view(c.family) == "diffusion";
}

bool isLanguage(const Case& c)
{
    return std::string_view(c.family) == "language";
}

bool isNGram(const Case& c)
{
    return std::string_view(c.family) == "ngram";
}

bool isText(const Case& c)
{
    return isLanguage(c) || isNGram(c);
}

/// Images need LibTorch.
bool isBuilt(const Case& c)
{
    return HARELOOM_HAS_TORCH || !isImage(c);
}

/// A base model and its vocabulary, as small as they get.
struct Base
{
    Base()
    {
        const std::string text = FieldGuide::standard().write(7, 0, 5);
        const TokenizerPtr tokenizer = *trainTokenizer(text, {.size = kTokens});
        set->tokenizer = tokenizer;
        set->tokenizerFolder = folder.path().toStdString();
        const LanguageArchitecture a{
            .vocabulary = kTokens, .positions = 32, .hidden = 8, .layers = 1, .heads = 1, .ffn = 8};
        if (!tokenizer->save(set->tokenizerFolder) ||
            !writeLanguageCheckpoint(set->tokenizerFolder, {a, initialWeights(a, 3)}))
            qFatal("the base model cannot be written");
    }
    QTemporaryDir folder;
    std::shared_ptr<TextSet> set = std::make_shared<TextSet>();
};

const Base& base()
{
    static const Base made;
    return made;
}

Matrix rowsFor(const Case& c, std::int64_t n, Seed seed = 1);

DataShape shapeFor(const Case& c)
{
    DataShape shape{c.dimension};
    if (isDiscrete(c))
        shape.states = kStates;
    if (isImage(c))
        shape.width = shape.height = static_cast<int>(std::lround(std::sqrt(c.dimension)));
    if (isText(c))
        shape.text = base().set;
    if (std::string_view(c.family) == "regression")
        shape.realRows = tableOf(rowsFor(c, 300, 42));
    return shape;
}

std::unique_ptr<Generator> made(const Case& c)
{
    Experiment experiment;
    experiment.family = c.family;
    for (const auto& [path, value] : c.settings)
        if (const auto set = setField(experiment, path, value); !set)
            qFatal("%s", set.error().message.c_str());
    if (isLanguage(c))
        experiment.model.of<LanguageSettings>().base = base().set->tokenizerFolder;
    return findFamily(c.family)->make(experiment, shapeFor(c));
}

Matrix rowsFor(const Case& c, std::int64_t n, Seed seed)
{
    Matrix rows = normalRows(n, c.dimension, seed);
    if (isText(c))
        return (rows.array() * 30 + 100).floor().cwiseMax(0).cwiseMin(kTokens - 1).matrix();
    if (isImage(c))
        return (rows.array().exp() / (1 + rows.array().exp())).matrix();
    return isDiscrete(c) ? Matrix((rows.array() * 2 + 6).floor().cwiseMax(0).cwiseMin(kStates - 1)) : rows;
}

FitContext context(Seed seed = 7, int threads = 1)
{
    FitContext made;
    made.seed = seed;
    made.threads = threads;
    return made;
}

std::unique_ptr<Generator> fitted(const Case& c, std::int64_t n = 200, int threads = 1)
{
    auto generator = made(c);
    return generator->fit(tableOf(rowsFor(c, n)), context(7, threads)) ? std::move(generator) : nullptr;
}

std::vector<std::uint8_t> bytesOf(const Generator& generator)
{
    return json::to_cbor(toJson(*generator.snapshot()));
}

} // namespace

class GeneratorsTest : public QObject
{
    Q_OBJECT

    const Case& current() const
    {
        QFETCH(int, which);
        return kCases[which];
    }

    /// n rows of the present fit. A model that takes prompts goes on from rows like those it learns from.
    DatasetPtr sampled(const Generator& generator, std::int64_t n, Seed seed, double lambda = 1) const
    {
        return *generator.sample(n, seed, {lambda, tableOf(rowsFor(current(), 60, 99))}, {});
    }
    Matrix rowsOf(const Generator& generator, std::int64_t n, Seed seed, double lambda = 1) const
    {
        return *toMatrix(sampled(generator, n, seed, lambda));
    }

    // Families that this build leaves out have no rows; which those are, the build says and not the library.
    static void cases(bool (*isWanted)(const Case&))
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < static_cast<int>(std::size(kCases)); ++i)
            if (isWanted(kCases[i]) && isBuilt(kCases[i]))
                QTest::addRow("%s %s", kCases[i].family, kCases[i].title) << i;
    }

private Q_SLOTS:
    void everyFamilyIsHere()
    {
        for (const Family* family : families())
            QVERIFY2(std::any_of(std::begin(kCases), std::end(kCases),
                                 [&](const Case& c) { return c.family == family->name; }),
                     family->name.data());
        QVERIFY(!findFamily("nothing"));
    }

    // What a family says of itself must be there: metrics in the catalogue, hooks that its flags call for.
    void familiesAreWhole()
    {
        for (const Family* family : families()) {
            const auto isOwn = [](std::string_view name) {
                const MetricInfo* info = findMetric(name);
                return info && info->needs == MetricNeed::Family;
            };
            QVERIFY2(family->make && family->readSnapshot && !family->snapshotKind.empty() &&
                         !family->title.empty(),
                     family->name.data());
            QVERIFY(std::all_of(family->ownMetrics.begin(), family->ownMetrics.end(), isOwn));
            QVERIFY(!family->usualMetrics.empty() && family->isNetwork == (family->needs != nullptr));
            QVERIFY(!family->hasClasses || family->evaluator);
            QVERIFY(!family->mixesExactly || family->refitsExactly);
        }
        for (const MetricInfo& info : metricCatalogue())
            if (info.needs == MetricNeed::Family)
                QVERIFY2(std::any_of(families().begin(), families().end(),
                                     [&](const Family* f) {
                                         return std::find(f->ownMetrics.begin(), f->ownMetrics.end(),
                                                          info.name) != f->ownMetrics.end();
                                     }),
                         info.name.data());
    }

    void cases_data()
    {
        cases([](const Case&) { return true; });
    }

    void hasNoSnapshotBeforeItsFirstFit_data() { cases_data(); }
    void hasNoSnapshotBeforeItsFirstFit() { QVERIFY(!made(current())->snapshot()); }

    void tooFewRowsAreRefusedAndTheOldFitSurvives_data() { cases_data(); }
    void tooFewRowsAreRefusedAndTheOldFitSurvives()
    {
        const Case& c = current();
        const auto generator = fitted(c);
        QVERIFY(generator);
        const SnapshotPtr before = generator->snapshot();
        const std::int64_t tooFew = isDiscrete(c) ? 0 : 1; // one draw is enough for frequencies
        const auto report = generator->fit(tableOf(rowsFor(c, tooFew)), context());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::InvalidData);
        QVERIFY(generator->snapshot() == before);
    }

    void sameSeedSameRows_data() { cases_data(); }
    void sameSeedSameRows()
    {
        const Case& c = current();
        const auto one = fitted(c), two = fitted(c);
        QVERIFY(one && two);
        QVERIFY(bytesOf(*one) == bytesOf(*two));
        QVERIFY(rowsOf(*one, 500, 3) == rowsOf(*two, 500, 3));
        QVERIFY(rowsOf(*one, 500, 3) != rowsOf(*one, 500, 4));
    }

    void aSampleHasItsShape_data() { cases_data(); }
    void aSampleHasItsShape()
    {
        const Case& c = current();
        const auto generator = fitted(c);
        for (const std::int64_t n : {1, 2, 1023, 1025}) {
            const Matrix rows = rowsOf(*generator, n, 3);
            QVERIFY(rows.rows() == n && rows.cols() == c.dimension && rows.allFinite());
            if (isDiscrete(c))
                QVERIFY(rows.minCoeff() >= 0 && rows.maxCoeff() < kStates &&
                        rows == Matrix(rows.array().floor()));
        }
    }

    void anySplitOfASampleIsTheSame_data() { cases_data(); }
    void anySplitOfASampleIsTheSame()
    {
        const auto generator = fitted(current());
        const DatasetPtr data = sampled(*generator, 2000, 5);
        const auto all = toMatrix(data);
        Matrix parts(2000, data->dimension());
        std::vector<std::int64_t> places;
        for (std::int64_t first = 0, size = 1; first < 2000;
             first += size, size = std::min<std::int64_t>(2000 - first, 3 * size + 1)) {
            data->read(first, parts.middleRows(first, size));
            places.push_back(first);
        }
        QVERIFY(parts == *all);
        Matrix gathered(std::ssize(places), data->dimension());
        data->gather(places, gathered);
        for (std::size_t i = 0; i < places.size(); ++i)
            QVERIFY(gathered.row(static_cast<Eigen::Index>(i)) == all->row(places[i]));
    }

    // Rows enough that the work is divided.
    void threadsDoNotChangeABit_data() { cases_data(); }
    void threadsDoNotChangeABit()
    {
        const Case& c = current();
        const std::int64_t rows = isLanguage(c)                         ? 400
                                  : isImage(c) || isDiffusion(c)        ? 10'000
                                  : std::string_view(c.family) == "kde" ? 140'000
                                                                        : 300'000;
        QVERIFY(bytesOf(*fitted(c, rows, 1)) == bytesOf(*fitted(c, rows, 2)));
    }

    // A row that weighs three times as much moves the mean as three such rows do; families that do not weigh rows take no
    // notice.
    void heavyRowsCountAsSeveral_data() { cases_data(); }
    void heavyRowsCountAsSeveral()
    {
        const Case& c = current();
        const Matrix rows = rowsFor(c, 200);
        FitContext weighted = context();
        weighted.weights = {40, 3};
        const auto generator = made(c), plain = made(c), repeated = made(c);
        QVERIFY(generator->fit(tableOf(rows), weighted) && plain->fit(tableOf(rows), context()));
        if (!findFamily(c.family)->weighsRows) {
            QVERIFY(bytesOf(*generator) == bytesOf(*plain));
            return;
        }
        Matrix several(280, rows.cols());
        several << rows.topRows(40), rows.topRows(40), rows;
        QVERIFY(repeated->fit(tableOf(several), context()));
        const auto meanOf = [](const Generator& of) {
            if (const Categorical* states = of.snapshot()->categorical())
                return states->probabilities;
            if (const RegressionSnapshot* line = asRegression(of.snapshot().get()))
                return line->coefficients();
            return hareloom::meanOf(*of.snapshot()->normalMixture());
        };
        QVERIFY((meanOf(*generator) - meanOf(*repeated)).norm() < 1e-12);
        QVERIFY((meanOf(*generator) - meanOf(*plain)).norm() > 1e-3);
        weighted.weights = {40, 1};
        QVERIFY(generator->restore(plain->snapshot()) && generator->fit(tableOf(rows), weighted) &&
                plain->fit(tableOf(rows), context()));
        QVERIFY(bytesOf(*generator) == bytesOf(*plain));
        for (const RowWeights extreme : {RowWeights{200, 5}, RowWeights{1, 1e9}, RowWeights{199, 1e-9}}) {
            weighted.weights = extreme;
            const auto report = generator->fit(tableOf(rows), weighted);
            QVERIFY(report && generator->snapshot()->isFinite());
        }
    }

    void aStoredSnapshotGivesTheSameRows_data() { cases_data(); }
    void aStoredSnapshotGivesTheSameRows()
    {
        const Case& c = current();
        const auto generator = fitted(c);
        const auto read = snapshotFromJson(json::from_cbor(bytesOf(*generator)));
        QVERIFY(read);
        const auto restored = made(c);
        QVERIFY(restored->restore(*read));
        QVERIFY(bytesOf(*restored) == bytesOf(*generator));
        QVERIFY(rowsOf(*restored, 700, 9) == rowsOf(*generator, 700, 9));
    }

    // A chain that goes on from a stored snapshot refits as the one that was not interrupted.
    void aRestoredModelRefitsTheSame_data() { cases_data(); }
    void aRestoredModelRefitsTheSame()
    {
        const Case& c = current();
        const auto generator = fitted(c), restored = made(c);
        QVERIFY(restored->restore(*snapshotFromJson(toJson(*generator->snapshot()))));
        for (const auto& each : {generator.get(), restored.get()})
            QVERIFY(each->fit(sampled(*each, 150, 2), context(8)));
        QVERIFY(bytesOf(*restored) == bytesOf(*generator));
    }

    void anotherShapeIsNotRestored_data() { cases_data(); }
    void anotherShapeIsNotRestored()
    {
        const Case& c = current();
        const auto generator = fitted(c);
        const SnapshotPtr before = generator->snapshot();
        const int other = c.dimension + 1;
        const SnapshotPtr wrong[] = {std::make_shared<NormalMixtureSnapshot>(NormalMixture::single(
                                         Vector::Zero(other), Matrix::Identity(other, other))),
                                     std::make_shared<CategoricalSnapshot>(
                                         Categorical{Vector::Constant(kStates + 1, 1.0 / (kStates + 1))}),
                                     nullptr};
        for (const SnapshotPtr& snapshot : wrong) {
            const auto restored = generator->restore(snapshot);
            QVERIFY(!restored);
            QCOMPARE(restored.error().kind, ErrorKind::InvalidFile);
            QVERIFY(generator->snapshot() == before);
        }
    }

    void aStopEndsAFitAndTheOldOneSurvives_data() { cases_data(); }
    void aStopEndsAFitAndTheOldOneSurvives()
    {
        const Case& c = current();
        const auto generator = fitted(c);
        const SnapshotPtr before = generator->snapshot();
        StopSource source;
        source.requestStop();
        FitContext stopping = context();
        stopping.stop = source.token();
        const DatasetPtr pool = concatenate({tableOf(rowsFor(c, 300, 5)), tableOf(rowsFor(c, 300, 6))});
        const auto report = generator->fit(pool, stopping);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Stopped);
        QVERIFY(generator->snapshot() == before);
        // What it saw of the pool before it stopped must not count later.
        const auto fresh = made(c);
        QVERIFY(fresh->restore(before));
        QVERIFY(generator->fit(pool, context()) && fresh->fit(pool, context()));
        QVERIFY(bytesOf(*generator) == bytesOf(*fresh));
    }

    // Rows that come in parts, large enough that the work on a part is divided, too.
    void aStopWithinAFitLeavesTheOldOne_data() { cases_data(); }
    void aStopWithinAFitLeavesTheOldOne()
    {
        const Case& c = current();
        const bool isNetwork = isImage(c) || isLanguage(c) || isDiffusion(c);
        const std::int64_t large = isNetwork || std::string_view(c.family) == "mixture" ? 300
                                   : isNGram(c)                                         ? 30'000
                                                                                        : 300'000;
        const DatasetPtr pool = concatenate({tableOf(rowsFor(c, 300, 5)), tableOf(rowsFor(c, large, 6)),
                                             tableOf(rowsFor(c, large, 7)), tableOf(rowsFor(c, 30, 8))});
        const auto undisturbed = fitted(c);
        QVERIFY(undisturbed->fit(pool, context()));
        for (const int threads : {1, 2}) {
            const auto generator = fitted(c);
            const SnapshotPtr before = generator->snapshot();
            const int stops = stopEverywhere([&](StopSource& stop) {
                FitContext stopping = context(7, threads);
                stopping.stop = stop.token();
                const auto report = generator->fit(pool, stopping);
                if (report)
                    return false;
                return report.error().kind == ErrorKind::Stopped && generator->snapshot() == before;
            });
            QVERIFY2(stops > 1, "never stopped within its work");
            // What it saw of the pool before each stop must not count later.
            QVERIFY(generator->snapshot() != before);
            QVERIFY(bytesOf(*generator) == bytesOf(*undisturbed));
        }
    }

    void degenerateRowsGiveFiniteModels_data() { cases_data(); }
    void degenerateRowsGiveFiniteModels()
    {
        const Case& c = current();
        const Matrix one = rowsFor(c, 1);
        Matrix duplicates = rowsFor(c, 40), line = rowsFor(c, 40);
        for (Eigen::Index i = 0; i < 40; ++i) {
            duplicates.row(i) = duplicates.row(i % 2).eval();
            line.row(i).setConstant(line(i, 0));
        }
        for (const Matrix& rows :
             {Matrix(one.replicate(40, 1)), Matrix(one.replicate(3, 1)), duplicates, line, rowsFor(c, 3)}) {
            const auto generator = made(c);
            for (Seed g = 0; g < 5; ++g) {
                QVERIFY(
                    generator->fit(g == 0 ? tableOf(rows) : sampled(*generator, rows.rows(), g), context(g)));
                QVERIFY2(snapshotFromJson(toJson(*generator->snapshot())).ok(), "not finite");
                QVERIFY(rowsOf(*generator, 100, g).allFinite());
            }
        }
    }

    // What a session would not read again is no model: a chain asks isFinite() before it takes a fit.
    void rowsOfAnySizeGiveAModelThatIsReadAgainOrNone_data()
    {
        cases([](const Case& c) { return findFamily(c.family)->rows == RowKind::Numbers; });
    }
    void rowsOfAnySizeGiveAModelThatIsReadAgainOrNone()
    {
        const Case& c = current();
        for (const double size : {1e-300, 1e-150, 1e76, 1e120, 1e149, 1e150, 1e151, 1e154, 1e200, 1e300}) {
            const auto generator = made(c);
            const auto report = generator->fit(tableOf(size * rowsFor(c, 40)), context());
            if (!report || !isFinite(*generator->snapshot(), {}))
                continue;
            const auto read = snapshotFromJson(json::from_cbor(bytesOf(*generator)));
            QVERIFY2(read.ok(), (std::to_string(size) + ": " + (read ? "" : read.error().message)).c_str());
        }
    }

    void whatItReturnedOutlivesIt_data() { cases_data(); }
    void whatItReturnedOutlivesIt()
    {
        const Case& c = current();
        auto generator = fitted(c);
        const SnapshotPtr snapshot = generator->snapshot();
        const auto bytes = json::to_cbor(toJson(*snapshot));
        const DatasetPtr data = sampled(*generator, 400, 4);
        const Matrix before = *toMatrix(data);
        QVERIFY(generator->fit(tableOf(rowsFor(c, 90, 77)), context()));
        QVERIFY(*toMatrix(data) == before);
        QVERIFY(generator->snapshot() != snapshot);
        generator.reset();
        QVERIFY(*toMatrix(data) == before);
        QVERIFY(json::to_cbor(toJson(*snapshot)) == bytes);
    }

    void lambdaNarrowsWhatIsSampled_data()
    {
        cases([](const Case& c) { return !isDiscrete(c) && !isText(c); });
    }
    void lambdaNarrowsWhatIsSampled()
    {
        const auto generator = fitted(current());
        const Matrix wide = rowsOf(*generator, 5000, 6), narrow = rowsOf(*generator, 5000, 6, 0.04);
        const auto spread = [](const Matrix& rows) {
            return (rows.rowwise() - rows.colwise().mean()).squaredNorm();
        };
        QVERIFY(spread(narrow) < spread(wide));
        QVERIFY(rowsOf(*generator, 100, 6, 0).allFinite());
    }

    // They have no covariance to scale.
    void lambdaChangesNoStatesAndNoWords_data()
    {
        cases([](const Case& c) { return isDiscrete(c) || isText(c); });
    }
    void lambdaChangesNoStatesAndNoWords()
    {
        const auto generator = fitted(current());
        QVERIFY(rowsOf(*generator, 60, 6, 0.04) == rowsOf(*generator, 60, 6));
    }
};

HARELOOM_TEST(GeneratorsTest)
#include "GeneratorsTest.moc"
