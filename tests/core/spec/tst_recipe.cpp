// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/yaml_reader.h"
#include "core/spec/recipe.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;

namespace {

Recipe read(const char *yaml, const Recipe &defaults = {})
{
    const auto node = YamlReader::parse(yaml, "recipe.yaml");
    if (!node.ok())
        qFatal("%s", node.error().text().c_str());
    Recipe recipe = readRecipe(*node, defaults);
    if (const auto done = node->finish(); !done.ok())
        qFatal("%s", done.error().text().c_str());
    return recipe;
}

} // namespace

class TestRecipe : public QObject {
    Q_OBJECT
private slots:
    void keysLieOverTheDefaults();
    void shorthandSetsAllPhases();
    void phaseWinsOverShorthand();
    void writtenAndReadAgain();
    void optionsWithoutEffectAreNotWritten();
};

void TestRecipe::keysLieOverTheDefaults()
{
    Recipe defaults;
    defaults.batch = 32;
    defaults.augment = {{"crop", 4}, {"flip", 0}};
    const Recipe same = read("label_smoothing: 0.1", defaults);
    QCOMPARE(same.batch, 32);
    QCOMPARE(same.labelSmoothing, 0.1);
    QCOMPARE(same.augment.size(), std::size_t{2});
    const Recipe none =
        read("{augment: [], split: {validation: 20%}, search: {early_stop: {patience: 20, from: 75%}}}", defaults);
    QVERIFY(none.augment.empty());
    QCOMPARE(none.validation, 0.2);
    QCOMPARE(none.search.patience, 20);
    QCOMPARE(none.search.from, 0.75);
    QCOMPARE(none.warmUp.patience, 0);
}

void TestRecipe::shorthandSetsAllPhases()
{
    const Recipe recipe = read("weights: {optimizer: sgd, lr: 0.1, momentum: 0, schedule: constant}");
    for (const PhaseOptions *phase : {&recipe.warmUp, &recipe.search, &recipe.fineTune}) {
        QCOMPARE(phase->weights.optimizer, std::string("sgd"));
        QCOMPARE(phase->weights.learningRate, 0.1);
        QCOMPARE(phase->weights.momentum, 0.0);
        QCOMPARE(phase->weights.schedule, std::string("constant"));
    }
    QCOMPARE(recipe.search.decisions.optimizer, std::string("newton")); // weights only
}

void TestRecipe::phaseWinsOverShorthand()
{
    const Recipe recipe = read("{fine_tune: {weights: {lr: 1e-4}}, weights: {lr: 0.1, weight_decay: 5e-4}}");
    QCOMPARE(recipe.warmUp.weights.learningRate, 0.1);
    QCOMPARE(recipe.fineTune.weights.learningRate, 1e-4);
    QCOMPARE(recipe.fineTune.weights.weightDecay, 5e-4);
}

void TestRecipe::writtenAndReadAgain()
{
    Recipe recipe = read(
        "{batch: 100, label_smoothing: 0.1, augment: [flip, {crop: 2}], split: {validation: 0.15},"
        " warm_up: {weights: {schedule: steps, milestones: [5, 7.5], factor: 0.3}, keep: last},"
        " search: {weights: {optimizer: sgd, lr: 0.1, momentum: 0.8, schedule: exponential,"
        " factor: 0.99}, decisions: {lr: 0.07}, start: ranked, early_stop: {metric: quality, patience: 9, from: 1%}}}");
    const std::string text = writeRecipe(recipe);
    const Recipe again = read(text.c_str());
    QCOMPARE(writeRecipe(again), text);
    QCOMPARE(again.warmUp.weights.milestones, (std::vector<double>{5, 7.5}));
    QCOMPARE(again.search.weights.factor, 0.99);
    QCOMPARE(again.search.decisions.learningRate, 0.07);
    QCOMPARE(again.search.start, std::string("ranked"));
    QCOMPARE(again.search.from, 0.01);
    QCOMPARE(again.augment[0].kind, std::string("flip"));
}

void TestRecipe::optionsWithoutEffectAreNotWritten()
{
    Recipe a, b;
    b.warmUp.weights.momentum = 0.5;   // adamw has none
    b.search.weights.milestones = {3}; // cosine has none
    b.fineTune.weights.factor = 0.7;
    b.warmUp.decisions.learningRate = 9; // trained in the search only
    QCOMPARE(writeRecipe(a), writeRecipe(b));
    b.search.decisions.learningRate = 9;
    QVERIFY(writeRecipe(a) != writeRecipe(b));
}

QTEST_APPLESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
