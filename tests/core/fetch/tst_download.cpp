// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Downloads from a server that behaves well: what comes whole gets its name, and nothing is ever under the target's
// name that was not asked for.
#include "tests/core/fetch/download_fixture.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QThread>

#include <sys/stat.h>
#include <thread>

using namespace download_test;

class DownloadTest : public QObject, Fixture {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!begin())
            QSKIP("NO PYTHON 3: downloads are not tested");
    }
    void init() { newFolder(); }

    void fetchesAndChecks()
    {
        DownloadRequest request = of("ok");
        request.target = m_target.parent_path() / "new" / "folder" / "file";
        request.size = kSize;
        request.sha256 = QByteArray::fromStdString(sha256Of(m_content)).toUpper().toStdString();
        request.md5 = md5Of(m_content);
        std::vector<DownloadProgress> seen;
        const auto outcome = download(
            request, [&](const DownloadProgress &now) { seen.push_back(now); }, m_stop);
        VERIFY_OK(outcome);
        QVERIFY(outcome->verified && !outcome->wasThere);
        QCOMPARE(outcome->bytes, std::int64_t{kSize});
        QCOMPARE(outcome->sha256, sha256Of(m_content));
        QCOMPARE(bytesIn(request.target), m_content.toStdString());
        QCOMPARE(entries(request.target.parent_path()), QStringList{QStringLiteral("file")});
        QVERIFY(!seen.empty());
        QCOMPARE(seen.back().bytes, std::int64_t{kSize});
        QVERIFY(seen.back().size == std::optional<std::int64_t>(kSize));
        QCOMPARE(seen.back().stage, DownloadStage::Checking);
    }

    void reportsTheDigestWhereNoneIsPublished()
    {
        for (const char *behaviour : {"ok", "nolength", "redirect/8"}) {
            fs::remove(m_target);
            const auto outcome = download(of(behaviour), {}, m_stop);
            VERIFY_OK(outcome);
            QVERIFY(!outcome->verified);
            QCOMPARE(outcome->sha256, sha256Of(m_content));
            QCOMPARE(bytesIn(m_target), m_content.toStdString());
        }
    }

    void takesAnEmptyFile()
    {
        m_server.put("empty", 0, 0);
        const auto outcome = download({.url = m_server.url("ok", "empty"), .target = m_target}, {}, m_stop);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->sha256, sha256Of({}));
        QCOMPARE(names(), QStringList{QStringLiteral("file")});
    }

    void refusesNonsense_data()
    {
        QTest::addColumn<std::string>("url");
        QTest::addColumn<std::string>("sha256");
        QTest::newRow("file") << std::string("file:///etc/passwd") << std::string();
        QTest::newRow("ftp") << std::string("ftp://127.0.0.1/a") << std::string();
        QTest::newRow("no scheme") << std::string("127.0.0.1/a") << std::string();
        QTest::newRow("line break") << std::string("http://127.0.0.1/a\r\nHost: b") << std::string();
        QTest::newRow("short digest") << std::string("http://127.0.0.1/a") << std::string("abcd");
        QTest::newRow("no digest") << std::string("http://127.0.0.1/a") << std::string(64, 'x');
    }
    void refusesNonsense()
    {
        QFETCH(std::string, url);
        QFETCH(std::string, sha256);
        const auto outcome = download({.url = url, .target = m_target, .sha256 = sha256}, {}, m_stop);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::InvalidInput);
        QCOMPARE(names(), QStringList());
    }

    void neverNamesWhatHasAWrongDigest_data()
    {
        QTest::addColumn<bool>("byMd5");
        QTest::newRow("SHA-256") << false;
        QTest::newRow("MD5") << true;
    }
    void neverNamesWhatHasAWrongDigest()
    {
        QFETCH(bool, byMd5);
        DownloadRequest request = of("ok");
        (byMd5 ? request.md5 : request.sha256) = byMd5 ? md5Of("other") : sha256Of("other");
        for (int go = 0; go < 4; ++go) {
            if (go == 2)
                leaveHalf(request); // a resume is no way around the check
            if (go == 3) {
                leaveHalf(request);
                writeFile(m_part, m_content); // nor is a part that is whole
            }
            const auto outcome = download(request, {}, m_stop);
            QVERIFY(!outcome.ok());
            QCOMPARE(outcome.error().code, ErrorCode::Io);
            const QString text = QString::fromStdString(outcome.error().message);
            QVERIFY2(text.contains(QString::fromStdString(byMd5 ? md5Of(m_content) : sha256Of(m_content))),
                     qPrintable(text));
            QCOMPARE(names(), QStringList());
        }
    }

    void takesATargetThatIsThere()
    {
        writeFile(m_target, m_content);
        writeFile(m_note, "{}"); // left by a process killed at its very end
        DownloadRequest request = of("ok");
        request.size = kSize;
        const auto bySize = download(request, {}, m_stop);
        VERIFY_OK(bySize);
        QVERIFY(bySize->wasThere && !bySize->verified);
        request.md5 = md5Of(m_content);
        const auto byDigest = download(request, {}, m_stop);
        VERIFY_OK(byDigest);
        QVERIFY(byDigest->wasThere && byDigest->verified);
        QCOMPARE(byDigest->sha256, sha256Of(m_content));
        QVERIFY(m_server.answers("/ok/file").isEmpty());
        QCOMPARE(names(), QStringList{QStringLiteral("file")});
    }

    void replacesATargetThatIsSomethingElse()
    {
        DownloadRequest request = of("ok");
        request.sha256 = sha256Of(m_content);
        writeFile(m_target, QByteArray(kSize, 'x'));
        VERIFY_OK(download(request, {}, m_stop));
        QCOMPARE(bytesIn(m_target), m_content.toStdString());
        // But only by what has passed.
        request.sha256 = sha256Of("other");
        QVERIFY(!download(request, {}, m_stop).ok());
        QCOMPARE(bytesIn(m_target), m_content.toStdString());
        fs::remove(m_target);
        fs::create_directory(m_target);
        const auto folder = download(request, {}, m_stop);
        QVERIFY(!folder.ok());
        QCOMPARE(folder.error().code, ErrorCode::InvalidInput);
    }

    void refusesAPartThatIsNoFile()
    {
        const fs::path outside = m_target.parent_path() / "outside";
        writeFile(outside, "mine");
        fs::create_symlink(outside, m_part);
        QVERIFY(!download(of("ok"), {}, m_stop).ok());
        QCOMPARE(bytesIn(outside), std::string("mine"));
        fs::remove(m_part);
        QCOMPARE(::mkfifo(m_part.c_str(), 0600), 0);
        QVERIFY(!download(of("ok"), {}, m_stop).ok());
    }

    void stopsSoon_data()
    {
        QTest::addColumn<std::string>("behaviour");
        QTest::newRow("while nothing comes") << std::string("silent");
        QTest::newRow("in the middle") << std::string("hang");
    }
    void stopsSoon()
    {
        QFETCH(std::string, behaviour);
        StopToken stop;
        std::thread later([&] {
            QThread::msleep(300);
            stop.request(StopRequest::Stop);
        });
        QElapsedTimer timer;
        timer.start();
        const auto outcome = download(of(behaviour), {}, stop);
        later.join();
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QVERIFY2(timer.elapsed() < 10'000, "a stop must not wait for the server"); // far from 60 s of silence
        if (behaviour == "hang")
            QCOMPARE(bytesIn(m_part), m_content.left(kSize / 2).toStdString());
    }

    void progressIsDampedAndCounts()
    {
        leaveHalf(of("ok"));
        m_server.limitRate(200'000);
        const auto lift = qScopeGuard([&] { m_server.limitRate(0); });
        std::vector<DownloadProgress> seen;
        QElapsedTimer timer;
        timer.start();
        VERIFY_OK(download(
            of("ok"), [&](const DownloadProgress &now) { seen.push_back(now); }, m_stop));
        QVERIFY(static_cast<qint64>(seen.size()) <= timer.elapsed() / 100 + 4);
        QVERIFY(seen.size() >= 2);
        std::int64_t before = kSize / 2;
        bool left = false;
        for (const DownloadProgress &now : seen) {
            if (now.stage != DownloadStage::Fetching)
                continue;
            QVERIFY(now.bytes >= before && now.bytes <= kSize);
            before = now.bytes;
            left = left || (now.secondsLeft && *now.secondsLeft >= 0 && now.bytesPerSecond > 0);
        }
        QVERIFY(left);
    }
};

QTEST_GUILESS_MAIN(DownloadTest)
#include "tst_download.moc"
