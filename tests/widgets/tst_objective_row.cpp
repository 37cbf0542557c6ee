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

    /// "[75%, 40 KiB]" of a spec is two runs, and stays two.
    void mixedTargetsAreKept()
    {
        dnas::ObjectiveTerm term;
        term.metric = "flash";
        term.targets = {{0.75, true}, {40960, false}, {0.5, true}};
        const ObjectiveRow row = fromTerm(term);
        QVERIFY(row.relative);
        QCOMPARE(row.targets, (std::vector<double>{0.75, 0.5}));
        QCOMPARE(row.others, std::vector<double>{40960});
        QCOMPARE(furtherText(row, 0.01), QStringLiteral("50, 40 KiB"));
        QCOMPARE(toTerm(row).targets.size(), std::size_t(3));
        QVERIFY(fromTerm(toTerm(row)) == row);
        term.targets = {{40960, false}, {0.75, true}};
        QCOMPARE(furtherText(fromTerm(term), 1024), QStringLiteral("75 %"));
    }

    void furtherTexts_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<bool>("relative");
        QTest::addColumn<double>("factor"); // of the shown unit
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<double>>("same"); // after the first
        QTest::addColumn<QList<double>>("others");
        using List = QList<double>;
        QTest::newRow("plain") << "flash" << true << 0.01 << "50, 25" << List{0.5, 0.25} << List{};
        QTest::newRow("both") << "flash" << true << 0.01 << "50; 40 KiB, 25 %" << List{0.5, 0.25} << List{40960};
        QTest::newRow("amounts") << "flash" << false << 1024.0 << "40, 2 MiB, 50%" << List{40960, 2097152} << List{0.5};
        QTest::newRow("counts") << "macs" << true << 0.01 << "1.5 M, 20k" << List{} << List{1.5e6, 20000};
        QTest::newRow("energy") << "energy" << true << 0.01 << "2 mJ, 300 uJ" << List{} << List{2000, 300};
        QTest::newRow("nothing") << "flash" << true << 0.01 << " " << List{} << List{};
    }
    void furtherTexts()
    {
        QFETCH(QString, metric);
        QFETCH(bool, relative);
        QFETCH(double, factor);
        QFETCH(QString, text);
        QFETCH(QList<double>, same);
        QFETCH(QList<double>, others);
        ObjectiveRow row{.metric = metric, .relative = relative, .targets = {7, 8}, .others = {9}};
        QVERIFY(parseFurtherText(text, factor, row));
        same.prepend(7);
        QCOMPARE(QList<double>(row.targets.begin(), row.targets.end()), same);
        QCOMPARE(QList<double>(row.others.begin(), row.others.end()), others);
        // What is written is read again.
        const ObjectiveRow before = row;
        QVERIFY(parseFurtherText(furtherText(row, factor), factor, row));
        QVERIFY(row == before);
    }

    void badFurtherTextsChangeNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"50,", "-5", "40 ms", "a few", "inf", "50 %%", "KiB"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void badFurtherTextsChangeNothing()
    {
        QFETCH(QString, text);
        ObjectiveRow row{.metric = QStringLiteral("flash"), .targets = {0.5, 0.25}, .others = {9}};
        const ObjectiveRow before = row;
        QVERIFY(!parseFurtherText(text, 0.01, row));
        QVERIFY(row == before);
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
