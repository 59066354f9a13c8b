// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/RecipeDrawer.h"

#include "core/recipe/Families.h"
#include "ui/language/Joining.h"
#include "ui/recipe/DeviceRow.h"
#include "ui/recipe/DrawnSource.h"
#include "ui/recipe/FieldText.h"
#include "ui/recipe/InteractionEditor.h"
#include "ui/recipe/LoopChoice.h"
#include "ui/recipe/RecipeSection.h"
#include "ui/recipe/VariantsEditor.h"
#include "ui/theme/Icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kWidth = 42 * kGrid;
constexpr double kWidest = 1.6; // of kWidth: then words of twice the size find room, and the stage, too
constexpr int kHelpLines = 2, kStateLines = 2;

QLabel* smallLines(QWidget* parent, int lines)
{
    auto* label = new QLabel(parent);
    label->setFont(themeFont(TextSize::Small));
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setMinimumHeight(lines * QFontMetrics(label->font()).lineSpacing());
    return label;
}

} // namespace

RecipeDrawer::RecipeDrawer(Recipe& recipe, QWidget* parent)
    : QFrame(parent),
      m_recipe(recipe),
      m_drawn(new DrawnSource(recipe, this)),
      m_loop(new LoopChoice(recipe, this)),
      m_interaction(new InteractionEditor(recipe, this)),
      m_scroll(new QScrollArea(this)),
      m_help(smallLines(this, kHelpLines)),
      m_state(smallLines(this, kStateLines)),
      m_close(new QToolButton(this)),
      m_resetAll(new QPushButton(tr("Back to preset"), this)),
      m_run(new QPushButton(tr("Run this"), this)),
      m_beside(new QPushButton(tr("Run beside"), this))
{
    setObjectName(QStringLiteral("drawer"));
    setAccessibleName(tr("Recipe"));
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("drawerPage"));
    auto* sections = new QVBoxLayout(page);
    sections->setContentsMargins(0, 0, kGrid, 0);
    sections->setSpacing(0);
    makeSections(sections);
    sections->addStretch();
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid / 2, kGrid / 2, kGrid);
    column->setSpacing(kGrid / 2);
    column->addLayout(makeHead());
    column->addWidget(m_scroll, 1);
    column->addLayout(makeFoot());
    connect(&recipe, &Recipe::changed, this, [this] {
        m_forecast.clear(); // it was of another recipe
        m_refusal.clear();
        refresh();
    });
    fitWords();
    attend(nullptr);
    refresh();
}

// As wide as the size of the words asks for.
void RecipeDrawer::fitWords()
{
    const int width = static_cast<int>(kWidth * std::clamp(fontScale(), 1.0, kWidest));
    setFixedWidth(width);
    m_scroll->widget()->setMinimumWidth(width - 5 * kGrid); // no row makes the page wider than the drawer
    for (auto [label, lines] : {std::pair(m_help, kHelpLines), std::pair(m_state, kStateLines)})
        label->setMinimumHeight(lines * QFontMetrics(themeFont(TextSize::Small)).lineSpacing());
}

QLayout* RecipeDrawer::makeHead()
{
    auto* title = new QLabel(tr("Recipe"), this);
    title->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    m_close->setObjectName(QStringLiteral("quiet"));
    m_close->setFixedSize(4 * kGrid, 4 * kGrid);
    m_close->setToolTip(tr("Close the recipe"));
    m_close->setAccessibleName(m_close->toolTip());
    connect(m_close, &QToolButton::clicked, this, &RecipeDrawer::closeRequested);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kGrid / 2, 0, 0, 0);
    row->addWidget(title, 1);
    row->addWidget(m_resetAll);
    row->addWidget(m_close);
    return row;
}

