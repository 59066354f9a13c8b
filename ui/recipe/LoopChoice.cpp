// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/LoopChoice.h"

#include "core/data/SourceKinds.h"
#include "core/recipe/MetricAvailability.h"
#include "core/recipe/NamedPolicies.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/ViewText.h"
#include "ui/recipe/RecipeBox.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

QString translated(std::string_view text)
{
    return engineWords(EngineList::Setting, text);
}

} // namespace

LoopChoice::LoopChoice(Recipe& recipe, QWidget* parent)
    : QWidget(parent), m_recipe(recipe), m_box(new RecipeBox(tr("Loop"), this)), m_help(new QLabel(this))
{
    m_box->setPlaceholderText(tr("Your own"));
    for (const NamedPolicy& policy : namedPolicies()) {
        m_box->addItem(translated(policy.title), fromView(policy.id));
        m_box->setItemData(m_box->count() - 1, translated(policy.help), Qt::ToolTipRole);
    }
    m_help->setObjectName(QStringLiteral("muted"));
    m_help->setFont(themeFont(TextSize::Small));
    m_help->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_box);
    column->addWidget(m_help);
    connect(m_box, &QComboBox::activated, this,
            [this] { m_recipe.choosePolicy(m_box->currentData().toString().toStdString()); });
    connect(&recipe, &Recipe::changed, this, &LoopChoice::refresh);
    refresh();
}

void LoopChoice::refresh()
{
    const std::string_view id = policyName(m_recipe.draft());
    const int row = id.empty() ? -1 : m_box->findData(fromView(id));
    m_box->setCurrentIndex(row);
    const QString help =
        row < 0 ? tr("A loop of your own making.") : m_box->itemData(row, Qt::ToolTipRole).toString();
    m_help->setText(help);
    m_box->setToolTip(help);
    m_box->setAccessibleDescription(help);
    // A table has no fresh rows to give.
    auto* model = qobject_cast<QStandardItemModel*>(m_box->model());
    QStandardItem* fresh = model->item(m_box->findData(QStringLiteral("fresh")));
    fresh->setEnabled(!isTable(m_recipe.draft().source));
}

} // namespace hareloom::ui
