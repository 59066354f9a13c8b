// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/LessonPanel.h"

#include "ui/language/EngineSentence.h"
#include "ui/lesson/LessonPlayer.h"
#include "ui/lesson/PollBox.h"
#include "ui/lesson/QuestionView.h"
#include "ui/lesson/UnlockedSettings.h"
#include "ui/theme/Icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

constexpr int kWidth = 44 * kGrid;
constexpr int kLeastWidth = 30 * kGrid;

QString strong(const QString& words)
{
    return QStringLiteral("<b>%1</b>").arg(words.toHtmlEscaped());
}

} // namespace

LessonPanel::LessonPanel(QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_place(new QLabel(this)),
      m_picture(new QLabel(this)),
      m_close(new QToolButton(this)),
      m_scroll(new QScrollArea(this)),
      m_showPoll(new QToolButton(this)),
      m_showHint(new QPushButton(tr("A hint"), this)),
      m_back(new QPushButton(tr("Back"), this)),
      m_skip(new QPushButton(tr("Skip"), this)),
      m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("drawer"));
    setAccessibleName(tr("Lesson"));
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("drawerPage"));
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(kGrid, 0, kGrid, kGrid);
    m_column->setSpacing(2 * kGrid);
    m_revealed = addWords(m_column, "revealed");
    m_feedback = addWords(m_column, "feedback");
    m_words = addWords(m_column, "words");
    m_asked = addWords(m_column, "asked");
    m_fixed = addWords(m_column, "fixed");
    m_goal = addWords(m_column, "goal");
    makeNameRow();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_showHint);
    buttons->addWidget(m_showPoll);
    buttons->addStretch();
    m_column->addLayout(buttons);
    m_hint = addWords(m_column, "hint");
    m_problem = addWords(m_column, "problem");
    m_column->addStretch();
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid / 2, kGrid);
    column->setSpacing(kGrid);
    column->addLayout(makeHead());
    column->addWidget(m_scroll, 1);
    column->addWidget(m_picture);
    column->addLayout(makeFoot());
    setRoom(0);
}

void LessonPanel::setRoom(int width)
{
    m_room = width;
    const auto wished = static_cast<int>(scaled(kWidth));
    setFixedWidth(width > 0 ? std::min(wished, std::max(kLeastWidth, width)) : wished);
}

// The name decides the data: with the one of a worksheet its key is that of this run.
void LessonPanel::makeNameRow()
{
    m_nameRow = new QWidget(this);
    m_name = new QLineEdit(m_nameRow);
    auto* label = new QLabel(tr("Your name, if you like:"), m_nameRow);
    label->setObjectName(QStringLiteral("muted"));
    label->setBuddy(m_name);
    m_name->setAccessibleName(tr("Your name, if you like"));
    m_name->setToolTip(
        tr("Each name has data of its own: those of a worksheet made for the same name. The name stands "
           "in the file with your answers."));
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_player && m_nameRow->isVisible())
            m_player->setName(m_name->text());
    });
    auto* row = new QHBoxLayout(m_nameRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(label);
    row->addWidget(m_name, 1);
    m_column->addWidget(m_nameRow);
}

QLabel* LessonPanel::addWords(QVBoxLayout* column, const char* name)
{
    auto* label = new QLabel(this);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::RichText); // of LessonText's few marks; everything else is escaped there
    label->setWordWrap(true);
    label->setFont(themeFont(TextSize::Body));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
    return label;
}

QLayout* LessonPanel::makeHead()
{
    m_title->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_place->setObjectName(QStringLiteral("muted"));
    m_place->setFont(themeFont(TextSize::Small));
    m_picture->setObjectName(QStringLiteral("muted"));
    m_picture->setFont(themeFont(TextSize::Small));
    m_picture->setContentsMargins(kGrid, 0, 0, 0);
    m_picture->hide();
    m_close->setObjectName(QStringLiteral("quiet"));
    m_close->setFixedSize(4 * kGrid, 4 * kGrid);
    m_close->setToolTip(tr("Leave the lesson; it goes on from here the next time"));
    m_close->setAccessibleName(tr("Leave the lesson"));
    connect(m_close, &QToolButton::clicked, this, &LessonPanel::closeRequested);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kGrid, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_title, 1);
    row->addWidget(m_place);
    row->addWidget(m_close, 0, Qt::AlignTop);
    return row;
}

