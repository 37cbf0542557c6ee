// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Exported models in ONNX Runtime (npm onnxruntime-node) against the plain forward pass. Skipped, loudly, where
// node or the module is missing; tools/test installs both.
#include "core/deploy/onnx_export.h"
#include "tests/support/naive_forward.h"
#include "tests/support/network_builder.h"
#include "tests/support/random_weights.h"
#include "tests/support/result_checks.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace dnas;
using namespace dnas::test;

Q_DECLARE_METATYPE(dnas::Network)

namespace {

constexpr int kBatch = 2;

Layer conv(const std::string &name, int channels, Size2 kernel, Size2 stride = {1, 1},
           Activation activation = Activation::None)
{
    return {.name = name,
            .op = "conv",
            .channels = channels,
            .kernel = kernel,
            .stride = stride,
            .padding = {.same = true},
            .bias = true,
            .activation = activation};
}

Layer dense(const std::string &name, int channels, Activation activation = Activation::None)
{
    return {.name = name, .op = "dense", .channels = channels, .bias = true, .activation = activation};
}

Layer pool(const std::string &name, const std::string &op, Size2 kernel, Size2 stride, Padding padding)
{
    return {.name = name, .op = op, .kernel = kernel, .stride = stride, .padding = padding};
}

/// Two residual blocks, the second with a strided convolution on the skip.
Network residual()
{
    NetworkBuilder b({3, 12, 12});
    b.add(conv("conv0", 6, {3, 3}));
    const int first = b.add("bn0", "batch_norm", {}, Activation::Relu);
    b.add(conv("a1", 6, {3, 3}));
    b.add("a1n", "batch_norm", {}, Activation::Relu);
    b.add(conv("a2", 6, {3, 3}));
    const int left = b.add("a2n", "batch_norm");
    const int sum = b.add("sum1", "add", {first, left}, Activation::Relu);
    b.add(conv("b1", 9, {3, 3}, {2, 2}));
    const int down = b.add("b1n", "batch_norm", {}, Activation::Relu);
    const int skip = b.add(conv("skip", 9, {1, 1}, {2, 2}), {sum});
    b.add("sum2", "add", {down, skip, down}, Activation::LeakyRelu);
    b.add("gap", "global_avg_pool");
    b.add("drop", "dropout");
    b.add(dense("fc", 10));
    return b.network();
}

/// Depthwise and grouped convolutions on an uneven map, dilation, ReLU6, a normalisation that cannot be folded.
Network separable()
{
    NetworkBuilder b({4, 49, 10});
    b.add(conv("stem", 8, {10, 4}, {2, 2}, Activation::Relu6));
    b.add("norm", "batch_norm");
    Layer depthwise = conv("dw", 8, {3, 3}, {2, 1});
    depthwise.groups = 8;
    b.add(depthwise);
    b.add("dwn", "batch_norm", {}, Activation::Relu);
    Layer grouped = conv("grouped", 12, {3, 3}, {1, 1}, Activation::Tanh);
    grouped.groups = 4;
    grouped.dilation = {2, 1};
    b.add(grouped);
    b.add("flat", "flatten");
    b.add(dense("fc", 12));
    return b.network();
}

/// Every pool, even and uneven padding, and channels joined.
Network pools()
{
    NetworkBuilder b({3, 9, 11});
    const int a = b.add(pool("a", "avg_pool", {3, 3}, {2, 2}, {.top = 1, .bottom = 1, .left = 1, .right = 1}), {0});
    const int m = b.add(pool("m", "max_pool", {3, 3}, {2, 2}, {.same = true}), {0});
    const int u = b.add(pool("u", "avg_pool", {4, 2}, {2, 2}, {.same = true}), {0});
    b.add("join", "concat", {a, m, u}, Activation::Sigmoid);
    b.add(pool("v", "max_pool", {2, 3}, {1, 2}, {.bottom = 1, .left = 2}));
    return b.network();
}

Network sequence()
{
    NetworkBuilder b({2, 50}, 1);
    Layer dilated = conv("c0", 5, {5, 1}, {2, 1});
    b.add(dilated);
    b.add("n0", "batch_norm", {}, Activation::Relu);
    Layer causal = conv("c1", 6, {3, 1});
    causal.dilation = {4, 1};
    causal.padding = {.top = 8};
    b.add(causal);
    b.add(pool("p", "avg_pool", {2, 1}, {2, 1}, {}));
    b.add("flat", "flatten");
    b.add(dense("fc", 3, Activation::Sigmoid));
    return b.network();
}

Network autoencoder()
{
    NetworkBuilder b({64}, 0);
    b.add(dense("e0", 32));
    b.add("e0n", "batch_norm", {}, Activation::Relu);
    b.add(dense("e1", 8, Activation::Tanh));
    b.add("e1n", "batch_norm");
    b.add(dense("d0", 64));
    return b.network();
}

/// Vectors and 1×1 maps side by side, and a convolution behind a flatten.
Network mixedRanks()
{
    NetworkBuilder b({4, 4, 4});
    const int gap = b.add("gap", "global_avg_pool");
    const int fc = b.add(dense("fc", 4, Activation::Relu));
    const int sum = b.add("sum", "add", {gap, fc});
    const int squeeze = b.add(conv("squeeze", 6, {1, 1}), {sum});
    b.add("join", "concat", {squeeze, fc, gap});
    return b.network();
}

void writeFloats(const QString &path, const std::vector<float> &values)
{
    QByteArray bytes(static_cast<qsizetype>(values.size() * sizeof(float)), '\0');
    qToLittleEndian<float>(values.data(), static_cast<qsizetype>(values.size()), bytes.data());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList inputSizes(const Network &network)
{
    QStringList sizes{QString::number(kBatch), QString::number(network.input.channels)};
    if (network.dimensions > 0)
        sizes << QString::number(network.input.height);
    if (network.dimensions > 1)
        sizes << QString::number(network.input.width);
    return sizes;
}

} // namespace

class TestOnnxRuntime : public QObject {
    Q_OBJECT
private slots:
    void givesTheSameNumbers_data();
    void givesTheSameNumbers();
};

void TestOnnxRuntime::givesTheSameNumbers_data()
{
    QTest::addColumn<Network>("network");
    QTest::newRow("residual") << residual();
    QTest::newRow("separable") << separable();
    QTest::newRow("pools") << pools();
    QTest::newRow("sequence") << sequence();
    QTest::newRow("autoencoder") << autoencoder();
    QTest::newRow("mixed ranks") << mixedRanks();
}

void TestOnnxRuntime::givesTheSameNumbers()
{
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty())
        QSKIP("NOT CHECKED in a foreign runtime: node is not installed (tools/test installs it)");
    QFETCH(Network, network);
    const WeightStore weights = randomWeights(network, 11);
    const Result<std::string> bytes = exportOnnx(network, weights, {});
    VERIFY_OK(bytes);

    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    QFile model(folder.filePath(QStringLiteral("model.onnx")));
    QVERIFY(model.open(QIODevice::WriteOnly));
    QCOMPARE(model.write(bytes->data(), static_cast<qint64>(bytes->size())), static_cast<qint64>(bytes->size()));
    model.close();
    const std::vector<float> input = randomValues(static_cast<std::size_t>(kBatch * network.input.elements()), 12);
    const QString inputFile = folder.filePath(QStringLiteral("input.f32"));
    const QString expectedFile = folder.filePath(QStringLiteral("expected.f32"));
    writeFloats(inputFile, input);
    writeFloats(expectedFile, naiveForward(network, weights, input, kBatch));

    QProcess process;
    process.start(node, QStringList{QStringLiteral(COMPARE_SCRIPT), model.fileName(), inputFile, expectedFile} +
                            inputSizes(network));
    QVERIFY(process.waitForFinished(60000));
    const QByteArray errors = process.readAllStandardError();
    if (process.exitCode() == 3)
        QSKIP(("NOT CHECKED in a foreign runtime: " + errors).constData());
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, errors.constData());
    const QByteArray line = process.readAllStandardOutput();
    const QJsonValue difference = QJsonDocument::fromJson(line).object()[QLatin1String("max_difference")];
    QVERIFY2(difference.isDouble(), line.constData());
    QVERIFY2(difference.toDouble() <= 1e-5, line.constData());
    qInfo("largest difference %.3g", difference.toDouble());
}

QTEST_GUILESS_MAIN(TestOnnxRuntime)
#include "tst_onnx_runtime.moc"
