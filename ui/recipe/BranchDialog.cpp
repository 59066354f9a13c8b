// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/BranchDialog.h"

#include "core/recipe/Stretches.h"
#include "ui/recipe/FieldControl.h"
#include "ui/recipe/RecipeSection.h"

#include <nlohmann/json.hpp>

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kWidth = 54 * kGrid, kHeight = 60 * kGrid;

QLabel* lines(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setFont(themeFont(TextSize::Small));
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setMinimumHeight(2 * QFontMetrics(label->font()).lineSpacing());
    return label;
}

} // namespace

BranchDialog::BranchDialog(const Experiment& variant, std::int64_t at, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      m_at(at),
      m_help(lines(this, QStringLiteral("muted"))),
      m_state(lines(this, QStringLiteral("problem"))),
      m_run(new QPushButton(tr("Run the branch"), this))
{
    setWindowTitle(tr("What if from here on?"));
    const Experiment then = experimentAt(variant, at);
    m_recipe.load(then);
    auto* head = new QLabel(
        at == 1 ? tr("Generation 0 stays as it is. What should be different from generation 1 on?")
                : tr("Generations 0 to %1 stay as they are. What should be different from generation "
                     "%2 on?")
                      .arg(at - 1)
                      .arg(at),
        this);
    head->setWordWrap(true);
    head->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(makeSettings(then, theme));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_run->setObjectName(QStringLiteral("primary"));
    m_run->setDefault(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_run, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_recipe, &Recipe::changed, this, &BranchDialog::adapt);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    column->addWidget(head);
    column->addWidget(scroll, 1);
    column->addWidget(m_help);
    column->addWidget(m_state);
    column->addWidget(buttons);
    const QSize most = (parent ? parent->screen() : screen())->availableSize() - QSize(4 * kGrid, 8 * kGrid);
    resize(QSize(kWidth, kHeight).boundedTo(most));
    adapt();
    if (!m_controls.empty())
        m_controls.front()->editor()->setFocus(Qt::OtherFocusReason);
}

// The main ones first; the others below.
QWidget* BranchDialog::makeSettings(const Experiment& then, const Theme& theme)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->setSpacing(0);
    auto* main = new RecipeSection(tr("Main settings"), QStringLiteral("branchMain"), true, page);
    auto* others =
        new RecipeSection(tr("All that can change on the way"), QStringLiteral("branchAll"), false, page);
    column->addWidget(main);
    column->addWidget(others);
    column->addStretch();
    for (const ExperimentField& field : experimentFields()) {
        if (!mayChange(field))
            continue;
        RecipeSection* section = field.plain.empty() ? others : main;
        auto* control = new FieldControl(field, m_recipe, section);
        control->setTheme(theme);
        control->nameByLabel(); // as the branch's title and its mark will
        connect(control, &FieldControl::attended, this,
                [this](const FieldControl* attended) { m_help->setText(attended->help()); });
        section->add(control);
        m_controls.push_back(control);
    }
    std::stable_sort(m_controls.begin(), m_controls.end(),
                     [&then](const FieldControl* a, const FieldControl* b) {
                         const auto rank = [&then](const FieldControl* control) {
                             return 2 * !control->field().applies(then) + control->field().plain.empty();
                         };
                         return rank(a) < rank(b);
                     });
    return page;
}

void BranchDialog::adapt()
{
    m_run->setEnabled(m_recipe.fault().isEmpty() && !change().set.empty());
    m_state->setText(m_recipe.fault());
    m_run->setToolTip(m_recipe.fault().isEmpty() && change().set.empty() ? tr("Nothing is changed yet")
                                                                         : m_recipe.fault());
}

SettingsChange BranchDialog::change() const
{
    SettingsChange change{m_at, {}};
    for (const ExperimentField& field : experimentFields())
        if (mayChange(field) && field.applies(m_recipe.draft()) && m_recipe.differs(field))
            change.set.emplace_back(field.path, field.get(m_recipe.draft()).dump());
    return change;
}

FieldControl* BranchDialog::control(std::string_view path) const
{
    const auto found = std::find_if(m_controls.begin(), m_controls.end(),
                                    [path](const FieldControl* each) { return each->field().path == path; });
    return found == m_controls.end() ? nullptr : *found;
}

} // namespace hareloom::ui
