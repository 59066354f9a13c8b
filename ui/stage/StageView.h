// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/StageLook.h"
#include "ui/stage/StageScene.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QComboBox;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class StageChooser;
class StageOverlay;

/// The middle of the window: the stage at the cursor's position, or the invitation to run. The pointer reads
/// values, the wheel zooms about it, a drag pans, a double click shows the whole again; the keyboard can do
/// the same (QWidget::actions(), Shift and the arrows to pan, Ctrl and the arrows to read).
class StageView : public QWidget
{
    Q_OBJECT
public:
    /// `scene` and `look` outlive this.
    StageView(StageScene& scene, StageLook& look, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setPosition(double position);
    /// How it is looked at, as it is seen: what a figure is painted with.
    const StageOptions& options() const { return m_look.options(); }
    /// The numbers that are shown; empty before there are any.
    DataTable table() const;
    /// What the pointer or the keyboard reads now.
    std::optional<StageReading> reading() const;
    /// Copies what is read, or shows the one before or after it: also for views that show the same stage
    /// elsewhere.
    QList<QAction*> choiceActions() const { return {m_copy, m_previous, m_next}; }
    QSize sizeHint() const override { return {904, 330}; } // below it others give way too
    QSize minimumSizeHint() const override { return {400, 220}; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void resetZoom();
    /// Starts to read values in the middle of the plot, or ends it.
    void toggleReading();
    /// The text that is shown, to the clipboard.
    void copyText();
    void showPrevious();
    void showNext();

Q_SIGNALS:
    /// Clicked while there is nothing to see yet.
    void runRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    // StageGestures.cpp
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Drag
    {
        QPointF start;
        ZoomWindow zoom;
    };

    void makeActions();
    QAction* addKeyAction(const QString& text, const QList<QKeySequence>& keys, void (StageView::*slot)());
    void adapt();
    void adaptControls();
    void adaptQuantities();
    void chooseQuantity(int index);
    void adaptOverlay();
    void describe();
    // StageChoices.cpp
    void makeChooser();
    void adaptChooser();
    bool scrollBy(int lines);
    // StageGestures.cpp
    StagePlot plotNow() const;
    void zoomBy(double factor, const QPointF& about);
    bool panByKey(int key);
    bool readByKey(int key);
    void readAt(std::optional<QPointF> at, bool byKey);
    void adaptPointer(const QPointF& at);

    StageScene& m_scene;
    const Theme* m_theme = &lightTheme();
    StageLook& m_look;
    double m_position = 0;
    std::optional<QPointF> m_readAt;
    bool m_readsByKey = false;
    std::optional<Drag> m_drag;
    QAction *m_zoomIn, *m_zoomOut, *m_resetZoom, *m_read;
    QPushButton* m_resetButton;        // seen while zoomed
    QComboBox* m_quantity;             // seen while chains are compared
    StageChooser* m_chooser = nullptr; // seen where there are choices
    QAction *m_copy = nullptr, *m_previous = nullptr, *m_next = nullptr;
    const Face* m_face = nullptr;      // whose overlay it is
    StageOverlay* m_overlay = nullptr; // null: the family has none
    double m_scrolled = 0;             // degrees of the wheel that are no line yet
};

} // namespace hareloom::ui