QLayout* LessonPanel::makeFoot()
{
    m_next->setObjectName(QStringLiteral("primary"));
    connect(m_next, &QPushButton::clicked, this, &LessonPanel::goOn);
    connect(m_back, &QPushButton::clicked, this,
            [this] { m_player->isFinished() ? m_player->beginAgain() : m_player->back(); });
    connect(m_skip, &QPushButton::clicked, this, [this] {
        m_player->skip();
        m_player->next();
    });
    m_showPoll->setText(tr("Ask the class"));
    m_showPoll->setObjectName(QStringLiteral("quiet")); // who learns alone needs it not
    m_showPoll->setToolTip(tr("Count raised hands for each answer"));
    m_showPoll->setFocusPolicy(Qt::StrongFocus);
    connect(m_showPoll, &QToolButton::clicked, this, [this] {
        m_poll->show();
        m_question->setLettered(true);
        m_poll->first()->setFocus(Qt::OtherFocusReason); // before it goes with its button
        m_showPoll->hide();
        bringIntoSight(m_poll);
    });
    connect(m_showHint, &QPushButton::clicked, this, [this] {
        m_hint->show();
        takeFocus(); // before it goes with its button
        m_showHint->hide();
        bringIntoSight(m_hint);
    });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kGrid, 0, kGrid / 2, 0);
    row->setSpacing(kGrid);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_skip);
    row->addWidget(m_next);
    return row;
}

void LessonPanel::setPlayer(LessonPlayer* player)
{
    if (m_player)
        m_player->disconnect(this);
    m_player = player;
    m_hands.clear();
    if (!player)
        return;
    m_title->setText(QString::fromStdString(plainOf(player->lesson().texts["title"])));
    connect(player, &LessonPlayer::stepChanged, this, &LessonPanel::rebuild);
    connect(player, &LessonPlayer::changed, this, &LessonPanel::refresh);
    connect(player, &LessonPlayer::progressed, this, &LessonPanel::refreshWaiting);
    connect(player, &LessonPlayer::failed, this, [this](const QString& sentence) {
        m_problem->setText(sentence.toHtmlEscaped());
        m_problem->show();
    });
    rebuild();
}

void LessonPanel::setTheme(const Theme& theme)
{
    m_theme = &theme;
    setRoom(m_room); // the words may have grown
    m_close->setIcon(icon(Glyph::Close, theme.text));
    if (m_question)
        m_question->setTheme(theme);
    if (m_poll)
        m_poll->setTheme(theme);
    if (m_settings)
        m_settings->setTheme(theme);
}

void LessonPanel::rebuild()
{
    delete m_question;
    delete m_poll;
    delete m_settings;
    m_question = nullptr;
    m_poll = nullptr;
    m_settings = nullptr;
    m_problem->hide();
    m_hint->hide();
    if (m_player->isFinished())
        return refreshFinished();
    makeQuestion();
    makeSettings();
    m_hint->setText(m_player->hint());
    m_nameRow->setVisible(m_player->canBeNamed());
    m_name->setText(QString::fromStdString(m_player->answers().name));
    m_fixed->setText(tr("Your answer stays as it is: what came of it was shown."));
    m_scroll->verticalScrollBar()->setValue(0);
    refresh();
    orderTabs();
    takeFocus();
}

// From the options to what takes them.
void LessonPanel::orderTabs()
{
    QWidget* before = nullptr;
    const auto next = [&before](QWidget* widget) {
        if (before)
            setTabOrder(before, widget);
        before = widget;
    };
    next(m_name);
    for (QWidget* part : {static_cast<QWidget*>(m_question), static_cast<QWidget*>(m_poll),
                          static_cast<QWidget*>(m_settings)})
        if (part)
            for (QWidget* inner : part->findChildren<QWidget*>())
                if (inner->focusPolicy() & Qt::TabFocus)
                    next(inner);
    for (QWidget* button :
         std::initializer_list<QWidget*>{m_next, m_skip, m_back, m_showHint, m_showPoll, m_close})
        next(button);
}

// The question that is asked, or the one whose outcome is shown, which comes first then.
void LessonPanel::makeQuestion()
{
    const LessonStep* asked = m_player->step().ask ? &m_player->step() : m_player->revealed();
    m_showPoll->hide();
    if (!asked)
        return;
    const LessonExperiment* of = m_player->lesson().findExperiment(asked->experiment);
    const int last = of ? static_cast<int>(of->experiment.generations) : 1;
    m_question = makeQuestionView(m_player->lesson(), *asked, last, this);
    m_question->setTheme(*m_theme);
    m_column->insertWidget(m_column->indexOf(asked == &m_player->step() ? m_goal : m_feedback), m_question);
    if (const LessonAnswer* known = m_player->answerOf(*asked))
        m_question->show(known->prediction);
    connect(m_question, &QuestionView::edited, this, &LessonPanel::refresh);
    if (asked == &m_player->step() && m_player->isFixed(*asked))
        m_question->setEnabled(false);
    makePoll(*asked);
}

