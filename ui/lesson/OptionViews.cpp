// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/OptionViews.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

QString labelFor(const Lesson& lesson, const LessonStep& step, const std::string& option)
{
    return QString::fromStdString(plainOf(labelOf(lesson, step, option)));
}

bool contains(const std::vector<std::string>& ids, const std::string& id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// A button beside its words, which may need more than one line: a radio button does not wrap its own.
QWidget* besideWords(QAbstractButton* button, const QString& words, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* label = new QLabel(words, row);
    label->setWordWrap(true);
    label->setBuddy(button);
    label->setObjectName(QStringLiteral("option"));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGrid);
    line->addWidget(button, 0, Qt::AlignTop);
    line->addWidget(label, 1);
    row->setCursor(Qt::PointingHandCursor);
    return row;
}

/// A click on the words counts as one on the button.
class WordsClick : public QObject
{
public:
    explicit WordsClick(QAbstractButton* button) : QObject(button), m_button(button) {}

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::MouseButtonPress && m_button->isEnabled()) {
            m_button->setFocus(Qt::MouseFocusReason);
            m_button->click();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractButton* m_button;
};

} // namespace

OptionButtons::OptionButtons(const Lesson& lesson, const LessonStep& step, QWidget* parent)
    : QuestionView(parent), m_question(*step.ask)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    const bool strikes = m_question.kind == QuestionKind::Strike;
    for (const LessonOption& option : m_question.options) {
        QAbstractButton* button =
            strikes ? static_cast<QAbstractButton*>(new QCheckBox(this)) : new QRadioButton(this);
        const QString words = labelFor(lesson, step, option.id);
        button->setAccessibleName(strikes ? tr("Strike out %1").arg(words) : words);
        m_words << words;
        m_buttons.push_back(button);
        addOption(button, words);
    }
    if (strikes) {
        addNone();
        return;
    }
    auto* group = new QButtonGroup(this); // they are no siblings
    for (QAbstractButton* button : m_buttons)
        group->addButton(button);
}

void OptionButtons::addOption(QAbstractButton* button, const QString& words)
{
    QWidget* row = besideWords(button, words, this);
    row->installEventFilter(new WordsClick(button));
    layout()->addWidget(row);
    if (m_question.kind == QuestionKind::Strike)
        connect(button, &QAbstractButton::toggled, row, [row](bool isStruck) {
            auto* label = row->findChild<QLabel*>();
            QFont font = label->font();
            font.setStrikeOut(isStruck);
            label->setFont(font);
        });
    connect(button, &QAbstractButton::clicked, this, [this] {
        if (m_none)
            m_none->setChecked(false);
        Q_EMIT edited();
    });
}

void OptionButtons::addNone()
{
    m_none = new QCheckBox(this);
    m_none->setAccessibleName(tr("None of them"));
    QWidget* row = besideWords(m_none, tr("None of them"), this);
    row->installEventFilter(new WordsClick(m_none));
    layout()->addWidget(row);
    connect(m_none, &QAbstractButton::clicked, this, [this](bool isNone) {
        for (QAbstractButton* button : m_buttons)
            if (isNone)
                button->setChecked(false);
        Q_EMIT edited();
    });
}

LessonPrediction OptionButtons::prediction() const
{
    LessonPrediction found;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        if (m_buttons[i]->isChecked())
            found.options.push_back(m_question.options[i].id);
    found.isNothingStruck = m_none && m_none->isChecked();
    return found;
}

void OptionButtons::show(const LessonPrediction& prediction)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(contains(prediction.options, m_question.options[i].id));
    if (m_none)
        m_none->setChecked(prediction.isNothingStruck);
}

void OptionButtons::reveal(const LessonPrediction& outcome)
{
    QuestionView::reveal(outcome);
    m_outcome = outcome;
    relabel();
}

void OptionButtons::setLettered(bool on)
{
    m_isLettered = on && m_question.kind == QuestionKind::Choice;
    relabel();
}

