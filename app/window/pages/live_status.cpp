// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See live_status.h.
#include "app/window/pages/live_status.h"

#include "app/window/text.h"
#include "app/window/work_text.h"
#include "core/base/numbers.h"
#include "widgets/core_words.h"
#include "widgets/plot_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>
#include <utility>

namespace paretoscope {

LiveStatus::LiveStatus(SearchController &controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
{
    m_phaseLabel = new QLabel(this);
    m_phaseLabel->setObjectName(QStringLiteral("phaseLabel"));
    m_phaseLabel->setTextFormat(Qt::PlainText);
    m_phaseLabel->setWordWrap(true); // an error may be long
    m_timeLabel = new QLabel(this);
    m_timeLabel->setObjectName(QStringLiteral("timeLabel"));
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(QStringLiteral("searchProgress"));
    m_bar->setRange(0, 1000);
    m_bar->setFormat(tr("%p %"));
    m_bar->setAccessibleName(tr("Progress of the whole search"));
    m_pause = new QPushButton(tr("&Pause"), this);
    m_pause->setObjectName(QStringLiteral("pauseButton"));
    m_pause->setToolTip(tr("Hold the search at the next step (Space)"));
    m_stop = new QPushButton(tr("S&top and keep"), this);
    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_stop->setToolTip(tr("End the search; everything that is finished stays"));
    m_abort = new QPushButton(tr("&Abort"), this);
    m_abort->setObjectName(QStringLiteral("abortButton"));
    m_abort->setToolTip(tr("End the search and drop the candidates in progress"));

    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_phaseLabel);
    texts->addWidget(m_timeLabel);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(texts, 3);
    layout->addWidget(m_bar, 2);
    layout->addWidget(m_pause);
    layout->addWidget(m_stop);
    layout->addWidget(m_abort);

    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_controller.state() == SearchController::State::Paused)
            m_controller.resume();
        else
            m_controller.pause();
    });
    connect(m_stop, &QPushButton::clicked, &m_controller, &SearchController::stop);
    connect(m_abort, &QPushButton::clicked, &m_controller, &SearchController::abort);
    connect(&m_controller, &SearchController::stateChanged, this, &LiveStatus::onState);
    connect(&m_controller, &SearchController::stepReported, this,
            [this](int, const dnas::StepReport &step) { onStep(step); });
    connect(&m_controller, &SearchController::phaseStarted, this, [this](int, const dnas::PhaseStarted &phase) {
        m_phases[phase.run] = phase;
        m_progress.startPhase(phase);
    });
    connect(&m_controller, &SearchController::dataProgressed, this,
            [this](int, const dnas::WorkProgress &progress) { onData(progress); });
    connect(&m_controller, &SearchController::runStarted, this, [this](int, const dnas::RunStarted &start) {
        m_hasRun = true;
        if (std::exchange(m_isPreparing, false))
            m_phase = tr("starting");
        m_progress.startRun(start);
    });
    connect(&m_controller, &SearchController::epochReported, this,
            [this](int, const std::shared_ptr<const dnas::EpochReport> &epoch) {
                m_progress.addEpoch(*epoch);
                m_speeds[epoch->run] = epoch->imagesPerSecond;
                tick();
            });
    connect(&m_controller, &SearchController::runFinished, this, [this](int, const dnas::SearchFinished &end) {
        m_progress.finishRun(end.run);
        m_speeds.erase(end.run);
        m_phases.erase(end.run);
        tick();
    });
    connect(&m_controller, &SearchController::finished, this, [this](int, const SearchOutcome &outcome) {
        // Stopped while it still reads files, a search has no summary.
        const bool stopped = outcome.error && outcome.error->code == dnas::ErrorCode::Cancelled;
        const auto reason = outcome.summary ? outcome.summary->reason
                            : stopped       ? dnas::FinishReason::Stopped
                                            : dnas::FinishReason::Failed;
        m_phase = reason == dnas::FinishReason::Done ? tr("finished") : coreWord(dnas::finishReasonName(reason));
        if (outcome.error && !stopped) {
            const QString why = toText(outcome.error->text());
            if (!m_hasRun) {
                m_startFailure = why;
                m_elapsed.clear();
            }
            m_phase = (m_hasRun ? tr("The search has failed: %1") : tr("The search could not start: %1")).arg(why);
        }
        if (reason == dnas::FinishReason::Done)
            m_bar->setValue(m_bar->maximum()); // also when all was in the study already
        tick();
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &LiveStatus::tick);
    onState();
}

