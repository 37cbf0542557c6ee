// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Live: how the runs are doing, and the strengths and targets to steer them with. Draws at most ten times a
// second, and only while it is seen.
#pragma once

#include "app/window/pages/steering_obstacle.h"
#include "app/window/search_controller.h"
#include "app/window/study_document.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QStackedWidget;

namespace paretoscope {

class CostGauges;
class LearningRateField;
class LiveStatus;
class PlotView;
class RunList;
class StrengthPanel;

class LivePage : public QWidget {
    Q_OBJECT

public:
    LivePage(SearchController &controller, StudyDocument &document, QWidget *parent = nullptr);

    LiveStatus *status() const { return m_status; }
    /// A search begins: its bounds are known from setup.
    void begin(const dnas::SearchPlan &plan, const dnas::SearchOptions &options);
    void fit();

signals:
    void refused(const QString &why); ///< what was typed
    /// Of a picture or table of a plot, by its context menu.
    void exportFailed(const QString &message);
    void exported(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refreshSoon();
    void refresh();
    QString emptyText() const; ///< why there is nothing to see
    void drawPlots(const std::vector<dnas::EpochReport> &history, const dnas::StudyRun *run);
    void fillStrengths(const std::vector<dnas::EpochReport> &history, const dnas::StudyRun *run);
    void fillRate(const dnas::StudyRun *run);
    void showObstacle(const dnas::StudyRun *run);
    void layOutPlots(std::size_t costPlots);
    PlotView *newPlot(const QString &name, QWidget *parent);
    /// Forgets the wishes that nobody can fulfil any more.
    void dropWishes(const dnas::StudyRun *run);
    void steer(const QString &key, double value);

    SearchController &m_controller;
    StudyDocument &m_document;
    QTimer m_refresh;
    LiveStatus *m_status;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    RunList *m_runs;
    QGridLayout *m_grid;
    PlotView *m_loss;
    PlotView *m_quality;
    std::vector<PlotView *> m_costs;
    CostGauges *m_gauges;
    StrengthPanel *m_strengths;
    LearningRateField *m_rate;
    QCheckBox *m_steerAll;
    dnas::RunId m_drawnRun{-1};
    SessionRuns m_session;
    struct Wish {
        double value = 0;
        bool forAll = false; ///< runs, else for the one that is shown
    };
    std::map<std::string, Wish> m_wishes; ///< asked for, not yet applied (a paused search applies them later)
    std::map<std::string, dnas::SpaceCost::Bounds> m_bounds;
};

} // namespace paretoscope
