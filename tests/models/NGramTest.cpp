// SPDX-License-Identifier: GPL-3.0-or-later
// The counts, probabilities and draws of n-gram models, against plain statements of what they are.
#include "core/families/ngram/NGramCounter.h"
#include "core/families/ngram/NGramMetrics.h"
#include "core/families/ngram/NGramPacking.h"
#include "core/families/ngram/NGramRows.h"
#include "tests/TestProgram.h"
#include "tests/base/Statistics.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <numeric>

using namespace hareloom;

namespace {

using Text = std::vector<TokenId>;
using State = NGramTables::State;

constexpr int kVocabulary = 9; // 8 of them are used

/// Blocks of a text in which some runs are far more frequent than others.
std::vector<Text> blocksOf(int count, int length, Seed seed)
{
    Rng rng(seed);
    std::vector<Text> blocks(static_cast<std::size_t>(count));
    for (Text& block : blocks)
        for (int i = 0; i < length; ++i) {
            const auto any = static_cast<TokenId>(rng.below(8));
            block.push_back(i > 1 && rng.uniform() < 0.6 ? (block[block.size() - 2] * 3 + 1) % 8 : any);
        }
    return blocks;
}

NGramTables tablesOf(const std::vector<Text>& blocks, int order, int vocabulary = kVocabulary)
{
    NGramCounter counter(order, vocabulary);
    for (const Text& block : blocks)
        counter.add(block);
    return *counter.tables({});
}

NGramModelPtr modelOf(const std::vector<Text>& blocks, int order, const NGramPlan& plan = {})
{
    return *NGramModel::make(tablesOf(blocks, order), plan, {});
}

/// How often each token followed each run of up to order - 1 tokens.
std::map<Text, std::map<TokenId, double>> countsOf(const std::vector<Text>& blocks, int order)
{
    std::map<Text, std::map<TokenId, double>> counts;
    for (const Text& block : blocks)
        for (std::size_t i = 0; i < block.size(); ++i)
            for (std::size_t k = 0; k <= std::min(i, static_cast<std::size_t>(order - 1)); ++k)
                ++counts[{block.begin() + std::ptrdiff_t(i - k), block.begin() + std::ptrdiff_t(i)}]
                        [block[i]];
    return counts;
}

/// P(w | the last tokens of `text`), as NGramModel.h says it.
std::vector<double> probabilities(const std::map<Text, std::map<TokenId, double>>& counts, Text text,
                                  int order, double k)
{
    text.erase(text.begin(), text.end() - std::min<std::ptrdiff_t>(order - 1, std::ssize(text)));
    while (!counts.contains(text))
        text.erase(text.begin());
    std::vector<double> p(kVocabulary, k);
    for (const auto& [token, count] : counts.at(text))
        p[static_cast<std::size_t>(token)] += count;
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& each : p)
        each /= sum;
    return p;
}

/// What the plan makes of probabilities, by sorting all of them.
std::vector<double> shaped(std::vector<double> p, const NGramPlan& plan)
{
    for (double& each : p)
        each = std::pow(each, 1 / plan.temperature);
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] > p[b]; });
    for (std::size_t i = 0; i < order.size(); ++i)
        if (plan.topK > 0 && static_cast<std::int64_t>(i) >= plan.topK)
            p[order[i]] = 0;
    const double all = std::accumulate(p.begin(), p.end(), 0.0);
    double before = 0;
    for (const std::size_t token : order) {
        const double own = p[token];
        if (plan.topP < 1 && before >= plan.topP * all * (1 - 1e-12))
            p[token] = 0;
        before += own;
    }
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& each : p)
        each /= sum;
    return p;
}

/// Shares of the tokens that an even comb of numbers draws: the probabilities to 1 / kTeeth each.
constexpr int kTeeth = 20'000;
std::vector<double> drawnShares(const NGramModel& model, State s)
{
    std::vector<double> shares(kVocabulary);
    for (int i = 0; i < kTeeth; ++i) {
        State now = s;
        shares[static_cast<std::size_t>(model.draw(now, (i + 0.5) / kTeeth))] += 1.0 / kTeeth;
    }
    return shares;
}

