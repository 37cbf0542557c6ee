// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that are no studies, or studies that were damaged or made to do harm: an error that says so, never a crash.
#include "core/base/random.h"
#include "core/study/database.h"
#include "tests/core/study/study_samples.h"

#include <QFile>

#include <sys/stat.h>

using namespace dnas;
using samples::in;

namespace {

QByteArray contentOf(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const std::filesystem::path &path, const QByteArray &bytes)
{
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Reads all there is; how many of the answers were errors.
int readAll(const Study &study)
{
    int errors = 0;
    const auto count = [&](const auto &result) {
        errors += !result.ok();
    };
    count(study.spec());
    count(study.environment());
    count(study.samples());
    count(study.digest());
    count(study.warmUp("warm"));
    count(study.steeringRequests(0));
    const auto runs = study.runs();
    count(runs);
    for (const StudyRun &run : runs.ok() ? *runs : std::vector<StudyRun>()) {
        count(study.history(run.id));
        count(study.steering(run.id));
        count(study.checkpoints(run.id));
        count(study.latestCheckpoint(run.id, Phase::Search));
    }
    const auto candidates = study.candidates();
    count(candidates);
    for (const CandidateSummary &candidate : candidates.ok() ? *candidates : std::vector<CandidateSummary>()) {
        count(study.network(candidate.id));
        count(study.masks(candidate.id));
        count(study.weights(candidate.id));
        count(study.qualityDetails(candidate.id, "validation"));
        count(study.qualityDetails(candidate.id, "test"));
    }
    return errors;
}

} // namespace

class TestHostileStudy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void notAStudy_data();
    void notAStudy();
    void truncated();
    void flippedBytes();
    void tampered_data();
    void tampered();
    void changedTables_data();
    void changedTables();
    void readOnlyFolder();

private:
    QTemporaryDir m_folder;
    QByteArray m_valid;
};

void TestHostileStudy::initTestCase()
{
    const auto path = in(m_folder, "valid.pscope");
    CHECK_OK(samples::writeStudy(path));
    m_valid = contentOf(path);
    QVERIFY(m_valid.size() > 4096);
    const auto study = Study::open(path, StudyAccess::Read);
    CHECK_OK(study);
    QCOMPARE(readAll(**study), 0);
}

void TestHostileStudy::notAStudy_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto patched = [this](int at, const QByteArray &bytes) {
        return QByteArray(m_valid).replace(at, bytes.size(), bytes);
    };
    QTest::newRow("empty") << QByteArray() << "is empty";
    QTest::newRow("text") << QByteArray("name: resnet8\nlayers:\n") << "is not a Paretoscope study";
    QTest::newRow("zeros") << QByteArray(10'000, '\0') << "is not a Paretoscope study";
    QTest::newRow("header only") << m_valid.left(50) << "damaged";
    QTest::newRow("other program") << patched(68, QByteArray("\0\0\0\0", 4)) << "SQLite file of another program";
    QTest::newRow("newer") << patched(60, QByteArray("\0\0\0\x07", 4)) << "study format 7, from a newer version";
    QTest::newRow("newest") << patched(60, QByteArray("\xff\xff\xff\xff", 4)) << "from a newer version";
    QTest::newRow("no version") << patched(60, QByteArray("\0\0\0\0", 4)) << "damaged";
    QTest::newRow("page size 1") << patched(16, QByteArray("\0\x03", 2)) << "is damaged";
    QTest::newRow("file format of the future") << patched(18, QByteArray("\x09\x09", 2)) << "damaged";
}

void TestHostileStudy::notAStudy()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    QTemporaryDir folder;
    const auto path = in(folder, "bad.pscope");
    put(path, bytes);
    for (const StudyAccess access : {StudyAccess::Read, StudyAccess::Write}) {
        const auto study = Study::open(path, access);
        QVERIFY(!study.ok());
        QCOMPARE(study.error().code, ErrorCode::InvalidInput);
        QCOMPARE(study.error().place.file, path.string());
        QVERIFY2(study.error().message.find(says.toStdString()) != std::string::npos, study.error().message.c_str());
    }
    QCOMPARE(contentOf(path), bytes); // and it is left as it was
    QCOMPARE(samples::filesIn(folder), QStringList{QStringLiteral("bad.pscope")});

    QCOMPARE(Study::open(folder.path().toStdString(), StudyAccess::Read).error().code, ErrorCode::InvalidInput);
    QCOMPARE(Study::open(in(folder, "missing"), StudyAccess::Write).error().code, ErrorCode::Io);
    QCOMPARE(mkfifo(in(folder, "pipe").c_str(), 0600), 0);
    QCOMPARE(Study::open(in(folder, "pipe"), StudyAccess::Read).error().code, ErrorCode::InvalidInput); // does not wait
}

