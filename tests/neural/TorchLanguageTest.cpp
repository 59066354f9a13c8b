// SPDX-License-Identifier: GPL-3.0-or-later
// Language models on a device of LibTorch's, here the processor driven as a card is, against our own code for
// the processor: same logits, same losses, same texts.
#include "core/families/language/LanguageCheckpoint.h"
#include "core/neural/language/ProcessorLanguageModel.h"
#include "core/neural/torch/TorchLanguageModel.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <cmath>
#include <cstring>

using namespace hareloom;
using namespace hareloom::neural;

namespace {

LanguageCheckpoint fixture(const QString& kind)
{
    const auto read =
        readLanguageCheckpoint((QString(HARELOOM_SOURCE_DIR "/tests/neural/fixtures/") + kind).toStdString());
    if (!read)
        qFatal("%s", read.error().message.c_str());
    return *read;
}

void kinds()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("opt") << "opt";
    QTest::newRow("gpt2") << "gpt2";
}

/// Rows that one can learn: each goes on from its first token by a fixed step.
TokenBlocks ladders(std::int64_t count, std::int64_t length)
{
    TokenBlocks blocks{length, {}};
    Rng rng(9);
    for (std::int64_t r = 0; r < count; ++r) {
        const std::uint64_t first = rng.below(20), step = 1 + rng.below(2);
        for (std::int64_t t = 0; t < length; ++t)
            blocks.ids.push_back(
                static_cast<TokenId>(3 + (first + step * static_cast<std::uint64_t>(t)) % 20));
    }
    return blocks;
}

struct Both
{
    explicit Both(const QString& kind, double spread = 1) : Both(fixture(kind), spread) {}
    /// `spread` times the weights: the larger, the more a model prefers.
    Both(LanguageCheckpoint checkpoint, double spread)
        : processor(checkpoint.architecture, nullptr), torch(checkpoint.architecture, "torch:cpu")
    {
        auto weights = std::make_shared<std::vector<float>>(*checkpoint.weights);
        for (float& w : *weights)
            w *= static_cast<float>(spread);
        for (LanguageModel* model :
             {static_cast<LanguageModel*>(&processor), static_cast<LanguageModel*>(&torch)})
            if (!model->setWeights(weights))
                qFatal("no such weights");
    }
    ProcessorLanguageModel processor;
    TorchLanguageModel torch;
};

double worst(const std::vector<float>& a, const std::vector<float>& b)
{
    double most = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        most = std::max(most, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    return most;
}

bool same(const std::vector<float>& a, const std::vector<float>& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

LanguageTrainingPlan smallPlan()
{
    LanguageTrainingPlan plan;
    plan.epochs = 3;
    plan.batch = 7; // does not divide the blocks
    plan.microBatch = 3;
    plan.learningRate = 3e-3;
    plan.dropout = 0;
    plan.warmupSteps = 3;
    plan.seed = 4;
    return plan;
}

struct Curve
{
    std::vector<double> losses, validations, lengths;
    LanguageTrainingEvents events()
    {
        LanguageTrainingEvents e;
        e.onStep = [this](const LanguageTrainingProgress& p) {
            losses.push_back(p.lossNats);
            lengths.push_back(p.gradientNorm);
            if (std::isfinite(p.validationNats))
                validations.push_back(p.validationNats);
        };
        return e;
    }
};

GenerationConfig caseOf(Rng& rng)
{
    GenerationConfig c;
    c.maxNewTokens = 1 + static_cast<std::int64_t>(rng.below(12));
    c.beams = 1 + static_cast<std::int64_t>(rng.below(6));
    c.returnSequences = 1 + static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(c.beams)));
    c.minNewTokens = rng.below(2) ? 0 : static_cast<std::int64_t>(rng.below(5));
    const double penalties[] = {1, 0.5, 2, -1, 0};
    c.lengthPenalty = penalties[rng.below(5)];
    c.repetitionPenalty = rng.below(2) ? 1 : 1.5;
    c.noRepeatNgram = rng.below(2) ? 0 : 1 + static_cast<std::int64_t>(rng.below(3));
    const EarlyStopping ends[] = {EarlyStopping::No, EarlyStopping::Yes, EarlyStopping::Never};
    c.earlyStopping = ends[rng.below(3)];
    return c;
}

