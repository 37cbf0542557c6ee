// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The engine's forward pass against plain loops in double precision, and what loading keeps.
#include "tests/core/supernet/engine_networks.h"
#include "tests/support/engine_probe.h"
#include "tests/support/naive_forward.h"
#include "tests/support/random_weights.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <cmath>

using namespace dnas;
using namespace dnas::test;

namespace {

constexpr int kBatch = 2;

void compare(const std::vector<float> &outputs, const std::vector<float> &expected)
{
    QCOMPARE(outputs.size(), expected.size());
    double scale = 1e-3;
    for (const float value : expected)
        scale = std::max(scale, std::abs(static_cast<double>(value)));
    for (std::size_t i = 0; i < outputs.size(); ++i)
        QVERIFY2(std::abs(outputs[i] - expected[i]) <= 1e-4 * scale,
                 qPrintable(QStringLiteral("output %1: %2 against %3").arg(i).arg(outputs[i]).arg(expected[i])));
}

void networks()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"demo-cnn", "resnet8", "ds-cnn", "mobilenet-v1-025", "autoencoder"})
        QTest::newRow(name) << name;
    for (const auto &[name, text] : smallNetworks())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

} // namespace

class TestForward : public QObject {
    Q_OBJECT

private slots:
    void equalsPlainLoops_data() { networks(); }
    void equalsPlainLoops()
    {
        QFETCH(QString, name);
        const Network network = engineNetwork(name.toStdString());
        const WeightStore weights = randomWeights(network, 5);
        EngineProbe engine(SearchSpace::create(network, {}).value());
        VERIFY_OK(engine.load(weights));
        const auto inputs = randomValues(static_cast<std::size_t>(network.input.elements()) * kBatch, 6);
        const auto expected = naiveForward(network, weights, inputs, kBatch);
        compare(engine.evaluate(inputs, kBatch), expected);
        // The same function comes out again, with biases in front of normalisations gone into their means.
        compare(naiveForward(network, engine.weights(), inputs, kBatch), expected);
    }

    void trainedWeightsComeOut()
    {
        const Network network = engineNetwork("ds-cnn");
        EngineProbe engine(SearchSpace::create(network, {}).value());
        engine.train({.steps = 5});
        const auto inputs = randomValues(static_cast<std::size_t>(network.input.elements()) * kBatch, 6);
        compare(engine.evaluate(inputs, kBatch), naiveForward(network, engine.weights(), inputs, kBatch));
    }

    void loadingIsStable()
    {
        const Network network = engineNetwork("resnet8");
        const SearchSpace space = SearchSpace::create(network, {}).value();
        EngineProbe first(space, 1);
        VERIFY_OK(first.load(randomWeights(network, 5)));
        EngineProbe second(space, 2);
        VERIFY_OK(second.load(first.weights()));
        QVERIFY(second.weights() == first.weights()); // every bit
    }

    void startDependsOnSeedAndNameAlone()
    {
        const Network network = engineNetwork("demo-cnn");
        const SearchSpace space = SearchSpace::create(network, {}).value();
        const WeightStore weights = EngineProbe(space, 1).weights();
        QVERIFY(EngineProbe(space, 1).weights() == weights);
        const WeightStore other = EngineProbe(space, 2).weights();
        QVERIFY(other.at("conv1.weight") != weights.at("conv1.weight"));
        QVERIFY(weights.at("conv2.weight").values != weights.at("conv3.weight").values);
        // He's rule: deviation √(2 / fan-in), conv3 has 32·9 = 288 inputs and 9 216 weights.
        double square = 0;
        for (const float w : weights.at("conv3.weight").values)
            square += static_cast<double>(w) * static_cast<double>(w) / 9216;
        QVERIFY(std::abs(square / (2.0 / 288) - 1) < 0.06); // four deviations: √(2/9216) = 0.015
        QCOMPARE(weights.at("conv3_bn.scale").values.front(), 1.0F);
        QCOMPARE(weights.at("conv3_bn.variance").values.back(), 1.0F);
        QCOMPARE(weights.at("fc.bias").values.front(), 0.0F);
    }

    /// Every other draw of dropout is another one, all from the network's own stream.
    void dropoutIsRepeatable()
    {
        const SearchSpace space = SearchSpace::create(engineNetwork("sigmoid"), {}).value();
        const auto lossOf = [&](std::uint64_t seed, int steps) {
            EngineProbe probe(space, seed);
            if (!probe.load(randomWeights(space.seed(), 5)).ok())
                return 0.0;
            return probe.train({.steps = steps, .learningRate = 0});
        };
        QCOMPARE(lossOf(1, 4), lossOf(1, 4));
        QVERIFY(lossOf(1, 4) != lossOf(2, 4));
    }
};

QTEST_APPLESS_MAIN(TestForward)
#include "tst_forward.moc"
