// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See http_errors.h.
#include "core/fetch/http_errors.h"

#include <curl/curl.h>

#include <strings.h>

namespace dnas {

namespace {

const char *const kGoOn = "; what came stays, start again to go on from there";

std::string hostOf(const std::string &url)
{
    const std::size_t begin = url.find("://");
    if (begin == std::string::npos)
        return url;
    const std::string rest = url.substr(begin + 3);
    return rest.substr(0, rest.find_first_of("/?#"));
}

} // namespace

bool isHttps(const std::string &url) { return strncasecmp(url.c_str(), "https://", 8) == 0; }

bool isHttp(const std::string &url) { return isHttps(url) || strncasecmp(url.c_str(), "http://", 7) == 0; }

Error transferError(const std::string &url, int code, const std::string &detail)
{
    const std::string host = hostOf(url);
    std::string text;
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        text = "no host " + host + " is known; check the address and the network";
        break;
    case CURLE_COULDNT_RESOLVE_PROXY:
        text = "the proxy is not known; check http_proxy and https_proxy";
        break;
    case CURLE_COULDNT_CONNECT:
        text = host + " takes no connection; check the network, or try later";
        break;
    case CURLE_TOO_MANY_REDIRECTS:
        text = host + " redirects too many times; the address may have changed, look at it in a browser";
        break;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
        if (detail.find("HTTP/0.9") != std::string::npos || code == CURLE_WEIRD_SERVER_REPLY) {
            text = host + " does not speak HTTP; check the address";
            break;
        }
        text = host + " redirects to something that is not " + (isHttps(url) ? "https" : "http or https") +
               ", which is not followed; the address may have changed";
        break;
    case CURLE_URL_MALFORMAT:
        return invalidInput("is no address that can be fetched", {.file = url});
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        text = host + " cannot prove who it is (" + detail + "); check the clock of this computer and ca-certificates";
        break;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        text = host + " closed the connection early" + kGoOn;
        break;
    default:
        text = "cannot be fetched: " + (detail.empty() ? std::string("no reason given") : detail);
        break;
    }
    return ioError(text, {.file = url});
}

Error statusError(const std::string &url, long status)
{
    const std::string number = " (status " + std::to_string(status) + ")";
    std::string text;
    if (status == 404 || status == 410)
        text = "the server does not have the file" + number + "; the address may have changed";
    else if (status == 401 || status == 403)
        text = "the server does not give the file to us" + number + "; look at the address in a browser";
    else if (status == 429 || status >= 500)
        text = "the server cannot give the file now" + number + "; try later";
    else
        text = "the server answers something else than the file" + number + "; look at the address in a browser";
    return ioError(text, {.file = url});
}

Error stalledError(const std::string &url, std::chrono::seconds silence)
{
    return ioError(hostOf(url) + " has sent nothing for " + std::to_string(silence.count()) + " s" + kGoOn,
                   {.file = url});
}

Error closedEarlyError(const std::string &url, std::int64_t came, std::int64_t promised)
{
    return ioError(hostOf(url) + " ended after " + std::to_string(came) + " of " + std::to_string(promised) + " bytes" +
                       kGoOn,
                   {.file = url});
}

} // namespace dnas
