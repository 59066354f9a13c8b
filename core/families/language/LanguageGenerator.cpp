// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageGenerator.h"

#include "core/families/language/LanguageCheckpoint.h"
#include "core/text/TextSet.h"

#include <algorithm>
#include <chrono>

namespace hareloom {
namespace {

// Streams beneath a fit's seed.
enum Stream : std::uint64_t { Training = 0 };

constexpr std::int64_t kDraftTokens = 48, kDraftPassages = 3;

/// When something new is shown of a model that learns or writes: about every second, and so that showing takes at most
/// a tenth of the time.
class DraftPace
{
public:
    bool isDue()
    {
        const auto now = Clock::now();
        if (now < m_next)
            return false;
        m_begun = now;
        return true;
    }
    void shown()
    {
        const auto now = Clock::now();
        m_next = now + std::max<Clock::duration>(kPause, 10 * (now - m_begun));
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kPause{900};
    Clock::time_point m_begun, m_next;
};

void tell(const FitContext& context, double fraction, const TrainingProgress& progress)
{
    if (context.onTraining)
        context.onTraining(fraction, progress);
    else if (context.onProgress)
        context.onProgress(fraction);
}

} // namespace

LanguageGenerator::LanguageGenerator(LanguagePlans plans, const DataShape& shape, std::vector<TokenId> opening)
    : m_plans(std::move(plans)),
      m_text(shape.text),
      m_opening(std::move(opening)),
      m_precision(m_plans.training.precision)
{
}

// Share of a generation's time that its training takes.
double LanguageGenerator::trainingShare() const
{
    const double training = kTrainingCost * static_cast<double>(m_plans.training.epochs);
    return training / (training + m_plans.writingCost());
}

// What a training starts from. The base is read again for every fit: beside the weights in training there
// need be no other copy of them.
Result<LanguageModels::Loan> LanguageGenerator::startingModel(const std::string& device)
{
    if (m_plans.training.start == Start::Warm && m_snapshot) {
        m_base = m_snapshot->architecture();
        return m_models->take(m_base, m_snapshot->weights(), device);
    }
    auto base = readLanguageCheckpoint(m_plans.settings.base);
    if (!base)
        return base.error();
    m_base = base->architecture;
    return m_models->take(m_base, base->weights, device);
}

Result<FitReport> LanguageGenerator::fit(const DatasetPtr& data, const FitContext& context)
{
    if (data->rows() < 2)
        return invalidData("a language model needs at least 2 blocks, found " + std::to_string(data->rows()));
    const TokenBlocks blocks = tokenBlocksOf(*data);
    LanguageTrainingPlan plan = m_plans.trainingPlan();
    plan.precision = m_precision;
    plan.seed = childSeed(context.seed, Training);
    LanguageTrainingEvents events;
    events.onStep = [&](const LanguageTrainingProgress& p) {
        const double done = p.steps > 0 ? static_cast<double>(p.step) / static_cast<double>(p.steps) : 0;
        tell(context, trainingShare() * done,
             {static_cast<int>(p.epoch), static_cast<int>(p.epochs), p.lossNats,
              p.secondsLeft / std::max(0.01, trainingShare()), TrainingPhase::Training, p.tokensPerSecond, p.remark});
    };
    const auto model = startingModel(context.device);
    if (!model)
        return model.error();
    events.onWeights = showsLearning(context);
    const auto trained =
        (*model)->train(blocks,
                        m_plans.settings.keepBest && m_text->validation ? *m_text->validation
                                                                        : TokenBlocks{blocks.length, {}},
                        plan, events, m_plans.work(context));
    if (!trained)
        return trained.error();
    m_precision = trained->precision; // chosen once for all of a chain
    LanguageView view;
    view.precision = m_precision;
    m_snapshot = std::make_shared<LanguageSnapshot>(m_base, (*model)->weights(), GeneratedText{},
                                                    std::move(view), m_text->tokenizerFolder);
    FitReport report;
    report.iterations = static_cast<int>(trained->steps);
    return report;
}

// Answers to one prompt while the model learns, each by the weights as they are by then.
std::function<void(const std::vector<float>&)> LanguageGenerator::showsLearning(const FitContext& context) const
{
    if (!context.onDraft || m_opening.empty() || context.device != "cpu")
        return {};
    return [this, &context, pace = DraftPace()](const std::vector<float>& weights) mutable {
        if (!pace.isDue())
            return;
        const auto now = std::make_shared<const std::vector<float>>(weights);
        const auto model = m_models->take(m_base, now, context.device);
        const auto written = model ? (*model)->generate({m_opening}, m_plans.writingPlan(kDraftTokens), context.seed,
                                                        m_plans.work(context), {})
                                   : model.error();
        if (!written)
            return; // a stop, which the training hears too
        LanguageView view;
        view.prompts = {m_text->tokenizer->decode(m_opening)};
        view.answers = {m_text->tokenizer->decode(written->front().tokens)};
        context.onDraft(std::make_shared<LanguageSnapshot>(m_base, nullptr, GeneratedText{}, std::move(view)));
        pace.shown();
    };
}

// The passages that it has written so far.
std::function<void(const GenerationProgress&)> LanguageGenerator::showsWriting(const TokenBlocks& prompts,
                                                                               const FitContext& context) const
{
    if (!context.onDraft)
        return [](const GenerationProgress&) {};
    return [this, &prompts, &context, pace = DraftPace()](const GenerationProgress& progress) mutable {
        if (progress.finished.empty() || !pace.isDue())
            return;
        LanguageView view;
        const std::int64_t count = std::min<std::int64_t>(kDraftPassages, std::ssize(progress.finished));
        for (std::int64_t i = std::ssize(progress.finished) - count; i < std::ssize(progress.finished); ++i) {
            view.passagePrompts.push_back(m_text->tokenizer->decode(prompts[i % prompts.count()]));
            view.passages.push_back(
                m_text->tokenizer->decode(progress.finished[static_cast<std::size_t>(i)].tokens));
        }
        context.onDraft(std::make_shared<LanguageSnapshot>(m_base, nullptr, GeneratedText{}, std::move(view)));
        pace.shown();
    };
}

Result<FitReport> LanguageGenerator::fitExactly(std::span<const PopulationPart>)
{
    return unsupported("a language model has no closed form: it is trained on text");
}

Result<DatasetPtr> LanguageGenerator::sample(std::int64_t n, Seed seed, const SampleRequest& request,
                                             const FitContext& context) const
{
    if (!request.prompts || request.prompts->rows() == 0)
        return invalidFile("The text that this model was trained on is not there, and without it the model has nothing "
                           "to go on from. Run the chain again from the start.");
    const TokenBlocks given = tokenBlocksOf(*request.prompts);
    std::vector<std::vector<TokenId>> prompts;
    for (std::int64_t r = 0; r < n; ++r) {
        const auto prompt = given[r % given.count()];
        prompts.emplace_back(prompt.begin(), prompt.end());
    }
    const auto model = m_models->take(m_snapshot->architecture(), m_snapshot->weights(), context.device);
    if (!model)
        return model.error();
    const double before = trainingShare();
    auto show = showsWriting(given, context);
    const auto written = (*model)->generate(prompts, m_plans.writingPlan(given.length), seed,
                                            m_plans.work(context), [&](const GenerationProgress& p) {
                                                const double done = static_cast<double>(p.prompts) /
                                                                    static_cast<double>(p.promptsInAll);
                                                TrainingProgress progress;
                                                progress.phase = TrainingPhase::Writing;
                                                progress.secondsLeft = p.secondsLeft;
                                                progress.tokensPerSecond = p.tokensPerSecond;
                                                tell(context, before + (1 - before) * done, progress);
                                                show(p);
                                            });
    if (!written)
        return written.error();
    auto blocks = std::make_shared<TokenBlocks>();
    blocks->length = given.length;
    for (const GeneratedSequence& sequence : *written)
        blocks->ids.insert(blocks->ids.end(), sequence.tokens.begin(), sequence.tokens.end());
    return DatasetPtr(std::make_shared<TokenRows>(std::move(blocks)));
}

Result<void> LanguageGenerator::restore(const SnapshotPtr& snapshot)
{
    const auto found = std::dynamic_pointer_cast<const LanguageSnapshot>(snapshot);
    if (!found)
        return invalidFile("found a snapshot that is no language model's");
    if (!found->weights())
        return invalidFile(
            "found a generation whose weights were not kept: a session keeps those of generation 0, "
            "the last, and every model.keepEvery-th");
    m_snapshot = found;
    if (m_plans.training.precision == NumberFormat::Auto && found->view().precision)
        m_precision = *found->view().precision;
    return {};
}

} // namespace hareloom
