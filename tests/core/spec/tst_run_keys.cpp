// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The identity of runs: the same for the same result, wherever the run stands; another for every setting.
#include "core/base/files.h"
#include "core/spec/search_spec.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace dnas;

namespace {

SearchPlan planOf(const std::string &text, const std::string &file = "spec.yaml")
{
    const auto spec = parseSpec(text, file);
    if (!spec.ok())
        qFatal("%s", spec.error().text().c_str());
    auto plan = planSearch(*spec);
    if (!plan.ok())
        qFatal("%s", plan.error().text().c_str());
    return std::move(plan).value();
}

const char *const kHead = "benchmark: demo\nboard: nucleo-h743zi2\n";
const char *const kTerm = "objective: [{metric: weights, target: 50%, strength: 0.5}]\n";

std::string baseText() { return std::string(kHead) + kTerm; }

} // namespace

class TestRunKeys : public QObject {
    Q_OBJECT
private slots:
    void areHashes();
    void doNotDependOnPositionOrOthers();
    void sameMeaningSameKey_data();
    void sameMeaningSameKey();
    void everySettingCounts_data();
    void everySettingCounts();
    void startWeightsCountByTheirBytes();
    void networkCountsByItsContent();
    void recipesCountByWhatTheySay();
    void recipesThatAreNotChosenDoNotCount();
};

void TestRunKeys::areHashes()
{
    const SearchPlan plan = planOf(baseText());
    for (const std::string &key : {plan.runs.at(0).key, plan.warmUpKey}) {
        QCOMPARE(key.size(), std::size_t{64});
        QVERIFY(key.find_first_not_of("0123456789abcdef") == std::string::npos);
    }
    QVERIFY(plan.runs[0].key != plan.warmUpKey);
    QCOMPARE(planOf(baseText()).runs[0].key, plan.runs[0].key);
}

void TestRunKeys::doNotDependOnPositionOrOthers()
{
    const std::string head = kHead;
    const SearchPlan few = planOf(head + "objective: [{metric: weights, target: [50%, 25%], shape: absolute},"
                                         "{metric: macs, minimise: true, strength: [0, 1]}]");
    const SearchPlan more = planOf(head + "objective: [{metric: weights, target: [75%, 25%, 50%], shape: absolute},"
                                          "{metric: macs, minimise: true, strength: [1, 0.3, 0]}]");
    QCOMPARE(few.warmUpKey, more.warmUpKey);
    std::map<std::pair<double, double>, std::string> known;
    std::set<std::string> distinct;
    for (const RunPlan &run : more.runs) {
        known[{run.terms[0].target, run.terms[1].strength}] = run.key;
        distinct.insert(run.key);
    }
    QCOMPARE(distinct.size(), std::size_t{9});
    for (const RunPlan &run : few.runs) {
        const std::pair<double, double> settings{run.terms[0].target, run.terms[1].strength};
        QVERIFY(known.contains(settings));
        QCOMPARE(run.key, known[settings]);
    }
}

void TestRunKeys::sameMeaningSameKey_data()
{
    QTest::addColumn<QString>("text");
    const QString head = QString::fromUtf8(kHead);
    // demo-cnn has 30 864 weights, so half of them is 15 432.
    QTest::newRow("target as a number") << head + "objective: [{metric: weights, target: 15432, strength: 0.5}]";
    QTest::newRow("comments and order")
        << "objective: # what for\n - {strength: 0.5, target: 50%, metric: weights}\nboard: nucleo-h743zi2\n"
           "benchmark: demo\n";
    QTest::newRow("defaults written out")
        << QString::fromUtf8(kHead) +
               "network: demo-cnn\nseed: 1\nthreads: 1\nspace: {width: {granularity: 1, exclude: []}}\n" +
               QString::fromUtf8(kTerm);
    QTest::newRow("recipe as the benchmark has it") << head + QString::fromUtf8(kTerm) + "recipe: {batch: 64}";
}

void TestRunKeys::sameMeaningSameKey()
{
    QFETCH(QString, text);
    const SearchPlan base = planOf(baseText());
    const SearchPlan other = planOf(text.toStdString(), "/somewhere/else.yaml");
    QCOMPARE(other.runs.at(0).key, base.runs.at(0).key);
    QCOMPARE(other.warmUpKey, base.warmUpKey);
}

void TestRunKeys::everySettingCounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("sameWarmUp");
    const QString head = QString::fromUtf8(kHead);
    const QString term = QString::fromUtf8(kTerm);
    const auto more = [&](const char *name, const char *text, bool same) {
        QTest::newRow(name) << head + term + QString::fromUtf8(text) << same;
    };
    const auto terms = [&](const char *name, const char *text) {
        QTest::newRow(name) << head + "objective: [{" + QString::fromUtf8(text) + "}]" << true;
    };
    more("seed", "seed: 2", false);
    more("threads", "threads: 2", false);
    more("width excluded", "space: {width: {exclude: [conv4]}}", false);
    more("granularity", "space: {width: {granularity: 2}}", false);
    more("warm-up epochs", "phases: {warm_up: 11}", false);
    more("search epochs", "phases: {search: 11}", true);
    more("fine-tune epochs", "phases: {fine_tune: 11}", true);
    more("batch", "recipe: {batch: 65}", false);
    more("smoothing", "recipe: {label_smoothing: 0.1}", false);
    more("augmentation", "recipe: {augment: [flip]}", false);
    more("split", "recipe: {split: {validation: 11%}}", false);
    more("warm-up rate", "recipe: {warm_up: {weights: {lr: 1e-3}}}", false);
    more("warm-up keep", "recipe: {warm_up: {keep: last}}", false);
    more("search rate", "recipe: {search: {weights: {lr: 7e-3}}}", true);
    more("decision rate", "recipe: {search: {decisions: {lr: 1e-3}}}", true);
    more("start of the decisions", "recipe: {search: {start: ranked}}", true);
    more("fine-tune rate", "recipe: {fine_tune: {weights: {lr: 5e-4}}}", true);
    more("patience", "recipe: {search: {early_stop: {patience: 3}}}", true);
    terms("metric", "metric: macs, target: 50%, strength: 0.5");
    terms("target", "metric: weights, target: 51%, strength: 0.5");
    terms("shape", "metric: weights, target: 50%, strength: 0.5, shape: absolute");
    terms("strength", "metric: weights, target: 50%, strength: 0.50000001");
    terms("auto", "metric: weights, target: 50%, strength: auto, multiplier: 0.5");
    terms("second term", "metric: weights, target: 50%, strength: 0.5}, {metric: macs, minimise: true, strength: 0");
    QTest::newRow("board") << "benchmark: demo\n" + term << true;
}

