// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/diffusion/DrawnFacts.h"

#include "ui/families/diffusion/DrawnPlaces.h"

#include <QCoreApplication>

#include <cmath>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

} // namespace

std::vector<StageFact> drawnFacts(const StageFrame& frame, const GenerationPtr& first)
{
    std::vector<StageFact> facts;
    const double modes = frame.to->metric("survivingModes"), allModes = first->metric("survivingModes");
    if (std::isfinite(modes) && std::isfinite(allModes))
        facts.push_back({tr("modes left"), numberText(modes), numberText(allModes)});
    const auto percent = [&](double share) { return tr("%1%").arg(numberText(100 * share, 2)); };
    const double copies = frame.to->metric("copiedShare"), firstCopies = first->metric("copiedShare");
    if (std::isfinite(copies) && std::isfinite(firstCopies))
        facts.push_back({tr("copies"), percent(copies), percent(firstCopies)});
    const auto variance = [](const GenerationPtr& g) {
        return numberText(drawnBy(g).moments.covariance.trace());
    };
    facts.push_back({tr("total variance"), variance(frame.to), variance(first)});
    return facts;
}

} // namespace hareloom::ui
