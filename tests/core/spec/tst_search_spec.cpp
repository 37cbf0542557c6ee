// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading and writing of good specs, and every spec that comes with the program.
#include "core/base/files.h"
#include "core/spec/search_spec.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>

using namespace dnas;

class TestSearchSpec : public QObject {
    Q_OBJECT
private slots:
    void defaults();
    void terms();
    void widthFalse();
    void relativePaths();
    void writtenAndReadAgain_data();
    void writtenAndReadAgain();
    void recipesByName();
    void shippedSpecsPlan_data();
    void shippedSpecsPlan();
    void publishedConstraints_data();
    void publishedConstraints();
    void publishedConstraintsAreAll();
    void publishedSettings();
};

void TestSearchSpec::defaults()
{
    const auto spec = parseSpec("{benchmark: image-classification, objective: [{metric: weights, target: 25%}]}", "s");
    VERIFY_OK(spec);
    QCOMPARE(spec->network, std::string("resnet8")); // the benchmark's own
    QCOMPARE(spec->board, std::string("generic"));
    QVERIFY(spec->runtime.empty() && spec->point.empty() && spec->weights.empty());
    QCOMPARE(spec->seed, std::uint64_t{1});
    QCOMPARE(spec->threads, 1);
    QVERIFY(spec->width.search);
    QCOMPARE(spec->width.granularity, 1);
    QCOMPARE(spec->phases.warmUp, 10);
    QCOMPARE(spec->phases.search, 10);
    QCOMPARE(spec->phases.fineTune, 5);
    QVERIFY(spec->recipe.has_value());
    QCOMPARE(spec->recipe->batch, 64);
    const ObjectiveTerm &term = spec->objective.at(0);
    QCOMPARE(term.shape, TermShape::Hinge);
    QCOMPARE(term.strengthKind, StrengthKind::Auto);
    QCOMPARE(term.strengths, (std::vector<double>{1}));
}

void TestSearchSpec::terms()
{
    const auto spec = parseSpec("benchmark: image-classification\n"
                                "objective:\n"
                                "  - {metric: flash, target: [64 KiB, 25%], shape: absolute, strength: 2}\n"
                                "  - {metric: latency_ms, target: 20 ms, multiplier: [1, 10]}\n"
                                "  - {metric: energy, minimise: true, strength_raw: [0, 1e-7]}\n",
                                "s.yaml");
    VERIFY_OK(spec);
    QCOMPARE(spec->objective.size(), std::size_t{3});
    const ObjectiveTerm &flash = spec->objective[0];
    QCOMPARE(flash.targets[0].value, 65536.0);
    QVERIFY(!flash.targets[0].relative);
    QCOMPARE(flash.targets[1].value, 0.25);
    QVERIFY(flash.targets[1].relative);
    QCOMPARE(flash.shape, TermShape::Absolute);
    QCOMPARE(flash.strengthKind, StrengthKind::Normalised);
    QCOMPARE(flash.line, 3);
    const ObjectiveTerm &latency = spec->objective[1];
    QCOMPARE(latency.metric, std::string("latency")); // JSON names are understood
    QCOMPARE(latency.targets[0].value, 20.0);
    QCOMPARE(latency.strengths, (std::vector<double>{1, 10}));
    const ObjectiveTerm &energy = spec->objective[2];
    QCOMPARE(energy.shape, TermShape::Minimise);
    QCOMPARE(energy.strengthKind, StrengthKind::Raw);
    QCOMPARE(energy.strengths, (std::vector<double>{0, 1e-7}));
    QVERIFY(energy.targets.empty());
}

void TestSearchSpec::widthFalse()
{
    const auto spec = parseSpec("{benchmark: demo, space: {width: false}}", "s");
    VERIFY_OK(spec);
    QVERIFY(!spec->width.search);
    const auto plan = planSearch(*spec);
    VERIFY_OK(plan);
    QCOMPARE(plan->runs.size(), std::size_t{1});
    QCOMPARE(plan->runs[0].label, std::string("training"));
    const auto again = parseSpec(writeSpec(*spec), "again");
    VERIFY_OK(again);
    QVERIFY(!again->width.search);
}

