// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/PageWords.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Page)
};

QJsonObject controls()
{
    return {
        {"transport", Words::tr("Go through the generations")},
        {"slider", Words::tr("Generation")},
        {"generation", Words::tr("Generation %1 of %2")},
        {"play", Words::tr("Play (Space)")},
        {"pause", Words::tr("Pause (Space)")},
        {"first", Words::tr("First generation (Home)")},
        {"previous", Words::tr("Generation before (Left)")},
        {"next", Words::tr("Next generation (Right)")},
        {"last", Words::tr("Last generation (End)")},
        {"speed", Words::tr("Speed")},
        {"perSecond", Words::tr("%1 a second")},
        {"soFar", Words::tr("Charts only so far")},
        {"soFarHelp", Words::tr("Charts show nothing of later generations, so that one can guess first.")},
        {"numbers", Words::tr("Numbers")},
        {"copy", Words::tr("Copy")},
        {"copied", Words::tr("Copied.")},
        {"notCopied",
         Words::tr("The browser does not let this page copy. Select the text and press Ctrl+C.")},
        {"models", Words::tr("Models")},
        {"charts", Words::tr("Charts")},
        {"early", Words::tr("early collapse")},
        {"late", Words::tr("late collapse")},
        {"copying", Words::tr("stops inventing")},
        {"whichText", Words::tr("Which text")}};
}

QJsonObject chartWords()
{
    return {{"generationNow", Words::tr("Generation %1")},
            {"generationHead", Words::tr("Generation")},
            {"generationZero", Words::tr("generation 0")},
            {"chartNow", Words::tr("%1 in generation %2: %3")},
            {"value", Words::tr("value")},
            {"median", Words::tr("median")},
            {"medianLegend", Words::tr("median over the chains")},
            {"low", Words::tr("10% point")},
            {"high", Words::tr("90% point")},
            {"band", Words::tr("10% to 90% of the chains")},
            {"bandLegend", Words::tr("from the 10% to the 90% point of the chains")},
            {"fromTo", Words::tr("%1 to %2")},
            {"of", Words::tr("%1, %2", "a value, and the column that it is of")},
            {"realData", Words::tr("real data")},
            {"settingsChange", Words::tr("settings change")}};
}

QJsonObject stageWords()
{
    return {{"stageNow", Words::tr("%1: %2")},
            {"before", Words::tr("was %1")},
            {"noModel", Words::tr("The session keeps no model of this generation.")},
            {"thisGeneration", Words::tr("this generation")},
            {"rows", Words::tr("rows it generates")},
            {"trueDensity", Words::tr("true density")},
            {"density", Words::tr("density")},
            {"densityOf", Words::tr("density, generation %1")},
            {"tailBelow", Words::tr("1% below")},
            {"tailAbove", Words::tr("1% above")},
            {"upTo", Words::tr("↑ up to %1")},
            {"outside", Words::tr("This generation's centre lies outside of generation 0's axes, at (%1, %2)")},
            {"component", Words::tr("component")},
            {"weight", Words::tr("weight")},
            {"meanOf", Words::tr("mean, %1")},
            {"spreadOf", Words::tr("standard deviation, %1")},
            {"correlation", Words::tr("correlation")},
            {"state", Words::tr("state %1")},
            {"stateHead", Words::tr("state")},
            {"ranks", Words::tr("%1 states, ranks %2 to %3")},
            {"statesAxis", Words::tr("states, most frequent in generation 0 first")},
            {"probability", Words::tr("probability")},
            {"probabilityOf", Words::tr("probability, generation %1")},
            {"logScale", Words::tr("logarithmic scale")},
            {"extinct", Words::tr("0, extinct")},
            {"extinctLegend", Words::tr("extinct")},
            {"alive", Words::tr("states alive")},
            {"aliveOf", Words::tr("%1 of %2")}};
}

QJsonObject pictureAndTextWords()
{
    return {{"imageOf", Words::tr("image %1 of %2")},
            {"imageHead", Words::tr("image, from the top left")},
            {"samePoint", Words::tr("Every generation draws it from the same latent point.")},
            {"tooOld", Words::tr("This browser is too old to unpack the images.")},
            {"toneOf", Words::tr("mean tone, generation %1")},
            {"rms", Words::tr("root mean square difference")},
            {"prompt", Words::tr("The same words are given to every generation: %1")},
            {"noPrompt", Words::tr("Every generation begins without a prompt.")},
            {"ownPrompts", Words::tr("Each generation continues a text of its own, in grey.")},
            {"repeated", Words::tr("%1% repeated")},
            {"repeatedLegend", Words::tr("phrases that a text repeats")},
            {"wroteNothing", Words::tr("It wrote nothing.")},
            {"noText", Words::tr("No text is kept of it.")},
            {"guideSays", Words::tr("The guide says %1.")}};
}

} // namespace

QJsonObject pageWords()
{
    QJsonObject all;
    for (const QJsonObject& part : {controls(), chartWords(), stageWords(), pictureAndTextWords()})
        for (auto it = part.begin(); it != part.end(); ++it)
            all.insert(it.key(), it.value());
    return all;
}

QString pageLanguage()
{
    return Words::tr("en", "the language of these words, as HTML names it");
}

} // namespace hareloom::ui
