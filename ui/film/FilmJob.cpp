// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/FilmJob.h"

#include "ui/film/FilmWriter.h"
#include "ui/paths/PathBytes.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kBeforeItSays = 1; // seconds
constexpr int kMostThreads = 4;

FilmFile fileOf(const FilmWish& wish)
{
    FilmFile file;
    file.format = wish.format;
    file.path = bytesOf(wish.path);
    file.width = wish.look.size.width();
    file.height = wish.look.size.height();
    file.ticksPerSecond = wish.plan.ticksPerSecond();
    file.threads = std::clamp(QThread::idealThreadCount(), 1, kMostThreads);
    file.about = wish.about;
    return file;
}

} // namespace

FilmJob::FilmJob(std::unique_ptr<FilmScene> scene, FilmWish wish, QObject* parent)
    : QObject(parent), m_scene(std::move(scene)), m_wish(std::move(wish))
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &FilmJob::goOn);
}

FilmJob::~FilmJob() = default;

void FilmJob::start()
{
    m_writer = std::make_unique<FilmWriter>(fileOf(m_wish));
    m_samples = std::min(m_writer->samplesWanted(), static_cast<int>(m_wish.plan.frames().size()));
    m_done = 0;
    m_painting = m_longest = 0;
    connect(m_writer.get(), &FilmWriter::took, &m_turn, qOverload<>(&QTimer::start));
    connect(m_writer.get(), &QThread::finished, this, &FilmJob::conclude);
    m_clock.start();
    m_writer->start();
    m_turn.start();
}

void FilmJob::stop()
{
    if (m_writer)
        m_writer->abandon();
}

QImage FilmJob::paint(double position)
{
    QElapsedTimer clock;
    clock.start();
    QImage image(m_wish.look.size, QImage::Format_RGB32);
    QPainter painter(&image);
    m_scene->paint(painter, position, m_wish.look);
    painter.end();
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    m_painting += seconds;
    m_longest = std::max(m_longest, seconds);
    return image;
}

// One frame; the next one follows when the thread has nothing else to do.
void FilmJob::goOn()
{
    if (!m_writer || m_done == steps() || !m_writer->hasRoom())
        return;
    const auto& frames = m_wish.plan.frames();
    if (m_done < m_samples) {
        const std::size_t last = frames.size() - 1;
        const auto at = m_samples == 1 ? 0
                                       : static_cast<std::size_t>(m_done) * last /
                                             static_cast<std::size_t>(m_samples - 1);
        m_writer->addSample(paint(frames[at].position));
    } else {
        const FilmFrame& frame = frames[static_cast<std::size_t>(m_done - m_samples)];
        m_writer->addFrame(paint(frame.position), frame.ticks);
    }
    if (++m_done == steps())
        m_writer->close();
    else
        m_turn.start();
    Q_EMIT progressed();
}

double FilmJob::shareDone() const
{
    return m_writer ? double(m_done) / std::max(1, steps()) : 0;
}

double FilmJob::secondsLeft() const
{
    const double passed = double(m_clock.elapsed()) / 1e3, share = shareDone();
    return m_writer && passed >= kBeforeItSays && share > 0 ? passed * (1 - share) / share : -1;
}

void FilmJob::conclude()
{
    if (!m_writer)
        return;
    const Result<qint64> outcome = m_writer->outcome();
    m_writer.reset();
    m_turn.stop();
    Q_EMIT ended(outcome);
}

} // namespace hareloom::ui
