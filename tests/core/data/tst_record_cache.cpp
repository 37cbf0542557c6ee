// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records are made once, are the same when they are opened again, and are made anew when their file is damaged.
#include "core/base/files.h"
#include "core/data/file_digests.h"
#include "core/data/record_cache.h"
#include "tests/core/data/data_folder.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <atomic>
#include <fstream>

using namespace dnas;

class TestRecordCache : public QObject {
    Q_OBJECT

private slots:
    void init();
    void makesOnce();
    void recordsBeginAsZeros();
    void failuresAreKept();
    void exceptionsAreFailures();
    void damagedFilesAreMadeAnew_data();
    void damagedFilesAreMadeAnew();
    void stopLeavesNothing();
    void cacheThatCannotBeWritten();
    void digestFollowsContents();
    void digestsOfFilesThatAreGoneAreForgotten();

private:
    RecordRequest request()
    {
        return {.what = "counting",
                .recipe = "numbers",
                .sources = "none",
                .records = 300,
                .bytes = 8,
                .make = [this](std::int64_t record, std::span<std::byte> out) -> Result<void> {
                    ++m_made;
                    if (m_fails && record % 100 == 7)
                        return invalidInput("broken\nbeyond repair");
                    if (m_throws && record == 5)
                        throw std::bad_alloc();
                    for (std::byte &byte : out)
                        byte = std::byte(record);
                    return {};
                }};
    }
    std::vector<std::filesystem::path> files() const
    {
        std::vector<std::filesystem::path> all;
        for (const auto &entry : std::filesystem::directory_iterator(m_cache))
            all.push_back(entry.path());
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_cache;
    std::atomic<int> m_made{0};
    bool m_fails = false, m_throws = false;
};

void TestRecordCache::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = m_folder->path().toStdString() + "/cache";
    qputenv("PARETOSCOPE_CACHE", QByteArray::fromStdString(m_cache.string()));
    m_made = 0;
    m_fails = m_throws = false;
}

void TestRecordCache::makesOnce()
{
    std::int64_t last = -1;
    const auto progress = [&](const WorkProgress &now) {
        QCOMPARE(now.what, std::string("counting"));
        QVERIFY(now.done >= last && now.whole == 300);
        last = now.done;
    };
    const auto records = openRecords(request(), progress, nullptr);
    VERIFY_OK(records);
    QCOMPARE(m_made.load(), 300);
    QCOMPARE(last, 300);
    const auto again = openRecords(request(), {}, nullptr);
    VERIFY_OK(again);
    QCOMPARE(m_made.load(), 300);
    QCOMPARE((*again)->key(), (*records)->key());
    for (std::int64_t i = 0; i < 300; ++i) {
        QCOMPARE((*again)->record(i).size(), std::size_t{8});
        QCOMPARE((*again)->record(i)[7], std::byte(i));
    }
    RecordRequest other = request();
    other.recipe = "other numbers";
    VERIFY_OK(openRecords(other, {}, nullptr));
    QCOMPARE(m_made.load(), 600);
    QCOMPARE(files().size(), std::size_t{2});
}

/// Memory is used again from record to record; nothing of one stays in the next. Released pages come back.
void TestRecordCache::recordsBeginAsZeros()
{
    RecordRequest sparse = request();
    sparse.make = [](std::int64_t record, std::span<std::byte> out) -> Result<void> {
        out[static_cast<std::size_t>(record % 8)] = std::byte(record);
        return {};
    };
    const auto records = openRecords(sparse, {}, nullptr);
    VERIFY_OK(records);
    for (int go = 0; go < 2; ++go) {
        for (std::int64_t i = 0; i < 300; ++i) {
            const auto record = (*records)->record(i);
            for (std::size_t k = 0; k < 8; ++k)
                QCOMPARE(record[k], k == static_cast<std::size_t>(i % 8) ? std::byte(i) : std::byte(0));
        }
        (*records)->release();
    }
}

void TestRecordCache::failuresAreKept()
{
    m_fails = true;
    for (int go = 0; go < 2; ++go) {
        const auto records = openRecords(request(), {}, nullptr);
        VERIFY_OK(records);
        QCOMPARE((*records)->failures().size(), std::size_t{3});
        QCOMPARE((*records)->failures()[1].record, 107);
        QCOMPARE((*records)->failures()[1].reason, std::string("broken beyond repair"));
        QCOMPARE((*records)->record(107)[0], std::byte(0));
        QCOMPARE((*records)->record(108)[0], std::byte(108));
    }
    QCOMPARE(m_made.load(), 300);
}

void TestRecordCache::exceptionsAreFailures()
{
    m_throws = true;
    const auto records = openRecords(request(), {}, nullptr);
    VERIFY_OK(records);
    QCOMPARE((*records)->failures().size(), std::size_t{1});
}

