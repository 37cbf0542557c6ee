// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searches as scripts start them: `dnas search` and `dnas demo` run on a demo benchmark of 600 pictures, for seconds.
// What networks become is not looked at; that a search ends, goes on, repeats itself and says what is wrong is.
#include "core/base/files.h"
#include "tests/app/dnas_process.h"
#include "tests/core/data/cifar_folder.h"

#include <sqlite3.h>

#include <csignal>
#include <cstdlib>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestCliSearch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void makesStudy();
    void secondTimeDoesNothing();
    void sayWhatIsOverItsLimit();
    void resumeNeedsAStudy();
    void dryRun();
    void jobsDoNotMatter();
    void goesOnAfterInterrupt();
    void startsFromWeights();
    void demo();
    void refuses_data();
    void refuses();
    void damagedData_data();
    void damagedData();
    void newerStudy();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    bool write(const QString &name, const QByteArray &bytes) const { return cifar_folder::write(file(name), bytes); }
    QByteArray bytes(const QString &name) const;
    QStringList studies() const { return QDir(m_folder.path()).entryList({QStringLiteral("*.pscope*")}); }
    QStringList command(const char *spec, const char *study, const QStringList &more = {}) const;
    Outcome search(const char *spec, const char *study, const QStringList &more = {}) const
    {
        return dnasRun(command(spec, study, more));
    }
    QJsonObject show(const char *study) const
    {
        return dnasRun({QStringLiteral("show"), file(QLatin1String(study)), QStringLiteral("--json")}).json();
    }
    QString digest(const char *study) const { return show(study)[u"digest"].toString(); }
    QTemporaryDir m_folder;
};

namespace {

const char *const kTerms = "board: nucleo-h743zi2\nobjective:\n  - {metric: weights, target: %T, shape: absolute}\n"
                           "phases: {warm_up: 1, search: 1, fine_tune: 1}\n";

QByteArray specText(const char *benchmark, const char *target, const QByteArray &more = {})
{
    return "benchmark: " + QByteArray(benchmark) + "\n" + QByteArray(kTerms).replace("%T", target) + more;
}

} // namespace

