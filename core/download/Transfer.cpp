// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/Transfer.h"

#include "core/base/Text.h"
#include "core/catalogue/Folders.h"

#include <curl/curl.h>

#include <cstdlib>
#include <memory>
#include <optional>

namespace hareloom {
namespace {

using Clock = std::chrono::steady_clock;

constexpr long kMostRedirects = 8;
constexpr int kPollMilliseconds = 100;
constexpr long kPartial = 206, kNoSuchRange = 416, kOk = 200;

struct ReleaseEasy
{
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct ReleaseMulti
{
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

bool startLibrary()
{
    static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return started;
}

std::string secondsText(std::chrono::milliseconds time)
{
    return shortNumber(static_cast<double>(time.count()) / 1000) + " s";
}

/// One request, from its options to the sentence about its end.
class Transfer
{
public:
    Transfer(const TransferRequest& request, PartFile& part)
        : m_request(request),
          m_part(part),
          m_from(part.size()),
          m_easy(curl_easy_init()),
          m_multi(curl_multi_init()),
          m_shown(shownAddress(request.address))
    {
    }
    ~Transfer()
    {
        if (m_added)
            curl_multi_remove_handle(m_multi.get(), m_easy.get());
    }
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    TransferOutcome run()
    {
        if (!m_easy || !m_multi)
            return {TransferEnd::WriteFailed, "libcurl could not be started"};
        setOptions();
        m_added = curl_multi_add_handle(m_multi.get(), m_easy.get()) == CURLM_OK;
        m_lastBytes = m_spanBegin = Clock::now();
        m_spanFrom = m_part.size();
        for (int running = 1; running > 0;) {
            curl_multi_perform(m_multi.get(), &running);
            if (m_request.stop.stopRequested())
                return {TransferEnd::Stopped, {}};
            if (running > 0 && Clock::now() - m_lastBytes > m_request.stallAfter)
                return {TransferEnd::Broken,
                        m_shown + ": nothing came for " + secondsText(m_request.stallAfter)};
            if (running > 0 && isTooSlow())
                return {TransferEnd::Refused,
                        m_shown + ": fewer than " + std::to_string(m_request.leastBytesASecond) +
                            " bytes came a second, for " + secondsText(m_request.slowFor)};
            if (running > 0)
                curl_multi_poll(m_multi.get(), nullptr, 0, kPollMilliseconds, nullptr);
        }
        return outcome();
    }

private:
    template<class Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(m_easy.get(), option, value);
    }

    void setOptions()
    {
        set(CURLOPT_URL, m_request.address.c_str());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 1L);
        set(CURLOPT_MAXREDIRS, kMostRedirects);
        set(CURLOPT_FAILONERROR, 1L);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_USERAGENT, "Hareloom");
        set(CURLOPT_ERRORBUFFER, m_reason);
        // A libcurl that came from another system looks for its certificates where that system has them.
        if (const char* certificates = std::getenv("SSL_CERT_FILE"))
            set(CURLOPT_CAINFO, certificates);
        set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
        set(CURLOPT_WRITEDATA, this);
        set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
        set(CURLOPT_HEADERDATA, this);
        // A pinned hash says what the bytes must be, so it matters neither which server sent the first ones
        // nor whether its ETag is still the same.
        m_range = std::to_string(m_from) + "-";
        if (m_from > 0)
            set(CURLOPT_RANGE, m_range.c_str());
    }

    static std::size_t onHeader(char* data, std::size_t, std::size_t size, void* self)
    {
        static_cast<Transfer*>(self)->readHeader({data, size});
        return size;
    }

    // Each answer on the way, redirects too, begins with its status line.
    void readHeader(std::string_view line)
    {
        constexpr std::string_view kRange = "content-range: bytes ";
        if (line.starts_with("HTTP/"))
            m_rangeStart.reset();
        if (lowerAscii(line.substr(0, kRange.size())) != kRange)
            return;
        const std::string_view range = line.substr(kRange.size());
        if (const auto start = parseNumber(range.substr(0, range.find('-'))))
            m_rangeStart = static_cast<std::int64_t>(*start);
    }

    static std::size_t onBody(char* data, std::size_t, std::size_t size, void* self)
    {
        return static_cast<Transfer*>(self)->take({data, size}) ? size : CURL_WRITEFUNC_ERROR;
    }

    bool take(std::span<const char> bytes)
    {
        if (!m_begun && !begin())
            return false;
        m_begun = true;
        if (m_part.size() + std::ssize(bytes) > m_request.totalBytes)
            return refuse("more than the " + std::to_string(m_request.totalBytes) +
                          " bytes that are published came");
        if (auto written = m_part.append(bytes); !written) {
            m_own = {TransferEnd::WriteFailed, written.error().message};
            return false;
        }
        m_lastBytes = Clock::now();
        if (m_request.onBytes)
            m_request.onBytes();
        return true;
    }