// A class raises hands: what most of them choose is what is predicted.
void LessonPanel::makePoll(const LessonStep& asked)
{
    const bool isChoice = asked.ask->kind == QuestionKind::Choice;
    const auto known = m_hands.find(asked.id);
    const bool isOpen = known != m_hands.end();
    m_showPoll->setVisible(isChoice && !isOpen && asks());
    if (!isChoice)
        return;
    m_poll = new PollBox(m_player->lesson(), asked, this);
    m_poll->setTheme(*m_theme);
    if (isOpen)
        m_poll->setCounts(known->second);
    m_column->insertWidget(m_column->indexOf(m_question) + 1, m_poll);
    m_poll->setVisible(isOpen); // once it is in its place, which would hide it again
    m_question->setLettered(isOpen);
    connect(m_poll, &PollBox::edited, this, [this, step = asked.id] {
        m_hands[step] = m_poll->counts();
        if (const LessonPrediction leading = m_poll->leading(); !leading.isEmpty())
            m_question->show(leading);
        refresh();
    });
}

void LessonPanel::makeSettings()
{
    const LessonStep& step = m_player->step();
    const LessonExperiment* of = m_player->lesson().findExperiment(step.experiment);
    if (step.unlock.empty() || !of)
        return;
    m_settings = new UnlockedSettings(of->experiment, step.unlock, m_player->answers().changed, this);
    m_settings->setTheme(*m_theme);
    m_column->insertWidget(m_column->indexOf(m_goal), m_settings);
    connect(m_settings, &UnlockedSettings::tried, this, [this] {
        m_player->change(m_settings->changed());
        Q_EMIT tried();
        refresh();
    });
}

// Whether the step waits for an answer that can still be given.
bool LessonPanel::asks() const
{
    return m_player->step().ask && !m_player->isFixed(m_player->step());
}

// Once the layout has given it its place.
void LessonPanel::bringIntoSight(QWidget* part)
{
    QMetaObject::invokeMethod(
        this,
        [this, shown = QPointer<QWidget>(part)] {
            if (shown)
                m_scroll->ensureWidgetVisible(shown, 0, 0);
        },
        Qt::QueuedConnection);
}

QString LessonPanel::nextWords() const
{
    if (asks())
        return tr("I expect this");
    if (m_player->step().goal && !m_player->isGoalReached())
        return tr("Go on without it");
    return m_player->index() + 1 == m_player->count() ? tr("Finish") : tr("Next");
}

void LessonPanel::refresh()
{
    if (m_player->isFinished())
        return;
    m_place->setText(tr("%1 of %2").arg(m_player->index() + 1).arg(m_player->count()));
    m_words->setText(m_player->words());
    m_asked->setText(m_player->question());
    m_asked->setVisible(m_player->step().ask.has_value());
    const auto judged = m_player->judgement();
    m_feedback->setVisible(m_player->revealed() != nullptr);
    m_revealed->setVisible(m_player->revealed() != nullptr);
    if (const LessonStep* asked = m_player->revealed())
        m_revealed->setText(m_player->questionOf(*asked));
    if (judged) {
        m_feedback->setText(verdict(judged->isRight) + m_player->feedback());
        if (m_question && m_question->isEnabled())
            m_question->reveal(judged->outcome);
        if (m_poll)
            m_poll->reveal(judged->outcome);
    } else if (m_player->revealed()) {
        showWaiting();
    }
    const bool isAnswered = asks() && !m_question->prediction().isEmpty();
    m_fixed->setVisible(m_player->step().ask && !asks());
    m_showHint->setVisible(!m_player->hint().isEmpty() && m_hint->isHidden());
    m_back->setText(tr("Back"));
    m_back->setEnabled(m_player->index() > 0);
    m_skip->setVisible(asks());
    m_goal->setVisible(m_player->step().goal.has_value() && !m_player->isWaiting());
    m_goal->setText(strong(m_player->isGoalReached() ? tr("Reached.") : tr("Not reached yet.")));
    m_next->setText(nextWords());
    m_next->setEnabled(asks() ? isAnswered : m_player->canGoOn());
    setAccessibleDescription(text());
}

