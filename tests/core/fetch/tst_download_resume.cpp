// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Downloads that were cut off: what is there is gone on with where that is safe, else they begin anew.
#include "tests/core/fetch/download_fixture.h"

using namespace download_test;

class DownloadResumeTest : public QObject, Fixture {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!begin())
            QSKIP("NO PYTHON 3: downloads are not tested");
    }
    void init() { newFolder(); }

    /// Half a file from a connection that closed early, then its rest.
    void goesOnWhereItStopped_data()
    {
        QTest::addColumn<std::string>("behaviour");
        QTest::addColumn<bool>("published");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("with an ETag") << std::string("ok") << false << true;
        QTest::newRow("with a date") << std::string("datedonly") << false << true;
        QTest::newRow("with nothing, but a digest") << std::string("novalidator") << true << true;
        QTest::newRow("with a weak ETag, but a digest") << std::string("weak") << true << true;
        QTest::newRow("with nothing at all") << std::string("novalidator") << false << false;
        QTest::newRow("with a weak ETag") << std::string("weak") << false << false;
        QTest::newRow("no ranges") << std::string("noranges") << false << false;
        QTest::newRow("ranges from elsewhere") << std::string("wrongstart") << false << false;
        QTest::newRow("ranges are refused") << std::string("unsatisfiable") << false << false;
    }
    void goesOnWhereItStopped()
    {
        QFETCH(std::string, behaviour);
        QFETCH(bool, published);
        QFETCH(bool, goesOn);
        DownloadRequest request = of(behaviour);
        if (published)
            request.sha256 = sha256Of(m_content);
        leaveHalf(request);
        const auto outcome = download(request, {}, m_stop);
        VERIFY_OK(outcome);
        QCOMPARE(bytesIn(m_target), m_content.toStdString());
        QCOMPARE(names(), QStringList{QStringLiteral("file")});
        QCOMPARE(outcome->resumedAt, goesOn ? std::int64_t{kSize / 2} : std::int64_t{0});
        const QList<FetchServer::Answer> answers = m_server.answers("/" + behaviour + "/file");
        QCOMPARE(answers.last().status, goesOn ? 206 : 200);
        if (goesOn)
            QCOMPARE(answers.last().range, QStringLiteral("bytes=100000-"));
    }

    void eachGoBringsMore()
    {
        // Every answer is cut in half: 1/2, 3/4, 7/8 … of the file, until the last byte.
        const DownloadRequest request = of("early");
        int goes = 0;
        while (!download(request, {}, m_stop).ok())
            QVERIFY(++goes < 30);
        QCOMPARE(bytesIn(m_target), m_content.toStdString());
        QVERIFY(goes >= 16);
    }

    void beginsAnewWhenTheFileHasChanged_data()
    {
        QTest::addColumn<std::string>("behaviour");
        QTest::addColumn<int>("size");
        QTest::newRow("If-Range") << std::string("ok") << int{kSize};
        QTest::newRow("shorter than the part") << std::string("ok") << 1000;
        QTest::newRow("If-Range is ignored") << std::string("ignoreifrange") << int{kSize};
        QTest::newRow("If-Range is ignored, another size") << std::string("ignoreifrange") << 150000;
        QTest::newRow("If-Range is ignored, shorter than the part") << std::string("ignoreifrange") << 1000;
    }
    void beginsAnewWhenTheFileHasChanged()
    {
        QFETCH(std::string, behaviour);
        QFETCH(int, size);
        m_server.put("changing", kSize, 2);
        DownloadRequest request = of(behaviour);
        request.url = m_server.url(behaviour, "changing");
        leaveHalf(request);
        const QByteArray content = m_server.put("changing", size, 3);
        const auto outcome = download(request, {}, m_stop);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->resumedAt, std::int64_t{0});
        QCOMPARE(bytesIn(m_target), content.toStdString());
    }

    void beginsAnewFromAnotherAddress()
    {
        const QByteArray other = m_server.put("other", kSize, 4);
        leaveHalf(of("ok"));
        const auto outcome = download({.url = m_server.url("ok", "other"), .target = m_target}, {}, m_stop);
        VERIFY_OK(outcome);
        QCOMPARE(bytesIn(m_target), other.toStdString());
        QCOMPARE(m_server.answers("/ok/other").last().range, QString());
    }

    void distrustsAPartWithoutItsNote()
    {
        for (const char *note : {"", "{", "[]", "{\"url\": 3}", "{\"url\": \"x\", \"size\": -1}"}) {
            fs::remove(m_target);
            writeFile(m_part, QByteArray(1000, 'x'));
            writeFile(m_note, note);
            VERIFY_OK(download(of("ok"), {}, m_stop));
            QCOMPARE(bytesIn(m_target), m_content.toStdString());
            QCOMPARE(names(), QStringList{QStringLiteral("file")});
        }
    }

    void throwsAwayARestThatIsTooLong()
    {
        DownloadRequest request = of("restlong");
        QVERIFY(!download(request, {}, m_stop).ok());
        QCOMPARE(bytesIn(m_part).size(), std::size_t{kSize / 2});
        const auto outcome = download(request, {}, m_stop);
        QVERIFY(!outcome.ok());
        QVERIFY(
            QString::fromStdString(outcome.error().message).contains(QStringLiteral("more than the 200000 promised")));
        QCOMPARE(names(), QStringList());
    }

    void namesAPartThatIsWhole()
    {
        // Killed after the last byte: nothing is asked of the server, and the checks are made.
        DownloadRequest request = of("ok");
        request.sha256 = sha256Of(m_content);
        leaveHalf(request);
        writeFile(m_part, m_content);
        const auto outcome = download(request, {}, m_stop);
        VERIFY_OK(outcome);
        QVERIFY(outcome->verified);
        QCOMPARE(outcome->resumedAt, std::int64_t{kSize});
        QVERIFY(m_server.answers("/ok/file").isEmpty());
    }
};

QTEST_GUILESS_MAIN(DownloadResumeTest)
#include "tst_download_resume.moc"
