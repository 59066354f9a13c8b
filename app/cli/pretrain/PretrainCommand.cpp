// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pretrain/PretrainCommand.h"

#include "app/cli/ExitStatus.h"
#include "app/cli/Interrupts.h"
#include "app/cli/OptionNames.h"
#include "app/cli/ProgressPrinter.h"
#include "app/cli/lm/OpenModel.h"
#include "core/base/AtomicFile.h"
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguageNetworks.h"
#include "core/text/BpeTraining.h"
#include "core/text/Corpus.h"
#include "core/text/PackagedTexts.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <filesystem>

namespace hareloom::cli {
namespace {

using Clock = std::chrono::steady_clock;
// Streams beneath the seed.
enum Stream : std::uint64_t { Start = 0, Training = 1 };

struct Prepared
{
    TokenizerPtr tokenizer;
    TokenBlocks training, validation;
    LanguageArchitecture architecture;
};

Result<TokenizerPtr> tokenizerFor(const PretrainArguments& a, const std::string& text, const StopToken& stop)
{
    if (!a.tokenizer.empty())
        return Tokenizer::open(a.tokenizer);
    BpeTraining training;
    training.size = static_cast<int>(std::min<std::int64_t>(a.vocabulary, 1 << 30));
    return trainTokenizer(text, training, stop);
}

/// Sides go through the reader of configurations, which knows what is allowed.
constexpr const char* kConfig = "config";
constexpr std::pair<std::string_view, std::string_view> kOptions[] = {
    {"vocab_size", "--vocabulary"},     {"max_position_embeddings", "--positions"},
    {"hidden_size", "--hidden"},        {"num_hidden_layers", "--layers"},
    {"num_attention_heads", "--heads"}, {"ffn_dim", "--ffn"},
    {"warmupSteps", "--warmup"}};

Result<LanguageArchitecture> architectureOf(const PretrainArguments& a, const Tokenizer& tokenizer)
{
    LanguageArchitecture wanted;
    wanted.vocabulary = tokenizer.size();
    wanted.positions = a.positions;
    wanted.hidden = a.hidden;
    wanted.layers = a.layers;
    wanted.heads = a.heads;
    wanted.ffn = a.ffn > 0 ? a.ffn : 4 * a.hidden;
    wanted.bos = tokenizer.bos();
    wanted.pad = tokenizer.pad();
    wanted.eos = tokenizer.eos();
    wanted.dropout = a.dropout;
    auto read = parseLanguageConfig(toLanguageConfig(wanted), kConfig);
    if (read)
        return read;
    Error error = read.error();
    error.path = kConfig; // what saidBeside() leaves out
    return error;
}

Result<TokenBlocks> blocksFrom(const Tokenizer& tokenizer, const std::string& text,
                               const PretrainArguments& a, const char* part, const StopToken& stop)
{
    const auto ids = encodeLines(tokenizer, text, stop);
    if (!ids)
        return ids.error();
    if (std::ssize(*ids) < a.block)
        return invalidInput(a.corpus + ": the text has " + std::to_string(ids->size()) + " tokens for " +
                            part + ", fewer than one block of " + std::to_string(a.block) + ".");
    return TokenBlocks{a.block, blocksOf(*ids, static_cast<int>(a.block))};
}

Result<Prepared> prepare(const PretrainArguments& a, const StopToken& stop)
{
    if (a.out == "-")
        return invalidInput("--out -: a model is a folder and cannot go to standard output; name one.");
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::path(a.out) / "config.json", ignored))
        return invalidInput("--out: there is a model in " + a.out +
                            ", which is not overwritten. Choose another folder.");
    if (auto possible = checkFolderToWrite(a.out); !possible)
        return possible.error();
    if (a.block < 2 || a.block > a.positions)
        return invalidInput(
            mustBe("--block", std::to_string(a.block),
                   "be 2 or more and at most --positions, which is " + std::to_string(a.positions)));
    const auto path = textPlace(a.corpus, {}, "--corpus");
    if (!path)
        return path.error();
    const auto corpus = openCorpus(*path);
    if (!corpus)
        return corpus.error();
    auto tokenizer = tokenizerFor(a, corpus->train, stop);
    if (!tokenizer)
        return tokenizer.error();
    auto architecture = architectureOf(a, **tokenizer);
    if (!architecture)
        return optionNamed(invalidInput(saidBeside(architecture.error())), kOptions);
    auto training = blocksFrom(**tokenizer, corpus->train, a, "training", stop);
    if (!training)
        return training.error();
    auto validation = blocksFrom(**tokenizer, corpus->valid, a, "validation", stop);
    if (!validation)
        return validation.error();
    return Prepared{std::move(*tokenizer), std::move(*training), std::move(*validation),
                    std::move(*architecture)};
}

