// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strict CIFAR readers: records by hand, and every way in which a folder can be wrong.
#include "core/data/cifar.h"
#include "core/data/data_set.h"
#include "tests/core/data/cifar_folder.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>

using namespace dnas;
using namespace cifar_folder;

class TestCifar : public QObject {
    Q_OBJECT

private slots:
    void readsCifar10();
    void readsCifar100();
    void acceptsTheFolderItself();
    void rejects_data();
    void rejects();
    void rejectsWrongCoarseLabel();
    void rejectsBenchmark_data();
    void rejectsBenchmark();
};

void TestCifar::readsCifar10()
{
    QTemporaryDir root;
    QVERIFY(makeCifar10(root.path(), 4));
    const auto set = readCifar(*findCifarFormat("cifar10"), root.filePath("cifar-10-batches-bin").toStdString());
    VERIFY_OK(set);
    QCOMPARE(set->train, 20); // 5 files of 4
    QCOMPARE(set->test, 4);
    QCOMPARE(set->classes, 10);
    QVERIFY((set->shape == Shape{3, 32, 32}));
    QCOMPARE(set->pixels.size(), std::size_t{24 * 3072});
    for (int record = 0; record < 24; ++record) {
        QCOMPARE(int{set->labels[std::size_t(record)]}, record % 10);
        for (int row = 0; row < 32; ++row)
            for (int column = 0; column < 32; ++column)
                for (int channel = 0; channel < 3; ++channel)
                    QCOMPARE(int{set->pixels[std::size_t(((record * 32 + row) * 32 + column) * 3 + channel)]},
                             pixel(record, channel, row, column));
    }
}

void TestCifar::readsCifar100()
{
    QTemporaryDir root;
    // More than one piece of the reader (512 records), and not a multiple of it.
    QVERIFY(makeCifar100(root.path(), 600, 3));
    const auto set = readCifar(*findCifarFormat("cifar100"), root.filePath("cifar-100-binary").toStdString());
    VERIFY_OK(set);
    QCOMPARE(set->train, 600);
    QCOMPARE(set->test, 3);
    for (int record = 0; record < 603; ++record) {
        QCOMPARE(int{set->labels[std::size_t(record)]}, record % 100); // the fine label, not the coarse one
        QCOMPARE(int{set->pixels[std::size_t(record * 3072 + 5 * 96 + 7 * 3 + 2)]}, pixel(record, 2, 5, 7));
    }
}

void TestCifar::acceptsTheFolderItself()
{
    QTemporaryDir root;
    QVERIFY(makeCifar10(root.path(), 2));
    const QString inner = root.filePath("cifar-10-batches-bin");
    for (const QString &folder : {root.path(), inner}) {
        const auto set = openDataSet(benchmark("cifar10"), {.folder = folder.toStdString()});
        VERIFY_OK(set);
        QCOMPARE((*set)->size(Split::Test), 2);
    }
}

void TestCifar::rejects_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("bytes"); // kept of the file; -1: all of it, -2: no file, -3: a folder in its place
    QTest::addColumn<int>("label"); // of record 2; -1: as it was
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const int input = static_cast<int>(ErrorCode::InvalidInput);
    const int io = static_cast<int>(ErrorCode::Io);
    QTest::newRow("missing training file") << "data_batch_3.bin" << -2 << -1 << QByteArray() << io << "no such file";
    QTest::newRow("missing test file") << "test_batch.bin" << -2 << -1 << QByteArray() << io << "no such file";
    QTest::newRow("a folder") << "data_batch_2.bin" << -3 << -1 << QByteArray() << io << "is not a file";
    QTest::newRow("empty") << "data_batch_1.bin" << 0 << -1 << QByteArray() << input << "is empty";
    // 2 whole records are 6146 bytes, so 54 bytes of record 2 are left.
    QTest::newRow("truncated") << "data_batch_5.bin" << 6200 << -1 << QByteArray() << input
                               << "record 2 (counted from 0) has 54 of 3073 bytes";
    QTest::newRow("less than a record") << "test_batch.bin" << 1 << -1 << QByteArray() << input
                                        << "record 0 (counted from 0) has 1 of 3073 bytes";
    QTest::newRow("extra bytes") << "data_batch_1.bin" << -1 << -1 << QByteArray("\n") << input
                                 << "record 4 (counted from 0) has 1 of 3073 bytes";
    QTest::newRow("label 10") << "data_batch_4.bin" << -1 << 10 << QByteArray() << input
                              << "label 10 of record 2 (counted from 0) is outside 0 to 9";
    QTest::newRow("label 255") << "test_batch.bin" << -1 << 255 << QByteArray() << input << "label 255 of record 2";
}

