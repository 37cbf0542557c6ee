// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Channel groups of the reference networks and of small ones made to be awkward; masks; derivation.
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "core/space/search_space.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <string>

using namespace dnas;

namespace {

Network network(const std::string &head, const std::string &layers)
{
    return parseNetwork("name: n\ninput: " + head + "\nlayers:\n" + layers, "n.yaml").value();
}

SearchSpace spaceOf(const Network &seed, const WidthOptions &options = {})
{
    return SearchSpace::create(seed, options).value();
}

/// "conv0 16, s1a 16, fc 10*": groups in order, the frozen ones starred.
std::string summary(const SearchSpace &space)
{
    std::string text;
    for (const ChannelGroup &group : space.groups())
        text +=
            (text.empty() ? "" : ", ") + group.name + " " + std::to_string(group.channels) + (group.frozen ? "*" : "");
    return text;
}

std::string members(const SearchSpace &space, const std::string &group)
{
    std::string text;
    for (const ChannelGroup &g : space.groups()) {
        for (const int layer : g.layers) {
            if (g.name == group)
                text += (text.empty() ? "" : " ") + space.seed().layers[static_cast<std::size_t>(layer)].name;
        }
    }
    return text;
}

const ChannelGroup &groupNamed(const SearchSpace &space, const std::string &name)
{
    for (const ChannelGroup &group : space.groups()) {
        if (group.name == name)
            return group;
    }
    qFatal("no such group");
}

std::string bitsOf(const std::vector<std::uint8_t> &mask)
{
    std::string text;
    for (const std::uint8_t bit : mask)
        text += bit ? '1' : '0';
    return text;
}

const Layer &layerNamed(const Network &net, const char *name)
{
    return net.layers[static_cast<std::size_t>(net.indexOf(name))];
}

} // namespace

