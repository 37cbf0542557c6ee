// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See fit_page.h.
#include "app/window/calibration/fit_page.h"

#include "app/window/background_task.h"
#include "app/window/calibration/residuals.h"
#include "widgets/plain_table.h"
#include "widgets/plot_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace paretoscope {
namespace {

constexpr int kProgressMs = 100;

} // namespace

CalibrationFitPage::CalibrationFitPage(QWidget *parent)
    : QWizardPage(parent)
    , m_stack(new QStackedWidget(this))
    , m_bar(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_model(new QStandardItemModel(this))
{
    setTitle(tr("Fit"));
    setSubTitle(
        tr("Each network is also predicted by a fit that has not seen it: “held out”. The stated error is the root "
           "mean square of these misses."));
    m_bar->setObjectName(QStringLiteral("fitProgress"));
    m_bar->setTextVisible(false); // the line below says it
    m_bar->setAccessibleName(tr("Progress of the fit"));
    m_state->setObjectName(QStringLiteral("fitState"));
    m_state->setAlignment(Qt::AlignCenter);
    auto *stopButton = new QPushButton(tr("&Stop"), this);
    stopButton->setObjectName(QStringLiteral("stopFitButton"));
    auto *busy = new QWidget(this);
    auto *busyLayout = new QVBoxLayout(busy);
    auto *barRow = new QHBoxLayout;
    barRow->addWidget(m_bar, 1);
    barRow->addWidget(stopButton);
    busyLayout->addStretch();
    busyLayout->addLayout(barRow);
    busyLayout->addWidget(m_state);
    busyLayout->addStretch();
    m_stack->addWidget(busy);
    m_stack->addWidget(createResult());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_stack);
    connect(stopButton, &QPushButton::clicked, this, &CalibrationFitPage::stopClicked);
    m_timer.setInterval(kProgressMs);
    connect(&m_timer, &QTimer::timeout, this, &CalibrationFitPage::showProgress);
}

CalibrationFitPage::~CalibrationFitPage() { stop(); }

QWidget *CalibrationFitPage::createResult()
{
    m_errors = new QLabel(this);
    m_errors->setObjectName(QStringLiteral("statedErrors"));
    m_errors->setTextFormat(Qt::PlainText);
    m_errors->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_errors->font();
    bold.setWeight(QFont::DemiBold);
    m_errors->setFont(bold);
    m_metric = new QComboBox(this);
    m_metric->setObjectName(QStringLiteral("residualMetric"));
    m_metric->addItem(tr("Latency"));
    m_metric->addItem(tr("Energy"));
    auto *metricLabel = new QLabel(tr("&Plot"), this);
    metricLabel->setBuddy(m_metric);
    m_plot = new PlotView(this);
    m_plot->setObjectName(QStringLiteral("residualPlot"));
    m_plot->setAccessibleName(tr("Predicted against measured"));
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("residualTable"));
    m_table->setAccessibleName(tr("Residuals"));
    m_table->setModel(m_model);
    m_model->setSortRole(Qt::UserRole);
    makePlain(*m_table);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);

    auto *head = new QHBoxLayout;
    head->addWidget(m_errors, 1);
    head->addWidget(metricLabel);
    head->addWidget(m_metric);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_plot);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({360, 670});
    splitter->setChildrenCollapsible(false);
    auto *result = new QWidget(this);
    auto *layout = new QVBoxLayout(result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    connect(m_metric, &QComboBox::currentIndexChanged, this, [this] {
        if (m_calibration)
            m_plot->setFigure(
                residualFigure(*m_calibration, m_metric->currentIndex() ? FittedMetric::Energy : FittedMetric::Latency),
                Refit::Fit);
    });
    return result;
}

void CalibrationFitPage::start(const std::string &board, const std::string &measurements)
{
    stop();
    m_progress = std::make_shared<FitProgress>();
    m_stack->setCurrentIndex(0);
    showProgress();
    m_timer.start();
    auto work = [board, measurements, progress = m_progress] {
        return fitBoard(board, measurements, progress);
    };
    runInBackground(this, std::move(work), [this, progress = m_progress](dnas::Result<dnas::Calibration> result) {
        if (progress == m_progress) // else it was stopped, or another one begun
            finish(std::move(result));
    });
}

void CalibrationFitPage::stop()
{
    if (m_progress)
        m_progress->cancelled = true;
    m_progress.reset();
    m_timer.stop();
    m_calibration.reset();
}

void CalibrationFitPage::finish(dnas::Result<dnas::Calibration> result)
{
    m_progress.reset();
    m_timer.stop();
    if (!result.ok()) {
        emit failed(result.error());
        return;
    }
    m_calibration = std::make_shared<const dnas::Calibration>(std::move(result).value());
    showResult();
    emit completeChanged();
}

void CalibrationFitPage::showProgress()
{
    const int total = m_progress ? m_progress->total.load() : 0;
    const int done = m_progress ? m_progress->done.load() : 0;
    m_bar->setRange(0, total); // without a total it only shows that it is alive
    m_bar->setValue(done);
    m_state->setText(total == 0  ? tr("Reading the measurements…")
                     : done == 0 ? tr("Fitting everything together…")
                                 : tr("Predicting each network without it: fit %1 of %2").arg(done + 1).arg(total));
}

void CalibrationFitPage::showResult()
{
    const bool energy = hasEnergy(*m_calibration);
    m_errors->setText(statedErrors(*m_calibration));
    m_metric->setEnabled(energy);
    if (!energy)
        m_metric->setCurrentIndex(0);
    m_plot->setFigure(
        residualFigure(*m_calibration, m_metric->currentIndex() ? FittedMetric::Energy : FittedMetric::Latency),
        Refit::Fit);
    fillResiduals(*m_model, *m_calibration);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + fontMetrics().averageCharWidth() * 2);
    m_stack->setCurrentIndex(1);
}

} // namespace paretoscope
