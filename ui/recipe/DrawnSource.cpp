// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/DrawnSource.h"

#include "core/data/SourceKinds.h"
#include "ui/sources/CurveCanvas.h"
#include "ui/sources/PointsCanvas.h"

#include <nlohmann/json.hpp>

#include <QLabel>
#include <QVBoxLayout>

namespace hareloom::ui {

DrawnSource::DrawnSource(Recipe& recipe, QWidget* parent)
    : QWidget(parent),
      m_recipe(recipe),
      m_curve(new CurveCanvas(this)),
      m_points(new PointsCanvas(this)),
      m_words(new QLabel(this))
{
    m_words->setObjectName(QStringLiteral("muted"));
    m_words->setFont(themeFont(TextSize::Small));
    m_words->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_curve);
    column->addWidget(m_points);
    column->addWidget(m_words);
    connect(m_curve, &CurveCanvas::drawn, this,
            [this](const std::vector<double>& heights) { take("source.heights", heights); });
    connect(m_points, &PointsCanvas::drawn, this,
            [this](const PointRows& points) { take("source.points", points); });
    connect(&recipe, &Recipe::changed, this, &DrawnSource::refresh);
    refresh();
}

void DrawnSource::setTheme(const Theme& theme)
{
    m_curve->setTheme(theme);
    m_points->setTheme(theme);
}

void DrawnSource::refresh()
{
    const SourceConfig& source = m_recipe.draft().source;
    const DrawnAs drawnAs = kindOf(source).drawnAs;
    const bool isCurve = drawnAs == DrawnAs::Heights;
    const bool isPlane =
        drawnAs == DrawnAs::Points && (source.points.empty() || source.points.front().size() == 2);
    setVisible(isCurve || isPlane);
    m_curve->setVisible(isCurve);
    m_points->setVisible(isPlane);
    if (isCurve) {
        m_curve->setCurve(source.low, source.high, source.heights);
        m_words->setText(tr("Drag to draw, right button to erase, arrow keys to shape."));
    }
    if (isPlane) {
        m_points->setPoints(source.points);
        m_words->setText(tr("%n points. Click or drag to set more, right button to erase; arrows and Return.",
                            nullptr, static_cast<int>(source.points.size())));
    }
}

void DrawnSource::take(const char* path, const nlohmann::json& value)
{
    m_recipe.endTyping();
    Experiment changed = m_recipe.draft();
    // A canvas draws nothing that the field refuses; a curve of zeros is the recipe's fault to say.
    const ExperimentField& field = *findField(path);
    if (!field.set(changed, value) || field.get(changed) == field.get(m_recipe.draft()))
        return;
    nameAsDrawn(changed);
    m_recipe.change(changed, tr("drawing"));
    m_recipe.endTyping();
}

// A preset's title and question speak of the preset's data. What someone has written stays.
void DrawnSource::nameAsDrawn(Experiment& experiment) const
{
    const Experiment& base = m_recipe.base();
    const bool isDrawnAlready = experiment.source.kind == base.source.kind;
    const bool isAsked = !experiment.question.empty() && experiment.question != base.question;
    if (isDrawnAlready || isAsked || m_recipe.isTitled())
        return;
    const bool isCurve = kindOf(experiment.source).drawnAs == DrawnAs::Heights;
    experiment.title = (isCurve ? tr("A curve of your own") : tr("Points of your own")).toStdString();
    experiment.question = tr("What is left of what you drew when models learn from models?").toStdString();
    experiment.story.clear();
}

} // namespace hareloom::ui
