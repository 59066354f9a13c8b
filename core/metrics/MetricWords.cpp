// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/MetricWords.h"

#include "core/metrics/Catalogue.h"

#include <algorithm>
#include <array>

namespace hareloom {

namespace {

constexpr std::array kWords = {
    MetricWords{
        "mean", "Average",
        "The middle of what the model makes, one value for each variable. It has no direction: each "
        "generation misses it a little, up or down by chance, so one chain wanders, and over many chains it "
        "stays where it was. What shrinks is the spread."},
    MetricWords{
        "variance", "Spread",
        "How far the model's values lie from their mean: the squared distances, averaged, summed over "
        "the variables. 0 means that all are alike."},
    MetricWords{
        "logVariance", "Spread, as a logarithm",
        "The logarithm of the variance: it falls by the same amount each time the variance is divided "
        "by the same number."},
    MetricWords{"varianceRatio", "Spread left",
                "How much of generation 0's variance is left: 1 is all of it, 0 is none."},
    MetricWords{"risk", "Error of the model",
                "How far the model's mean and its standard deviations are from the true ones, squared and "
                "added up."},
    MetricWords{"meanError", "Error of the average", "How far the model's mean is from the true mean."},
    MetricWords{"meanErrorSquared", "Squared error of the average",
                "How far the model's mean is from the true mean, squared: averaged over chains it is the variance of "
                "the mean."},
    MetricWords{"stdError", "Error of the spread",
                "How far the model's standard deviations are from the true ones."},
    MetricWords{
        "w2Squared", "Distance from the original",
        "How far one must move the model's values, at the least, to turn them into the original ones: "
        "the squared distances, averaged."},
    MetricWords{"w2NoiseFloor", "Distance by chance alone",
                "The distance from the original that a perfect model would show too, because samples are "
                "finite. A model below it cannot be told from a perfect one."},
    MetricWords{"klNats", "What the model misses",
                "How surprised the model is by the original data, beyond what cannot be avoided. It is "
                "infinite when the model calls something impossible that does happen."},
    MetricWords{"reverseKlNats", "What the model invents",
                "How surprised the original would be by what the model makes. It is infinite when the model "
                "makes something that never happens."},
    MetricWords{"jsNats", "Difference from the original",
                "How different the model and the original are, between 0 (the same) and 0.693 (nothing in "
                "common)."},
    MetricWords{"hellinger", "Distance between shapes",
                "How little the model and the original overlap, between 0 (the same) and 1 (nothing in common)."},
    MetricWords{
        "l2ToFirst", "Change since generation 0",
        "How far the model's density has moved from the one of generation 0: the squared differences, "
        "summed up."},
    MetricWords{"logLikelihood", "Fit to its own rows",
                "How well the model explains the rows that it learned from. Larger is better, but each "
                "generation has rows of its own."},
    MetricWords{"heldOutNll", "Fit to unseen real rows",
                "How surprised the model is by real rows that no model ever saw. Smaller is better."},
    MetricWords{"tailMass", "Share of rare values",
                "How much of what the model makes is as extreme, or as rare, as the rarest 2% were in "
                "generation 0."},
    MetricWords{"rareSurvivors", "Rare kinds alive",
                "How many of generation 0's rare kinds the model can still make."},
    MetricWords{"extinctMass", "Share of what is extinct",
                "How much of the original consists of kinds that the model can no longer make: the chance that a real "
                "row has none like it."},
    MetricWords{"survivingStates", "Kinds alive",
                "How many kinds the model can still make. A kind that is lost does not come back by itself."},
    MetricWords{
        "effectiveStates", "Kinds that count",
        "How many equally common kinds would be as varied as the model. Rare kinds count for little."},
    MetricWords{"heterozygosity", "Chance that two differ",
                "The chance that two draws from the model are of different kinds. 0 means that one kind has "
                "everything."},
    MetricWords{
        "betweenVariance", "Distance between models",
        "How far the means of the models that learn from each other lie apart: the squared distances from "
        "their common mean, averaged. 0 means that all have the same mean."},
    MetricWords{"entropyNats", "Variety",
                "How varied the model is. It is 0 where one kind has everything, and largest where all kinds "
                "are equally common."},
    MetricWords{"minorityShare", "Smallest component",
                "The share of the model's smallest component. Two components can lie in the same group: see "
                "the groups alive."},
    MetricWords{"survivingGroups", "Groups alive",
                "How many of generation 0's groups of data the model can still make."},
    MetricWords{"groupVariance", "Spread within groups",
                "How wide each group is, averaged over the groups. It falls while the groups themselves may "
                "stay apart."},
    MetricWords{"testError", "Error of the answers",
                "How far the model's answers are from the best straight answers to the true data: squared, averaged, and without the noise that no model can foresee."},
    MetricWords{"heldOutError", "Error on held-out rows",
                "How far the model's answers are from the responses of real rows that no model saw: squared and averaged, with their noise."},
    MetricWords{"residualVariance", "Scatter around the line",
                "How far the rows that a model learned from lie from its answers: squared and averaged. A model that measures its noise answers with this much of it."},
    MetricWords{"coefficientNorm", "Size of the coefficients",
                "How strongly the response follows the inputs, all together."},
    MetricWords{"emIterations", "Steps of the fit", "How many steps the fit took until it stopped."},
    MetricWords{"copiedShare", "Copies",
                "How many of the drawn rows are copies of a row that the model was trained on. It is large where a model "
                "repeats what it has seen."},
    MetricWords{"noveltyDistance", "Distance to what was learned from",
                "How far the drawn rows lie from what the model has seen. It is small where the model copies, and also "
                "where all rows lie close together."},
    MetricWords{"trainingEntropyNats", "Entropy of what was learned from",
                "How much there is to learn in the rows that a model was trained on. It falls as rows become alike, and "
                "models copy more where it is low."},
    MetricWords{"survivingModes", "Modes alive", "How many of the real data's modes the model still draws."},
    MetricWords{"modeShare", "Share of a mode", "How many of the drawn rows lie at one mode."},
    MetricWords{
        "latentStd", "Variety of the images",
        "How widely the images spread when generation 0's encoder looks at them. It falls when images "
        "become alike."},
    MetricWords{"classShare", "Share of a class",
                "How many of the images the classifier takes for this class. It must choose one, so it also "
                "names what no person would recognise."},
    MetricWords{"classEntropyNats", "Variety of classes",
                "How evenly the images spread over the classes. It is 0 where all images are of one class."},
    MetricWords{"rarestClassShare", "Share of the rarest class",
                "How many of the images the classifier takes for the class that is rarest among the real "
                "ones."},
    MetricWords{"survivingClasses", "Classes alive",
                "How many classes still have at least one image in a thousand."},
    MetricWords{"classifierAccuracy", "Reliability of the classifier",
                "How many real test images the classifier names correctly. Every number that uses classes is "
                "only as good as this one."},
    MetricWords{"featureFrechet", "Distance from real images",
                "How far the images are from real ones, in their features' mean and spread."},
    MetricWords{
        "featurePrecision", "Images that look real",
        "How many of the images have a real one near them. Blurred images can score high: they lie in "
        "the middle of real ones."},
    MetricWords{"featureRecall", "Real images still covered",
                "How many of the real images have a generated one near them. It falls when kinds of images "
                "are no longer made."},
    MetricWords{
        "reconstructionNats", "Error of the copies",
        "How much is lost when the model squeezes a real image into a few numbers and draws it again."},
    MetricWords{"vaeKlNats", "Use of the hidden numbers",
                "How much the model's few hidden numbers say about a real image."},
    MetricWords{"conditionalEntropyNats", "Choice at the next token",
                "How open the next token is, once the tokens before it are known. It is 0 where the text can "
                "go on in one way only."},
    MetricWords{"knownNgrams", "Different phrases known",
                "How many different runs of n tokens the model has counted. It writes no others."},
    MetricWords{
        "tokenHeterozygosity", "Chance that two tokens differ",
        "The chance that two tokens, drawn from the text that the model learned from, are different."},
    MetricWords{"testPerplexity", "Surprise at real text",
                "How unsure the model is of each token of a real text: as unsure as between so many equally "
                "likely ones. Smaller is better."},
    MetricWords{"firstModelPerplexity", "Surprise of the first model",
                "How unsure generation 0 is of each token of this generation's text. Low means text that is "
                "all too probable."},
    MetricWords{"firstModelPerplexityLow", "Surprise at the plainest texts",
                "One generated block in twenty surprises generation 0 less than this."},
    MetricWords{"firstModelPerplexityHigh", "Surprise at the strangest texts",
                "One generated block in twenty surprises generation 0 more than this: the tail of texts that "
                "generation 0 would hardly write."},
    MetricWords{"distinct1", "Different tokens",
                "How many of all tokens written are different ones. It falls when the same words come again "
                "and again."},
    MetricWords{"distinct2", "Different pairs",
                "How many of all pairs of neighbouring tokens are different ones."},
    MetricWords{"distinct3", "Different triples", "How many of all runs of three tokens are different ones."},
    MetricWords{"typeTokenRatio", "Different tokens in a block",
                "How many of a block's tokens are different ones, averaged over the blocks."},
    MetricWords{"repeatedShare", "Repetition within a text",
                "How much of a block repeats four tokens in a row that stand in it before."},
    MetricWords{"selfBleu", "Likeness of the texts",
                "How much the blocks are like each other: 1 means that all say the same."},
    MetricWords{"vanishedShare", "Words no longer written",
                "How many of the tokens of the real text are written nowhere any more: the rare ones and the "
                "common ones apart."},
    MetricWords{"survivingTokens", "Tokens alive",
                "How many different tokens of the real text are still written."},
    MetricWords{"topicShare", "Share of a topic", "How many blocks speak of a topic of this kind."},
    MetricWords{"survivingTopics", "Topics alive",
                "How many topics of the real text are still written about."},
    MetricWords{"effectiveTopics", "Topics that count",
                "How many equally common topics would be as varied as the blocks. Rare topics count for "
                "little."},
    MetricWords{"survivingWords", "Words alive",
                "How many different words of the real text are still written."},
    MetricWords{"wordTailExponent", "Steepness of word frequencies",
                "How fast words become rarer down the list of words. It rises when rare words are lost."},
    MetricWords{"ownPerplexity", "Surprise at its own text",
                "How unsure the model is of each token of the text that it wrote itself. It falls when the "
                "model only repeats what it is sure of."},
    MetricWords{"factsRight", "Facts that are right",
                "How many of the statements that can be checked are true."},
    MetricWords{"factsChecked", "Facts that can be checked",
                "How many statements of the text can be checked."},
    MetricWords{"elapsedMs", "Time taken", "How long the generation took, fit and measurements together."},
};

} // namespace

const MetricWords* findMetricWords(std::string_view name)
{
    const MetricInfo* info = findMetric(name);
    const auto found = std::find_if(kWords.begin(), kWords.end(), [info](const MetricWords& words) {
        return info && words.name == info->name;
    });
    return found == kWords.end() ? nullptr : &*found;
}

} // namespace hareloom
