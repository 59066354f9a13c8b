// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pretrain/PretrainCommand.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace hareloom::cli {

void declarePretrain(CLI::App& program, const std::function<void(PretrainArguments)>& chosen)
{
    CLI::App* command = program.add_subcommand(
        "pretrain", "Train a small language model from scratch on a text, with its own vocabulary");
    auto a = std::make_shared<PretrainArguments>();
    command->callback([a, chosen] { chosen(*a); });
    const auto option = [command](const char* name, auto& value, const char* help) {
        command->add_option(name, value, help)->type_name("N")->capture_default_str();
    };
    command
        ->add_option("--corpus", a->corpus,
                     "A text in UTF-8, a dictionary's index, a folder with train.txt, valid.txt, test.txt, wikitext-2 "
                     "of the catalogue, or a package's: devils-dictionary, jargon-lexicon, tang-poems")
        ->type_name("TEXT|FOLDER")
        ->required();
    command->add_option("--out", a->out, "A folder for the model, in Hugging Face's layout")
        ->type_name("DIR")
        ->required();
    command
        ->add_option("--tokenizer", a->tokenizer,
                     "Use the tokenizer in this folder; without it, one is learned from the text")
        ->type_name("DIR");
    option("--vocabulary", a->vocabulary, "Size of the vocabulary to learn, in tokens");
    option("--hidden", a->hidden, "Width of the model");
    option("--layers", a->layers, "Blocks");
    option("--heads", a->heads, "Attention heads; must divide the width");
    option("--ffn", a->ffn, "Width of the MLP's hidden layer; 0: four times the model's width");
    option("--positions", a->positions, "Longest text, in tokens");
    option("--block", a->block, "Tokens per training row");
    option("--epochs", a->epochs, "Epochs: how often training sees each row");
    option("--steps", a->steps, "Number of updates, instead of epochs; 0: use epochs");
    option("--batch", a->batch, "Rows of an update");
    option("--learning-rate", a->learningRate, "AdamW's, at its highest");
    option("--weight-decay", a->weightDecay, "Of matrices");
    option("--dropout", a->dropout, "Dropout: share of activations set to zero in training");
    option("--warmup", a->warmup, "Warm-up: updates until the learning rate reaches its maximum");
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
    command->add_flag("--half", a->half, "Store the weights as 16-bit floats: half the size");
    command->add_flag("--quiet,-q", a->quiet, "No progress on stderr");
    command->add_flag("--json", a->json, "Print one JSON object instead of a sentence");
}

} // namespace hareloom::cli
