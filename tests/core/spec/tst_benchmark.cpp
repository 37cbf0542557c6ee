// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "core/spec/benchmark.h"
#include "core/spec/benchmark_writer.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dnas;

class TestBenchmark : public QObject {
    Q_OBJECT
private slots:
    void shippedOnesFitTheirNetworks();
    void shippedOnesHaveBothRecipes();
    void inputsAreDescribed();
    void imageClassification();
    void demo();
    void cifar100NetworkCounts();
    void networkIsRelativeToTheFile();
    void badOnes_data();
    void badOnes();
};

void TestBenchmark::shippedOnesFitTheirNetworks()
{
    const std::vector<std::string> names = listResources("benchmarks");
    QVERIFY(names.size() >= 7);
    for (const std::string &name : names) {
        const auto benchmark = loadBenchmark(name);
        VERIFY_OK(benchmark);
        QCOMPARE(benchmark->name, name);
        QVERIFY(!benchmark->title.empty() && !benchmark->description.empty() && !benchmark->source.empty());
        const auto network = loadNetwork(benchmark->network);
        VERIFY_OK(network);
        QVERIFY(network->input == benchmark->input);
        const auto shapes = inferShapes(*network);
        VERIFY_OK(shapes);
        QCOMPARE(shapes->at(static_cast<std::size_t>(network->output)).elements(),
                 isReconstruction(*benchmark) ? benchmark->input.elements() : std::int64_t{benchmark->classes});
    }
}

void TestBenchmark::shippedOnesHaveBothRecipes()
{
    for (const std::string &name : listResources("benchmarks")) {
        const auto benchmark = loadBenchmark(name);
        VERIFY_OK(benchmark);
        const NamedRecipe *full = findRecipe(benchmark->recipes, "full");
        const NamedRecipe *brief = findRecipe(benchmark->recipes, "short");
        QVERIFY2(full && brief, name.c_str());
        for (const NamedRecipe *named : {full, brief}) {
            QVERIFY2(!named->source.empty(), name.c_str());
            QVERIFY2(named->phases.warmUp > 0 && named->phases.search > 0 && named->phases.fineTune > 0, name.c_str());
        }
        QVERIFY2(brief->phases.warmUp < full->phases.warmUp, name.c_str());
        QCOMPARE(full->recipe.mostTrain, std::int64_t{0}); // papers train on everything
        QCOMPARE(recipeLike(benchmark->recipes, full->recipe, full->phases), full);
    }
}

/// Enough to feed a network on a board by it.
void TestBenchmark::inputsAreDescribed()
{
    const auto text = [](const char *name) {
        return QString::fromStdString(inputText(loadBenchmark(name).value()));
    };
    QCOMPARE(
        text("image-classification"),
        QStringLiteral("input 3×32×32, each byte x / 255 less the mean [0.4914, 0.4822, 0.4465], divided by [0.2023, "
                       "0.1994, 0.201]; outputs: airplane, automobile, bird, cat, deer, dog, frog, horse, ship, "
                       "truck"));
    const QString words = text("keyword-spotting");
    QVERIFY2(words.startsWith(QStringLiteral("input 1×49×10 of the front end {kind: mfcc, rate: 16000, seconds: 1, ")),
             qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("coefficients: 10}, each value x less the mean [")), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("; outputs: ")));
    QVERIFY(text("anomaly-detection").endsWith(QStringLiteral("; output: the input again")));
    QVERIFY(text("tiny-imagenet").endsWith(QStringLiteral("; outputs: 200 classes in the order of the data")));
}

void TestBenchmark::imageClassification()
{
    const auto benchmark = loadBenchmark("image-classification");
    VERIFY_OK(benchmark);
    QCOMPARE(benchmark->data.format, std::string("cifar10"));
    QCOMPARE(benchmark->data.folder, std::string("cifar-10-batches-bin"));
    QVERIFY((benchmark->input == Shape{3, 32, 32}));
    QCOMPARE(benchmark->classes, 10);
    QCOMPARE(benchmark->classNames.at(3), std::string("cat")); // label 3 of the published data
    QCOMPARE(benchmark->mean, (std::vector<double>{0.4914, 0.4822, 0.4465}));
    QCOMPARE(benchmark->deviation, (std::vector<double>{0.2023, 0.1994, 0.2010}));
    QCOMPARE(benchmark->data.train, std::int64_t{50000});
    QCOMPARE(benchmark->data.test, std::int64_t{10000});
    QCOMPARE(benchmark->recipe.batch, 64);
    QCOMPARE(benchmark->recipe.warmUp.weights.schedule, std::string("one_cycle"));
    QCOMPARE(benchmark->recipe.augment.size(), std::size_t{2});
    QCOMPARE(benchmark->recipe.augment[0].amount, 4.0);
}

void TestBenchmark::demo()
{
    const auto benchmark = loadBenchmark("demo");
    VERIFY_OK(benchmark);
    QCOMPARE(benchmark->data.format, std::string("demo"));
    QVERIFY(benchmark->data.folder.empty());
    QVERIFY((benchmark->input == Shape{3, 16, 16}));
    QCOMPARE(benchmark->data.seed, std::uint64_t{1});
    QCOMPARE(benchmark->data.train, std::int64_t{6000});
    QCOMPARE(benchmark->data.test, std::int64_t{4000});
}

