// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an exported model holds: nodes, folded numbers, sizes, names; and what is refused.
#include "core/deploy/onnx_export.h"
#include "tests/support/network_builder.h"
#include "tests/support/random_weights.h"
#include "tests/support/result_checks.h"

#include <onnx/onnx_pb.h>

#include <QTest>

using namespace dnas;
using dnas::test::NetworkBuilder;
using dnas::test::randomWeights;

namespace {

Layer conv(const std::string &name, int channels, int kernel, int stride = 1)
{
    return {.name = name,
            .op = "conv",
            .channels = channels,
            .kernel = {kernel, kernel},
            .stride = {stride, stride},
            .padding = {.same = true}};
}

Layer dense(const std::string &name, int channels)
{
    return {.name = name, .op = "dense", .channels = channels, .bias = true};
}

onnx::ModelProto parsed(const std::string &bytes)
{
    onnx::ModelProto model;
    if (!model.ParseFromString(bytes))
        model.Clear();
    return model;
}

QString operators(const onnx::ModelProto &model)
{
    QStringList names;
    for (const onnx::NodeProto &node : model.graph().node())
        names << QString::fromStdString(node.op_type());
    return names.join(QLatin1Char(' '));
}

/// "N 3 8 8"
QString sizes(const onnx::ValueInfoProto &info)
{
    QStringList words;
    for (const auto &dim : info.type().tensor_type().shape().dim())
        words << (dim.has_dim_value() ? QString::number(dim.dim_value()) : QString::fromStdString(dim.dim_param()));
    return words.join(QLatin1Char(' '));
}

std::vector<float> stored(const onnx::ModelProto &model, const std::string &name)
{
    for (const onnx::TensorProto &tensor : model.graph().initializer()) {
        if (tensor.name() == name)
            return {tensor.float_data().begin(), tensor.float_data().end()};
    }
    return {};
}

std::vector<std::int64_t> integers(const onnx::NodeProto &node, const std::string &attribute)
{
    for (const onnx::AttributeProto &a : node.attribute()) {
        if (a.name() == attribute)
            return {a.ints().begin(), a.ints().end()};
    }
    return {};
}

/// conv – norm – conv – norm – add to the first – pool – dense
Network residual()
{
    NetworkBuilder b({3, 8, 8});
    b.add(conv("conv0", 4, 3));
    const int first = b.add("bn0", "batch_norm", {}, Activation::Relu);
    b.add(conv("conv1", 4, 3));
    const int second = b.add("bn1", "batch_norm");
    b.add("sum", "add", {first, second}, Activation::Relu);
    b.add("drop", "dropout");
    b.add("pool", "global_avg_pool");
    b.add(dense("fc", 5));
    return b.network();
}

} // namespace

class TestOnnxExport : public QObject {
    Q_OBJECT
private slots:
    void foldsByHand();
    void foldsWithoutBias();
    void writesResidual();
    void keepsNormalisation_data();
    void keepsNormalisation();
    void writesSizes_data();
    void writesSizes();
    void resolvesUnevenPadding();
    void survivesNames();
    void leavesOutWhatIsNotRead();
    void dropoutAtTheEnd();
    void inputIsOutput();
    void sameBytesTwice();
    void refuses_data();
    void refuses();
};