QLayout* RecipeDrawer::makeFoot()
{
    m_help->setObjectName(QStringLiteral("muted"));
    m_run->setObjectName(QStringLiteral("primary"));
    m_run->setToolTip(tr("Run the recipe as it stands, from the beginning"));
    m_resetAll->setToolTip(tr("Undo every difference from the preset"));
    connect(m_run, &QPushButton::clicked, this, &RecipeDrawer::runRequested);
    connect(m_resetAll, &QPushButton::clicked, &m_recipe, &Recipe::resetAll);
    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("rule"));
    line->setFixedHeight(1);
    auto* state = new QHBoxLayout;
    state->setSpacing(kGrid);
    m_beside->setToolTip(
        tr("Run this beside the present one, as a variant: both side by side, on the same axes"));
    connect(m_beside, &QPushButton::clicked, this, &RecipeDrawer::besideRequested);
    state->addWidget(m_state, 1);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(kGrid / 2);
    buttons->addStretch();
    buttons->addWidget(m_beside);
    buttons->addWidget(m_run);
    state->addLayout(buttons);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(kGrid / 2, 0, kGrid / 2, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(line);
    column->addWidget(m_help);
    column->addLayout(state);
    return column;
}

void RecipeDrawer::makeSections(QVBoxLayout* column)
{
    auto* main = new RecipeSection(tr("Main settings"), QStringLiteral("main"), true, this);
    column->addWidget(main);
    makeMain(main);
    m_all = new RecipeSection(tr("All settings"), QStringLiteral("all"), false, this);
    column->addWidget(m_all);
    const auto section = [&](const QString& title, const char* key, bool isOpen) {
        auto* made = new RecipeSection(title, QString::fromLatin1(key), isOpen, m_all);
        m_all->add(made);
        return made;
    };
    RecipeSection* source = section(tr("Source"), "source", true);
    fill(source, {QStringLiteral("source.kind")});
    source->add(m_drawn);
    fill(source, {QStringLiteral("source.")});
    m_openTable = new QPushButton(tr("Open a table…"), source);
    m_openTable->setToolTip(tr("Choose a CSV file and its columns"));
    connect(m_openTable, &QPushButton::clicked, this, &RecipeDrawer::dataRequested);
    source->add(m_openTable);
    fill(section(tr("Model"), "model", true), {QStringLiteral("family"), QStringLiteral("model.")});
    fill(section(tr("Loop"), "loop", true), {QStringLiteral("policy.")});
    fill(section(tr("Sampling"), "sampling", true), {QStringLiteral("samples."), QStringLiteral("errors.")});
    fill(section(tr("Evaluation"), "evaluation", true), {QStringLiteral("evaluation.")});
    RecipeSection* run = section(tr("Run"), "run", true);
    fill(run, {QStringLiteral("generations"), QStringLiteral("chains"), QStringLiteral("seed"),
               QStringLiteral("stopWhen.")});
    run->add(new DeviceRow(m_recipe, run));
    section(tr("Variants"), "variants", true)->add(new VariantsEditor(m_recipe, this));
    section(tr("Who learns from whom"), "interaction", true)->add(m_interaction);
    // Whatever has no place of its own, so that no setting is ever out of reach.
    fill(section(tr("Words"), "words", false), {QString()});
}

// How much is drawn and what of it is kept stand first: they decide what becomes of a chain.
void RecipeDrawer::makeMain(RecipeSection* section)
{
    section->add(m_loop);
    const auto isMain = [](const ExperimentField& field) { return !field.plain.empty(); };
    fill(section, [&](const ExperimentField& field) { return isMain(field) && field.path == "samples.size"; });
    fill(section, [&](const ExperimentField& field) { return isMain(field) && field.path.starts_with("policy."); });
    fill(section, isMain);
}

void RecipeDrawer::fill(RecipeSection* section, const QStringList& prefixes)
{
    fill(section, [&prefixes](const ExperimentField& field) {
        const QString path = QString::fromStdString(field.path);
        return std::any_of(prefixes.begin(), prefixes.end(),
                           [&path](const QString& prefix) { return path.startsWith(prefix); });
    });
}

void RecipeDrawer::fill(RecipeSection* section, const Belongs& belongs)
{
    for (const ExperimentField& field : experimentFields()) {
        if (!belongs(field) || control(field.path))
            continue;
        auto* made = new FieldControl(field, m_recipe, section);
        connect(made, &FieldControl::attended, this, &RecipeDrawer::attend);
        m_controls.push_back(made);
        section->add(made);
    }
}

