// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sweep/SweepControls.h"
#include "ui/sweep/SweepSession.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The page of a sweep: what it asks, its picture, which fills while it runs, and what one point says. GUI
/// thread.
class SweepPage : public QWidget
{
    Q_OBJECT
public:
    /// `session` outlives this.
    explicit SweepPage(SweepSession& session, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Nothing until the sweep is planned.
    const std::optional<SweepPicture>& picture() const { return m_chart->picture(); }
    SweepShape shape() const { return m_chart->shape(); }
    const SweepChoice& choice() const { return m_controls->choice(); }
    SweepChart& chart() { return *m_chart; }
    SweepControls& controls() { return *m_controls; }
    /// Runs, or ends the run.
    void runOrStop();
    /// For a room: the picture alone, and Space plays its generations.
    void setPresented(bool on);
    bool isPresented() const { return m_isPresented; }
    /// Parts that the window's help explains: title and question, how far the sweep is, the buttons.
    QWidget* words() const { return m_words; }
    QWidget* foot() const;
    QWidget* buttons() const { return m_buttons; }

Q_SIGNALS:
    /// A point is to be shown on the stage.
    void pointChosen(std::int64_t point);
    /// Other settings are to vary, or other values.
    void changeRequested();
    void exportRequested();
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void connectAll();
    void showExperiment();
    void showState();
    void showPicture();
    void adapt();
    void playOrHold();
    QString standing() const;

    SweepSession& m_session;
    QWidget *m_words, *m_buttons;
    QLabel *m_title, *m_question, *m_story, *m_count, *m_reading, *m_standing;
    QPushButton *m_run, *m_change, *m_export, *m_close;
    SweepControls* m_controls;
    SweepChart* m_chart;
    QProgressBar* m_bar;
    QTimer m_playing; // while the generations are played
    bool m_isPresented = false;
};

} // namespace hareloom::ui