QByteArray TestCliSearch::bytes(const QString &name) const
{
    QFile opened(file(name));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

QStringList TestCliSearch::command(const char *spec, const char *study, const QStringList &more) const
{
    return QStringList{QStringLiteral("search"), file(QLatin1String(spec)), QStringLiteral("--output"),
                       file(QLatin1String(study))} +
           more;
}

void TestCliSearch::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const QString resources = QString::fromStdString(dnas::resourceFolder().string());
    QFile demo(resources + QStringLiteral("/benchmarks/demo.yaml"));
    QVERIFY(demo.open(QIODevice::ReadOnly));
    const QByteArray whole = demo.readAll();
    const QByteArray tiny = QByteArray(whole).replace("train: 6000, test: 4000", "train: 400, test: 200");
    QVERIFY(tiny != whole);
    QVERIFY(write(QStringLiteral("tiny.yaml"), tiny));
    QVERIFY(write(QStringLiteral("spec.yaml"), specText("tiny.yaml", "50%")));
    QVERIFY(write(QStringLiteral("long.yaml"), specText("tiny.yaml", "[70%, 50%, 30%, 20%]")));
    QVERIFY(write(QStringLiteral("key.yaml"), specText("tiny.yaml", "50%", "colour: red\n")));
    QVERIFY(write(QStringLiteral("metric.yaml"), specText("tiny.yaml", "50%").replace("weights", "beauty")));
    QVERIFY(write(QStringLiteral("far.yaml"), specText("tiny.yaml", "72")));
    QVERIFY(write(QStringLiteral("cifar.yaml"), specText("image-classification", "50%")));
    QVERIFY(write(QStringLiteral("letter.pscope"),
                  QByteArray(40, 'x') + "\nthis is a letter and no study\n" + QByteArray(100, 'y') + '\n'));
    // The study that later tests compare with.
    const Outcome run = search("spec.yaml", "whole.pscope", {QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(run.json()[u"runs_done"].toInt(), 2);
    QCOMPARE(run.json()[u"candidates"].toInt(), 2);
    for (const QByteArray &line : run.err.trimmed().split('\n'))
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
}

void TestCliSearch::makesStudy()
{
    const QJsonObject study = show("whole.pscope");
    const QJsonArray candidates = study[u"candidates"].toArray();
    QCOMPARE(candidates.size(), 2);
    QVERIFY(candidates[0][u"is_seed"].toBool());
    QCOMPARE(candidates[0][u"weights"].toInteger(), 30864);
    QVERIFY(!candidates[1][u"is_seed"].toBool());
    // An absolute target is met but for one channel: 50 % of 30 864. The dearest one is of the residual group, which
    // conv2 makes, conv3 makes and reads and conv4 reads: 9·16 + 2·9·32 + 9·48 = 1152 weights in the full network.
    const qint64 weights = candidates[1][u"weights"].toInteger();
    QVERIFY2(std::abs(weights - 15432) <= 1152, qPrintable(QString::number(weights)));
    QCOMPARE(digest("whole.pscope").size(), 64);
}

void TestCliSearch::secondTimeDoesNothing()
{
    const QString before = digest("whole.pscope");
    const Outcome run = search("spec.yaml", "whole.pscope", {QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()[u"runs_done"].toInt(), 0);
    QCOMPARE(run.json()[u"runs_skipped"].toInt(), 2);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(digest("whole.pscope"), before);
}

/// The published schedule without a guarantee, and too weak: exit code and reason.
void TestCliSearch::sayWhatIsOverItsLimit()
{
    QVERIFY(write(QStringLiteral("weak.yaml"),
                  "benchmark: ./tiny.yaml\nguarantee: false\nobjective: [{metric: weights, "
                  "target: 20%, strength: 1e-9}]\n"
                  "phases: {warm_up: 1, search: 1, fine_tune: 1}\n"));
    const Outcome run = search("weak.yaml", "weak.pscope", {QStringLiteral("--without-seed")});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("1 candidate over a limit of its run"), run.said().constData());
    const Outcome shown = dnasRun({QStringLiteral("show"), file(QStringLiteral("weak.pscope")), QStringLiteral("1")});
    QVERIFY2(shown.out.contains("out of its limits"), shown.out.constData());
    QVERIFY2(shown.out.contains("limit 6.17 k, 400 % above"), shown.out.constData());
}

void TestCliSearch::resumeNeedsAStudy()
{
    const Outcome nothing = search("spec.yaml", "not-there.pscope", {QStringLiteral("--resume")});
    QCOMPARE(nothing.exitCode, 2);
    QVERIFY2(nothing.err.contains("not-there.pscope: there is no such study to resume"), nothing.said().constData());
    QVERIFY(!QFile::exists(file(QStringLiteral("not-there.pscope"))));
    const Outcome there = search("spec.yaml", "whole.pscope", {QStringLiteral("--resume"), QStringLiteral("--json")});
    QCOMPARE(there.exitCode, 0);
    QCOMPARE(there.json()[u"runs_skipped"].toInt(), 2);
}

void TestCliSearch::dryRun()
{
    const QStringList before = studies();
    const Outcome run = search("long.yaml", "dry.pscope", {QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    const QJsonArray runs = run.json()[u"runs"].toArray();
    QCOMPARE(runs.size(), 4);
    QCOMPARE(runs[1][u"terms"][0][u"target"].toDouble(), 15432.0);
    QVERIFY(runs[0][u"key"].toString() != runs[1][u"key"].toString());
    const QJsonArray verdicts = run.json()[u"verdicts"].toArray();
    QCOMPARE(verdicts.size(), 4);
    QCOMPARE(verdicts[0][u"verdict"].toString(), QStringLiteral("feasible"));
    QCOMPARE(verdicts[0][u"most"].toDouble(), 30864.0);
    // One worker: the warm-up, the seed network at the warm-up's speed, four runs.
    const auto seconds = [](const QJsonObject &json, const char *key) {
        return json[QLatin1String(key)].toDouble();
    };
    const QJsonObject all = run.json();
    QVERIFY(seconds(all, "total_seconds") > 0);
    QVERIFY(qFuzzyCompare(seconds(all, "total_seconds"), seconds(all, "warm_up_seconds") +
                                                             seconds(all, "seed_run_seconds") +
                                                             4 * seconds(all, "run_seconds")));
    const QJsonObject bare =
        search("long.yaml", "dry.pscope",
               {QStringLiteral("--dry-run"), QStringLiteral("--json"), QStringLiteral("--without-seed")})
            .json();
    QVERIFY(bare[u"seed_run_seconds"].isNull());
    QVERIFY(qFuzzyCompare(seconds(bare, "total_seconds"),
                          seconds(bare, "warm_up_seconds") + 4 * seconds(bare, "run_seconds")));
    QCOMPARE(studies(), before);

    // Of a study that has the warm-up, the seed network and one of the four.
    const QJsonObject rest =
        search("long.yaml", "whole.pscope", {QStringLiteral("--dry-run"), QStringLiteral("--json")}).json();
    QVERIFY(rest[u"warm_up_done"].toBool() && rest[u"seed_run_done"].toBool() && !all[u"warm_up_done"].toBool());
    QVERIFY(!rest[u"runs"][0][u"done"].toBool() && rest[u"runs"][1][u"done"].toBool());
    QVERIFY(qFuzzyCompare(seconds(rest, "total_seconds"), 3 * seconds(rest, "run_seconds")));
    const Outcome text = search("long.yaml", "whole.pscope", {QStringLiteral("--dry-run")});
    QVERIFY2(text.out.contains("run   1: seed network (already there)"), text.out.constData());
    QVERIFY2(text.out.contains("what is left about"), text.out.constData());
    const Outcome other = search("long.yaml", "whole.pscope",
                                 {QStringLiteral("--dry-run"), QStringLiteral("--seed"), QStringLiteral("7")});
    QCOMPARE(other.exitCode, 2);
    QVERIFY2(other.err.contains("made from another seed network"), other.said().constData());
}

void TestCliSearch::jobsDoNotMatter()
{
    const Outcome run = search("spec.yaml", "jobs.pscope", {QStringLiteral("--jobs"), QStringLiteral("2")});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(digest("jobs.pscope"), digest("whole.pscope"));
    QVERIFY2(run.out.contains("jobs.pscope: 2 runs done, 0 failed, 0 already there; 2 candidates\n"),
             run.out.constData());
    const Outcome one = search("spec.yaml", "one.pscope", {QStringLiteral("--without-seed")});
    QVERIFY2(one.out.contains("one.pscope: 1 run done, 0 failed, 0 already there; 1 candidate\n"), one.out.constData());
}

void TestCliSearch::goesOnAfterInterrupt()
{
    QProcess process;
    process.start(QStringLiteral(DNAS_PROGRAM), command("long.yaml", "broken.pscope"));
    process.setReadChannel(QProcess::StandardError);
    QByteArray said;
    QElapsedTimer clock;
    clock.start();
    // The line of the first epoch; five runs are still to come.
    while (!said.contains("validation") && clock.elapsed() < 60000 && process.waitForReadyRead(60000))
        said += process.readAllStandardError();
    QVERIFY2(said.contains("warm-up"), said.constData());
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("the same command goes on"));
    QVERIFY(show("broken.pscope")[u"candidates"].toArray().size() < 5);

    const Outcome rest = search("long.yaml", "broken.pscope");
    QVERIFY2(rest.exitCode == 0, rest.said().constData());
    QCOMPARE(show("broken.pscope")[u"candidates"].toArray().size(), 5);
    const Outcome undisturbed = search("long.yaml", "long.pscope");
    QVERIFY2(undisturbed.exitCode == 0, undisturbed.said().constData());
    QCOMPARE(digest("broken.pscope"), digest("long.pscope"));
    QVERIFY(digest("broken.pscope") != digest("whole.pscope"));
}

void TestCliSearch::startsFromWeights()
{
    const auto exported = [this](const char *candidate, const char *folder) {
        return dnasRun({QStringLiteral("export"), file(QStringLiteral("whole.pscope#")) + QLatin1String(candidate),
                        QStringLiteral("--format"), QStringLiteral("yaml"), QStringLiteral("--output"),
                        file(QLatin1String(folder))})
            .exitCode;
    };
    QCOMPARE(exported("seed", "seed"), 0);
    QVERIFY(write(QStringLiteral("warm.yaml"), specText("tiny.yaml", "50%", "weights: seed/weights.safetensors\n")));
    const Outcome run = search("warm.yaml", "warm.pscope");
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(show("warm.pscope")[u"candidates"].toArray().size(), 2);
    QVERIFY(digest("warm.pscope") != digest("whole.pscope")); // they were used

    // Weights of another network: half as large. And a file that holds none.
    QCOMPARE(exported("2", "half"), 0);
    for (const char *weights : {"half/weights.safetensors", "tiny.yaml"}) {
        QVERIFY(write(QStringLiteral("wrong.yaml"),
                      specText("tiny.yaml", "50%", "weights: " + QByteArray(weights) + "\n")));
        const Outcome wrong = search("wrong.yaml", "wrong.pscope");
        QVERIFY2(wrong.exitCode == 2, wrong.said().constData());
        QVERIFY2(wrong.err.contains("dnas: error: "), wrong.said().constData());
        QFile::remove(file(QStringLiteral("wrong.pscope")));
    }
}

void TestCliSearch::demo()
{
    // The shipped demo takes a minute; here its spec and benchmark are replaced by small ones.
    const QString resources = QString::fromStdString(dnas::resourceFolder().string());
    for (const char *kind : {"networks", "boards"}) {
        const QString from = resources + QLatin1Char('/') + QLatin1String(kind);
        QVERIFY(QDir().mkpath(file(QStringLiteral("resources/")) + QLatin1String(kind)));
        for (const QString &name : QDir(from).entryList(QDir::Files))
            QVERIFY(QFile::copy(from + QLatin1Char('/') + name,
                                file(QStringLiteral("resources/%1/%2").arg(QLatin1String(kind), name))));
    }
    QVERIFY(QDir().mkpath(file(QStringLiteral("resources/specs"))));
    QVERIFY(QDir().mkpath(file(QStringLiteral("resources/benchmarks"))));
    QVERIFY(write(QStringLiteral("resources/benchmarks/demo.yaml"), bytes(QStringLiteral("tiny.yaml"))));
    QVERIFY(write(QStringLiteral("resources/specs/demo.yaml"), specText("demo", "50%")));
    const QByteArray before = qgetenv("PARETOSCOPE_RESOURCES");
    qputenv("PARETOSCOPE_RESOURCES", file(QStringLiteral("resources")).toLocal8Bit());
    const Outcome run = dnasRun({QStringLiteral("demo"), QStringLiteral("--output"),
                                 file(QStringLiteral("demo.pscope")), QStringLiteral("--json")});
    before.isEmpty() ? qunsetenv("PARETOSCOPE_RESOURCES") : qputenv("PARETOSCOPE_RESOURCES", before);
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(run.json()[u"candidates"].toInt(), 2);
    QCOMPARE(show("demo.pscope")[u"candidates"].toArray().size(), 2);
}

void TestCliSearch::refuses_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("study");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *spec, const char *study, int exitCode, const char *says) {
        QTest::newRow(name) << QString::fromUtf8(spec) << QString::fromUtf8(study) << exitCode << QByteArray(says);
    };
    row("no spec", "none.yaml", "x.pscope", 2, "none.yaml");
    row("unknown key", "key.yaml", "x.pscope", 2, "key.yaml:6: colour");
    row("unknown metric", "metric.yaml", "x.pscope", 2, "metric.yaml:4");
    row("out of reach", "far.yaml", "x.pscope", 2, "73 weights"); // one channel everywhere
    row("no data folder", "cifar.yaml", "x.pscope", 2, "no such folder");
    row("no output folder", "spec.yaml", "nowhere/x.pscope", 1, "nowhere/x.pscope");
    row("output is a text", "spec.yaml", "letter.pscope", 2, "letter.pscope: is not a Paretoscope study");
}

void TestCliSearch::refuses()
{
    QFETCH(const QString, spec);
    QFETCH(const QString, study);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, says);
    const QStringList before = studies();
    const QByteArray letter = bytes(QStringLiteral("letter.pscope"));
    const Outcome run =
        search(qPrintable(spec), qPrintable(study), {QStringLiteral("--data"), file(QStringLiteral("no-data"))});
    QVERIFY2(run.err.contains(says), run.said().constData());
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.errorLines() == 1, run.said().constData());
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(studies(), before);
    QCOMPARE(bytes(QStringLiteral("letter.pscope")), letter);
    QVERIFY(!QFile::exists(file(QStringLiteral("nowhere"))));
}

