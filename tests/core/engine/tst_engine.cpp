// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The door to the search: opened when needed, one clear line where it cannot be, and nothing of LibTorch in the
// programs before.
#include "core/engine/engine.h"
#include "tests/support/result_checks.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace dnas;

class TestEngine : public QObject {
    Q_OBJECT

private slots:
    void openedWhenNeeded();
    void unusable_data();
    void unusable();
    void programsNeedNoTorch();
};

namespace {

bool torchIsLoaded()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libtorch_cpu");
}

} // namespace

void TestEngine::openedWhenNeeded()
{
    QVERIFY(!torchIsLoaded());
    const auto first = engine();
    VERIFY_OK(first);
    QVERIFY(torchIsLoaded());
    const StudyEnvironment environment = (*first)->currentEnvironment(2);
    QCOMPARE(environment.threads, 2);
    QVERIFY(!environment.torchVersion.empty());
    QVERIFY(!environment.processor.empty());
    const auto second = engine();
    VERIFY_OK(second);
    QCOMPARE(*second, *first);
}

void TestEngine::unusable_data()
{
    QTest::addColumn<QByteArray>("content"); // null: no such file
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no library") << QByteArray("this is a letter and no shared library, long enough for any header");
}

void TestEngine::unusable()
{
    QFETCH(const QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("engine.so"));
    if (!content.isNull()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto loaded = loadEngine(path.toStdString());
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::Io);
    QCOMPARE(loaded.error().place.file, path.toStdString());
    QVERIFY(loaded.error().message.starts_with("the search engine cannot be loaded: "));
    QVERIFY(loaded.error().message.find('\n') == std::string::npos);
}

/// What makes `dnas cost` answer at once. The list of the loader, without running the program.
void TestEngine::programsNeedNoTorch()
{
    QProcess loader;
    loader.start(QStringLiteral("ldd"), {QStringLiteral(DNAS_PROGRAM)});
    QVERIFY(loader.waitForFinished());
    const QByteArray libraries = loader.readAllStandardOutput();
    QVERIFY2(libraries.contains("libsqlite3"), libraries.constData()); // the list is one
    QVERIFY2(!libraries.contains("torch"), libraries.constData());
    QVERIFY2(!libraries.contains("gomp"), libraries.constData());
}

QTEST_APPLESS_MAIN(TestEngine)
#include "tst_engine.moc"
