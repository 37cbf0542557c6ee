// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"

#include <QTest>

class TestNumbers : public QObject {
    Q_OBJECT

private slots:
    void exactNumbersReadBack();
    void shortNumbersHaveSixDigits();
    void durations_data();
    void durations();
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

QTEST_APPLESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
