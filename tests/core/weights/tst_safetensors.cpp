// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Weights in and out of safetensors: exact bytes, exact values, and files made to break the reader.
#include "core/base/random.h"
#include "core/weights/float_formats.h"
#include "core/weights/weight_store.h"
#include "tests/support/result_checks.h"

#include <QFile>
#include <QTemporaryDir>

#include <bit>
#include <cstring>
#include <limits>

using namespace dnas;

namespace {

std::string fileOf(const std::string &header, const std::string &data, std::uint64_t length)
{
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + data;
}

std::string fileOf(const std::string &header, const std::string &data = {})
{
    return fileOf(header, data, header.size());
}

WeightStore sample()
{
    return {{"conv0.weight", {{2, 1, 1, 3}, {1, -2, 3.5F, -0.0F, 1e-40F, 6}}},
            {"fc.bias", {{1}, {std::numeric_limits<float>::infinity()}}},
            {"fc.empty", {{0, 4}, {}}},
            {"scalar.x", {{}, {7}}}};
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private slots:
    void writesTheseBytes();
    void roundTrip();
    void keepsNaNBits();
    void widensNarrowFormats();
    void loadsFiles();
    void hostile_data();
    void hostile();
    void mutationsNeverCrash();
    void truncationsAreErrors();
};

void TestSafetensors::writesTheseBytes()
{
    const WeightStore store{{"b", {{1}, {1.0F}}}, {"a", {{2}, {2.0F, 3.0F}}}};
    // Names sorted, keys sorted, the header padded with spaces to a multiple of 8.
    const std::string header = R"({"a":{"data_offsets":[0,8],"dtype":"F32","shape":[2]},)"
                               R"("b":{"data_offsets":[8,12],"dtype":"F32","shape":[1]}})";
    const std::string padded = header + std::string((8 - header.size() % 8) % 8, ' ');
    const std::string data("\0\0\0\x40\0\0\x40\x40\0\0\x80\x3f", 12);
    QCOMPARE(QByteArray::fromStdString(writeSafetensors(store)), QByteArray::fromStdString(fileOf(padded, data)));
    QCOMPARE(padded.size() % 8, std::size_t{0});
    QVERIFY(writeSafetensors(store, {{"made by", "x"}}).find(R"("__metadata__":{"made by":"x"})") != std::string::npos);
}

void TestSafetensors::roundTrip()
{
    for (const WeightStore &store : {sample(), WeightStore{}}) {
        const auto read = readSafetensors(writeSafetensors(store, {{"k", "v"}}), "f");
        VERIFY_OK(read);
        QVERIFY(*read == store);
        QCOMPARE(QByteArray::fromStdString(writeSafetensors(*read)),
                 QByteArray::fromStdString(writeSafetensors(store)));
    }
    const auto read = readSafetensors(writeSafetensors(sample()), "f");
    QVERIFY(std::signbit(read->at("conv0.weight").values[3]));
}

void TestSafetensors::keepsNaNBits()
{
    const float odd = std::bit_cast<float>(0x7FC12345U);
    const auto read = readSafetensors(writeSafetensors({{"x", {{1}, {odd}}}}), "f");
    VERIFY_OK(read);
    QCOMPARE(std::bit_cast<std::uint32_t>(read->at("x").values[0]), 0x7FC12345U);
}

void TestSafetensors::widensNarrowFormats()
{
    // binary16: 0x3C00 = 1, 0xC000 = -2, 0x7BFF = (2 - 2^-10)·2^15 = 65504, 0x0001 = 2^-24, 0x0400 = 2^-14.
    QCOMPARE(floatOfHalf(0x3C00), 1.0F);
    QCOMPARE(floatOfHalf(0xC000), -2.0F);
    QCOMPARE(floatOfHalf(0x7BFF), 65504.0F);
    QCOMPARE(floatOfHalf(0x0001), 0x1p-24F);
    QCOMPARE(floatOfHalf(0x0400), 0x1p-14F);
    QVERIFY(std::isinf(floatOfHalf(0x7C00)) && std::isnan(floatOfHalf(0x7E00)));
    QVERIFY(std::signbit(floatOfHalf(0x8000)));

    const std::string header = R"({"h":{"dtype":"F16","shape":[1,2],"data_offsets":[0,4]},)"
                               R"("t":{"dtype":"BF16","shape":[1],"data_offsets":[4,6]},)"
                               R"("d":{"dtype":"F64","shape":[1],"data_offsets":[6,14]}})";
    const double wide = 0.1;
    std::string data("\x00\x3c\x00\xc0\xc0\x3f", 6); // 1, -2; bfloat16 0x3FC0 = 1.5
    data.append(reinterpret_cast<const char *>(&wide), 8);
    const auto read = readSafetensors(fileOf(header, data), "f");
    VERIFY_OK(read);
    QVERIFY((read->at("h") == NamedArray{{1, 2}, {1, -2}}));
    QVERIFY((read->at("t") == NamedArray{{1}, {1.5F}}));
    QVERIFY((read->at("d") == NamedArray{{1}, {0.1F}}));
}

void TestSafetensors::loadsFiles()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("w.safetensors").toStdString();
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(writeSafetensors(sample())));
    file.close();
    const auto read = loadSafetensors(path);
    VERIFY_OK(read);
    QVERIFY(*read == sample());
    QVERIFY(!loadSafetensors(path + ".missing").ok());
}

