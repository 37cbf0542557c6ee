// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/base/quality_text.h"

#include <QTest>

#include <cmath>

class TestNumbers : public QObject {
    Q_OBJECT

private slots:
    void exactNumbersReadBack();
    void shortNumbersHaveSixDigits();
    void durations_data();
    void durations();
    void qualities_data();
    void qualities();
};

void TestNumbers::exactNumbersReadBack()
{
    for (const double value : {0.1, 1.0 / 3, -2.5e-300, 1e22, 123456789.0})
        QCOMPARE(std::stod(dnas::exactNumber(value)), value);
    QCOMPARE(dnas::exactNumber(0.1), std::string("0.1"));
}

void TestNumbers::shortNumbersHaveSixDigits()
{
    QCOMPARE(dnas::shortNumber(1.0 / 3), std::string("0.333333"));
    QCOMPARE(dnas::shortNumber(1234567), std::string("1.23457e+06"));
    QCOMPARE(dnas::shortNumber(30864), std::string("30864"));
}

void TestNumbers::durations_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << "0 s";
    QTest::newRow("negative") << -3.0 << "0 s";
    QTest::newRow("rounds") << 59.6 << "1 min 00 s";
    QTest::newRow("minutes") << 250.0 << "4 min 10 s";
    QTest::newRow("hours") << 7500.0 << "2 h 05 min";
}

void TestNumbers::durations()
{
    QFETCH(double, seconds);
    QTEST(QString::fromStdString(dnas::durationText(seconds)), "text");
}

void TestNumbers::qualities_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("accuracy") << "accuracy" << 0.8125 << 2 << "81.25 %";
    QTest::newRow("accuracy, short") << "accuracy" << 0.8125 << 0 << "81 %";
    QTest::newRow("AUC") << "AUC" << 0.86444 << 2 << "0.8644";
    QTest::newRow("AUC, short") << "AUC" << 0.8644 << 1 << "0.864";
    QTest::newRow("whole") << "AUC" << 1.0 << 2 << "1.0000";
    QTest::newRow("unnamed") << "" << 0.5 << 1 << "50.0 %";
    QTest::newRow("unknown") << "accuracy" << std::nan("") << 2 << "–";
    QTest::newRow("endless") << "AUC" << HUGE_VAL << 2 << "–";
}

void TestNumbers::qualities()
{
    QFETCH(QString, metric);
    QFETCH(double, value);
    QFETCH(int, decimals);
    QTEST(QString::fromStdString(dnas::qualityText(metric.toStdString(), value, decimals)), "text");
    QCOMPARE(dnas::isShare(metric.toStdString()), metric != QStringLiteral("AUC"));
}

QTEST_APPLESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
