// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/StageScene.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QComboBox;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class TextChooser;

/// The middle of the window: the stage at the cursor's position, or the invitation to run. The pointer reads
/// values, the wheel zooms about it, a drag pans, a double click shows the whole again; the keyboard can do
/// the same (QWidget::actions(), Shift and the arrows to pan, Ctrl and the arrows to read).
class StageView : public QWidget
{
    Q_OBJECT
public:
    /// `scene` outlives this.
    explicit StageView(StageScene& scene, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setPosition(double position);
    void setOptions(const StageOptions& options);
    /// As seen, with the zoom: what a figure is painted with.
    const StageOptions& options() const { return m_options; }
    /// The numbers that are shown; empty before there are any.
    DataTable table() const;
    /// What the pointer or the keyboard reads now.
    std::optional<StageReading> reading() const;
    /// Copying a text, the one before and the one after: also for who shows the same stage elsewhere.
    QList<QAction*> textActions() const { return {m_copyText, m_previousText, m_nextText}; }
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
    void showPreviousText();
    void showNextText();

Q_SIGNALS:
    /// Another text, or another comparison, was chosen here.
    void textChosen();
    /// By which all chains are compared.
    void quantityChosen();
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
    void adaptControls();
    void adaptQuantities();
    void chooseQuantity(int index);
    void describe();
    // StageTexts.cpp
    void makeTextControls();
    void adaptTexts();
    void chooseText(int choice);
    void compareWith(bool beforeOnly);
    bool scrollBy(int lines);
    // StageGestures.cpp
    StagePlot plotNow() const;
    void setZoom(const ZoomWindow& zoom);
    void zoomBy(double factor, const QPointF& about);
    bool panByKey(int key);
    bool readByKey(int key);
    void readAt(std::optional<QPointF> at, bool byKey);
    void adaptPointer(const QPointF& at);

    StageScene& m_scene;
    const Theme* m_theme = &lightTheme();
    StageOptions m_options;
    double m_position = 0;
    std::optional<QPointF> m_readAt;
    bool m_readsByKey = false;
    std::optional<Drag> m_drag;
    QAction *m_zoomIn, *m_zoomOut, *m_resetZoom, *m_read;
    QPushButton* m_resetButton;     // seen while zoomed
    QComboBox* m_quantity;          // seen while chains are compared
    TextChooser* m_texts = nullptr; // seen while texts are read
    QAction *m_copyText = nullptr, *m_previousText = nullptr, *m_nextText = nullptr;
    double m_scrolled = 0; // degrees of the wheel that are no line yet
};

} // namespace hareloom::ui
