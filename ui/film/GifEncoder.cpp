// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/GifEncoder.h"

#include "ui/film/GifPalette.h"

#include <gif_lib.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace hareloom::ui {

namespace {

constexpr int kSamples = 24;    // colours of the ramp change with every generation
constexpr int kNotDisposed = 1; // the next frame is painted over this one
constexpr int kLongestDelay = 65'535;

struct CloseFile
{
    void operator()(std::FILE* file) const { std::fclose(file); }
};
struct FreeMap
{
    void operator()(ColorMapObject* map) const { GifFreeMapObject(map); }
};

int writeBytes(GifFileType* gif, const GifByteType* bytes, int count)
{
    return static_cast<int>(
        std::fwrite(bytes, 1, static_cast<std::size_t>(count), static_cast<std::FILE*>(gif->UserData)));
}

/// What of a frame is written.
struct Part
{
    int left, top, width, height;
};

class GifEncoder final : public FilmEncoder
{
public:
    explicit GifEncoder(FilmFile file) : m_file(std::move(file)) {}
    ~GifEncoder() override
    {
        if (m_gif)
            EGifCloseFile(m_gif, nullptr);
    }

    int samplesWanted() const override { return kSamples; }
    void learn(const FilmPixels& sample) override { m_palette.learn(sample); }
    Result<void> begin() override;
    Result<void> add(const FilmPixels& frame, int ticks) override;
    Result<void> finish() override;

private:
    bool writeHead();
    bool writeLoop();
    bool writeWaiting(std::int64_t until);
    Part changed() const;
    std::int64_t hundredths(std::int64_t ticks) const
    {
        return (ticks * 100 + m_file.ticksPerSecond / 2) / m_file.ticksPerSecond;
    }
    static Error failed(int reason) { return systemError(std::strerror(reason == 0 ? EIO : reason)); }

    FilmFile m_file;
    GifPalette m_palette;
    std::unique_ptr<std::FILE, CloseFile> m_out; // closed after m_gif
    GifFileType* m_gif = nullptr;
    std::vector<GifByteType> m_shown, m_waiting; // as indices; the second is written once its time is known
    bool m_isWaiting = false;
    std::int64_t m_ticks = 0, m_told = 0; // of all frames so far; hundredths of a second that are written
};

Result<void> GifEncoder::begin()
{
    m_palette.settle();
    errno = 0;
    m_out.reset(std::fopen(m_file.path.c_str(), "wb"));
    if (!m_out)
        return failed(errno);
    m_gif = EGifOpen(m_out.get(), writeBytes, nullptr);
    if (!m_gif)
        return failed(ENOMEM);
    return writeHead() ? Result<void>{} : failed(errno);
}

bool GifEncoder::writeHead()
{
    const std::unique_ptr<ColorMapObject, FreeMap> map(GifMakeMapObject(256, nullptr));
    if (!map)
        return false;
    const auto& colours = m_palette.colours();
    for (std::size_t i = 0; i < colours.size(); ++i)
        map->Colors[i] = {static_cast<GifByteType>(colours[i] >> 16 & 255),
                          static_cast<GifByteType>(colours[i] >> 8 & 255),
                          static_cast<GifByteType>(colours[i] & 255)};
    EGifSetGifVersion(m_gif, true);
    const std::string words =
        m_file.about.title + '\n' + m_file.about.origin + '\n' + m_file.about.experiment;
    return EGifPutScreenDesc(m_gif, m_file.width, m_file.height, 8, 0, map.get()) == GIF_OK && writeLoop() &&
           EGifPutComment(m_gif, words.c_str()) == GIF_OK;
}

// The block that Netscape invented, and every reader knows.
bool GifEncoder::writeLoop()
{
    const GifByteType forEver[3] = {1, 0, 0};
    return EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
           EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0") == GIF_OK &&
           EGifPutExtensionBlock(m_gif, sizeof forEver, forEver) == GIF_OK &&
           EGifPutExtensionTrailer(m_gif) == GIF_OK;
}

Result<void> GifEncoder::add(const FilmPixels& frame, int ticks)
{
    errno = 0;
    if (m_isWaiting && !writeWaiting(hundredths(m_ticks)))
        return failed(errno);
    m_waiting.resize(static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height));
    auto to = m_waiting.begin();
    for (int y = 0; y < frame.height; ++y)
        to = std::transform(frame.row(y), frame.row(y) + frame.width, to,
                            [this](std::uint32_t pixel) { return m_palette.indexOf(pixel); });
    m_isWaiting = true;
    m_ticks += ticks;
    return {};
}

/// The smallest part that holds all that is not as shown; a pixel where nothing has changed.
Part GifEncoder::changed() const
{
    const int width = m_file.width, height = m_file.height;
    if (m_shown.empty())
        return {0, 0, width, height};
    int left = width, right = -1, top = height, bottom = -1;
    for (int y = 0; y < height; ++y) {
        const auto row = m_waiting.begin() + std::ptrdiff_t(y) * width;
        const auto before = m_shown.begin() + std::ptrdiff_t(y) * width;
        const auto first = std::mismatch(row, row + width, before).first - row;
        if (first == width)
            continue;
        int last = width - 1;
        while (row[last] == before[last])
            --last;
        left = std::min(left, static_cast<int>(first));
        right = std::max(right, last);
        top = std::min(top, y);
        bottom = y;
    }
    return right < 0 ? Part{0, 0, 1, 1} : Part{left, top, right - left + 1, bottom - top + 1};
}

/// `until`: the hundredth of a second, from the beginning, at which the next frame begins.
bool GifEncoder::writeWaiting(std::int64_t until)
{
    constexpr int kUnchanged = static_cast<int>(GifPalette::kMost);
    const GraphicsControlBlock control{
        kNotDisposed, false, static_cast<int>(std::clamp<std::int64_t>(until - m_told, 1, kLongestDelay)),
        m_shown.empty() ? NO_TRANSPARENT_COLOR : kUnchanged};
    GifByteType packed[4];
    const Part part = changed();
    if (EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE,
                         static_cast<int>(EGifGCBToExtension(&control, packed)), packed) != GIF_OK ||
        EGifPutImageDesc(m_gif, part.left, part.top, part.width, part.height, false, nullptr) != GIF_OK)
        return false;
    std::vector<GifPixelType> line(static_cast<std::size_t>(part.width));
    for (int y = part.top; y < part.top + part.height; ++y) {
        const std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(m_file.width) +
                               static_cast<std::size_t>(part.left);
        for (std::size_t x = 0; x < line.size(); ++x)
            line[x] = !m_shown.empty() && m_shown[at + x] == m_waiting[at + x]
                          ? static_cast<GifPixelType>(kUnchanged)
                          : m_waiting[at + x];
        if (EGifPutLine(m_gif, line.data(), part.width) != GIF_OK)
            return false;
    }
    m_told = std::max(until, m_told + 1);
    m_shown.swap(m_waiting);
    m_isWaiting = false;
    return std::ferror(m_out.get()) == 0;
}

Result<void> GifEncoder::finish()
{
    errno = 0;
    if (m_isWaiting && !writeWaiting(hundredths(m_ticks)))
        return failed(errno);
    if (EGifCloseFile(std::exchange(m_gif, nullptr), nullptr) != GIF_OK)
        return failed(errno);
    if (std::ferror(m_out.get()) != 0 || std::fclose(m_out.release()) != 0)
        return failed(errno);
    return {};
}

} // namespace

std::unique_ptr<FilmEncoder> makeGifEncoder(FilmFile file)
{
    return std::make_unique<GifEncoder>(std::move(file));
}

} // namespace hareloom::ui
