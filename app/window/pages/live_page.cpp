// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See live_page.h.
#include "app/window/pages/live_page.h"

#include "app/window/pages/learning_rate_field.h"
#include "app/window/pages/live_status.h"
#include "app/window/pages/run_gauges.h"
#include "app/window/pages/run_list.h"
#include "app/window/pages/term_values.h"
#include "app/window/text.h"
#include "core/report/figures.h"
#include "core/space/reach.h"
#include "widgets/core_words.h"
#include "widgets/cost_gauges.h"
#include "widgets/plot_view.h"
#include "widgets/strength_panel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

namespace paretoscope {
namespace {

constexpr int kLiveRefreshMs = 100;
const std::string kLearningRate = "learning_rate";

/// What is only aimed at forbids nothing, so no side of it is hatched.
dnas::Figure withAim(dnas::Figure figure, const std::string &metric, double target)
{
    for (dnas::Rule &rule : figure.rules)
        if (rule.role == dnas::Role::Limit) {
            rule.role = dnas::Role::Marker;
            rule.text = "aim " + dnas::formatMetric(metric, target);
        }
    return figure;
}

} // namespace

LivePage::LivePage(SearchController &controller, StudyDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_document(document)
{
    setObjectName(QStringLiteral("livePage"));
    m_status = new LiveStatus(controller, this);
    m_runs = new RunList(this);
    m_loss = newPlot(QStringLiteral("lossPlot"), this);
    m_quality = newPlot(QStringLiteral("qualityPlot"), this);
    auto *plots = new QWidget(this);
    m_grid = new QGridLayout(plots);
    m_grid->setContentsMargins(0, 0, 0, 0);
    layOutPlots(0);

    m_gauges = new CostGauges(this);
    m_gauges->setObjectName(QStringLiteral("gauges"));
    m_strengths = new StrengthPanel(this);
    m_strengths->setObjectName(QStringLiteral("strengths"));
    m_rate = new LearningRateField(this);
    m_steerAll = new QCheckBox(tr("Change all ru&ns"), this);
    m_steerAll->setObjectName(QStringLiteral("steerAll"));
    m_steerAll->setToolTip(tr("A change reaches every run of the search, also those that start later"));
    auto *side = new QWidget(this);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 6, 0);
    sideLayout->addWidget(m_gauges);
    sideLayout->addWidget(m_steerAll);
    sideLayout->addWidget(m_strengths);
    sideLayout->addWidget(m_rate);
    sideLayout->addStretch(1);
    auto *sideScroll = new QScrollArea(this);
    sideScroll->setWidget(side);
    sideScroll->setWidgetResizable(true);
    sideScroll->setFrameShape(QFrame::NoFrame);
    sideScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    sideScroll->setMinimumWidth(250);

    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_runs);
    splitter->addWidget(plots);
    splitter->addWidget(sideScroll);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 8);
    splitter->setStretchFactor(2, 3);
    splitter->setSizes({180, 720, 270});
    splitter->setChildrenCollapsible(false);

    m_empty = new QLabel(this);
    m_empty->setText(emptyText());
    m_empty->setObjectName(QStringLiteral("liveEmpty"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("muted", true);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_status);
    layout->addWidget(m_stack, 1);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kLiveRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &LivePage::refresh);
    connect(&m_document, &StudyDocument::opened, this, [this] {
        m_runs->reset();
        m_drawnRun = {-1};
        if (!m_document.plan())
            m_bounds.clear();
        m_runs->setRuns(m_document.snapshot().runs, m_document.snapshot().steering);
        if (m_document.isOpen() && !m_document.isLive())
            m_status->showStudy(m_document.snapshot());
        refreshSoon();
    });
    connect(&m_document, &StudyDocument::runsChanged, this, [this] {
        m_runs->setRuns(m_document.snapshot().runs, m_document.snapshot().steering);
        if (m_document.isOpen() && !m_document.plan()) // else the status says how the search went
            m_status->showStudy(m_document.snapshot());
        refreshSoon();
    });
    connect(&m_document, &StudyDocument::historyChanged, this, &LivePage::refreshSoon);
    connect(&m_document, &StudyDocument::steered, this,
            [this] { m_runs->setRuns(m_document.snapshot().runs, m_document.snapshot().steering); });
    connect(m_runs, &RunList::currentChanged, this, &LivePage::refreshSoon);
    connect(&m_controller, &SearchController::stateChanged, this, &LivePage::refreshSoon);
    connect(m_runs, &RunList::currentChanged, this, [this] { m_wishes.clear(); });
    connect(&m_controller, &SearchController::steeringChanged, this, [this](int, const dnas::SteeringChanged &change) {
        if (const auto wish = m_wishes.find(change.key);
            wish != m_wishes.end() && (wish->second.forAll || change.run == m_runs->current()))
            m_wishes.erase(wish);
    });
    connect(&m_controller, &SearchController::phaseStarted, this, [this](int, const dnas::PhaseStarted &phase) {
        m_session.phases[phase.run] = phase.phase;
        refreshSoon();
    });
    connect(&m_controller, &SearchController::runStarted, this, [this](int, const dnas::RunStarted &start) {
        m_session.phases.erase(start.run);
        m_session.finished.erase(start.run);
    });
    connect(&m_controller, &SearchController::runFinished, this, [this](int, const dnas::SearchFinished &end) {
        m_session.finished.insert(end.run);
        refreshSoon();
    });
    connect(m_steerAll, &QCheckBox::toggled, this, &LivePage::refreshSoon);
    connect(m_strengths, &StrengthPanel::strengthChanged, this,
            [this](const QString &metric, double value) { steer(QStringLiteral("strength.") + metric, value); });
    connect(m_rate, &LearningRateField::rateChanged, this,
            [this](double value) { steer(QString::fromStdString(kLearningRate), value); });
    connect(m_strengths, &StrengthPanel::refused, this, &LivePage::refused);
    connect(m_strengths, &StrengthPanel::targetChanged, this,
            [this](const QString &metric, double value) { steer(QStringLiteral("target.") + metric, value); });
}

