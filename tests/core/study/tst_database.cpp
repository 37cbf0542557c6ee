// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The layer above SQLite: values in and out, a full disk, and what a stranger's schema may not do.
#include "core/study/database.h"
#include "core/study/mask_codec.h"
#include "tests/core/study/study_samples.h"

using namespace dnas;
using samples::in;

class TestDatabase : public QObject {
    Q_OBJECT

private slots:
    void valuesComeBackBitForBit();
    void errorsAreRemembered();
    void unfinishedTransactionsAreRolledBack();
    void fullDiskIsAnIoError();
    void hardened();
    void masks();
};

void TestDatabase::valuesComeBackBitForBit()
{
    auto database = Database::open({}, Database::Mode::Memory);
    CHECK_OK(database);
    CHECK_OK(database->execute("CREATE TABLE t (a, b, c, d)"));
    const std::vector<double> values{
        0.1, -0.0, 1e-320, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN(), 3.0};
    Statement insert(*database, "INSERT INTO t VALUES (?, ?, ?, ?)");
    for (const double value : values)
        CHECK_OK(insert.bind(value).bind(std::string("a\0b", 3)).bindBlob("").bind(-5).run());
    Statement read(*database, "SELECT a, b, c, d FROM t ORDER BY rowid");
    for (const double value : values) {
        QVERIFY(read.next());
        QVERIFY(samples::sameBits(read.real(0), value));
        QCOMPARE(read.text(1), std::string("a\0b", 3));
        QVERIFY(!read.isNull(2) && read.blob(2).empty());
        QCOMPARE(read.smallInteger(3), -5);
    }
    QVERIFY(!read.next());
    CHECK_OK(read.status());
}

void TestDatabase::errorsAreRemembered()
{
    auto database = Database::open({}, Database::Mode::Memory);
    CHECK_OK(database);
    Statement wrong(*database, "SELECT nothing FROM nowhere");
    QVERIFY(!wrong.bind(1).bind("x").next());
    QCOMPARE(wrong.status().error().code, ErrorCode::InvalidInput);
    CHECK_OK(database->execute("CREATE TABLE t (a)"));
    Statement tooMany(*database, "INSERT INTO t VALUES (?)");
    QVERIFY(!tooMany.bind(1).bind(2).run().ok());
}

void TestDatabase::unfinishedTransactionsAreRolledBack()
{
    auto database = Database::open({}, Database::Mode::Memory);
    CHECK_OK(database);
    CHECK_OK(database->execute("CREATE TABLE t (a)"));
    {
        const Transaction transaction(*database, Transaction::Kind::Write);
        CHECK_OK(transaction.status());
        CHECK_OK(database->execute("INSERT INTO t VALUES (1)"));
    }
    Statement count(*database, "SELECT count(*) FROM t");
    QVERIFY(count.next());
    QCOMPARE(count.integer(0), std::int64_t{0});
}

void TestDatabase::fullDiskIsAnIoError()
{
    QTemporaryDir folder;
    auto database = Database::open(in(folder, "full.db"), Database::Mode::Create);
    CHECK_OK(database);
    CHECK_OK(database->execute("CREATE TABLE t (a); INSERT INTO t VALUES ('kept'); PRAGMA max_page_count=10"));
    {
        Transaction transaction(*database, Transaction::Kind::Write);
        const auto put =
            Statement(*database, "INSERT INTO t VALUES (?)").bindBlob(std::string(std::size_t{1} << 20, 'x')).run();
        QVERIFY(!put.ok());
        QCOMPARE(put.error().code, ErrorCode::Io);
        QVERIFY(put.error().message.find("disk is full") != std::string::npos);
    }
    Statement read(*database, "SELECT a FROM t");
    QVERIFY(read.next());
    QCOMPARE(read.text(0), std::string("kept"));
    QVERIFY(!read.next());
    CHECK_OK(read.status());
}

void TestDatabase::hardened()
{
    auto database = Database::open({}, Database::Mode::Memory);
    CHECK_OK(database);
    QVERIFY(!database->execute("SELECT load_extension('x')").ok());
    QVERIFY(!database->execute("ATTACH ':memory:' AS other").ok());
    CHECK_OK(database->execute("CREATE TABLE t (a); CREATE VIEW v AS SELECT 1"));
    QVERIFY(!database->execute("SELECT * FROM v").ok());
    (void)database->execute("PRAGMA writable_schema=ON");
    QVERIFY(!database->execute("DELETE FROM sqlite_schema").ok());
    QVERIFY(!database->execute(("SELECT " + std::string(200'000, ' ') + "1").c_str()).ok());
}

void TestDatabase::masks()
{
    const ChannelMasks masks{{1, 0, 1}, {}, {0, 0}};
    const std::string bytes = encodeMasks(masks);
    // 4 bytes for the number of groups, 3 · 4 for their lengths, 5 channels.
    QCOMPARE(bytes.size(), std::size_t{4 + 12 + 5});
    QVERIFY(decodeMasks(bytes) == masks);
    QVERIFY(decodeMasks(encodeMasks({})) == ChannelMasks{});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY(!decodeMasks(std::string_view(bytes).substr(0, size)));
    QVERIFY(!decodeMasks(bytes + "x"));
    QVERIFY(!decodeMasks(std::string("\x01\0\0\0\x01\0\0\0\x02", 9)));     // neither 0 nor 1
    QVERIFY(!decodeMasks(std::string("\xff\xff\xff\xff\0\0\0\0", 8)));     // four thousand million groups
    QVERIFY(!decodeMasks(std::string("\x01\0\0\0\xff\xff\xff\xff\0", 9))); // a group longer than the file
}

QTEST_APPLESS_MAIN(TestDatabase)
#include "tst_database.moc"
