// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Unpacking that ends early: on a full disk, stopped, killed, beside another one.
#include "tests/core/fetch/unpack_fixture.h"

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace unpack_test;

class UnpackInterruptedTest : public QObject, Fixture {
    Q_OBJECT
private slots:
    void init() { newRoom(); }

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
};

QTEST_GUILESS_MAIN(UnpackInterruptedTest)
#include "tst_unpack_interrupted.moc"
