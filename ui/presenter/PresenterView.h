// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playback/GenerationCursor.h"
#include "ui/plot/PictureCache.h"
#include "ui/presenter/Presented.h"
#include "ui/presenter/PresenterLayout.h"
#include "ui/presenter/PresenterRegions.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace hareloom::ui {

class PresenterControls;

/// The experiment for a room: what is presented as large as the screen, the generation's number to be read
/// from the back row, what is told of it, and nothing else. A row of buttons comes with the mouse and fades
/// when it rests. Knows the keys of a remote: B and "." make the screen dark, F5 begins at generation 0,
/// Escape leaves.
class PresenterView : public QWidget
{
    Q_OBJECT
public:
    /// `cursor` outlives this.
    explicit PresenterView(GenerationCursor& cursor, QWidget* parent = nullptr);
    ~PresenterView() override;

    /// Takes it over, in the place of what was presented before.
    void setPresented(std::unique_ptr<Presented> presented);
    Presented* presented() const { return m_presented.get(); }
    void setTheme(const Theme& theme);
    /// `chain`: which of several is shown, empty where there is one.
    void setTitle(const QString& title, const QString& question, const QString& chain = {});
    /// What the engine is doing, where that takes a while; told before anything else. Empty: nothing to say.
    void setProgress(const QString& words);
    /// The buttons that come with the mouse, in their order.
    void setControls(const QList<QAction*>& actions);
    bool isDark() const { return m_isDark; }

Q_SIGNALS:
    void leaveRequested();
    /// Page Down, Page Up: what a remote sends.
    void nextRequested();
    void previousRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    PresenterLayout layoutNow() const;
    void takeNews();
    void arrange();
    void describe(int shown);
    void wake();
    bool scrollBy(int lines);
    ChainStory::Line line() const;
    void paintCharts(QPainter& painter, const PresenterLayout& layout);
    void paintTold(QPainter& painter, const PresenterLayout& layout) const;

    GenerationCursor& m_cursor;
    std::unique_ptr<Presented> m_presented; // null until there is something to present
    const Theme* m_theme = &lightTheme();
    QString m_title, m_question, m_chain, m_progress;
    double m_turned = 0; // of the wheel, in lines, less than one
    bool m_isDark = false;
    PresenterControls* m_controls;
    PresenterRegions* m_regions;
    PictureCache m_still; // of the charts, what stays while generations pass
};

} // namespace hareloom::ui
