// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/Glossary.h"

#include <array>

namespace hareloom {
namespace {

constexpr std::array kTerms = {
    Term{"Generation", "A model in a chain. Generation 0 learns from real data; each later one learns from "
                       "rows that models before it made."},
    Term{"Chain", "Generations one after another, each learning from the one before. Several chains of "
                  "the same experiment differ by chance alone."},
    Term{"Sample", "The rows that a model makes. A sample is finite, so by chance it has too much of one "
                   "thing and too little of another."},
    Term{"Model collapse", "What happens when models learn from models again and again: errors add up, rare "
                           "things are lost, and in the end little of the original variety is left."},
    Term{"Early collapse",
         "The first phase: the tails, what is rare, are being lost, while averages may still "
         "look fine."},
    Term{"Late collapse",
         "The second phase: the model has little in common with the original data, and most of "
         "its variety is gone."},
    Term{"Tail", "What is far from the middle, or rare: extreme values, rare words, minorities."},
    Term{"Statistical error",
         "The error of a finite sample: what happens not to be drawn cannot be learned. It "
         "comes back in every generation."},
    Term{"Expressive error",
         "The error of a model that is too simple: one bell curve cannot hold two clouds, "
         "however many rows it sees."},
    Term{"Approximation error",
         "The error of a fit that stops short of the best model of its kind, for example "
         "because a training is too short."},
    Term{"Replace", "Each generation learns from the newest rows alone. The older ones are thrown away."},
    Term{"Accumulate", "Each generation learns from all rows so far, the real ones among them."},
    Term{"Real share", "The part of each generation's rows that is taken from the original data."},
    Term{"Fresh data", "New observations of the truth that come in later generations. Original rows are "
                       "the same ones each time; fresh ones are others."},
    Term{"Taste", "What people or a program prefer when they choose which generated rows the next "
                  "generation learns from. What nobody prefers is lost."},
    Term{"Mean", "The middle of the values. In a chain it has no direction: each generation misses it a "
                 "little, up or down by chance, so that over many chains it stays where it was while each "
                 "single chain wanders. What shrinks is the variance."},
    Term{"Variance", "How far values lie from their mean: the mean of the squared distances. Its square "
                     "root is the standard deviation."},
    Term{"Group", "A cloud of data that lies apart from the others."},
    Term{"Kind", "One of the states of a discrete distribution: a word, a species, a category."},
    Term{"Regression", "A model that learns to answer: from the inputs of a row it predicts a response, "
                       "for example by a straight line through points."},
    Term{"Diffusion model",
         "A model that draws by taking noise away: it begins with pure noise and removes a "
         "little of it in each step. Image generators work like this."},
    Term{"Token", "A piece of text that a language model reads and writes: a word, or a part of one."},
    Term{"Perplexity", "How surprised a language model is by a text: with a perplexity of 30 it is as unsure "
                       "of each token as between 30 equally likely ones."},
    Term{"n-gram", "A run of n tokens. A model of n-grams counts which token follows which n - 1 tokens, and "
                   "writes by these counts. The n is its order; with order 1 each token is drawn by itself."},
    Term{"Vocabulary",
         "All different tokens that a model can write. Its units are words, characters or pieces of words. A "
         "token that one generation does not write is not in the next one's vocabulary."},
    Term{"Backing off", "What a model of n-grams does where it has never counted the tokens before: it looks "
                        "at fewer of them, in the end at none."},
    Term{"Smoothing", "Adding a little (k) to the count of every token, so that none is impossible. With k = "
                      "0, maximum likelihood, what was never counted is never written."},
    Term{"Prompt", "The beginning that a model is given and goes on from. Prompts from real text bring real "
                   "words back in every generation; prompts from the text it was trained on do not."},
    Term{"Temperature", "How boldly a model writes. At 1 it draws tokens by their probabilities, below 1 it "
                        "prefers the likely ones, and greedy writing takes the likeliest each time."},
    Term{"Conditional entropy",
         "How unsure a model is of the next token when it knows the ones before, in nats. It is 0 where the "
         "next one is always certain, as in a text that repeats itself."},
    Term{"Entropy", "How varied a distribution is, in nats. It is 0 where one kind has everything, and "
                    "largest where all kinds are equally common."},
    Term{"Divergence", "How different two distributions are. The KL divergence is 0 where they are the same "
                       "and infinite where the model calls something impossible that does happen."}};

} // namespace

std::span<const Term> glossary()
{
    return kTerms;
}

} // namespace hareloom
