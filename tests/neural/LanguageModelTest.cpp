// SPDX-License-Identifier: GPL-3.0-or-later
// Language models on the processor, on two tiny ones whose numbers plain PyTorch gave
// (fixtures/make_fixtures.py).
#include "core/families/language/LanguageCheckpoint.h"
#include "core/neural/language/ProcessorLanguageModel.h"
#include "core/neural/language/train/AdamW.h"
#include "core/neural/language/train/LanguagePass.h"
#include "core/neural/language/train/ShrinkingBatch.h"
#include "core/neural/language/train/TrainingPrecision.h"
#include "tests/Reference.h"
#include "tests/TestProgram.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <cmath>
#include <cstring>

using namespace hareloom;
using namespace hareloom::neural;
using nlohmann::json;

namespace {

struct Fixture
{
    LanguageCheckpoint checkpoint;
    json expected;
    TokenBlocks blocks;
};

Fixture fixture(const QString& kind)
{
    const QString folder = QString(HARELOOM_SOURCE_DIR "/tests/neural/fixtures/") + kind;
    const auto read = readLanguageCheckpoint(folder.toStdString());
    if (!read)
        qFatal("%s", read.error().message.c_str());
    Fixture f{*read, test::readJson(folder + "/expected.json"), {}};
    f.blocks.length = static_cast<std::int64_t>(f.expected["ids"][0].size());
    for (const json& row : f.expected["ids"])
        for (const json& id : row)
            f.blocks.ids.push_back(id.get<TokenId>());
    return f;
}

void kinds()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("opt") << "opt";
    QTest::newRow("gpt2") << "gpt2";
}

/// Rows that one can learn: each goes on from its first token by a fixed step.
TokenBlocks ladders(std::int64_t count, std::int64_t length, std::int64_t vocabulary)
{
    TokenBlocks blocks;
    blocks.length = length;
    Rng rng(9);
    for (std::int64_t r = 0; r < count; ++r) {
        const std::uint64_t first = rng.below(20), step = 1 + rng.below(2);
        for (std::int64_t t = 0; t < length; ++t)
            blocks.ids.push_back(static_cast<TokenId>(3 + (first + step * static_cast<std::uint64_t>(t)) %
                                                              static_cast<std::uint64_t>(vocabulary - 3)));
    }
    return blocks;
}

bool same(const std::vector<float>& a, const std::vector<float>& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

bool same(const std::vector<GeneratedSequence>& a, const std::vector<GeneratedSequence>& b)
{
    bool isSame = a.size() == b.size();
    for (std::size_t i = 0; isSame && i < a.size(); ++i)
        isSame = a[i].tokens == b[i].tokens && std::memcmp(&a[i].score, &b[i].score, sizeof(float)) == 0;
    return isSame;
}

/// Stops a training after some steps.
LanguageTrainingEvents stopAfter(std::int64_t step, StopSource& stop)
{
    LanguageTrainingEvents events;
    events.onStep = [step, &stop](const LanguageTrainingProgress& p) {
        if (p.step == step)
            stop.requestStop();
    };
    return events;
}

} // namespace

class LanguageModelTest : public QObject
{
    Q_OBJECT

    static ProcessorLanguageModel model(const QString& kind)
    {
        const Fixture f = fixture(kind);
        return {f.checkpoint.architecture, f.checkpoint.weights};
    }

