// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shape inference: TensorFlow's `same` by hand, explicit padding, dilation, and what operators promise.
#include "core/network/shapes.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;

namespace {

Layer convolution(Size2 kernel, Size2 stride, Size2 dilation, Padding padding, int channels = 4)
{
    Layer layer;
    layer.name = "c";
    layer.op = "conv";
    layer.channels = channels;
    layer.kernel = kernel;
    layer.stride = stride;
    layer.dilation = dilation;
    layer.padding = padding;
    return layer;
}

} // namespace

class ShapesTest : public QObject {
    Q_OBJECT
private slots:
    void samePadding_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("kernel");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("dilation");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("positions");
        // Total = (⌈size/stride⌉ − 1)·stride + dilation·(kernel − 1) + 1 − size, at least 0; the odd zero goes behind.
        QTest::newRow("3/1 of 32") << 32 << 3 << 1 << 1 << 1 << 1 << 32;    // 31 + 3 − 32 = 2
        QTest::newRow("3/2 of 32") << 32 << 3 << 2 << 1 << 0 << 1 << 16;    // 30 + 3 − 32 = 1
        QTest::newRow("3/2 of 33") << 33 << 3 << 2 << 1 << 1 << 1 << 17;    // 32 + 3 − 33 = 2
        QTest::newRow("1/2 of 32") << 32 << 1 << 2 << 1 << 0 << 0 << 16;    // 30 + 1 − 32 < 0
        QTest::newRow("10/2 of 49") << 49 << 10 << 2 << 1 << 4 << 5 << 25;  // 48 + 10 − 49 = 9
        QTest::newRow("4/2 of 10") << 10 << 4 << 2 << 1 << 1 << 1 << 5;     // 8 + 4 − 10 = 2
        QTest::newRow("2/1 of 5") << 5 << 2 << 1 << 1 << 0 << 1 << 5;       // 4 + 2 − 5 = 1
        QTest::newRow("3/1 dilated 2") << 8 << 3 << 1 << 2 << 2 << 2 << 8;  // 7 + 5 − 8 = 4
        QTest::newRow("3/3 dilated 4") << 10 << 3 << 3 << 4 << 4 << 4 << 4; // 9 + 9 − 10 = 8
        QTest::newRow("7/2 of 1") << 1 << 7 << 2 << 1 << 3 << 3 << 1;       // 0 + 7 − 1 = 6
    }
    void samePadding()
    {
        QFETCH(int, size);
        QFETCH(int, kernel);
        QFETCH(int, stride);
        QFETCH(int, dilation);
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(int, positions);
        // Rows carry the case, columns stand still, and the other way round.
        const Layer rows = convolution({kernel, 1}, {stride, 1}, {dilation, 1}, {.same = true});
        const Padding byRows = resolvePadding(rows, {3, size, 5});
        QCOMPARE(byRows, (Padding{false, before, after, 0, 0}));
        const Shape input[]{{3, size, 5}};
        QCOMPARE(*inferLayerShape(rows, input), (Shape{4, positions, 5}));
        const Layer columns = convolution({1, kernel}, {1, stride}, {1, dilation}, {.same = true});
        QCOMPARE(resolvePadding(columns, {3, 5, size}), (Padding{false, 0, 0, before, after}));
        // Written out by hand, the same padding gives the same shape.
        Layer explicitly = rows;
        explicitly.padding = byRows;
        QCOMPARE(*inferLayerShape(explicitly, input), (Shape{4, positions, 5}));
    }

    void windows_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("kernel");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("dilation");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("positions"); // 0: does not fit
        // ⌊(size + before + after − dilation·(kernel − 1) − 1) / stride⌋ + 1
        QTest::newRow("valid") << 32 << 3 << 1 << 1 << 0 << 0 << 30;
        QTest::newRow("uneven") << 10 << 3 << 2 << 1 << 0 << 1 << 5;
        QTest::newRow("rest dropped") << 25 << 24 << 2 << 1 << 0 << 0 << 1;
        QTest::newRow("exact") << 5 << 3 << 1 << 2 << 0 << 0 << 1;
        QTest::newRow("too large") << 5 << 3 << 1 << 3 << 0 << 0 << 0;
        QTest::newRow("huge dilation") << 5 << 100'000 << 1 << 100'000 << 0 << 0 << 0;
    }
    void windows()
    {
        QFETCH(int, size);
        QFETCH(int, kernel);
        QFETCH(int, stride);
        QFETCH(int, dilation);
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(int, positions);
        const Layer layer = convolution({kernel, 1}, {stride, 1}, {dilation, 1}, {false, before, after, 0, 0});
        const Shape input[]{{2, size, 1}};
        const Result<Shape> shape = inferLayerShape(layer, input);
        QCOMPARE(shape.ok(), positions > 0);
        if (positions > 0)
            QCOMPARE(*shape, (Shape{4, positions, 1}));
        else
            QCOMPARE(shape.error().place.key, std::string("c.kernel"));
    }

    void groupedCounts()
    {
        // 8 → 12 channels in 4 groups, 3×3 on 6×6: 12 · 8/4 · 9 weights.
        Layer layer = convolution({3, 3}, {1, 1}, {1, 1}, {.same = true}, 12);
        layer.groups = 4;
        layer.bias = true;
        const Shape input[]{{8, 6, 6}};
        const LayerCounts counts = findOperator("conv")->count(layer, input, *inferLayerShape(layer, input));
        QCOMPARE(counts.weights, std::int64_t{12 * 2 * 9});
        QCOMPARE(counts.biases, std::int64_t{12});
        QCOMPARE(counts.macs, std::int64_t{12 * 2 * 9 * 36});
        QVERIFY(!isDepthwise(layer, input[0]));
        QCOMPARE(findOperator("conv")->channelRule(layer), ChannelRule::Defines);
        layer.groups = layer.channels = 8;
        QVERIFY(isDepthwise(layer, input[0]));
        QCOMPARE(findOperator("conv")->channelRule(layer), ChannelRule::Preserves);
    }

    void operatorsSayWhatTheyDoToChannels()
    {
        const Layer layer;
        QCOMPARE(findOperator("flatten")->channelRule(layer), ChannelRule::Flattens);
        QCOMPARE(findOperator("concat")->channelRule(layer), ChannelRule::Concatenates);
        QCOMPARE(findOperator("dense")->channelRule(layer), ChannelRule::Defines);
        for (const char *name : {"add", "batch_norm", "dropout", "avg_pool", "max_pool", "global_avg_pool"})
            QCOMPARE(findOperator(name)->channelRule(layer), ChannelRule::Preserves);
        // Only a normalisation makes something out of nothing, by its shift; of the activations, the sigmoid.
        for (const std::string_view name : operatorNames())
            QCOMPARE(findOperator(name)->keepsZero(), name != "batch_norm");
        QVERIFY(!keepsZero(Activation::Sigmoid));
        QVERIFY(keepsZero(Activation::Tanh));
        QCOMPARE(operatorNames().size(), std::size_t{11});
        QVERIFY(findOperator("nothing") == nullptr);
    }

    void shapesOfOperators()
    {
        const auto infer = [](const char *op, const std::vector<Shape> &inputs) {
            Layer layer;
            layer.name = "x";
            layer.op = op;
            layer.kernel = layer.stride = {2, 2};
            return *inferLayerShape(layer, inputs);
        };
        QCOMPARE(infer("flatten", {{3, 4, 5}}), (Shape{60, 1, 1}));
        QCOMPARE(infer("concat", {{3, 4, 5}, {7, 4, 5}}), (Shape{10, 4, 5}));
        QCOMPARE(infer("add", {{3, 4, 5}, {3, 4, 5}, {3, 4, 5}}), (Shape{3, 4, 5}));
        QCOMPARE(infer("max_pool", {{3, 5, 4}}), (Shape{3, 2, 2}));
        QCOMPARE(infer("avg_pool", {{3, 5, 4}}), (Shape{3, 2, 2}));
        QCOMPARE(infer("global_avg_pool", {{3, 5, 4}}), (Shape{3, 1, 1}));
        QCOMPARE(infer("dropout", {{3, 5, 4}}), (Shape{3, 5, 4}));
    }

    void handMadeNetworksAreChecked()
    {
        Network network;
        QVERIFY(!inferShapes(network).ok());
        network.input = {3, 4, 4};
        network.layers.resize(2);
        network.layers[0].name = network.layers[0].op = "input";
        network.layers[1] = convolution({1, 1}, {1, 1}, {1, 1}, {});
        network.layers[1].inputs = {1};
        QCOMPARE(inferShapes(network).error().place.key, std::string("c.from"));
        network.layers[1].inputs = {0};
        VERIFY_OK(inferShapes(network));
        network.layers[1].stride = {0, 1};
        QCOMPARE(inferShapes(network).error().place.key, std::string("c.stride"));
        network.input.channels = 0;
        QCOMPARE(inferShapes(network).error().place.key, std::string("input"));
    }
};

QTEST_APPLESS_MAIN(ShapesTest)
#include "tst_shapes.moc"
