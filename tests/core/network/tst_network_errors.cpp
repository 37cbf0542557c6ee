// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bad networks: each gives one error with file, line, key and a remedy, and none a crash.
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/network/network_yaml.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;

namespace {

constexpr const char *kPicture = "input: {channels: 3, height: 8, width: 8}\nlayers:\n";

QByteArray picture(const char *layers) { return QByteArray(kPicture) + layers; }

void row(const char *title, const QByteArray &text, int line, const char *key, const char *part)
{
    QTest::newRow(title) << text << line << QString::fromUtf8(key) << QString::fromUtf8(part);
}

void addFileRows()
{
    row("a list", "- a\n- b\n", 1, "", "expected a map");
    row("unknown key", "input: {channels: 3}\nlayer: []\n", 2, "layer", "unknown key; known here: name");
    row("no input", "layers: [{name: a, op: dense, channels: 2}]\n", 1, "input", "is missing");
    row("no layers", "name: x\ninput: {channels: 3}\n", 1, "layers", "is missing");
    row("empty layers", "input: {channels: 3}\nlayers: []\n", 2, "layers", "no layer");
    row("layers without value", "input: {channels: 3}\nlayers:\n", 2, "layers", "no layer");
    row("layers as text", "input: {channels: 3}\nlayers: many\n", 2, "layers", "expected a map");
    row("input as number", "input: 3\nlayers: [{name: a, op: dense, channels: 2}]\n", 1, "input", "expected a map");
    row("no channels", "input: {height: 3, width: 3}\n", 1, "input.channels", "is missing");
    row("half a picture", "input: {channels: 1, height: 3}\n", 1, "input.width", "is missing");
    row("two kinds of input", "input: {channels: 1, height: 3, width: 2, length: 4}\n", 1, "input.length", "one kind");
    row("zero input", "input: {channels: 0}\n", 1, "input.channels", "is 0; it must lie in 1 …");
    row("negative input", "input:\n  channels: 1\n  height: -4\n  width: 3\n", 3, "input.height", "is -4");
    row("huge input", "input: {channels: 2000000}\n", 1, "input.channels", "must lie in");
    row("input beyond 64 bits", "input: {channels: 99999999999999999999}\n", 1, "input.channels", "whole number");
    row("much input", "input: {channels: 1000000, height: 100000, width: 100000}\n", 1, "input", "larger than");
    row("unknown output", "input: {channels: 3}\nlayers: [{name: a, op: dense, channels: 2}]\noutput: b\n", 3, "output",
        "no layer 'b'");
}

void addLayerRows()
{
    row("unknown field", picture("  - {name: a, op: conv, chanels: 4, kernel: 3}\n"), 3, "a.chanels", "unknown key");
    row("field of another operator", picture("  - name: a\n    op: flatten\n    kernel: 3\n"), 5, "a.kernel",
        "unknown key");
    row("unknown operator", picture("  - {name: a, op: convolve, channels: 4}\n"), 3, "a.op", "known: conv, dense");
    row("input as operator", picture("  - {name: a, op: input}\n"), 3, "a.op", "unknown operator");
    row("no operator", picture("  - {name: a}\n"), 3, "a.op", "is missing");
    row("no name", picture("  - {op: flatten}\n"), 3, "layers[0].name", "is missing");
    row("bad name", picture("  - {name: \"a b\", op: flatten}\n"), 3, "layers[0].name", "letters");
    row("name of the input", picture("  - {name: input, op: flatten}\n"), 3, "layers[0].name", "choose another");
    row("layer as text", picture("  - flatten\n"), 3, "layers[0]", "expected a map");
    row("doubled name", picture("  - {name: a, op: flatten}\n  - {name: a, op: flatten}\n"), 4, "a.name", "twice");
    row("unknown activation", picture("  - {name: a, op: flatten, activation: gelu}\n"), 3, "a.activation", "relu6");
    row("no kernel", picture("  - {name: a, op: conv, channels: 4}\n"), 3, "a.kernel", "is missing");
    row("no channels of a layer", picture("  - {name: a, op: conv, kernel: 3}\n"), 3, "a.channels", "is missing");
    row("zero channels", picture("  - {name: a, op: conv, channels: 0, kernel: 3}\n"), 3, "a.channels", "is 0");
    row("negative kernel", picture("  - {name: a, op: conv, channels: 4, kernel: -3}\n"), 3, "a.kernel", "is -3");
    row("kernel as text", picture("  - {name: a, op: conv, channels: 4, kernel: big}\n"), 3, "a.kernel",
        "whole number");
    row("three kernel sizes", picture("  - {name: a, op: conv, channels: 4, kernel: [1, 2, 3]}\n"), 3, "a.kernel",
        "[height, width]");
    row("zero stride", picture("  - {name: a, op: conv, channels: 4, kernel: 3, stride: [1, 0]}\n"), 3, "a.stride",
        "is 0");
    row("huge dilation", picture("  - {name: a, op: conv, channels: 4, kernel: 3, dilation: 1000000}\n"), 3,
        "a.dilation", "must lie in");
    row("unknown padding", picture("  - {name: a, op: conv, channels: 4, kernel: 3, padding: full}\n"), 3, "a.padding",
        "same, valid");
    row("negative padding", picture("  - {name: a, op: conv, channels: 4, kernel: 3, padding: -1}\n"), 3, "a.padding",
        "is -1");
    row("three paddings", picture("  - {name: a, op: conv, channels: 4, kernel: 3, padding: [1, 1, 1]}\n"), 3,
        "a.padding", "[top, bottom, left, right]");
    row("bias as number", picture("  - {name: a, op: conv, channels: 4, kernel: 3, bias: 1}\n"), 3, "a.bias",
        "true or false");
    row("rate of one", picture("  - {name: a, op: dropout, rate: 1}\n"), 3, "a.rate", "below 1");
    row("density above one", picture("  - {name: a, op: conv, channels: 4, kernel: 3, weight_density: 1.5}\n"), 3,
        "a.weight_density", "0 … 1");
    row("bits that do not add up",
        picture(
            "  - name: a\n    op: conv\n    channels: 4\n    kernel: 3\n    weight_bits: [{bits: 8, channels: 3}]\n"),
        7, "a.weight_bits", "3 channels, but the layer has 4");
    row("no bits", picture("  - {name: a, op: conv, channels: 4, kernel: 3, weight_bits: 0}\n"), 3, "a.weight_bits",
        "is 0");
    row("unknown bit field", picture("  - {name: a, op: conv, channels: 4, kernel: 3, weight_bits: [{bit: 3}]}\n"), 3,
        "a.weight_bits.bit", "unknown key");
    row("picture layer on a vector", "input: {channels: 3}\nlayers:\n  - {name: a, op: max_pool, kernel: 2}\n", 3,
        "a.op", "input is a vector");
    row("two sizes on a sequence",
        "input: {channels: 3, length: 9}\nlayers:\n  - {name: a, op: max_pool, kernel: [2, 2]}\n", 3, "a.kernel",
        "one number");
}

void addGraphRows()
{
    row("unknown input layer", picture("  - {name: a, op: flatten, from: b}\n"), 3, "a.from", "no layer 'b'");
    row("empty from", picture("  - {name: a, op: flatten, from: []}\n"), 3, "a.from", "names no layer");
    row("itself", picture("  - {name: a, op: flatten, from: a}\n"), 3, "a.from", "a → a;");
    row("cycle",
        "input: {channels: 3}\nlayers:\n  - {name: x, op: dense, channels: 3, from: input}\n"
        "  - {name: a, op: add, from: [x, b]}\n  - {name: b, op: dense, channels: 3, from: a}\n",
        4, "a.from", "a → b → a;");
    row("too many inputs", picture("  - {name: a, op: flatten, from: [input, input]}\n"), 3, "a.from",
        "exactly 1 input");
    row("too few inputs", picture("  - {name: a, op: add}\n"), 3, "a.from", "at least 2 inputs");
    row("unequal addition",
        picture("  - {name: a, op: conv, channels: 4, kernel: 1}\n"
                "  - name: b\n    op: add\n    from: [input, a]\n"),
        6, "b.from", "cannot add 3×8×8 and 4×8×8");
    row("unequal concatenation",
        picture("  - {name: a, op: max_pool, kernel: 2}\n"
                "  - {name: b, op: concat, from: [input, a]}\n"),
        4, "b.from", "height and width");
    row("kernel too large", picture("  - {name: a, op: conv, channels: 4, kernel: 9}\n"), 3, "a.kernel",
        "does not fit");
    row("dense on a picture", picture("  - {name: a, op: dense, channels: 4}\n"), 3, "a", "put flatten");
    row("groups that do not divide", picture("  - {name: a, op: conv, channels: 4, kernel: 1, groups: 2}\n"), 3,
        "a.groups", "do not divide");
    row("channels of a depthwise layer",
        picture("  - {name: a, op: conv, channels: 4, kernel: 1, groups: depthwise}\n"), 3, "a.channels",
        "leave channels out");
    row("pooling of padding", picture("  - {name: a, op: max_pool, kernel: 2, padding: 2}\n"), 3, "a.padding",
        "smaller than the kernel");
    row("loose end", picture("  - {name: a, op: flatten}\n  - {name: b, op: flatten, from: input}\n"), 3, "a",
        "nothing takes this layer");
    row("flatten of too much", "input: {channels: 1000, height: 100, width: 100}\nlayers: [{name: a, op: flatten}]\n",
        2, "a", "pool before it");
    row("more than we can count",
        "input: {channels: 1000000, height: 1000, width: 1000}\n"
        "layers: [{name: a, op: conv, channels: 1000000, kernel: 100, padding: same}]\n",
        2, "a", "than we can count");
    row("growth by padding",
        "input: {channels: 1, length: 100000}\n"
        "layers: [{name: a, op: conv, channels: 1, kernel: 1, padding: 1}]\n",
        2, "a.padding", "take less");
}

} // namespace