void TestOnnxExport::foldsByHand()
{
    NetworkBuilder b({1, 2, 2});
    Layer layer = conv("c", 1, 1);
    layer.bias = true;
    b.add(layer);
    b.add("n", "batch_norm");
    // √(variance + 1e-5) = 2, so the factor is 3 / 2 = 1.5: w' = 2 · 1.5 = 3, b' = (0.5 − 0.25) · 1.5 + 1 = 1.375.
    const WeightStore weights{{"c.weight", {{1, 1, 1, 1}, {2}}}, {"c.bias", {{1}, {0.5F}}},
                              {"n.scale", {{1}, {3}}},           {"n.shift", {{1}, {1}}},
                              {"n.mean", {{1}, {0.25F}}},        {"n.variance", {{1}, {4 - 1e-5F}}}};
    const Result<std::string> bytes = exportOnnx(b.network(), weights, {});
    VERIFY_OK(bytes);
    const onnx::ModelProto model = parsed(*bytes);
    QCOMPARE(operators(model), QStringLiteral("Conv"));
    QCOMPARE(stored(model, "c.weight").size(), std::size_t{1});
    QVERIFY(qAbs(stored(model, "c.weight").at(0) - 3.0F) < 1e-6F);
    QCOMPARE(stored(model, "c.bias").size(), std::size_t{1});
    QVERIFY(qAbs(stored(model, "c.bias").at(0) - 1.375F) < 1e-6F);
}

void TestOnnxExport::foldsWithoutBias()
{
    NetworkBuilder b({2}, 0);
    b.add({.name = "fc", .op = "dense", .channels = 2});
    b.add("n", "batch_norm");
    // Factors 1/√(1 + 1e-5) ≈ 1 and 4/√(4 + 1e-5) ≈ 2; b' = −mean · factor + shift = −3 + 1 and −2 · 2 + 0.
    const WeightStore weights{{"fc.weight", {{2, 2}, {1, 2, 3, 4}}},
                              {"n.scale", {{2}, {1, 4}}},
                              {"n.shift", {{2}, {1, 0}}},
                              {"n.mean", {{2}, {3, 2}}},
                              {"n.variance", {{2}, {1, 4}}}};
    const Result<std::string> bytes = exportOnnx(b.network(), weights, {});
    VERIFY_OK(bytes);
    const onnx::ModelProto model = parsed(*bytes);
    QCOMPARE(operators(model), QStringLiteral("Gemm"));
    const std::vector<float> weight = stored(model, "fc.weight");
    const std::vector<float> bias = stored(model, "fc.bias");
    const std::vector<float> wantedWeight{1, 2, 6, 8};
    const std::vector<float> wantedBias{-2, -4};
    QCOMPARE(weight.size(), wantedWeight.size());
    QCOMPARE(bias.size(), wantedBias.size());
    for (std::size_t i = 0; i < weight.size(); ++i)
        QVERIFY(qAbs(weight[i] - wantedWeight[i]) < 1e-4F);
    for (std::size_t i = 0; i < bias.size(); ++i)
        QVERIFY(qAbs(bias[i] - wantedBias[i]) < 1e-4F);
}

void TestOnnxExport::writesResidual()
{
    const Network network = residual();
    const Result<std::string> bytes =
        exportOnnx(network, randomWeights(network, 1), {.description = "made for a test"});
    VERIFY_OK(bytes);
    const onnx::ModelProto model = parsed(*bytes);
    QCOMPARE(operators(model), QStringLiteral("Conv Relu Conv Add Relu GlobalAveragePool Flatten Gemm"));
    QCOMPARE(model.graph().initializer_size(), 6); // two convolutions and one dense layer, weight and bias each
    QCOMPARE(model.ir_version(), 8);
    QCOMPARE(model.opset_import_size(), 1);
    QCOMPARE(model.opset_import(0).version(), 13);
    QCOMPARE(model.producer_name().c_str(), "Paretoscope");
    QCOMPARE(model.doc_string().c_str(), "made for a test");
    QCOMPARE(model.graph().input_size(), 1);
    QCOMPARE(model.graph().input(0).name().c_str(), "input");
    QCOMPARE(sizes(model.graph().input(0)), QStringLiteral("N 3 8 8"));
    QCOMPARE(model.graph().output(0).name().c_str(), "output");
    QCOMPARE(sizes(model.graph().output(0)), QStringLiteral("N 5"));
    QVERIFY(model.graph().value_info_size() >= 6); // inferred shapes travel with the model
}

