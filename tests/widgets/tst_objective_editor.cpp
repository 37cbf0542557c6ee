// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The objective editor: values in, typing, values out.
#include "tests/widgets/screenshot.h"
#include "widgets/objective_editor.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace paretoscope;
using dnas::StrengthKind;
using dnas::TermShape;

namespace {

const std::vector<MetricRange> kMetrics{{QStringLiteral("weights"), 80000, 2000, 80000},
                                        {QStringLiteral("flash"), 102400, 20480, 102400},
                                        {QStringLiteral("latency"), 25, 2, 25}};

template <typename T>
T *in(ObjectiveEditor &editor, int card, const char *name)
{
    auto *frame = editor.findChild<QWidget *>(QStringLiteral("term%1").arg(card));
    return frame ? frame->findChild<T *>(QString::fromLatin1(name)) : nullptr;
}

void type(QWidget *field, const QString &text)
{
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
}

} // namespace

class TestObjectiveEditor : public QObject {
    Q_OBJECT
private slots:
    void roundTripOfValues()
    {
        ObjectiveEditor editor;
        editor.setMetrics(kMetrics);
        QSignalSpy changed(&editor, &ObjectiveEditor::changed);
        ObjectiveRow limit{.metric = QStringLiteral("flash"),
                           .relative = false,
                           .targets = {65536, 32768},
                           .strengthKind = StrengthKind::Normalised,
                           .strengths = {0, 0.1}};
        ObjectiveRow least{.metric = QStringLiteral("latency"), .mode = TermShape::Minimise};
        ObjectiveRow unknown{.metric = QStringLiteral("energy"), .targets = {0.333333333}};
        editor.setRows({limit, least, unknown});
        QVERIFY(editor.rows() == (std::vector<ObjectiveRow>{limit, least, unknown}));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(in<QDoubleSpinBox>(editor, 0, "target")->value(), 64.0); // KiB
        QCOMPARE(in<QLineEdit>(editor, 0, "further")->text(), QStringLiteral("32"));
        QCOMPARE(in<QLineEdit>(editor, 0, "strength")->text(), QStringLiteral("0, 0.1"));
        QVERIFY(!in<QWidget>(editor, 1, "target")->isVisibleTo(&editor));
        editor.setMetrics({kMetrics[0]}); // another board: values stay
        QVERIFY(editor.rows() == (std::vector<ObjectiveRow>{limit, least, unknown}));
    }

    void typing()
    {
        ObjectiveEditor editor;
        editor.setMetrics(kMetrics);
        editor.show();
        QSignalSpy changed(&editor, &ObjectiveEditor::changed);
        QTest::mouseClick(editor.findChild<QPushButton *>(QStringLiteral("addTermButton")), Qt::LeftButton);
        QCOMPARE(editor.rowCount(), 1);
        QCOMPARE(editor.rows()[0].metric, QStringLiteral("weights"));
        QVERIFY(changed.count() >= 1);

        type(in<QDoubleSpinBox>(editor, 0, "target"), QStringLiteral("25"));
        QCOMPARE(editor.rows()[0].targets, std::vector<double>{0.25});
        type(in<QLineEdit>(editor, 0, "further"), QStringLiteral("50, 75"));
        QCOMPARE(editor.rows()[0].targets, (std::vector<double>{0.25, 0.5, 0.75}));
        type(in<QLineEdit>(editor, 0, "strength"), QStringLiteral("0, 0.1, 1"));
        QCOMPARE(editor.rows()[0].strengths, (std::vector<double>{0, 0.1, 1}));
        QCOMPARE(editor.rows()[0].strengthKind, StrengthKind::Normalised);
        QVERIFY(editor.isValid());
        type(in<QLineEdit>(editor, 0, "strength"), QStringLiteral("a lot"));
        QVERIFY(!editor.isValid());
        QCOMPARE(editor.rows()[0].strengths, (std::vector<double>{0, 0.1, 1})); // the last good one
        type(in<QLineEdit>(editor, 0, "strength"), QStringLiteral("auto"));
        QVERIFY(editor.isValid());

        // 25 % of 80 000 weights are 20 k.
        in<QComboBox>(editor, 0, "unit")->setCurrentIndex(1);
        QVERIFY(!editor.rows()[0].relative);
        QCOMPARE(editor.rows()[0].targets, (std::vector<double>{20000, 40000, 60000}));
        QCOMPARE(in<QDoubleSpinBox>(editor, 0, "target")->value(), 20.0);
        // Another metric keeps the share: 25 % of 102 400 bytes.
        in<QComboBox>(editor, 0, "metric")->setCurrentIndex(1);
        QCOMPARE(editor.rows()[0].metric, QStringLiteral("flash"));
        QCOMPARE(editor.rows()[0].targets.front(), 25600.0);
        in<QComboBox>(editor, 0, "mode")->setCurrentIndex(1);
        QCOMPARE(editor.rows()[0].mode, TermShape::Absolute);
    }