    static LanguageTrainingPlan smallPlan()
    {
        LanguageTrainingPlan plan;
        plan.epochs = 3;
        plan.batch = 7; // does not divide the rows
        plan.learningRate = 3e-3;
        plan.dropout = 0.1;
        plan.warmupSteps = 3;
        plan.seed = 4;
        return plan;
    }

private Q_SLOTS:
    void logitsAndScoresArePyTorchs_data() { kinds(); }
    void logitsAndScoresArePyTorchs()
    {
        QFETCH(QString, kind);
        const Fixture f = fixture(kind);
        const ProcessorLanguageModel m = model(kind);
        const auto found = m.logits(f.blocks, {}, {{}, 2});
        QVERIFY(found.ok());
        std::size_t i = 0;
        double worst = 0;
        for (const json& row : f.expected["logits"])
            for (const json& place : row)
                for (const json& logit : place)
                    worst = std::max(worst,
                                     std::abs(static_cast<double>(found->values[i++]) - logit.get<double>()));
        QCOMPARE(i, found->values.size());
        QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
        const auto nats = m.score(f.blocks, {{}, 2}, {});
        QVERIFY(nats.ok() && std::ssize(*nats) == f.blocks.count());
        double sum = 0;
        for (const double block : *nats)
            sum += block;
        QVERIFY(std::abs(sum / static_cast<double>(nats->size()) - f.expected["loss"].get<double>()) < 1e-5);
    }

    void gradientsArePyTorchs_data() { kinds(); }
    void gradientsArePyTorchs()
    {
        QFETCH(QString, kind);
        const Fixture f = fixture(kind);
        const LanguageLayout layout(f.checkpoint.architecture);
        QCOMPARE(layout.size, parameterCount(f.checkpoint.architecture));
        ShardTeam team(2);
        const ForwardWeights forward(layout, f.checkpoint.weights->data()); // not packed: both ways are used
        LanguagePass pass(layout, f.blocks.count(), f.blocks.length);
        Floats gradient(f.checkpoint.weights->size(), 7.0F);
        const double tokens = static_cast<double>(f.blocks.count() * (f.blocks.length - 1));
        const double loss =
            pass.lossAndGradient(forward, {f.blocks.count(), f.blocks.length, f.blocks.ids.data(), nullptr},
                                 0, {}, static_cast<float>(1 / tokens), true, team, {}, gradient.data()) /
            tokens;
        QVERIFY(std::abs(loss - f.expected["loss"].get<double>()) < 1e-5);
        for (const LanguageTensor& tensor : tensorsOf(layout.architecture)) {
            const double length = lengthOf(team, gradient.data() + tensor.offset, tensor.size()),
                         wanted = f.expected["gradientLengths"][tensor.name].get<double>();
            QVERIFY2(std::abs(length - wanted) < 1e-3 * wanted + 1e-6,
                     qPrintable(QString("%1: %2 for %3").arg(tensor.name.c_str()).arg(length).arg(wanted)));
        }
    }

    // With dropout in all three places, against differences: the way back must drop what the way there
    // dropped.
    void gradientsWithDropoutAreSlopes_data() { kinds(); }
    void gradientsWithDropoutAreSlopes()
    {
        QFETCH(QString, kind);
        Fixture f = fixture(kind);
        f.checkpoint.architecture.activation = Activation::GeluTanh; // a rectifier's kinks are not what is asked here
        const LanguageLayout layout(f.checkpoint.architecture);
        std::vector<float> weights = *f.checkpoint.weights;
        ShardTeam team(1);
        const ForwardWeights forward(layout, weights.data());
        LanguagePass pass(layout, f.blocks.count(), f.blocks.length);
        const LanguageDropout dropout{kind == "opt" ? 0.0 : 0.2, 0.3, 0.25, 11};
        Floats gradient(weights.size()), ignored(weights.size());
        const auto loss = [&](Floats& to) {
            return pass.lossAndGradient(forward,
                                        {f.blocks.count(), f.blocks.length, f.blocks.ids.data(), nullptr}, 5,
                                        dropout, 1, true, team, {}, to.data());
        };
        loss(gradient);
        Rng rng(3);
        for (const LanguageTensor& tensor : tensorsOf(layout.architecture)) {
            // Along a random direction in this array, so that one difference checks it all.
            std::vector<float> direction(static_cast<std::size_t>(tensor.size()));
            double wanted = 0;
            for (std::size_t i = 0; i < direction.size(); ++i) {
                direction[i] = static_cast<float>(rng.normal());
                wanted += static_cast<double>(direction[i]) *
                          static_cast<double>(gradient[static_cast<std::size_t>(tensor.offset) + i]);
            }
            constexpr float kStep = 1e-3F;
            const std::vector<float> kept = weights;
            double ends[2];
            for (const int side : {0, 1}) {
                for (std::size_t i = 0; i < direction.size(); ++i)
                    weights[static_cast<std::size_t>(tensor.offset) + i] =
                        kept[static_cast<std::size_t>(tensor.offset) + i] +
                        (side ? kStep : -kStep) * direction[i];
                ends[side] = loss(ignored);
            }
            weights = kept;
            const double slope = (ends[1] - ends[0]) / (2.0 * static_cast<double>(kStep));
            QVERIFY2(std::abs(slope - wanted) < 0.02 * std::abs(wanted) + 0.25,
                     qPrintable(QString("%1: %2 for %3").arg(tensor.name.c_str()).arg(slope).arg(wanted)));
        }
    }

