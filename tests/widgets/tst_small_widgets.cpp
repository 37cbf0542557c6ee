// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Gauges, badges, quantities and the message bar.
#include "tests/widgets/screenshot.h"
#include "widgets/cost_gauges.h"
#include "widgets/message_bar.h"
#include "widgets/metric_badge.h"
#include "widgets/play_button.h"
#include "widgets/quantity_spin_box.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace paretoscope;

class TestSmallWidgets : public QObject {
    Q_OBJECT
private slots:
    void remarks_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("limit");
        QTest::addColumn<bool>("aim");
        QTest::addColumn<QString>("text");
        QTest::newRow("over") << 112.0 << 100.0 << false << QStringLiteral("over by 12 %");
        QTest::newRow("a little over") << 100.5 << 100.0 << false << QStringLiteral("over by 0.5 %");
        QTest::newRow("under") << 62.0 << 100.0 << false << QStringLiteral("38 % to spare");
        QTest::newRow("aim met") << 101.0 << 100.0 << true << QStringLiteral("on target");
        QTest::newRow("aim above") << 130.0 << 100.0 << true << QStringLiteral("30 % above");
        QTest::newRow("aim below") << 50.0 << 100.0 << true << QStringLiteral("50 % below");
    }
    void remarks()
    {
        QFETCH(double, value);
        QFETCH(double, limit);
        QFETCH(bool, aim);
        QFETCH(QString, text);
        QCOMPARE(CostGauges::remark({.metric = {}, .value = value, .limit = limit, .isAim = aim, .origin = {}}), text);
        QCOMPARE(CostGauges::remark({.metric = {}, .value = value, .limit = {}, .origin = {}}), QString());
    }

    void quantitiesAreTypedWithUnits_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("bytes") << "flash"
                               << "64 KiB" << 65536.0 << "64.0 KiB";
        QTest::newRow("count") << "macs"
                               << "1.5e6" << 1500000.0 << "1.50 M";
        QTest::newRow("time") << "latency"
                              << "20" << 20.0 << "20.00 ms";
        QTest::newRow("untouched") << "weights"
                                   << "18.5 k" << 18518.4 << "18.5 k"; // not rounded to what is shown
        QTest::newRow("nonsense") << "weights"
                                  << "many" << 18518.4 << "18.5 k";
    }
    void quantitiesAreTypedWithUnits()
    {
        QFETCH(QString, metric);
        QFETCH(QString, typed);
        QFETCH(double, value);
        QFETCH(QString, shown);
        QuantitySpinBox box;
        box.setValue(18518.4);
        box.setMetric(metric.toStdString());
        box.selectAll();
        QTest::keyClicks(&box, typed);
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.value(), value);
        QCOMPARE(box.text(), shown);
    }

    void gaugesSpeak()
    {
        CostGauges gauges;
        gauges.setGauges({{.metric = QStringLiteral("flash"),
                           .value = 71680,
                           .limit = 65536,
                           .most = 102400,
                           .origin = QStringLiteral("counted")},
                          {.metric = QStringLiteral("latency"),
                           .value = 12.5,
                           .limit = 20,
                           .most = 25,
                           .origin = QStringLiteral("modelled")},
                          {.metric = QStringLiteral("macs"),
                           .value = 6.1e6,
                           .limit = 6e6,
                           .isAim = true,
                           .most = 12.5e6,
                           .origin = {}},
                          {.metric = QStringLiteral("ram"), .value = 40000, .limit = {}, .most = 53248, .origin = {}}});
        // 71 680 / 65 536 = 1.09375
        QVERIFY2(gauges.accessibleDescription().contains(QStringLiteral("over by 9.4 %")),
                 qPrintable(gauges.accessibleDescription()));
        QVERIFY(gauges.sizeHint().height() > 100);
        gauges.resize(300, gauges.sizeHint().height());
        saveScreenshots(gauges, QStringLiteral("cost-gauges"));
    }

    void origins()
    {
        dnas::CostValue value{.value = 23.8, .origin = dnas::Origin::Calibrated, .errorPercent = 12};
        QCOMPARE(originText(value, QStringLiteral("nucleo-h743zi2, x-cube-ai-9, 480 MHz")),
                 QStringLiteral("calibrated for nucleo-h743zi2, x-cube-ai-9, 480 MHz, ± 12 %"));
        value.origin = dnas::Origin::Measured;
        value.errorPercent.reset();
        QCOMPARE(originText(value, QStringLiteral("nucleo-h743zi2")), QStringLiteral("measured on nucleo-h743zi2"));
        value.origin = dnas::Origin::Counted;
        QCOMPARE(originText(value, QStringLiteral("nucleo-h743zi2")), QStringLiteral("counted"));
        MetricBadge badge;
        badge.setCost(QStringLiteral("latency"), {.value = 23.8, .origin = dnas::Origin::Modelled, .errorPercent = {}},
                      QStringLiteral("b"));
        QCOMPARE(badge.figureText(), QStringLiteral("23.80 ms"));
        QVERIFY(badge.toolTip().startsWith(QStringLiteral("modelled for b\nModelled: ")));
        const auto *note = badge.findChild<QLabel *>(QStringLiteral("note"));
        QCOMPARE(note->text(), QStringLiteral("modelled"));
        badge.setCost(QStringLiteral("latency"), {.value = 23.8, .origin = dnas::Origin::Modelled, .errorPercent = 15},
                      QStringLiteral("b"));
        QCOMPARE(note->text(), QStringLiteral("modelled ± 15 %"));
        QVERIFY(!note->isHidden());
        QVERIFY(badge.toolTip().contains(QStringLiteral("stated as ± 15 %")));
        QVERIFY(badge.accessibleName().contains(note->text()));
        badge.setCost(QStringLiteral("macs"), {.value = 5, .origin = dnas::Origin::Counted, .errorPercent = {}}, {});
        QCOMPARE(note->text(), QStringLiteral("counted"));
        QVERIFY(badge.toolTip().contains(QStringLiteral("exact")));
        badge.setUnknown(QStringLiteral("Energy"), QStringLiteral("not modelled"));
        QCOMPARE(badge.figureText(), QStringLiteral("–"));
        QVERIFY(note->isHidden());
    }

    /// The signs are drawn, in the colour of the theme: no font is asked for them.
    void playAndPause()
    {
        PlayButton button;
        const auto drawn = [&button] {
            return button.icon().pixmap(QSize(16, 16), 1.0).toImage();
        };
        const QImage play = drawn();
        button.setPlaying(true);
        QVERIFY(button.isPlaying());
        const QImage pause = drawn();
        QVERIFY(pause != play);
        QVERIFY(button.text().isEmpty());
        const QRect middle(7, 0, 2, 16); // between the two bars
        for (int y = middle.top(); y <= middle.bottom(); ++y)
            QCOMPARE(qAlpha(pause.pixel(middle.left(), y)), 0);
        QVERIFY(qAlpha(pause.pixel(4, 8)) > 200);
        QVERIFY(qAlpha(pause.pixel(11, 8)) > 200);
        QVERIFY(qAlpha(play.pixel(8, 8)) > 200);
        QPalette other = button.palette();
        other.setColor(QPalette::ButtonText, Qt::red);
        button.setPalette(other);
        QCOMPARE(QColor(drawn().pixel(4, 8)).red(), 255);
        button.setPlaying(false);
        QVERIFY(drawn() != play); // red
    }

    void messageBar()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *bar = new MessageBar(&window);
        layout->addWidget(bar);
        auto *badge = new MetricBadge(&window);
        badge->setText(QStringLiteral("Accuracy"), QStringLiteral("87.35 %"));
        layout->addWidget(badge);
        layout->addStretch();
        window.resize(560, 130);
        window.show();
        QVERIFY(!bar->isVisible());
        bar->showMessage(MessageKind::Error,
                         QStringLiteral("resnet8.yaml:12: key \"op\": no operator \"conf\". Did you mean conv?"),
                         QStringLiteral("&Open the file"));
        QVERIFY(bar->isVisible());
        QSignalSpy action(bar, &MessageBar::actionTriggered);
        QSignalSpy closed(bar, &MessageBar::closed);
        auto *button = bar->findChild<QPushButton *>(QStringLiteral("action"));
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        QVERIFY(bar->findChild<QToolButton *>(QStringLiteral("close"))->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(action.count(), 1);
        saveScreenshots(window, QStringLiteral("message-bar"));
        QTest::keyClick(bar, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(closed.count(), 1);
        bar->showMessage(MessageKind::Warning, QStringLiteral("LibTorch 2.1 here, 1.13 there: bits may differ."));
        QVERIFY(!button->isVisible());
        saveScreenshots(window, QStringLiteral("message-bar-warning"));
        bar->clear();
        QCOMPARE(closed.count(), 1);
    }
};

QTEST_MAIN(TestSmallWidgets)
#include "tst_small_widgets.moc"
