// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/CollapseMarks.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/plot/PictureCache.h"
#include "ui/stage/StageLook.h"
#include "ui/stage/StageScene.h"
#include "ui/vitals/VitalsColumn.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The experiment for a room: the stage as large as the screen, the generation's number to be read from the
/// back row, and nothing else. A row of buttons comes with the mouse and fades when it rests.
class PresenterView : public QWidget
{
    Q_OBJECT
public:
    /// All outlive this.
    PresenterView(StageScene& scene, const StageLook& look, GenerationCursor& cursor,
                  const VitalsColumn& vitals, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `chain`: which of several is shown, empty where there is one.
    void setTitle(const QString& title, const QString& question, const QString& chain = {});
    void setMarks(const MarkedGenerations& marks);
    /// What is told under the stage; outlives this.
    void setStory(const ChainStory& story);
    /// The buttons that come with the mouse, in their order.
    void setControls(const QList<QAction*>& actions);
    /// The first line of a text that has more than there is room for.
    int scroll() const { return m_scroll; }

Q_SIGNALS:
    void leaveRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    /// As the stage has them, but scrolled on its own: it has another height.
    StageOptions options() const;
    void beginAnew();
    void wake();
    void rest();
    double zoom() const;
    void paintHeading(QPainter& painter, const QRectF& area) const;
    void paintTrack(QPainter& painter, const QRectF& area) const;
    double paintChain(QPainter& painter, const QPointF& corner) const;
    void paintStage(QPainter& painter);
    void paintStory(QPainter& painter) const;
    bool scrollBy(int lines);
    // In lines of the enlarged screen: without its margins; without heading and track; without vital signs
    // and buttons; and what the legend leaves of that.
    QRectF inside() const;
    QRectF middle() const;
    QRectF stageArea() const;
    QRectF belowLegend(const std::vector<LegendEntry>& legend) const;
    QRectF vitalsArea(const QRectF& middle) const;

    StageScene& m_scene;
    const StageLook& m_look;
    GenerationCursor& m_cursor;
    const VitalsColumn& m_vitals;
    const Theme* m_theme = &lightTheme();
    int m_scroll = 0;
    int m_mode, m_choice; // in which it is scrolled
    QString m_title, m_question, m_chain;
    double m_turned = 0; // of the wheel, in lines, less than one
    MarkedGenerations m_marks;
    const ChainStory* m_story = nullptr;
    QWidget* m_controls;
    QTimer m_rest;
    PictureCache m_still; // of the vital signs, what stays while generations pass
};

} // namespace hareloom::ui