void TestSafetensors::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("key");
    const auto add = [](const char *name, const std::string &bytes, const char *key = "") {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(key);
    };
    const std::string four(4, 'x');
    const auto entry = [](const std::string &dtype, const std::string &shape, const std::string &offsets) {
        return R"({"w":{"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
    };
    add("empty", "");
    add("seven bytes", "1234567");
    add("header behind the file", fileOf("{}", "", 3));
    add("header length 2^64-1", fileOf("{}", "", std::numeric_limits<std::uint64_t>::max()));
    add("header length 0", fileOf("", ""));
    add("header over the limit", fileOf("{" + std::string(std::size_t{17} << 20, ' ') + "}"));
    add("not JSON", fileOf("hello"));
    add("half JSON", fileOf(R"({"w":)"));
    add("a list", fileOf("[]"));
    add("binary", fileOf(std::string("{\0\0\0", 4)));
    add("not UTF-8", fileOf("{\"\xff\xfe\":1}"));
    add("deep lists", fileOf("{\"w\":" + std::string(1000000, '[')));
    add("deep objects", fileOf([] {
            std::string deep;
            for (int i = 0; i < 100000; ++i)
                deep += "{\"a\":";
            return deep;
        }()));
    add("entry is a number", fileOf(R"({"w":1})"), "w");
    add("entry is empty", fileOf(R"({"w":{}})"), "w");
    add("no name", fileOf(R"({"":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", four));
    add("dtype is a number", fileOf(R"({"w":{"dtype":1,"shape":[1],"data_offsets":[0,4]}})", four), "w");
    add("dtype unknown", fileOf(entry("F31", "[1]", "[0,4]"), four), "w");
    add("dtype of integers", fileOf(entry("I32", "[1]", "[0,4]"), four), "w");
    add("shape is an object", fileOf(entry("F32", "{}", "[0,4]"), four), "w");
    add("shape negative", fileOf(entry("F32", "[-1]", "[0,4]"), four), "w");
    add("shape fractional", fileOf(entry("F32", "[1.0]", "[0,4]"), four), "w");
    add("shape of text", fileOf(entry("F32", R"(["1"])", "[0,4]"), four), "w");
    add("shape over 2^63", fileOf(entry("F32", "[9223372036854775808]", "[0,4]"), four), "w");
    add("shape over 2^64", fileOf(entry("F32", "[99999999999999999999]", "[0,4]"), four), "w");
    // 2^32 · 2^32 wraps to 0, 2^62 · 4 bytes wraps to 0: both would match an empty range.
    add("product wraps", fileOf(entry("F32", "[4294967296,4294967296]", "[0,0]")), "w");
    add("bytes wrap", fileOf(entry("F32", "[4611686018427387904]", "[0,0]")), "w");
    add("zero and wrap", fileOf(entry("F32", "[0,4294967296,4294967296]", "[0,4]"), four), "w");
    add("many dimensions", fileOf(entry("F32", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]", "[0,4]"), four), "w");
    add("offsets reversed", fileOf(entry("F32", "[1]", "[4,0]"), four), "w");
    add("offsets behind the file", fileOf(entry("F32", "[2]", "[0,8]"), four), "w");
    add("offsets near 2^64", fileOf(entry("F32", "[1]", "[18446744073709551612,18446744073709551615]"), four), "w");
    add("offsets negative", fileOf(entry("F32", "[1]", "[-4,0]"), four), "w");
    add("one offset", fileOf(entry("F32", "[1]", "[0]"), four), "w");
    add("three offsets", fileOf(entry("F32", "[1]", "[0,4,4]"), four), "w");
    add("offsets too many bytes", fileOf(entry("F32", "[1]", "[0,5]"), four + "x"), "w");
    add("gap before", fileOf(entry("F32", "[1]", "[1,5]"), four + "x"), "w");
    add("bytes behind", fileOf(entry("F32", "[1]", "[0,4]"), four + "x"));
    add("bytes without arrays", fileOf("{}", four));
    add("overlap",
        fileOf(R"({"v":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
               R"("w":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
               four + four + four),
        "w");
    add("same place",
        fileOf(R"({"v":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
               R"("w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
               four),
        "w");
    add("name twice",
        fileOf(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
               R"("w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
               four),
        "w");
    add("part twice", fileOf(R"({"w":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}})", four), "dtype");
    add("name of a megabyte", fileOf("{\"" + std::string(std::size_t{1} << 20, 'n') +
                                         R"(":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
                                     four));
}

void TestSafetensors::hostile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, key);
    // An exact heap copy, so that a sanitizer sees any step beyond the end.
    const std::vector<char> exact(bytes.begin(), bytes.end());
    const auto read = readSafetensors({exact.data(), exact.size()}, "bad.safetensors");
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QCOMPARE(read.error().place.file, std::string("bad.safetensors"));
    QCOMPARE(QByteArray::fromStdString(read.error().place.key), key);
    QVERIFY(!read.error().message.empty());
    QVERIFY(read.error().message.find('\n') == std::string::npos);
}