void TestRunKeys::everySettingCounts()
{
    QFETCH(QString, text);
    QFETCH(bool, sameWarmUp);
    const SearchPlan base = planOf(baseText());
    const SearchPlan other = planOf(text.toStdString());
    QVERIFY(other.runs.at(0).key != base.runs.at(0).key);
    QCOMPARE(other.warmUpKey == base.warmUpKey, sameWarmUp);
}

void TestRunKeys::startWeightsCountByTheirBytes()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    QVERIFY(writeAtomically(path / "a.safetensors", "one").ok());
    QVERIFY(writeAtomically(path / "b.safetensors", "one").ok());
    QVERIFY(writeAtomically(path / "c.safetensors", "two").ok());
    const auto keyWith = [&](const char *name) {
        return planOf(baseText() + "weights: " + (path / name).string() + "\n").runs.at(0).key;
    };
    QCOMPARE(keyWith("a.safetensors"), keyWith("b.safetensors"));
    QVERIFY(keyWith("a.safetensors") != keyWith("c.safetensors"));
    QVERIFY(keyWith("a.safetensors") != planOf(baseText()).runs.at(0).key);
}

void TestRunKeys::networkCountsByItsContent()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const auto text = readText(resourceFolder() / "networks/demo-cnn.yaml");
    VERIFY_OK(text);
    QString wider = QString::fromStdString(*text);
    QVERIFY(wider.contains(QStringLiteral("channels: 48")));
    wider.replace(QStringLiteral("channels: 48"), QStringLiteral("channels: 47"));
    QVERIFY(writeAtomically(path / "copy.yaml", *text).ok());
    QVERIFY(writeAtomically(path / "other.yaml", wider.toStdString()).ok());
    const auto planWith = [&](const char *name) {
        std::string spec(kHead);
        spec += "network: " + (path / name).string();
        spec += "\nobjective: [{metric: weights, target: 15432, strength: 0.5}]\n";
        return planOf(spec);
    };
    QCOMPARE(planWith("copy.yaml").runs.at(0).key, planOf(baseText()).runs.at(0).key);
    QVERIFY(planWith("other.yaml").runs.at(0).key != planOf(baseText()).runs.at(0).key);
    QVERIFY(planWith("other.yaml").warmUpKey != planOf(baseText()).warmUpKey);
}

void TestRunKeys::recipesCountByWhatTheySay()
{
    // `full` of the benchmark demo, written out.
    const std::string phases = "phases: {warm_up: 60, search: 60, fine_tune: 80}\n";
    const SearchPlan named = planOf(baseText() + "recipe: full\n");
    const SearchPlan written = planOf(baseText() + phases);
    QCOMPARE(named.runs.at(0).key, written.runs.at(0).key);
    QCOMPARE(named.warmUpKey, written.warmUpKey);
    QCOMPARE(named.specText, written.specText);
    QVERIFY(named.runs[0].key != planOf(baseText() + "recipe: short\n").runs.at(0).key);
    QVERIFY(planOf(baseText() + "recipe: {base: full, batch: 32}\n").runs.at(0).key != named.runs[0].key);
    QVERIFY(planOf(baseText() + "recipe: {base: full, split: {train: 100}}\n").warmUpKey != named.warmUpKey);
}

void TestRunKeys::recipesThatAreNotChosenDoNotCount()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const auto demo = readText(resourceFolder() / "benchmarks/demo.yaml");
    VERIFY_OK(demo);
    const std::size_t at = demo->find("recipes:");
    QVERIFY(at != std::string::npos);
    const std::string plain = demo->substr(0, at); // as it was before it had any
    const auto planWith = [&](const char *name, const std::string &text) {
        if (!writeAtomically(path / name, text).ok())
            qFatal("cannot write");
        return planOf("benchmark: " + (path / name).string() + "\nboard: nucleo-h743zi2\n" + kTerm);
    };
    const SearchPlan without = planWith("a.yaml", plain);
    const SearchPlan with = planWith("b.yaml", *demo);
    const SearchPlan others = planWith("c.yaml", "recipes:\n  mine: {batch: 8}\n\n  # a blank line above\n"
                                                 "# a comment that is not indented\n  yours: {}\n" +
                                                     plain);
    for (const SearchPlan *other : {&with, &others}) {
        QCOMPARE(other->runs.at(0).key, without.runs.at(0).key);
        QCOMPARE(other->warmUpKey, without.warmUpKey);
        QCOMPARE(other->benchmark.text, plain); // what a study keeps, and its digest is over
    }
    QCOMPARE(others.benchmark.recipes.size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestRunKeys)
#include "tst_run_keys.moc"
