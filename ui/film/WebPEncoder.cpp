// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/WebPEncoder.h"

#include "core/text/Markup.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace hareloom::ui {

namespace {

// Without loss a film is four times as large. More effort takes longer and saves little.
constexpr int kMethod = 2;
constexpr float kQuality = 90;

struct DeleteEncoder
{
    void operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }
};
struct DeleteMux
{
    void operator()(WebPMux* mux) const { WebPMuxDelete(mux); }
};
struct CloseFile
{
    void operator()(std::FILE* file) const { std::fclose(file); }
};
struct Bytes
{
    Bytes() { WebPDataInit(&data); }
    ~Bytes() { WebPDataClear(&data); }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    WebPData data;
};
struct Picture
{
    Picture() { isUsable = WebPPictureInit(&picture) != 0; }
    ~Picture() { WebPPictureFree(&picture); }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;
    WebPPicture picture;
    bool isUsable;
};

std::string xmpOf(const FilmAbout& about)
{
    const auto inLanguage = [](const char* tag, const std::string& words) {
        return std::string("<dc:") + tag + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xmlText(words) +
               "</rdf:li></rdf:Alt></dc:" + tag + ">";
    };
    return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" +
           inLanguage("title", about.title) + "<dc:source>" + xmlText(about.origin) + "</dc:source>" +
           inLanguage("description", about.experiment) + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

class WebPEncoder final : public FilmEncoder
{
public:
    explicit WebPEncoder(FilmFile file) : m_file(std::move(file)) {}

    Result<void> begin() override;
    Result<void> add(const FilmPixels& frame, int ticks) override;
    Result<void> finish() override;

private:
    int milliseconds() const
    {
        return static_cast<int>((m_ticks * 1000 + m_file.ticksPerSecond / 2) / m_file.ticksPerSecond);
    }
    Error failed() const { return systemError(WebPAnimEncoderGetError(m_encoder.get())); }
    Result<void> write(const WebPData& bytes);

    FilmFile m_file;
    std::unique_ptr<std::FILE, CloseFile> m_out;
    std::unique_ptr<WebPAnimEncoder, DeleteEncoder> m_encoder;
    WebPConfig m_config{};
    std::int64_t m_ticks = 0;
};

// The file is opened first: what cannot be written is not painted.
Result<void> WebPEncoder::begin()
{
    m_out.reset(std::fopen(m_file.path.c_str(), "wb"));
    if (!m_out)
        return systemError(std::strerror(errno));
    WebPAnimEncoderOptions options;
    if (!WebPAnimEncoderOptionsInit(&options) || !WebPConfigInit(&m_config))
        return systemError("libwebp is of another version than the one that this program was built with");
    options.anim_params.loop_count = 0; // for ever
    m_config.method = kMethod;
    m_config.quality = kQuality;
    m_config.use_sharp_yuv = 1; // thin coloured lines
    m_config.thread_level = m_file.threads > 1 ? 1 : 0;
    m_encoder.reset(WebPAnimEncoderNew(m_file.width, m_file.height, &options));
    return m_encoder ? Result<void>{} : systemError(std::strerror(ENOMEM));
}

Result<void> WebPEncoder::add(const FilmPixels& frame, int ticks)
{
    Picture each;
    if (!each.isUsable)
        return systemError(std::strerror(ENOMEM));
    each.picture.width = frame.width;
    each.picture.height = frame.height;
    each.picture.use_argb = 1;
    if (!WebPPictureAlloc(&each.picture))
        return systemError(std::strerror(ENOMEM));
    for (int y = 0; y < frame.height; ++y)
        std::memcpy(each.picture.argb + std::ptrdiff_t(y) * each.picture.argb_stride, frame.row(y),
                    static_cast<std::size_t>(frame.width) * sizeof(std::uint32_t));
    const int at = milliseconds();
    m_ticks += ticks;
    return WebPAnimEncoderAdd(m_encoder.get(), &each.picture, at, &m_config) ? Result<void>{} : failed();
}

Result<void> WebPEncoder::finish()
{
    Bytes film;
    if (!WebPAnimEncoderAdd(m_encoder.get(), nullptr, milliseconds(), nullptr) ||
        !WebPAnimEncoderAssemble(m_encoder.get(), &film.data))
        return failed();
    m_encoder.reset();
    const std::unique_ptr<WebPMux, DeleteMux> mux(WebPMuxCreate(&film.data, 0));
    const std::string words = xmpOf(m_file.about);
    const WebPData xmp{reinterpret_cast<const std::uint8_t*>(words.data()), words.size()};
    Bytes whole;
    if (!mux || WebPMuxSetChunk(mux.get(), "XMP ", &xmp, 0) != WEBP_MUX_OK ||
        WebPMuxAssemble(mux.get(), &whole.data) != WEBP_MUX_OK)
        return systemError(std::strerror(ENOMEM));
    return write(whole.data);
}

Result<void> WebPEncoder::write(const WebPData& bytes)
{
    if (std::fwrite(bytes.bytes, 1, bytes.size, m_out.get()) != bytes.size ||
        std::fclose(m_out.release()) != 0)
        return systemError(std::strerror(errno));
    return {};
}

} // namespace

std::unique_ptr<FilmEncoder> makeWebPEncoder(FilmFile file)
{
    return std::make_unique<WebPEncoder>(std::move(file));
}

} // namespace hareloom::ui
