// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See http_get.h. The multi interface instead of curl_easy_perform(), since the latter looks at its callbacks once a
// second only.
#include "core/fetch/http_get.h"

#include "core/base/guarded.h"
#include "core/fetch/http_errors.h"
#include "core/fetch/sigpipe_guard.h"

#include <curl/curl.h>

#include <array>
#include <memory>

namespace dnas {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPollMs = 100;

/// curl_global_init() once a process; never undone, since other threads may be using libcurl at any time.
bool initialised()
{
    static const bool ok = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ok;
}

/// One transfer's handles and what its callbacks share.
struct Transfer {
    HttpSink &sink;
    bool begun = false;
    Result<void> sinkResult = {};
    Clock::time_point lastByte = Clock::now();
    std::array<char, CURL_ERROR_SIZE> errorText{};
    // Freed in the opposite order: the multi handle after the easy one has left it.
    std::unique_ptr<curl_slist, void (*)(curl_slist *)> headers{nullptr, curl_slist_free_all};
    std::unique_ptr<CURLM, CURLMcode (*)(CURLM *)> multi{curl_multi_init(), curl_multi_cleanup};
    std::unique_ptr<CURL, void (*)(CURL *)> easy{curl_easy_init(), curl_easy_cleanup};

    explicit Transfer(HttpSink &sink)
        : sink(sink)
    {
    }
    ~Transfer() { curl_multi_remove_handle(multi.get(), easy.get()); }
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    std::string header(const char *name) const
    {
        curl_header *found = nullptr;
        return curl_easy_header(easy.get(), name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value
                                                                                            : std::string();
    }
    HttpHead head() const
    {
        HttpHead head;
        curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &head.status);
        curl_off_t length = -1;
        curl_easy_getinfo(easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
        if (length >= 0)
            head.length = length;
        head.contentRange = header("Content-Range");
        head.etag = header("ETag");
        head.lastModified = header("Last-Modified");
        return head;
    }
    /// False when the sink wants no more.
    bool begin()
    {
        if (!begun) {
            begun = true;
            sinkResult = guarded([&] { return sink.begin(head()); }); // nothing may fly through libcurl
        }
        return sinkResult.ok();
    }
};

std::size_t takeBytes(char *bytes, std::size_t one, std::size_t count, void *context)
{
    auto &transfer = *static_cast<Transfer *>(context);
    if (!transfer.begin())
        return CURL_WRITEFUNC_ERROR;
    transfer.sinkResult = guarded([&] { return transfer.sink.bytes(bytes, one * count); });
    transfer.lastByte = Clock::now();
    return transfer.sinkResult.ok() ? one * count : CURL_WRITEFUNC_ERROR;
}

void configure(Transfer &transfer, const HttpRequest &request)
{
    CURL *easy = transfer.easy.get();
    const bool secure = isHttps(request.url);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    // A file that was asked for by https must not come by http because somebody says so.
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, secure ? "https" : "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, static_cast<long>(request.mostRedirects));
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "Paretoscope");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 262144L);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.errorText.data());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBytes);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    // Our own watch below ends a connection that does not come about; libcurl's would do so after five minutes.
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, 0L);
#if LIBCURL_VERSION_NUM >= 0x075700
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a stop does not wait for a slow name server
#endif
    if (request.from > 0) {
        curl_easy_setopt(easy, CURLOPT_RANGE, (std::to_string(request.from) + "-").c_str());
        if (!request.validator.empty()) {
            transfer.headers.reset(curl_slist_append(nullptr, ("If-Range: " + request.validator).c_str()));
            curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.headers.get());
        }
    }
}

/// The code of the transfer when it has ended.
std::optional<CURLcode> ended(CURLM *multi)
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
        if (message->msg == CURLMSG_DONE)
            return message->data.result;
    }
    return {};
}

} // namespace

Result<void> httpGet(const HttpRequest &request, HttpSink &sink, const std::function<void()> &tick,
                     const StopToken &stop)
{
    if (!initialised())
        return Error{ErrorCode::Internal, "libcurl does not start", {}};
    const SigpipeGuard guard;
    Transfer transfer(sink);
    if (!transfer.easy || !transfer.multi)
        return Error{ErrorCode::Internal, "libcurl gives no handle: out of memory", {}};
    configure(transfer, request);
    CURLM *multi = transfer.multi.get();
    CURLMcode state = curl_multi_add_handle(multi, transfer.easy.get());

    std::optional<CURLcode> code;
    while (state == CURLM_OK && !code) {
        int running = 0;
        state = curl_multi_perform(multi, &running);
        code = ended(multi);
        if (code || state != CURLM_OK)
            break;
        if (stop.requested())
            return Error{ErrorCode::Cancelled, "stopped; what came stays for a resume", {.file = request.url}};
        if (Clock::now() - transfer.lastByte > request.stall)
            return stalledError(request.url, request.stall);
        tick();
        state = curl_multi_poll(multi, nullptr, 0, kPollMs, nullptr);
    }
    if (state != CURLM_OK)
        return Error{ErrorCode::Internal, std::string("libcurl: ") + curl_multi_strerror(state), {.file = request.url}};
    if (!transfer.sinkResult.ok())
        return transfer.sinkResult.error();
    if (*code != CURLE_OK)
        return transferError(request.url, *code, transfer.errorText.data());
    if (!transfer.begin()) // a response without a body
        return transfer.sinkResult.error();
    return {};
}

} // namespace dnas