void TestHostileStudy::truncated()
{
    RandomStream random(1, "truncate");
    const auto path = in(m_folder, "short.pscope");
    put(path, m_valid);
    const std::string whole = (*Study::open(path, StudyAccess::Read))->digest().value();
    int errors = 0;
    for (int round = 0; round < 100; ++round) {
        put(path, m_valid.left(static_cast<int>(random.below(static_cast<std::uint64_t>(m_valid.size())))));
        const auto study = Study::open(path, StudyAccess::Read);
        if (!study.ok() || readAll(**study) > 0)
            ++errors;
        else // the file ends with an empty table: behind its few bytes only zeros are lost
            QCOMPARE((*study)->digest().value(), whole);
    }
    QVERIFY2(errors >= 95, qPrintable(QString::number(errors)));
}

void TestHostileStudy::flippedBytes()
{
    RandomStream random(1, "flip");
    const auto path = in(m_folder, "flipped.pscope");
    int refused = 0;
    int errors = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes = m_valid;
        for (std::uint64_t i = 0; i <= random.below(8); ++i) {
            const auto at = static_cast<int>(random.below(static_cast<std::uint64_t>(bytes.size())));
            bytes[at] = static_cast<char>(random.below(256));
        }
        put(path, bytes);
        const auto study = Study::open(path, round % 4 ? StudyAccess::Read : StudyAccess::Write);
        if (!study.ok()) {
            ++refused;
            QVERIFY(!study.error().message.empty());
            continue;
        }
        errors += readAll(**study) > 0;
        if (round % 4 == 0)
            (void)(*study)->addCandidate(samples::candidate(1), samples::costs(), true);
    }
    qInfo("%d refused, %d with errors later, of 400", refused, errors);
    QVERIFY(refused > 0);
    QVERIFY(errors > 0);
}

void TestHostileStudy::tampered_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto add = [](const char *name, const char *sql) {
        QTest::newRow(name) << QByteArray(sql);
    };
    add("run state", "UPDATE runs SET state = 'flying'");
    add("term names", "UPDATE runs SET term_names = '[1'");
    add("term numbers", "UPDATE runs SET term_names = '[1, 2]'");
    add("method", "UPDATE run_outlines SET method = 'guessing'");
    add("outline of nobody", "UPDATE run_outlines SET run = 99");
    add("target of nobody", "UPDATE run_targets SET run = 99");
    add("target without an outline", "DELETE FROM run_outlines");
    add("shape", "UPDATE run_targets SET shape = 'round'");
    add("phase", "UPDATE epochs SET phase = 'lunch'");
    add("widths", "UPDATE epochs SET widths = '{}'");
    add("widths nested", "UPDATE epochs SET widths = '[[[[1]]]]'");
    add("widths of text", "UPDATE epochs SET widths = '[\"a\"]'");
    add("steering phase", "UPDATE steering SET phase = x'00'");
    add("candidate state", "UPDATE candidates SET state = ''");
    add("network text", "UPDATE texts SET body = 'x' WHERE sha256 = (SELECT network FROM candidates)");
    add("network gone", "DELETE FROM texts WHERE sha256 = (SELECT network FROM candidates)");
    add("seed text",
        "UPDATE texts SET body = body || '#' WHERE sha256 = (SELECT text FROM specs WHERE role = 'network')");
    add("spec gone", "DELETE FROM specs WHERE role = 'board'");
    add("threads", "UPDATE meta SET value = '99999999999999' WHERE key = 'threads'");
    add("samples", "INSERT INTO meta VALUES ('training_samples', '12x')");
    add("samples below zero", "INSERT INTO meta VALUES ('training_samples', '-12')");
    add("samples of one split", "INSERT INTO meta VALUES ('training_samples', '12')");
    add("masks short", "UPDATE candidate_data SET masks = x'0200'");
    add("masks long", "UPDATE candidate_data SET masks = masks || x'00'");
    add("masks huge", "UPDATE candidate_data SET masks = x'ffffffffffffffff'");
    add("masks of another network", "UPDATE candidate_data SET masks = x'01000000050000000101010101'");
    add("masks of nothing kept", "UPDATE candidate_data SET masks = x'010000000400000000000000'");
    add("weights", "UPDATE candidate_data SET weights = x'ffffffffffffffff'");
    add("weights of text", "UPDATE candidate_data SET weights = 'hello'");
    add("data gone", "DELETE FROM candidate_data");
    add("warm-up", "UPDATE warm_ups SET weights = zeroblob(1000)");
    add("cost origin", "UPDATE costs SET origin = 'guessed'");
    add("cost of nobody", "UPDATE costs SET candidate = 99");
}

