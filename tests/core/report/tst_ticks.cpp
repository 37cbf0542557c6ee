// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ticks: positions by hand, labels as people write them, in any locale.
#include "core/report/ticks.h"

#include <QTest>

#include <algorithm>
#include <clocale>
#include <cmath>

using namespace dnas;

class TestTicks : public QObject {
    Q_OBJECT

private slots:
    void positions_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<bool>("log");
        QTest::addColumn<bool>("percent");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QString>("labels"); ///< of the major ticks
        const auto row = [](const char *name, double low, double high, bool log, bool percent, int wanted,
                            const char *labels) {
            QTest::newRow(name) << low << high << log << percent << wanted << QString::fromUtf8(labels);
        };
        // 100/5 = 20 is a 2; 30/5 = 6 is nearest to 5; 0.25/5 = 0.05 is a 5.
        row("steps of 2", 0, 100, false, false, 5, "0|20|40|60|80|100");
        row("steps of 5", -1, 29, false, false, 5, "0|5|10|15|20|25");
        row("steps of 1", -1, 33, false, false, 5, "0|10|20|30"); // 34/5 = 6.8: above 1.33 times 5
        row("one prefix for all", 0, 12000, false, false, 2, "0|5 k|10 k");
        row("steps of 5, percent", 0.65, 0.9, false, true, 5, "65 %|70 %|75 %|80 %|85 %|90 %");
        row("thousands", 0, 80000, false, false, 4, "0|20 k|40 k|60 k|80 k");
        row("halves of a million", 0, 1.5e6, false, false, 3, "0|0.5 M|1.0 M|1.5 M");
        row("minus", -1, 1, false, false, 4, "−1.0|−0.5|0|0.5|1.0");
        row("inside only", 0.3, 4.7, false, false, 5, "1|2|3|4");
        row("decades", 1, 1e6, true, false, 8, "1|10|100|1000|10 k|100 k|1 M");
        row("many decades", 1e-6, 1e6, true, false, 4, "10⁻⁶|0.001|1|1000|1 M");
        row("1-2-5", 1000, 60000, true, false, 5, "1000|2000|5000|10 k|20 k|50 k");
        row("log, less than a decade", 40000, 80000, true, false, 4, "40 k|50 k|60 k|70 k|80 k");
        row("nothing between", 5, 5, false, false, 4, "");
        row("turned", 6, 5, false, false, 4, "");
        row("not a number", std::nan(""), 5, false, false, 4, "");
        row("endless", 0, HUGE_VAL, false, false, 4, "");
    }
    void positions()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(bool, log);
        QFETCH(bool, percent);
        QFETCH(int, wanted);
        QFETCH(QString, labels);
        QStringList found;
        for (const Tick &tick : ticksFor(low, high, log ? Scale::Log : Scale::Linear, percent, wanted)) {
            QVERIFY(tick.at >= low * (1 - 1e-9) - 1e-9 && tick.at <= high * (1 + 1e-9) + 1e-9);
            if (!tick.label.empty())
                found << QString::fromStdString(tick.label);
        }
        QCOMPARE(found.join(u'|'), labels);
    }

    void minorTicksBetweenDecades()
    {
        // 1, 2 … 9, 10: ten of them, two with a name (a ratio of 1000 shows decades only).
        const auto ticks = ticksFor(1, 1000, Scale::Log, false, 8);
        QCOMPARE(ticks.size(), std::size_t(9 * 3 + 1));
        QCOMPARE(std::count_if(ticks.begin(), ticks.end(), [](const Tick &t) { return !t.label.empty(); }), 4);
    }

    void labels_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("step");
        QTest::addColumn<bool>("percent");
        QTest::addColumn<QString>("text");
        QTest::newRow("thousands stay") << 2500.0 << 500.0 << false << QStringLiteral("2500");
        QTest::newRow("kilo") << 12500.0 << 2500.0 << false << QStringLiteral("12.5 k");
        QTest::newRow("mega") << 1.5e6 << 0.5e6 << false << QStringLiteral("1.5 M");
        QTest::newRow("giga") << 2e9 << 1e9 << false << QStringLiteral("2 G");
        QTest::newRow("fine steps keep digits") << 12505.0 << 5.0 << false << QStringLiteral("12.505 k");
        QTest::newRow("zero despite rounding") << 1e-17 << 0.1 << false << QStringLiteral("0");
        QTest::newRow("minus") << -0.5 << 0.25 << false << QStringLiteral("−0.50");
        QTest::newRow("tiny") << 2e-5 << 1e-5 << false << QStringLiteral("2·10⁻⁵");
        QTest::newRow("percent") << 0.85 << 0.05 << true << QStringLiteral("85 %");
        QTest::newRow("percent, fine") << 0.875 << 0.005 << true << QStringLiteral("87.5 %");
    }
    void labels()
    {
        QFETCH(double, value);
        QFETCH(double, step);
        QFETCH(bool, percent);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(tickText(value, step, percent)), text);
    }

    void values()
    {
        QCOMPARE(valueText(78666, false), std::string("78.67 k"));
        QCOMPARE(valueText(12501632, false), std::string("12.5 M"));
        QCOMPARE(valueText(0.8735, true), std::string("87.35 %"));
        QCOMPARE(valueText(0, false), std::string("0"));
        QCOMPARE(valueText(std::nan(""), false), std::string("–"));
        QCOMPARE(valueText(1234.5, false), std::string("1234.5"));
        QCOMPARE(valueText(1e-6, false), std::string("10⁻⁶"));
    }

    void decades()
    {
        QCOMPARE(decadeText(1e5, false), std::string("100 k"));
        QCOMPARE(decadeText(0.01, false), std::string("0.01"));
        QCOMPARE(decadeText(1e12, false), std::string("10¹²"));
        QCOMPARE(decadeText(0.1, true), std::string("10 %"));
    }

    void anyLocaleHasAPoint()
    {
        // Whether or not such a locale is installed, the text is the same.
        std::setlocale(LC_ALL, "de_DE.UTF-8");
        QCOMPARE(fixedText(1.25, 2), std::string("1.25"));
        std::setlocale(LC_ALL, "C");
    }
};

QTEST_APPLESS_MAIN(TestTicks)
#include "tst_ticks.moc"
