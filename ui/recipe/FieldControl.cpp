// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/FieldControl.h"

#include "ui/families/Faces.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/recipe/FieldText.h"
#include "ui/theme/Icons.h"

#include <QCoreApplication>
#include <QFocusEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

namespace hareloom::ui {

namespace {

constexpr int kLabelWidth = 12 * kGrid;
constexpr int kResetSize = 3 * kGrid;
constexpr int kLingerMs = 8000;

QString translated(const std::string& text)
{
    return engineWords(EngineList::Setting, text);
}

/// Not for a menu, nor for another window.
bool isLeft(const QFocusEvent& event)
{
    return event.reason() != Qt::ActiveWindowFocusReason && event.reason() != Qt::PopupFocusReason;
}

bool isUndoOrRedo(const QKeyEvent& key)
{
    return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo);
}

} // namespace

FieldControl::FieldControl(const ExperimentField& field, Recipe& recipe, QWidget* parent)
    : QWidget(parent),
      m_field(field),
      m_recipe(recipe),
      m_label(new QLabel(this)),
      m_note(new QLabel(this)),
      m_reset(new QToolButton(this)),
      m_editor(makeEditor(field, recipe, this, [this] { edit(); })),
      m_entered(field.get(recipe.draft()))
{
    setObjectName(QString::fromStdString(field.path));
    m_label->setWordWrap(true);
    m_label->setBuddy(m_editor.focus);
    m_note->setFont(themeFont(TextSize::Small));
    m_note->setWordWrap(true);
    m_note->hide();
    m_reset->setObjectName(QStringLiteral("quiet"));
    m_reset->setFixedSize(kResetSize, kResetSize);
    for (QWidget* widget : {static_cast<QWidget*>(m_label), m_editor.widget, m_editor.focus})
        widget->setToolTip(help());
    m_editor.focus->setAccessibleName(name());
    m_editor.widget->installEventFilter(this);
    for (QWidget* part : m_editor.widget->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        part->installEventFilter(this);
    arrange();
    m_linger.setSingleShot(true);
    m_linger.setInterval(kLingerMs);
    connect(&m_linger, &QTimer::timeout, this, &FieldControl::refresh);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        m_isRefused = false;
        m_recipe.reset(m_field);
        revert();
        m_editor.focus->setFocus();
    });
    connect(&recipe, &Recipe::changed, this, &FieldControl::refresh);
    refresh();
}

void FieldControl::arrange()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kGrid);
    grid->setVerticalSpacing(kGrid / 4);
    grid->setColumnStretch(1, 1);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    grid->addWidget(m_reset, 0, 3);
    if (m_editor.isWide) {
        grid->addWidget(m_label, 0, 0, 1, 3);
        grid->addWidget(m_editor.widget, 1, 0, 1, 4);
        grid->addWidget(m_note, 2, 0, 1, 4);
        return;
    }
    m_label->setFixedWidth(static_cast<int>(scaled(kLabelWidth)));
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_editor.widget, 0, 1, 1, m_field.unit.empty() ? 2 : 1);
    if (!m_field.unit.empty()) {
        m_unit = new QLabel(this);
        m_unit->setObjectName(QStringLiteral("muted"));
        m_unit->setFont(themeFont(TextSize::Small));
        grid->addWidget(m_unit, 0, 2);
    }
    grid->addWidget(m_note, 1, 1, 1, 3);
}

QString FieldControl::name() const
{
    return translated(m_field.plain.empty() || m_isByLabel ? m_field.label : m_field.plain);
}

void FieldControl::nameByLabel()
{
    m_isByLabel = true;
    m_editor.focus->setAccessibleName(name());
    refresh();
}

QString FieldControl::help() const
{
    const QString sentence = translated(m_field.help);
    return m_field.plain.empty() ? sentence : tr("%1. %2").arg(translated(m_field.label), sentence);
}

QString FieldControl::problem() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void FieldControl::setTheme(const Theme& theme)
{
    m_reset->setIcon(icon(Glyph::Loop, theme.accent));
    for (QAction* choose : m_editor.focus->actions())
        choose->setIcon(icon(Glyph::Folder, theme.text));
    if (!m_editor.isWide) // the words may have grown
        m_label->setFixedWidth(static_cast<int>(scaled(kLabelWidth)));
}

