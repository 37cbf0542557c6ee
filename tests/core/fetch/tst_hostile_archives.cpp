// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Archives that are hostile or odd: of what is not good nothing is left, inside the folder or out of it.
#include "tests/core/fetch/unpack_fixture.h"

#include <sys/stat.h>

using namespace unpack_test;

class HostileArchivesTest : public QObject, Fixture {
    Q_OBJECT
private slots:
    void init() { newRoom(); }

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
};

QTEST_GUILESS_MAIN(HostileArchivesTest)
#include "tst_hostile_archives.moc"
