// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/Recipe.h"
#include "ui/theme/Theme.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace hareloom::ui {

class CurveCanvas;
class PointsCanvas;

/// The canvas of a source that is drawn by hand; hidden for every other. A stroke is one change of the
/// recipe.
class DrawnSource : public QWidget
{
    Q_OBJECT
public:
    /// `recipe` outlives this.
    explicit DrawnSource(Recipe& recipe, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    CurveCanvas* curve() const { return m_curve; }
    PointsCanvas* points() const { return m_points; }

private:
    void refresh();
    void nameAsDrawn(Experiment& experiment) const;
    void take(const char* path, const nlohmann::json& value);

    Recipe& m_recipe;
    CurveCanvas* m_curve;
    PointsCanvas* m_points;
    QLabel* m_words;
};

} // namespace hareloom::ui
