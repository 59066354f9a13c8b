// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mechanism/StepClock.h"
#include "ui/stage/StageScene.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// One step of a chain, slowly, over the view that it is a child of. Left, Right, Page Up, Page Down and a click go from
/// phase to phase; Escape and Space end it, as it ends by itself after the last phase.
class StepView : public QWidget
{
    Q_OBJECT
public:
    /// `scene` outlives this and has a stage that shows steps. `host`: which it covers.
    StepView(StageScene& scene, SlowStep step, QWidget* host);

    void setTheme(const Theme& theme);
    /// For a room: enlarged to the host's height.
    void setPresenting(bool on);
    /// Each phase as a still picture; it goes on by itself, too.
    void setStill(bool on);

    /// Where it is; seek() stops it there.
    const StepClock& clock() const { return m_clock; }
    void seek(double at);
    const SlowStep& step() const { return m_step; }
    /// What is said of the phase that is shown.
    QString words() const;

    /// The same into any picture, at the moment that `step` has.
    static void paintStep(QPainter& painter, const QRectF& area, StageScene& scene, const SlowStep& step,
                          const StepClock& clock, const Theme& theme);

Q_SIGNALS:
    void ended();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void tick();
    void show(const StepClock& clock);
    double zoom() const;

    StageScene& m_scene;
    SlowStep m_step;
    StepClock m_clock;
    const Theme* m_theme = &lightTheme();
    bool m_isPresenting = false, m_isStill = false;
    int m_told = -1; // phase that has been said
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    QToolButton* m_close;
};

} // namespace hareloom::ui
