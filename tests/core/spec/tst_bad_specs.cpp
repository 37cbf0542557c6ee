// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Broken specs: each ends in one error with file, line, key and what to do, on reading, planning or the check
// of its targets.
#include "core/base/files.h"
#include "core/hardware/board.h"
#include "core/network/network_yaml.h"
#include "core/spec/benchmark.h"
#include "core/spec/search_spec.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <vector>

using namespace dnas;

namespace {

/// The first error of the whole way from text to a startable plan; an Internal error when there is none.
Error firstError(const std::string &text, const std::string &file = "bad.yaml")
{
    const auto spec = parseSpec(text, file);
    if (!spec.ok())
        return spec.error();
    const auto plan = planSearch(*spec);
    if (!plan.ok())
        return plan.error();
    const auto reachable = requireReachable(*plan);
    return reachable.ok() ? Error{ErrorCode::Internal, "no error at all", {}} : reachable.error();
}

} // namespace

class TestBadSpecs : public QObject {
    Q_OBJECT
private slots:
    void oneClearError_data();
    void oneClearError();
    void missingFileIsToldAtItsPlaceInTheSpec();
    void errorInsideAnotherFileIsToldThere();
    void boardsThatCannotRunTheNetwork_data();
    void boardsThatCannotRunTheNetwork();
    void filesOfOtherKinds_data();
    void filesOfOtherKinds();
    void missingSpec();
};

