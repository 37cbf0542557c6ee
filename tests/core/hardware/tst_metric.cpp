// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names, printing and reading of metrics.
#include "core/hardware/metric.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <limits>
#include <set>

using namespace dnas;

class TestMetric : public QObject {
    Q_OBJECT

private slots:
    void namesAndKeysAreUnique()
    {
        std::set<std::string> names;
        std::set<std::string> keys;
        for (const MetricInfo &info : allMetrics()) {
            QVERIFY(names.insert(info.name).second);
            QVERIFY(keys.insert(info.jsonKey).second);
            QCOMPARE(findMetric(info.name), &info);
            QCOMPARE(findMetric(info.jsonKey), &info);
        }
        QCOMPARE(names.size(), std::size_t{9});
        QCOMPARE(findMetric("latency_ms"), findMetric("latency"));
        QVERIFY(findMetric("speed") == nullptr);
        QVERIFY(findMetric("") == nullptr);
    }

    void formats_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *metric, double value, const char *text) {
            QTest::addRow("%s %g", metric, value) << metric << value << QString::fromUtf8(text);
        };
        row("weights", 0, "0");
        row("weights", 640, "640");
        row("weights", 999.4, "999");
        row("weights", 999.6, "1.00 k");
        row("weights", 77360, "77.4 k");
        row("macs", 12501632, "12.5 M");
        row("macs", 2221772800.0, "2.22 G");
        row("cycles", 999949, "1.00 M");
        row("flash", 0, "0 B");
        row("flash", 1023, "1023 B");
        row("flash", 1024, "1.00 KiB");
        row("flash", 77107.2, "75.3 KiB"); // 75.3 · 1024
        row("flash_bytes", 136549, "133 KiB");
        row("ram", 2097152, "2.00 MiB");
        row("ram", 1048570, "1.00 MiB");
        row("latency", 23.801, "23.80 ms");
        row("latency", 0.0421, "0.042 ms");
        row("latency", 1850.5, "1850.50 ms");
        row("latency", 206095.38, "206 s");
        row("latency", 10000.0, "10.0 s");
        row("energy", 412.4, "412 µJ");
        row("energy", 5090.3, "5.09 mJ");
        row("energy", 0.25, "0.250 µJ");
        row("energy", 5248000, "5.25 J");
        row("weights", -77360, "-77.4 k");
    }
    void formats()
    {
        QFETCH(QString, metric);
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(formatMetric(metric.toStdString(), value)), text);
    }

    void notANumberIsNotShown()
    {
        QCOMPARE(formatMetric("flash", std::numeric_limits<double>::quiet_NaN()), std::string("n/a"));
        QCOMPARE(formatMetric("macs", std::numeric_limits<double>::infinity()), std::string("n/a"));
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("value");
        const auto row = [](const char *text, const char *metric, double value) {
            QTest::addRow("%s as %s", text, metric) << QString::fromUtf8(text) << metric << value;
        };
        row("64 KiB", "flash", 65536);
        row("64KiB", "ram", 65536);
        row("2 MiB", "flash", 2097152);
        row("64 kB", "flash", 64000);
        row("65536", "flash", 65536);
        row(" 12 B ", "ram", 12);
        row("20 ms", "latency", 20);
        row("500 us", "latency", 0.5);
        row("500 µs", "latency", 0.5);
        row("1.5 s", "latency", 1500);
        row("500 uJ", "energy", 500);
        row("5.09 mJ", "energy", 5090);
        row("500 μJ", "energy", 500); // the Greek letter
        row("1.5e6", "macs", 1500000);
        row("40k", "weights", 40000);
        row("12.5 M", "macs", 12500000);
        row("0", "weights", 0);
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, metric);
        QFETCH(double, value);
        const Result<double> read = parseQuantity(text.toStdString(), metric.toStdString());
        VERIFY_OK(read);
        QCOMPARE(*read, value);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *text, const char *metric, const char *part) {
            QTest::addRow("%s as %s", text, metric) << text << metric << part;
        };
        row("", "flash", "not a quantity");
        row("much", "flash", "not a quantity");
        row("nan", "latency", "not a quantity");
        row("inf", "latency", "not a quantity");
        row("1e999", "macs", "not a quantity");
        row("-1 ms", "latency", "negative");
        row("64 KB", "flash", "KiB");
        row("20 ms", "flash", "KiB");
        row("20 KiB", "latency", "ms");
        row("12,5", "macs", "unknown unit");
        row("50 %", "weights", "unknown unit");
        row("3", "speed", "known: weights");
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, metric);
        QFETCH(QString, part);
        const Result<double> read = parseQuantity(text.toStdString(), metric.toStdString());
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QVERIFY2(QString::fromStdString(read.error().message).contains(part), read.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestMetric)
#include "tst_metric.moc"
