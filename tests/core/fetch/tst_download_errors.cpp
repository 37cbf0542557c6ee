// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Downloads from bad servers and onto full disks: what does not come says why, in one line, and stays for a resume or
// not.
#include "tests/core/fetch/download_fixture.h"

#include <csignal>
#include <sys/resource.h>

using namespace download_test;

class DownloadErrorsTest : public QObject, Fixture {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!begin())
            QSKIP("NO PYTHON 3: downloads are not tested");
    }
    void init() { newFolder(); }

    /// `kept`: how many bytes stay for a resume, -1: nothing at all.
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<std::string>("behaviour");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("published");
        QTest::addColumn<int>("kept");
        const int size = kSize;
        QTest::newRow("404") << std::string("status/404") << QStringLiteral("does not have the file (status 404)") << 0
                             << -1;
        QTest::newRow("403") << std::string("status/403") << QStringLiteral("(status 403)") << 0 << -1;
        QTest::newRow("500") << std::string("status/500") << QStringLiteral("try later") << 0 << -1;
        QTest::newRow("302 to nowhere") << std::string("nowhere") << QStringLiteral("(status 302)") << 0 << -1;
        QTest::newRow("not http") << std::string("garbage") << QStringLiteral("does not speak HTTP") << 0 << -1;
        QTest::newRow("redirects for ever") << std::string("loop") << QStringLiteral("too many times") << 0 << -1;
        QTest::newRow("redirects once too often")
            << std::string("redirect/9") << QStringLiteral("too many times") << 0 << -1;
        QTest::newRow("redirects to a file") << std::string("tofile") << QStringLiteral("not http or https") << 0 << -1;
        QTest::newRow("redirects to ftp") << std::string("toftp") << QStringLiteral("not http or https") << 0 << -1;
        QTest::newRow("closes early") << std::string("early") << QStringLiteral("closed the connection early") << 0
                                      << size / 2;
        QTest::newRow("cuts chunks") << std::string("cutchunks") << QStringLiteral("closed the connection early") << 0
                                     << size / 2;
        QTest::newRow("claims more than it sends")
            << std::string("claimslonger") << QStringLiteral("closed the connection early") << 0 << size;
        QTest::newRow("claims more than is published")
            << std::string("claimslonger") << QStringLiteral("201000 bytes at the server and 200000 as published")
            << size << -1;
        QTest::newRow("claims less than is published")
            << std::string("claimsshorter") << QStringLiteral("199000 bytes at the server and 200000 as published")
            << size << -1;
        QTest::newRow("says no length and ends early")
            << std::string("nolengthearly") << QStringLiteral("ended after 100000 of 200000 bytes") << size << size / 2;
        QTest::newRow("sends more than is published")
            << std::string("toolong") << QStringLiteral("more than the 200000 promised bytes") << size << -1;
        QTest::newRow("sends for ever") << std::string("endless")
                                        << QStringLiteral("more than the 200000 promised bytes") << size << -1;
        QTest::newRow("sends for ever, nothing published")
            << std::string("endless") << QStringLiteral("more than the 1000000 allowed bytes") << 0 << -1;
        QTest::newRow("never answers") << std::string("silent") << QStringLiteral("has sent nothing for 1 s") << 0
                                       << -1;
        QTest::newRow("stops in the middle")
            << std::string("hang") << QStringLiteral("has sent nothing for 1 s") << 0 << size / 2;
    }
    void saysWhatIsWrong()
    {
        QFETCH(std::string, behaviour);
        QFETCH(QString, words);
        QFETCH(int, published);
        QFETCH(int, kept);
        DownloadRequest request = of(behaviour);
        if (published > 0)
            request.size = published;
        request.mostBytes = 1'000'000;
        request.stall = std::chrono::seconds(1);
        const auto outcome = download(request, {}, m_stop);
        QVERIFY(!outcome.ok());
        const QString text = QString::fromStdString(outcome.error().text());
        QCOMPARE(outcome.error().code, ErrorCode::Io);
        QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY2(text.startsWith(QString::fromStdString(request.url)) && !text.contains(QLatin1Char('\n')),
                 qPrintable(text));
        if (kept < 0)
            QCOMPARE(names(), QStringList());
        else
            QCOMPARE(bytesIn(m_part), m_content.left(kept).toStdString());
        QVERIFY(!fs::exists(m_target));
    }

    void namesAHostThatIsNotThere()
    {
        // Port 9 of this computer: refused at once. A name that cannot exist needs a network to be sure of, RFC 6761 or
        // not.
        const auto refused = download({.url = "http://127.0.0.1:9/a", .target = m_target}, {}, m_stop);
        QVERIFY(!refused.ok());
        QVERIFY(QString::fromStdString(refused.error().message)
                    .contains(QStringLiteral("127.0.0.1:9 takes no connection")));
        QCOMPARE(names(), QStringList());
    }

    void saysThatThereIsNoSpace()
    {
        DownloadRequest request = of("ok");
        request.size = std::int64_t{1} << 60; // no disk has that
        const auto before = download(request, {}, m_stop);
        QVERIFY(!before.ok());
        QVERIFY(QString::fromStdString(before.error().message).contains(QStringLiteral("no space on the disk")));
        QCOMPARE(names(), QStringList());
    }

    void keepsWhatCameWhenTheDiskTakesNoMore()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const rlimit small{50'000, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto outcome = download(of("ok"), {}, m_stop);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        QVERIFY(!outcome.ok());
        const QString text = QString::fromStdString(outcome.error().text());
        QVERIFY2(text.contains(QStringLiteral("what came stays")), qPrintable(text));
        QCOMPARE(outcome.error().place.file, m_part.string());
        QCOMPARE(bytesIn(m_part), m_content.left(50'000).toStdString());
        VERIFY_OK(download(of("ok"), {}, m_stop));
        QCOMPARE(bytesIn(m_target), m_content.toStdString());
        QCOMPARE(m_server.answers("/ok/file").last().range, QStringLiteral("bytes=50000-"));
    }
};

QTEST_GUILESS_MAIN(DownloadErrorsTest)
#include "tst_download_errors.moc"