    /// Before the first byte is kept: is it the file, and the piece that was asked for?
    bool begin()
    {
        const long status = statusCode();
        const bool isPiece = status == kPartial && m_rangeStart == m_from;
        if (!isPiece && status != kOk)
            return refuse("the server answered with status " + std::to_string(status) +
                          (status == kPartial ? " and another piece than was asked for" : ""));
        curl_off_t length = -1;
        curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
        const std::int64_t whole = length + (isPiece ? m_from : 0);
        if (length >= 0 && whole != m_request.totalBytes)
            return refuse("the file there has " + std::to_string(whole) + " bytes, the published one " +
                          std::to_string(m_request.totalBytes));
        if (isPiece || m_part.size() == 0)
            return true;
        auto emptied = m_part.startAgain(); // a server that knows no pieces sends all of it
        if (!emptied)
            m_own = {TransferEnd::WriteFailed, emptied.error().message};
        return emptied.ok();
    }

    /// Whether too little came in the time that was just over: such a download has no end.
    bool isTooSlow()
    {
        const auto now = Clock::now();
        if (now - m_spanBegin < m_request.slowFor)
            return false;
        const std::int64_t came = m_part.size() - m_spanFrom;
        const double seconds = std::chrono::duration<double>(now - m_spanBegin).count();
        m_spanBegin = now;
        m_spanFrom = m_part.size();
        return static_cast<double>(came) < static_cast<double>(m_request.leastBytesASecond) * seconds;
    }

    bool refuse(const std::string& why)
    {
        m_own = {TransferEnd::Refused, m_shown + ": " + why};
        return false;
    }

    long statusCode() const
    {
        long status = 0;
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
        return status;
    }

    TransferOutcome outcome()
    {
        int left = 0;
        const CURLMsg* message = curl_multi_info_read(m_multi.get(), &left);
        const CURLcode code = message ? message->data.result : CURLE_FAILED_INIT;
        if (m_own)
            return *m_own;
        if (code != CURLE_OK)
            return failure(code);
        if (m_part.size() < m_request.totalBytes)
            return {TransferEnd::Broken, m_shown + ": the server ended after " +
                                             std::to_string(m_part.size()) + " of " +
                                             std::to_string(m_request.totalBytes) + " bytes"};
        return {};
    }

    TransferOutcome failure(CURLcode code)
    {
        const std::string reason = m_reason[0] != '\0' ? m_reason : curl_easy_strerror(code);
        switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
        case CURLE_COULDNT_CONNECT:
            return {TransferEnd::Refused,
                    m_shown + ": the server cannot be reached (" + reason + "); is there a network?"};
        case CURLE_HTTP_RETURNED_ERROR:
            return statusFailure();
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
        case CURLE_GOT_NOTHING:
        case CURLE_OPERATION_TIMEDOUT:
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
            return {TransferEnd::Broken, m_shown + ": the connection was cut (" + reason + ")"};
        default:
            return {TransferEnd::Refused, m_shown + ": " + reason};
        }
    }

    TransferOutcome statusFailure()
    {
        const long status = statusCode();
        if (status == kNoSuchRange && m_part.size() > 0) {
            if (auto emptied = m_part.startAgain(); !emptied)
                return {TransferEnd::WriteFailed, emptied.error().message};
            return {TransferEnd::Broken, m_shown + ": the server has no such piece of the file"};
        }
        const bool mayPass = status >= 500 || status == 429;
        return {mayPass ? TransferEnd::Broken : TransferEnd::Refused,
                m_shown + ": the server answered with status " + std::to_string(status)};
    }

    const TransferRequest& m_request;
    PartFile& m_part;
    std::int64_t m_from;
    std::string m_range;
    std::unique_ptr<CURL, ReleaseEasy> m_easy;
    std::unique_ptr<CURLM, ReleaseMulti> m_multi;
    bool m_added = false, m_begun = false;
    std::string m_shown; // the address, as people may see it
    Clock::time_point m_lastBytes, m_spanBegin;
    std::int64_t m_spanFrom = 0; // bytes that were there when the span of time began
    std::optional<std::int64_t> m_rangeStart;
    std::optional<TransferOutcome> m_own; // why we ended it ourselves
    char m_reason[CURL_ERROR_SIZE] = {};
};

} // namespace

TransferOutcome transfer(const TransferRequest& request, PartFile& part)
{
    if (!startLibrary())
        return {TransferEnd::WriteFailed, "libcurl could not be started"};
    return Transfer(request, part).run();
}

} // namespace hareloom