void FieldControl::edit()
{
    const auto done = m_recipe.set(m_field, m_editor.value());
    m_isRefused = !done;
    m_linger.stop();
    if (m_isRefused)
        say(tr("%1 It stays at %2.")
                .arg(whyOf(done.error()), textOf(m_field.type, m_entered).simplified().left(40)),
            true);
    else
        refresh();
}

void FieldControl::refresh()
{
    const Experiment& draft = m_recipe.draft();
    setVisible(m_field.applies(draft));
    m_isRefused = false; // the recipe has changed elsewhere, by Undo or a neighbour: it is what counts
    m_editor.show(m_field.get(draft));
    const bool differs = m_recipe.differs(m_field);
    QFont font = themeFont(TextSize::Body, differs ? QFont::DemiBold : QFont::Normal);
    m_label->setFont(font);
    m_label->setText(name());
    if (m_unit)
        m_unit->setText(m_field.unit == "rows" ? faceOf(draft.family).rowsWord() : translated(m_field.unit));
    m_reset->setVisible(differs);
    const QString back =
        tr("%1 differs from the preset; back to %2").arg(name(), baseText());
    m_reset->setToolTip(back);
    m_reset->setAccessibleName(back);
    m_editor.focus->setAccessibleDescription(differs ? inARow({help(), back}) : help());
    const QStringList overruled = m_recipe.variantsThatSet(m_field);
    if (m_recipe.faultPath() == m_field.path)
        say(m_recipe.faultWords(), true);
    else if (!overruled.isEmpty())
        say(tr("Set by variants: %1.").arg(clauses(overruled)), false);
    else if (!m_linger.isActive())
        say({}, false);
}

// Nothing that does not hold stays in sight; why it was refused does, for a while.
void FieldControl::leave()
{
    if (!m_isRefused)
        return;
    const QString reason = m_note->text();
    m_linger.start();
    takeBack();
    say(reason, true);
}

QString FieldControl::baseText() const
{
    const auto value = m_field.get(m_recipe.base());
    const QString text = m_field.type == FieldType::Choice   ? choiceText(m_field, value.get<std::string>())
                         : m_field.type == FieldType::Switch ? engineValue(m_field, value.get<bool>() ? "on" : "off")
                                                             : textOf(m_field.type, value).simplified();
    if (text.isEmpty())
        return tr("nothing");
    return text.size() > 40 ? text.left(40) + QChar(0x2026) : text;
}

void FieldControl::say(const QString& sentence, bool isRefusal)
{
    m_note->setObjectName(isRefusal ? QStringLiteral("problem") : QStringLiteral("muted"));
    m_note->style()->polish(m_note);
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
    if (isRefusal)
        m_editor.focus->setAccessibleDescription(inARow({sentence, help()}));
}

// Beginnings of what is refused may have been taken while it was typed.
void FieldControl::takeBack()
{
    (void)m_recipe.set(m_field, m_entered);
    revert();
}

// The words of the value that holds, whatever was typed.
void FieldControl::revert()
{
    m_isRefused = false;
    if (auto* line = qobject_cast<QLineEdit*>(m_editor.focus))
        line->clear();
    else if (auto* text = qobject_cast<QPlainTextEdit*>(m_editor.focus)) {
        const QSignalBlocker quiet(text);
        text->clear();
    }
    refresh();
}

void FieldControl::enterEvent(QEnterEvent* event)
{
    Q_EMIT attended(this);
    QWidget::enterEvent(event);
}

bool FieldControl::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        m_entered = m_field.get(m_recipe.draft());
        Q_EMIT attended(this);
    } else if (event->type() == QEvent::FocusOut) {
        if (isLeft(*static_cast<QFocusEvent*>(event)))
            leave();
        m_recipe.endTyping();
    } else if (event->type() == QEvent::ShortcutOverride && isUndoOrRedo(*static_cast<QKeyEvent*>(event))) {
        event->ignore(); // one history for the whole recipe, not one for each field
        return true;
    } else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
               m_isRefused) {
        m_linger.stop();
        takeBack();
        return true;
    } else if (event->type() == QEvent::Wheel && !m_editor.isWide &&
               !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore(); // turning the wheel scrolls the drawer and changes nothing on the way
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace hareloom::ui
