// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What the speaker sees on a second screen while the room sees the presentation: notes, where it stands,
/// what comes next, and the time. Takes no keys: those of the presentation hold.
class SpeakerView : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString title; // with its place in the running order
        QString notes; // of the list, or the experiment's story
        QString now;   // generation, and what is told of it
        QString next;  // of the running order; empty: nothing
    };

    explicit SpeakerView(QWidget* parent = nullptr);

    void setWords(const Words& words);
    /// The time of day, and how long it has been presented.
    QString clock() const;

private:
    QLabel* addLabel(const char* name, double scale);

    QElapsedTimer m_since;
    QTimer m_tick;
    QLabel *m_title, *m_now, *m_notes, *m_next, *m_clock;
};

} // namespace hareloom::ui
