// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The top line of Live: phase, epoch, step, speed, time, and the buttons that hold, end or drop a search.
#pragma once

#include "app/window/search_controller.h"
#include "core/base/work_meter.h"
#include "core/study/sweep_progress.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace paretoscope {

class LiveStatus : public QWidget {
    Q_OBJECT

public:
    explicit LiveStatus(SearchController &controller, QWidget *parent = nullptr);

    void begin(const dnas::SearchPlan &plan, const dnas::SearchOptions &options);
    /// Of a study that was opened: nothing runs, and how its runs ended.
    void showStudy(const StudySnapshot &study);
    /// The search that began last ended before its first run, and why; else empty.
    QString startFailure() const { return m_startFailure; }
    QString phaseText() const { return m_phase; }
    QString speedText() const { return m_speed; }
    QString timeText() const { return m_time; }

signals:
    void changed(); ///< one of the texts

private:
    void onData(const dnas::WorkProgress &progress);
    void onStep(const dnas::StepReport &step);
    void onState();
    void tick();

    SearchController &m_controller;
    dnas::SweepProgress m_progress;
    bool m_hasRun = false;       ///< a run has started
    bool m_isPreparing = false;  ///< files are decoded, before the first run
    dnas::WorkMeter m_preparing; ///< of that
    QElapsedTimer m_clock;
    QTimer m_second;
    std::map<dnas::RunId, double> m_speeds; ///< samples/s of the runs that go on
    std::map<dnas::RunId, dnas::PhaseStarted> m_phases;
    QString m_study; ///< what to say of an opened study; empty: a search ran here, or nothing at all
    QString m_startFailure;
    QString m_phase, m_speed, m_elapsed, m_time;
    QLabel *m_phaseLabel;
    QLabel *m_timeLabel;
    QProgressBar *m_bar;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_abort;
};

} // namespace paretoscope
