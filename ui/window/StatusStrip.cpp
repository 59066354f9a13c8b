// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/StatusStrip.h"

#include "ui/families/Faces.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/Joining.h"
#include "ui/plot/DurationText.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

/// Generations, with the part of the one in training: a network's may take minutes.
double done(const Progress& progress)
{
    const bool isTold = progress.training.epochs > 0 || progress.training.phase != TrainingPhase::Only;
    const double part = isTold ? progress.fractionOfGeneration : 0;
    return std::min(double(progress.totalGenerations), double(progress.doneGenerations) + part);
}

} // namespace

StatusStrip::StatusStrip(const LabSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_text(new ElidedLabel(this)), // a long sentence in large words must not widen the window
      m_left(new QLabel(this)),
      m_bar(new QProgressBar(this))
{
    for (QLabel* label : {m_text, m_left}) {
        label->setObjectName(QStringLiteral("caption"));
        label->setFont(themeFont(TextSize::Small));
    }
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setAccessibleName(tr("Progress of the run"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid / 2, 0, kGrid / 2, 0);
    row->setSpacing(kGrid * 3 / 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_left);
    row->addWidget(m_bar);
    setMinimumHeight(3 * kGrid);
}

void StatusStrip::refresh()
{
    m_text->setText(sentence());
    m_text->setToolTip(m_text->text());
    const Progress& progress = m_session.progress();
    const bool isUnderWay = m_session.state() == RunState::Running || m_session.state() == RunState::Paused;
    m_bar->setVisible(isUnderWay && progress.totalGenerations > 0);
    if (progress.totalGenerations > 0)
        m_bar->setValue(static_cast<int>(1000 * (progress.training.epochs > 0
                                                     ? done(progress) / double(progress.totalGenerations)
                                                     : m_session.shareDone())));
    const double seconds = m_session.secondsLeft();
    m_left->setText(seconds >= 1 ? tr("%1 left").arg(durationText(seconds)) : QString());
}

void StatusStrip::setPlaying(bool on)
{
    m_isPlaying = on;
    refresh();
}

QString StatusStrip::sentence() const
{
    const History& history = m_session.history();
    switch (m_session.state()) {
    case RunState::Ready:
        return tr("Ready. Space runs, Left and Right step through generations.");
    case RunState::Running:
        if (m_session.progress().totalGenerations == 0) // it has not said anything yet
            return tr("Running: reading the data.");
        return clauses({tr("Running: %1 of %2 generations")
                            .arg(m_session.progress().doneGenerations)
                            .arg(m_session.progress().totalGenerations),
                        training()});
    case RunState::Paused:
        return clauses({history.longest() == 0 ? tr("Paused")
                                               : tr("Paused after generation %1").arg(history.longest() - 1),
                        training()});
    case RunState::Finished:
        return inARow({history.size() == 1 ? tr("The run is finished: one generation.")
                                           : tr("The run is finished: %1 generations in all, %2 to see.")
                                                 .arg(history.size())
                                                 .arg(history.longest()),
                       m_isPlaying ? tr("The view is still playing them.") : QString()});
    case RunState::Stopped:
        return tr("Stopped. What is finished is kept; Run goes on from there.");
    }
    return {};
}

QString StatusStrip::work() const
{
    const QString words = m_session.isRunning() ? training() : QString();
    return words.isEmpty() ? words : words.left(1).toUpper() + words.mid(1);
}

QString StatusStrip::training() const
{
    const Progress& progress = m_session.progress();
    const TrainingProgress& now = progress.training;
    if (now.phase != TrainingPhase::Only || faceOf(m_session.experiment().family).writesTexts())
        return phaseWords(progress, m_session.state() == RunState::Running);
    if (now.epochs < 1)
        return {};
    QStringList words{
        tr("training generation %1: epoch %2 of %3").arg(progress.generation).arg(now.epoch).arg(now.epochs)};
    if (std::isfinite(now.secondsLeft) && m_session.state() == RunState::Running)
        words << tr("%1 left of it").arg(durationText(now.secondsLeft));
    if (std::isfinite(now.lossNats))
        words << tr("loss %1 nats a row").arg(now.lossNats, 0, 'f', 1);
    return phrases(words);
}

QString phaseWords(const Progress& progress, bool isRunning)
{
    const TrainingProgress& now = progress.training;
    if (now.phase == TrainingPhase::Only && now.epochs < 1)
        return {};
    const QString phase =
        now.phase == TrainingPhase::Writing ? StatusStrip::tr("writing") : StatusStrip::tr("training");
    // The last words are those that a narrow window cuts.
    QStringList words{StatusStrip::tr("generation %1: %2").arg(progress.generation).arg(phase)};
    if (now.epochs > 0)
        words << StatusStrip::tr("epoch %1 of %2").arg(now.epoch).arg(now.epochs);
    if (isRunning && std::isfinite(now.secondsLeft))
        words << StatusStrip::tr("%1 left of it").arg(durationText(now.secondsLeft));
    if (std::isfinite(now.lossNats))
        words << StatusStrip::tr("loss %1 nats a token").arg(now.lossNats, 0, 'f', 2);
    if (isRunning && std::isfinite(now.tokensPerSecond))
        words << StatusStrip::tr("%1 tokens/s").arg(std::llround(now.tokensPerSecond));
    if (!now.remark.empty())
        words << engineSentence(now.remark);
    return phrases(words);
}

} // namespace hareloom::ui