void TestOnnxExport::keepsNormalisation_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("expected");
    QTest::newRow("behind an activation") << 0 << "Conv Relu BatchNormalization";
    QTest::newRow("read twice") << 1 << "Conv BatchNormalization Add";
    QTest::newRow("behind a pool") << 2 << "MaxPool BatchNormalization";
    QTest::newRow("second reader is not live") << 3 << "Conv";
}

void TestOnnxExport::keepsNormalisation()
{
    QFETCH(int, kind);
    NetworkBuilder b({3, 8, 8});
    Layer first = conv("c", 4, 3);
    if (kind == 0)
        first.activation = Activation::Relu;
    if (kind == 2)
        first = {.name = "p", .op = "max_pool", .kernel = {2, 2}, .stride = {2, 2}};
    const int producer = b.add(first);
    const int norm = b.add("n", "batch_norm");
    if (kind == 1)
        b.add("sum", "add", {producer, norm});
    if (kind == 3)
        b.add("aside", "global_avg_pool", {producer});
    Network network = b.network();
    if (kind == 3)
        network.output = norm;
    const Result<std::string> bytes = exportOnnx(network, randomWeights(network, 2), {});
    VERIFY_OK(bytes);
    QTEST(operators(parsed(*bytes)), "expected");
}

void TestOnnxExport::writesSizes_data()
{
    QTest::addColumn<int>("dimensions");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("output");
    QTest::newRow("picture") << 2 << "N 3 9 7"
                             << "N 4 5 4";
    QTest::newRow("sequence") << 1 << "N 3 9"
                              << "N 4 5";
    QTest::newRow("vector") << 0 << "N 3"
                            << "N 4";
}

void TestOnnxExport::writesSizes()
{
    QFETCH(int, dimensions);
    NetworkBuilder b({3, dimensions > 0 ? 9 : 1, dimensions > 1 ? 7 : 1}, dimensions);
    Layer layer = dimensions > 0 ? conv("c", 4, 3, 2) : dense("c", 4);
    if (dimensions == 1)
        layer.kernel.width = layer.stride.width = 1;
    b.add(layer);
    const Result<std::string> bytes = exportOnnx(b.network(), randomWeights(b.network(), 3), {});
    VERIFY_OK(bytes);
    const onnx::ModelProto model = parsed(*bytes);
    QTEST(sizes(model.graph().input(0)), "input");
    QTEST(sizes(model.graph().output(0)), "output");
}

void TestOnnxExport::resolvesUnevenPadding()
{
    // Kernel 3, stride 2 on 8 rows and 9 columns: 4 and 5 positions need (4−1)·2+3−8 = 1 row and (5−1)·2+3−9 = 2
    // columns.
    NetworkBuilder b({2, 8, 9});
    b.add(conv("c", 2, 3, 2));
    const Result<std::string> bytes = exportOnnx(b.network(), randomWeights(b.network(), 4), {});
    VERIFY_OK(bytes);
    const std::vector<std::int64_t> wanted{0, 1, 1, 1}; // top, left, bottom, right
    QCOMPARE(integers(parsed(*bytes).graph().node(0), "pads"), wanted);
}

void TestOnnxExport::survivesNames()
{
    NetworkBuilder b({2, 4, 4});
    b.add(conv("output", 2, 1));
    b.add({.name = "output.weight", .op = "avg_pool", .kernel = {2, 2}, .stride = {2, 2}});
    b.add("relu6/zero", "add", {1, 1}, Activation::Relu6);
    b.add("sum", "add", {2, 2}, Activation::Relu6);
    const Result<std::string> bytes = exportOnnx(b.network(), randomWeights(b.network(), 5), {});
    VERIFY_OK(bytes);
    const onnx::ModelProto model = parsed(*bytes);
    QCOMPARE(operators(model), QStringLiteral("Conv AveragePool Add Clip"));
    QCOMPARE(model.graph().node(3).output(0).c_str(), "output");
}

