// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pretrain/PretrainCommand.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace hareloom::cli {

void declarePretrain(CLI::App& program, const std::function<void(PretrainArguments)>& chosen)
{
    CLI::App* command = program.add_subcommand(
        "pretrain", "Train a small language model from nothing on a text, with a vocabulary of its own");
    auto a = std::make_shared<PretrainArguments>();
    command->callback([a, chosen] { chosen(*a); });
    const auto option = [command](const char* name, auto& value, const char* help) {
        command->add_option(name, value, help)->type_name("N")->capture_default_str();
    };
    command
        ->add_option("--corpus", a->corpus,
                     "A text in UTF-8, a folder with train.txt, valid.txt, test.txt, or wikitext-2 of the "
                     "catalogue")
        ->type_name("TEXT|FOLDER")
        ->required();
    command->add_option("--out", a->out, "A folder for the model, in Hugging Face's layout")
        ->type_name("DIR")
        ->required();
    command->add_option("--tokenizer", a->tokenizer, "Take the tokenizer of this folder; else one is learnt")
        ->type_name("DIR");
    option("--vocabulary", a->vocabulary, "Pieces of the vocabulary that is learnt");
    option("--hidden", a->hidden, "Width of the model");
    option("--layers", a->layers, "Blocks");
    option("--heads", a->heads, "Heads of attention; a divisor of the width");
    option("--ffn", a->ffn, "Width within the MLP; 0: four times that of the model");
    option("--positions", a->positions, "Longest text, in tokens");
    option("--block", a->block, "Tokens of a row of training");
    option("--epochs", a->epochs, "Times that each row is seen");
    option("--steps", a->steps, "Updates, in place of epochs; 0: by epochs");
    option("--batch", a->batch, "Rows of an update");
    option("--learning-rate", a->learningRate, "AdamW's, at its highest");
    option("--weight-decay", a->weightDecay, "Of matrices");
    option("--dropout", a->dropout, "Share of numbers that are dropped");
    option("--warmup", a->warmup, "Updates until the learning rate is at its highest");
    command->add_option("--schedule", a->schedule, "linear, cosine or constant, after the warm-up")
        ->type_name("WORD")
        ->capture_default_str();
    option("--seed", a->seed, "Same seed, same model");
    command
        ->add_option("--threads", a->threads,
                     "Threads; the model is the same for every number (0: all cores)")
        ->type_name("N")
        ->check(CLI::Range(0, 1024));
    option("--device", a->device, "cpu, cuda or cuda:i");
    command->add_flag("--half", a->half, "Keep the weights in 16 bits: half the size");
    command->add_flag("--quiet,-q", a->quiet, "No progress on stderr");
    command->add_flag("--json", a->json, "Print one JSON object instead of a sentence");
}

} // namespace hareloom::cli