void LiveStatus::showStudy(const StudySnapshot &study)
{
    std::map<dnas::RunState, int> counts;
    for (const dnas::StudyRun &run : study.runs)
        if (run.id != dnas::kSharedRun)
            ++counts[run.state];
    QStringList parts;
    for (const auto &[state, count] : counts)
        parts << tr("%1 %2", "number of runs, and their state").arg(count).arg(coreWord(dnas::runStateName(state)));
    const QString counted = parts.join(QStringLiteral(", "));
    m_study = study.isWritten && parts.isEmpty() ? tr("Another process searches in this study")
              : study.isWritten ? tr("Another process searches in this study, its runs: %1").arg(counted)
              : parts.isEmpty() ? tr("Opened study without runs")
                                : tr("Opened study, its runs: %1").arg(counted);
    m_elapsed.clear();
    m_clock.invalidate();
    tick();
}

void LiveStatus::begin(const dnas::SearchPlan &plan, const dnas::SearchOptions &options)
{
    m_study.clear();
    m_progress = dnas::SweepProgress(plan, options.includeSeed, options.jobs);
    m_speeds.clear();
    m_phases.clear();
    m_phase = tr("starting");
    m_startFailure.clear();
    m_hasRun = m_isPreparing = false;
    m_preparing = {};
    m_clock.start();
    tick();
}

void LiveStatus::onData(const dnas::WorkProgress &progress)
{
    m_isPreparing = true;
    m_phase = workText(progress) + remainingText(m_preparing.update(progress)); // of this work, not of the search
    tick();
}

void LiveStatus::onStep(const dnas::StepReport &step)
{
    const auto phase = m_phases.find(step.run);
    if (phase == m_phases.end())
        return; // of a run that has ended meanwhile
    m_speeds[step.run] = step.imagesPerSecond;
    m_phase = tr("%1: epoch %2 of %3, step %4 of %5")
                  .arg(coreWord(dnas::phaseName(step.phase)))
                  .arg(step.epoch + 1)
                  .arg(phase->second.epochs)
                  .arg(step.step)
                  .arg(step.stepsPerEpoch);
    if (m_speeds.size() > 1)
        m_phase = tr("%1 runs at once – newest in %2").arg(m_speeds.size()).arg(m_phase);
    tick();
}

void LiveStatus::onState()
{
    using State = SearchController::State;
    const State state = m_controller.state();
    m_pause->setEnabled(state == State::Running || state == State::Paused);
    m_pause->setText(state == State::Paused ? tr("&Resume") : tr("&Pause"));
    m_stop->setEnabled(state == State::Running || state == State::Paused);
    m_abort->setEnabled(state != State::Idle);
    if (state == State::Idle)
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
    if (state == State::Idle && m_clock.isValid())
        m_phase = coreWord(dnas::finishReasonName(dnas::FinishReason::Aborted)); // unless it still says how it ended
    tick();
}

void LiveStatus::tick()
{
    using State = SearchController::State;
    double speed = 0;
    for (const auto &[run, value] : m_speeds)
        speed += value;
    const bool active = m_controller.active();
    m_speed = active && speed > 0 ? tr("%1 samples/s").arg(countText(std::llround(speed))) : QString();
    if (active && m_clock.isValid())
        m_elapsed = tr("%1 elapsed").arg(toText(dnas::durationText(static_cast<double>(m_clock.elapsed()) / 1000)));
    m_time = m_elapsed;
    if (active)
        m_time += remainingText(m_progress.remainingSeconds());
    QString phase = !m_study.isEmpty() ? m_study : m_clock.isValid() ? m_phase : tr("no search has run yet");
    if (m_controller.state() == State::Paused)
        phase = tr("paused – %1").arg(phase);
    else if (m_controller.state() == State::Stopping)
        phase = tr("stopping – %1").arg(phase);
    m_phaseLabel->setText(phase);
    m_timeLabel->setText(m_speed.isEmpty() ? m_time : m_time + QStringLiteral(" · ") + m_speed);
    m_bar->setVisible(m_study.isEmpty() && m_startFailure.isEmpty());
    m_bar->setValue(m_clock.isValid() && !active ? m_bar->value() : static_cast<int>(m_progress.share() * 1000));
    emit changed();
}

} // namespace paretoscope