FieldControl* RecipeDrawer::control(std::string_view path) const
{
    const auto found = std::find_if(m_controls.begin(), m_controls.end(),
                                    [path](const FieldControl* c) { return c->field().path == path; });
    return found == m_controls.end() ? nullptr : *found;
}

void RecipeDrawer::setTheme(const Theme& theme)
{
    m_close->setIcon(icon(Glyph::Close, theme.text));
    m_drawn->setTheme(theme);
    m_interaction->setTheme(theme);
    fitWords();
    for (FieldControl* control : m_controls)
        control->setTheme(theme);
}

void RecipeDrawer::setForecast(const QString& words)
{
    m_forecast = words;
    m_refusal.clear();
    refresh();
}

void RecipeDrawer::setRefusal(const QString& sentence)
{
    m_refusal = sentence;
    refresh();
}

void RecipeDrawer::setPending(bool isPending)
{
    m_isPending = isPending;
    refresh();
}

void RecipeDrawer::refresh()
{
    const QString& fault = m_recipe.fault().isEmpty() ? m_refusal : m_recipe.fault();
    QString words = m_forecast;
    if (!fault.isEmpty())
        words = tr("Cannot run yet. %1").arg(fault);
    else if (m_isPending)
        words = tr("Changes apply to the next run. %1").arg(m_forecast);
    if (fault.isEmpty() && !m_recipe.alsoChanged().isEmpty())
        words = inARow({tr("Also changed: %1.").arg(listed(m_recipe.alsoChanged())), words});
    const QString name = fault.isEmpty() ? QStringLiteral("muted") : QStringLiteral("problem");
    if (m_state->objectName() != name) {
        m_state->setObjectName(name);
        m_state->style()->polish(m_state);
    }
    m_state->setText(words.trimmed());
    if (m_attended && m_attended->isHidden())
        attend(nullptr);
    m_resetAll->setEnabled(m_recipe.differs());
    m_run->setEnabled(m_recipe.fault().isEmpty());
    countChanges();
    m_beside->setVisible(m_isPending);
    m_beside->setEnabled(m_recipe.fault().isEmpty());
    const Family* family = findFamily(m_recipe.draft().family);
    m_openTable->setVisible(family && (family->rows == RowKind::Numbers || family->rows == RowKind::States));
}

// What is out of sight is not out of mind.
void RecipeDrawer::countChanges()
{
    const auto changed = std::count_if(m_controls.begin(), m_controls.end(), [this](const FieldControl* each) {
        return each->field().plain.empty() && each->field().applies(m_recipe.draft()) && m_recipe.differs(each->field());
    });
    m_all->setTitle(changed == 0 ? tr("All settings") : tr("All settings (%n changed)", nullptr, static_cast<int>(changed)));
}

void RecipeDrawer::reveal(FieldControl* control)
{
    for (QWidget* at = control; at && at != this; at = at->parentWidget())
        if (auto* section = qobject_cast<RecipeSection*>(at))
            section->reveal();
}

void RecipeDrawer::attend(const FieldControl* control)
{
    m_attended = control;
    m_help->setText(control ? control->help() : tr("Point at a setting to read what it does."));
    if (control && control->editor()->hasFocus())
        m_scroll->ensureWidgetVisible(const_cast<FieldControl*>(control), 0, kGrid);
}

void RecipeDrawer::takeFocus()
{
    for (FieldControl* each : m_controls)
        if (m_recipe.faultPath() == each->field().path) {
            reveal(each);
            each->editor()->setFocus(Qt::OtherFocusReason);
            return;
        }
    control("samples.size")->editor()->setFocus(Qt::OtherFocusReason);
}

QString RecipeDrawer::helpText() const
{
    return m_help->text();
}

QString RecipeDrawer::stateText() const
{
    return m_state->text();
}

// Esc in a control gives the keyboard back to the stage; the drawer stays.
void RecipeDrawer::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}

} // namespace hareloom::ui
