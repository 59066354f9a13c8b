// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/regression/RegressionModel.h"

#include "core/data/Source.h"
#include "ui/language/EngineWords.h"

#include <QCoreApplication>

#include <cmath>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

} // namespace

std::optional<BestLine> truthOf(const StageOrigin& origin)
{
    const auto moments = origin.distribution ? origin.distribution->moments() : std::nullopt;
    if (!moments || moments->mean.size() != regressionOf(origin.generation).inputs() + 1)
        return std::nullopt;
    return bestLine({moments->mean, moments->covariance});
}

Vector answersAt(const StageFrame& frame, MatrixView inputs)
{
    const Vector to = regressionOf(frame.to).predicted(inputs);
    if (frame.blend >= 1 || frame.from == frame.to)
        return to;
    const Vector from = regressionOf(frame.from).predicted(inputs);
    return from + frame.blend * (to - from);
}

std::vector<StageFact> regressionFacts(const StageFrame& frame, const GenerationPtr& first)
{
    std::vector<StageFact> facts;
    const double now = frame.to->metric("testError"), before = first->metric("testError");
    if (std::isfinite(now) && std::isfinite(before))
        facts.push_back({tr("test error"), numberText(now), numberText(before)});
    const auto scatter = [](const GenerationPtr& g) {
        return numberText(std::sqrt(regressionOf(g).residualVariance()));
    };
    facts.push_back({tr("scatter around the line"), scatter(frame.to), scatter(first)});
    return facts;
}

QString variableOf(const StageOrigin& origin, int index, int inputs)
{
    const auto i = static_cast<std::size_t>(index);
    if (i < origin.variableNames.size() && !origin.variableNames[i].empty())
        return engineWords(EngineList::State, origin.variableNames[i]);
    if (index == inputs)
        return QStringLiteral("y");
    return inputs == 1 ? QStringLiteral("x") : QStringLiteral("x%1").arg(index + 1);
}

} // namespace hareloom::ui
