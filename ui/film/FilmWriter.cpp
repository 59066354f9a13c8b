// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/FilmWriter.h"

#include "core/base/AtomicFile.h"
#include "ui/film/FilmWish.h"
#include "ui/language/EngineSentence.h"
#include "ui/paths/PathBytes.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <unistd.h>

#include <exception>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostWaiting = 4; // frames: of 1280 x 720, 15 MB

FilmPixels pixelsOf(const QImage& image)
{
    return {reinterpret_cast<const std::uint32_t*>(image.constBits()),
            image.bytesPerLine() / qsizetype(sizeof(std::uint32_t)), image.width(), image.height()};
}

/// The film's file while it is made.
FilmFile beside(FilmFile file)
{
    file.path = nameBeside(file.path);
    return file;
}

} // namespace

FilmWriter::FilmWriter(FilmFile file)
    : m_file(beside(file)), m_path(file.path), m_encoder(makeEncoder(m_file))
{
}

FilmWriter::~FilmWriter()
{
    abandon();
    wait();
}

bool FilmWriter::hasRoom() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size() < kMostWaiting;
}

void FilmWriter::addSample(const QImage& image)
{
    addFrame(image, 0);
}

void FilmWriter::addFrame(const QImage& image, int ticks)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back({image, ticks});
    m_changed.notify_one();
}

void FilmWriter::close()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_changed.notify_one();
}

void FilmWriter::abandon()
{
    m_isAbandoned = true;
    const std::lock_guard lock(m_mutex);
    m_changed.notify_one();
}

Result<qint64> FilmWriter::outcome() const
{
    const std::lock_guard lock(m_mutex);
    return m_outcome ? *m_outcome : Result<qint64>(stopped());
}

/// Nothing: there is none any more.
std::optional<FilmWriter::Item> FilmWriter::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_waiting.empty() || m_isClosed || m_isAbandoned; });
    if (m_isAbandoned || m_waiting.empty())
        return std::nullopt;
    Item item = std::move(m_waiting.front());
    m_waiting.pop_front();
    return item;
}

Result<void> FilmWriter::encodeAll()
{
    bool hasBegun = false;
    while (const auto item = next()) {
        Q_EMIT took();
        const FilmPixels pixels = pixelsOf(item->image);
        if (item->ticks == 0) {
            m_encoder->learn(pixels);
            continue;
        }
        if (!std::exchange(hasBegun, true))
            if (auto begun = m_encoder->begin(); !begun)
                return begun;
        if (auto added = m_encoder->add(pixels, item->ticks); !added)
            return added;
    }
    return m_isAbandoned ? Result<void>(stopped()) : m_encoder->finish();
}

void FilmWriter::run()
{
    Result<void> done;
    try {
        done = encodeAll();
    } catch (const std::exception& fault) {
        done = systemError(fault.what());
    }
    m_encoder.reset(); // closes the file
    if (done && m_isAbandoned)
        done = stopped();
    const qint64 bytes = QFileInfo(pathOf(m_file.path)).size();
    if (done)
        done = publishFile(m_file.path, m_path);
    else if (done.error().kind != ErrorKind::Stopped)
        done = systemError(
            QCoreApplication::translate("Film", "%1 could not be written: %2. Nothing is left of it.")
                .arg(pathOf(m_path), engineSentence(done.error().message))
                .toStdString());
    if (!done)
        ::unlink(m_file.path.c_str());
    const std::lock_guard lock(m_mutex);
    m_outcome = done ? Result<qint64>(bytes) : Result<qint64>(done.error());
}

} // namespace hareloom::ui
