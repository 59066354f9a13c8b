// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/av/AvEncoder.h"

#include "ui/film/av/AvParts.h"

#include <algorithm>
#include <cerrno>
#include <string_view>

namespace hareloom::ui::av {

namespace {

bool takesPlanar(const AVCodec* codec)
{
    for (const AVPixelFormat* format = codec->pix_fmts; format && *format != AV_PIX_FMT_NONE; ++format)
        if (*format == AV_PIX_FMT_YUV420P)
            return true;
    return false;
}

Error failed(int code)
{
    char words[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, words, sizeof words);
    return systemError(words);
}

/// What the codec is told; one that has no such option does without.
void tune(AVCodecContext& codec, std::string_view name)
{
    const auto set = [&codec](const char* option, const char* value) {
        av_opt_set(codec.priv_data, option, value, 0);
    };
    if (name == "libx264") {
        set("preset", "veryfast");
        set("crf", "16");
        set("tune", "animation"); // flat areas, sharp lines
    } else if (name.starts_with("libvpx")) {
        set("deadline", "realtime");
        set("cpu-used", name == "libvpx-vp9" ? "7" : "8");
        set("row-mt", "1");
        set("crf", "16");
        codec.qmin = 4;
        codec.qmax = 40;
    } else {
        codec.bit_rate = std::int64_t(codec.width) * codec.height * 4;
    }
}

class AvEncoder final : public FilmEncoder
{
public:
    explicit AvEncoder(FilmFile file) : m_file(std::move(file)) {}

    Result<void> begin() override;
    Result<void> add(const FilmPixels& frame, int ticks) override;
    Result<void> finish() override;

private:
    int openCodec();
    int openFile();
    void describe();
    int makeScaler();
    int send(const AVFrame* frame);

