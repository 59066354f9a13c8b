// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The bottom line: what the engine is doing, how far it is and how long it will take.
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    /// `session` outlives this.
    explicit StatusStrip(const LabSession& session, QWidget* parent = nullptr);

    void refresh();
    /// What is being trained or written now, and how far it is: "Training generation 1: epoch 3 of 10"; empty where
    /// generations come at once.
    QString work() const;
    /// Whether the view still plays.
    void setPlaying(bool on);

private:
    QString sentence() const;
    QString training() const; // what the network in training has reached; empty when there is none

    const LabSession& m_session;
    bool m_isPlaying = false;
    QLabel* m_text;
    QLabel* m_left;
    QProgressBar* m_bar;
};

/// What a language model in the making does: "; generation 4: training, epoch 2 of 5, loss 3.21 nats a token,
/// 1,240 tokens/s, 40 s left of it". Speed and time are those of now: only while it runs.
QString phaseWords(const Progress& progress, bool isRunning);

} // namespace hareloom::ui
