// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include <QTest>

using namespace dnas;

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void quantiles();
};

void TestStatistics::quantiles()
{
    QCOMPARE(quantile({}, 0.5), 0.0);
    QCOMPARE(median({7}), 7.0);
    QCOMPARE(median({3, 9, 1}), 3.0);
    QCOMPARE(median({4, 1, 3, 2}), 2.5);
    QCOMPARE(quantile({5, 1, 3}, 0), 1.0);
    QCOMPARE(quantile({5, 1, 3}, 1), 5.0);
    // Of five values the ninth tenth lies at 0.9 · 4 = 3.6: between the fourth and the fifth.
    QCOMPARE(quantile({10, 20, 30, 40, 50}, 0.9), 46.0);
}

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