void OptionButtons::relabel()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QString words = m_words[qsizetype(i)];
        if (m_isLettered)
            words = tr("%1: %2").arg(QChar('A' + int(i))).arg(words);
        if (contains(m_outcome.options, m_question.options[i].id))
            words = m_question.kind == QuestionKind::Strike ? tr("%1 (gone)").arg(words)
                                                            : tr("%1 (so it was)").arg(words);
        m_buttons[i]->parentWidget()->findChild<QLabel*>()->setText(words);
    }
    if (m_none && m_outcome.isNothingStruck)
        m_none->parentWidget()->findChild<QLabel*>()->setText(tr("%1 (so it was)").arg(tr("None of them")));
}

QWidget* OptionButtons::first()
{
    const auto chosen = std::find_if(m_buttons.begin(), m_buttons.end(), [](auto* b) { return b->isChecked(); });
    return chosen == m_buttons.end() ? m_buttons.front() : *chosen;
}

OrderList::OrderList(const Lesson& lesson, const LessonStep& step, QWidget* parent)
    : QuestionView(parent), m_lesson(lesson), m_step(step), m_list(new QListWidget(this)), m_up(new QToolButton(this)),
      m_down(new QToolButton(this))
{
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_list->setAccessibleName(tr("In order"));
    m_list->setAccessibleDescription(tr("Ctrl+Up and Ctrl+Down move an entry."));
    m_list->setToolTip(tr("Drag, or press Ctrl+Up and Ctrl+Down"));
    m_list->installEventFilter(this);
    m_up->setArrowType(Qt::UpArrow);
    m_up->setToolTip(tr("Move up"));
    m_down->setArrowType(Qt::DownArrow);
    m_down->setToolTip(tr("Move down"));
    for (QToolButton* button : {m_up, m_down})
        button->setAccessibleName(button->toolTip());
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &QuestionView::edited);
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    std::vector<std::string> ids;
    for (const LessonOption& option : step.ask->options)
        ids.push_back(option.id);
    fill(ids);
}

void OrderList::fill(const std::vector<std::string>& ids)
{
    const QSignalBlocker quiet(m_list->model());
    m_list->clear();
    for (const std::string& id : ids) {
        auto* item = new QListWidgetItem(labelFor(m_lesson, m_step, id), m_list);
        item->setData(Qt::UserRole, QString::fromStdString(id));
    }
    m_list->setCurrentRow(0);
    m_list->setMinimumHeight(m_list->sizeHintForRow(0) * m_list->count() + kGrid);
}

void OrderList::move(int by)
{
    const int from = m_list->currentRow(), to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    Q_EMIT edited();
}

bool OrderList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->modifiers() & Qt::ControlModifier) && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QuestionView::eventFilter(watched, event);
}

// As it stands at first is an answer, too.
LessonPrediction OrderList::prediction() const
{
    LessonPrediction found;
    for (int i = 0; i < m_list->count(); ++i)
        found.options.push_back(m_list->item(i)->data(Qt::UserRole).toString().toStdString());
    return found;
}

void OrderList::show(const LessonPrediction& prediction)
{
    if (prediction.options.size() == m_step.ask->options.size())
        fill(prediction.options);
}

// The run's order in front of each entry.
void OrderList::reveal(const LessonPrediction& outcome)
{
    QuestionView::reveal(outcome);
    for (int i = 0; i < m_list->count(); ++i) {
        const std::string id = m_list->item(i)->data(Qt::UserRole).toString().toStdString();
        const auto at = std::find(outcome.options.begin(), outcome.options.end(), id);
        if (at != outcome.options.end())
            m_list->item(i)->setText(tr("%1 (in the run: place %2)")
                                         .arg(labelFor(m_lesson, m_step, id),
                                              QString::number(at - outcome.options.begin() + 1)));
    }
}

QWidget* OrderList::first()
{
    return m_list;
}

} // namespace hareloom::ui