void TestSafetensors::mutationsNeverCrash()
{
    const std::string valid = writeSafetensors(sample(), {{"made by", "test"}});
    RandomStream random(1, "safetensors mutations");
    int stillValid = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string bytes = valid;
        const std::uint64_t changes = 1 + random.below(4);
        for (std::uint64_t i = 0; i < changes; ++i) {
            const std::size_t at = random.below(bytes.size());
            switch (random.below(4)) {
            case 0:
                bytes[at] = static_cast<char>(random.below(256));
                break;
            case 1:
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
                break;
            case 2:
                bytes.erase(at, 1 + random.below(3));
                break;
            default:
                bytes.insert(at, 1, "0123456789[]{}\",:"[random.below(17)]);
            }
            if (bytes.empty())
                bytes = "x";
        }
        const std::vector<char> exact(bytes.begin(), bytes.end());
        const auto read = readSafetensors({exact.data(), exact.size()}, "f");
        if (!read.ok())
            continue;
        ++stillValid;
        for (const auto &[name, array] : *read) {
            std::int64_t elements = 1;
            for (const std::int64_t size : array.shape)
                elements *= size;
            QCOMPARE(static_cast<std::int64_t>(array.values.size()), elements);
        }
    }
    QVERIFY(stillValid > 0); // changed weights are still weights
    QVERIFY(stillValid < 2500);
}

void TestSafetensors::truncationsAreErrors()
{
    const std::string valid = writeSafetensors(sample());
    for (std::size_t size = 0; size < valid.size(); ++size)
        QVERIFY(!readSafetensors(std::string_view(valid).substr(0, size), "f").ok());
}

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