class TestSearchSpace : public QObject {
    Q_OBJECT

private slots:
    void referenceNetworks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("groups");
        const auto row = [](const char *name, const char *groups) {
            QTest::newRow(name) << name << groups;
        };
        row("resnet8", "input 3*, conv0 16, s1a 16, s2a 32, s2b 32, s3a 64, s3b 64, fc 10*");
        row("ds-cnn", "input 1*, conv0 64, pw1 64, pw2 64, pw3 64, pw4 64, fc 12*");
        row("mobilenet-v1-025", "input 3*, conv0 8, pw1 16, pw2 32, pw3 32, pw4 64, pw5 64, pw6 128, pw7 128, pw8 128, "
                                "pw9 128, pw10 128, pw11 128, pw12 256, pw13 256, fc 2*");
        row("autoencoder", "input 640*, fc1 128, fc2 128, fc3 128, fc4 128, fc5 8, fc6 128, fc7 128, fc8 128, fc9 128, "
                           "fc10 640*");
        row("resnet18-tiny",
            "input 3*, conv0 64, s1b1_conv1 64, s1b2_conv1 64, s2b1_conv1 128, s2b1_conv2 128, s2b2_conv1 "
            "128, s3b1_conv1 256, s3b1_conv2 256, s3b2_conv1 256, s4b1_conv1 512, s4b1_conv2 512, "
            "s4b2_conv1 512, fc 200*");
    }
    void referenceNetworks()
    {
        QFETCH(QString, name);
        QFETCH(QString, groups);
        const Result<Network> net = loadNetwork(name.toStdString());
        VERIFY_OK(net);
        const Result<SearchSpace> space = SearchSpace::create(*net, {});
        VERIFY_OK(space);
        QCOMPARE(QString::fromStdString(summary(*space)), groups);
        QVERIFY(space->derive(space->fullMasks()) == *net);
    }

    void membersOfResidualGroups()
    {
        const SearchSpace space = spaceOf(loadNetwork("resnet8").value());
        QCOMPARE(members(space, "conv0"), std::string("conv0 conv0_bn s1b s1b_bn s1_add"));
        QCOMPARE(members(space, "s1a"), std::string("s1a s1a_bn"));
        QCOMPARE(members(space, "s2b"), std::string("s2b s2b_bn s2_skip s2_add"));
        QCOMPARE(members(space, "s3b"), std::string("s3b s3b_bn s3_skip s3_add pool"));
        QCOMPARE(groupNamed(space, "fc").reason, std::string("reaches the network's output"));
        QCOMPARE(groupNamed(space, "input").reason, std::string("reaches the network's input"));
        const SearchSpace separable = spaceOf(loadNetwork("ds-cnn").value());
        QCOMPARE(members(separable, "conv0"), std::string("conv0 conv0_bn conv0_drop dw1 dw1_bn"));
        QCOMPARE(members(separable, "pw4"), std::string("pw4 pw4_bn drop pool"));
    }

    void concatenationJoinsGroups()
    {
        const Network net = network("{channels: 3, height: 8, width: 8}",
                                    "  - {name: a, op: conv, channels: 2, kernel: 3, padding: same}\n"
                                    "  - {name: b, op: conv, from: input, channels: 3, kernel: 3, padding: same}\n"
                                    "  - {name: cat, op: concat, from: [b, a]}\n"
                                    "  - {name: bn, op: batch_norm, activation: relu}\n"
                                    "  - {name: dw, op: conv, groups: depthwise, kernel: 3, padding: same}\n"
                                    "  - {name: out, op: conv, channels: 4, kernel: 1}\n");
        const SearchSpace space = spaceOf(net);
        QCOMPARE(summary(space), std::string("input 3*, a 2, b 3, out 4*"));
        QCOMPARE(space.groupOf(net.indexOf("a")), 1);
        for (const char *name : {"cat", "bn", "dw"}) {
            QCOMPARE(space.groupOf(net.indexOf(name)), -1);
            QVERIFY(space.segments(net.indexOf(name)) == (std::vector<ChannelSegment>{{2, 1}, {1, 1}}));
        }
        ChannelMasks masks = space.fullMasks();
        masks[1] = {0, 1};
        masks[2] = {1, 0, 1};
        QCOMPARE(bitsOf(space.featureMask(net.indexOf("dw"), masks)), std::string("10101"));
        const Network derived = space.derive(masks);
        VERIFY_OK(inferShapes(derived));
        QCOMPARE(layerNamed(derived, "a").channels, 1);
        QCOMPARE(layerNamed(derived, "b").channels, 2);
        QCOMPARE(layerNamed(derived, "dw").channels, 3);
        QCOMPARE(layerNamed(derived, "dw").groups, 3);
        QCOMPARE(layerNamed(derived, "out").channels, 4);
        // a: 9·3·1, b: 9·3·2, dw: 9·3, out: 3·4
        QCOMPARE(countNetwork(derived).weights, std::int64_t{27 + 54 + 27 + 12});
    }

    void additionUnitesSegmentsThatAlign()
    {
        const std::string branches = "  - {name: a, op: dense, channels: 2}\n"
                                     "  - {name: b, op: dense, from: input, channels: 3}\n"
                                     "  - {name: ab, op: concat, from: [a, b]}\n";
        const SearchSpace aligned =
            spaceOf(network("{channels: 4}", branches + "  - {name: c, op: dense, from: input, channels: 2}\n"
                                                        "  - {name: d, op: dense, from: input, channels: 3}\n"
                                                        "  - {name: cd, op: concat, from: [c, d]}\n"
                                                        "  - {name: sum, op: add, from: [ab, cd]}\n"
                                                        "  - {name: out, op: dense, channels: 2}\n"));
        QCOMPARE(summary(aligned), std::string("input 4*, a 2, b 3, out 2*"));
        QCOMPARE(members(aligned, "b"), std::string("b d"));

        const SearchSpace crossed =
            spaceOf(network("{channels: 4}", branches + "  - {name: c, op: dense, from: input, channels: 3}\n"
                                                        "  - {name: d, op: dense, from: input, channels: 2}\n"
                                                        "  - {name: cd, op: concat, from: [c, d]}\n"
                                                        "  - {name: sum, op: add, from: [ab, cd]}\n"
                                                        "  - {name: out, op: dense, channels: 2}\n"));
        QCOMPARE(summary(crossed), std::string("input 4*, a 2*, b 3*, c 3*, d 2*, out 2*"));

        const SearchSpace whole =
            spaceOf(network("{channels: 4}", branches + "  - {name: e, op: dense, from: input, channels: 5}\n"
                                                        "  - {name: f, op: dense, channels: 5}\n"
                                                        "  - {name: sum, op: add, from: [e, ab]}\n"
                                                        "  - {name: cat, op: concat, from: [sum, f]}\n"
                                                        "  - {name: out, op: dense, channels: 2}\n"));
        QCOMPARE(summary(whole), std::string("input 4*, a 2*, b 3*, e 5*, f 5, out 2*"));
        QCOMPARE(groupNamed(whole, "a").reason, std::string("meets channels of another composition in sum"));
    }

    void flattenRepeats()
    {
        const Network net =
            network("{channels: 2, height: 2, width: 3}", "  - {name: a, op: conv, channels: 3, kernel: 1}\n"
                                                          "  - {name: flat, op: flatten}\n"
                                                          "  - {name: bn, op: batch_norm}\n"
                                                          "  - {name: fc, op: dense, channels: 5}\n"
                                                          "  - {name: out, op: dense, channels: 2}\n");
        const SearchSpace space = spaceOf(net);
        QCOMPARE(summary(space), std::string("input 2*, a 3, fc 5, out 2*"));
        QVERIFY(space.segments(net.indexOf("bn")) == (std::vector<ChannelSegment>{{1, 6}}));
        QCOMPARE(space.groupOf(net.indexOf("flat")), 1);
        ChannelMasks masks = space.fullMasks();
        masks[1] = {1, 0, 1};
        QCOMPARE(bitsOf(space.featureMask(net.indexOf("flat"), masks)), std::string("111111000000111111"));
        const Network derived = space.derive(masks);
        VERIFY_OK(inferShapes(derived));
        QCOMPARE(countNetwork(derived).weights, std::int64_t{2 * 2 + 12 * 5 + 5 * 2});
        QCOMPARE(countNetwork(derived).normalised, std::int64_t{12});
    }

    void flattenAndDenseDoNotAlign()
    {
        const SearchSpace space =
            spaceOf(network("{channels: 2, height: 2, width: 1}", "  - {name: a, op: conv, channels: 3, kernel: 1}\n"
                                                                  "  - {name: flat, op: flatten}\n"
                                                                  "  - {name: fc, op: dense, channels: 6}\n"
                                                                  "  - {name: sum, op: add, from: [flat, fc]}\n"
                                                                  "  - {name: out, op: dense, channels: 2}\n"));
        QCOMPARE(summary(space), std::string("input 2*, a 3*, fc 6*, out 2*"));
    }

    void groupedConvolutionsAreFrozen()
    {
        const SearchSpace space = spaceOf(network("{channels: 2, height: 4, width: 4}",
                                                  "  - {name: a, op: conv, channels: 8, kernel: 1}\n"
                                                  "  - {name: g, op: conv, channels: 12, kernel: 1, groups: 4}\n"
                                                  "  - {name: b, op: conv, channels: 6, kernel: 1}\n"
                                                  "  - {name: c, op: conv, channels: 2, kernel: 1}\n"));
        QCOMPARE(summary(space), std::string("input 2*, a 8*, g 12*, b 6, c 2*"));
        QCOMPARE(groupNamed(space, "a").reason, std::string("is read by the grouped convolution g"));
        QCOMPARE(groupNamed(space, "g").reason, std::string("is computed by the grouped convolution g"));
    }

    void whatReachesInputOutputOrExitIsFrozen()
    {
        const SearchSpace space = spaceOf(network("{channels: 4}", "  - {name: a, op: dense, channels: 4}\n"
                                                                   "  - {name: s, op: add, from: [input, a]}\n"
                                                                   "  - {name: b, op: dense, channels: 5, exit: true}\n"
                                                                   "  - {name: c, op: dense, channels: 6}\n"
                                                                   "  - {name: d, op: dense, channels: 6}\n"
                                                                   "  - {name: t, op: add, from: [c, d]}\n"));
        QCOMPARE(summary(space), std::string("input 4*, b 5*, c 6*"));
        QCOMPARE(groupNamed(space, "b").reason, std::string("reaches the exit b"));
        QCOMPARE(groupNamed(space, "c").reason, std::string("reaches the network's output"));
    }

    void mixedBitsAreFrozenAndUniformOnesFollow()
    {
        const SearchSpace space = spaceOf(
            network("{channels: 4}", "  - {name: a, op: dense, channels: 4, weight_bits: [{bits: 2, channels: 1}, "
                                     "{bits: 8, channels: 3}]}\n"
                                     "  - {name: b, op: dense, channels: 6, weight_bits: 4}\n"
                                     "  - {name: c, op: dense, channels: 2}\n"));
        QCOMPARE(summary(space), std::string("input 4*, a 4*, b 6, c 2*"));
        const Network derived = space.derive(space.masksOfWidths({4, 4, 5, 2}));
        QCOMPARE(layerNamed(derived, "b").weightBits.front().channels, 5);
    }

    void optionsFreeze()
    {
        const Network net = loadNetwork("resnet8").value();
        const SearchSpace excluded = spaceOf(net, {.exclude = {"s2_skip", "s1a"}});
        QCOMPARE(summary(excluded),
                 std::string("input 3*, conv0 16, s1a 16*, s2a 32, s2b 32*, s3a 64, s3b 64, fc 10*"));
        QCOMPARE(groupNamed(excluded, "s2b").reason, std::string("is excluded from the search"));
        const SearchSpace fixed = spaceOf(net, {.search = false});
        for (const ChannelGroup &group : fixed.groups())
            QVERIFY(group.frozen && !group.reason.empty());
        const Result<SearchSpace> unknown = SearchSpace::create(net, {.exclude = {"s9"}});
        QVERIFY(!unknown.ok());
        QCOMPARE(unknown.error().place.key, std::string("exclude"));
        QVERIFY(unknown.error().message.find("s9") != std::string::npos);
        const Result<SearchSpace> zero = SearchSpace::create(net, {.granularity = 0});
        QVERIFY(!zero.ok());
        QCOMPARE(zero.error().place.key, std::string("granularity"));
    }

    void blocksOfGranularity()
    {
        const SearchSpace space = spaceOf(loadNetwork("resnet8").value(), {.granularity = 6});
        const ChannelGroup &group = groupNamed(space, "conv0"); // 16 = 6 + 6 + 4
        QCOMPARE(group.blocks(), 3);
        QCOMPARE(group.blockSize(0), 6);
        QCOMPARE(group.blockSize(1), 6);
        QCOMPARE(group.blockSize(2), 4);
        QCOMPARE(groupNamed(spaceOf(space.seed(), {.granularity = 100}), "conv0").blocks(), 1);
        QCOMPARE(groupNamed(spaceOf(space.seed(), {.granularity = 4}), "conv0").blockSize(3), 4);
    }

    void widthsKeepTheFirstAndNeverTouchFrozenGroups()
    {
        const SearchSpace space = spaceOf(loadNetwork("resnet8").value());
        const ChannelMasks masks = space.masksOfWidths({1, 5, 0, 99, 7, 1, 2, 1});
        QCOMPARE(bitsOf(masks[0]), std::string("111")); // frozen
        QCOMPARE(bitsOf(masks[1]), std::string("1111100000000000"));
        QCOMPARE(bitsOf(masks[2]), std::string("1000000000000000")); // at least one
        QCOMPARE(bitsOf(masks[3]), std::string(32, '1'));
        QCOMPARE(bitsOf(masks[7]), std::string(10, '1'));
        const Network derived = space.derive(masks);
        VERIFY_OK(inferShapes(derived));
        QCOMPARE(layerNamed(derived, "s1b").channels, 5);
        QCOMPARE(layerNamed(derived, "s2_skip").channels, 7);
        // conv0 27·5, s1a 9·5·1, s1b 9·1·5, s2a 9·5·32, s2b 9·32·7, skip 5·7, s3a 9·7·1, s3b 9·1·2, skip 7·2, fc 2·10
        QCOMPARE(countNetwork(derived).weights, std::int64_t{135 + 45 + 45 + 1440 + 2016 + 35 + 63 + 18 + 14 + 20});
    }

    void oneChannelEverywhereStillFits_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"resnet8", "ds-cnn", "mobilenet-v1-025", "autoencoder", "resnet18-tiny"})
            QTest::newRow(name) << name;
    }
    void oneChannelEverywhereStillFits()
    {
        QFETCH(QString, name);
        const SearchSpace space = spaceOf(loadNetwork(name.toStdString()).value());
        const Network derived = space.derive(space.masksOfWidths(std::vector<int>(space.groups().size(), 1)));
        VERIFY_OK(inferShapes(derived));
        const Result<Network> again = parseNetwork(writeNetwork(derived), "derived.yaml");
        VERIFY_OK(again);
        QVERIFY(*again == derived);
    }
};

QTEST_APPLESS_MAIN(TestSearchSpace)
#include "tst_search_space.moc"