void LivePage::begin(const dnas::SearchPlan &plan, const dnas::SearchOptions &options)
{
    m_bounds = dnas::reachOf(plan.space, plan.setup);
    m_session = {};
    m_wishes.clear(); // of the search before
    m_status->begin(plan, options);
}

void LivePage::fit()
{
    m_loss->fit();
    m_quality->fit();
    for (PlotView *plot : m_costs)
        plot->fit();
}

void LivePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshSoon();
}

void LivePage::refreshSoon()
{
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void LivePage::refresh()
{
    if (!isVisible())
        return; // showEvent asks again
    const dnas::StudyRun *run = m_document.run(m_runs->current());
    m_stack->setCurrentIndex(m_document.isOpen() ? 1 : 0);
    m_empty->setText(emptyText());
    const auto history = m_document.history(m_runs->current());
    drawPlots(history, run);
    m_gauges->setGauges(gaugesOf(m_document, history, run));
    fillStrengths(history, run);
    fillRate(run);
    m_drawnRun = m_runs->current();
}

QString LivePage::emptyText() const
{
    return m_status->startFailure().isEmpty()
               ? tr("Nothing to watch yet.\nSet up a search and start it, or open a study.")
               : tr("Nothing to watch: the search could not start.\nMend what the line above names, and start it "
                    "again in Setup.");
}

void LivePage::drawPlots(const std::vector<dnas::EpochReport> &history, const dnas::StudyRun *run)
{
    // The costs of a baseline stay as they are: the gauges have them.
    const std::vector<std::string> terms = run && !run->isBaseline() ? run->termNames : std::vector<std::string>{};
    const Refit refit = m_drawnRun == m_runs->current() ? Refit::Keep : Refit::Fit;
    const dnas::StudyTask &task = m_document.snapshot().task;
    m_loss->setFigure(translated(dnas::lossFigure(history, m_document.steering(m_runs->current()), terms, task.loss)),
                      refit);
    m_quality->setFigure(translated(dnas::qualityFigure(history, task.qualityMetric)), refit);
    if (m_costs.size() != terms.size())
        layOutPlots(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const TermValues values = termValues(m_document, *run, history, i);
        dnas::Figure figure = dnas::costFigure(history, terms[i], values.target);
        if (!values.isLimit)
            figure = withAim(std::move(figure), terms[i], values.target);
        m_costs[i]->setFigure(translated(std::move(figure)), refit);
    }
}

PlotView *LivePage::newPlot(const QString &name, QWidget *parent)
{
    auto *plot = new PlotView(parent);
    plot->setObjectName(name);
    connect(plot, &PlotView::exportFailed, this, &LivePage::exportFailed);
    connect(plot, &PlotView::exported, this, &LivePage::exported);
    return plot;
}

void LivePage::layOutPlots(std::size_t costPlots)
{
    while (m_costs.size() > costPlots) {
        delete m_costs.back();
        m_costs.pop_back();
    }
    while (m_costs.size() < costPlots)
        m_costs.push_back(newPlot(QStringLiteral("costPlot%1").arg(m_costs.size()), m_grid->parentWidget()));
    // Six cells in a row: two plots above, up to three below.
    m_grid->addWidget(m_loss, 0, 0, 1, 3);
    m_grid->addWidget(m_quality, 0, 3, 1, 3);
    const int perRow = costPlots >= 3 ? 3 : static_cast<int>(std::max<std::size_t>(1, costPlots));
    const int rows = (static_cast<int>(costPlots) + perRow - 1) / perRow; // a row that was left keeps its place
    for (std::size_t i = 0; i < costPlots; ++i) {
        const int place = static_cast<int>(i);
        m_grid->addWidget(m_costs[i], 1 + place / perRow, (place % perRow) * (6 / perRow), 1, 6 / perRow);
    }
    for (int column = 0; column < 6; ++column)
        m_grid->setColumnStretch(column, 1);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, row == 0 ? 5 : row <= rows ? 4 : 0);
}