void TestBenchmark::cifar100NetworkCounts()
{
    const auto network = loadNetwork("resnet8-cifar100");
    VERIFY_OK(network);
    const LayerCounts counts = countNetwork(*network);
    QCOMPARE(counts.weights, std::int64_t{77360 - 64 * 10 + 64 * 100});
    QCOMPARE(counts.macs, std::int64_t{12501632 - 64 * 10 + 64 * 100});
    QCOMPARE(counts.parameters(), std::int64_t{78666 + 65 * 90}); // a weight row and a bias for 90 more classes
}

void TestBenchmark::networkIsRelativeToTheFile()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    QVERIFY(writeAtomically(path / "mine.yaml", "name: mine\ndata: {format: cifar10, folder: c}\ninput: [3, 32, 32]\n"
                                                "classes: [a, b]\nnetwork: nets/small.yaml\n")
                .ok());
    const auto benchmark = loadBenchmark((path / "mine.yaml").string());
    VERIFY_OK(benchmark);
    QCOMPARE(benchmark->network, (path / "nets/small.yaml").string());
    QCOMPARE(benchmark->mean, (std::vector<double>{0, 0, 0}));
    QCOMPARE(benchmark->deviation, (std::vector<double>{1, 1, 1}));
}

void TestBenchmark::badOnes_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const char *from, const char *to, int line, const char *key) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << line << QString::fromUtf8(key);
    };
    row("no name", "name: mine", "title: mine", 1, "name");
    row("unknown key", "name: mine", "nam: mine", 1, "nam");
    row("no data", "data: {format: cifar10, folder: c}", "title: x", 1, "data");
    row("no format", "format: cifar10, ", "", 2, "data.format");
    row("unknown format", "cifar10", "imagenet", 2, "data.format");
    row("no folder", ", folder: c", "", 2, "data.folder");
    row("folder outside", "folder: c", "folder: ../c", 2, "data.folder");
    row("absolute folder", "folder: c", "folder: /c", 2, "data.folder");
    row("seed of files", "folder: c", "folder: c, seed: 2", 2, "data.seed");
    row("folder of the demo", "cifar10", "demo", 2, "data.folder");
    row("no training samples", "format: cifar10, folder: c", "format: demo, train: 0", 2, "data.train");
    row("two sides", "[3, 32, 32]", "[32, 32]", 3, "input");
    row("a zero side", "[3, 32, 32]", "[3, 0, 32]", 3, "input[1]");
    row("a side in words", "[3, 32, 32]", "[3, 32, wide]", 3, "input[2]");
    row("one class", "[a, b]", "[a]", 4, "classes");
    row("class twice", "[a, b]", "[a, a]", 4, "classes[1]");
    row("two means", "mean: [0, 0, 0]", "mean: [0, 0]", 5, "mean");
    row("no spread", "deviation: [1, 1, 1]", "deviation: [1, 0, 1]", 6, "deviation[1]");
    row("no network", "network: resnet8", "title: x", 1, "network");
    row("bad recipe", "batch: 32", "batch: -1", 8, "recipe.batch");
    row("recipes in a list", "recipe: {batch: 32}", "recipes: [short]", 8, "recipes");
    row("a recipe in a word", "recipe: {batch: 32}", "recipes: {short: quick}", 8, "recipes.short");
    row("bad recipe with a name", "recipe: {batch: 32}", "recipes: {short: {batch: -1}}", 8, "recipes.short.batch");
    row("bad phases", "recipe: {batch: 32}", "recipes: {short: {phases: {warm: 1}}}", 8, "recipes.short.phases.warm");
    row("recipe on a recipe", "recipe: {batch: 32}", "recipes: {short: {base: full}}", 8, "recipes.short.base");
    row("recipe that does not suit", "recipe: {batch: 32}", "recipes: {short: {loss: mse}}", 8, "recipes.short.loss");
}

void TestBenchmark::badOnes()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QString text = QStringLiteral("name: mine\ndata: {format: cifar10, folder: c}\ninput: [3, 32, 32]\n"
                                  "classes: [a, b]\nmean: [0, 0, 0]\ndeviation: [1, 1, 1]\nnetwork: resnet8\n"
                                  "recipe: {batch: 32}\n");
    VERIFY_OK(parseBenchmark(text.toStdString(), "bad.yaml"));
    QVERIFY(text.contains(from));
    text.replace(from, to);
    const auto benchmark = parseBenchmark(text.toStdString(), "bad.yaml");
    QVERIFY(!benchmark.ok());
    QCOMPARE(benchmark.error().code, ErrorCode::InvalidInput);
    QCOMPARE(benchmark.error().place.file, std::string("bad.yaml"));
    QTEST(QString::fromStdString(benchmark.error().place.key), "key");
    QTEST(benchmark.error().place.line, "line");
}

QTEST_APPLESS_MAIN(TestBenchmark)
#include "tst_benchmark.moc"
