// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The difference of two networks: matching by name, then by likeness, and the words for what changed.
#include "core/network/network_diff.h"
#include "core/network/network_yaml.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>

using namespace dnas;

namespace {

Network picture(const std::string &layers)
{
    const Result<Network> network =
        parseNetwork("input: {channels: 3, height: 8, width: 8}\nlayers:\n" + layers, "n.yaml");
    if (!network.ok())
        qFatal("%s", network.error().text().c_str());
    return *network;
}

const LayerDifference *find(const NetworkDifference &difference, const std::string &name)
{
    const auto it = std::find_if(difference.layers.begin(), difference.layers.end(),
                                 [&](const LayerDifference &row) { return row.name == name; });
    return it == difference.layers.end() ? nullptr : &*it;
}

} // namespace

class NetworkDiffTest : public QObject {
    Q_OBJECT
private slots:
    void equalNetworks()
    {
        const Network network = *loadNetwork("resnet8");
        const NetworkDifference difference = diffNetworks(network, network);
        QCOMPARE(difference.layers.size(), network.layers.size());
        for (std::size_t i = 0; i < difference.layers.size(); ++i) {
            QCOMPARE(difference.layers[i].left, static_cast<int>(i));
            QCOMPARE(difference.layers[i].right, static_cast<int>(i));
            QVERIFY(difference.layers[i].changes.empty());
        }
        QCOMPARE(difference.left.weights, std::int64_t{77'360});
    }

    void seedAndFound()
    {
        const Network seed = *loadNetwork("resnet8");
        const Network found = *loadNetwork("resnet8-75h");
        const NetworkDifference difference = diffNetworks(seed, found);
        QCOMPARE(difference.left.macs, std::int64_t{12'501'632});
        QCOMPARE(difference.right.macs, std::int64_t{9'844'152});
        QCOMPARE(difference.layers.size(), found.layers.size()); // nothing is lost, one is new

        const LayerDifference *conv0 = find(difference, "conv0");
        QVERIFY(conv0 != nullptr);
        QCOMPARE(conv0->changes, (std::vector<std::string>{"channels 16 → 11"}));
        QCOMPARE(conv0->leftCounts.weights, std::int64_t{3 * 16 * 9});
        QCOMPARE(conv0->rightCounts.weights, std::int64_t{3 * 11 * 9});
        const LayerDifference *norm = find(difference, "conv0_bn");
        QVERIFY(norm != nullptr && norm->changes.empty());
        QCOMPARE(norm->leftChannels, 16);
        QCOMPARE(norm->rightChannels, 11);

        const auto isNew = [](const LayerDifference &row) {
            return row.left < 0;
        };
        QCOMPARE(std::count_if(difference.layers.begin(), difference.layers.end(), isNew), std::ptrdiff_t{1});
        const auto skip = std::find_if(difference.layers.begin(), difference.layers.end(), isNew);
        QCOMPARE(skip->name, std::string("s1_skip"));
        QCOMPARE(skip->leftChannels, 0);
        QCOMPARE(skip->rightChannels, 15);
        QCOMPARE((skip - 1)->name, std::string("s1b_bn")); // where it stands on the right
        const LayerDifference *add = find(difference, "s1_add");
        QVERIFY(add != nullptr);
        QCOMPARE(add->changes, (std::vector<std::string>{"inputs conv0_bn, s1b_bn → s1_skip, s1b_bn"}));
    }

    void everyFieldHasWords()
    {
        const Network left = picture("  - {name: a, op: conv, channels: 4, kernel: 3, padding: same}\n"
                                     "  - {name: d, op: dropout, rate: 0.5}\n");
        const Network right = picture(
            "  - {name: a, op: conv, channels: 6, kernel: [5, 3], stride: 2, dilation: 2, padding: [4, 4, 2, 2],\n"
            "     groups: 3, bias: true, activation: relu, weight_bits: 4, activation_bits: 8, weight_density: 0.5,\n"
            "     exit: true}\n"
            "  - {name: d, op: dropout, rate: 0.25}\n");
        const NetworkDifference difference = diffNetworks(left, right);
        QCOMPARE(difference.layers[1].changes,
                 (std::vector<std::string>{"channels 4 → 6", "kernel 3×3 → 5×3", "stride 1×1 → 2×2",
                                           "dilation 1×1 → 2×2", "padding same → 4/4/2/2", "groups 1 → 3",
                                           "bias no → yes", "activation none → relu", "weight bits default → 6×4",
                                           "activation bits default → 8", "weight density 1 → 0.5", "exit no → yes"}));
        QCOMPARE(difference.layers[2].changes, (std::vector<std::string>{"rate 0.5 → 0.25"}));
    }

    void renamedLayersAreMatchedBySequence()
    {
        const Network left = picture("  - {name: a, op: conv, channels: 4, kernel: 3}\n"
                                     "  - {name: a2, op: conv, channels: 4, kernel: 1}\n"
                                     "  - {name: b, op: batch_norm}\n");
        const Network right = picture("  - {name: x, op: conv, channels: 4, kernel: 3}\n"
                                      "  - {name: y, op: batch_norm}\n"
                                      "  - {name: z, op: flatten}\n");
        const NetworkDifference difference = diffNetworks(left, right);
        QCOMPARE(difference.layers.size(), std::size_t{5});
        QCOMPARE(difference.layers[1].right, 1);
        QCOMPARE(difference.layers[1].changes, (std::vector<std::string>{"name a → x"}));
        QCOMPARE(difference.layers[2].name, std::string("a2"));
        QCOMPARE(difference.layers[2].right, -1);
        QCOMPARE(difference.layers[3].right, 2);
        QCOMPARE(difference.layers[3].changes, (std::vector<std::string>{"name b → y", "inputs a2 → x"}));
        QCOMPARE(difference.layers[4].left, -1);
        QCOMPARE(difference.layers[4].name, std::string("z"));
    }

    void depthwiseGroupsFollowChannels()
    {
        const NetworkDifference difference =
            diffNetworks(*loadNetwork("mobilenet-v1-025"), *loadNetwork("mobilenet-v1-025-12l"));
        const LayerDifference *dw = find(difference, "dw2");
        QVERIFY(dw != nullptr);
        QCOMPARE(dw->changes, (std::vector<std::string>{"channels 16 → 5"}));
    }

    void everyLayerStandsOnce()
    {
        const Network left = *loadNetwork("resnet18-tiny");
        const Network right = *loadNetwork("ds-cnn");
        const NetworkDifference difference = diffNetworks(left, right);
        std::vector<int> leftSeen(left.layers.size(), 0);
        std::vector<int> rightSeen(right.layers.size(), 0);
        for (const LayerDifference &row : difference.layers) {
            if (row.left >= 0)
                ++leftSeen[static_cast<std::size_t>(row.left)];
            if (row.right >= 0)
                ++rightSeen[static_cast<std::size_t>(row.right)];
        }
        QCOMPARE(std::count(leftSeen.begin(), leftSeen.end(), 1), static_cast<std::ptrdiff_t>(leftSeen.size()));
        QCOMPARE(std::count(rightSeen.begin(), rightSeen.end(), 1), static_cast<std::ptrdiff_t>(rightSeen.size()));
    }
};

QTEST_APPLESS_MAIN(NetworkDiffTest)
#include "tst_network_diff.moc"
