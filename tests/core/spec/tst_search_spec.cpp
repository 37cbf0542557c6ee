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
    void publishedStrengths();
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

/// Strength × (seed − target) of the released experiments of paper 2, by task.
void TestSearchSpec::publishedStrengths()
{
    struct Products {
        double weights;
        double macs;
    };
    const std::map<std::string, Products> products = {{"image-classification", {13.93, 140}},
                                                      {"keyword-spotting", {1.46, 1.5}},
                                                      {"visual-wake-words", {4.52, 47}},
                                                      {"tiny-imagenet", {40, 0}}};
    int terms = 0;
    for (const auto &entry : std::filesystem::directory_iterator(resourceFolder() / "specs/paper2")) {
        const auto spec = loadSpec(entry.path().string());
        VERIFY_OK(spec);
        const auto plan = planSearch(*spec);
        VERIFY_OK(plan);
        for (const ObjectiveTerm &term : spec->objective) {
            if (term.strengthKind != StrengthKind::Raw)
                continue;
            const Products product = products.at(spec->benchmark);
            const double seed = plan->seedCost.total.at(term.metric).value;
            const double found = term.strengths.at(0) * (seed - term.targets.at(0).value);
            const double wanted = term.metric == "weights" ? product.weights : product.macs;
            QVERIFY2(std::abs(found / wanted - 1) < 2e-3, entry.path().filename().c_str());
            ++terms;
        }
    }
    QCOMPARE(terms, 12 + 9 + 12 + 9 + 16 + 12 + 3);
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