// The numbers alone: the rest of the step stays as it is while it is read.
void LessonPanel::refreshWaiting()
{
    if (m_player->isFinished())
        return;
    m_words->setText(m_player->words());
    if (m_player->revealed())
        showWaiting();
}

void LessonPanel::showWaiting()
{
    const QString words = m_player->waitingFeedback();
    m_feedback->setText(words);
    m_feedback->setHidden(words.isEmpty());
}

void LessonPanel::setPicture(int shown, int last)
{
    m_picture->setText(tr("The picture is at generation %1 of %2.").arg(shown).arg(last));
    m_picture->setVisible(shown < last);
}

void LessonPanel::refreshFinished()
{
    m_place->clear();
    for (QWidget* each :
         std::initializer_list<QWidget*>{m_asked, m_revealed, m_feedback, m_fixed, m_goal, m_nameRow})
        each->hide();
    m_words->setText(strong(tr("That was it.")) + QStringLiteral("<p>%1</p>").arg(summary().toHtmlEscaped()) +
                     answersList());
    m_showHint->hide();
    m_showPoll->hide();
    m_skip->hide();
    m_back->setText(tr("Begin again"));
    m_back->setEnabled(true);
    m_next->setText(tr("More lessons"));
    m_next->setEnabled(true);
    m_next->setFocus(Qt::OtherFocusReason);
}

QString LessonPanel::verdict(std::optional<bool> isRight) const
{
    const LessonAnswer* known = m_player->answerOf(*m_player->revealed());
    if (!isRight || !known || known->prediction.isEmpty())
        return {};
    return QStringLiteral("<p>%1</p>")
        .arg(strong(*isRight ? tr("You were right.") : tr("It went another way.")));
}

QString LessonPanel::summary() const
{
    const auto [right, judged] = m_player->answers().tally();
    return judged == 0 ? tr("You have reached the end of the lesson.")
                       : tr("%1 of %2 predictions came true.").arg(right).arg(judged);
}

// What was asked, what was expected and what came, question by question.
QString LessonPanel::answersList() const
{
    const Lesson& lesson = m_player->lesson();
    QString list;
    for (const LessonStep& step : lesson.steps) {
        const LessonAnswer* given = step.ask ? m_player->answerOf(step) : nullptr;
        if (!given)
            continue;
        const auto said = [&](const LessonPrediction& prediction, const QString& none) {
            return prediction.isEmpty() ? none
                                        : QString::fromStdString(predictionWords(lesson, step, prediction));
        };
        list +=
            QStringLiteral("<p><b>%1</b><br>%2<br>%3")
                .arg(QString::fromStdString(plainOf(lesson.texts[step.id + ".ask"])).toHtmlEscaped(),
                     tr("You: %1").arg(said(given->prediction, tr("skipped"))).toHtmlEscaped(),
                     tr("This run: %1").arg(said(given->outcome, tr("no single answer"))).toHtmlEscaped());
        if (given->isRight)
            list += QStringLiteral("<br>%1").arg(*given->isRight ? tr("✓ It came true.")
                                                                 : tr("✗ It went another way."));
        list += QStringLiteral("</p>");
    }
    return list;
}

// A prediction is taken as it stands; then the step is left.
void LessonPanel::goOn()
{
    if (m_player->isFinished())
        return Q_EMIT moreRequested();
    if (asks())
        if (auto taken = m_player->answer(m_question->prediction()); !taken) {
            m_problem->setText(engineSentence(taken.error().message).toHtmlEscaped());
            m_problem->show();
            return;
        }
    m_player->next();
}

void LessonPanel::takeFocus()
{
    if (m_question && m_question->isEnabled() && m_player->step().ask)
        m_question->first()->setFocus(Qt::OtherFocusReason);
    else
        m_next->setFocus(Qt::OtherFocusReason);
}

void LessonPanel::setDraft(const LessonPrediction& draft)
{
    if (!m_question || !asks() || draft.isEmpty())
        return;
    m_question->show(draft);
    refresh();
}

QString LessonPanel::text() const
{
    QStringList parts;
    for (const QLabel* label : {m_revealed, m_feedback, m_words, m_asked})
        if (!label->isHidden())
            parts << QTextDocumentFragment::fromHtml(label->text()).toPlainText();
    return parts.join(QLatin1Char('\n'));
}

// Return goes on from wherever the keyboard is in the lesson.
void LessonPanel::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_next->isEnabled())
        goOn();
    else
        QFrame::keyPressEvent(event);
}

} // namespace hareloom::ui
