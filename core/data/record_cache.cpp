// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See record_cache.h. A file is: 64 bytes of its key, three 64-bit numbers (records, bytes of one, failures), the
// records from byte 4096 on, then a line for each failure.
#include "core/data/record_cache.h"

#include "core/base/files.h"
#include "core/base/guarded.h"
#include "core/data/fresh_file.h"
#include "core/data/mapped_file.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

namespace dnas {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeader = 4096;
constexpr std::size_t kKeyDigits = 64;
constexpr unsigned kMostThreads = 8;
constexpr std::size_t kMostReason = 400;

std::string keyOf(const RecordRequest &request)
{
    return sha256("records 1\n" + request.recipe + '\n' + request.sources + '\n' + std::to_string(request.records) +
                  ' ' + std::to_string(request.bytes));
}

struct Header {
    std::uint64_t records = 0, bytes = 0, failures = 0;
};

class MappedRecords : public Records {
public:
    MappedRecords(MappedFile file, const Header &header, std::vector<Failure> failures, std::string key)
        : m_file(std::move(file))
        , m_header(header)
        , m_failures(std::move(failures))
        , m_key(std::move(key))
    {
    }
    std::span<const std::byte> record(std::int64_t index) const override
    {
        return m_file.bytes().subspan(kHeader + static_cast<std::size_t>(index) * m_header.bytes, m_header.bytes);
    }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_header.records); }
    const std::vector<Failure> &failures() const override { return m_failures; }
    const std::string &key() const override { return m_key; }
    void release() const override { m_file.release(); }

private:
    MappedFile m_file;
    Header m_header;
    std::vector<Failure> m_failures;
    std::string m_key;
};

/// Lines "NUMBER REASON"; nothing when one of them is no such line.
std::optional<std::vector<Records::Failure>> readFailures(std::string_view text, const Header &header)
{
    std::vector<Records::Failure> failures;
    while (failures.size() < header.failures) {
        const std::size_t end = text.find('\n');
        const std::size_t blank = text.find(' ');
        Records::Failure failure;
        if (end == std::string_view::npos || blank >= end ||
            std::from_chars(text.data(), text.data() + blank, failure.record).ec != std::errc() || failure.record < 0 ||
            failure.record >= static_cast<std::int64_t>(header.records))
            return std::nullopt;
        failure.reason = text.substr(blank + 1, end - blank - 1);
        failures.push_back(std::move(failure));
        text.remove_prefix(end + 1);
    }
    return failures;
}

/// Null when there is no such file or it is not what its name says.
std::shared_ptr<const Records> openExisting(const fs::path &path, const RecordRequest &request, const std::string &key)
{
    auto file = MappedFile::open(path);
    if (!file.ok())
        return nullptr;
    const auto bytes = file->bytes();
    const std::size_t records = static_cast<std::size_t>(request.records) * request.bytes;
    if (bytes.size() < kHeader + records || std::memcmp(bytes.data(), key.data(), kKeyDigits) != 0)
        return nullptr;
    Header header;
    std::memcpy(&header, bytes.data() + kKeyDigits, sizeof header);
    if (header.records != static_cast<std::uint64_t>(request.records) || header.bytes != request.bytes)
        return nullptr;
    const auto tail = bytes.subspan(kHeader + records);
    auto failures = readFailures({reinterpret_cast<const char *>(tail.data()), tail.size()}, header);
    if (!failures)
        return nullptr;
    return std::make_shared<MappedRecords>(std::move(*file), header, std::move(*failures), key);
}

/// Fills all records on several threads.
class Filling {
public:
    Filling(const RecordRequest &request, const FreshFile &file)
        : m_request(request)
        , m_file(file)
    {
    }

    /// Errors: stopped, the file cannot be written.
    Result<void> run(const WorkProgressFunction &progress, const StopToken *stop)
    {
        const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
        {
            std::vector<std::jthread> workers;
            for (unsigned i = 0; i < threads; ++i)
                workers.emplace_back([this] { work(); });
            while (m_finished.load() < threads) {
                if (stop && stop->requested())
                    m_stopped = true;
                if (progress)
                    progress({m_request.what, m_done.load(), m_request.records});
                std::this_thread::sleep_for(std::chrono::milliseconds(m_request.records < 1000 ? 2 : 50));
            }
        }
        if (progress)
            progress({m_request.what, m_done.load(), m_request.records});
        std::sort(failures.begin(), failures.end(), [](const auto &a, const auto &b) { return a.record < b.record; });
        if (m_unwritable)
            return *m_unwritable;
        if (m_stopped)
            return Error{ErrorCode::Cancelled, "stopped while " + m_request.what, {}};
        return {};
    }