void TestBadSpecs::oneClearError_data()
{
    QTest::addColumn<QString>("rest"); // behind line 1, "benchmark: demo"
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("says");
    const int invalid = static_cast<int>(ErrorCode::InvalidInput);
    const QString ok = QStringLiteral("objective: [{metric: weights, target: 50%}]\n"); // line 2
    const auto row = [&](const char *name, const QString &rest, int line, const char *key, const char *says) {
        QTest::newRow(name) << rest << invalid << line << QString::fromUtf8(key) << QString::fromUtf8(says);
    };
    const auto more = [&](const char *name, const char *rest, const char *key, const char *says) {
        row(name, ok + QString::fromUtf8(rest), 3, key, says);
    };
    const auto term = [&](const char *name, const char *text, const char *key, const char *says) {
        row(name, QStringLiteral("objective:\n  - {%1}\n").arg(QString::fromUtf8(text)), 3, key, says);
    };
    // Top level
    more("unknown key", "benchmrk: demo", "benchmrk", "unknown key");
    more("key of a later version", "exits: 3", "exits", "not yet available");
    more("board unknown", "board: nucleo", "board", "nucleo-h743zi2");
    row("runtime unknown", ok + QStringLiteral("board: nucleo-h743zi2\nruntime: none-such"), 4, "runtime", "none-such");
    row("point unknown", ok + QStringLiteral("board: nucleo-h743zi2\npoint: none-such"), 4, "point", "none-such");
    more("network unknown", "network: resnet9", "network", "resnet8");
    more("network of another shape", "network: resnet8", "network", "3×32×32");
    more("empty network", "network: ''", "network", "empty");
    more("seed not whole", "seed: 1.5", "seed", "whole number");
    more("seed negative", "seed: -1", "seed", "from 0");
    more("threads zero", "threads: 0", "threads", "from 1");
    more("threads a word", "threads: all", "threads", "whole number");
    more("weights missing", "weights: /none/such.safetensors", "weights", "/none/such.safetensors");
    row("no objective", QStringLiteral("seed: 1\n"), 1, "objective", "nothing to search for");
    row("empty objective", QStringLiteral("objective: []\n"), 2, "objective", "nothing to search for");
    // Space
    more("space a word", "space: all", "space", "must hold keys");
    more("space unknown key", "space: {widths: true}", "space.widths", "unknown key");
    more("bits not yet", "space: {width: {granularity: 1}, weight_bits: [2, 4, 8]}", "space.weight_bits",
         "not yet available");
    more("granularity zero", "space: {width: {granularity: 0}}", "space.width.granularity", "from 1");
    more("width a number", "space: {width: 8}", "space.width", "true or false");
    more("width unknown key", "space: {width: {blocks: 4}}", "space.width.blocks", "unknown key");
    more("excluded layer unknown", "space: {width: {exclude: [conv99]}}", "space", "conv99");
    // Objective
    term("metric missing", "target: 50%", "objective[0].metric", "missing");
    term("metric unknown", "metric: flops, target: 50%", "objective[0].metric", "macs");
    term("metric not modelled", "metric: latency, target: 50%", "objective[0].metric", "nucleo-h743zi2");
    term("metric nobody models", "metric: compressed, target: 50%", "objective[0].metric", "no board models it");
    term("no target", "metric: weights", "objective[0].target", "minimise: true");
    term("target empty", "metric: weights, target: []", "objective[0].target", "empty");
    term("target zero", "metric: weights, target: 0%", "objective[0].target", "greater than 0");
    term("target negative", "metric: weights, target: -5", "objective[0].target", "negative");
    term("second target a word", "metric: weights, target: [50%, half]", "objective[0].target[1]", "half");
    term("target twice", "metric: weights, target: [50%, 50%]", "objective[0].target[1]", "twice");
    term("target of another unit", "metric: weights, target: 5 ms", "objective[0].target", "ms");
    term("shape unknown", "metric: weights, target: 50%, shape: soft", "objective[0].shape", "hinge");
    term("minimise with target", "metric: macs, minimise: true, target: 50%, strength: 1", "objective[0].minimise",
         "remove one");
    term("minimise with shape", "metric: macs, minimise: true, shape: hinge, strength: 1", "objective[0].shape",
         "no shape");
    term("minimise not a flag", "metric: macs, minimise: maybe, strength: 1", "objective[0].minimise", "true or false");
    term("minimise auto", "metric: macs, minimise: true", "objective[0].strength", "needs a number");
    term("strength negative", "metric: macs, minimise: true, strength: [0, -0.1]", "objective[0].strength[1]",
         "at least 0");
    term("strength a word", "metric: weights, target: 50%, strength: strong", "objective[0].strength", "number");
    term("strength infinite", "metric: weights, target: 50%, strength: 1e999", "objective[0].strength", "number");
    term("strength list empty", "metric: macs, minimise: true, strength: []", "objective[0].strength", "empty");
    term("two strengths", "metric: macs, minimise: true, strength: 1, strength_raw: 1", "objective[0].strength_raw",
         "either");
    term("multiplier without auto", "metric: weights, target: 50%, strength: 1, multiplier: 2",
         "objective[0].multiplier", "auto");
    term("multiplier zero", "metric: weights, target: 50%, multiplier: 0", "objective[0].multiplier", "greater than 0");
    term("unknown key of a term", "metric: weights, target: 50%, weight: 2", "objective[0].weight", "unknown key");
    term("too many runs",
         "metric: weights, target: [1%,2%,3%,4%,5%,6%,7%,8%,9%,10%,11%], multiplier: "
         "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31]}\n"
         "  - {metric: macs, minimise: true, strength: "
         "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31]",
         "objective", "more than 10000 runs");
    row("same term twice",
        QStringLiteral("objective:\n  - {metric: weights, target: 50%}\n  - {metric: weights, target: 30%}\n"), 4,
        "objective[1].metric", "list");
    // Baselines
    row("baselines without a target",
        QStringLiteral("objective: [{metric: macs, minimise: true, strength: 1}]\nbaselines: {magnitude: true}\n"), 3,
        "baselines", "no target");
    more("baselines a word", "baselines: all", "baselines", "must hold keys");
    more("baseline unknown", "baselines: {pruning: true}", "baselines.pruning", "unknown key");
    more("draws negative", "baselines: {random_widths: -1}", "baselines.random_widths", "from 0");
    more("draws a flag", "baselines: {random_widths: true}", "baselines.random_widths", "whole number");
    // Newton's steps
    more("newton for weights", "recipe: {search: {weights: {optimizer: newton}}}", "recipe.search.weights.optimizer",
         "decisions only");
    more("more than the way", "recipe: {search: {decisions: {optimizer: newton, lr: 1.5}}}",
         "recipe.search.decisions.lr", "at most 1");
    more("newton decays nothing", "recipe: {search: {decisions: {optimizer: newton, weight_decay: 0.1}}}",
         "recipe.search.decisions.weight_decay", "remove it");
    // Phases and recipe
    more("epochs negative", "phases: {search: -1}", "phases.search", "from 0");
    more("epochs beyond reason", "phases: {warm_up: 100001}", "phases.warm_up", "100000");
    more("phase unknown", "phases: {warmup: 3}", "phases.warmup", "unknown key");
    more("phases a number", "phases: 5", "phases", "must hold keys");
    more("recipe of no name", "recipe: quick", "recipe", "choose one of: full, short");
    more("base of no name", "recipe: {base: quick, batch: 8}", "recipe.base", "choose one of: full, short");
    more("base misspelt", "recipe: {bse: short}", "recipe.bse", "unknown");
    row("phases over a recipe", ok + QStringLiteral("recipe: short\nphases: {search: -1}"), 4, "phases.search",
        "from 0");
    more("training samples negative", "recipe: {split: {train: -1}}", "recipe.split.train", "from 0");
    more("batch zero", "recipe: {batch: 0}", "recipe.batch", "from 1");
    more("loss unknown", "recipe: {loss: mse}", "recipe.loss", "cross_entropy");
    more("augmentation of sounds", "recipe: {augment: [{time_shift: 0.1}]}", "recipe.augment", "is for sounds");
    more("copies of pictures", "recipe: {copies: 3}", "recipe.copies", "is for sounds");
    more("weights of classes", "recipe: {class_weights: heavy}", "recipe.class_weights", "balanced");
    more("smoothing one", "recipe: {label_smoothing: 1}", "recipe.label_smoothing", "less than 1");
    more("augmentation unknown", "recipe: {augment: [flip, rotate]}", "recipe.augment[1]", "crop");
    more("augmentation twice", "recipe: {augment: [flip, flip]}", "recipe.augment[1]", "twice");
    more("crop zero", "recipe: {augment: [{crop: 0}]}", "recipe.augment[0].crop", "from 1");
    more("no validation", "recipe: {split: {validation: 0%}}", "recipe.split.validation", "greater than 0");
    more("optimizer unknown", "recipe: {weights: {optimizer: lion}}", "recipe.weights.optimizer", "adamw");
    more("rate zero", "recipe: {search: {weights: {lr: 0}}}", "recipe.search.weights.lr", "greater than 0");
    more("rate without a point", "recipe: {search: {weights: {lr: 1000}}}", "recipe.search.weights.lr", "at most 100");
    more("momentum of adam", "recipe: {weights: {optimizer: adam, momentum: 0.9}}", "recipe.weights.momentum", "sgd");
    more("steps without milestones", "recipe: {warm_up: {weights: {schedule: steps}}}", "recipe.warm_up.weights",
         "milestones");
    more("milestones backwards", "recipe: {weights: {schedule: steps, milestones: [5, 3]}}",
         "recipe.weights.milestones[1]", "increasing");
    more("decisions in the warm-up", "recipe: {warm_up: {decisions: {lr: 1}}}", "recipe.warm_up.decisions",
         "search phase only");
    more("start unknown", "recipe: {search: {start: random}}", "recipe.search.start", "equal, ranked");
    more("start outside the search", "recipe: {warm_up: {start: ranked}}", "recipe.warm_up.start", "search");
    more("keep unknown", "recipe: {search: {keep: first}}", "recipe.search.keep", "best, last");
    more("patience negative", "recipe: {search: {early_stop: {patience: -2}}}", "recipe.search.early_stop.patience",
         "from 0");
    more("from above one", "recipe: {search: {early_stop: {from: 120%}}}", "recipe.search.early_stop.from",
         "at most 1");
    more("not YAML", "seed: [1", "", "YAML");

    // Reachable? demo-cnn with one channel everywhere has 27 + 4·9 + 10 = 73 weights, of 30 864.
    const int outOfReach = static_cast<int>(ErrorCode::OutOfReach);
    const auto target = [&](const char *name, const char *text, const char *says) {
        QTest::newRow(name) << QStringLiteral("objective:\n  - {%1}\n").arg(QString::fromUtf8(text)) << outOfReach << 3
                            << QStringLiteral("objective[0].target") << QString::fromUtf8(says);
    };
    target("hinge below the least", "metric: weights, target: 60", "at least 73");
    target("aim below the least", "metric: weights, target: 0.1%, shape: absolute", "still needs 73 weights");
    target("aim above the most", "metric: weights, target: 200%, shape: absolute", "at most 30 864");
}

