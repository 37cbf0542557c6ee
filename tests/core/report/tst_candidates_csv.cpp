// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of candidates: exact numbers, quoted text, empty fields for what is not known.
#include "core/events/candidate.h"
#include "core/report/candidates_csv.h"

#include <QTest>

#include <limits>

using namespace dnas;

namespace {

CandidateSummary candidate()
{
    CandidateSummary c;
    c.id = CandidateId{7};
    c.run = RunId{3};
    c.label = "flash 25 %, latency 50 %";
    c.quality = 0.1 + 0.2;
    c.testQuality = 1;
    c.qualityMetric = "accuracy";
    c.qualityPrecision = "float32";
    c.costs["weights"].value = 100000;
    c.costs["latency"].value = 2.054033333333334;
    return c;
}

QList<QByteArray> linesOf(const CandidateSummary &c, bool onFront = true)
{
    const CsvCandidate row{&c, onFront};
    return QByteArray::fromStdString(candidatesCsv({&row, 1})).split('\n');
}

} // namespace

class TestCandidatesCsv : public QObject {
    Q_OBJECT

private slots:
    void header()
    {
        const QByteArray csv = QByteArray::fromStdString(candidatesCsv({}));
        QCOMPARE(csv, QByteArray("id,run,label,state,feasible,on_front,quality,test_quality,quality_metric,"
                                 "quality_precision,weights,parameters,macs,flash_bytes,ram_bytes,cycles,latency_ms,"
                                 "energy_uj,compressed_bytes\n"));
    }

    void exactNumbers()
    {
        const auto lines = linesOf(candidate());
        QCOMPARE(lines.size(), 3); // the last is what follows the last line end
        QCOMPARE(lines[1], QByteArray("7,3,\"flash 25 %, latency 50 %\",done,true,true,0.30000000000000004,1,"
                                      "\"accuracy\",\"float32\",100000,,,,,,2.054033333333334,,"));
    }

    void whatIsNotKnownIsEmpty()
    {
        CandidateSummary c = candidate();
        c.costs["energy"].value = std::numeric_limits<double>::quiet_NaN();
        c.testQuality = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(linesOf(c)[1].endsWith(",2.054033333333334,,"));
        QVERIFY(linesOf(c)[1].contains(",0.30000000000000004,,\"accuracy\""));
        c.state = CandidateState::Failed;
        c.feasible = false;
        QVERIFY2(linesOf(c, false)[1].contains(",failed,false,false,,,\"accuracy\""), linesOf(c, false)[1].constData());
    }

    void hostileText()
    {
        CandidateSummary c = candidate();
        c.label = "a\"b\nc,\x1b[2J";
        c.qualityMetric = "x\",1,\"";
        const auto lines = linesOf(c);
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[1].startsWith("7,3,\"a\"\"b c, [2J\",done"), lines[1].constData());
        QVERIFY2(lines[1].contains(",1,\"x\"\",1,\"\"\",\"float32\","), lines[1].constData());
    }
};

QTEST_APPLESS_MAIN(TestCandidatesCsv)
#include "tst_candidates_csv.moc"
