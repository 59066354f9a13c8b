// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepPage.h"

#include "ui/accessible/ChartDescription.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/plot/DurationText.h"
#include "ui/sweep/SweepTable.h"
#include "ui/theme/ElidedLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kPlayMs = 10'000, kLeastMs = 40, kMostMs = 500; // of a frame
constexpr double kLeastHeight = 640; // in words of 100%: of a page that has room for its story

QLabel* line(QWidget* parent, const char* style)
{
    auto* made = new ElidedLabel(parent);
    made->setObjectName(QLatin1String(style));
    return made;
}

QPushButton* button(const QString& words, const QString& tip, QWidget* parent)
{
    auto* made = new QPushButton(words, parent);
    made->setToolTip(tip);
    return made;
}

} // namespace

SweepPage::SweepPage(SweepSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_words(new QWidget(this)),
      m_buttons(new QWidget(this)),
      m_title(new ElidedLabel(this)),
      m_question(line(this, "muted")),
      m_story(new QLabel(this)),
      m_count(line(this, "muted")),
      m_reading(line(this, "")),
      m_standing(line(this, "caption")),
      m_run(button(tr("Run"), tr("Run every chain that is missing"), this)),
      m_change(button(tr("Vary…"), tr("Other settings, or other values of them"), this)),
      m_export(button(tr("Export…"), tr("The picture or its numbers as a file"), this)),
      m_close(button(tr("One run"), tr("The experiment itself on the stage, without the sweep"), this)),
      m_controls(new SweepControls(this)),
      m_chart(new SweepChart(this)),
      m_bar(new QProgressBar(this))
{
    setAccessibleName(tr("Sweep"));
    m_title->setFont(themeFont(TextSize::Title, QFont::DemiBold));
    m_run->setObjectName(QStringLiteral("primary"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setAccessibleName(tr("Progress of the sweep"));
    m_chart->setAccessibleName(tr("Picture of the sweep"));

    m_story->setObjectName(QStringLiteral("muted"));
    m_story->setWordWrap(true);

    layOut();
    connectAll();
    describeChart(m_chart, {[] { return tr("Sweep"); },
                            [this] { return picture() ? summaryOf(*picture()) : standing(); },
                            [this] { return picture() ? tableOf(*picture()) : DataTable(); }});
    showState();
}

void SweepPage::layOut()
{
    auto* words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_question);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(kGrid);
    for (QPushButton* each : {m_run, m_change, m_export, m_close})
        buttons->addWidget(each);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid);
    head->addWidget(m_words, 1);
    head->addWidget(m_buttons);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(kGrid);
    foot->addWidget(m_standing, 1);
    foot->addWidget(m_bar);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
    column->setSpacing(kGrid);
    column->addLayout(head);
    column->addWidget(m_story);
    column->addWidget(m_count);
    column->addWidget(m_controls);
    column->addWidget(m_chart, 1);
    column->addWidget(m_reading);
    column->addLayout(foot);
}

void SweepPage::connectAll()
{
    connect(m_run, &QPushButton::clicked, this, &SweepPage::runOrStop);
    connect(m_change, &QPushButton::clicked, this, &SweepPage::changeRequested);
    connect(m_export, &QPushButton::clicked, this, &SweepPage::exportRequested);
    connect(m_close, &QPushButton::clicked, this, &SweepPage::closeRequested);
    connect(m_controls, &SweepControls::changed, this, &SweepPage::showPicture);
    connect(&m_playing, &QTimer::timeout, this, [this] {
        if (!m_controls->step(1))
            m_playing.stop();
    });
    connect(m_chart, &SweepChart::read, this, [this](const QString& sentence) {
        m_reading->setText(sentence.isEmpty() ? tr("Point at a value to read it, click to see its chains.")
                                              : sentence);
        m_chart->setAccessibleDescription(sentence);
    });
    connect(m_chart, &SweepChart::activated, this, [this](std::size_t across, std::size_t up) {
        Q_EMIT pointChosen(m_session.model()->pointAt(m_controls->choice(), across, up));
    });
    connect(&m_session, &SweepSession::planned, this, &SweepPage::showExperiment);
    connect(&m_session, &SweepSession::changed, this, [this] {
        m_controls->refresh(*m_session.model());
        showPicture();
        showState();
    });
    connect(&m_session, &SweepSession::stateChanged, this, &SweepPage::showState);
}

void SweepPage::setTheme(const Theme& theme)
{
    m_chart->setTheme(theme);
}

void SweepPage::runOrStop()
{
    if (m_session.state() == SweepSession::State::Running)
        m_session.stop();
    else
        m_session.start();
}

// Space runs and pauses an experiment; in a room it plays what is there. A remote has Page Down and Page Up.
void SweepPage::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        m_isPresented ? playOrHold() : runOrStop();
        return;
    case Qt::Key_PageDown:
        m_controls->step(1);
        return;
    case Qt::Key_PageUp:
        m_controls->step(-1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

// Through all generations in ten seconds, from the first where the last is shown.
void SweepPage::playOrHold()
{
    if (m_playing.isActive())
        return m_playing.stop();
    if (!m_session.model())
        return;
    const auto& generations = m_session.model()->generations();
    if (m_controls->choice().generation == generations.back())
        m_controls->showFirst();
    m_playing.start(std::clamp(kPlayMs / static_cast<int>(generations.size()), kLeastMs, kMostMs));
}

void SweepPage::setPresented(bool on)
{
    m_isPresented = on;
    m_playing.stop();
    m_controls->setPresented(on);
    m_buttons->setVisible(!on);
    m_standing->setVisible(!on);
    adapt();
    showState();
    m_chart->setFocus(Qt::OtherFocusReason);
}

void SweepPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    adapt();
}

// The story stands where it leaves the picture its room; else it is a tool tip.
void SweepPage::adapt()
{
    const bool hasRoom = !m_isPresented && height() >= kLeastHeight * fontScale();
    m_story->setVisible(hasRoom && !m_story->text().isEmpty());
    m_question->setToolTip(m_story->text());
    m_count->setVisible(!m_isPresented && m_session.model());
}

void SweepPage::showExperiment()
{
    const SweepPlan& plan = m_session.model()->plan();
    m_title->setText(engineWords(EngineList::Preset, plan.experiment().title));
    m_question->setText(engineWords(EngineList::Preset, plan.experiment().question));
    m_question->setVisible(!m_question->text().isEmpty());
    m_story->setText(engineWords(EngineList::Preset, plan.experiment().story));
    m_playing.stop();
    adapt();
    m_count->setText(
        phrases({tr("%n point(s)", nullptr, static_cast<int>(plan.points())),
                 tr("%n chain(s) each", nullptr, static_cast<int>(plan.replicates())),
                 tr("%n generation(s)", nullptr, static_cast<int>(plan.experiment().generations))}));
    m_reading->setText(tr("Point at a value to read it, click to see its chains."));
    m_controls->setModel(*m_session.model());
}

QString SweepPage::standing() const
{
    const SweepModel* model = m_session.model();
    switch (m_session.state()) {
    case SweepSession::State::Planning:
        return tr("Checking the points…");
    case SweepSession::State::Refused:
        return m_session.why();
    default:
        break;
    }
    QString words = tr("%1 of %2 chains are done").arg(model->chainsDone()).arg(model->chainsInAll());
    if (model->pointsFailed() > 0)
        words = clauses({words, tr("%n point(s) failed", nullptr, static_cast<int>(model->pointsFailed()))});
    if (const double left = m_session.secondsLeft(); left >= 1)
        words = (m_session.state() == SweepSession::State::Running ? tr("%1, %2 left")
                                                                   : tr("%1; a run takes about %2"))
                    .arg(words, durationText(left));
    if (!m_session.why().isEmpty())
        words = inARow({withFullStop(words), m_session.why()});
    return words;
}

void SweepPage::showState()
{
    const auto state = m_session.state();
    const bool isRunning = state == SweepSession::State::Running;
    m_run->setEnabled(isRunning || state == SweepSession::State::Ready);
    m_run->setVisible(state != SweepSession::State::Finished);
    m_run->setText(isRunning ? tr("Stop") : m_session.shareDone() > 0 ? tr("Go on") : tr("Run"));
    m_export->setEnabled(m_session.shareDone() > 0);
    m_bar->setVisible(isRunning && !m_isPresented);
    m_bar->setValue(static_cast<int>(1000 * m_session.shareDone()));
    m_standing->setText(standing());
    m_controls->setVisible(m_session.model() != nullptr);
    adapt();
}

void SweepPage::showPicture()
{
    if (!m_session.model())
        return;
    m_session.wantTheory(m_controls->choice().metric);
    m_chart->setPicture(m_session.model()->picture(m_controls->choice()), m_controls->shape());
}

QWidget* SweepPage::foot() const
{
    return m_standing;
}

} // namespace hareloom::ui