void TestBadSpecs::oneClearError()
{
    QFETCH(QString, rest);
    const Error error = firstError("benchmark: demo\n" + rest.toStdString());
    QTEST(static_cast<int>(error.code), "code");
    QTEST(QString::fromStdString(error.place.key), "key");
    if (!error.place.key.empty())
        QTEST(error.place.line, "line");
    QCOMPARE(error.place.file, std::string("bad.yaml"));
    QFETCH(QString, says);
    QVERIFY2(QString::fromStdString(error.message).contains(says), error.message.c_str());
    QVERIFY2(error.message.find('\n') == std::string::npos, error.message.c_str());
}

void TestBadSpecs::missingFileIsToldAtItsPlaceInTheSpec()
{
    const Error error = firstError("seed: 1\nbenchmark: mine/tasks.yaml\nobjective: [{metric: macs, target: 50%}]\n");
    QCOMPARE(error.code, ErrorCode::InvalidInput);
    QCOMPARE(error.text().substr(0, 22), std::string("bad.yaml:2: benchmark:"));
    QVERIFY2(error.message.find("mine/tasks.yaml") != std::string::npos, error.message.c_str());
}

void TestBadSpecs::errorInsideAnotherFileIsToldThere()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    QVERIFY(writeAtomically(path / "net.yaml", "name: broken\ninput: {channels: 3, height: 16, width: 16}\nlayers:\n"
                                               "  - {name: fc, op: densse, channels: 10}\n")
                .ok());
    const std::string file = (path / "spec.yaml").string();
    const Error error =
        firstError("benchmark: demo\nnetwork: net.yaml\nobjective: [{metric: macs, target: 50%}]\n", file);
    QCOMPARE(error.place.file, (path / "net.yaml").string());
    QCOMPARE(error.place.line, 4);
}

