// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names that users write, and lists of them in messages.
#include "core/base/joined.h"
#include "core/base/names.h"

#include <QTest>

#include <filesystem>
#include <set>

using namespace dnas;

class TestNames : public QObject {
    Q_OBJECT

private slots:
    void joinsTextsOfAnyKind()
    {
        QCOMPARE(joined(std::vector<std::string>{}), std::string());
        QCOMPARE(joined(std::vector<std::string>{"a"}), std::string("a"));
        QCOMPARE(joined(std::set<std::string>{"b", "a"}, " or "), std::string("a or b"));
        QCOMPARE(joined(std::vector<std::string_view>{"", "a", ""}), std::string(", a, "));
        const char *const texts[]{"x", "y"};
        QCOMPARE(joined(texts), std::string("x, y"));
    }

    void joinsWhatAProjectionSays()
    {
        struct Item {
            std::string name;
        };
        const std::vector<Item> items{{"a"}, {"b"}};
        QCOMPARE(joined(items, &Item::name), std::string("a, b"));
        QCOMPARE(joined(
                     std::vector<int>{1, 2, 3}, [](int number) { return std::to_string(number); }, "×"),
                 std::string("1×2×3"));
    }

    void namesAndPaths()
    {
        QVERIFY(isPath("a/b"));
        QVERIFY(isPath("a.yaml"));
        QVERIFY(isPath("a.yml"));
        QVERIFY(!isPath("resnet8"));
        QVERIFY(!isPath("yaml"));
        QCOMPARE(resolveName("/data/mine.csv", "resnet8"), std::string("resnet8"));
        QCOMPARE(resolveName("/data/mine.csv", "a.yaml"), std::string("/data/a.yaml"));
        QCOMPARE(resolveName("/data/mine.csv", "../nets/a.yml"), std::string("/nets/a.yml"));
        QCOMPARE(resolveName("/data/mine.csv", "/nets/a.yaml"), std::string("/nets/a.yaml"));
        QCOMPARE(resolveName("mine.csv", "a.yaml"), (std::filesystem::current_path() / "a.yaml").string());
        QCOMPARE(resolvePath("/data/mine.csv", "weights"), std::string("/data/weights"));
        QCOMPARE(resolvePath("/data/mine.csv", ""), std::string());
    }

    void slipsOfThePen()
    {
        const std::vector<std::string> columns{"network", "latency_ms", "latency_us", "layer"};
        QCOMPARE(nearestName("latncy_ms", columns), std::string("latency_ms"));
        QCOMPARE(nearestName("latency_us", columns), std::string("latency_us"));
        QCOMPARE(nearestName("Netwrok", columns), std::string("network"));
        QCOMPARE(nearestName("colour", columns), std::string());
        QCOMPARE(nearestName("", columns), std::string());
        QCOMPARE(nearestName(std::string(100'000, 'n'), columns), std::string());
        QCOMPARE(nearestName("s1x", {"s1a", "s1b"}), std::string("s1a"));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