void TestRecordCache::damagedFilesAreMadeAnew_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("wrong");
    QTest::newRow("empty") << 0 << -1;
    QTest::newRow("header only") << 4096 << -1;
    QTest::newRow("cut off") << 4096 + 300 * 8 - 1 << -1;
    QTest::newRow("without its failures") << 4096 + 300 * 8 + 3 << -1;
    QTest::newRow("another key") << -1 << 3;
    QTest::newRow("other records") << -1 << 64;
    QTest::newRow("other size") << -1 << 72;
    QTest::newRow("more failures than there are") << -1 << 80;
}

void TestRecordCache::damagedFilesAreMadeAnew()
{
    QFETCH(int, size);
    QFETCH(int, wrong);
    m_fails = true;
    VERIFY_OK(openRecords(request(), {}, nullptr));
    const auto file = files().at(0);
    if (size >= 0)
        std::filesystem::resize_file(file, std::uintmax_t(size));
    if (wrong >= 0) {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(wrong);
        stream.put('\x7f');
    }
    const auto again = openRecords(request(), {}, nullptr);
    VERIFY_OK(again);
    QCOMPARE(m_made.load(), 600);
    QCOMPARE((*again)->record(299)[0], std::byte(299 & 255));
    QCOMPARE(files().size(), std::size_t{1});
}

void TestRecordCache::stopLeavesNothing()
{
    StopToken stop;
    stop.request(StopRequest::Stop);
    RecordRequest endless = request();
    endless.records = 10'000'000;
    endless.make = [](std::int64_t, std::span<std::byte>) -> Result<void> {
        QTest::qSleep(1);
        return {};
    };
    const auto records = openRecords(endless, {}, &stop);
    QVERIFY(!records.ok());
    QCOMPARE(records.error().code, ErrorCode::Cancelled);
    QVERIFY(files().empty());
}

void TestRecordCache::cacheThatCannotBeWritten()
{
    std::ofstream(m_cache) << "a file";
    const auto records = openRecords(request(), {}, nullptr);
    QVERIFY(!records.ok());
    QCOMPARE(records.error().code, ErrorCode::Io);
    QVERIFY2(records.error().message.find("PARETOSCOPE_CACHE") != std::string::npos, records.error().text().c_str());
    std::filesystem::remove(m_cache);
    RecordRequest huge = request(); // more than any disk has
    huge.records = std::int64_t{1} << 40;
    huge.bytes = 1 << 20;
    const auto none = openRecords(huge, {}, nullptr);
    QVERIFY(!none.ok());
    QVERIFY2(none.error().message.find("no room") != std::string::npos, none.error().text().c_str());
    QVERIFY(files().empty());
}

void TestRecordCache::digestFollowsContents()
{
    const data_folder::Folder folder;
    QVERIFY(folder.write("a", "1") && folder.write("b", "2"));
    const auto digest = [&](const std::vector<std::string> &names) {
        const auto result = digestFiles(folder.path(), names, {}, nullptr);
        return result.ok() ? *result : result.error().text();
    };
    const std::string first = digest({"a", "b"});
    QCOMPARE(first.size(), std::size_t{64});
    QCOMPARE(digest({"a", "b"}), first);
    QVERIFY(digest({"a"}) != first);
    QVERIFY(digest({"a", "b", "absent"}) != first);
    QVERIFY(folder.write("b", "3"));
    // Of the same size, and perhaps within one tick of the clock: make sure that the time differs.
    std::filesystem::last_write_time(folder.path() / "b",
                                     std::filesystem::file_time_type::clock::now() + std::chrono::seconds(5));
    QVERIFY(digest({"a", "b"}) != first);
    QVERIFY(folder.write("b", "2"));
    std::filesystem::last_write_time(folder.path() / "b",
                                     std::filesystem::file_time_type::clock::now() + std::chrono::seconds(9));
    QCOMPARE(digest({"a", "b"}), first);
    QVERIFY(!files().empty());
}

void TestRecordCache::digestsOfFilesThatAreGoneAreForgotten()
{
    const data_folder::Folder folder;
    QVERIFY(folder.write("a", "1") && folder.write("b", "2") && folder.write("c", "3"));
    const auto remembered = [&] {
        std::string all;
        for (const auto &entry : std::filesystem::directory_iterator(m_cache)) {
            if (const auto text = readText(entry.path()); entry.path().extension() == ".files" && text.ok())
                all += *text;
        }
        return all;
    };
    VERIFY_OK(digestFiles(folder.path(), {"a", "b", "c"}, {}, nullptr));
    QVERIFY(remembered().find(" c\n") != std::string::npos);
    QVERIFY(std::filesystem::remove(folder.path() / "c"));
    VERIFY_OK(digestFiles(folder.path(), {"a"}, {}, nullptr));
    const std::string left = remembered();
    QVERIFY(left.find(" c\n") == std::string::npos);
    QVERIFY(left.find(" a\n") != std::string::npos);
    QVERIFY(left.find(" b\n") != std::string::npos); // not asked for this time, but there
}

QTEST_APPLESS_MAIN(TestRecordCache)
#include "tst_record_cache.moc"
