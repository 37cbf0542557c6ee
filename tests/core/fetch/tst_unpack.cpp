// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Archives good and hostile: what is good is unpacked whole, of what is not nothing is left, inside the folder or out
// of it.
#include "core/base/files.h"
#include "core/fetch/unpack.h"
#include "tests/support/result_checks.h"

#include <archive.h>
#include <archive_entry.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <memory>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace dnas;
namespace fs = std::filesystem;

namespace {

using Contents = std::map<std::string, std::string>;

/// An ordinary archive by libarchive itself.
void writeArchive(const fs::path &path, int format, int filter, const Contents &contents)
{
    const std::unique_ptr<archive, int (*)(archive *)> writer(archive_write_new(), archive_write_free);
    archive_write_set_format(writer.get(), format);
    archive_write_add_filter(writer.get(), filter);
    QCOMPARE(archive_write_open_filename(writer.get(), path.c_str()), ARCHIVE_OK);
    for (const auto &[name, content] : contents) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
        QCOMPARE(archive_write_header(writer.get(), entry.get()), ARCHIVE_OK);
        QCOMPARE(archive_write_data(writer.get(), content.data(), content.size()),
                 static_cast<la_ssize_t>(content.size()));
    }
    QCOMPARE(archive_write_close(writer.get()), ARCHIVE_OK);
}

/// Everything below the folder, without following links.
Contents contentsOf(const fs::path &folder)
{
    Contents found;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = fs::relative(entry.path().parent_path(), folder) / entry.path().filename();
        const fs::file_status status = entry.symlink_status();
        found[fs::path(name).lexically_normal()] = fs::is_symlink(status)
                                                       ? "-> " + fs::read_symlink(entry.path()).string()
                                                   : fs::is_directory(status) ? "folder"
                                                                              : *readText(entry.path());
    }
    return found;
}

std::string noise(std::size_t size)
{
    std::string text(size, '\0');
    unsigned state = 1;
    for (char &letter : text)
        letter = static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
    return text;
}

} // namespace

class UnpackTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_room = std::make_unique<QTemporaryDir>();
        m_top = fs::path(m_room->path().toStdString());
        m_folder = m_top / "in" / "deep" / "target"; // so that ".." leads to where it is seen
        fs::create_directories(m_folder.parent_path());
    }

    void unpacks_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("filter");
        QTest::newRow("tar") << ARCHIVE_FORMAT_TAR_PAX_RESTRICTED << ARCHIVE_FILTER_NONE;
        QTest::newRow("tar.gz") << ARCHIVE_FORMAT_TAR_USTAR << ARCHIVE_FILTER_GZIP;
        QTest::newRow("tar.bz2") << ARCHIVE_FORMAT_TAR_GNUTAR << ARCHIVE_FILTER_BZIP2;
        QTest::newRow("tar.xz") << ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE << ARCHIVE_FILTER_XZ;
        QTest::newRow("tar.zst") << ARCHIVE_FORMAT_TAR_PAX_RESTRICTED << ARCHIVE_FILTER_ZSTD;
        QTest::newRow("zip") << ARCHIVE_FORMAT_ZIP << ARCHIVE_FILTER_NONE;
    }
    void unpacks()
    {
        QFETCH(int, format);
        QFETCH(int, filter);
        const Contents contents{{"top/a.txt", "text"}, {"top/empty", ""}, {"top/sub/b.bin", noise(1'000'000)}};
        const fs::path archive = m_top / "archive";
        writeArchive(archive, format, filter, contents);
        std::vector<UnpackProgress> seen;
        const auto outcome = unpack(
            {.archive = archive, .folder = m_folder}, [&](const UnpackProgress &now) { seen.push_back(now); }, m_stop);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->files, std::int64_t{3});
        QCOMPARE(outcome->bytes, std::int64_t{1'000'004});
        Contents expected = contents;
        expected["top"] = expected["top/sub"] = "folder";
        QCOMPARE(contentsOf(m_folder), expected);
        QCOMPARE(seen.back().bytes, std::int64_t{1'000'004});
        QCOMPARE(seen.back().entries, std::int64_t{3});
        QCOMPARE(seen.back().share, 1.0);
        for (const UnpackProgress &now : seen)
            QVERIFY(now.share >= 0 && now.share <= 1);

        // The same with its top left out, into a folder that is there and empty, named with a slash at its end.
        const fs::path other = m_folder.parent_path() / "other";
        fs::create_directory(other);
        VERIFY_OK(unpack({.archive = archive, .folder = other / "", .strip = "top"}, {}, m_stop));
        QCOMPARE(*readText(other / "sub" / "b.bin"), contents.at("top/sub/b.bin"));
        QVERIFY(fs::exists(other / "a.txt") && !fs::exists(other / "top"));
        QCOMPARE(std::distance(fs::directory_iterator(m_folder.parent_path()), fs::directory_iterator()),
                 std::ptrdiff_t{2});
    }

    void leavesTheTopWhenThereIsMore()
    {
        const fs::path archive = m_top / "archive";
        writeArchive(archive, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"top/a", "1"}, {"beside", "2"}});
        VERIFY_OK(unpack({.archive = archive, .folder = m_folder, .strip = "top"}, {}, m_stop));
        QCOMPARE(contentsOf(m_folder), (Contents{{"top", "folder"}, {"top/a", "1"}, {"beside", "2"}}));
        for (const char *strip : {"a/b", "..", "/", "top/"})
            QCOMPARE(unpack({.archive = archive, .folder = m_folder, .strip = strip}, {}, m_stop).error().code,
                     ErrorCode::InvalidInput);
    }

    void refusesHostileOnes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("entry");
        const auto row = [](const char *file, const char *words, const char *entry = "") {
            QTest::newRow(file) << QString::fromUtf8(file) << QString::fromUtf8(words) << QString::fromUtf8(entry);
        };
        row("name_dotdot.tar", "\"..\"", "../evil");
        row("name_dotdot_inside.tar", "\"..\"", "a/../../evil");
        row("name_dotdot_end.tar", "\"..\"", "a/..");
        row("name_absolute.tar", "absolute path");
        row("name_slash.tar", "absolute path");
        row("name_dot.tar", "empty name");
        row("name_backslash.tar", "backslash");
        row("name_drive.tar", "drive letter", "C:/evil");
        row("name_newline.tar", "control characters", "a?evil");
        row("name_escape.tar", "control characters", "a?[2Jevil");
        row("name_c1.tar", "control characters", "a?evil");
        row("name_latin1.tar", "not UTF-8", "evil?");
        row("name_deep.tar", "32 folders deep");
        row("name_long_name.tar", "more than 255 bytes");
        row("name_long_path.tar", "more than 1024 bytes");
        row("link_absolute.tar", "absolute path", "l");
        row("link_up.tar", "leaves the folder", "l");
        row("link_up_deep.tar", "leaves the folder", "a/b/l");
        row("link_down_up.tar", "down and up", "a/l");
        row("link_chain.tar", "down and up", "z");
        row("link_strip.tar", "leaves the folder", "top/l");
        row("link_empty.tar", "empty name", "l");
        row("link_through.tar", "a file or a link, not a folder", "d/evil");
        row("link_over.tar", "twice", "d");
        row("hard_up.tar", "\"..\"", "l");
        row("hard_absolute.tar", "absolute path", "l");
        row("hard_missing.tar", "not a file in the archive before it", "l");
        row("hard_of_link.tar", "not a file in the archive before it", "m");
        row("hard_through.tar", "a file or a link, not a folder", "m");
        row("kind_pipe.tar", "a device, a pipe", "p");
        row("kind_characters.tar", "a device, a pipe", "c");
        row("kind_blocks.tar", "a device, a pipe", "b");
        row("twice_file.tar", "twice", "good.txt");
        row("twice_dots.tar", "twice", "./good.txt");
        row("twice_folder_file.tar", "twice", "a");
        row("twice_file_folder.tar", "a file or a link, not a folder", "a/");
        row("file_as_folder.tar", "a file or a link, not a folder", "a/b");
        row("many.tar", "more than 10 files and folders", "f10");
        row("many_folders.tar", "more than 10 files and folders");
        row("bomb.tar.gz", "no honest data set", "zeros");
        row("bomb.zip", "no honest data set", "zeros1");
        row("sparse_bomb.tar", "more than 1 TB", "holes");
        row("cut.tar", "cut off");
        row("cut.gz", "cut off");
        row("cut.bz2", "cut off");
        row("cut.xz", "cut off");
        row("twice_packed.tar.gz", "more than once");
        row("nothing", "no archive of a known kind");
        row("text", "no archive of a known kind");
        row("zero_blocks", "holds nothing");
        row("zip_dotdot.zip", "\"..\"", "../evil");
        row("zip_absolute.zip", "absolute path");
        row("zip_backslash.zip", "");
        row("zip_link.zip", "leaves the folder", "l");
        row("zip_cut.zip", "no archive of a known kind");
        row("zip_checksum.zip", "damaged");
        row("zip_shorter.zip", "damaged");
        row("zip_longer.zip", "damaged");
        row("zip_encrypted.zip", "encrypted", "f");
    }
    void refusesHostileOnes()
    {
        if (!makeHostile())
            QSKIP("NO PYTHON 3: hostile archives are not tested");
        QFETCH(QString, file);
        QFETCH(QString, words);
        QFETCH(QString, entry);
        const fs::path archive = hostile(file.toStdString());
        QVERIFY(fs::exists(archive));
        const Contents before = contentsOf(m_top);
        UnpackRequest request{.archive = archive, .folder = m_folder, .strip = "top", .mostBytes = 1'000'000'000'000};
        request.mostEntries = 10;
        const auto outcome = unpack(request, {}, m_stop);
        QVERIFY(!outcome.ok());
        const QString text = QString::fromStdString(outcome.error().text());
        QCOMPARE(outcome.error().code, ErrorCode::InvalidInput);
        QCOMPARE(outcome.error().place.file, archive.string());
        QVERIFY2(text.contains(words) && !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\x1b')),
                 qPrintable(text));
        if (!entry.isEmpty())
            QCOMPARE(QString::fromStdString(outcome.error().place.key), entry);
        QCOMPARE(contentsOf(m_top), before);
        QVERIFY(!fs::exists(hostile("outside")));
    }

    void takesOddOnesThatAreHarmless()
    {
        if (!makeHostile())
            QSKIP("NO PYTHON 3: odd archives are not tested");
        const auto outcome = unpack({.archive = hostile("harmless.tar"), .folder = m_folder}, {}, m_stop);
        VERIFY_OK(outcome);
        QCOMPARE(contentsOf(m_folder), (Contents{{"a", "folder"},
                                                 {"a/b", "folder"},
                                                 {"a/b/f", "good"},
                                                 {"a/b/up", "-> ../../a"},
                                                 {"a/l", "-> b/f"},
                                                 {"gr\xC3\xBCn", "folder"},
                                                 {"gr\xC3\xBCn/\xC3\xBC.txt", "good"},
                                                 {"h", "good"}}));
        struct stat info {};
        QCOMPARE(::stat((m_folder / "a/b/f").c_str(), &info), 0);
        QCOMPARE(info.st_mode & 07111, 0U); // no set-user-id, nothing to run
        QCOMPARE(::stat((m_folder / "a").c_str(), &info), 0);
        QCOMPARE(info.st_mode & 07700, 0700U);
        const fs::path zip = m_folder.parent_path() / "zip";
        VERIFY_OK(unpack({.archive = hostile("utf8.zip"), .folder = zip}, {}, m_stop));
        QCOMPARE(*readText(zip / "gr\xC3\xBCn" / "\xC3\xBC.txt"), std::string("good"));
        const fs::path holes = m_folder.parent_path() / "holes";
        VERIFY_OK(unpack({.archive = hostile("sparse_good.tar"), .folder = holes}, {}, m_stop));
        std::string expected(100'000, '\0');
        expected.replace(50'000, 6, "middle");
        QCOMPARE(*readText(holes / "holes"), expected);
    }

    void keepsToTheLimits()
    {
        const fs::path archive = m_top / "archive";
        writeArchive(archive, ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, {{"a", noise(600)}, {"b", noise(600)}});
        const Contents before = contentsOf(m_top);
        UnpackRequest request{.archive = archive, .folder = m_folder, .mostBytes = 1199};
        const auto tooLarge = unpack(request, {}, m_stop);
        QVERIFY(!tooLarge.ok());
        QCOMPARE(tooLarge.error().place.key, std::string("b"));
        QCOMPARE(contentsOf(m_top), before);
        request.mostBytes = 1200;
        request.mostEntries = 2;
        VERIFY_OK(unpack(request, {}, m_stop));
    }

    void saysThatThereIsNoSpace()
    {
        if (!makeHostile())
            QSKIP("NO PYTHON 3: an archive that needs a huge disk is not tested");
        const Contents before = contentsOf(m_top);
        UnpackRequest request{.archive = hostile("claims_much.tar"), .folder = m_folder};
        request.mostBytes = std::int64_t{1} << 60;
        request.mostRatio = 1e30;
        const auto outcome = unpack(request, {}, m_stop);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::Io);
        QVERIFY2(outcome.error().message.find("no space on the disk") == 0, outcome.error().message.c_str());
        QCOMPARE(contentsOf(m_top), before);
    }

    void leavesNothingWhenTheDiskTakesNoMore()
    {
        const fs::path archive = m_top / "archive";
        writeArchive(archive, ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, {{"a", "1"}, {"b", noise(100'000)}});
        const Contents before = contentsOf(m_top);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const rlimit small{50'000, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto outcome = unpack({.archive = archive, .folder = m_folder}, {}, m_stop);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::Io);
        QCOMPARE(outcome.error().place.key, std::string("b"));
        QCOMPARE(contentsOf(m_top), before);
    }

    void leavesNothingWhenStopped()
    {
        const fs::path archive = m_top / "archive";
        writeArchive(archive, ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP,
                     {{"a", noise(1'000'000)}, {"b", noise(1'000'000)}, {"c", noise(1'000'000)}});
        const Contents before = contentsOf(m_top);
        StopToken stop;
        const auto outcome = unpack(
            {.archive = archive, .folder = m_folder},
            [&](const UnpackProgress &now) {
                if (now.bytes > 0)
                    stop.request(StopRequest::Stop);
            },
            stop);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QCOMPARE(contentsOf(m_top), before);
    }

    void cleansUpAfterOneThatWasKilled()
    {
        const fs::path archive = m_top / "archive";
        writeArchive(archive, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"a", "new"}});
        const fs::path left = fs::path(m_folder) += ".unpacking";
        fs::create_directories(left / "sub");
        std::ofstream(left / "a") << "old";
        std::ofstream(left / "sub" / "b") << "old";
        fs::create_directory_symlink(m_top, left / "link"); // is removed, not followed
        VERIFY_OK(unpack({.archive = archive, .folder = m_folder}, {}, m_stop));
        QCOMPARE(contentsOf(m_folder), (Contents{{"a", "new"}}));
        QVERIFY(!fs::exists(left) && fs::exists(archive));

        // Killed between the name and the end: what is there is refused, and what was left goes.
        fs::create_directory(left);
        const auto again = unpack({.archive = archive, .folder = m_folder}, {}, m_stop);
        QVERIFY(!again.ok());
        QVERIFY2(again.error().message.find("not empty") != std::string::npos, again.error().message.c_str());
        QVERIFY(!fs::exists(left));
        QCOMPARE(contentsOf(m_folder), (Contents{{"a", "new"}}));
    }

    void aSecondOneIsTold()
    {
        const fs::path archive = m_top / "archive";
        writeArchive(archive, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"a", "new"}});
        const fs::path busy = fs::path(m_folder) += ".unpacking";
        fs::create_directory(busy);
        std::ofstream(busy / "a") << "of the other one";
        const int other = ::open(busy.c_str(), O_RDONLY | O_DIRECTORY);
        QCOMPARE(::flock(other, LOCK_EX), 0);
        const auto outcome = unpack({.archive = archive, .folder = m_folder}, {}, m_stop);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::Locked);
        QVERIFY(fs::exists(busy / "a"));
        ::close(other);
        VERIFY_OK(unpack({.archive = archive, .folder = m_folder}, {}, m_stop));
    }

    void refusesWhatIsNoArchiveFile()
    {
        for (const fs::path &path : {m_top / "missing", m_top, fs::path("/dev/zero")}) {
            const auto outcome = unpack({.archive = path, .folder = m_folder}, {}, m_stop);
            QVERIFY(!outcome.ok());
            QCOMPARE(outcome.error().place.file, path.string());
        }
        const fs::path archive = m_top / "archive";
        writeArchive(archive, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"a", "new"}});
        for (const fs::path &folder : {fs::path(), fs::path("/"), m_top / "..", archive, archive / "below"})
            QVERIFY(!unpack({.archive = archive, .folder = folder}, {}, m_stop).ok());
        fs::create_directory_symlink(m_top / "elsewhere", m_folder);
        QVERIFY(!unpack({.archive = archive, .folder = m_folder}, {}, m_stop).ok());
        QVERIFY(!fs::exists(m_top / "elsewhere"));
    }

private:
    /// Once for all tests, since it starts an interpreter.
    bool makeHostile()
    {
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (python.isEmpty() || m_made)
            return m_made;
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(python, {QStringLiteral(HOSTILE_ARCHIVES), m_hostile.path(),
                               m_hostile.filePath(QStringLiteral("outside"))});
        m_made = process.waitForFinished() && process.exitCode() == 0;
        return m_made;
    }
    fs::path hostile(const std::string &name) const { return fs::path(m_hostile.path().toStdString()) / name; }

    QTemporaryDir m_hostile;
    bool m_made = false;
    std::unique_ptr<QTemporaryDir> m_room;
    fs::path m_top;
    fs::path m_folder;
    StopToken m_stop;
};

QTEST_GUILESS_MAIN(UnpackTest)
#include "tst_unpack.moc"