class NetworkErrorsTest : public QObject {
    Q_OBJECT
private slots:
    void badNetworks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("part");
        addFileRows();
        addLayerRows();
        addGraphRows();
    }
    void badNetworks()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, key);
        QFETCH(QString, part);
        const Result<Network> network = parseNetwork(text.toStdString(), "bad.yaml");
        QVERIFY(!network.ok());
        const Error &error = network.error();
        QVERIFY2(QString::fromStdString(error.message).contains(part), error.text().c_str());
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QCOMPARE(error.place.file, std::string("bad.yaml"));
        QCOMPARE(QString::fromStdString(error.place.key), key);
        QCOMPARE(error.place.line, line);
        QVERIFY(error.message.find('\n') == std::string::npos);
    }

    void tooManyLayers()
    {
        std::string text = "input: {channels: 1}\nlayers:\n";
        for (int i = 0; i <= 10'000; ++i)
            text += "- {name: l" + std::to_string(i) + ", op: dropout}\n";
        const Result<Network> network = parseNetwork(text, "bad.yaml");
        QVERIFY(!network.ok());
        QCOMPARE(network.error().place.key, std::string("layers"));
    }

    void longCycleIsShortened()
    {
        std::string text = "input: {channels: 1}\nlayers:\n- {name: l0, op: add, from: [input, l99]}\n";
        for (int i = 1; i < 100; ++i)
            text += "- {name: l" + std::to_string(i) + ", op: dropout}\n";
        const Result<Network> network = parseNetwork(text, "bad.yaml");
        QVERIFY(!network.ok());
        QVERIFY(network.error().message.find("l0 → l1 → l2 → l3 → l4 → l5 → l6 → l7 → … → l0") != std::string::npos);
    }

    void damagedTextNeverCrashes()
    {
        // Bytes changed, dropped and doubled at random; whatever is accepted must be a network that can be written.
        const Result<std::filesystem::path> path = findResource("networks", "demo-cnn");
        VERIFY_OK(path);
        const std::string seed = *readText(*path);
        const std::string pool = "[]{}:,&*!|>'\"%@`#-? \n\t0129ax\x80\xff";
        RandomStream random(1, "damage");
        int accepted = 0;
        constexpr int kTries = 2'000;
        for (int i = 0; i < kTries; ++i) {
            std::string text = seed;
            for (std::uint64_t n = random.below(4) + 1; n > 0; --n) {
                const auto at = static_cast<std::size_t>(random.below(text.size()));
                switch (random.below(3)) {
                case 0:
                    text[at] = pool[static_cast<std::size_t>(random.below(pool.size()))];
                    break;
                case 1:
                    text.erase(at, static_cast<std::size_t>(random.below(20)));
                    break;
                default:
                    text.insert(at, text.substr(static_cast<std::size_t>(random.below(text.size())), 30));
                    break;
                }
            }
            const Result<Network> network = parseNetwork(text, "damaged.yaml");
            if (network.ok()) {
                ++accepted;
                const Result<Network> again = parseNetwork(writeNetwork(*network), "again.yaml");
                VERIFY_OK(again);
                QVERIFY2(*again == *network, text.c_str());
            } else {
                QVERIFY(!network.error().message.empty());
            }
        }
        QVERIFY(accepted > 0 && accepted < kTries);
    }
};

QTEST_APPLESS_MAIN(NetworkErrorsTest)
#include "tst_network_errors.moc"
