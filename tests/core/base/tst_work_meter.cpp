// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time that is left of slow work.
#include "core/base/work_meter.h"

#include <QTest>

using namespace dnas;
using namespace std::chrono_literals;

class TestWorkMeter : public QObject {
    Q_OBJECT

private slots:
    void whatIsLeft();
    void whatWasThereBeforeDoesNotCount();
    void anotherWorkBeginsAnew();

private:
    const WorkMeter::Clock::time_point m_begin = WorkMeter::Clock::now();
};

void TestWorkMeter::whatIsLeft()
{
    WorkMeter meter;
    QVERIFY(!meter.update({"reading", 0, 100}, m_begin));
    QVERIFY(!meter.update({"reading", 0, 100}, m_begin + 1s));                     // nothing done yet
    QCOMPARE(meter.update({"reading", 10, 100}, m_begin + 2s).value_or(-1), 18.0); // 2 s / 10 · 90
    QCOMPARE(meter.update({"reading", 100, 100}, m_begin + 9s).value_or(-1), 0.0);
}

void TestWorkMeter::whatWasThereBeforeDoesNotCount()
{
    WorkMeter meter;
    QVERIFY(!meter.update({"reading", 40, 100}, m_begin));
    QCOMPARE(meter.update({"reading", 50, 100}, m_begin + 1s).value_or(-1), 5.0); // 1 s / 10 · 50
}

void TestWorkMeter::anotherWorkBeginsAnew()
{
    WorkMeter meter;
    meter.update({"reading", 0, 100}, m_begin);
    QVERIFY(meter.update({"reading", 50, 100}, m_begin + 1s));
    QVERIFY(!meter.update({"computing", 60, 100}, m_begin + 2s));
    QCOMPARE(meter.update({"computing", 80, 100}, m_begin + 4s).value_or(-1), 2.0); // 2 s / 20 · 20
    QVERIFY(!meter.update({"computing", 0, 100}, m_begin + 5s));                    // the same, from its beginning
    QVERIFY(!meter.update({"computing", 10, 50}, m_begin + 6s));                    // of another set
    // Begun from nothing, stopped, begun again ten minutes later.
    QVERIFY(!meter.update({"reading", 0, 100}, m_begin + 7s));
    QVERIFY(meter.update({"reading", 50, 100}, m_begin + 8s));
    QVERIFY(!meter.update({"reading", 0, 100}, m_begin + 608s));
    QCOMPARE(meter.update({"reading", 50, 100}, m_begin + 609s).value_or(-1), 1.0); // 1 s / 50 · 50
}

QTEST_APPLESS_MAIN(TestWorkMeter)
#include "tst_work_meter.moc"
