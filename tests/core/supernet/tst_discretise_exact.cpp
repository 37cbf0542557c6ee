// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Derivation is exact" (docs/methods.md, section 1): with discrete decisions the relaxed network in evaluation mode
// and the rebuilt network give the same outputs, |Δ| ≤ 1e-4·max(1, max |output|), whatever was trained before.
#include "core/supernet/discretise.h"
#include "tests/core/supernet/engine_networks.h"
#include "tests/core/supernet/output_difference.h"
#include "tests/support/engine_probe.h"
#include "tests/support/random_weights.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <cmath>

using namespace dnas;
using namespace dnas::test;

namespace {

constexpr int kBatch = 8;

int channelsOn(const ChannelMasks &masks)
{
    int on = 0;
    for (const auto &mask : masks)
        on += static_cast<int>(std::count(mask.begin(), mask.end(), 1));
    return on;
}

/// Compares the relaxed network as it stands with the one that its masks leave.
void compareDerived(const SearchSpace &space, EngineProbe &relaxed, const std::vector<float> &inputs,
                    const ChannelMasks &masks)
{
    QVERIFY(relaxed.masks() == masks);
    const std::vector<float> expected = relaxed.evaluate(inputs, kBatch);
    const Network network = space.derive(masks);
    const WeightStore weights = deriveWeights(space, masks, relaxed.weights());
    VERIFY_OK(checkWeights(network, weights, "derived"));
    EngineProbe rebuilt(SearchSpace::create(network, {.search = false}).value(), 99);
    VERIFY_OK(rebuilt.load(weights));
    const std::vector<float> outputs = rebuilt.evaluate(inputs, kBatch);
    QCOMPARE(outputs.size(), expected.size());
    QVERIFY(std::isfinite(largest(expected)));
    const double difference = largestDifference(outputs, expected);
    QVERIFY2(difference <= 1e-4 * std::max(1.0, largest(expected)),
             qPrintable(QStringLiteral("|Δ| = %1 at |output| = %2, %3 channels")
                            .arg(difference)
                            .arg(largest(expected))
                            .arg(channelsOn(masks))));
}

void spaces()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("granularity");
    for (const char *name : {"demo-cnn", "resnet8", "ds-cnn", "mobilenet-v1-025", "autoencoder", "resnet18-tiny"})
        QTest::newRow(name) << name << 1;
    for (const auto &[name, text] : smallNetworks())
        QTest::newRow(name.c_str()) << QString::fromStdString(name) << 1;
    QTest::newRow("resnet8 in blocks of 4") << "resnet8" << 4;
    QTest::newRow("ds-cnn in blocks of 24") << "ds-cnn" << 24; // 24 + 24 + 16
    QTest::newRow("flatten in blocks of 4") << "flatten" << 4; // 4 + 4 + 2
    QTest::newRow("sigmoid in blocks of 4") << "sigmoid" << 4;
    QTest::newRow("concat in blocks of 4") << "concat" << 4;
}

} // namespace

class TestDiscretiseExact : public QObject {
    Q_OBJECT

private slots:
    void exact_data() { spaces(); }
    void exact()
    {
        QFETCH(QString, name);
        QFETCH(int, granularity);
        const SearchSpace space =
            SearchSpace::create(engineNetwork(name.toStdString()), {.granularity = granularity}).value();
        RandomStream random(7, "masks");
        EngineProbe relaxed(space, 3);
        const bool large = name == QLatin1String("resnet18-tiny") || name == QLatin1String("mobilenet-v1-025");
        const int steps = large ? 4 : 10;
        const int batch = large ? 2 : 4;

        // Fifty steps (twenty for the large): without masks, with channels off, with others off, back on, and
        // with decisions that move.
        const double before = relaxed.train({.steps = steps, .batch = batch, .seed = 1});
        QVERIFY(std::isfinite(before));
        relaxed.setSearching(true);
        const std::vector<float> allOn = relaxed.decisions();
        for (std::uint64_t seed : {2, 3}) {
            relaxed.setMasks(randomBlocks(space, random));
            relaxed.train({.steps = steps, .batch = batch, .seed = seed});
        }
        relaxed.setDecisions(allOn);
        QCOMPARE(channelsOn(relaxed.masks()), channelsOn(space.fullMasks()));
        relaxed.train({.steps = steps, .batch = batch, .seed = 4});
        relaxed.train({.steps = steps, .batch = batch, .decisionRate = 2, .pressure = 0.3 / steps, .seed = 5});
        QVERIFY(relaxed.decisions() != allOn);
        const ChannelMasks trained = relaxed.masks();
        QVERIFY2(channelsOn(trained) < channelsOn(space.fullMasks()), "no channel went off while α trained");

        const std::vector<float> inputs =
            randomValues(static_cast<std::size_t>(space.seed().input.elements()) * kBatch, 11);
        compareDerived(space, relaxed, inputs, trained);
        std::vector<ChannelMasks> all{space.fullMasks(),
                                      space.masksOfWidths(std::vector<int>(space.groups().size(), granularity))};
        for (int i = 0; i < 3; ++i) {
            all.push_back(oneBlockEach(space, random));
            all.push_back(randomBlocks(space, random));
        }
        for (const ChannelMasks &masks : all) {
            relaxed.setMasks(masks);
            compareDerived(space, relaxed, inputs, masks);
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// Each check above compares against this: outputs do depend on the masks and on the weights that are kept.
    void canSeeADifference()
    {
        const SearchSpace space = SearchSpace::create(engineNetwork("demo-cnn"), {}).value();
        EngineProbe relaxed(space, 3);
        relaxed.setSearching(true);
        const auto inputs = randomValues(static_cast<std::size_t>(space.seed().input.elements()) * kBatch, 11);
        const auto full = relaxed.evaluate(inputs, kBatch);
        ChannelMasks masks = space.fullMasks();
        for (std::size_t g = 0; g < masks.size(); ++g) {
            if (space.groups()[g].frozen)
                continue;
            masks[g].back() = 0;
            relaxed.setMasks(masks);
            QVERIFY(largestDifference(relaxed.evaluate(inputs, kBatch), full) > 1e-3);
            masks[g].back() = 1;
        }
    }

    void misfitsAreNamed()
    {
        const Network network = engineNetwork("demo-cnn");
        WeightStore weights = randomWeights(network, 1);
        VERIFY_OK(checkWeights(network, weights, "w"));
        WeightStore wrong = weights;
        wrong["conv1.weight"].shape = {16, 16, 9, 1};
        const auto shape = checkWeights(network, wrong, "w.safetensors");
        QVERIFY(!shape.ok());
        QCOMPARE(shape.error().place.key, std::string("conv1.weight"));
        QVERIFY(shape.error().message.find("[16, 16, 9, 1]") != std::string::npos);
        QVERIFY(shape.error().message.find("[16, 16, 3, 3]") != std::string::npos);
        wrong = weights;
        wrong.erase("add.nothing");
        wrong.erase("conv3_bn.mean");
        QCOMPARE(checkWeights(network, wrong, "w").error().place.key, std::string("conv3_bn.mean"));
        wrong = weights;
        wrong["extra.weight"] = {{1}, {1.0F}};
        QCOMPARE(checkWeights(network, wrong, "w").error().place.key, std::string("extra.weight"));
        EngineProbe probe(SearchSpace::create(network, {}).value());
        QVERIFY(!probe.load(wrong).ok());
    }
};

QTEST_APPLESS_MAIN(TestDiscretiseExact)
#include "tst_discretise_exact.moc"