bool areClose(const std::vector<double>& a, const std::vector<double>& b, double tolerance)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!(std::abs(a[i] - b[i]) <= tolerance)) {
            qWarning() << "token" << i << ":" << a[i] << "and" << b[i];
            return false;
        }
    return a.size() == b.size();
}

const std::vector<Text> kTexts = {{},           {0}, {3, 2}, {1, 4, 5},
                                  {7, 7, 7, 7}, {8}, {2, 8}, {0, 1, 2, 3, 4, 5, 6}};

void orders()
{
    QTest::addColumn<int>("order");
    for (int order = 1; order <= 6; ++order)
        QTest::addRow("order %d", order) << order;
}

} // namespace

class NGramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scoresAreTheCountsAndSumToOne_data() { orders(); }
    void scoresAreTheCountsAndSumToOne()
    {
        QFETCH(int, order);
        const auto blocks = blocksOf(40, 12, 3);
        const auto counts = countsOf(blocks, order);
        for (const double k : {0.0, 0.01, 2.0}) {
            const auto model = modelOf(blocks, order, [k] {
                NGramPlan plan;
                plan.addK = k;
                return plan;
            }());
            for (const Text& text : kTexts) {
                const auto expected = probabilities(counts, text, order, k);
                std::vector<double> found;
                for (TokenId token = 0; token < kVocabulary; ++token) {
                    State s = model->tables().after(text);
                    found.push_back(std::exp(-model->nats(s, token)));
                    Text longer = text;
                    longer.push_back(token);
                    QCOMPARE(s, model->tables().after(longer)); // the context moves on as if read anew
                }
                QVERIFY(areClose(found, expected, 1e-12));
                QVERIFY(std::abs(std::accumulate(found.begin(), found.end(), 0.0) - 1) < 1e-12);
            }
        }
    }

    // A context that was met is never left for a shorter one, whichever way the text came to it.
    void readingOnIsReadingAnew_data() { orders(); }
    void readingOnIsReadingAnew()
    {
        QFETCH(int, order);
        const auto tables = tablesOf(blocksOf(30, 9, 4), order);
        Rng rng(1);
        Text text;
        State s = 0;
        for (int i = 0; i < 2000; ++i) {
            text.push_back(static_cast<TokenId>(rng.below(kVocabulary)));
            s = tables.after(s, text.back());
            QCOMPARE(s, tables.after(text));
        }
    }

    void drawsHaveTheProbabilities_data()
    {
        QTest::addColumn<double>("addK");
        QTest::addColumn<double>("temperature");
        QTest::addColumn<int>("topK");
        QTest::addColumn<double>("topP");
        QTest::newRow("plain") << 0.0 << 1.0 << 0 << 1.0;
        QTest::newRow("add k") << 0.7 << 1.0 << 0 << 1.0;
        QTest::newRow("cold") << 0.0 << 0.5 << 0 << 1.0;
        QTest::newRow("hot, add k") << 0.3 << 2.5 << 0 << 1.0;
        QTest::newRow("as cold as it gets") << 0.0 << 0.01 << 0 << 1.0;
        QTest::newRow("top k") << 0.0 << 1.0 << 3 << 1.0;
        QTest::newRow("top k beyond what was seen") << 0.4 << 1.0 << 7 << 1.0;
        QTest::newRow("greedy") << 0.1 << 1.0 << 1 << 1.0;
        QTest::newRow("top p") << 0.0 << 1.0 << 0 << 0.617;
        QTest::newRow("top p beyond what was seen") << 1.5 << 1.0 << 0 << 0.97;
        QTest::newRow("all together") << 0.2 << 1.4 << 6 << 0.9;
    }
    void drawsHaveTheProbabilities()
    {
        QFETCH(double, addK);
        QFETCH(double, temperature);
        QFETCH(int, topK);
        QFETCH(double, topP);
        NGramPlan plan;
        plan.addK = addK;
        plan.temperature = temperature;
        plan.topK = topK;
        plan.topP = topP;
        const auto blocks = blocksOf(40, 12, 5);
        for (const int order : {1, 2, 3}) {
            const auto counts = countsOf(blocks, order);
            const auto model = modelOf(blocks, order, plan);
            for (const Text& text : kTexts) {
                const auto expected = shaped(probabilities(counts, text, order, addK), plan);
                QVERIFY(areClose(drawnShares(*model, model->tables().after(text)), expected, 1.5 / kTeeth));
            }
        }
    }

    // What is unknown has its chance in scores, but nobody could read it.
    void whatIsUnknownIsNotWritten()
    {
        std::vector<Text> blocks = blocksOf(40, 12, 5); // token 8 never stands there, nor does 0 below
        for (Text& block : blocks)
            std::replace(block.begin(), block.end(), TokenId{0}, TokenId{1});
        for (const double topP : {1.0, 0.999}) {
            NGramPlan plan;
            plan.addK = 3;
            plan.topP = topP;
            plan.hasUnknown = true;
            const auto model = modelOf(blocks, 2, plan);
            for (const Text& text : kTexts) {
                const State s = model->tables().after(text);
                const auto shares = drawnShares(*model, s);
                QCOMPARE(shares[0], 0.0);
                QVERIFY(std::count(shares.begin() + 1, shares.end(), 0.0) == 0);
                State scored = s;
                QVERIFY(std::isfinite(model->nats(scored, 0)));
            }
        }
    }

    // The largest numbers below 1, and 0, draw a token that may be drawn.
    void theEndsOfTheCombAreDrawn()
    {
        const auto blocks = blocksOf(40, 12, 5);
        for (const double k : {0.0, 1e-9, 0.5})
            for (const double topP : {1.0, 0.9}) {
                NGramPlan plan;
                plan.addK = k;
                plan.topP = topP;
                const auto model = modelOf(blocks, 3, plan);
                for (State s = 0; s < model->tables().states(); ++s)
                    for (const double u : {0.0, 1 - 0x1p-53}) {
                        State now = s;
                        const TokenId token = model->draw(now, u);
                        QVERIFY(token >= 0 && token < kVocabulary && now < model->tables().states());
                    }
            }
    }

    void ofEquallyFrequentTokensGreedyTakesTheFirst()
    {
        NGramPlan plan;
        plan.topK = 1;
        const auto model = modelOf({{5, 2, 5, 2, 7, 7, 1, 1}}, 1, plan);
        State s = 0;
        QCOMPARE(model->draw(s, 0.99), 1); // 1, 2, 5 and 7 were met twice
    }

    // Of 300,000 tokens that a model of order 3 writes, those behind its most frequent context: chi-squared
    // against its counts, a false alarm in 1e-7.
    void whatItWritesFollowsTheCounts()
    {
        const auto blocks = blocksOf(400, 20, 6);
        const auto counts = countsOf(blocks, 3);
        const auto model = modelOf(blocks, 3);
        const auto starts = std::make_shared<NGramRows::Starts>(NGramRows::Starts{0});
        const Matrix rows = *toMatrix(std::make_shared<NGramRows>(model, starts, 3000, 100, 11));
        const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
            const auto all = [](const auto& x) {
                double sum = 0;
                for (const auto& [token, count] : x.second)
                    sum += count;
                return x.first.size() == 2 ? sum : 0;
            };
            return all(a) < all(b);
        });
        std::map<TokenId, double> met;
        double all = 0;
        for (Eigen::Index r = 0; r < rows.rows(); ++r)
            for (Eigen::Index j = 2; j < rows.cols(); ++j)
                if (rows(r, j - 2) == most->first[0] && rows(r, j - 1) == most->first[1]) {
                    ++met[static_cast<TokenId>(rows(r, j))];
                    ++all;
                }
        std::vector<double> found, expected;
        double sum = 0;
        for (const auto& [token, count] : most->second)
            sum += count;
        for (const auto& [token, count] : most->second) {
            found.push_back(met[token]);
            expected.push_back(all * count / sum);
        }
        QCOMPARE(met.size(), most->second.size()); // and nothing that never followed
        QVERIFY(all > 5000 && *std::min_element(expected.begin(), expected.end()) >= 5);
        QVERIFY(fitsExpected(found, expected));
    }

    void rowsBeginAfterTheirPrompts()
    {
        const auto model = modelOf({{0, 1, 2, 3}, {4, 5, 6, 7}}, 2);
        const NGramTables& tables = model->tables();
        const auto starts = std::make_shared<NGramRows::Starts>(
            NGramRows::Starts{tables.after(Text{9 % 9, 1}), tables.after(Text{4})});
        const Matrix rows = *toMatrix(std::make_shared<NGramRows>(model, starts, 6, 2, 3));
        for (Eigen::Index r = 0; r < 6; ++r) {
            QCOMPARE(rows(r, 0), r % 2 == 0 ? 2.0 : 5.0);
            QCOMPARE(rows(r, 1), r % 2 == 0 ? 3.0 : 6.0);
        }
    }

    void theOrderOfBlocksDoesNotCount_data() { orders(); }
    void theOrderOfBlocksDoesNotCount()
    {
        QFETCH(int, order);
        auto blocks = blocksOf(50, 10, 8);
        const NGramTables tables = tablesOf(blocks, order);
        std::reverse(blocks.begin(), blocks.end());
        QVERIFY(tables == tablesOf(blocks, order));
    }

    void packedTablesComeBack_data() { orders(); }
    void packedTablesComeBack()
    {
        QFETCH(int, order);
        const NGramTables tables = tablesOf(blocksOf(50, 10, 8), order);
        const auto read = unpacked(packed(tables), order, kVocabulary);
        QVERIFY(read && *read == tables);
        // Blocks that are shorter than the longest run.
        const NGramTables few = tablesOf({{1, 2}, {2, 1}}, order);
        QVERIFY(*unpacked(packed(few), order, kVocabulary) == few);
    }

    void damagedTablesAreRefusedOrWhole()
    {
        const auto bytes = packed(tablesOf(blocksOf(20, 8, 9), 3));
        Rng rng(2);
        int refused = 0;
        for (int i = 0; i < 5000; ++i) {
            auto damaged = bytes;
            if (i % 2 == 0)
                damaged.resize(rng.below(damaged.size()));
            else
                damaged[rng.below(damaged.size())] = static_cast<std::uint8_t>(rng.below(256));
            const auto read = unpacked(damaged, 3, kVocabulary);
            refused += !read;
            QVERIFY(i % 2 == 1 || !read); // what is cut off is missed
            if (read)
                QVERIFY(packed(*read).size() <= damaged.size());
        }
        QVERIFY(refused > 3000);
        QVERIFY(!unpacked({}, 3, kVocabulary).ok());
        QVERIFY(!unpacked(bytes, 2, kVocabulary).ok() && !unpacked(bytes, 3, 2).ok());
    }

    void metricsAreTheirFormulas()
    {
        // 0 1 0 2 0 1: after 0 come 1, 2, 1; after 1 and 2 comes 0.
        const NGramTables two = tablesOf({{0, 1, 0, 2, 0, 1}}, 2);
        QCOMPARE(knownNgrams(two), 4);
        const double third = 3.0 / 5 * (2.0 / 3 * std::log(1.5) + 1.0 / 3 * std::log(3.0));
        QVERIFY(isClose(conditionalEntropy(two), third));
        QVERIFY(isClose(tokenHeterozygosity(two), 1 - (9.0 + 4 + 1) / 36));
        const NGramTables one = tablesOf({{0, 1, 0, 2, 0, 1}}, 1);
        QCOMPARE(knownNgrams(one), 3);
        QVERIFY(isClose(conditionalEntropy(one),
                        -(0.5 * std::log(0.5) + std::log(1.0 / 3) / 3 + std::log(1.0 / 6) / 6)));
        QVERIFY(std::isnan(conditionalEntropy(tablesOf({{0, 1}}, 4))));
    }
};

HARELOOM_TEST(NGramTest)
#include "NGramTest.moc"
