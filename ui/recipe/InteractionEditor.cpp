// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/InteractionEditor.h"

#include "core/experiment/Interaction.h"
#include "ui/language/EngineWords.h"
#include "ui/recipe/ReaderGraph.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hareloom::ui {

InteractionEditor::InteractionEditor(Recipe& recipe, QWidget* parent)
    : QWidget(parent),
      m_recipe(recipe),
      m_words(new QLabel(this)),
      m_graph(new ReaderGraph(this)),
      m_reader(new QComboBox(this)),
      m_shares(new QWidget(this)),
      m_form(new QFormLayout(m_shares)),
      m_switch(new QPushButton(this))
{
    m_words->setObjectName(QStringLiteral("muted"));
    m_words->setFont(themeFont(TextSize::Small));
    m_words->setWordWrap(true);
    m_reader->setAccessibleName(tr("Model whose shares are shown"));
    m_reader->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reader->setFocusPolicy(Qt::StrongFocus);
    m_form->setContentsMargins(0, 0, 0, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_words);
    column->addWidget(m_graph);
    column->addWidget(m_reader);
    column->addWidget(m_shares);
    column->addWidget(m_switch, 0, Qt::AlignLeft);
    connect(&recipe, &Recipe::changed, this, &InteractionEditor::refresh);
    connect(m_graph, &ReaderGraph::chosen, this, &InteractionEditor::choose);
    connect(m_graph, &ReaderGraph::shareWanted, this, &InteractionEditor::takeShare);
    connect(m_graph, &ReaderGraph::dragEnded, this, [this] { m_recipe.endTyping(); });
    connect(m_reader, &QComboBox::activated, this,
            [this](int model) { choose(static_cast<std::size_t>(model)); });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        const Experiment& draft = m_recipe.draft();
        if (draft.interaction)
            take(nullptr, tr("models that learn from themselves alone"));
        else
            take(std::make_shared<const Interaction>(eachFromItself(draft.variants.size())),
                 tr("models that learn from each other"));
    });
    refresh();
}

QStringList InteractionEditor::names() const
{
    QStringList names;
    for (const Variant& variant : m_recipe.draft().variants)
        names << engineWords(EngineList::Preset, variant.title);
    return names;
}

void InteractionEditor::setTheme(const Theme& theme)
{
    m_graph->setTheme(theme);
}

QDoubleSpinBox* InteractionEditor::shareBox(std::size_t writer) const
{
    return m_boxes[writer];
}

void InteractionEditor::refresh()
{
    const Experiment& draft = m_recipe.draft();
    const bool isOn = draft.interaction && draft.interaction->matrix.size() == draft.variants.size();
    for (QWidget* part : {static_cast<QWidget*>(m_graph), static_cast<QWidget*>(m_reader), m_shares})
        part->setVisible(isOn);
    m_switch->setVisible(isOn || draft.variants.size() > 1);
    m_switch->setText(isOn ? tr("Let each learn from itself alone") : tr("Let them learn from each other"));
    m_words->setText(
        isOn ? tr("The variants are models in one loop. In each generation, a model takes these shares of "
                  "its generated rows from each of them.")
        : draft.variants.size() > 1 ? tr("Each variant learns from itself alone.")
                                    : tr("With two variants or more, they can learn from each other."));
    if (!isOn)
        return;
    m_graph->setInteraction(*draft.interaction, names());
    const int chosen = std::max(0, m_reader->currentIndex());
    m_reader->clear();
    for (const QString& name : names())
        m_reader->addItem(tr("%1. %2 takes its rows from:").arg(m_reader->count() + 1).arg(name));
    makeShares(draft.variants.size());
    choose(std::min(static_cast<std::size_t>(chosen), draft.variants.size() - 1));
}

void InteractionEditor::makeShares(std::size_t models)
{
    while (m_boxes.size() > models) {
        m_form->removeRow(static_cast<int>(m_boxes.size()) - 1);
        m_boxes.pop_back();
    }
    while (m_boxes.size() < models) {
        auto* box = new QDoubleSpinBox(m_shares);
        box->setRange(0, 100);
        box->setDecimals(1);
        box->setSingleStep(1);
        box->setSuffix(tr("%"));
        box->setKeyboardTracking(false);
        const std::size_t writer = m_boxes.size();
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, writer](double percent) {
            takeShare(static_cast<std::size_t>(m_reader->currentIndex()), writer, percent / 100);
        });
        auto* name = new QLabel(m_shares);
        name->setBuddy(box);
        m_form->addRow(name, box);
        m_boxes.push_back(box);
    }
    const QStringList all = names();
    for (std::size_t j = 0; j < models; ++j) {
        const QString name = tr("%1. %2").arg(j + 1).arg(all[static_cast<qsizetype>(j)]);
        static_cast<QLabel*>(m_form->labelForField(m_boxes[j]))->setText(name);
        m_boxes[j]->setAccessibleName(name);
    }
}

void InteractionEditor::choose(std::size_t model)
{
    m_reader->setCurrentIndex(static_cast<int>(model));
    m_graph->setChosen(model);
    showShares();
}

void InteractionEditor::showShares()
{
    const auto reader = static_cast<std::size_t>(m_reader->currentIndex());
    const auto& row = m_recipe.draft().interaction->matrix[reader];
    for (std::size_t j = 0; j < m_boxes.size(); ++j) {
        const QSignalBlocker quiet(m_boxes[j]);
        m_boxes[j]->setValue(100 * row[j]);
    }
}

void InteractionEditor::takeShare(std::size_t reader, std::size_t writer, double share)
{
    const auto& present = m_recipe.draft().interaction;
    if (present && present->matrix[reader][writer] != share)
        take(std::make_shared<const Interaction>(withShare(*present, reader, writer, share)),
             tr("who learns from whom"), true);
}

void InteractionEditor::take(std::shared_ptr<const Interaction> interaction, const QString& what,
                             bool isTyping)
{
    Experiment changed = m_recipe.draft();
    changed.interaction = std::move(interaction);
    m_recipe.change(changed, what, isTyping);
}

} // namespace hareloom::ui
