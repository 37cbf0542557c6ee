// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calibration, second page: the fit on a worker, then how well it predicts. Leaving the page ends the fit.
// Object names: fitProgress, fitState, stopFitButton, statedErrors, residualMetric, residualPlot, residualTable.
#pragma once

#include "app/window/calibration/calibration_fit.h"

#include <QTimer>
#include <QWizardPage>

class QComboBox;
class QLabel;
class QProgressBar;
class QStackedWidget;
class QStandardItemModel;
class QTableView;

namespace paretoscope {

class PlotView;

class CalibrationFitPage : public QWizardPage {
    Q_OBJECT

public:
    explicit CalibrationFitPage(QWidget *parent = nullptr);
    ~CalibrationFitPage() override;

    void start(const std::string &board, const std::string &measurements);
    void stop(); ///< what it still finds is dropped
    /// nullptr: not fitted (yet).
    const std::shared_ptr<const dnas::Calibration> &calibration() const { return m_calibration; }

    bool isComplete() const override { return m_calibration != nullptr; }
    void cleanupPage() override { stop(); }

signals:
    void failed(const dnas::Error &error);
    void stopClicked();

private:
    QWidget *createResult();
    void finish(dnas::Result<dnas::Calibration> result);
    void showProgress();
    void showResult();

    std::shared_ptr<FitProgress> m_progress; ///< nullptr: nothing runs
    std::shared_ptr<const dnas::Calibration> m_calibration;
    QTimer m_timer;
    QStackedWidget *m_stack;
    QProgressBar *m_bar;
    QLabel *m_state;
    QLabel *m_errors;
    QComboBox *m_metric;
    PlotView *m_plot;
    QTableView *m_table;
    QStandardItemModel *m_model;
};

} // namespace paretoscope