void TestSearchSpec::relativePaths()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const auto net = readText(resourceFolder() / "networks/demo-cnn.yaml");
    VERIFY_OK(net);
    QVERIFY(std::filesystem::create_directory(path / "nets"));
    QVERIFY(writeAtomically(path / "nets/own.yaml", *net).ok());
    QVERIFY(writeAtomically(path / "start.safetensors", "weights").ok());
    QVERIFY(writeAtomically(path / "spec.yaml", "{benchmark: demo, network: nets/own.yaml, weights: start.safetensors,"
                                                " objective: [{metric: weights, target: 50%}]}")
                .ok());
    const auto spec = loadSpec((path / "spec.yaml").string());
    VERIFY_OK(spec);
    QCOMPARE(spec->network, (path / "nets/own.yaml").string());
    QCOMPARE(spec->weights, (path / "start.safetensors").string());
    VERIFY_OK(planSearch(*spec));
    // What is written no longer depends on where it lies.
    const auto moved = parseSpec(writeSpec(*spec), "/elsewhere/spec.yaml");
    VERIFY_OK(moved);
    VERIFY_OK(planSearch(*moved));
}

void TestSearchSpec::writtenAndReadAgain_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << "{benchmark: demo, objective: [{metric: weights, target: 50%}]}";
    QTest::newRow("lists") << "{benchmark: demo, board: nucleo-h743zi2, seed: 7, threads: 2, objective: ["
                              "{metric: weights, target: [7%, 33.3%, 9999], shape: absolute, multiplier: [1, 2.5]},"
                              "{metric: latency, target: 3 ms, strength: 0.3},"
                              "{metric: macs, minimise: true, strength_raw: [0, 1e-7, 2.5e-7]}]}";
    QTest::newRow("space") << "{benchmark: demo, space: {width: {granularity: 4, exclude: [conv0, conv4]}},"
                              " phases: {warm_up: 0, search: 3}, objective: [{metric: macs, target: 60%}]}";
    QTest::newRow("recipe") << "{benchmark: image-classification, recipe: {batch: 128, augment: [], weights:"
                               " {optimizer: sgd, lr: 0.1, momentum: 0, schedule: steps, milestones: [3, 5]}},"
                               " objective: [{metric: macs, target: 60%}]}";
}

void TestSearchSpec::writtenAndReadAgain()
{
    QFETCH(QString, text);
    const auto spec = parseSpec(text.toStdString(), "s");
    VERIFY_OK(spec);
    const std::string written = writeSpec(*spec);
    const auto again = parseSpec(written, "again");
    VERIFY_OK(again);
    QCOMPARE(writeSpec(*again), written);
    const auto plan = planSearch(*spec);
    VERIFY_OK(plan);
    for (const std::string &other : {written, plan->specText}) {
        const auto otherSpec = parseSpec(other, "other");
        VERIFY_OK(otherSpec);
        const auto otherPlan = planSearch(*otherSpec);
        VERIFY_OK(otherPlan);
        QCOMPARE(otherPlan->warmUpKey, plan->warmUpKey);
        QCOMPARE(otherPlan->runs.size(), plan->runs.size());
        for (std::size_t i = 0; i < plan->runs.size(); ++i)
            QCOMPARE(otherPlan->runs[i].key, plan->runs[i].key);
    }
}

