// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Networks as YAML: defaults, order, 1-D signals, and that writing and reading again gives the same network.
#include "core/base/files.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dnas;

namespace {

/// Every field of the form at least once.
constexpr const char *kRich =
    "title: \"Ein \\\"Netz\\\" mit Umlaut ü, # und : drin\"\n"
    "source: \"line one\\nline two\"\n"
    "input: {channels: 6, height: 12, width: 8, activation_bits: 8}\n"
    "layers:\n"
    "  - {name: a, op: conv, channels: 8, kernel: [3, 2], stride: [2, 1], dilation: [1, 2], padding: [1, 0, 2, 1], "
    "groups: 2,\n"
    "     bias: true, activation: leaky_relu, weight_bits: [{bits: 8, channels: 5}, {bits: 4, channels: 3}],\n"
    "     activation_bits: 4, weight_density: 0.3}\n"
    "  - {name: b, op: conv, groups: depthwise, kernel: 3, padding: 1, weight_bits: 2}\n"
    "  - {name: c/1.x, op: batch_norm, activation: relu6}\n"
    "  - {name: \"null\", op: max_pool, kernel: 2, stride: 1, padding: same}\n"
    "  - {name: d, op: avg_pool, from: c/1.x, kernel: [2, 2], stride: 1, padding: same, activation: tanh}\n"
    "  - {name: e, op: concat, from: [\"null\", d, a]}\n"
    "  - {name: f, op: dropout, rate: 0.1}\n"
    "  - {name: exit, op: flatten, exit: true}\n"
    "  - {name: g, op: global_avg_pool, from: f}\n"
    "  - {name: h, op: dense, channels: 5, activation: sigmoid}\n"
    "  - {name: late, op: dense, from: exit, channels: 3, exit: true}\n"
    "output: h\n";

} // namespace

class NetworkYamlTest : public QObject {
    Q_OBJECT
private slots:
    void readsEveryField()
    {
        const Result<Network> network = parseNetwork(kRich, "folder/rich.yaml");
        VERIFY_OK(network);
        QCOMPARE(network->name, std::string("rich"));
        QCOMPARE(network->dimensions, 2);
        QCOMPARE(network->layers.front().activationBits, 8);
        const Layer &a = network->layers[1];
        QCOMPARE(a.kernel, (Size2{3, 2}));
        QCOMPARE(a.stride, (Size2{2, 1}));
        QCOMPARE(a.dilation, (Size2{1, 2}));
        QCOMPARE(a.padding, (Padding{false, 1, 0, 2, 1}));
        QCOMPARE(a.groups, 2);
        QVERIFY(a.bias);
        QCOMPARE(a.activation, Activation::LeakyRelu);
        QCOMPARE(a.weightBits, (std::vector<BitShare>{{8, 5}, {4, 3}}));
        QCOMPARE(a.activationBits, 4);
        QCOMPARE(a.weightDensity, 0.3);
        const Layer &b = network->layers[2];
        QCOMPARE(b.channels, 8);
        QCOMPARE(b.groups, 8);
        QCOMPARE(b.weightBits, (std::vector<BitShare>{{2, 8}}));
        QCOMPARE(network->layers[static_cast<std::size_t>(network->output)].name, std::string("h"));
        QVERIFY(network->layers[static_cast<std::size_t>(network->indexOf("late"))].isExit);

        const Result<Network> again = parseNetwork(writeNetwork(*network), "other.yaml");
        VERIFY_OK(again);
        QCOMPARE(writeNetwork(*again), writeNetwork(*network));
        QVERIFY(*again == *network);
    }

    void everyResourceSurvivesWriting()
    {
        for (const std::string &name : listResources("networks")) {
            const Result<Network> network = loadNetwork(name);
            VERIFY_OK(network);
            const Result<Network> again = parseNetwork(writeNetwork(*network), "written.yaml");
            VERIFY_OK(again);
            QVERIFY2(*again == *network, name.c_str());
        }
    }