std::vector<std::vector<TokenId>> promptsOf(Rng& rng)
{
    std::vector<std::vector<TokenId>> prompts(1 + rng.below(6));
    for (auto& prompt : prompts)
        for (std::uint64_t t = 1 + rng.below(4); t > 0; --t)
            prompt.push_back(static_cast<TokenId>(3 + rng.below(20)));
    return prompts;
}

} // namespace

class TorchLanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logitsAreTheProcessors_data() { kinds(); }
    void logitsAreTheProcessors()
    {
        QFETCH(QString, kind);
        const Both both(kind);
        const TokenBlocks rows = ladders(5, 9);
        std::vector<std::uint8_t> isToken; // the second row is padded on the left
        for (std::size_t i = 0; i < rows.ids.size(); ++i)
            isToken.push_back(i < 9 || i >= 13);
        for (const auto& mask : {std::vector<std::uint8_t>{}, isToken}) {
            auto wanted = both.processor.logits(rows, mask, {}), found = both.torch.logits(rows, mask, {});
            QVERIFY(wanted.ok() && found.ok());
            if (!mask.empty()) // what a padded place says does not matter
                for (auto* all : {&wanted->values, &found->values})
                    std::fill_n(all->begin() + 9 * found->vocabulary, 4 * found->vocabulary, 0.0F);
            const double most = worst(wanted->values, found->values);
            QVERIFY2(most < 1e-4, qPrintable(QString::number(most)));
        }
    }

    void bf16IsNearby_data() { kinds(); }
    void bf16IsNearby()
    {
        QFETCH(QString, kind);
        const Both both(kind);
        LanguageWork work;
        work.precision = NumberFormat::Bf16;
        const auto wanted = both.processor.logits(ladders(5, 9), {}, {}),
                   found = both.torch.logits(ladders(5, 9), {}, work);
        QVERIFY(wanted.ok() && found.ok());
        double error = 0, size = 0;
        for (std::size_t i = 0; i < wanted->values.size(); ++i) {
            error += std::pow(static_cast<double>(wanted->values[i] - found->values[i]), 2);
            size += std::pow(static_cast<double>(wanted->values[i]), 2);
        }
        const double share = std::sqrt(error / size);
        QVERIFY2(share > 1e-5 && share < 2e-2, qPrintable(QString::number(share)));
    }

    void scoresAreTheProcessors_data() { kinds(); }
    void scoresAreTheProcessors()
    {
        QFETCH(QString, kind);
        const Both both(kind);
        double done = 0;
        const auto wanted = both.processor.score(ladders(30, 12), {}, {}),
                   found = both.torch.score(ladders(30, 12), {}, [&](double share) { done = share; });
        QVERIFY(wanted.ok() && found.ok());
        QCOMPARE(found->size(), std::size_t{30});
        QCOMPARE(done, 1.0);
        for (std::size_t i = 0; i < 30; ++i)
            QVERIFY(std::abs((*wanted)[i] - (*found)[i]) < 1e-5 * (*wanted)[i]);
    }

    void lossesAreTheProcessors_data() { kinds(); }
    void lossesAreTheProcessors()
    {
        QFETCH(QString, kind);
        // Smooth for both: where rounding carries a rectifier's input past zero, the gradient jumps.
        LanguageCheckpoint checkpoint = fixture(kind);
        checkpoint.architecture.activation = Activation::Gelu;
        Both both(checkpoint, 1);
        Curve wanted, found;
        LanguageTrainingPlan plan = smallPlan();
        plan.epsilon = 1e-3; // so that rounding is not made to a whole step
        const auto first = both.processor.train(ladders(40, 12), ladders(10, 12), plan, wanted.events(), {});
        const auto second = both.torch.train(ladders(40, 12), ladders(10, 12), plan, found.events(), {});
        QVERIFY2(second.ok(), second ? "" : second.error().message.c_str());
        QVERIFY(first.ok());
        QCOMPARE(second->steps, std::int64_t{18});
        QCOMPARE(second->microBatch, std::int64_t{3});
        QCOMPARE(second->bestEpoch, first->bestEpoch);
        QCOMPARE(found.losses.size(), wanted.losses.size());
        QCOMPARE(found.validations.size(), std::size_t{3});
        for (std::size_t i = 0; i < wanted.losses.size(); ++i) {
            QVERIFY2(std::abs(found.losses[i] - wanted.losses[i]) < 1e-5 * wanted.losses[i],
                     qPrintable(QString("%1: %2 for %3").arg(i).arg(found.losses[i]).arg(wanted.losses[i])));
            QVERIFY2(std::abs(found.lengths[i] - wanted.lengths[i]) < 1e-5 * wanted.lengths[i],
                     qPrintable(
                         QString("step %1: %2 for %3").arg(i).arg(found.lengths[i]).arg(wanted.lengths[i])));
        }
        QVERIFY(std::abs(second->validationNats - first->validationNats) < 1e-4 * first->validationNats);
        QVERIFY(worst(*both.torch.weights(), *both.processor.weights()) < 1e-5);
    }

    void bf16Learns()
    {
        Both both("opt");
        Curve exact, brief;
        LanguageTrainingPlan plan = smallPlan();
        QVERIFY(both.processor.train(ladders(40, 12), {}, plan, exact.events(), {}).ok());
        plan.precision = NumberFormat::Bf16;
        const auto report = both.torch.train(ladders(40, 12), {}, plan, brief.events(), {});
        QVERIFY2(report.ok(), report ? "" : report.error().message.c_str());
        QVERIFY(report->precision == NumberFormat::Bf16);
        for (std::size_t i = 0; i < exact.losses.size(); ++i)
            QVERIFY2(std::abs(brief.losses[i] - exact.losses[i]) < 2e-2 * exact.losses[i],
                     qPrintable(QString("%1: %2 for %3").arg(i).arg(brief.losses[i]).arg(exact.losses[i])));
    }

    void aResumedTrainingGoesOnTheSame()
    {
        Both whole("opt"), parted("opt");
        LanguageTrainingPlan plan = smallPlan();
        plan.dropout = 0.1;
        LanguageTrainingEvents events;
        LanguageTrainingStatePtr state;
        events.stateEvery = 8; // within the second epoch of six steps
        events.onState = [&](const LanguageTrainingStatePtr& s) { state = state ? state : s; };
        const auto wanted = whole.torch.train(ladders(40, 12), ladders(5, 12), plan, events, {});
        QVERIFY(wanted.ok() && state && state->step == 8);
        LanguageTrainingEvents rest;
        rest.resume = state;
        const auto found = parted.torch.train(ladders(40, 12), ladders(5, 12), plan, rest, {});
        QVERIFY(found.ok());
        QVERIFY(same(*whole.torch.weights(), *parted.torch.weights()));
        QCOMPARE(found->lossNats, wanted->lossNats);
        QCOMPARE(found->validationNats, wanted->validationNats);
    }

    void dropoutIsTheSeeds()
    {
        std::vector<LanguageWeights> ends;
        for (const Seed seed : {1, 1, 2}) {
            Both both("gpt2");
            LanguageTrainingPlan plan = smallPlan();
            plan.dropout = 0.2;
            plan.seed = seed;
            plan.epochs = 1;
            QVERIFY(both.torch.train(ladders(14, 12), {}, plan, {}, {}).ok());
            ends.push_back(both.torch.weights());
        }
        QVERIFY(same(*ends[0], *ends[1]) && !same(*ends[0], *ends[2]));
    }

    // Every rule of beam search and of what may follow, in a few hundred ways.
    void textsAreTheProcessorsTokenForToken()
    {
        const Both both("opt", 3);
        Rng rng(31);
        int beams = 0;
        for (int i = 0; i < 400; ++i) {
            const GenerationConfig config = caseOf(rng);
            const auto prompts = promptsOf(rng);
            beams += config.beams > 1;
            const auto wanted = both.processor.generate(prompts, config, 0, {}, {}),
                       found = both.torch.generate(prompts, config, 0, {}, {});
            QVERIFY2(found.ok(), found ? "" : found.error().message.c_str());
            QVERIFY(wanted.ok() && wanted->size() == found->size());
            for (std::size_t s = 0; s < wanted->size(); ++s) {
                const std::string where = "case " + std::to_string(i) + ", sequence " + std::to_string(s) +
                                          ": " + std::to_string((*found)[s].score) + " for " +
                                          std::to_string((*wanted)[s].score);
                QVERIFY2((*found)[s].tokens == (*wanted)[s].tokens, where.c_str());
                // A text that no rule allows has the score of none.
                if (config.beams > 1 && (*wanted)[s].score > -1e6F)
                    QVERIFY2(std::abs((*found)[s].score - (*wanted)[s].score) <=
                                 1e-3F * std::max(1.0F, std::abs((*wanted)[s].score)),
                             where.c_str());
            }
        }
        QVERIFY(beams > 250);
    }

    void drawnTextsAreTheProcessors()
    {
        const Both both("gpt2");
        GenerationConfig config;
        config.maxNewTokens = 8;
        config.isSampled = true;
        config.topK = 9;
        config.topP = 0.9;
        config.returnSequences = 3;
        const std::vector<std::vector<TokenId>> prompts = {{2, 5, 9}, {7, 8, 4}, {2, 11}, {5}, {6, 7, 8}};
        LanguageWork two;
        two.threads = 2;
        const auto wanted = both.processor.generate(prompts, config, 8, {}, {}),
                   found = both.torch.generate(prompts, config, 8, two, {});
        QVERIFY(wanted.ok() && found.ok() && wanted->size() == 15);
        for (std::size_t s = 0; s < 15; ++s)
            QVERIFY((*wanted)[s].tokens == (*found)[s].tokens);
    }

    void bf16Writes()
    {
        const Both both("opt", 3);
        GenerationConfig config;
        config.maxNewTokens = 6;
        config.beams = 5;
        LanguageWork work;
        work.precision = NumberFormat::Bf16;
        std::int64_t told = 0;
        const auto found = both.torch.generate({{2, 5, 9}, {7, 8, 4}}, config, 0, work,
                                               [&](const GenerationProgress& p) { told = p.prompts; });
        QVERIFY(found.ok() && found->size() == 2);
        QCOMPARE(told, std::int64_t{2});
        for (const GeneratedSequence& s : *found)
            QVERIFY(!s.tokens.empty() && std::isfinite(s.score));
    }

    void aStopIsHeard()
    {
        Both both("opt");
        const LanguageWeights before = both.torch.weights();
        const StopSource stop;
        LanguageWork work;
        work.stop = stop.token();
        LanguageTrainingEvents events;
        events.onStep = [&](const LanguageTrainingProgress&) { const_cast<StopSource&>(stop).requestStop(); };
        const auto report = both.torch.train(ladders(40, 12), {}, smallPlan(), events, work);
        QVERIFY(!report && report.error().kind == ErrorKind::Stopped);
        QVERIFY(both.torch.weights() == before);
        GenerationConfig config;
        config.maxNewTokens = 4;
        const auto texts = both.torch.generate({{2, 3}}, config, 0, work, {});
        QVERIFY(!texts && texts.error().kind == ErrorKind::Stopped);
        const auto scores = both.torch.score(ladders(4, 12), work, {});
        QVERIFY(!scores && scores.error().kind == ErrorKind::Stopped);
    }

    void wrongInputIsRefusedAsOnTheProcessor()
    {
        Both both("opt");
        GenerationConfig tooLong;
        tooLong.maxNewTokens = 400;
        LanguageTrainingPlan plan = smallPlan();
        plan.learningRate = -1;
        for (LanguageModel* m :
             {static_cast<LanguageModel*>(&both.processor), static_cast<LanguageModel*>(&both.torch)}) {
            const auto refuses = [](const Error& error, const char* word) {
                return error.message.find(word) != std::string::npos && error.message.ends_with('.');
            };
            QVERIFY(refuses(m->generate({{2, 99}}, {}, 0, {}, {}).error(), "99"));
            QVERIFY(refuses(m->generate({{}}, {}, 0, {}, {}).error(), "empty"));
            QVERIFY(refuses(m->generate({{2}}, tooLong, 0, {}, {}).error(), "maxNewTokens"));
            QVERIFY(refuses(m->score({2, {1, -1}}, {}, {}).error(), "-1"));
            QVERIFY(refuses(m->logits({2, {1, 2}}, {1}, {}).error(), "mask"));
            QVERIFY(refuses(m->train(ladders(2, 4), {}, plan, {}, {}).error(), "learningRate"));
            QVERIFY(refuses(m->setWeights(nullptr).error(), "weights"));
        }
    }

    void aTrainingThatDivergesSaysSo()
    {
        Both both("opt");
        LanguageTrainingPlan plan = smallPlan();
        plan.learningRate = 10;
        plan.clipNorm = 0;
        plan.epochs = 400;
        plan.schedule = RateSchedule::Constant;
        plan.weightDecay = 10;
        const auto diverged = both.torch.train(ladders(7, 12), {}, plan, {}, {});
        QVERIFY(!diverged && diverged.error().message.find("diverged") != std::string::npos);
    }
};

HARELOOM_TEST(TorchLanguageTest)
#include "TorchLanguageTest.moc"
