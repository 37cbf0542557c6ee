// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas data fetch from a server on this machine: from a benchmark's address to data that can be used, and what becomes
// of bad servers and bad archives. Archives are real ones, made by Python.
#include "tests/app/dnas_process.h"
#include "tests/core/data/data_folder.h"
#include "tests/core/fetch/fetch_server.h"
#include "tests/core/media/picture_writers.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <map>
#include <memory>

using data_folder::Folder;

namespace {

/// Noise does not compress, so the archive is as large as its pictures.
QByteArray noise(int side, quint32 seed)
{
    QRandomGenerator random(seed);
    dnas::test::Bytes bytes(static_cast<std::size_t>(side * side * 3));
    for (auto &byte : bytes)
        byte = static_cast<std::uint8_t>(random.generate());
    const auto png = dnas::test::pngFile({.width = side, .height = side}, bytes);
    return {reinterpret_cast<const char *>(png.data()), static_cast<qsizetype>(png.size())};
}

bool python(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("python3"), arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

class TestCliFetch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void bringsData_data();
    void bringsData();
    void goesOnAfterKills();
    void badServers_data();
    void badServers();
    void hostileArchives_data();
    void hostileArchives();
    void aDamagedArchiveIsFetchedAnew();

private:
    /// Benchmark `pets` with this address; `published`: keys beside url.
    QString benchmark(const std::string &url, const QByteArray &published = {}) const
    {
        const QByteArray text = "name: pets\ndata: {format: pictures, folder: pets}\ninput: [3, 32, 32]\n"
                                "classes: [cat, dog]\nnetwork: resnet8\nfetch: {url: \"" +
                                QByteArray::fromStdString(url) + "\", top: pets" + published + "}\n";
        return m_work->write("pets.yaml", text) ? QString::fromStdString((m_work->path() / "pets.yaml").string())
                                                : QString();
    }
    QByteArray published(const QByteArray &archive) const
    {
        return ", size: " + QByteArray::number(archive.size()) +
               ", sha256: " + QByteArray::fromStdString(sha256Of(archive)) + ", source: this test";
    }
    QStringList line(const char *action, const QString &file) const
    {
        return {QStringLiteral("data"), QString::fromUtf8(action), file, QStringLiteral("--data"), data()};
    }
    QString data() const { return QString::fromStdString((m_work->path() / "data").string()); }
    QByteArray archive(const char *ending) const { return m_archives.at(ending); }
    QStringList found() const
    {
        QStringList names;
        for (QDirIterator it(data(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
             it.hasNext();)
            names << it.next();
        return names;
    }

    FetchServer m_server;
    Folder m_source, m_hostile;
    std::map<std::string, QByteArray> m_archives;
    std::unique_ptr<Folder> m_work;
};

void TestCliFetch::initTestCase()
{
    if (!m_server.runs())
        QSKIP("NO PYTHON 3: fetching is not tested");
    for (int i = 0; i < 20; ++i)
        QVERIFY(m_source.write("pets/cat/" + std::to_string(i) + ".png", noise(64, quint32(i))) &&
                m_source.write("pets/dog/" + std::to_string(i) + ".png", noise(64, quint32(100 + i))));
    const QString base = QString::fromStdString(m_source.path().string());
    for (const auto &[ending, module] : {std::pair{"tar.gz", "tarfile"}, std::pair{"zip", "zipfile"}}) {
        const QString file = base + QStringLiteral("/pets.") + QString::fromUtf8(ending);
        QProcess process;
        process.setWorkingDirectory(base);
        process.start(QStringLiteral("python3"), {QStringLiteral("-m"), QString::fromUtf8(module), QStringLiteral("-c"),
                                                  file, QStringLiteral("pets")});
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
        QFile made(file);
        QVERIFY(made.open(QIODevice::ReadOnly));
        m_archives[ending] = made.readAll();
        m_server.put(std::string("pets.") + ending, m_archives[ending]);
    }
    QVERIFY(archive("tar.gz").size() > 400'000);
    const QString hostile = QString::fromStdString(m_hostile.path().string());
    QVERIFY(python({QStringLiteral(HOSTILE_ARCHIVES), hostile, hostile + QStringLiteral("/outside")}));
}

void TestCliFetch::init()
{
    m_server.limitRate(0);
    m_work = std::make_unique<Folder>();
}

void TestCliFetch::bringsData_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<bool>("published");
    for (const char *ending : {"tar.gz", "zip"}) {
        QTest::addRow("%s with a digest", ending) << QString::fromUtf8(ending) << true;
        QTest::addRow("%s without", ending) << QString::fromUtf8(ending) << false;
    }
}

void TestCliFetch::bringsData()
{
    QFETCH(QString, ending);
    QFETCH(bool, published);
    const QByteArray bytes = archive(qPrintable(ending));
    const QString file = benchmark(m_server.url("ok", "pets." + ending.toStdString()),
                                   published ? this->published(bytes) : QByteArray());
    const Outcome before = dnasRun(line("check", file));
    QCOMPARE(before.exitCode, 2);
    const Outcome fetch = dnasRun(line("fetch", file) + QStringList{QStringLiteral("--json")});
    QVERIFY2(fetch.exitCode == 0, fetch.said().constData());
    QCOMPARE(fetch.json()[u"files"].toInt(), 40);
    QCOMPARE(fetch.json()[u"bytes"].toInteger(), bytes.size());
    QCOMPARE(fetch.json()[u"verified"].toBool(), published);
    QCOMPARE(fetch.json()[u"sha256"].toString().toStdString(), sha256Of(bytes));
    const Outcome check = dnasRun(line("check", file) + QStringList{QStringLiteral("--json")});
    QVERIFY2(check.exitCode == 0, check.said().constData());
    QVERIFY(check.json()[u"usable"].toBool());
    // 20 of each class: 4 test, and of the other 32 a tenth, 3, validate.
    QCOMPARE(check.json()[u"test"].toInt(), 8);
    QCOMPARE(check.json()[u"validation"].toInt(), 4);
    QCOMPARE(check.json()[u"train"].toInt(), 28);
    QCOMPARE(found().size(), 1 + 2 + 40); // nothing else stays: no archive, no part
    const Outcome again = dnasRun(line("fetch", file));
    QCOMPARE(again.exitCode, 2);
    QCOMPARE(again.errorLines(), 1);
}

void TestCliFetch::goesOnAfterKills()
{
    constexpr int kKills = 8;
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const QString file = benchmark(m_server.url("ok", "pets.tar.gz"), published(archive("tar.gz")));
    m_server.limitRate(200'000); // more than two seconds for all of it
    const auto bytesThere = [this] {
        qint64 bytes = 0;
        for (const QString &name : found())
            bytes += name.endsWith(QStringLiteral(".part")) ? QFileInfo(name).size() : 0;
        return bytes;
    };
    for (int kill = 0; kill < kKills; ++kill) {
        QProcess process;
        process.start(QStringLiteral(DNAS_PROGRAM), line("fetch", file));
        QVERIFY(process.waitForStarted());
        // At a random time, perhaps before the first byte, or behind some more bytes, however long they take to come.
        const qint64 wanted = bytesThere() + random.bounded(1, 25'000);
        if (kill % 4 == 0)
            QThread::usleep(random.bounded(1'000U, 120'000U));
        else
            QTRY_VERIFY_WITH_TIMEOUT(bytesThere() >= wanted, 60'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY2(!QFile::exists(data() + QStringLiteral("/pets")), qPrintable(QString::number(seed)));
    }
    m_server.limitRate(0);
    const Outcome fetch = dnasRun(line("fetch", file) + QStringList{QStringLiteral("--json")});
    QVERIFY2(fetch.exitCode == 0, fetch.said().constData());
    QVERIFY(fetch.json()[u"verified"].toBool());
    QVERIFY(fetch.json()[u"resumed_at"].toInteger() > 0);
    QCOMPARE(dnasRun(line("check", file)).exitCode, 0);
    QCOMPARE(found().size(), 1 + 2 + 40);
    qInfo("%lld bytes were there after %d kills, seed %u",
          static_cast<long long>(fetch.json()[u"resumed_at"].toInteger()), kKills, seed);
}

void TestCliFetch::badServers_data()
{
    QTest::addColumn<QByteArray>("behaviour");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("keys"); // empty: as published
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *title, const char *behaviour, const char *name, const char *keys,
                        const char *says) {
        QTest::newRow(title) << QByteArray(behaviour) << QByteArray(name) << QByteArray(keys) << QByteArray(says);
    };
    row("wrong checksum", "ok", "pets.tar.gz",
        ", sha256: 00000000000000000000000000000000000000000000000000000000000000aa, source: x", "SHA-256");
    row("wrong size", "ok", "pets.tar.gz", ", size: 1000", "as published");
    row("redirect loop", "loop", "pets.tar.gz", "", "redirects too many times");
    row("to a file", "tofile", "pets.tar.gz", "", "redirects");
    row("not there", "status", "404", "", "404");
    row("claims to be longer", "claimslonger", "pets.tar.gz", "", "");
    row("claims to be shorter", "claimsshorter", "pets.tar.gz", "", "");
    row("no http", "garbage", "pets.tar.gz", "", "");
}

void TestCliFetch::badServers()
{
    QFETCH(QByteArray, behaviour);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, keys);
    QFETCH(QByteArray, says);
    const QString file = benchmark(m_server.url(behaviour.toStdString(), name.toStdString()),
                                   keys.isEmpty() ? published(archive("tar.gz")) : keys);
    const Outcome fetch = dnasRun(line("fetch", file) + QStringList{QStringLiteral("--json")});
    QVERIFY2(fetch.exitCode == 1, fetch.said().constData());
    QCOMPARE(fetch.out, QByteArray());
    // Progress is JSON as well; the last line, and no other, is the error.
    QCOMPARE(fetch.err.count("\"event\":\"error\""), 1);
    const QByteArray last = fetch.err.trimmed().split('\n').last();
    QVERIFY2(last.contains("\"event\":\"error\"") && last.contains(says), fetch.said().constData());
    QVERIFY(!QFile::exists(data() + QStringLiteral("/pets")));
    QVERIFY(
        !QFile::exists(data() + QStringLiteral("/pets.tar.gz"))); // what is whole has another name until it is right
    QCOMPARE(dnasRun(line("check", file)).exitCode, 2);
}

void TestCliFetch::hostileArchives_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"name_dotdot.tar", "name_absolute.tar", "link_absolute.tar", "link_up.tar",
                             "zip_dotdot.zip", "zip_link.zip", "zip_cut.zip", "zip_longer.zip"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestCliFetch::hostileArchives()
{
    QFETCH(QString, name);
    QFile made(QString::fromStdString((m_hostile.path() / name.toStdString()).string()));
    QVERIFY(made.open(QIODevice::ReadOnly));
    const QByteArray bytes = made.readAll();
    m_server.put(name.toStdString(), bytes);
    const QString file = benchmark(m_server.url("ok", name.toStdString()), published(bytes));
    const Outcome fetch = dnasRun(line("fetch", file));
    QVERIFY2(fetch.exitCode == 1 || fetch.exitCode == 2, fetch.said().constData());
    QCOMPARE(fetch.out, QByteArray());
    QCOMPARE(fetch.err.count("dnas: error: "), 1);
    QVERIFY2(fetch.err.trimmed().split('\n').last().startsWith("dnas: error: "), fetch.said().constData());
    QVERIFY(!std::filesystem::exists(m_hostile.path() / "outside"));
    QVERIFY(!std::filesystem::exists(m_work->path() / "evil"));
    QVERIFY(!QFile::exists(data() + QStringLiteral("/pets")));
}

/// Without a digest nobody knows that it is damaged before it is unpacked; the next go must not stop at it again.
void TestCliFetch::aDamagedArchiveIsFetchedAnew()
{
    const QByteArray whole = archive("tar.gz");
    m_server.put("again.tar.gz", whole.left(whole.size() / 2));
    const QString file = benchmark(m_server.url("ok", "again.tar.gz"), "");
    const Outcome cut = dnasRun(line("fetch", file));
    QCOMPARE(cut.exitCode, 2);
    QVERIFY2(cut.err.contains("it is kept as again.tar.gz.refused, and the next go fetches it anew"),
             cut.said().constData());
    QVERIFY(!QFile::exists(data() + QStringLiteral("/pets")));
    m_server.put("again.tar.gz", whole);
    const Outcome again = dnasRun(line("fetch", file));
    QVERIFY2(again.exitCode == 0, again.said().constData());
    QCOMPARE(dnasRun(line("check", file)).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestCliFetch)
#include "tst_cli_fetch.moc"
