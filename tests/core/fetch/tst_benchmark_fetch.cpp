// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What fetching a benchmark's data means, before anything is fetched.
#include "core/fetch/benchmark_fetch.h"
#include "tests/core/data/data_folder.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;

class TestBenchmarkFetch : public QObject {
    Q_OBJECT

private slots:
    void theRequest();
    void nothingToFetch();
    void whatIsThereStays();
    void digests();

private:
    static Benchmark benchmark()
    {
        Benchmark made{.name = "mine"};
        made.data.format = "pictures";
        made.data.folder = "faces";
        made.fetch = DataOrigin{
            .url = "https://example.org/files/faces.zip?download=1", .size = 12, .md5 = "00ff", .source = "its page"};
        return made;
    }
    data_folder::Folder m_folder;
};

void TestBenchmarkFetch::theRequest()
{
    Benchmark mine = benchmark();
    mine.fetch->top = "top";
    const auto request = fetchRequest(mine, m_folder.path());
    VERIFY_OK(request);
    QCOMPARE(request->archive.target, m_folder.path() / "faces.zip"); // without what follows the question mark
    QCOMPARE(request->archive.url, mine.fetch->url);
    QCOMPARE(request->archive.size, std::optional<std::int64_t>(12));
    QCOMPARE(request->archive.md5, std::string("00ff"));
    QCOMPARE(request->folder, m_folder.path() / "faces");
    QCOMPARE(request->strip, std::string("top"));
    QCOMPARE(fetchedBefore(*request), 0);
    QVERIFY(m_folder.write("faces.zip.part", QByteArray(7, 'x')));
    QCOMPARE(fetchedBefore(*request), 7);
    mine.fetch->url = "https://example.org/";
    mine.fetch->size = 0;
    const auto nameless = fetchRequest(mine, m_folder.path());
    VERIFY_OK(nameless);
    QCOMPARE(nameless->archive.target, m_folder.path() / "download");
    QVERIFY(!nameless->archive.size);
}

void TestBenchmarkFetch::nothingToFetch()
{
    Benchmark mine = benchmark();
    mine.fetch.reset();
    const auto byHand = fetchRequest(mine, m_folder.path());
    QVERIFY(!byHand.ok());
    QVERIFY2(byHand.error().message.find((m_folder.path() / "faces").string()) != std::string::npos,
             byHand.error().text().c_str());
    mine.data.format = "demo";
    const auto drawn = fetchRequest(mine, m_folder.path());
    QVERIFY(!drawn.ok());
    QVERIFY(drawn.error().message.find("nothing to fetch") != std::string::npos);
}

void TestBenchmarkFetch::whatIsThereStays()
{
    const data_folder::Folder folder;
    QVERIFY(folder.makeFolder("faces"));
    VERIFY_OK(fetchRequest(benchmark(), folder.path())); // an empty one does no harm
    QVERIFY(folder.write("faces/a/1.png"));
    const auto request = fetchRequest(benchmark(), folder.path());
    QVERIFY(!request.ok());
    QCOMPARE(request.error().place.file, (folder.path() / "faces").string());
    QVERIFY(request.error().message.find("move it away") != std::string::npos);
}

void TestBenchmarkFetch::digests()
{
    FolderOutcome outcome;
    outcome.archive.sha256 = "abc";
    QCOMPARE(digestText(outcome, benchmark()), std::string("no digest is published; this one was abc"));
    outcome.archive.verified = true;
    QCOMPARE(digestText(outcome, benchmark()), std::string("digest as published (its page)"));
}

QTEST_APPLESS_MAIN(TestBenchmarkFetch)
#include "tst_benchmark_fetch.moc"
