// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/RunGuard.h"

#include "ui/plot/DurationText.h"

#include <QElapsedTimer>
#include <QMessageBox>
#include <QPushButton>

namespace hareloom::ui {

namespace {

constexpr double kMostSeconds = 10; // lost without a question

} // namespace

RunGuard::RunGuard(const LabSession& session, Ask ask, Clock clock, QObject* parent)
    : QObject(parent), m_session(session), m_ask(std::move(ask)), m_clock(std::move(clock))
{
    connect(&session, &LabSession::stateChanged, this, &RunGuard::count);
    connect(&session, &LabSession::generationsReady, this, [this] {
        m_worked = 0;
        m_since = m_session.isRunning() ? m_clock() : -1;
    });
}

// A pause keeps the work of the generation that is under way; a stop does not.
void RunGuard::count()
{
    if (m_session.isRunning() && m_since < 0)
        m_since = m_clock();
    if (!m_session.isRunning() && m_since >= 0) {
        m_worked += m_clock() - m_since;
        m_since = -1;
    }
    if (!m_session.isRunning() && m_session.state() != RunState::Paused)
        m_worked = 0;
}

double RunGuard::secondsAtStake() const
{
    return double(m_worked + (m_since < 0 ? 0 : m_clock() - m_since)) / 1000;
}

bool RunGuard::mayEnd() const
{
    const double seconds = secondsAtStake();
    return seconds < kMostSeconds || m_ask(tr("The generation that is being made has taken %1 so far, and is "
                                              "lost if the run ends now. Finished "
                                              "generations are kept, and the run can go on from there later.")
                                               .arg(durationText(seconds)));
}

RunGuard::Ask askOver(QWidget& window)
{
    return [&window](const QString& sentence) {
        QMessageBox box(QMessageBox::Question, RunGuard::tr("End the run?"), sentence, QMessageBox::NoButton,
                        &window);
        const QPushButton* end = box.addButton(RunGuard::tr("&End the run"), QMessageBox::AcceptRole);
        box.setDefaultButton(box.addButton(RunGuard::tr("&Keep it running"), QMessageBox::RejectRole));
        box.exec();
        return box.clickedButton() == end;
    };
}

RunGuard::Clock runningClock()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.elapsed(); };
}

} // namespace hareloom::ui
