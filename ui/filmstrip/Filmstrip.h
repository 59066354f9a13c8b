// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/FilmstripForks.h"
#include "ui/filmstrip/FilmstripMarks.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/plot/DataTable.h"
#include "ui/stage/StageLook.h"
#include "ui/stage/StageScene.h"

#include <QCache>
#include <QPixmap>
#include <QWidget>

namespace hareloom::ui {

/// One frame a generation with a picture of its own, and a track to scrub. Only frames in sight are painted,
/// each once; 5,000 generations cost what 50 do.
class Filmstrip : public QWidget
{
    Q_OBJECT
public:
    /// All outlive this.
    Filmstrip(StageScene& scene, const StageLook& look, GenerationCursor& cursor, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Generations that the run will have, for the track's length.
    void setPlanned(int generations);
    void setMarks(const MarkedGenerations& marks);
    /// Of several chains side by side, by column; its pictures are the first one's.
    void setMarks(std::vector<ChainMarks> chains);
    /// Where the chain's settings change, and the lines that leave it.
    void setForks(FilmstripForks forks);
    /// Whether marks are painted at all.
    void setMarksShown(bool on);
    /// Whether every picture is painted before a frame is, however long that takes: in films.
    void setUnhurried(bool on) { m_isUnhurried = on; }
    /// Forgets every picture: another chain, another experiment.
    void clearThumbnails();
    /// One sentence for those who do not see it.
    QString summary() const;
    /// What each generation was fitted on, and where collapse begins.
    DataTable table() const;

Q_SIGNALS:
    /// The line of another chain was clicked.
    void chainChosen(hareloom::ChainIndex chain);

public:
    QSize sizeHint() const override;
    /// In a low window the pictures give way, not the words.
    QSize minimumSizeHint() const override;

protected:
    /// Over a mark: what it says.
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Drag { None, Track, Frames };

    void adaptMarks();
    FilmstripLayout geometryNow() const;
    const QPixmap* thumbnail(int index, const QSizeF& size, double budgetLeftMs);
    void paintFrames(QPainter& painter, const FilmstripLayout& layout);
    void paintFrame(QPainter& painter, const FilmstripLayout& layout, int frame, const QPixmap* picture);
    void paintTrack(QPainter& painter, const FilmstripLayout& layout);
    void paintRange(QPainter& painter, const FilmstripLayout& layout) const;
    void paintPace(QPainter& painter, const FilmstripLayout& layout, const QList<QRectF>& taken) const;

    StageScene& m_scene;
    const StageLook& m_look;
    GenerationCursor& m_cursor;
    const Theme* m_theme = &lightTheme();
    FilmstripMarks m_marks;
    FilmstripForks m_forks;
    bool m_isUnhurried = false;
    int m_lastMarked = 0; // marks of later generations are not to be seen
    bool m_showsMarks = true;
    int m_planned = 1;
    QCache<int, QPixmap> m_thumbnails;
    Drag m_drag = Drag::None;
    double m_dragStart = 0;
    int m_dragShown = 0;
    bool m_hasMoved = false;
    int m_wheel = 0;
};

} // namespace hareloom::ui
