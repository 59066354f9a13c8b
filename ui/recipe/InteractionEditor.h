// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/Recipe.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class ReaderGraph;
struct Theme;

/// Who learns from whom, when the variants are models in one loop: the graph, and below it the shares of one
/// model, in percent. A row stays whole: where one share changes, the others of that model give way.
class InteractionEditor : public QWidget
{
    Q_OBJECT
public:
    /// `recipe` outlives this.
    explicit InteractionEditor(Recipe& recipe, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    ReaderGraph* graph() const { return m_graph; }
    /// Of the chosen model's rows, from model `writer`, in percent.
    QDoubleSpinBox* shareBox(std::size_t writer) const;

private:
    void refresh();
    void makeShares(std::size_t models);
    void showShares();
    void choose(std::size_t model);
    void takeShare(std::size_t reader, std::size_t writer, double share);
    void take(std::shared_ptr<const Interaction> interaction, const QString& what, bool isTyping = false);
    QStringList names() const;

    Recipe& m_recipe;
    QLabel* m_words;
    ReaderGraph* m_graph;
    QComboBox* m_reader; // whose shares are shown
    QWidget* m_shares;
    QFormLayout* m_form;
    std::vector<QDoubleSpinBox*> m_boxes;
    QPushButton* m_switch; // on and off
};

} // namespace hareloom::ui