    void sharesAndAmountsTogether()
    {
        ObjectiveEditor editor;
        editor.setMetrics(kMetrics);
        editor.setRows({{.metric = QStringLiteral("flash"), .targets = {0.75}, .others = {40960}}});
        editor.show();
        auto *further = in<QLineEdit>(editor, 0, "further");
        QCOMPARE(further->text(), QStringLiteral("40 KiB"));
        type(further, QStringLiteral("50, 20 KiB"));
        QVERIFY(editor.isValid());
        QCOMPARE(editor.rows()[0].targets, (std::vector<double>{0.75, 0.5}));
        QCOMPARE(editor.rows()[0].others, std::vector<double>{20480});
        // In KiB all are of one kind: 75 % and 50 % of 100 KiB, and 20 KiB.
        in<QComboBox>(editor, 0, "unit")->setCurrentIndex(1);
        QCOMPARE(editor.rows()[0].targets, (std::vector<double>{76800, 51200, 20480}));
        QVERIFY(editor.rows()[0].others.empty());
        QCOMPARE(further->text(), QStringLiteral("50, 20"));
        type(further, QStringLiteral("50 apples"));
        QVERIFY(!editor.isValid());
        QVERIFY(further->accessibleDescription().contains(QStringLiteral("units")));
    }

    void sliderAndSpinBoxAgree()
    {
        ObjectiveEditor editor;
        editor.setMetrics(kMetrics);
        editor.setRows({{.metric = QStringLiteral("flash"), .targets = {0.6}}});
        auto *slider = in<QSlider>(editor, 0, "slider");
        // Reachable are 20 %…100 % of the seed: 60 % is the middle.
        QCOMPARE(slider->value(), 500);
        QSignalSpy changed(&editor, &ObjectiveEditor::changed);
        slider->setValue(250);
        QCOMPARE(in<QDoubleSpinBox>(editor, 0, "target")->value(), 40.0);
        QCOMPARE(editor.rows()[0].targets.front(), 0.4);
        QCOMPARE(changed.count(), 1);
        in<QDoubleSpinBox>(editor, 0, "target")->setValue(100);
        QCOMPARE(slider->value(), 1000);
    }

    void removeAndVerdicts()
    {
        ObjectiveEditor editor;
        editor.setMetrics(kMetrics);
        editor.setRows({{}, {.metric = QStringLiteral("flash"), .targets = {0.25}}});
        editor.setVerdict(1, dnas::Verdict::Impossible, QStringLiteral("the smallest network needs 20 KiB"));
        QVERIFY(in<QLabel>(editor, 1, "verdict")->text().contains(QStringLiteral("20 KiB")));
        QVERIFY(!in<QLabel>(editor, 0, "verdict")->isVisibleTo(&editor));
        QSignalSpy changed(&editor, &ObjectiveEditor::changed);
        QTest::mouseClick(in<QToolButton>(editor, 0, "remove"), Qt::LeftButton);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(editor.rowCount(), 1);
        QCOMPARE(editor.rows()[0].metric, QStringLiteral("flash"));
        QVERIFY(in<QLabel>(editor, 0, "verdict")); // renumbered
        editor.setReadOnly(true);
        QVERIFY(!in<QSlider>(editor, 0, "slider")->isEnabled());
    }

    void looks()
    {
        ObjectiveEditor editor;
        editor.setMetrics(kMetrics);
        editor.setRows({{.metric = QStringLiteral("flash"), .targets = {0.25, 0.5}},
                        {.metric = QStringLiteral("latency"), .relative = false, .targets = {1.5}},
                        {.metric = QStringLiteral("weights"),
                         .mode = TermShape::Minimise,
                         .strengthKind = StrengthKind::Normalised,
                         .strengths = {0, 0.1, 1}}});
        editor.setVerdict(0, dnas::Verdict::Tight, QStringLiteral("tight: 25.0 KiB of at least 20.0 KiB"));
        editor.setVerdict(1, dnas::Verdict::Impossible,
                          QStringLiteral("impossible, because the smallest network of this space needs 2.00 ms"));
        editor.resize(360, 420);
        saveScreenshots(editor, QStringLiteral("objective-editor"));
        QCOMPARE(editor.rowCount(), 3);
    }
};

QTEST_MAIN(TestObjectiveEditor)
#include "tst_objective_editor.moc"