    FilmFile m_file;
    Format m_format;
    Codec m_codec;
    Scaler m_scaler;
    Frame m_frame;
    Packet m_packet;
    AVStream* m_stream = nullptr; // of m_format
    std::int64_t m_next = 0;      // tick
};

int AvEncoder::openCodec()
{
    const AVCodec* codec = encoderFor(m_file.format);
    m_codec.reset(avcodec_alloc_context3(codec));
    if (!m_codec)
        return AVERROR(ENOMEM);
    m_codec->width = m_file.width;
    m_codec->height = m_file.height;
    m_codec->pix_fmt = AV_PIX_FMT_YUV420P;
    m_codec->time_base = {1, m_file.ticksPerSecond};
    m_codec->framerate = {m_file.ticksPerSecond, 1};
    m_codec->gop_size = m_file.ticksPerSecond;
    m_codec->color_range = AVCOL_RANGE_MPEG;
    m_codec->colorspace = AVCOL_SPC_BT709;
    m_codec->color_primaries = AVCOL_PRI_BT709;
    m_codec->color_trc = AVCOL_TRC_BT709;
    m_codec->thread_count = m_file.threads;
    m_codec->flags |= AV_CODEC_FLAG_BITEXACT;
    if (m_format->oformat->flags & AVFMT_GLOBALHEADER)
        m_codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    tune(*m_codec, codec->name);
    return avcodec_open2(m_codec.get(), codec, nullptr);
}

void AvEncoder::describe()
{
    const auto say = [this](const char* key, const std::string& words) {
        if (!words.empty())
            av_dict_set(&m_format->metadata, key, words.c_str(), 0);
    };
    say("title", m_file.about.title);
    say("comment", m_file.about.origin);
    say("description", m_file.about.experiment);
}

int AvEncoder::openFile()
{
    m_stream = avformat_new_stream(m_format.get(), nullptr);
    if (!m_stream)
        return AVERROR(ENOMEM);
    m_stream->time_base = m_codec->time_base;
    m_stream->avg_frame_rate = m_codec->framerate;
    if (const int code = avcodec_parameters_from_context(m_stream->codecpar, m_codec.get()); code < 0)
        return code;
    describe();
    AVDictionary* options = nullptr;
    if (m_file.format == FilmFormat::Mp4)
        av_dict_set(&options, "movflags", "+faststart", 0);
    const int code = avformat_write_header(m_format.get(), &options);
    av_dict_free(&options);
    return code;
}

int AvEncoder::makeScaler()
{
    m_scaler.reset(sws_getContext(m_file.width, m_file.height, AV_PIX_FMT_RGB32, m_file.width, m_file.height,
                                  AV_PIX_FMT_YUV420P, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP,
                                  nullptr, nullptr, nullptr));
    m_frame.reset(av_frame_alloc());
    m_packet.reset(av_packet_alloc());
    if (!m_scaler || !m_frame || !m_packet)
        return AVERROR(ENOMEM);
    const int* rec709 = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(m_scaler.get(), rec709, 1, rec709, 0, 0, 1 << 16, 1 << 16);
    m_frame->format = AV_PIX_FMT_YUV420P;
    m_frame->width = m_file.width;
    m_frame->height = m_file.height;
    m_frame->color_range = AVCOL_RANGE_MPEG;
    m_frame->colorspace = AVCOL_SPC_BT709;
    return av_frame_get_buffer(m_frame.get(), 0);
}

// The file first: where it cannot be written, nothing else matters.
Result<void> AvEncoder::begin()
{
    AVFormatContext* format = nullptr;
    int code = avformat_alloc_output_context2(
        &format, nullptr, m_file.format == FilmFormat::Mp4 ? "mp4" : "webm", m_file.path.c_str());
    m_format.reset(format);
    if (code >= 0)
        code = avio_open(&m_format->pb, m_file.path.c_str(), AVIO_FLAG_WRITE);
    if (code < 0)
        return failed(code);
    m_format->flags |= AVFMT_FLAG_BITEXACT; // no date
    for (const auto step : {&AvEncoder::openCodec, &AvEncoder::openFile, &AvEncoder::makeScaler})
        if (code = (this->*step)(); code < 0)
            return failed(code);
    return {};
}

/// Null: no frame follows.
int AvEncoder::send(const AVFrame* frame)
{
    if (const int code = avcodec_send_frame(m_codec.get(), frame); code < 0)
        return code;
    for (;;) {
        const int code = avcodec_receive_packet(m_codec.get(), m_packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return 0;
        if (code < 0)
            return code;
        m_packet->duration = 1;
        av_packet_rescale_ts(m_packet.get(), m_codec->time_base, m_stream->time_base);
        m_packet->stream_index = m_stream->index;
        if (const int written = av_interleaved_write_frame(m_format.get(), m_packet.get()); written < 0)
            return written;
        if (m_format->pb->error < 0) // a full disk is told here
            return m_format->pb->error;
    }
}

Result<void> AvEncoder::add(const FilmPixels& frame, int ticks)
{
    if (const int code = av_frame_make_writable(m_frame.get()); code < 0)
        return failed(code);
    const std::uint8_t* from[4] = {reinterpret_cast<const std::uint8_t*>(frame.first)};
    const int stride[4] = {static_cast<int>(frame.stride * std::ptrdiff_t(sizeof(std::uint32_t)))};
    sws_scale(m_scaler.get(), from, stride, 0, frame.height, m_frame->data, m_frame->linesize);
    for (int tick = 0; tick < ticks; ++tick) {
        m_frame->pts = m_next++;
        if (const int code = send(m_frame.get()); code < 0)
            return failed(code);
    }
    return {};
}

Result<void> AvEncoder::finish()
{
    int code = send(nullptr);
    if (code >= 0)
        code = av_write_trailer(m_format.get());
    if (code >= 0)
        code = m_format->pb->error;
    if (code >= 0)
        code = avio_closep(&m_format->pb);
    return code < 0 ? failed(code) : Result<void>{};
}

} // namespace

const AVCodec* encoderFor(FilmFormat format)
{
    if (format == FilmFormat::Mp4) {
        if (const AVCodec* usual = avcodec_find_encoder_by_name("libx264"))
            return usual;
        const AVCodec* other = avcodec_find_encoder(AV_CODEC_ID_H264);
        return other && takesPlanar(other) ? other : nullptr;
    }
    if (format == FilmFormat::WebM)
        for (const char* name : {"libvpx-vp9", "libvpx"})
            if (const AVCodec* codec = avcodec_find_encoder_by_name(name))
                return codec;
    return nullptr;
}

std::unique_ptr<FilmEncoder> makeAvEncoder(FilmFile file)
{
    return std::make_unique<AvEncoder>(std::move(file));
}

} // namespace hareloom::ui::av
