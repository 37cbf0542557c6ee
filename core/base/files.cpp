// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole files by POSIX calls, since streams do not say why they failed.
#include "core/base/files.h"

#include "core/base/descriptor.h"
#include "core/base/joined.h"
#include "core/base/names.h"
#include "core/base/system_error.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace dnas {

namespace fs = std::filesystem;

namespace {

template <typename Container>
Result<Container> readAll(const fs::path &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)); // a pipe must not block
    if (!file.valid())
        return systemError(path, "cannot be opened", errno);
    struct stat info {};
    if (::fstat(file.number(), &info) != 0)
        return systemError(path, "cannot be read", errno);
    if (S_ISDIR(info.st_mode))
        return ioError("is a folder, not a file; name a file in it", {.file = path.string()});
    if (!S_ISREG(info.st_mode))
        return ioError("is a device or a pipe; name a file", {.file = path.string()});

    Container content;
    if (info.st_size > 0)
        content.resize(static_cast<std::size_t>(info.st_size));
    std::size_t done = 0;
    // One read past the expected end tells whether the file has grown, and serves files without a size (/proc).
    for (;;) {
        if (done == content.size())
            content.resize(std::max<std::size_t>(done + 4096, done + done / 2));
        const ssize_t got = ::read(file.number(), content.data() + done, content.size() - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path, "cannot be read", errno);
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    content.resize(done);
    return content;
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(file, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

fs::path environmentPath(const char *variable)
{
    const char *value = std::getenv(variable);
    return value ? fs::path(value) : fs::path();
}

/// All YAML files of a kind, sub-folders too, sorted by name and then by path.
std::vector<fs::path> resourceFiles(std::string_view kind)
{
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator at(resourceFolder() / kind, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code ignored;
        if (at->path().extension() == ".yaml" && at->is_regular_file(ignored))
            files.push_back(at->path());
    }
    std::sort(files.begin(), files.end(),
              [](const fs::path &a, const fs::path &b) { return std::pair(a.stem(), a) < std::pair(b.stem(), b); });
    return files;
}

} // namespace

Result<std::string> readText(const fs::path &path) { return readAll<std::string>(path); }

Result<std::vector<std::byte>> readBytes(const fs::path &path) { return readAll<std::vector<std::byte>>(path); }

Result<void> writeAtomically(const fs::path &wanted, std::string_view bytes)
{
    std::error_code error;
    // A link keeps being a link: what it points at is replaced.
    fs::path path = wanted;
    if (fs::is_symlink(wanted, error)) {
        path = fs::weakly_canonical(wanted, error);
        if (error)
            return systemError(wanted, "cannot be written", error.value());
    }
    struct stat old {};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode))
        return ioError("cannot be written: it exists and is not an ordinary file; choose another name",
                       {.file = wanted.string()});
    if (!path.has_filename())
        return ioError("cannot be written: this is not a file name", {.file = wanted.string()});

    static std::atomic<unsigned> counter{0};
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const fs::path temporary = folder / ("." + path.filename().string() + "." + std::to_string(::getpid()) + "-" +
                                         std::to_string(counter++) + ".tmp");
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file.valid())
        return systemError(wanted, "cannot be written", errno);

    const auto giveUp = [&](int number) {
        ::unlink(temporary.c_str());
        return systemError(wanted, "cannot be written", number);
    };
    if (exists && ::fchmod(file.number(), old.st_mode & 07777) != 0)
        return giveUp(errno);
    if (!writeAll(file.number(), bytes) || ::fsync(file.number()) != 0 || file.close() != 0)
        return giveUp(errno);
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return giveUp(errno);
    syncFolder(folder);
    return {};
}

fs::path resourceFolder()
{
    if (const fs::path chosen = environmentPath("PARETOSCOPE_RESOURCES"); !chosen.empty())
        return chosen;
    std::error_code error;
    const fs::path installed(PARETOSCOPE_INSTALLED_RESOURCES);
    return fs::is_directory(installed, error) ? installed : fs::path(PARETOSCOPE_SOURCE_RESOURCES);
}

Result<fs::path> findResource(std::string_view kind, std::string_view nameOrPath)
{
    if (isPath(nameOrPath)) {
        std::error_code error;
        const fs::path path(nameOrPath);
        if (!fs::exists(path, error))
            return invalidInput("there is no such file; check the path", {.file = path.string()});
        return path;
    }
    const std::vector<fs::path> files = resourceFiles(kind);
    for (const fs::path &file : files) {
        if (file.stem() == nameOrPath)
            return file;
    }
    const std::string known = joined(files, [](const fs::path &file) { return file.stem().string(); });
    return invalidInput(
        "there is no '" + std::string(nameOrPath) + "' among the " + std::string(kind) +
        (known.empty() ? " (none are in " + (resourceFolder() / kind).string() + ")" : "; known: " + known) +
        "; a file is named by its path, ending in .yaml");
}

std::vector<std::string> listResources(std::string_view kind)
{
    std::vector<std::string> names;
    for (const fs::path &file : resourceFiles(kind))
        names.push_back(file.stem().string());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

fs::path dataFolder(const fs::path &chosen)
{
    if (!chosen.empty())
        return chosen;
    if (fs::path path = environmentPath("PARETOSCOPE_DATA"); !path.empty())
        return path;
    if (const fs::path path = environmentPath("XDG_DATA_HOME"); path.is_absolute())
        return path / "paretoscope";
    return environmentPath("HOME") / ".local/share/paretoscope";
}

std::string hexadecimal(std::span<const unsigned char> bytes)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string sha256(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    return hexadecimal({digest.data(), length});
}

} // namespace dnas
