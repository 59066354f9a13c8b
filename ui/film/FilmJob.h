// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmWish.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace hareloom::ui {

class FilmWriter;

/// Makes one film: paints a frame at a time on the GUI thread, which does everything else in between, and
/// encodes them on another. GUI thread.
class FilmJob : public QObject
{
    Q_OBJECT
public:
    /// `scene`: not null, with all generations of the plan. `wish` has passed checkFilm().
    FilmJob(std::unique_ptr<FilmScene> scene, FilmWish wish, QObject* parent = nullptr);
    /// Stops; nothing is left behind.
    ~FilmJob() override;

    void start();
    /// Ends soon, in ended(); nothing is left behind.
    void stop();
    bool isAtWork() const { return m_writer != nullptr; }

    const FilmWish& wish() const { return m_wish; }
    /// Of the frames, in [0, 1].
    double shareDone() const;
    /// Negative while nothing can be said.
    double secondsLeft() const;
    /// What painting alone has taken, and the longest that one frame kept the GUI thread, in seconds.
    double secondsPainting() const { return m_painting; }
    double longestFrame() const { return m_longest; }

Q_SIGNALS:
    void progressed();
    /// The bytes of the film, or why there is none: a sentence; Stopped.
    void ended(const hareloom::Result<qint64>& outcome);

private:
    void goOn();
    void conclude();
    QImage paint(double position);
    int steps() const { return m_samples + static_cast<int>(m_wish.plan.frames().size()); }

    std::unique_ptr<FilmScene> m_scene;
    FilmWish m_wish;
    std::unique_ptr<FilmWriter> m_writer; // null until it starts and once it has ended
    QTimer m_turn;                        // the next frame, after all that waits
    QElapsedTimer m_clock;
    int m_samples = 0, m_done = 0; // samples to paint; samples and frames that are painted
    double m_painting = 0, m_longest = 0;
};

} // namespace hareloom::ui
