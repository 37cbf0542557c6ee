// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ordinary archives: what is good is unpacked whole, within its limits.
#include "tests/core/fetch/unpack_fixture.h"

using namespace unpack_test;

class UnpackTest : public QObject, Fixture {
    Q_OBJECT
private slots:
    void init() { newRoom(); }

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
};

QTEST_GUILESS_MAIN(UnpackTest)
#include "tst_unpack.moc"