void TestSearchSpec::recipesByName()
{
    const auto read = [](const std::string &rest) {
        return parseSpec("benchmark: image-classification\nobjective: [{metric: weights, target: 25%}]\n" + rest, "s");
    };
    const auto whole = read("recipe: short");
    VERIFY_OK(whole);
    QCOMPARE(whole->recipe->mostTrain, std::int64_t{9000});
    QCOMPARE(whole->recipe->batch, 64); // the benchmark's usual one, which short lies over
    QVERIFY((whole->phases == PhaseLengths{6, 6, 4}));
    const auto base = read("recipe: {base: short, batch: 32, split: {train: 500}}\nphases: {search: 9}");
    VERIFY_OK(base);
    QCOMPARE(base->recipe->batch, 32);
    QCOMPARE(base->recipe->mostTrain, std::int64_t{500});
    QCOMPARE(base->recipe->validation, 0.1);
    QVERIFY((base->phases == PhaseLengths{6, 9, 4})); // the spec's own number of epochs over the recipe's
    const auto none = read("recipe: {batch: 32}");
    VERIFY_OK(none);
    QVERIFY((none->phases == PhaseLengths{10, 10, 5}));
    QCOMPARE(none->recipe->mostTrain, std::int64_t{0});
    // What is written has no name in it: it means the same whatever becomes of the benchmark.
    const std::string text = writeSpec(*base);
    QVERIFY(text.find("short") == std::string::npos);
    const auto again = parseSpec(text, "s");
    VERIFY_OK(again);
    QCOMPARE(writeSpec(*again), text);
}

void TestSearchSpec::shippedSpecsPlan_data()
{
    QTest::addColumn<QString>("path");
    for (const auto &entry : std::filesystem::recursive_directory_iterator(resourceFolder() / "specs")) {
        if (entry.is_regular_file())
            QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
}

void TestSearchSpec::shippedSpecsPlan()
{
    QFETCH(QString, path);
    const auto spec = loadSpec(path.toStdString());
    VERIFY_OK(spec);
    const auto plan = planSearch(*spec);
    VERIFY_OK(plan);
    QVERIFY(!plan->runs.empty());
    VERIFY_OK(requireReachable(*plan));
    for (const LimitVerdict &limit : plan->verdicts)
        QVERIFY2(limit.verdict != Verdict::Impossible, limit.because.c_str());
}

/// Targets, strengths, seeds and lengths of the released experiments of paper 2, as they are on record: strength ×
/// (seed − target) is one figure a task, within these bounds.
void TestSearchSpec::publishedConstraints_data()
{
    struct Share {
        const char *name; ///< in the names of files
        double weights;
        std::vector<double> macs; ///< 25, 50, 75 % of the MACs that the search with the weights alone ended at
    };
    struct Task {
        const char *name;
        std::pair<double, double> weightProduct, macProduct;
        std::uint64_t seed;
        int epochs; ///< of each phase
        int batch;
        std::vector<Share> shares;
    };
    const std::vector<Task> tasks = {
        {"image-classification",
         {13.92, 13.94},
         {139.5, 140.5},
         14,
         500,
         32,
         {{"25", 1.93e4, {1.30e6, 2.61e6, 3.91e6}},
          {"50", 3.87e4, {2.02e6, 4.03e6, 6.05e6}},
          {"75", 5.8e4, {2.29e6, 4.59e6, 6.88e6}}}},
        {"keyword-spotting",
         {1.43, 1.49},
         {1.495, 1.505},
         2023,
         200,
         100,
         {{"25", 5.5e3, {1.65e5, 3.29e5, 4.94e5}},
          {"50", 1.1e4, {2.40e5, 4.80e5, 7.20e5}},
          {"75", 1.65e4, {2.57e5, 5.13e5, 7.70e5}}}},
        {"visual-wake-words",
         {4.45, 4.58},
         {46.9, 47.1},
         14,
         70,
         32,
         {{"6", 1.30e4, {6.98e5, 1.40e6, 2.09e6}},
          {"13", 2.7e4, {8.56e5, 1.71e6, 2.57e6}},
          {"25", 5.3e4, {8.97e5, 1.79e6, 2.69e6}},
          {"50", 1.07e5, {8.85e5, 1.77e6, 2.65e6}}}},
        {"anomaly-detection",
         {},
         {},
         14,
         100,
         512,
         {{"13", 0.33e5, {}}, {"25", 0.67e5, {}}, {"50", 1.34e5, {}}, {"75", 2.01e5, {}}}},
        {"tiny-imagenet", {33.7, 45.6}, {}, 14, 50, 100, {{"25", 2.82e6, {}}, {"50", 5.64e6, {}}, {"75", 8.46e6, {}}}}};

    QTest::addColumn<QString>("task");
    QTest::addColumn<QList<double>>("targets");
    QTest::addColumn<QList<double>>("products"); // least and most of each term; empty: not on record
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<int>("batch");
    for (const Task &task : tasks) {
        for (const Share &share : task.shares) {
            const QString stem =
                QStringLiteral("paper2-%1-%2").arg(QLatin1String(task.name), QLatin1String(share.name));
            QList<double> products;
            if (task.weightProduct.first > 0)
                products << task.weightProduct.first << task.weightProduct.second;
            const auto row = [&](const QString &file, const QList<double> &targets, const QList<double> &bounds) {
                QTest::newRow(qPrintable(file)) << QString::fromLatin1(task.name) << targets << bounds
                                                << quint64(task.seed) << task.epochs << task.batch;
            };
            row(stem, {share.weights}, products);
            products << task.macProduct.first << task.macProduct.second;
            for (std::size_t i = 0; i < share.macs.size(); ++i)
                row(stem + QStringLiteral("-%1").arg(25 * (i + 1)), {share.weights, share.macs[i]}, products);
        }
    }
}

void TestSearchSpec::publishedConstraints()
{
    QFETCH(QString, task);
    QFETCH(QList<double>, targets);
    QFETCH(QList<double>, products);
    const auto spec = loadSpec((resourceFolder() / "specs/paper2" / QTest::currentDataTag()).string() + ".yaml");
    VERIFY_OK(spec);
    const auto plan = planSearch(*spec);
    VERIFY_OK(plan);
    QCOMPARE(QString::fromStdString(spec->benchmark), task);
    QVERIFY(!spec->guarantee);
    QCOMPARE(static_cast<qsizetype>(spec->objective.size()), targets.size());
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const ObjectiveTerm &term = spec->objective[static_cast<std::size_t>(i)];
        QCOMPARE(term.metric, std::string(i == 0 ? "weights" : "macs"));
        QCOMPARE(term.shape, TermShape::Hinge);
        QVERIFY(ramps(term));
        QCOMPARE(term.targets.at(0).value, targets[i]);
        QVERIFY(!term.targets.at(0).relative);
        if (products.isEmpty())
            continue;
        QCOMPARE(term.strengthKind, StrengthKind::Raw);
        const double product = term.strengths.at(0) * (plan->seedCost.total.at(term.metric).value - targets[i]);
        QVERIFY2(product >= products[2 * i] && product <= products[2 * i + 1], qPrintable(QString::number(product)));
    }
    QTEST(quint64(spec->seed), "seed");
    QTEST(spec->phases.warmUp, "epochs");
    QTEST(spec->phases.search, "epochs");
    QTEST(spec->phases.fineTune, "epochs");
    QTEST(plan->recipe.batch, "batch");
}

