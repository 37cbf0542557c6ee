// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Downloads in processes of their own: killed at random moments, two at once, and on a disk that is too small.
#include "core/base/files.h"
#include "core/fetch/download.h"
#include "fetch_server.h"
#include "tests/support/result_checks.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

using namespace dnas;
namespace fs = std::filesystem;

class DownloadKillsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!m_server.runs())
            QSKIP("NO PYTHON 3: killed downloads are not tested");
        m_program = QCoreApplication::applicationDirPath() + QStringLiteral("/fetch_once");
        QVERIFY2(QFile::exists(m_program), qPrintable(m_program));
    }

    void cleanup() { m_server.limitRate(0); }

    void killedTwentyTimesItEndsWithTheRightFile()
    {
        constexpr int kKills = 20;
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const QByteArray content = m_server.put("big", 6'000'000, seed);
        const QTemporaryDir folder;
        const fs::path target = fs::path(folder.path().toStdString()) / "big";
        const QStringList words{QString::fromStdString(m_server.url("ok", "big")),
                                QString::fromStdString(target.string()), QString::fromStdString(sha256Of(content))};
        const fs::path part = fs::path(target) += ".part";
        const auto bytesThere = [&] {
            return fs::exists(part) ? static_cast<qint64>(fs::file_size(part)) : 0;
        };
        m_server.limitRate(1'500'000);
        qint64 before = 0;
        for (int kill = 0; kill < kKills; ++kill) {
            QProcess process;
            process.start(m_program, words);
            QVERIFY(process.waitForStarted());
            // At a random time, perhaps before the first byte, or behind a random number of bytes: a busy machine may
            // take long to begin.
            const qint64 wanted = before + random.bounded(1, 100'000);
            if (kill % 4 == 0)
                QThread::usleep(random.bounded(1'000U, 130'000U));
            else
                QTRY_VERIFY_WITH_TIMEOUT(bytesThere() >= wanted, 30'000);
            process.kill();
            QVERIFY(process.waitForFinished());
            QVERIFY2(!fs::exists(target), qPrintable(QStringLiteral("finished before kill %1").arg(kill)));
            const qint64 now = bytesThere();
            QVERIFY2(now >= before, qPrintable(QStringLiteral("lost bytes at kill %1, seed %2").arg(kill).arg(seed)));
            if (now > 0)
                QCOMPARE(*readText(part), content.left(now).toStdString());
            before = now;
        }
        m_server.limitRate(0);
        const auto outcome =
            download({.url = m_server.url("ok", "big"), .target = target, .sha256 = sha256Of(content)}, {}, {});
        VERIFY_OK(outcome);
        QVERIFY(outcome->verified);
        QVERIFY(outcome->resumedAt > 0);
        QCOMPARE(*readText(target), content.toStdString());
        QCOMPARE(std::distance(fs::directory_iterator(target.parent_path()), fs::directory_iterator()),
                 std::ptrdiff_t{1});

        int whole = 0;
        int rests = 0;
        for (const FetchServer::Answer &answer : m_server.answers("/ok/big")) {
            whole += answer.status == 200;
            rests += answer.status == 206;
            if (answer.status == 206)
                QVERIFY(!answer.ifRange.isEmpty());
        }
        QVERIFY2(rests >= 5, qPrintable(QStringLiteral("%1 resumes, seed %2").arg(rests).arg(seed)));
        qInfo("%d kills, %d answers with the whole file, %d with a rest, %lld bytes there before the last go, seed %u",
              kKills, whole, rests, static_cast<long long>(outcome->resumedAt), seed);
    }

    void aSecondOneIsTold()
    {
        const QByteArray content = m_server.put("shared", 300'000, 5);
        const QTemporaryDir folder;
        const fs::path target = fs::path(folder.path().toStdString()) / "shared";
        const fs::path part = fs::path(target) += ".part";
        m_server.limitRate(100'000);
        QProcess process;
        process.start(m_program,
                      {QString::fromStdString(m_server.url("ok", "shared")), QString::fromStdString(target.string())});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY(fs::exists(part) && fs::file_size(part) > 0);
        const DownloadRequest request{.url = m_server.url("ok", "shared"), .target = target};
        const auto second = download(request, {}, {});
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, ErrorCode::Locked);
        QCOMPARE(second.error().place.file, part.string());
        // The first one goes on as if nothing had been.
        m_server.limitRate(0);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(*readText(target), content.toStdString());
    }

    void aFullDiskIsSaid()
    {
        m_server.put("large", 900'000, 6);
        const QString unshare = QStandardPaths::findExecutable(QStringLiteral("unshare"));
        const QTemporaryDir folder;
        // A file system of 400 kB of our own; needs user namespaces, which some systems do not allow. The part is
        // looked at in there.
        const auto inside = [&](const std::string &behaviour) {
            QProcess process;
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(unshare,
                          {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"),
                           QStringLiteral("mount -t tmpfs -o size=400k tmpfs \"$1\" && echo mounted && "
                                          "{ \"$0\" \"$2\" \"$1/large\"; echo ended $?; stat -c %s \"$1\"/large*; }"),
                           m_program, folder.path(), QString::fromStdString(m_server.url(behaviour, "large"))});
            process.waitForFinished();
            return QString::fromUtf8(process.readAll());
        };
        QString said = unshare.isEmpty() ? QString() : inside("nolength");
        if (!said.contains(QStringLiteral("mounted")))
            QSKIP("NO SMALL DISK CAN BE MOUNTED HERE: a full one is not tested");
        QVERIFY2(said.contains(QStringLiteral("No space left on device; make room")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("large.part: ")) && said.contains(QStringLiteral("ended 1\n")),
                 qPrintable(said));
        QVERIFY2(QRegularExpression(QStringLiteral("\n[34]\\d{5}\n")).match(said).hasMatch(), qPrintable(said));
        said = inside("ok"); // tells its length: not even begun
        QVERIFY2(said.contains(QStringLiteral("no space on the disk: 900 kB are needed")), qPrintable(said));
    }

private:
    FetchServer m_server;
    QString m_program;
};

QTEST_GUILESS_MAIN(DownloadKillsTest)
#include "tst_download_kills.moc"
