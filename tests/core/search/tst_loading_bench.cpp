// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is measured is there and consistent; what cannot be measured is refused. How large the ratio is, is a matter of
// dnas bench.
#include "core/search/loading_bench.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;

class TestLoadingBench : public QObject {
    Q_OBJECT

private slots:
    void measures_data();
    void measures();
    void refusals_data();
    void refusals();

private:
    static Result<std::shared_ptr<const DataSet>> demo(std::int64_t samples)
    {
        const auto benchmark = loadBenchmark("demo");
        if (!benchmark.ok())
            return benchmark.error();
        return openDataSet(*benchmark, {.augment = benchmark->recipe.augment, .limits = {.train = samples}});
    }
};

void TestLoadingBench::measures_data()
{
    QTest::addColumn<int>("ahead");
    QTest::newRow("ahead") << 2;
    QTest::newRow("inline") << 0;
}

void TestLoadingBench::measures()
{
    QFETCH(int, ahead);
    const auto data = demo(100); // epochs end in the middle of a round
    VERIFY_OK(data);
    const auto measured =
        benchLoading({.data = *data, .network = "demo-cnn", .batch = 8, .ahead = ahead, .seconds = 0.01});
    VERIFY_OK(measured);
    QVERIFY(measured->rounds >= 3);
    QVERIFY(measured->prepared > 0 && measured->loaded > 0);
    QVERIFY(measured->lower <= measured->ratio && measured->ratio <= measured->upper);
}

void TestLoadingBench::refusals_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<int>("batch");
    QTest::addColumn<QString>("words");
    QTest::newRow("other inputs") << "ds-cnn" << 8 << "inputs are not those";
    QTest::newRow("too few") << "demo-cnn" << 13 << "fewer than 8 batches";
    QTest::newRow("no such network") << "nothing" << 8 << "nothing";
}

void TestLoadingBench::refusals()
{
    QFETCH(QString, network);
    QFETCH(int, batch);
    QFETCH(QString, words);
    const auto data = demo(100);
    VERIFY_OK(data);
    const auto measured = benchLoading({.data = *data, .network = network.toStdString(), .batch = batch});
    QVERIFY(!measured.ok());
    QVERIFY2(measured.error().text().find(words.toStdString()) != std::string::npos, measured.error().text().c_str());
}

QTEST_APPLESS_MAIN(TestLoadingBench)
#include "tst_loading_bench.moc"