void TestBadSpecs::boardsThatCannotRunTheNetwork_data()
{
    QTest::addColumn<QString>("board");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    // demo-cnn with one channel everywhere still holds its picture: 3 · 16 · 16 bytes.
    QTest::newRow("no room") << QStringLiteral("ram: 500 B\nruntimes:\n  - name: r\n")
                             << static_cast<int>(ErrorCode::OutOfReach) << QStringLiteral("has 500 B of RAM, but");
    QTest::newRow("no room in one piece")
        << QStringLiteral("ram: 1000 B\nmemories:\n  - {name: a, kind: ram, size: 600 B}\n"
                          "  - {name: b, kind: ram, size: 400 B}\nruntimes:\n  - name: r\n")
        << static_cast<int>(ErrorCode::OutOfReach) << QStringLiteral("has 600 B of RAM in one piece, but");
    QTest::newRow("unknown operator") << QStringLiteral("runtimes:\n  - {name: r, operators: [dense]}\n")
                                      << static_cast<int>(ErrorCode::InvalidInput)
                                      << QStringLiteral("has the operator conv, which");
}

void TestBadSpecs::boardsThatCannotRunTheNetwork()
{
    QFETCH(QString, board);
    QFETCH(QString, says);
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    QVERIFY(writeAtomically(path / "board.yaml", "name: small\n" + board.toStdString()).ok());
    const Error error = firstError("benchmark: demo\nboard: board.yaml\nobjective: [{metric: macs, target: 50%}]\n",
                                   (path / "spec.yaml").string());
    QTEST(static_cast<int>(error.code), "code");
    QCOMPARE(error.place.file, (path / "spec.yaml").string());
    QVERIFY2(QString::fromStdString(error.message).contains(says), error.message.c_str());
}

void TestBadSpecs::filesOfOtherKinds_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("wanted");
    const std::vector<QString> kinds = {"spec", "benchmark", "network", "board"};
    for (const QString &given : kinds) {
        for (const QString &wanted : kinds) {
            if (given != wanted)
                QTest::addRow("%s as %s", qPrintable(given), qPrintable(wanted)) << given << wanted;
        }
    }
}

void TestBadSpecs::filesOfOtherKinds()
{
    QFETCH(QString, given);
    QFETCH(QString, wanted);
    const std::map<QString, const char *> files = {{"spec", "specs/demo.yaml"},
                                                   {"benchmark", "benchmarks/demo.yaml"},
                                                   {"network", "networks/resnet8.yaml"},
                                                   {"board", "boards/gap8.yaml"}};
    const std::string file = (resourceFolder() / files.at(given)).string();
    const auto errorOf = [](const auto &read) {
        return read.ok() ? Error{} : read.error();
    };
    const Error error = wanted == "spec"        ? errorOf(loadSpec(file))
                        : wanted == "benchmark" ? errorOf(loadBenchmark(file))
                        : wanted == "network"   ? errorOf(loadNetwork(file))
                                                : errorOf(loadBoard(file));
    const QString remedy = wanted == "spec" ? QString("write a spec whose '%1' names this file").arg(given)
                                            : QString("name the file of a %1 instead").arg(wanted);
    QCOMPARE(QString::fromStdString(error.message), QString("this is a %1, not a %2; %3").arg(given, wanted, remedy));
    QCOMPARE(error.code, ErrorCode::InvalidInput);
}

void TestBadSpecs::missingSpec()
{
    const auto spec = loadSpec("no-such-spec");
    QVERIFY(!spec.ok());
    QCOMPARE(spec.error().code, ErrorCode::InvalidInput);
    QVERIFY(spec.error().message.find("demo") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestBadSpecs)
#include "tst_bad_specs.moc"
