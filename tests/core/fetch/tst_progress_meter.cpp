// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Speed and time left, against sums by hand, with a clock that the test turns.
#include "core/fetch/progress_meter.h"

#include <QTest>

#include <vector>

using namespace dnas;
using namespace std::chrono_literals;

class ProgressMeterTest : public QObject {
    Q_OBJECT
private slots:
    void measuresTheLastSeconds()
    {
        std::vector<DownloadProgress> seen;
        const std::function<void(const DownloadProgress &)> report = [&](const DownloadProgress &now) {
            seen.push_back(now);
        };
        ProgressMeter meter(report);
        const ProgressMeter::Clock::time_point start{1h};
        meter.start(DownloadStage::Fetching, 1000, 100'000);
        meter.update(1000, start);
        QCOMPARE(seen.back().bytesPerSecond, 0.0);
        QVERIFY(!seen.back().secondsLeft);
        meter.update(3000, start + 2s);
        QCOMPARE(seen.back().bytesPerSecond, 1000.0); // 2000 bytes in 2 s
        QCOMPARE(*seen.back().secondsLeft, 97.0);     // 97 000 bytes to go
        // Ten seconds later only the last ones count: those at 2 s are the oldest within reach.
        meter.update(53'000, start + 12s);
        QCOMPARE(seen.back().bytesPerSecond, 5000.0);
        QCOMPARE(*seen.back().secondsLeft, 9.4);
        // The file begins anew at the server: no speed below zero.
        meter.update(500, start + 13s);
        QCOMPARE(seen.back().bytesPerSecond, 0.0);
    }

    void isDamped()
    {
        int reports = 0;
        const std::function<void(const DownloadProgress &)> report = [&](const DownloadProgress &) {
            ++reports;
        };
        ProgressMeter meter(report);
        const ProgressMeter::Clock::time_point start{1h};
        meter.start(DownloadStage::Checking, 0, {});
        for (int ms = 0; ms < 1000; ++ms)
            meter.update(ms, start + std::chrono::milliseconds(ms));
        QCOMPARE(reports, 10);
        meter.finish(1000, start + 1000ms);
        QCOMPARE(reports, 11);
    }
};

QTEST_APPLESS_MAIN(ProgressMeterTest)
#include "tst_progress_meter.moc"