void TestCliSearch::damagedData_data()
{
    QTest::addColumn<QByteArray>("first"); // the first training file; the others hold one record each
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("truncated") << cifar_folder::record(0, 0) + cifar_folder::record(1, 1).first(1000)
                               << QByteArray("record 1 (counted from 0) has 1000 of 3073 bytes");
    QTest::newRow("label out of range") << cifar_folder::record(0, 3) + cifar_folder::record(1, 10)
                                        << QByteArray("label 10 of record 1");
    QTest::newRow("empty") << QByteArray() << QByteArray("is empty");
}

void TestCliSearch::damagedData()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, says);
    QVERIFY(cifar_folder::makeCifar10(file(QStringLiteral("data")), 1));
    QVERIFY(write(QStringLiteral("data/cifar-10-batches-bin/data_batch_1.bin"), first));
    const Outcome run = search("cifar.yaml", "data.pscope", {QStringLiteral("--data"), file(QStringLiteral("data"))});
    QVERIFY2(run.err.contains(says) && run.err.contains("data_batch_1.bin"), run.said().constData());
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.errorLines(), 1);
    QVERIFY(!QFile::exists(file(QStringLiteral("data.pscope"))));
}

void TestCliSearch::newerStudy()
{
    QVERIFY(QFile::copy(file(QStringLiteral("whole.pscope")), file(QStringLiteral("newer.pscope"))));
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(file(QStringLiteral("newer.pscope")).toUtf8().constData(), &database), SQLITE_OK);
    const int set = sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    QCOMPARE(set, SQLITE_OK);
    const Outcome run = search("spec.yaml", "newer.pscope");
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.errorLines(), 1);
    QVERIFY2(run.err.contains("newer"), run.said().constData());
}

QTEST_GUILESS_MAIN(TestCliSearch)
#include "tst_cli_search.moc"
