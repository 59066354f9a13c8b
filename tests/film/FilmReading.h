// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

#include <cmath>
#include <webp/demux.h>

/// Films as others read them: ffmpeg and ffprobe, webpinfo and webpmux, none of which wrote them.
namespace hareloom::ui::fixtures {

inline bool hasReaders()
{
    for (const char* tool : {"ffmpeg", "ffprobe", "webpinfo", "webpmux"})
        if (QStandardPaths::findExecutable(tool).isEmpty())
            return false;
    return true;
}

/// What a tool prints; it must succeed.
inline QByteArray outputOf(const QString& tool, const QStringList& arguments)
{
    QProcess process;
    process.start(tool, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qFatal("%s %s: %s", qPrintable(tool), qPrintable(arguments.join(' ')),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// Format and first stream, as ffprobe tells them.
inline QJsonObject probed(const QString& path)
{
    const QByteArray json = outputOf(
        "ffprobe", {"-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", path});
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    QJsonObject both = all.value("streams").toArray().first().toObject();
    both.insert("format", all.value("format"));
    return both;
}

inline QList<QImage> webPFrames(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(path));
    const QByteArray bytes = file.readAll();
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())};
    WebPAnimDecoder* decoder = WebPAnimDecoderNew(&data, nullptr);
    WebPAnimInfo info;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder, &info))
        qFatal("%s is no WebP", qPrintable(path));
    QList<QImage> frames;
    std::uint8_t* pixels = nullptr;
    int time = 0;
    while (WebPAnimDecoderHasMoreFrames(decoder) && WebPAnimDecoderGetNext(decoder, &pixels, &time))
        frames << QImage(pixels, int(info.canvas_width), int(info.canvas_height), QImage::Format_RGBA8888)
                      .convertToFormat(QImage::Format_RGB888);
    WebPAnimDecoderDelete(decoder);
    return frames;
}

/// Every frame of a film, in order.
inline QList<QImage> framesOf(const QString& path)
{
    if (path.endsWith(".webp"))
        return webPFrames(path);
    const QJsonObject stream = probed(path);
    const QSize size(stream.value("width").toInt(), stream.value("height").toInt());
    const QByteArray raw = outputOf("ffmpeg", {"-v", "error", "-i", path, "-fps_mode", "passthrough", "-f",
                                               "rawvideo", "-pix_fmt", "rgb24", "pipe:1"});
    QList<QImage> frames;
    const qsizetype each = qsizetype(size.width()) * size.height() * 3;
    for (qsizetype at = 0; at + each <= raw.size(); at += each)
        frames << QImage(reinterpret_cast<const uchar*>(raw.constData()) + at, size.width(), size.height(),
                         size.width() * 3, QImage::Format_RGB888)
                      .copy();
    return frames;
}

/// Peak signal-to-noise ratio over all channels, in dB; 99 where the pictures are the same.
inline double likeness(const QImage& read, const QImage& painted)
{
    const QImage a = read.convertToFormat(QImage::Format_RGB888),
                 b = painted.convertToFormat(QImage::Format_RGB888);
    if (a.size() != b.size())
        return 0;
    double squares = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < 3 * a.width(); ++x) {
            const double away = double(a.constScanLine(y)[x]) - b.constScanLine(y)[x];
            squares += away * away;
        }
    const double mean = squares / (3.0 * a.width() * a.height());
    return mean == 0 ? 99 : 10 * std::log10(255 * 255 / mean);
}

} // namespace hareloom::ui::fixtures
