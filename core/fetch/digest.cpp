// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See digest.h.
#include "core/fetch/digest.h"

#include "core/base/files.h"
#include "core/fetch/disk.h"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <memory>
#include <unistd.h>
#include <vector>

namespace dnas {

namespace {

class DigestStream {
public:
    explicit DigestStream(const EVP_MD *kind)
        : m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
        , m_ok(m_context && EVP_DigestInit_ex(m_context.get(), kind, nullptr) == 1)
    {
    }
    void add(const void *bytes, std::size_t count)
    {
        m_ok = m_ok && EVP_DigestUpdate(m_context.get(), bytes, count) == 1;
    }
    /// Empty when OpenSSL does not provide the digest (MD5 under FIPS rules).
    std::string hex()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned length = 0;
        if (!m_ok || EVP_DigestFinal_ex(m_context.get(), digest.data(), &length) != 1)
            return {};
        return hexadecimal({digest.data(), length});
    }

private:
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> m_context;
    bool m_ok;
};

} // namespace

Result<Digests> digestsOf(int descriptor, const std::filesystem::path &path, DigestKinds kinds,
                          const std::function<void(std::int64_t)> &read, const StopToken &stop)
{
    const bool withMd5 = kinds == DigestKinds::Sha256AndMd5;
    DigestStream sha256(EVP_sha256());
    DigestStream md5(EVP_md5());
    std::vector<char> buffer(std::size_t{1} << 20);
    std::int64_t done = 0;
    for (;;) {
        if (stop.requested())
            return Error{ErrorCode::Cancelled, "stopped while the file was checked", {.file = path.string()}};
        const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path, "cannot be read", errno);
        if (got == 0)
            break;
        sha256.add(buffer.data(), static_cast<std::size_t>(got));
        if (withMd5)
            md5.add(buffer.data(), static_cast<std::size_t>(got));
        done += got;
        if (read)
            read(done);
    }
    const Digests digests{sha256.hex(), withMd5 ? md5.hex() : std::string()};
    if (digests.sha256.empty() || (withMd5 && digests.md5.empty()))
        return Error{ErrorCode::Internal,
                     "OpenSSL on this computer does not compute the digest that the file is to be checked with",
                     {.file = path.string()}};
    return digests;
}

} // namespace dnas
