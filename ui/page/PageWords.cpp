// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/PageWords.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

QString tr(const char* text, const char* note = nullptr)
{
    return QCoreApplication::translate("Page", text, note);
}

QJsonObject controls()
{
    return {{"transport", tr("Go through the generations")},
            {"slider", tr("Generation")},
            {"generation", tr("Generation %1 of %2")},
            {"play", tr("Play (Space)")},
            {"pause", tr("Pause (Space)")},
            {"first", tr("First generation (Home)")},
            {"previous", tr("Generation before (Left)")},
            {"next", tr("Next generation (Right)")},
            {"last", tr("Last generation (End)")},
            {"speed", tr("Speed")},
            {"perSecond", tr("%1 a second")},
            {"soFar", tr("Charts only so far")},
            {"soFarHelp", tr("Charts show nothing of later generations, so that one can guess first.")},
            {"numbers", tr("Numbers")},
            {"copy", tr("Copy")},
            {"copied", tr("Copied.")},
            {"notCopied", tr("The browser does not let this page copy. Select the text and press Ctrl+C.")},
            {"models", tr("Models")},
            {"charts", tr("Charts")},
            {"early", tr("early collapse")},
            {"late", tr("late collapse")},
            {"whichText", tr("Which text")}};
}

QJsonObject chartWords()
{
    return {{"generationNow", tr("Generation %1")},
            {"generationHead", tr("Generation")},
            {"generationZero", tr("generation 0")},
            {"chartNow", tr("%1 in generation %2: %3")},
            {"value", tr("value")},
            {"median", tr("median")},
            {"medianLegend", tr("median over the chains")},
            {"low", tr("10% point")},
            {"high", tr("90% point")},
            {"band", tr("10% to 90% of the chains")},
            {"bandLegend", tr("from the 10% to the 90% point of the chains")},
            {"fromTo", tr("%1 to %2")},
            {"of", tr("%1, %2", "a value, and the column that it is of")},
            {"realData", tr("real data")},
            {"settingsChange", tr("settings change")}};
}

QJsonObject stageWords()
{
    return {{"stageNow", tr("%1: %2")},
            {"before", tr("was %1")},
            {"noModel", tr("The session keeps no model of this generation.")},
            {"thisGeneration", tr("this generation")},
            {"rows", tr("rows it generates")},
            {"trueDensity", tr("true density")},
            {"density", tr("density")},
            {"densityOf", tr("density, generation %1")},
            {"tailBelow", tr("1% below")},
            {"tailAbove", tr("1% above")},
            {"upTo", tr("↑ up to %1")},
            {"outside", tr("This generation's centre lies outside of generation 0's axes, at (%1, %2)")},
            {"component", tr("component")},
            {"weight", tr("weight")},
            {"meanOf", tr("mean, %1")},
            {"spreadOf", tr("standard deviation, %1")},
            {"correlation", tr("correlation")},
            {"state", tr("state %1")},
            {"stateHead", tr("state")},
            {"ranks", tr("%1 states, ranks %2 to %3")},
            {"statesAxis", tr("states, most frequent in generation 0 first")},
            {"probability", tr("probability")},
            {"probabilityOf", tr("probability, generation %1")},
            {"logScale", tr("logarithmic scale")},
            {"extinct", tr("0, extinct")},
            {"extinctLegend", tr("extinct")},
            {"alive", tr("states alive")},
            {"aliveOf", tr("%1 of %2")}};
}

QJsonObject pictureAndTextWords()
{
    return {{"image", tr("image %1 of %2")},
            {"imageHead", tr("image")},
            {"samePoint", tr("Every generation draws it from the same latent point.")},
            {"tooOld", tr("This browser is too old to unpack the images.")},
            {"toneOf", tr("mean tone, generation %1")},
            {"rms", tr("root mean square difference")},
            {"prompt", tr("The same words are given to every generation: %1")},
            {"noPrompt", tr("Every generation begins without a prompt.")},
            {"ownPrompts", tr("Each generation continues a text of its own, in grey.")},
            {"repeated", tr("%1% repeated")},
            {"repeatedLegend", tr("phrases that a text repeats")},
            {"wroteNothing", tr("It wrote nothing.")},
            {"noText", tr("No text is kept of it.")},
            {"guideSays", tr("The guide says %1.")}};
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
    return tr("en", "the language of these words, as HTML names it");
}

} // namespace hareloom::ui