void TestCifar::rejects()
{
    QFETCH(QString, file);
    QFETCH(int, bytes);
    QFETCH(int, label);
    QFETCH(QByteArray, extra);
    QTemporaryDir root;
    QVERIFY(makeCifar10(root.path(), 4));
    const QString path = root.filePath("cifar-10-batches-bin/" + file);
    QFile original(path);
    QVERIFY(original.open(QIODevice::ReadOnly));
    QByteArray content = original.readAll();
    original.close();
    if (label >= 0)
        content[2 * 3073] = static_cast<char>(label);
    QVERIFY(QFile::remove(path));
    if (bytes == -3)
        QVERIFY(QDir().mkpath(path));
    else if (bytes != -2)
        QVERIFY(write(path, (bytes >= 0 ? content.left(bytes) : content) + extra));

    const auto set = openDataSet(benchmark("cifar10"), {.folder = root.path().toStdString()});
    QVERIFY(!set.ok());
    QTEST(static_cast<int>(set.error().code), "code");
    QCOMPARE(QString::fromStdString(set.error().place.file), path);
    QFETCH(QString, says);
    const QString message = QString::fromStdString(set.error().message);
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY2(message.contains("cifar-10-binary.tar.gz"), qPrintable(message)); // the remedy
    QVERIFY(!message.contains('\n'));
}

void TestCifar::rejectsWrongCoarseLabel()
{
    QTemporaryDir root;
    QVERIFY(makeCifar100(root.path(), 3, 2));
    QVERIFY(write(root.filePath("cifar-100-binary/test.bin"), record(0, 99, 19) + record(1, 5, 20)));
    const auto set = openDataSet(benchmark("cifar100"), {.folder = root.path().toStdString()});
    QVERIFY(!set.ok());
    QVERIFY2(QString::fromStdString(set.error().message).startsWith("coarse label 20 of record 1"),
             set.error().text().c_str());
}

void TestCifar::rejectsBenchmark_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("code");
    const int input = static_cast<int>(ErrorCode::InvalidInput);
    for (const char *key : {"data.format", "classes", "input", "mean", "deviation", "augment", "validation", "limits"})
        QTest::newRow(key) << key << key << input;
    QTest::newRow("folder") << "folder"
                            << "" << static_cast<int>(ErrorCode::Io);
}

void TestCifar::rejectsBenchmark()
{
    QFETCH(QString, change);
    QTemporaryDir root;
    QVERIFY(makeCifar10(root.path(), 2));
    Benchmark bad = benchmark("cifar10");
    DataOptions options{.folder = root.path().toStdString()};
    VERIFY_OK(openDataSet(bad, options));
    if (change == "data.format")
        bad.data.format = "cifar11";
    if (change == "classes")
        bad.classes = 100;
    if (change == "input")
        bad.input = {1, 32, 32};
    if (change == "mean")
        bad.mean = {0.5, 0.5};
    if (change == "deviation")
        bad.deviation = {0.2, 0, 0.2};
    if (change == "augment")
        options.augment = {{.kind = "noise", .amount = 0.1}};
    if (change == "validation")
        options.validation = 1;
    if (change == "limits")
        options.limits.test = -1;
    if (change == "folder")
        options.folder /= "elsewhere";
    const auto set = openDataSet(bad, options);
    QVERIFY(!set.ok());
    QTEST(static_cast<int>(set.error().code), "code");
    QTEST(QString::fromStdString(set.error().place.key), "key");
    QVERIFY(!set.error().message.empty());
}

QTEST_APPLESS_MAIN(TestCifar)
#include "tst_cifar.moc"