void LivePage::fillStrengths(const std::vector<dnas::EpochReport> &history, const dnas::StudyRun *run)
{
    dropWishes(run);
    std::vector<StrengthRow> rows;
    const bool hasStrengths =
        run && (!run->isBaseline() || anyRunCanBeSteered(m_document, m_session, m_controller.state()));
    if (hasStrengths)
        for (std::size_t i = 0; i < run->termNames.size(); ++i) {
            const TermValues values = termValues(m_document, *run, history, i);
            StrengthRow row{.metric = toText(run->termNames[i]),
                            .strength = values.strength,
                            .reference = values.reference,
                            .target = {},
                            .targetLeast = 0,
                            .targetMost = 0,
                            .seedCost = 0,
                            .isLimit = values.isLimit};
            if (values.target > 0)
                row.target = values.target;
            if (const auto wish = m_wishes.find("strength." + run->termNames[i]); wish != m_wishes.end())
                row.strength = wish->second.value;
            if (const auto wish = m_wishes.find("target." + run->termNames[i]); wish != m_wishes.end() && row.target)
                row.target = wish->second.value;
            if (const auto seed = m_document.snapshot().spec.seedCosts.find(run->termNames[i]);
                seed != m_document.snapshot().spec.seedCosts.end())
                row.seedCost = seed->second;
            if (const auto bounds = m_bounds.find(run->termNames[i]); bounds != m_bounds.end()) {
                row.targetLeast = bounds->second.least;
                row.targetMost = bounds->second.most;
            }
            rows.push_back(row);
        }
    const auto sameTerms = [](const StrengthRow &a, const StrengthRow &b) {
        return a.metric == b.metric && a.target.has_value() == b.target.has_value() && a.isLimit == b.isLimit;
    };
    const std::vector<StrengthRow> shown = m_strengths->rows();
    if (m_drawnRun != m_runs->current() ||
        !std::equal(rows.begin(), rows.end(), shown.begin(), shown.end(), sameTerms)) {
        m_strengths->setRows(rows);
        showObstacle(run);
        return;
    }
    showObstacle(run);
    for (const StrengthRow &row : rows) {
        m_strengths->setStrength(row.metric, row.strength, row.reference);
        if (row.target)
            m_strengths->setTarget(row.metric, *row.target);
    }
}

void LivePage::fillRate(const dnas::StudyRun *run)
{
    const auto phase = run ? m_session.phases.find(run->id) : m_session.phases.end();
    m_rate->setVisible(phase != m_session.phases.end());
    if (!m_rate->isVisibleTo(this))
        return;
    const bool runs = m_controller.active() && run->state == dnas::RunState::Running;
    m_rate->setObstacle(runs || m_steerAll->isChecked() ? QString() : tr("Only a run that is being trained has one."));
    if (const auto wish = m_wishes.find(kLearningRate); wish != m_wishes.end())
        m_rate->setRate(wish->second.value);
    else
        m_rate->setRate(peakRate(m_document, phase->second, *run));
}

void LivePage::showObstacle(const dnas::StudyRun *run)
{
    const SearchController::State state = m_controller.state();
    const bool others = anyRunCanBeSteered(m_document, m_session, state);
    QString obstacle = run ? steeringObstacle(*run, m_session, state) : QString();
    if (!obstacle.isEmpty() && others)
        obstacle = m_steerAll->isChecked() ? QString()
                                           : tr("%1 “Change all runs” reaches those that still search.").arg(obstacle);
    if (m_document.isFollowed() && state == SearchController::State::Idle)
        obstacle = tr("Another process trains this study's runs; “dnas steer” reaches them.");
    m_strengths->setObstacle(obstacle);
    m_steerAll->setVisible(others && !m_strengths->rows().empty());
}

void LivePage::dropWishes(const dnas::StudyRun *run)
{
    if (m_wishes.empty())
        return;
    const SearchController::State state = m_controller.state();
    const bool thisOne = run && steeringObstacle(*run, m_session, state).isEmpty();
    const bool others = anyRunCanBeSteered(m_document, m_session, state);
    std::erase_if(m_wishes, [&](const auto &wish) {
        if (wish.first == kLearningRate) // fine-tuning has one too
            return !m_controller.active();
        return !(thisOne || (wish.second.forAll && others));
    });
}

void LivePage::steer(const QString &key, double value)
{
    dnas::SteeringRequest request{{}, key.toStdString(), value};
    const bool forAll = m_steerAll->isChecked() || m_runs->current() == dnas::kSharedRun;
    if (!forAll)
        request.run = m_runs->current();
    m_wishes[request.key] = {value, forAll};
    m_controller.steer(request);
}

} // namespace paretoscope
