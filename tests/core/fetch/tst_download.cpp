// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Downloads from a server that behaves well and badly: what comes whole gets its name, what does not says why and stays
// for a resume or not, and nothing is ever under the target's name that was not asked for.
#include "core/base/files.h"
#include "core/fetch/download.h"
#include "fetch_server.h"
#include "tests/support/result_checks.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

using namespace dnas;
namespace fs = std::filesystem;

namespace {

constexpr qsizetype kSize = 200'000;

void writeFile(const fs::path &path, const QByteArray &bytes)
{
    std::ofstream(path, std::ios::binary).write(bytes.data(), bytes.size());
}

std::string bytesIn(const fs::path &path)
{
    const Result<std::string> text = readText(path);
    return text.ok() ? *text : "cannot be read: " + text.error().text();
}

} // namespace

class DownloadTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!m_server.runs())
            QSKIP("NO PYTHON 3: downloads are not tested");
        m_content = m_server.put("file", kSize, 1);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_target = fs::path(m_folder->path().toStdString()) / "file";
        m_part = fs::path(m_target) += ".part";
        m_note = fs::path(m_target) += ".part.json";
        m_server.answers({});
    }

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

private:
    DownloadRequest of(const std::string &behaviour) const
    {
        return {.url = m_server.url(behaviour, "file"), .target = m_target};
    }
    /// As a good server's connection that broke leaves it; the note is rewritten for the request's address.
    void leaveHalf(const DownloadRequest &request)
    {
        DownloadRequest first = request;
        first.sha256.clear();
        first.md5.clear();
        fs::remove(m_target);
        const std::string behaviour = request.url.find("/changing") == std::string::npos ? "file" : "changing";
        first.url = m_server.url("hang", behaviour);
        StopToken stop;
        const auto enough = [&](const DownloadProgress &now) {
            if (now.bytes >= kSize / 2)
                stop.request(StopRequest::Stop);
        };
        QVERIFY(!download(first, enough, stop).ok());
        QCOMPARE(fs::file_size(m_part), std::uintmax_t{kSize / 2});
        std::string note = bytesIn(m_note);
        note.replace(note.find(first.url), first.url.size(), request.url);
        if (request.url.find("/novalidator/") != std::string::npos)
            note = "{\"url\": \"" + request.url + "\", \"size\": 200000}";
        if (request.url.find("/weak/") != std::string::npos)
            note = "{\"url\": \"" + request.url + "\", \"etag\": \"W/\\\"" + md5Of(m_content) +
                   "\\\"\", \"size\": 200000}";
        if (request.url.find("/datedonly/") != std::string::npos)
            note.replace(note.find("\"etag\""), 6, "\"was\"");
        writeFile(m_note, QByteArray::fromStdString(note));
        m_server.answers({});
    }
    static QStringList entries(const fs::path &folder)
    {
        QStringList found;
        for (const auto &entry : fs::directory_iterator(folder))
            found.append(QString::fromStdString(entry.path().filename().string()));
        found.sort();
        return found;
    }
    QStringList names() const { return entries(m_target.parent_path()); }

    FetchServer m_server;
    QByteArray m_content;
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_target;
    fs::path m_part;
    fs::path m_note;
    StopToken m_stop;
};

QTEST_GUILESS_MAIN(DownloadTest)
#include "tst_download.moc"
