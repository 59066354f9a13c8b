// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmEncoder.h"

#include <QImage>
#include <QThread>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace hareloom::ui {

/// Encodes frames on a thread of its own, and puts the whole film in its place at the end or nothing at all.
/// Made, asked and destroyed on the GUI thread.
class FilmWriter : public QThread
{
    Q_OBJECT
public:
    /// `file.path` is where the film comes to lie; it is written beside it.
    explicit FilmWriter(FilmFile file);
    /// Waits for the thread; a film that is not finished leaves nothing.
    ~FilmWriter() override;

    /// Frames that the encoder wants to see before the first.
    int samplesWanted() const { return m_encoder->samplesWanted(); }
    /// Whether one more frame may be handed over: few wait at a time.
    bool hasRoom() const;
    void addSample(const QImage& image);
    /// Format_RGB32.
    void addFrame(const QImage& image, int ticks);
    /// No frame follows.
    void close();
    /// Ends soon, with nothing written.
    void abandon();

    /// After finished(): the bytes of the film. Errors: those of writing, a sentence; Stopped.
    Result<qint64> outcome() const;

Q_SIGNALS:
    /// There is room for one more.
    void took();

protected:
    void run() override;

private:
    struct Item
    {
        QImage image;
        int ticks = 0; // 0: a sample
    };

    Result<void> encodeAll();
    std::optional<Item> next();

    FilmFile m_file;
    std::string m_path; // where it comes to lie
    std::unique_ptr<FilmEncoder> m_encoder;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Item> m_waiting;
    bool m_isClosed = false;
    std::atomic<bool> m_isAbandoned = false;
    std::optional<Result<qint64>> m_outcome;
};

} // namespace hareloom::ui