    void defaults()
    {
        const Result<Network> network = parseNetwork("input: {channels: 3, height: 8, width: 8}\n"
                                                     "layers:\n"
                                                     "  - {name: c, op: conv, channels: 4, kernel: 3}\n"
                                                     "  - {name: p, op: max_pool, kernel: 2}\n"
                                                     "  - {name: d, op: dropout}\n",
                                                     "n.yaml");
        VERIFY_OK(network);
        const Layer &c = network->layers[1];
        QCOMPARE(c.inputs, std::vector<int>{0});
        QCOMPARE(c.stride, (Size2{1, 1}));
        QCOMPARE(c.padding, Padding{});
        QCOMPARE(c.groups, 1);
        QVERIFY(!c.bias);
        QVERIFY(c.weightBits.empty());
        QCOMPARE(network->layers[2].stride, (Size2{2, 2})); // pooling windows lie side by side
        QCOMPARE(network->layers[3].rate, 0.5);
        QCOMPARE(network->output, 3);
        QCOMPARE(inferShapes(*network)->back(), (Shape{4, 3, 3}));
    }

    void sequences()
    {
        const Result<Network> network =
            parseNetwork("input: {channels: 4, length: 16}\n"
                         "layers:\n"
                         "  - {name: a, op: conv, channels: 8, kernel: 5, dilation: 2, padding: [8, 0]}\n"
                         "  - {name: b, op: conv, channels: 8, kernel: [3], stride: 2, padding: 1}\n"
                         "  - {name: p, op: max_pool, kernel: 2}\n"
                         "  - {name: f, op: flatten}\n",
                         "n.yaml");
        VERIFY_OK(network);
        QCOMPARE(network->dimensions, 1);
        QCOMPARE(network->layers[1].kernel, (Size2{5, 1}));
        QCOMPARE(network->layers[1].dilation, (Size2{2, 1}));
        QCOMPARE(network->layers[2].padding, (Padding{false, 1, 1, 0, 0}));
        // Causal: 16 + 8 − 2·4 = 16; then ⌊(16 + 2 − 3)/2⌋ + 1 = 8; then 4.
        const std::vector<Shape> shapes = *inferShapes(*network);
        QCOMPARE(shapes[1], (Shape{8, 16, 1}));
        QCOMPARE(shapes[2], (Shape{8, 8, 1}));
        QCOMPARE(shapes[4], (Shape{32, 1, 1}));
        QVERIFY(*parseNetwork(writeNetwork(*network), "n.yaml") == *network);
    }

    void anyOrderIsSorted()
    {
        const Result<Network> network = parseNetwork("input: {channels: 4}\n"
                                                     "output: last\n"
                                                     "layers:\n"
                                                     "  - {name: last, op: add, from: [y, x]}\n"
                                                     "  - {name: x, op: dense, from: z, channels: 2}\n"
                                                     "  - {name: z, op: dense, from: input, channels: 3}\n"
                                                     "  - {name: y, op: dense, from: z, channels: 2}\n",
                                                     "n.yaml");
        VERIFY_OK(network);
        std::vector<std::string> names;
        for (const Layer &layer : network->layers)
            names.push_back(layer.name);
        QCOMPARE(names, (std::vector<std::string>{"input", "z", "x", "y", "last"}));
        QCOMPARE(network->layers[4].inputs, (std::vector<int>{3, 2}));
        QCOMPARE(network->output, 4);
        QVERIFY(*parseNetwork(writeNetwork(*network), "n.yaml") == *network);
    }

    void usersFileByPath()
    {
        const QTemporaryDir dir;
        const std::string path = dir.filePath(QStringLiteral("mine.yaml")).toStdString();
        VERIFY_OK(writeAtomically(path, "input: {channels: 4}\nlayers: [{name: a, op: dense, channels: 2}]\n"));
        const Result<Network> network = loadNetwork(path);
        VERIFY_OK(network);
        QCOMPARE(network->name, std::string("mine"));
        const Result<Network> missing = loadNetwork("resnet9");
        QVERIFY(!missing.ok());
        QVERIFY(missing.error().message.find("resnet8") != std::string::npos);
    }

    void manyLayersAreFast()
    {
        std::string text = "input: {channels: 4}\nlayers:\n";
        for (int i = 0; i < 10'000; ++i)
            text += "  - {name: l" + std::to_string(i) + ", op: dense, channels: 4}\n";
        const Result<Network> network = parseNetwork(text, "n.yaml");
        VERIFY_OK(network);
        QCOMPARE(countNetwork(*network).weights, std::int64_t{160'000});
    }
};

QTEST_APPLESS_MAIN(NetworkYamlTest)
#include "tst_network_yaml.moc"
