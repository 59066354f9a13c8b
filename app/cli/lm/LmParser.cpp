// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lm/LmCommands.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace hareloom::cli {
namespace {

constexpr const char* kModelHelp = "A model's folder in Hugging Face's layout: vocab.json and merges.txt, or "
                                   "tokenizer.json";

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
        addCommand<TokenizeArguments>(lm, "tokenize", "Print the ids of a text's tokens", chosen);
    command->add_option("--model", arguments->model, kModelHelp)->type_name("DIR")->required();
    command->add_option("--text-file", arguments->textFile, "A text in UTF-8")->type_name("FILE")->required();
    command->add_flag("--no-special", arguments->noSpecial,
                      "Leave away what the model puts in front (OPT's </s>)");
    command->add_flag("--json", arguments->json, "Print {\"ids\": [...]} instead of a line of numbers");
}

void declareDetokenize(CLI::App& lm, const Chosen& chosen)
{
    const auto [command, arguments] =
        addCommand<DetokenizeArguments>(lm, "detokenize", "Print the text of token ids", chosen);
    command->add_option("--model", arguments->model, kModelHelp)->type_name("DIR")->required();
    command
        ->add_option("--ids-file", arguments->idsFile,
                     "A JSON array of ids, what tokenize --json prints, or plain numbers")
        ->type_name("FILE")
        ->required();
    command->add_flag("--with-special", arguments->withSpecial, "Show special tokens by their names");
    command->add_flag("--json", arguments->json, "Print {\"text\": \"...\"} instead of the text alone");
}

} // namespace

void declareLm(CLI::App& program, const Chosen& chosen)
{
    CLI::App* lm = program.add_subcommand("lm", "Language models: tokens and texts");
    lm->require_subcommand(1);
    declareTokenize(*lm, chosen);
    declareDetokenize(*lm, chosen);
}

} // namespace hareloom::cli
