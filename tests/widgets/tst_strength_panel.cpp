// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Live strengths: the user's edits speak, the engine's values do not.
#include "tests/widgets/screenshot.h"
#include "widgets/strength_panel.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace paretoscope;

namespace {

template <typename T>
T *in(StrengthPanel &panel, const char *metric, const char *name)
{
    auto *block = panel.findChild<QWidget *>(QStringLiteral("strength.") + QString::fromLatin1(metric));
    return block ? block->findChild<T *>(QString::fromLatin1(name)) : nullptr;
}

const std::vector<StrengthRow> kRows{{.metric = QStringLiteral("weights"),
                                      .strength = 0.5,
                                      .reference = 0.5,
                                      .target = 40000,
                                      .targetLeast = 2000,
                                      .targetMost = 80000},
                                     {.metric = QStringLiteral("macs"), .strength = 0, .reference = 0.01}};

} // namespace

class TestStrengthPanel : public QObject {
    Q_OBJECT
private slots:
    void sliderIsLogarithmic()
    {
        StrengthPanel panel;
        panel.setRows(kRows);
        QSignalSpy changed(&panel, &StrengthPanel::strengthChanged);
        auto *slider = in<QSlider>(panel, "weights", "slider");
        QCOMPARE(slider->value(), 0); // factor 1
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageUp); // one decade
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toString(), QStringLiteral("weights"));
        QCOMPARE(changed.first().at(1).toDouble(), 5.0);
        QCOMPARE(in<QDoubleSpinBox>(panel, "weights", "strength")->value(), 5.0);
        // A drag speaks at its end only.
        slider->setSliderDown(true);
        slider->setSliderPosition(-50);
        QCOMPARE(changed.count(), 1);
        panel.setStrength(QStringLiteral("weights"), 3, 0.5); // not under the hand
        slider->setSliderDown(false);
        QCOMPARE(changed.count(), 2);
        QVERIFY(qFuzzyCompare(changed.last().at(1).toDouble(), 0.05));
    }

    void whatCannotBeSteeredSaysWhy()
    {
        StrengthPanel panel;
        panel.setRows(kRows);
        panel.show();
        auto *slider = in<QSlider>(panel, "weights", "slider");
        const QString usual = slider->toolTip();
        const QString why = QStringLiteral("This run has ended.");
        panel.setObstacle(why);
        auto *label = panel.findChild<QLabel *>(QStringLiteral("steeringObstacle"));
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(), why);
        for (const char *metric : {"weights", "macs"})
            QVERIFY(!in<QSlider>(panel, metric, "slider")->isEnabled());
        QCOMPARE(slider->toolTip(), why);
        QCOMPARE(in<QLineEdit>(panel, "weights", "target")->toolTip(), why);
        panel.setStrength(QStringLiteral("weights"), 5, 0.5); // what the engine says is still shown
        QCOMPARE(slider->value(), 50);
        auto rows = kRows;
        rows.push_back({.metric = QStringLiteral("latency")}); // a new block is born disabled
        panel.setRows(rows);
        QVERIFY(!in<QSlider>(panel, "latency", "slider")->isEnabled());
        panel.setObstacle({});
        QVERIFY(!label->isVisible());
        QVERIFY(in<QSlider>(panel, "weights", "slider")->isEnabled());
        QCOMPARE(in<QSlider>(panel, "weights", "slider")->toolTip(), usual);
    }

    void engineIsQuiet()
    {
        StrengthPanel panel;
        panel.setRows(kRows);
        QSignalSpy changed(&panel, &StrengthPanel::strengthChanged);
        QSignalSpy target(&panel, &StrengthPanel::targetChanged);
        panel.setStrength(QStringLiteral("macs"), 1, 0.01);
        panel.setTarget(QStringLiteral("weights"), 30000);
        panel.setStrength(QStringLiteral("unknown"), 1, 1);
        QCOMPARE(in<QSlider>(panel, "macs", "slider")->value(), 100); // factor 100: two decades of 50 steps
        QCOMPARE(panel.rows()[0].target.value(), 30000.0);
        panel.setStrength(QStringLiteral("macs"), 1, 1); // its ramp has come up to it
        QCOMPARE(in<QSlider>(panel, "macs", "slider")->value(), 0);
        QCOMPARE(changed.count() + target.count(), 0);
    }

    void typing()
    {
        StrengthPanel panel;
        panel.setRows(kRows);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QSignalSpy changed(&panel, &StrengthPanel::strengthChanged);
        auto *strength = in<QDoubleSpinBox>(panel, "macs", "strength");
        QTest::keyClick(strength, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(strength, QStringLiteral("2.5e-3"));
        QCOMPARE(changed.count(), 0);
        QTest::keyClick(strength, Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(1).toDouble(), 0.0025);

        QSignalSpy target(&panel, &StrengthPanel::targetChanged);
        auto *field = in<QLineEdit>(panel, "weights", "target");
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, QStringLiteral("25k"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(target.count(), 1);
        QCOMPARE(target.first().at(1).toDouble(), 25000.0);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, QStringLiteral("nonsense"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(target.count(), 1); // and the field shows what holds
        QVERIFY(!field->text().contains(QStringLiteral("nonsense")));
        QVERIFY(!in<QLineEdit>(panel, "macs", "target")->isVisible());
    }

    void targetsThatCannotBe_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isLimit");
        QTest::addColumn<double>("target"); ///< 0: refused
        QTest::addColumn<QString>("says");
        QTest::newRow("amount") << "25k" << true << 25000.0 << "";
        QTest::newRow("share") << "25 %" << true << 20000.0 << "";
        QTest::newRow("banana") << "banana" << true << 0.0 << "is no target";
        QTest::newRow("share of nothing") << "x%" << true << 0.0 << "is no target";
        QTest::newRow("nothing") << "0" << true << 0.0 << "is no target";
        QTest::newRow("too low") << "1000" << true << 0.0 << "cannot be reached";
        QTest::newRow("share too low") << "1%" << true << 0.0 << "cannot be reached";
        QTest::newRow("a limit may lie high") << "90k" << true << 90000.0 << "";
        QTest::newRow("an aim may not") << "90k" << false << 0.0 << "lies above";
    }
    void targetsThatCannotBe()
    {
        QFETCH(const QString, typed);
        QFETCH(const bool, isLimit);
        QFETCH(const double, target);
        QFETCH(const QString, says);
        StrengthPanel panel;
        std::vector<StrengthRow> rows = kRows;
        rows[0].seedCost = 80000;
        rows[0].isLimit = isLimit;
        panel.setRows(rows);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QSignalSpy changed(&panel, &StrengthPanel::targetChanged);
        QSignalSpy refused(&panel, &StrengthPanel::refused);
        auto *field = in<QLineEdit>(panel, "weights", "target");
        field->setFocus();
        const QString before = field->text();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, typed);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(changed.count(), target > 0 ? 1 : 0);
        QCOMPARE(refused.count(), target > 0 ? 0 : 1);
        if (target > 0) {
            QCOMPARE(changed.first().at(1).toDouble(), target);
            return;
        }
        QVERIFY2(refused.first().at(0).toString().contains(says), qPrintable(refused.first().at(0).toString()));
        QCOMPARE(field->text(), before);
    }

    void looks()
    {
        StrengthPanel panel;
        panel.setRows(kRows);
        panel.resize(330, 320);
        saveScreenshots(panel, QStringLiteral("strength-panel"));
        panel.setRows({});
        QVERIFY(panel.findChild<QWidget *>(QStringLiteral("emptyText"))->isVisibleTo(&panel));
    }
};

QTEST_MAIN(TestStrengthPanel)
#include "tst_strength_panel.moc"