void TestHostileStudy::tampered()
{
    QFETCH(QByteArray, sql);
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    put(path, m_valid);
    {
        auto database = Database::open(path, Database::Mode::Existing);
        CHECK_OK(database);
        CHECK_OK(database->execute(sql.constData()));
    }
    const auto study = Study::open(path, StudyAccess::Read);
    CHECK_OK(study); // the tables are sound, what they say is not
    QVERIFY(readAll(**study) > 0);
}

void TestHostileStudy::changedTables_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto add = [](const char *name, const char *sql) {
        QTest::newRow(name) << QByteArray(sql);
    };
    add("table missing", "DROP TABLE steering");
    add("column added", "ALTER TABLE runs ADD COLUMN extra");
    add("table added", "CREATE TABLE extra (a)");
    add("trigger", "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM texts; END");
    add("view in place of a table",
        "DROP TABLE warm_ups; CREATE VIEW warm_ups AS WITH RECURSIVE r(key, weights, loss) AS "
        "(SELECT 1, 1, 1 UNION ALL SELECT key + 1, 1, 1 FROM r) SELECT * FROM r");
    add("generated column", "DROP TABLE warm_ups; CREATE TABLE warm_ups (key TEXT PRIMARY KEY, weights BLOB NOT NULL, "
                            "loss AS (abs(-9223372036854775807)))");
    add("costly check",
        "DROP TABLE warm_ups; CREATE TABLE warm_ups (key TEXT PRIMARY KEY, weights BLOB NOT NULL, loss, "
        "CHECK (length(zeroblob(500000000)) > 0))");
    add("index on an expression", "CREATE INDEX i ON runs (abs(id))");
}

void TestHostileStudy::changedTables()
{
    QFETCH(QByteArray, sql);
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    put(path, m_valid);
    {
        auto database = Database::open(path, Database::Mode::Existing);
        CHECK_OK(database);
        CHECK_OK(database->execute(sql.constData()));
    }
    const auto study = Study::open(path, StudyAccess::Read);
    QVERIFY(!study.ok());
    QCOMPARE(study.error().code, ErrorCode::InvalidInput);
    QVERIFY(study.error().message.find("tables") != std::string::npos);
}

void TestHostileStudy::readOnlyFolder()
{
    if (geteuid() == 0)
        QSKIP("the administrator may write everywhere");
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    QByteArray bytes = m_valid;
    bytes.replace(18, 2, "\x02\x02"); // as left by a writer whose reader stayed: write-ahead log, but none there
    put(path, bytes);
    QCOMPARE(chmod(folder.path().toUtf8().constData(), 0500), 0);
    const auto study = Study::open(path, StudyAccess::Read);
    const auto writer = Study::open(path, StudyAccess::Write);
    QCOMPARE(chmod(folder.path().toUtf8().constData(), 0700), 0);
    CHECK_OK(study);
    QCOMPARE(readAll(**study), 0);
    QVERIFY(!writer.ok());
    QCOMPARE(writer.error().code, ErrorCode::Io);
}

QTEST_APPLESS_MAIN(TestHostileStudy)
#include "tst_hostile_study.moc"
