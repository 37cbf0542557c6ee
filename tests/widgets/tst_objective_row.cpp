// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Objective rows as values: strength texts, lists, terms.
#include "widgets/objective_row.h"

#include <QTest>

using namespace paretoscope;
using dnas::StrengthKind;
using dnas::TermShape;

class TestObjectiveRow : public QObject {
    Q_OBJECT
private slots:
    void strengthTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<QString>("again");
        const auto row = [](const char *text, StrengthKind kind, const QList<double> &values, const char *again) {
            QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(kind) << values
                                << QString::fromUtf8(again);
        };
        row("auto", StrengthKind::Auto, {1}, "auto");
        row(" Auto ", StrengthKind::Auto, {1}, "auto");
        row("auto × 2", StrengthKind::Auto, {2}, "auto × 2");
        row("auto*0.5,2", StrengthKind::Auto, {0.5, 2}, "auto × 0.5, 2");
        row("0, 0.1, 1", StrengthKind::Normalised, {0, 0.1, 1}, "0, 0.1, 1");
        row("[0; 1e-3]", StrengthKind::Normalised, {0, 0.001}, "0, 0.001");
        row("raw 1e-06", StrengthKind::Raw, {1e-6}, "raw 1e-06");
    }
    void strengthTexts()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QList<double>, values);
        QFETCH(QString, again);
        ObjectiveRow row;
        QVERIFY(parseStrengthText(text, row));
        QCOMPARE(static_cast<int>(row.strengthKind), kind);
        QCOMPARE(QList<double>(row.strengths.begin(), row.strengths.end()), values);
        QCOMPARE(strengthText(row), again);
    }

    void badStrengthsChangeNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "automatic", "-1", "0, x", "1,,2", "inf", "raw", "auto ×"})
            QTest::newRow(text[0] ? text : "nothing") << QString::fromUtf8(text);
    }
    void badStrengthsChangeNothing()
    {
        QFETCH(QString, text);
        ObjectiveRow row;
        row.strengths = {7};
        const ObjectiveRow before = row;
        QVERIFY(!parseStrengthText(text, row));
        QVERIFY(row == before);
    }

    void termRoundTrip()
    {
        ObjectiveRow row;
        row.metric = QStringLiteral("flash");
        row.mode = TermShape::Absolute;
        row.targets = {0.25, 0.5};
        row.strengthKind = StrengthKind::Normalised;
        row.strengths = {0.1, 1};
        QVERIFY(fromTerm(toTerm(row)) == row);
        row.mode = TermShape::Minimise;
        QVERIFY(toTerm(row).targets.empty());
    }

    void mixedTargetsBecomeAbsolute()
    {
        dnas::ObjectiveTerm term;
        term.metric = "weights";
        term.targets = {{0.5, true}, {20000, false}};
        const ObjectiveRow row = fromTerm(term, 80000);
        QVERIFY(!row.relative);
        QCOMPARE(row.targets, (std::vector<double>{40000, 20000})); // 0.5 · 80 000
    }

    void units()
    {
        QCOMPARE(targetUnits(QStringLiteral("flash"))[1].text, QStringLiteral("KiB"));
        QCOMPARE(targetUnits(QStringLiteral("flash"))[1].factor, 1024.0);
        QCOMPARE(targetUnits(QStringLiteral("latency"))[1].text, QStringLiteral("ms"));
        QCOMPARE(targetUnits(QStringLiteral("energy"))[2].factor, 1000.0); // mJ of µJ
        QCOMPARE(targetUnits(QStringLiteral("macs"))[2].text, QStringLiteral("M"));
    }
};

QTEST_GUILESS_MAIN(TestObjectiveRow)
#include "tst_objective_row.moc"
