// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers on axes and in tables.
#include "widgets/plot_text.h"

#include <QTest>

#include <cmath>

using namespace paretoscope;

class TestPlotText : public QObject {
    Q_OBJECT
private slots:
    void ticks_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("step");
        QTest::addColumn<bool>("percent");
        QTest::addColumn<QString>("text");
        QTest::newRow("small whole") << 40.0 << 20.0 << false << QStringLiteral("40");
        QTest::newRow("thousands stay") << 2500.0 << 500.0 << false << QStringLiteral("2500");
        QTest::newRow("kilo") << 12500.0 << 2500.0 << false << QStringLiteral("12.5 k");
        QTest::newRow("kilo, whole steps") << 20000.0 << 10000.0 << false << QStringLiteral("20 k");
        QTest::newRow("mega") << 12.5e6 << 2.5e6 << false << QStringLiteral("12.5 M");
        QTest::newRow("fine steps keep digits") << 12505.0 << 5.0 << false << QStringLiteral("12.505 k");
        QTest::newRow("zero") << 1e-17 << 0.1 << false << QStringLiteral("0");
        QTest::newRow("minus") << -0.5 << 0.25 << false << QStringLiteral("−0.50");
        QTest::newRow("tiny") << 2e-5 << 1e-5 << false << QStringLiteral("2·10⁻⁵");
        QTest::newRow("percent") << 0.85 << 0.05 << true << QStringLiteral("85 %");
        QTest::newRow("percent, fine") << 0.875 << 0.005 << true << QStringLiteral("87.5 %");
    }
    void ticks()
    {
        QFETCH(double, value);
        QFETCH(double, step);
        QFETCH(bool, percent);
        QFETCH(QString, text);
        QCOMPARE(tickText(value, step, percent), text);
    }

    void values()
    {
        QCOMPARE(valueText(78666, false), QStringLiteral("78.67 k"));
        QCOMPARE(valueText(12501632, false), QStringLiteral("12.5 M"));
        QCOMPARE(valueText(0.8735, true), QStringLiteral("87.35 %"));
        QCOMPARE(valueText(0, false), QStringLiteral("0"));
        QCOMPARE(valueText(std::nan(""), false), QStringLiteral("–"));
        QCOMPARE(valueText(1234.5, false), QStringLiteral("1234.5"));
    }

    void counts()
    {
        QCOMPARE(countText(0), QStringLiteral("0"));
        QCOMPARE(countText(999), QStringLiteral("999"));
        QCOMPARE(countText(3180), QStringLiteral("3\u00a0180"));
        QCOMPARE(countText(1234567), QStringLiteral("1\u00a0234\u00a0567"));
        QCOMPARE(countText(-123), QStringLiteral("-123"));
        QCOMPARE(countText(-1234), QStringLiteral("-1\u00a0234"));
    }

    void decades()
    {
        QCOMPARE(decadeText(1000, false), QStringLiteral("1000"));
        QCOMPARE(decadeText(1e5, false), QStringLiteral("100 k"));
        QCOMPARE(decadeText(2e6, false), QStringLiteral("2 M"));
        QCOMPARE(decadeText(0.01, false), QStringLiteral("0.01"));
        QCOMPARE(decadeText(1e-5, false), QStringLiteral("10⁻⁵"));
        QCOMPARE(decadeText(1e12, false), QStringLiteral("10¹²"));
        QCOMPARE(decadeText(0.1, true), QStringLiteral("10 %"));
    }
};

QTEST_APPLESS_MAIN(TestPlotText)
#include "tst_plot_text.moc"
