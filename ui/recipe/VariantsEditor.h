// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/Recipe.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The variants that run side by side: title and settings of each, a line a setting. What cannot be read
/// stays in sight with the reason and is not taken over.
class VariantsEditor : public QWidget
{
    Q_OBJECT
public:
    /// `recipe` outlives this.
    explicit VariantsEditor(Recipe& recipe, QWidget* parent = nullptr);

private:
    void refresh();
    void rebuild();
    void addRow(std::size_t variant);
    void take(const std::vector<Variant>& variants, const QString& what,
              std::shared_ptr<const Interaction> interaction, bool isTyping = false);
    void keepOnly(std::size_t variant);

    Recipe& m_recipe;
    std::vector<Variant> m_shown;
    QWidget* m_rows;
    QVBoxLayout* m_column;
};

/// "policy.pool = all", a line each.
QString settingsText(const Variant& variant);
/// The other way round. Errors: InvalidInput, with the setting's own sentence.
Result<std::vector<std::pair<std::string, std::string>>> settingsFrom(const QString& text,
                                                                      const Experiment& experiment);

} // namespace hareloom::ui
