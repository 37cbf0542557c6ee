// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files: nothing half-written, old content kept on failure, errors that name the file; resources and SHA-256.
#include "core/base/files.h"
#include "tests/support/result_checks.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace dnas;
namespace fs = std::filesystem;

namespace {

fs::path folderOf(const QTemporaryDir &dir) { return dir.path().toStdString(); }

std::size_t entriesIn(const fs::path &folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// Sets an environment variable until the end of its scope.
class ScopedVariable {
public:
    ScopedVariable(const char *name, const std::string &value)
        : m_name(name)
        , m_old(qgetenv(name))
    {
        qputenv(name, value.c_str());
    }
    ~ScopedVariable() { qputenv(m_name, m_old); }

private:
    const char *m_name;
    QByteArray m_old;
};

} // namespace

class FilesTest : public QObject {
    Q_OBJECT
private slots:
    void writesAndReadsBack()
    {
        const QTemporaryDir dir;
        const fs::path path = folderOf(dir) / "a.bin";
        const std::string content("zero \0 and \xff", 12);
        VERIFY_OK(writeAtomically(path, content));
        const Result<std::string> text = readText(path);
        VERIFY_OK(text);
        QCOMPARE(*text, content);
        const Result<std::vector<std::byte>> bytes = readBytes(path);
        VERIFY_OK(bytes);
        QCOMPARE(bytes->size(), content.size());
        VERIFY_OK(writeAtomically(path, ""));
        QCOMPARE(*readText(path), std::string());
        QCOMPARE(entriesIn(folderOf(dir)), std::size_t{1});
    }

    void readsLargeFilesAndFilesWithoutSize()
    {
        const QTemporaryDir dir;
        const std::string large(3'000'001, 'x');
        VERIFY_OK(writeAtomically(folderOf(dir) / "large", large));
        QCOMPARE(readText(folderOf(dir) / "large")->size(), large.size());
        QVERIFY(!readText("/proc/self/status")->empty());
    }

    /// A file of a stranger may name them: one has no end, the other never begins.
    void devicesAndPipesAreRefused()
    {
        QTemporaryDir dir;
        const fs::path pipe = folderOf(dir) / "pipe";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        for (const fs::path &path : {fs::path("/dev/zero"), pipe}) {
            const auto read = readText(path);
            QVERIFY(!read.ok());
            QVERIFY2(read.error().text().find("is a device or a pipe") != std::string::npos,
                     read.error().text().c_str());
        }
    }

    void keepsModeAndLink()
    {
        const QTemporaryDir dir;
        const fs::path target = folderOf(dir) / "target";
        VERIFY_OK(writeAtomically(target, "old"));
        fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write);
        fs::create_symlink("target", folderOf(dir) / "link");
        VERIFY_OK(writeAtomically(folderOf(dir) / "link", "new"));
        QVERIFY(fs::is_symlink(folderOf(dir) / "link"));
        QCOMPARE(*readText(target), std::string("new"));
        QCOMPARE(fs::status(target).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }

    void failureKeepsTheOldFile()
    {
        // A limit on the size of files stands in for a full disk: the write itself fails half-way.
        const QTemporaryDir dir;
        const fs::path path = folderOf(dir) / "a";
        VERIFY_OK(writeAtomically(path, "old"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const rlimit small{1000, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const Result<void> result = writeAtomically(path, std::string(5000, 'x'));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::Io);
        QCOMPARE(result.error().place.file, path.string());
        QCOMPARE(*readText(path), std::string("old"));
        QCOMPARE(entriesIn(folderOf(dir)), std::size_t{1});
    }

    void refusesWhatCannotBeWritten()
    {
        const QTemporaryDir dir;
        VERIFY_OK(writeAtomically(folderOf(dir) / "file", "old"));
        for (const fs::path &path : {folderOf(dir) / "missing" / "a", folderOf(dir) / "file" / "a", folderOf(dir),
                                     fs::path("/dev/full"), fs::path("")}) {
            const Result<void> result = writeAtomically(path, "x");
            QVERIFY2(!result.ok(), path.c_str());
            QCOMPARE(result.error().code, ErrorCode::Io);
        }
        QVERIFY(fs::is_character_file("/dev/full"));
        QCOMPARE(*readText(folderOf(dir) / "file"), std::string("old"));
        QCOMPARE(entriesIn(folderOf(dir)), std::size_t{1});
    }

    void readErrorsNameTheFile()
    {
        const QTemporaryDir dir;
        for (const fs::path &path : {folderOf(dir), folderOf(dir) / "missing"}) {
            const Result<std::string> text = readText(path);
            QVERIFY(!text.ok());
            QCOMPARE(text.error().code, ErrorCode::Io);
            QCOMPARE(text.error().place.file, path.string());
        }
    }

    void findsResources()
    {
        const QTemporaryDir dir;
        fs::create_directories(folderOf(dir) / "boards" / "more");
        VERIFY_OK(writeAtomically(folderOf(dir) / "boards" / "b.yaml", "x"));
        VERIFY_OK(writeAtomically(folderOf(dir) / "boards" / "more" / "a.yaml", "x"));
        VERIFY_OK(writeAtomically(folderOf(dir) / "boards" / "notes.txt", "x"));
        const ScopedVariable resources("PARETOSCOPE_RESOURCES", folderOf(dir).string());
        QCOMPARE(listResources("boards"), (std::vector<std::string>{"a", "b"}));
        QCOMPARE(*findResource("boards", "a"), folderOf(dir) / "boards" / "more" / "a.yaml");
        const std::string path = (folderOf(dir) / "boards" / "b.yaml").string();
        QCOMPARE(findResource("boards", path)->string(), path);
        const Result<fs::path> unknown = findResource("boards", "c");
        QVERIFY(!unknown.ok());
        QCOMPARE(unknown.error().code, ErrorCode::InvalidInput);
        QVERIFY(unknown.error().message.find("known: a, b") != std::string::npos);
        QVERIFY(!findResource("boards", "c.yaml").ok());
        QVERIFY(!findResource("boards", "").ok());
        QVERIFY(listResources("nothing").empty());
        QVERIFY(!findResource("nothing", "a").ok());
    }

    void choosesTheDataFolder()
    {
        QCOMPARE(dataFolder("/x"), fs::path("/x"));
        const ScopedVariable xdg("XDG_DATA_HOME", "/xdg");
        {
            const ScopedVariable data("PARETOSCOPE_DATA", "/data");
            QCOMPARE(dataFolder(), fs::path("/data"));
        }
        const ScopedVariable none("PARETOSCOPE_DATA", "");
        QCOMPARE(dataFolder(), fs::path("/xdg/paretoscope"));
        const ScopedVariable noXdg("XDG_DATA_HOME", "");
        const ScopedVariable home("HOME", "/home/me");
        QCOMPARE(dataFolder(), fs::path("/home/me/.local/share/paretoscope"));
    }

    void knownDigests()
    {
        // FIPS 180-4 examples.
        QCOMPARE(sha256("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }
};

QTEST_APPLESS_MAIN(FilesTest)
#include "tst_files.moc"