void TestOnnxExport::leavesOutWhatIsNotRead()
{
    NetworkBuilder b({2, 4, 4});
    const int used = b.add(conv("used", 2, 1));
    b.add(conv("unused", 2, 1));
    Network network = b.network();
    network.output = used;
    WeightStore weights = randomWeights(network, 6);
    weights.erase("unused.weight");
    const Result<std::string> bytes = exportOnnx(network, weights, {});
    VERIFY_OK(bytes);
    QCOMPARE(operators(parsed(*bytes)), QStringLiteral("Conv"));
}

void TestOnnxExport::dropoutAtTheEnd()
{
    NetworkBuilder b({2, 4, 4});
    b.add(conv("c", 2, 1));
    b.add("d", "dropout");
    const Result<std::string> bytes = exportOnnx(b.network(), randomWeights(b.network(), 7), {});
    VERIFY_OK(bytes);
    QCOMPARE(operators(parsed(*bytes)), QStringLiteral("Conv"));
}

void TestOnnxExport::inputIsOutput()
{
    NetworkBuilder b({2, 4, 4});
    b.add("d", "dropout");
    const Result<std::string> bytes = exportOnnx(b.network(), {}, {});
    VERIFY_OK(bytes);
    QCOMPARE(operators(parsed(*bytes)), QStringLiteral("Identity"));
}

void TestOnnxExport::sameBytesTwice()
{
    const Network network = residual();
    const Result<std::string> first = exportOnnx(network, randomWeights(network, 8), {});
    const Result<std::string> second = exportOnnx(network, randomWeights(network, 8), {});
    VERIFY_OK(first);
    VERIFY_OK(second);
    QVERIFY(*first == *second);
}

void TestOnnxExport::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("key");
    QTest::newRow("missing weight") << "missing"
                                    << "conv1.weight";
    QTest::newRow("missing bias") << "bias"
                                  << "fc.bias";
    QTest::newRow("wrong shape") << "shape"
                                 << "conv0.weight";
    QTest::newRow("too few values") << "values"
                                    << "bn1.mean";
    QTest::newRow("not a number") << "nan"
                                  << "fc.weight";
    QTest::newRow("negative variance") << "variance"
                                       << "bn0.variance";
    QTest::newRow("unknown operator") << "operator"
                                      << "pool.op";
    QTest::newRow("output out of range") << "output"
                                         << "output";
    QTest::newRow("cycle") << "cycle"
                           << "conv0.from";
}

void TestOnnxExport::refuses()
{
    QFETCH(QString, what);
    Network network = residual();
    WeightStore weights = randomWeights(network, 9);
    if (what == QLatin1String("missing"))
        weights.erase("conv1.weight");
    else if (what == QLatin1String("bias"))
        weights.erase("fc.bias");
    else if (what == QLatin1String("shape"))
        weights["conv0.weight"].shape = {4, 3, 9, 1};
    else if (what == QLatin1String("values"))
        weights["bn1.mean"].values.pop_back();
    else if (what == QLatin1String("nan"))
        weights["fc.weight"].values[0] = std::numeric_limits<float>::quiet_NaN();
    else if (what == QLatin1String("variance"))
        weights["bn0.variance"].values[1] = -1;
    else if (what == QLatin1String("operator"))
        network.layers[static_cast<std::size_t>(network.indexOf("pool"))].op = "lstm";
    else if (what == QLatin1String("output"))
        network.output = 99;
    else if (what == QLatin1String("cycle"))
        network.layers[1].inputs = {1};
    const Result<std::string> bytes = exportOnnx(network, weights, {});
    QVERIFY(!bytes.ok());
    QCOMPARE(bytes.error().code, ErrorCode::InvalidInput);
    QTEST(QString::fromStdString(bytes.error().place.key), "key");
}

QTEST_APPLESS_MAIN(TestOnnxExport)
#include "tst_onnx_export.moc"
