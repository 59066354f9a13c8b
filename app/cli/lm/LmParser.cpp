// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lm/LmCommands.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace hareloom::cli {
namespace {

constexpr const char* kModelHelp = "A model's folder in Hugging Face's layout: vocab.json and merges.txt, or "
                                   "tokenizer.json";

constexpr const char* kWeightsHelp =
    "A model's folder in Hugging Face's layout: config.json, model.safetensors or "
    "pytorch_model.bin, and the tokenizer where there is text";
constexpr const char* kRowsHelp = "A JSON array of arrays of ids, or one array";

using Chosen = std::function<void(LmArguments)>;

/// A command whose arguments live as long as the program's parser.
template<class T>
std::pair<CLI::App*, std::shared_ptr<T>> addCommand(CLI::App& lm, const char* name, const char* description,
                                                    const Chosen& chosen)
{
    auto arguments = std::make_shared<T>();
    CLI::App* command = lm.add_subcommand(name, description);
    command->callback([arguments, chosen] { chosen(*arguments); });
    return {command, arguments};
}

void declareTokenize(CLI::App& lm, const Chosen& chosen)
{
    const auto [command, arguments] =
        addCommand<TokenizeArguments>(lm, "tokenize", "Print the token ids of a text", chosen);
    command->add_option("--model", arguments->model, kModelHelp)->type_name("DIR")->required();
    command->add_option("--text-file", arguments->textFile, "A text in UTF-8")->type_name("FILE")->required();
    command->add_flag("--no-special", arguments->noSpecial,
                      "Do not put the model's start token in front (OPT's </s>)");
    command->add_flag("--json", arguments->json, "Print {\"ids\": [...]} instead of a line of numbers");
}

void declareDetokenize(CLI::App& lm, const Chosen& chosen)
{
    const auto [command, arguments] =
        addCommand<DetokenizeArguments>(lm, "detokenize", "Print the text that token ids stand for", chosen);
    command->add_option("--model", arguments->model, kModelHelp)->type_name("DIR")->required();
    command
        ->add_option("--ids-file", arguments->idsFile,
                     "A JSON array of ids, what tokenize --json prints, or plain numbers")
        ->type_name("FILE")
        ->required();
    command->add_flag("--with-special", arguments->withSpecial, "Show special tokens by their names");
    command->add_flag("--json", arguments->json, "Print {\"text\": \"...\"} instead of the text alone");
}

void addThreads(CLI::App& command, int& threads)
{
    command
        .add_option("--threads", threads, "Threads; the results are the same for every number (0: all cores)")
        ->type_name("N")
        ->check(CLI::Range(0, 1024));
}

void addDevice(CLI::App& command, std::string& device)
{
    command.add_option("--device", device, "cpu, cuda or cuda:i")->type_name("DEVICE")->capture_default_str();
}

void declareLogits(CLI::App& lm, const Chosen& chosen)
{
    const auto [command, arguments] = addCommand<LogitsArguments>(
        lm, "logits", "Print the logits of the next token at each position of some sequences of token ids",
        chosen);
    command->add_option("--model", arguments->model, kWeightsHelp)->type_name("DIR")->required();
    command->add_option("--ids-file", arguments->idsFile, kRowsHelp)->type_name("FILE")->required();
    command
        ->add_option("--pad-mask", arguments->padMask,
                     "A JSON array of arrays (attention mask): 0 where the id is padding, else 1")
        ->type_name("FILE");
    addThreads(*command, arguments->threads);
    addDevice(*command, arguments->device);
    command->add_flag("--json", arguments->json,
                      "Print {\"logits\": [[[...]]]} instead of a line of numbers for each place");
}

void declareScore(CLI::App& lm, const Chosen& chosen)
{
    const auto [command, arguments] =
        addCommand<ScoreArguments>(lm, "score", "Print the perplexity of a text under a model", chosen);
    command->add_option("--model", arguments->model, kWeightsHelp)->type_name("DIR")->required();
    command->add_option("--text-file", arguments->textFile, "A text in UTF-8")->type_name("FILE")->required();
    command
        ->add_option("--block", arguments->block,
                     "Tokens per block; the text is cut into blocks that are scored independently")
        ->type_name("N")
        ->check(CLI::Range(std::int64_t{2}, std::int64_t{1} << 20))
        ->capture_default_str();
    addThreads(*command, arguments->threads);
    addDevice(*command, arguments->device);
    command->add_flag("--json", arguments->json, "Print one JSON object, with the perplexity of each block");
}

void declareGenerate(CLI::App& lm, const Chosen& chosen)
{
    const auto [command, a] = addCommand<GenerateArguments>(
        lm, "generate", "Continue a text: greedy, by beam search, or by sampling", chosen);
    const auto option = [c = command](const char* name, auto& value, const char* help) {
        return c->add_option(name, value, help)->type_name("N");
    };
    command->add_option("--model", a->model, kWeightsHelp)->type_name("DIR")->required();
    auto* ids = command->add_option("--ids-file", a->idsFile, kRowsHelp)->type_name("FILE");
    command->add_option("--prompt", a->prompt, "What to go on from")->type_name("TEXT")->excludes(ids);
    option("--max-new-tokens", a->maxNewTokens, "At most so many")->capture_default_str();
    option("--min-new-tokens", a->minNewTokens, "No end of text before")->capture_default_str();
    option("--beams", a->beams, "Number of beams of beam search; 1: no beam search")->capture_default_str();
    option("--length-penalty", a->lengthPenalty, "Above 0, longer texts score higher; below 0, shorter ones")
        ->capture_default_str();
    command
        ->add_option("--early-stopping", a->earlyStopping,
                     "true: stop when enough texts have ended; false: when no better one is likely; never: "
                     "when none is possible")
        ->type_name("WORD")
        ->capture_default_str();
    option("--repetition-penalty", a->repetitionPenalty, "1: none")->capture_default_str();
    option("--no-repeat-ngram-size", a->noRepeatNgram,
           "No run of this many tokens occurs twice; 0 allows all")
        ->capture_default_str();
    option("--num-return-sequences", a->returnSequences, "Texts for each prompt")->capture_default_str();
    command->add_flag(
        "--sample", a->sample,
        "Draw tokens at random instead of taking the most probable; the options below imply it");
    option("--temperature", a->temperature, "Below 1 the likely tokens gain, above 1 the unlikely ones");
    option("--top-k", a->topK, "Draw only from this many of the likeliest tokens; 0: from all (top-k)");
    option("--top-p", a->topP,
           "Draw only from the likeliest tokens that together have this probability (top-p)");
    option("--typical-p", a->typicalP,
           "Draw only from the most typical tokens that together have this probability (typical sampling)");
    option("--seed", a->seed, "Same seed, same text")->capture_default_str();
    addThreads(*command, a->threads);
    addDevice(*command, a->device);
    command->add_flag("--json", a->json, "Print {\"sequences\": ..., \"scores\": ..., \"texts\": ...}");
}

} // namespace

void declareLm(CLI::App& program, const Chosen& chosen)
{
    CLI::App* lm = program.add_subcommand("lm", "Language models: tokens and texts");
    lm->require_subcommand(1);
    declareTokenize(*lm, chosen);
    declareDetokenize(*lm, chosen);
    declareLogits(*lm, chosen);
    declareScore(*lm, chosen);
    declareGenerate(*lm, chosen);
}

} // namespace hareloom::cli
