// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Sentences.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace hareloom {
namespace {

constexpr std::array kSentences = {
    // States.
    Sentence{"kindLost", "Generation {generation}: kind {kind} was not drawn."},
    Sentence{"kindLost.rare",
             "It had 1 chance in {oneIn} of being missed in {rows} draws, and what is not drawn "
             "cannot come back."},
    Sentence{"kindLost.likely",
             "It had a chance of {percent}% of being missed in {rows} draws, and what is not "
             "drawn cannot come back."},
    Sentence{"kindLost.gone",
             "It is not among the {rows} rows of this generation, and what is not there cannot "
             "be drawn again."},
    Sentence{"kindLost.mayReturn",
             "It is not among the {rows} rows of this generation. Later ones do not learn "
             "from this one alone, so it may come back."},
    Sentence{"kindLost.mayReturnLater",
             "It is not among the {rows} rows of this generation. From generation {later} on "
             "generations do not learn from the one before alone, so it may come back then."},
    Sentence{"kindsLost", "Generation {generation}: {count} kinds were not drawn: {kinds}."},
    Sentence{"kindsFirst", "Generation {generation}: the first {lost} of {all} kinds are gone."},
    Sentence{"kindsBelow", "Generation {generation}: {lost} of {all} kinds are gone, and {left} are left."},
    Sentence{"kindsLost.gone",
             "What is not among a generation's {rows} rows cannot be drawn again; the rarest "
             "kinds are missed most easily."},
    Sentence{"kindsLost.mayReturn",
             "They are not among the {rows} rows of this generation. Later ones do not "
             "learn from this one alone, so they may come back."},
    Sentence{"kindsLost.mayReturnLater",
             "They are not among the {rows} rows of this generation. From generation {later} on "
             "generations do not learn from the one before alone, so they may come back then."},
    Sentence{"kindBack", "Generation {generation}: kind {kind} is back; it had been missing since generation "
                         "{since}."},
    Sentence{
        "kindNew",
        "Generation {generation}: kind {kind} is there for the first time; generation 0 had no row of it."},
    Sentence{"kindBack.real", "The {rows} rows of this generation do not come from the one before alone."},
    Sentence{"kindAlone", "Generation {generation}: only kind {kind} is left, and from now on nothing can "
                          "change."},
    Sentence{"kindAlone.share", "Which one it is, is chance: each kind had a probability of its share in "
                                "generation 0, this one {percent}%."},
    Sentence{"kindAloneNow", "Generation {generation}: only kind {kind} is left."},
    // Regressions.
    Sentence{"testErrorTimes",
             "Generation {generation}: the test error is {now}, {times} times generation 0's {before}."},
    Sentence{"testErrorTimes.replaces", "Each model learned from {rows} responses that the one before made "
                                        "up. Its own error joins the errors before "
                                        "it, and no real response takes any of them back."},
    Sentence{"residualsHalf",
             "Generation {generation}: the residual variance is {now}, less than half of generation 0's "
             "{before}."},
    Sentence{"residualsHalf.fitted", "Responses scatter as much as the rows before scattered around their "
                                     "line, so noise that is underestimated "
                                     "once stays lost."},
    // Groups of a mixture.
    Sentence{"groupLost", "Generation {generation}: the model has given up the group at {place}."},
    Sentence{"groupLost.joined",
             "In generation {before} it held {percent}% of the model, about {held} of {rows} "
             "rows. Now {components} components share the group at {other}, and no real row "
             "brings the lost one back."},
    Sentence{"groupLost.gone",
             "In generation {before} it held {percent}% of the model, about {held} of {rows} "
             "rows, and no real row brings it back."},
    Sentence{"groupLost.mayReturn",
             "In generation {before} it held {percent}% of the model. Later generations do "
             "not learn from this one alone, so it may come back."},
    Sentence{"groupLost.mayReturnLater",
             "In generation {before} it held {percent}% of the model. From generation {later} on "
             "generations do not learn from the one before alone, so it may come back then."},
    Sentence{"groupBack", "Generation {generation}: the group at {place} is back."},
    // Images.
    Sentence{"classLost",
             "Generation {generation}: class {class} is lost: fewer than 1 image in 1000 is taken "
             "for it."},
    Sentence{"classLost.seldom", "In generation 0 it had {percent}% of the images. What one network seldom "
                                 "draws, the next one seldom sees."},
    Sentence{"classBack", "Generation {generation}: class {class} is back, with {percent}% of the images."},
    // Diffusion.
    Sentence{
        "modesLost",
        "Generation {generation}: {modes} of {all} modes are left: of each other one fewer than 1 row in "
        "100 is drawn."},
    Sentence{"modesLost.copies",
             "It learned from {rows} rows that the model before drew, and from no others: a mode that "
             "they lack cannot be learned."},
    Sentence{
        "inventsLess",
        "Generation {generation} invents less than half as much as generation 0: what it draws lies {now} "
        "from the nearest row that it learned from, in the mean, and lay {before} from it."},
    Sentence{"inventsLess.entropy",
             "There was less to learn: the rows that it learned from have an entropy of {entropy} nats, "
             "and those of generation 0 had {entropyBefore}."},
    Sentence{"inventsNoMore",
             "Generation {generation} copies more than it invents: {percent}% of its rows lie three times "
             "as near to one row that it learned from as to any other."},
    Sentence{
        "inventsNoMore.rows",
        "A network that is large enough to hold each of its {rows} rows can draw them again. The less they "
        "differ, the easier that is."},
    Sentence{"imagesAlike",
             "Generation {generation}: the images vary less than half as much as generation 0's: "
             "their spread is {now}, and was {before}."},
    Sentence{"recallHalf",
             "Generation {generation}: of the real images, {percent}% have anything like them among "
             "the drawn ones, less than half of generation 0's {beforePercent}%."},
    Sentence{"images.copies",
             "Each network saw {rows} images that the one before drew, and no photograph: what "
             "they lack, it cannot learn."},
    // Text.
    Sentence{"topicLost", "Generation {generation}: no block speaks of {topic} any more."},
    Sentence{"topicLost.share", "In generation 0, {percent}% of the blocks did."},
    Sentence{"phraseLoops", "Generation {generation}: the answer to prompt {prompt} says “{phrase}” {count} "
                            "times."},
    Sentence{"phraseLoops.learnt", "A model that learns from such text learns to repeat."},
    Sentence{"tokensLost",
             "Generation {generation}: {now} different tokens of the real text are still written; "
             "generation 0 wrote {before}."},
    Sentence{"tokensLost.gone",
             "A token that is missing in one generation's text is seldom written by the next, "
             "which learns from that text."},
    // Numbers.
    Sentence{"varianceHalf",
             "Generation {generation}: the variance is {now}, less than half of generation 0's "
             "{before}."},
    Sentence{"varianceTenth",
             "Generation {generation}: the variance is {now}, less than a tenth of generation "
             "0's {before}."},
    Sentence{"varianceHundredth", "Generation {generation}: the variance is {now}, less than a hundredth of "
                                  "generation 0's {before}."},
    Sentence{"variancePoint", "Generation {generation}: the variance is {now}, less than a millionth of "
                              "generation 0's {before}. The model is all but a point."},
    Sentence{"varianceTwice",
             "Generation {generation}: the variance is {now}, more than twice generation 0's "
             "{before}."},
    Sentence{"varianceTenfold",
             "Generation {generation}: the variance is {now}, more than ten times generation "
             "0's {before}."},
    Sentence{"spread.error", "A variance found from {rows} rows is off by about {percent}%. Each generation "
                             "starts from the error of the one before, and nothing corrects it."},
    Sentence{"meanMoved",
             "Generation {generation}: the mean is {now}, more than one standard deviation away from "
             "generation 0's {before}."},
    Sentence{"meanOfMoved",
             "Generation {generation}: the mean of {variable} is {now}, more than one standard "
             "deviation away from generation 0's {before}."},
    Sentence{"mean.steps",
             "Each mean is found from {rows} rows of the generation before, so it takes a small "
             "random step. The steps add up, and nothing leads back."},
    Sentence{"tailsGone", "Generation {generation}: the tails are gone. Of {rows} rows, {expected} are to be "
                          "expected where generation 0 would have {before}."},
    // Marks.
    Sentence{"early.tail",
             "Generation {generation}: early collapse. The tails hold {now} of the model, less than "
             "a quarter of generation 0's {before}."},
    Sentence{"early.rare",
             "Generation {generation}: early collapse. Rare kinds left: {now} of {before}, less "
             "than a quarter."},
    Sentence{"early.groups", "Generation {generation}: early collapse. Groups left: {now} of {before}."},
    Sentence{"late.spread",
             "Generation {generation}: late collapse. The variance is {now}, less than a tenth of "
             "generation 0's {before}."},
    Sentence{"late.states",
             "Generation {generation}: late collapse. Two draws differ with a chance of {now}, "
             "less than a tenth of generation 0's {before}."},
    Sentence{"late.groups",
             "Generation {generation}: late collapse. Groups left: {now} of {before}, less than "
             "half."},
    Sentence{"late.groupSpread",
             "Generation {generation}: late collapse. The variance within groups is {now}, "
             "less than a tenth of generation 0's {before}."},
    Sentence{"early.tailBack",
             "Generation {generation}: the tails have held more than half of generation 0's share "
             "for {count} generations, so the mark of early collapse is withdrawn."},
    Sentence{"early.rareBack",
             "Generation {generation}: more than half of the rare kinds have been there for {count} "
             "generations, so the mark of early collapse is withdrawn."},
    Sentence{"early.groupsBack", "Generation {generation}: all {before} groups have been there for {count} "
                                 "generations, so the mark of early collapse is withdrawn."},
    Sentence{"late.spreadBack",
             "Generation {generation}: the variance has been above a fifth of generation 0's for "
             "{count} generations, so the mark of late collapse is withdrawn."},
    Sentence{"late.statesBack",
             "Generation {generation}: the chance that two draws differ has been above a fifth of "
             "generation 0's for {count} generations, so the mark of late collapse is withdrawn."},
    Sentence{"late.groupsBack",
             "Generation {generation}: more than half of the {before} groups have been there for "
             "{count} generations, so the mark of late collapse is withdrawn."},
    Sentence{"late.groupSpreadBack",
             "Generation {generation}: the variance within groups has been above a fifth of "
             "generation 0's for {count} generations, so the mark of late collapse is "
             "withdrawn."},
    // Why things are lost, whatever the family.
    Sentence{"loss.replaced",
             "Each generation learns from {rows} rows of the one before alone: what they miss "
             "is gone."},
    Sentence{"loss.real", "Of this generation's {rows} rows {realRows} are original or fresh ones."},
    Sentence{"loss.others",
             "Of this generation's {rows} rows a part comes from other models: only what all of them lack "
             "is gone."},
    Sentence{"loss.accumulated", "This generation learned from all {rows} rows so far."},
    Sentence{"loss.picked", "This generation learned from {rows} rows picked from all so far."},
    Sentence{"loss.first",
             "This generation learned from {rows} rows of generation 0's model: it is what one step "
             "loses."},
    Sentence{"loss.biased",
             "Samples are drawn with covariances scaled by {lambda}: each generation learns from "
             "the most typical part of the one before."},
    Sentence{"loss.curated",
             "The rows were chosen by taste: each generation learns what was liked of the one before, "
             "and the rest is passed over."},
    Sentence{"loss.exact",
             "Fits are exact here, as from infinitely many rows: this is no accident of a sample."},
    Sentence{"tail.moved", "The mean is {away} of generation 0's standard deviations away from where it was: "
                           "a part of what lies beyond "
                           "generation 0's limits lies there because the middle has come near them."},
    // Several side by side.
    Sentence{"contrast.one",
             "{quantity}, generation 0 → {generation}: {sides}. It changed most with “{furthest}”, and least "
             "with “{nearest}”."},
    Sentence{"contrast.many",
             "{quantity}, generation 0 → {generation}, medians over chains: {sides}. It changed most with "
             "“{furthest}”, and least with “{nearest}”."},
    Sentence{
        "contrast.real",
        "Original or fresh rows in every generation pull it back to the data, so that errors do not add up "
        "without end. Without such rows nothing pulls it back."},
    Sentence{
        "contrast.rows",
        "With {most} rows instead of {fewest} the random error of a step is about {times} times smaller: it "
        "falls with the square root of the rows. So the chain drifts more slowly. But each step adds its "
        "error, and nothing takes any of them back."},
    Sentence{
        "contrast.pool",
        "Where generations learn from the newest rows alone, errors add up. Where the older rows are kept, "
        "the original ones stay among them, and a new sample changes less."},
    Sentence{
        "contrast.errors",
        "A model that is too poor and a fit that is too hasty err in the same way in every step. A finite "
        "sample is drawn anew, so each step errs in another way, and what it misses is gone."},
    // Changes on the way, rest, and ends.
    Sentence{"changed", "From generation {generation} on, the run uses: {what}."},
    Sentence{"quiet", "Generations {from} to {generation}: nothing new to tell."},
    Sentence{"ended", "Generation {generation}: the chain ends here, because {why}."},
    // What happened, in a summary.
    Sentence{"end.testError",
             "The test error is {after} in generation {generation}; it was {before} in generation 0."},
    Sentence{"end.testErrorMany",
             "Over {chains} chains, the test error ends at {median} in the median, from {least} to "
             "{most}; it was {before} in generation 0."},
    Sentence{"end.variance",
             "The variance is {after} in generation {generation}; it was {before} in generation "
             "0."},
    Sentence{"end.varianceMany",
             "Over {chains} chains, the variance ends at {median} times that of generation 0 "
             "in the median, from {least} to {most} times."},
    Sentence{"end.kinds", "Kinds left in generation {generation}: {after} of {before}."},
    Sentence{"end.kindsLost", "Kinds left in generation {generation}: {after} of {before}. Lost, in this "
                              "order: {lost}."},
    Sentence{"end.kindsMany", "Over {chains} chains, {median} kinds are left in the median, from {least} to "
                              "{most}; generation 0 had {before} in the median."},
    Sentence{"end.groups", "Groups left in generation {generation}: {after} of {before}."},
    Sentence{"end.groupsLost", "Groups left in generation {generation}: {after} of {before}. Lost, in this "
                               "order: {lost}."},
    Sentence{"end.groupsMany",
             "Over {chains} chains, {median} groups are left in the median, from {least} to "
             "{most}; generation 0 had {before} in the median."},
    Sentence{"end.classes", "Of {before} classes {after} are left in generation {generation}."},
    Sentence{"end.classesLost",
             "Of {before} classes {after} are left in generation {generation}. Lost, in this "
             "order: {lost}."},
    Sentence{"end.classesMany",
             "Over {chains} chains, {median} classes are left in the median, from {least} to "
             "{most}; generation 0 had {before} in the median."},
    Sentence{"end.modes", "Of {before} modes {after} are left in generation {generation}."},
    Sentence{"end.modesMany",
             "Over {chains} chains, {median} modes are left in the median, from {least} to {most}; "
             "generation 0 had {before} in the median."},
    Sentence{"end.spread", "The images' spread is {after} in generation {generation}; it was {before} in "
                           "generation 0."},
    Sentence{"end.spreadMany",
             "Over {chains} chains, the images' spread ends at {median} in the median, from "
             "{least} to {most}; generation 0 had {before} in the median."},
    Sentence{"end.repeats", "The share of repeated 4-grams is {after} in generation {generation}; it was "
                            "{before} in generation 0."},
    Sentence{"end.repeatsMany", "Over {chains} chains, the share of repeated 4-grams ends at {median} in the "
                                "median, from {least} to {most}; generation 0 had {before} in the median."},
    Sentence{"end.perplexity", "The perplexity of real text is {after} in generation {generation}; it was "
                               "{before} in generation 0."},
    Sentence{"end.perplexityMany",
             "Over {chains} chains, the perplexity of real text ends at {median} in the "
             "median, from {least} to {most}; generation 0 had {before} in the median."},
    // Why, in a summary.
    Sentence{"why.replaced",
             "Each generation learned from {rows} rows of the one before alone: what they missed was "
             "gone."},
    Sentence{"why.real",
             "Original or fresh rows were in every generation, {realRows} of {rows} in the last one: "
             "they pull it back, so that errors do not add up without end."},
    Sentence{"why.others",
             "In each generation, other models wrote a part of the {rows} rows: what one of them has lost, "
             "another may give back, but nobody corrects what all have in common."},
    Sentence{"why.previous", "A part of each generation's {rows} rows was taken from those of the generation "
                             "before: errors add up more slowly, but nothing brings back what is lost."},
    Sentence{"why.accumulated",
             "Every generation learned from all rows so far, {rows} in the last one and the "
             "original ones among them: a new sample changes less and less."},
    Sentence{"why.picked",
             "Every generation learned from {rows} rows picked from all so far: original rows stay "
             "among those, but become an ever smaller part."},
    Sentence{"why.first",
             "Every generation learned from {rows} rows of generation 0's model: no error is handed on, "
             "so this is what one step loses."},
    Sentence{"why.biased",
             "Samples were drawn with covariances scaled by {lambda}: each generation learned from "
             "the most typical part of the one before."},
    Sentence{"why.curated",
             "The rows were chosen by taste: each generation learned what was liked of the one before, "
             "and the rest was passed over."},
    Sentence{"why.changed",
             "The settings changed during the run, most recently from generation {generation} on: "
             "{what}."},
    Sentence{"why.alike", "All rows of generation 0 are alike, so that each of {rows} rows holds all there "
                          "is to learn, and nothing "
                          "can be missed."},
    Sentence{"why.exact",
             "Fits were exact, as from infinitely many rows: nothing was lost by the accident of a "
             "sample."},
    // What to try next.
    Sentence{"try.variants", "Compare it with the other variants, which differ from it in a few settings."},
    Sentence{"try.models",
             "Compare it with the other models of the loop, and with one that learns from itself alone."},
    Sentence{"try.unchanged", "Compare it with the same run without the changes."},
    Sentence{"try.real",
             "Try to keep a tenth of the original rows in each generation (policy.realShare = 0.1), "
             "and compare."},
    Sentence{"try.varied", "Try data whose values differ: what is all alike has nothing to lose."},
    Sentence{"try.latest", "Compare it with generations that learn from the newest rows alone (policy.pool = "
                           "latest, without real or fresh rows)."},
    Sentence{"try.unbiased", "Compare it with samples that are not narrowed (policy.lambda = 1)."},
    Sentence{"try.uncurated", "Compare it with rows that nobody chooses (policy.curation.bestOf = 1)."},
    Sentence{"try.sampled", "Switch the statistical error on (errors.statistical = true), and compare."},
};

} // namespace

std::span<const Sentence> sentences()
{
    return kSentences;
}

std::string_view wordsOf(std::string_view key)
{
    const auto found = std::find_if(kSentences.begin(), kSentences.end(),
                                    [key](const Sentence& sentence) { return sentence.key == key; });
    if (found == kSentences.end())
        throw std::logic_error("there is no sentence " + std::string(key));
    return found->words;
}

} // namespace hareloom