    void trainingIsTheSameForEveryNumberOfThreads_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("precision");
        QTest::newRow("opt") << "opt"
                             << "fp32";
        QTest::newRow("gpt2") << "gpt2"
                              << "fp32";
        if (multipliesHalves())
            QTest::newRow("opt in bf16") << "opt"
                                         << "bf16";
    }
    void trainingIsTheSameForEveryNumberOfThreads()
    {
        QFETCH(QString, kind);
        QFETCH(QString, precision);
        LanguageTrainingPlan plan = smallPlan();
        plan.precision = *choiceOf(kNumberFormats, precision.toStdString());
        const TokenBlocks blocks = ladders(90, 12, 23);
        std::vector<std::vector<float>> ends;
        double first = 0;
        for (const int threads : {1, 2, 3}) {
            ProcessorLanguageModel m = model(kind);
            LanguageTrainingEvents events;
            events.onStep = [&](const LanguageTrainingProgress& p) {
                first = p.step == 1 ? p.lossNats : first;
            };
            const auto report = m.train(blocks, ladders(10, 12, 23), plan, events, {{}, threads});
            QVERIFY2(report.ok(), report ? "" : report.error().message.c_str());
            QCOMPARE(report->steps, std::int64_t{3 * 13});
            QVERIFY(report->precision == plan.precision);
            QVERIFY2(report->lossNats < 0.9 * first,
                     qPrintable(QString("%1 after %2").arg(report->lossNats).arg(first)));
            QVERIFY(report->bestEpoch >= 1 && std::isfinite(report->validationNats));
            ends.push_back(*m.weights());
        }
        QVERIFY(same(ends[0], ends[1]) && same(ends[0], ends[2]));
    }

    // 8 bits of a factor instead of 24: the losses of a training differ, but not by much. Neither side has
    // any chance in it, so there is no false alarm.
    void halvesLearnAsWell()
    {
        if (!multipliesHalves())
            QSKIP("this processor has no products of bfloat16");
        const TokenBlocks blocks = ladders(90, 12, 23);
        std::vector<double> losses;
        std::vector<std::vector<float>> ends;
        for (const NumberFormat precision : {NumberFormat::Fp32, NumberFormat::Bf16}) {
            ProcessorLanguageModel m = model("opt");
            LanguageTrainingPlan plan = smallPlan();
            plan.precision = precision;
            const auto report = m.train(blocks, {}, plan, {}, {{}, 1});
            QVERIFY(report.ok());
            losses.push_back(report->lossNats);
            ends.push_back(*m.weights());
        }
        QVERIFY(!same(ends[0], ends[1]));
        QVERIFY2(std::abs(losses[1] / losses[0] - 1) < 0.02,
                 qPrintable(QString("%1 instead of %2").arg(losses[1]).arg(losses[0])));
    }

    void theFasterPrecisionIsChosenOnce()
    {
        QVERIFY(trainingPrecision(NumberFormat::Fp32).value() == Precision::Fp32);
        const Precision chosen = trainingPrecision(NumberFormat::Auto).value();
        QVERIFY(chosen == Precision::Fp32 || multipliesHalves());
        QVERIFY(trainingPrecision(NumberFormat::Auto).value() == chosen);
        const auto half = trainingPrecision(NumberFormat::Bf16);
        QCOMPARE(half.ok(), multipliesHalves());
        QVERIFY(half.ok() || half.error().message.starts_with("precision: this processor has no products"));
    }

    void aBatchThatMemoryHasNoRoomForShrinksAndSaysSo()
    {
        LanguageTrainingPlan plan = smallPlan();
        plan.batch = 16;
        std::vector<std::int64_t> tried;
        std::int64_t room = 3;
        const auto train = [&](const LanguageTrainingPlan& fitting,
                               const LanguageTrainingEvents& events) -> Result<std::int64_t> {
            tried.push_back(fitting.microBatch);
            if (fitting.microBatch > room)
                throw std::bad_alloc();
            events.onStep({});
            return fitting.microBatch;
        };
        std::vector<std::string> remarks;
        LanguageTrainingEvents events;
        events.onStep = [&](const LanguageTrainingProgress& p) { remarks.push_back(p.remark); };
        const auto shrunk = trainWithShrinkingBatch<std::bad_alloc>(plan, 16, events, "too little", train);
        QCOMPARE(shrunk.value(), std::int64_t{2});
        QCOMPARE(tried, (std::vector<std::int64_t>{16, 8, 4, 2}));
        QCOMPARE(remarks, std::vector<std::string>{"memory ran out: 2 of 16 blocks at once"});
        QVERIFY(trainWithShrinkingBatch<std::bad_alloc>(plan, 3, events, "too little", train).ok());
        QCOMPARE(remarks.back(), std::string());
        room = 0;
        const auto none = trainWithShrinkingBatch<std::bad_alloc>(plan, 16, events, "too little", train);
        QVERIFY(!none.ok() && none.error().message == "too little");
    }

    void microBatchesAddUpToTheBatch()
    {
        const TokenBlocks blocks = ladders(16, 12, 23);
        std::vector<std::vector<float>> ends;
        for (const std::int64_t micro : {0, 3}) {
            ProcessorLanguageModel m = model("opt");
            LanguageTrainingPlan plan = smallPlan();
            plan.batch = 16;
            plan.microBatch = micro;
            plan.epochs = 1;
            plan.epsilon = 1e-3; // so that rounding is not made to a whole step
            QVERIFY(m.train(blocks, {}, plan, {}, {{}, 1}).ok());
            ends.push_back(*m.weights());
        }
        double worst = 0;
        for (std::size_t i = 0; i < ends[0].size(); ++i)
            worst = std::max(worst, std::abs(static_cast<double>(ends[0][i] - ends[1][i])));
        QVERIFY2(worst < 1e-6, qPrintable(QString::number(worst)));
    }

    void aResumedTrainingGoesOnTheSame()
    {
        const TokenBlocks blocks = ladders(40, 12, 23), validation = ladders(5, 12, 23);
        ProcessorLanguageModel whole = model("opt"), parted = model("opt");
        LanguageTrainingEvents events;
        LanguageTrainingStatePtr state;
        events.stateEvery = 8; // within the second epoch of six steps
        events.onState = [&](const LanguageTrainingStatePtr& s) { state = state ? state : s; };
        const auto wanted = whole.train(blocks, validation, smallPlan(), events, {{}, 2});
        QVERIFY(wanted.ok() && state && state->step == 8);
        LanguageTrainingEvents rest;
        rest.resume = state;
        const auto found = parted.train(blocks, validation, smallPlan(), rest, {{}, 2});
        QVERIFY(found.ok());
        QVERIFY(same(*whole.weights(), *parted.weights()));
        QCOMPARE(found->lossNats, wanted->lossNats);
        QCOMPARE(found->validationNats, wanted->validationNats);
    }

    void theBestEpochIsKept()
    {
        // Validation on other text than training: the first epoch is the least bad.
        ProcessorLanguageModel m = model("opt");
        LanguageTrainingPlan plan = smallPlan();
        plan.epochs = 6;
        plan.learningRate = 0.02;
        std::vector<double> epochs;
        LanguageTrainingEvents events;
        events.onStep = [&](const LanguageTrainingProgress& p) {
            if (std::isfinite(p.validationNats))
                epochs.push_back(p.validationNats);
        };
        TokenBlocks other{12, {}};
        Rng rng(2);
        for (int i = 0; i < 120; ++i)
            other.ids.push_back(static_cast<TokenId>(3 + rng.below(20)));
        const auto report = m.train(ladders(40, 12, 23), other, plan, events, {{}, 1});
        QVERIFY(report.ok());
        QCOMPARE(epochs.size(), std::size_t{6});
        const auto best = std::min_element(epochs.begin(), epochs.end());
        QVERIFY(best != epochs.end() - 1);
        QCOMPARE(report->bestEpoch, best - epochs.begin() + 1);
        QCOMPARE(report->validationNats, *best);
        double sum = 0;
        const auto again = m.score(other, {{}, 1}, {});
        QVERIFY(again.ok());
        for (const double nats : *again)
            sum += nats;
        QCOMPARE(sum / static_cast<double>(other.count()), *best);
    }

    void aStoppedTrainingLeavesTheWeights()
    {
        ProcessorLanguageModel m = model("opt");
        StopSource stop;
        const auto report =
            m.train(ladders(40, 12, 23), {}, smallPlan(), stopAfter(2, stop), {stop.token(), 2});
        QVERIFY(!report && report.error().kind == ErrorKind::Stopped);
        QVERIFY(same(*m.weights(), *fixture("opt").checkpoint.weights));
    }

    // The cache, the shared prompt and the histories against a forward pass over everything.
    void eachTokenIsTheOneThatTheWholeTextAsksFor_data() { kinds(); }
    void eachTokenIsTheOneThatTheWholeTextAsksFor()
    {
        QFETCH(QString, kind);
        const ProcessorLanguageModel m = model(kind);
        GenerationConfig config;
        config.maxNewTokens = 6;
        config.minNewTokens = 6;
        const std::vector<std::vector<TokenId>> prompts = {{2, 5, 9}, {7, 8, 4}, {2, 11}};
        const auto texts = m.generate(prompts, config, 0, {{}, 2}, {});
        QVERIFY(texts.ok() && texts->size() == 3);
        for (std::size_t i = 0; i < prompts.size(); ++i) {
            std::vector<TokenId> text = prompts[i];
            for (const TokenId next : (*texts)[i].tokens) {
                const auto logits = m.logits({std::ssize(text), text}, {}, {{}, 1});
                const auto last = logits->values.end() - logits->vocabulary;
                const auto eos = last + m.architecture().eos;
                *const_cast<float*>(&*eos) = -1e30F;
                QCOMPARE(next, static_cast<TokenId>(std::max_element(last, logits->values.end()) - last));
                text.push_back(next);
            }
            QCOMPARE(text.size(), prompts[i].size() + 6);
        }
    }

    // The score of a beam is the log probability of its tokens, which a forward pass gives too.
    void beamScoresAreLogProbabilities_data() { kinds(); }
    void beamScoresAreLogProbabilities()
    {
        QFETCH(QString, kind);
        const ProcessorLanguageModel m = model(kind);
        GenerationConfig config;
        config.maxNewTokens = 7;
        config.minNewTokens = 7;
        config.beams = 4;
        config.returnSequences = 4;
        const std::vector<TokenId> prompt = {2, 6, 14};
        const auto texts = m.generate({prompt, prompt}, config, 0, {{}, 1}, {});
        QVERIFY(texts.ok() && texts->size() == 8);
        for (std::size_t i = 0; i < 4; ++i) {
            const GeneratedSequence& one = (*texts)[i];
            QVERIFY(one.tokens == (*texts)[i + 4].tokens);
            QVERIFY(i == 0 || one.score <= (*texts)[i - 1].score);
            std::vector<TokenId> text = prompt;
            text.insert(text.end(), one.tokens.begin(), one.tokens.end());
            const auto logits = m.logits({std::ssize(text), text}, {}, {{}, 1});
            double sum = 0;
            for (std::size_t t = prompt.size() - 1; t + 1 < text.size(); ++t) {
                const float* row = logits->values.data() + static_cast<std::int64_t>(t) * logits->vocabulary;
                double total = 0;
                for (std::int64_t v = 0; v < logits->vocabulary; ++v)
                    total += std::exp(static_cast<double>(row[v]));
                sum += static_cast<double>(row[text[t + 1]]) - std::log(total);
            }
            QVERIFY(std::abs(sum / 7 - static_cast<double>(one.score)) < 1e-4);
        }
    }

    void textsAreTheSameHoweverTheyAreGrouped_data()
    {
        QTest::addColumn<int>("beams");
        QTest::addColumn<bool>("isSampled");
        QTest::newRow("greedy") << 1 << false;
        QTest::newRow("beams") << 5 << false;
        QTest::newRow("sampled") << 1 << true;
    }
    void textsAreTheSameHoweverTheyAreGrouped()
    {
        QFETCH(int, beams);
        QFETCH(bool, isSampled);
        const ProcessorLanguageModel m = model("opt");
        GenerationConfig config;
        config.maxNewTokens = 8;
        config.beams = beams;
        config.isSampled = isSampled;
        config.temperature = 1.5;
        config.topK = 9;
        config.topP = 0.9;
        config.typicalP = 0.95;
        config.returnSequences = isSampled ? 3 : beams;
        std::vector<std::vector<TokenId>> prompts;
        Rng rng(6);
        for (int i = 0; i < 40; ++i)
            for (std::uint64_t t = prompts.emplace_back().size(); t < 1 + static_cast<std::uint64_t>(i % 3);
                 ++t)
                prompts.back().push_back(static_cast<TokenId>(3 + rng.below(20)));
        const auto one = m.generate(prompts, config, 8, {{}, 1}, {}),
                   two = m.generate(prompts, config, 8, {{}, 2}, {});
        QVERIFY(one.ok() && two.ok() && same(*one, *two));
        std::int64_t told = 0;
        const auto few = m.generate({prompts[0], prompts[1]}, config, 8, {{}, 1},
                                    [&](const GenerationProgress& p) { told = p.prompts; });
        QCOMPARE(told, std::int64_t{2});
        const auto each = static_cast<std::size_t>(config.returnSequences);
        QVERIFY(same(*few, {one->begin(), one->begin() + static_cast<std::ptrdiff_t>(2 * each)}));
        if (isSampled) {
            const auto other = m.generate(prompts, config, 9, {{}, 1}, {});
            QVERIFY(!same(*one, *other));
        }
    }

    void generationStops()
    {
        const ProcessorLanguageModel m = model("opt");
        StopSource stop;
        stop.requestStop();
        GenerationConfig config;
        config.maxNewTokens = 4;
        QVERIFY(m.generate({{2, 3}}, config, 0, {}, {}).ok());
        const auto texts = m.generate({{2, 3}}, config, 0, {stop.token(), 1}, {});
        QVERIFY(!texts.ok());
        QCOMPARE(texts.error().kind, ErrorKind::Stopped);
    }

    void wrongInputIsRefusedInASentence()
    {
        ProcessorLanguageModel m = model("opt");
        GenerationConfig config;
        config.maxNewTokens = 4;
        const auto refuses = [](const Error& error, const char* word) {
            return QString::fromStdString(error.message).contains(word) && error.message.ends_with('.');
        };
        QVERIFY(refuses(m.generate({{2, 99}}, config, 0, {}, {}).error(), "99"));
        QVERIFY(refuses(m.generate({{}}, config, 0, {}, {}).error(), "empty"));
        config.maxNewTokens = 40;
        QVERIFY(refuses(m.generate({{2}}, config, 0, {}, {}).error(), "maxNewTokens"));
        config.maxNewTokens = 4;
        config.beams = 2;
        config.returnSequences = 3;
        QVERIFY(refuses(m.generate({{2}}, config, 0, {}, {}).error(), "returnSequences"));
        QVERIFY(refuses(m.score({2, {1, -1}}, {}, {}).error(), "-1"));
        QVERIFY(refuses(m.score({3, {1, 2}}, {}, {}).error(), "whole rows"));
        QVERIFY(refuses(m.logits({2, {1, 2}}, {1}, {}).error(), "mask"));
        LanguageTrainingPlan plan = smallPlan();
        plan.learningRate = -1;
        QVERIFY(refuses(m.train(ladders(2, 4, 23), {}, plan, {}, {}).error(), "learningRate"));
        plan = smallPlan();
        QVERIFY(refuses(m.train({4, {}}, {}, plan, {}, {}).error(), "training blocks"));
    }

    // The variance of numbers as large as these is no longer a float.
    void aTrainingThatDivergesSaysSoAndChangesNothing_data() { kinds(); }
    void aTrainingThatDivergesSaysSoAndChangesNothing()
    {
        QFETCH(QString, kind);
        ProcessorLanguageModel m = model(kind);
        auto huge = std::make_shared<std::vector<float>>(*m.weights());
        for (float& weight : *huge)
            weight *= 1e26F;
        QVERIFY(m.setWeights(huge));
        const auto diverged = m.train(ladders(20, 12, 23), {}, smallPlan(), {}, {});
        QVERIFY(!diverged);
        QCOMPARE(diverged.error().kind, ErrorKind::InvalidData);
        QVERIFY2(diverged.error().message.starts_with("training diverged in step 1 of "),
                 diverged.error().message.c_str());
        QVERIFY(m.weights() == huge);
    }

    void aSavedCheckpointIsReadBackTheSame_data() { kinds(); }
    void aSavedCheckpointIsReadBackTheSame()
    {
        QFETCH(QString, kind);
        const Fixture f = fixture(kind);
        QTemporaryDir folder;
        const std::string path = folder.filePath("saved").toStdString();
        QVERIFY(writeLanguageCheckpoint(path, f.checkpoint).ok());
        const auto read = readLanguageCheckpoint(path);
        QVERIFY2(read.ok(), read ? "" : read.error().message.c_str());
        QVERIFY(read->architecture == f.checkpoint.architecture);
        QVERIFY(same(*read->weights, *f.checkpoint.weights));
        QFile file(folder.filePath("saved/model.safetensors"));
        QVERIFY(file.open(QFile::ReadOnly));
        const auto bytes = toSafetensors(f.checkpoint);
        QCOMPARE(file.readAll(), QByteArray(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes)));
        const auto embedded = readLanguageWeights(f.checkpoint.architecture, bytes);
        QVERIFY(embedded.ok() && same(**embedded, *f.checkpoint.weights));
        // In 16 bits: nearest numbers, and again the same from there on.
        QVERIFY(writeLanguageCheckpoint(path, f.checkpoint, "", NumberType::F16).ok());
        const auto half = readLanguageCheckpoint(path);
        QVERIFY(half.ok());
        for (std::size_t i = 0; i < half->weights->size(); ++i) {
            const double x = static_cast<double>((*f.checkpoint.weights)[i]);
            QVERIFY(std::abs(static_cast<double>((*half->weights)[i]) - x) <= std::abs(x) / 2048 + 1e-7);
        }
        QVERIFY(writeLanguageCheckpoint(path, *half, "", NumberType::F16).ok());
        QVERIFY(same(*readLanguageCheckpoint(path)->weights, *half->weights));
    }
};

HARELOOM_TEST(LanguageModelTest)
#include "LanguageModelTest.moc"