Result<LanguageTrainingPlan> planOf(const PretrainArguments& a)
{
    const auto schedule = choiceOf(kRateSchedules, a.schedule);
    if (!schedule)
        return invalidInput(mustBe("--schedule", inQuotes(a.schedule), beOneOf(wordsOf(kRateSchedules))));
    LanguageTrainingPlan plan;
    plan.schedule = *schedule;
    plan.epochs = a.epochs;
    plan.steps = a.steps;
    plan.batch = a.batch;
    plan.learningRate = a.learningRate;
    plan.weightDecay = a.weightDecay;
    plan.warmupSteps = a.warmup;
    plan.dropout = a.dropout;
    plan.seed = childSeed(a.seed, Training);
    if (const auto valid = validate(plan); !valid)
        return optionNamed(valid.error(), kOptions);
    return plan;
}

/// One line every few seconds, and after each epoch.
class Teller
{
public:
    explicit Teller(Console& console) : m_console(console) {}
    void operator()(const LanguageTrainingProgress& p)
    {
        constexpr auto kInterval = std::chrono::seconds(5);
        const bool endsEpoch = std::isfinite(p.validationNats);
        if (!endsEpoch && Clock::now() - m_last < kInterval)
            return;
        m_last = Clock::now();
        m_console.err << "step " << p.step << " of " << p.steps << ", loss " << rounded(p.lossNats)
                      << " nats, " << static_cast<std::int64_t>(p.tokensPerSecond) << " tokens/s, "
                      << durationText(p.secondsLeft) << " left";
        if (!p.remark.empty())
            m_console.err << "; " << p.remark;
        if (endsEpoch)
            m_console.err << "; validation perplexity " << rounded(std::exp(p.validationNats));
        m_console.err << std::endl;
    }
    static std::string rounded(double x) { return shortNumber(std::round(x * 1000) / 1000); }

private:
    Console& m_console;
    Clock::time_point m_last = Clock::now();
};

void tell(const PretrainArguments& a, const Prepared& p, const LanguageTrainingReport& report,
          Console& console)
{
    const double perplexity = std::exp(report.validationNats);
    const std::int64_t parameters = parameterCount(p.architecture);
    if (a.json)
        console.data << jsonText(nlohmann::json{{"parameters", parameters},
                                                {"vocabulary", p.architecture.vocabulary},
                                                {"trainingBlocks", p.training.count()},
                                                {"validationBlocks", p.validation.count()},
                                                {"steps", report.steps},
                                                {"lossNats", report.lossNats},
                                                {"validationPerplexity", perplexity},
                                                {"bestEpoch", report.bestEpoch},
                                                {"seconds", report.seconds},
                                                {"tokensPerSecond", report.tokensPerSecond},
                                                {"precision", wordOf(kNumberFormats, report.precision)}})
                     << '\n';
    else
        console.out << a.out << ": " << parameters << " parameters, " << report.steps << " steps on "
                    << p.training.count() << " blocks in " << durationText(report.seconds)
                    << ", validation perplexity " << Teller::rounded(perplexity) << '\n';
}

Result<void> pretrain(const PretrainArguments& a, const StopToken& stop, Console& console)
{
    const auto plan = planOf(a);
    if (!plan)
        return plan.error();
    const auto networks = languageNetworks(a.device);
    if (!networks)
        return networks.error();
    const auto p = prepare(a, stop);
    if (!p)
        return p.error();
    const auto model = (*networks)->makeModel(
        p->architecture, initialWeights(p->architecture, childSeed(a.seed, Start)), a.device);
    if (!model)
        return model.error();
    LanguageTrainingEvents events;
    if (!a.quiet)
        events.onStep = Teller(console);
    const auto report = (*model)->train(p->training, p->validation, *plan, events, workWith(a.threads, stop));
    if (!report)
        return report.error();
    if (auto saved = writeLanguageCheckpoint(a.out, {p->architecture, (*model)->weights()}, "",
                                             a.half ? NumberType::F16 : NumberType::F32);
        !saved)
        return saved;
    if (auto saved = p->tokenizer->save(a.out); !saved)
        return saved;
    tell(a, *p, *report, console);
    return {};
}

} // namespace

int execute(const PretrainArguments& arguments, Console& console)
{
    StopSource stop;
    const Interrupts interrupts(stop);
    if (const Result<void> done = pretrain(arguments, stop.token(), console); !done)
        return fail(console, done.error());
    return kDone;
}

} // namespace hareloom::cli