/// And there are no others.
void TestSearchSpec::publishedConstraintsAreAll()
{
    const std::filesystem::directory_iterator files(resourceFolder() / "specs/paper2");
    QCOMPARE(std::distance(begin(files), end(files)), 12 + 12 + 16 + 4 + 3);
}

void TestSearchSpec::publishedSettings()
{
    const auto spec = loadSpec("paper1-image-classification");
    VERIFY_OK(spec);
    const auto plan = planSearch(*spec);
    VERIFY_OK(plan);
    QCOMPARE(plan->runs.size(), std::size_t{3 * 9}); // targets × strengths of the MACs
    const RunPlan &last = plan->runs.back();
    QCOMPARE(last.terms[0].target, 77360 * 0.25);
    QCOMPARE(last.terms[0].strength, 5e-4 * 77360); // 5e-4 a weight
    QCOMPARE(last.terms[1].strength, 5e-6 * 12501632);
    QCOMPARE(plan->recipe.search.weights.momentum, 0.0);
    QCOMPARE(plan->recipe.search.decisions.weightDecay, 1e-4);
    QCOMPARE(plan->recipe.warmUp.weights.weightDecay, 1e-4);
    QCOMPARE(plan->recipe.fineTune.weights.weightDecay, 5e-4);
    QCOMPARE(plan->spec.phases.search, 500);
}

QTEST_APPLESS_MAIN(TestSearchSpec)
#include "tst_search_spec.moc"