    std::vector<Records::Failure> failures;

private:
    void work()
    {
        std::vector<std::byte> record(m_request.bytes);
        for (std::int64_t i = m_next++; i < m_request.records && !m_stopped; i = m_next++) {
            std::fill(record.begin(), record.end(), std::byte{});
            const Result<void> made = guarded([&] { return m_request.make(i, record); });
            if (!made.ok()) {
                std::fill(record.begin(), record.end(), std::byte{});
                std::string reason = made.error().text().substr(0, kMostReason);
                std::replace(reason.begin(), reason.end(), '\n', ' ');
                const std::lock_guard lock(m_mutex);
                failures.push_back({i, std::move(reason)});
            }
            const auto written = m_file.write(kHeader + static_cast<std::size_t>(i) * m_request.bytes, record);
            if (!written.ok()) {
                const std::lock_guard lock(m_mutex);
                m_unwritable = written.error();
                m_stopped = true;
            }
            ++m_done;
        }
        ++m_finished;
    }

    const RecordRequest &m_request;
    const FreshFile &m_file;
    std::atomic<std::int64_t> m_next{0}, m_done{0};
    std::atomic<unsigned> m_finished{0};
    std::atomic<bool> m_stopped{false};
    std::mutex m_mutex;
    std::optional<Error> m_unwritable;
};

Result<void> makeFile(const fs::path &path, const RecordRequest &request, const std::string &key,
                      const WorkProgressFunction &progress, const StopToken *stop)
{
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    if (failure)
        return ioError("cannot be made (" + failure.message() + "); $PARETOSCOPE_CACHE may name another folder",
                       {.file = path.parent_path().string()});
    const std::size_t bytes = kHeader + static_cast<std::size_t>(request.records) * request.bytes;
    auto file = FreshFile::create(path, bytes);
    if (!file.ok())
        return Error{file.error().code,
                     file.error().message + "; $PARETOSCOPE_CACHE may name another folder",
                     {.file = path.parent_path().string()}};
    Filling filling(request, *file);
    if (const auto filled = filling.run(progress, stop); !filled.ok())
        return filled;
    const Header header{.records = static_cast<std::uint64_t>(request.records),
                        .bytes = request.bytes,
                        .failures = filling.failures.size()};
    std::string tail;
    for (const Records::Failure &failed : filling.failures)
        tail += std::to_string(failed.record) + ' ' + failed.reason + '\n';
    for (const auto &written : {file->write(bytes, std::as_bytes(std::span(tail))),
                                file->write(0, std::as_bytes(std::span(key).first(kKeyDigits))),
                                file->write(kKeyDigits, std::as_bytes(std::span(&header, 1)))}) {
        if (!written.ok())
            return written;
    }
    return file->keep();
}

} // namespace

fs::path cacheFolder()
{
    const auto of = [](const char *name) {
        const char *value = std::getenv(name);
        return value ? fs::path(value) : fs::path();
    };
    if (const fs::path chosen = of("PARETOSCOPE_CACHE"); !chosen.empty())
        return chosen;
    if (const fs::path caches = of("XDG_CACHE_HOME"); caches.is_absolute())
        return caches / "paretoscope";
    return of("HOME") / ".cache" / "paretoscope";
}

Result<std::shared_ptr<const Records>> openRecords(const RecordRequest &request, const WorkProgressFunction &progress,
                                                   const StopToken *stop)
{
    const std::string key = keyOf(request);
    const fs::path path = cacheFolder() / (key + ".records");
    if (auto existing = openExisting(path, request, key))
        return existing;
    if (const auto made = makeFile(path, request, key, progress, stop); !made.ok())
        return made.error();
    if (auto existing = openExisting(path, request, key))
        return existing;
    return ioError("was written and cannot be read back", {.file = path.string()});
}

} // namespace dnas
