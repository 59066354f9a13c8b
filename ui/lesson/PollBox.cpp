// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/PollBox.h"

#include "ui/language/Joining.h"
#include "ui/plot/PlotFrame.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>

#include <algorithm>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr int kMostHands = 999;
constexpr double kBarHeight = 18, kNumbers = 56, kLeastBar = 40;

} // namespace

/// A bar beside the field of each option; those that came are in another colour, and said so.
class PollBars : public QWidget
{
public:
    PollBars(const std::vector<QSpinBox*>& hands, QWidget* parent) : QWidget(parent), m_hands(hands) {}

    void setCounts(std::vector<int> counts)
    {
        m_counts = std::move(counts);
        setMinimumWidth(static_cast<int>(scaled(kLeastBar + kNumbers)));
        update();
    }
    void setCame(std::vector<bool> came)
    {
        m_came = std::move(came);
        update();
    }
    void setTheme(const Theme& theme)
    {
        m_theme = &theme;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(themeFont(TextSize::Body));
        const int all = std::max(1, std::accumulate(m_counts.begin(), m_counts.end(), 0));
        const double room = width() - scaled(kNumbers), height = scaled(kBarHeight);
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            const double top = m_hands[i]->geometry().center().y() - y() - height / 2;
            const bool came = i < m_came.size() && m_came[i];
            painter.setPen(m_theme->text);
            const double length = room * m_counts[i] / all;
            painter.fillRect(QRectF(0, top, std::max(2.0, length), height),
                             came ? m_theme->generation(1) : m_theme->accent);
            QString words = tr("%1%").arg(qRound(100.0 * m_counts[i] / all));
            if (came)
                words += QStringLiteral(" ✓");
            paintText(painter, {length + 8, top + height / 2}, Qt::AlignLeft | Qt::AlignVCenter, words);
        }
    }

private:
    const std::vector<QSpinBox*>& m_hands;
    std::vector<int> m_counts;
    std::vector<bool> m_came;
    const Theme* m_theme = &lightTheme();
};

PollBox::PollBox(const Lesson& lesson, const LessonStep& step, QWidget* parent)
    : QWidget(parent), m_question(*step.ask), m_bars(new PollBars(m_hands, this))
{
    auto* hands = new QGridLayout(this); // the letters alone: their words stand in the question above
    hands->setContentsMargins(0, 0, 0, 0);
    hands->setHorizontalSpacing(kGrid);
    hands->setVerticalSpacing(kGrid / 2);
    hands->setColumnStretch(2, 1);
    for (std::size_t i = 0; i < m_question.options.size(); ++i) {
        auto* count = new QSpinBox(this);
        count->setRange(0, kMostHands);
        const QString words =
            QString::fromStdString(plainOf(labelOf(lesson, step, m_question.options[i].id)));
        count->setAccessibleName(tr("Hands for %1: %2").arg(QChar('A' + int(i))).arg(words));
        count->setToolTip(words);
        count->installEventFilter(this);
        connect(count, &QSpinBox::valueChanged, this, [this] {
            adapt();
            Q_EMIT edited();
        });
        auto* option = new QLabel(QString(QChar('A' + int(i))), this);
        option->setBuddy(count);
        hands->addWidget(option, int(i), 0);
        hands->addWidget(count, int(i), 1);
        m_hands.push_back(count);
    }
    hands->addWidget(m_bars, 0, 2, int(m_hands.size()), 1);
    adapt();
}

std::vector<int> PollBox::counts() const
{
    std::vector<int> counts;
    for (const QSpinBox* hands : m_hands)
        counts.push_back(hands->value());
    return counts;
}

void PollBox::setCounts(const std::vector<int>& counts)
{
    for (std::size_t i = 0; i < std::min(counts.size(), m_hands.size()); ++i) {
        const QSignalBlocker quiet(m_hands[i]);
        m_hands[i]->setValue(counts[i]);
    }
    adapt();
}

LessonPrediction PollBox::leading() const
{
    const std::vector<int> all = counts();
    const auto most = std::max_element(all.begin(), all.end());
    if (most == all.end() || *most == 0 || std::count(all.begin(), all.end(), *most) > 1)
        return {};
    LessonPrediction prediction;
    prediction.options = {m_question.options[static_cast<std::size_t>(most - all.begin())].id};
    return prediction;
}

void PollBox::reveal(const LessonPrediction& outcome)
{
    std::vector<bool> came;
    for (const LessonOption& option : m_question.options)
        came.push_back(std::find(outcome.options.begin(), outcome.options.end(), option.id) !=
                       outcome.options.end());
    m_bars->setCame(std::move(came));
    for (QSpinBox* hands : m_hands)
        hands->setEnabled(false);
}

void PollBox::setTheme(const Theme& theme)
{
    m_bars->setTheme(theme);
}

QWidget* PollBox::first() const
{
    return m_hands.front();
}

void PollBox::adapt()
{
    m_bars->setCounts(counts());
    QStringList words;
    for (std::size_t i = 0; i < m_hands.size(); ++i)
        words << tr("%1: %2").arg(QChar('A' + int(i))).arg(m_hands[i]->value());
    m_bars->setAccessibleName(tr("Hands"));
    m_bars->setAccessibleDescription(listed(words));
}

// Letters are no numbers: a field for numbers has no use for them. What is typed takes the place of the
// number that stands there, however the field got the keyboard: later, as the click that gave it puts the
// caret between the digits.
bool PollBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        if (auto* hands = qobject_cast<QSpinBox*>(watched))
            QMetaObject::invokeMethod(hands, &QSpinBox::selectAll, Qt::QueuedConnection);
    if (event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        const int option = press->key() - Qt::Key_A;
        const bool isPlain = !(press->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (isPlain && option >= 0 && option < static_cast<int>(m_hands.size())) {
            QSpinBox* hands = m_hands[static_cast<std::size_t>(option)];
            hands->setValue(hands->value() + (press->modifiers() & Qt::ShiftModifier ? -1 : 1));
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() - Qt::Key_A < static_cast<int>(m_hands.size()) &&
        static_cast<QKeyEvent*>(event)->key() >= Qt::Key_A) {
        event->accept(); // before the window's own keys
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace hareloom::ui
