// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See pareto_page.h.
#include "app/window/pages/pareto_page.h"

#include "app/window/candidate_model.h"
#include "app/window/pages/candidate_details.h"
#include "app/window/pages/candidate_lines.h"
#include "app/window/pages/candidate_table.h"
#include "app/window/pages/front_history.h"
#include "app/window/pages/front_plot.h"
#include "app/window/pages/front_summary.h"
#include "app/window/pages/pareto_limits.h"
#include "app/window/pages/pareto_toolbar.h"
#include "app/window/pages/selected_quality.h"
#include "app/window/published_points.h"
#include "app/window/text.h"

#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace paretoscope {
namespace {

constexpr int kDragRefreshMs = 40; // a limit is dragged smoothly

/// The candidates up to the `count`-th that is done; all of them when there are not more.
std::span<const dnas::CandidateSummary> firstDone(std::span<const dnas::CandidateSummary> candidates, int count)
{
    int seen = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (isDone(candidates[i]) && ++seen > count)
            return candidates.first(i);
    return candidates;
}

} // namespace

ParetoPage::ParetoPage(StudyDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("paretoPage"));
    auto *left = createViews();
    m_table = new CandidateTable(m_selection, this);
    m_plot->setLookup([this](dnas::CandidateId id) { return m_table->candidate(id); });
    m_details = new CandidateDetails(this);
    auto *right = new QSplitter(Qt::Vertical, this);
    right->addWidget(m_table);
    right->addWidget(m_details);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    right->setChildrenCollapsible(false);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({680, 460});
    splitter->setChildrenCollapsible(false);

    auto *empty =
        new QLabel(tr("No candidates yet.\nEvery finished run adds one. Open a study, or start a search."), this);
    empty->setAlignment(Qt::AlignCenter);
    empty->setEnabled(false);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(empty);
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_stack);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kDragRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &ParetoPage::refresh);
    connect(&m_document, &StudyDocument::opened, this, [this] {
        m_plot->restart();
        m_candidatesAreNew = true;
        // At the end of a search its study is read anew: what was being tried out stays.
        if (m_studyPath != m_document.path()) {
            m_studyPath = m_document.path();
            m_studyIsNew = true;
            m_history->restart();
            m_parallel->clearBrushes();
        }
        m_selection.clear();
        refreshSoon();
    });
    connect(&m_document, &StudyDocument::candidatesChanged, this, [this] {
        m_candidatesAreNew = true;
        refreshSoon();
    });
    connect(&m_selection, &Selection::changed, this, &ParetoPage::showDetails);
    connect(m_details, &CandidateDetails::exportRequested, this, &ParetoPage::exportRequested);
}

QWidget *ParetoPage::createViews()
{
    m_tools = new ParetoToolBar(this);
    m_limits = new ParetoLimits(this);
    m_plot = new FrontPlot(m_selection, this);
    m_parallel = new CandidateLines(m_selection, this);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("paretoTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_plot, tr("F&ront"));
    m_tabs->addTab(m_parallel, tr("&Parallel"));
    m_quality = new SelectedQuality(m_document, m_selection, this);
    m_quality->setObjectName(QStringLiteral("qualityView"));
    m_tabs->addTab(m_quality, tr("Quality &details"));
    m_tabs->setTabToolTip(2, tr("What the selected candidate gets right and wrong, by class or by machine"));
    m_tabs->setTabToolTip(0, tr("Two metrics against each other"));
    m_tabs->setTabToolTip(1, tr("All metrics side by side, a line a candidate"));
    m_history = new FrontHistory(this);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("frontSummary"));
    m_summary->setWordWrap(true);
    auto *left = new QWidget(this);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tools);
    layout->addWidget(m_limits);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_history);
    layout->addWidget(m_summary);
    connect(m_tools, &ParetoToolBar::changed, this, &ParetoPage::refresh);
    connect(m_limits, &ParetoLimits::changed, this, &ParetoPage::refreshSoon);
    connect(m_plot, &FrontPlot::costLimitDragged, m_limits, &ParetoLimits::setXLimit);
    connect(m_plot, &FrontPlot::qualityLimitDragged, m_limits, &ParetoLimits::setYLimit);
    connect(m_history, &FrontHistory::changed, this, &ParetoPage::refreshSoon);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ParetoPage::refresh);
    connect(m_parallel, &ParallelView::brushChanged, this, &ParetoPage::showSummary);
    connect(m_plot, &PlotView::exportFailed, this, &ParetoPage::exportFailed);
    connect(m_plot, &PlotView::exported, this, &ParetoPage::exported);
    connect(m_parallel, &ParallelView::exportFailed, this, &ParetoPage::exportFailed);
    connect(m_parallel, &ParallelView::exported, this, &ParetoPage::exported);
    connect(m_quality, &QualityView::exportFailed, this, &ParetoPage::exportFailed);
    connect(m_quality, &QualityView::exported, this, &ParetoPage::exported);
    return left;
}

void ParetoPage::fit() { m_plot->fit(); }

void ParetoPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshSoon();
}

void ParetoPage::refreshSoon()
{
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void ParetoPage::beginStudy()
{
    const StudyLimits limits = limitsOf(m_document.snapshot().spec);
    m_limits->setStudy(limits);
    // A sweep of targets draws a front; a single one is what the user cannot go beyond.
    const auto count = limits.targets.find(m_tools->xMetric());
    m_tools->setLimits(count != limits.targets.end() && count->second == 1);
    m_studyIsNew = false;
}

void ParetoPage::takeNewCandidates()
{
    if (!std::exchange(m_candidatesAreNew, false))
        return;
    const StudySnapshot &study = m_document.snapshot();
    m_stack->setCurrentIndex(study.candidates.empty() ? 0 : 1);
    m_tools->setMetrics(study.candidates);
    m_limits->setQuality(dnas::qualityMetricOf(study.candidates));
    if (m_studyIsNew && !study.candidates.empty())
        beginStudy();
    m_published = publishedPoints(study.spec.benchmark);
    m_tools->setPublishedAvailable(!m_published.empty());
    m_table->setCandidates(study.candidates);
    m_axes.reset();
    m_measured.reset();
    showDetails();
}

std::vector<std::size_t> ParetoPage::front()
{
    takeNewCandidates();
    return dnas::frontOf(m_document.snapshot().candidates, options());
}

dnas::FrontFigureOptions ParetoPage::options()
{
    dnas::FrontFigureOptions options;
    options.texts = false; // the plot asks for them
    options.xMetric = m_tools->xMetric();
    options.yMetric = m_tools->yMetric();
    options.xScale = m_tools->isLogarithmic() ? dnas::Scale::Log : dnas::Scale::Linear;
    if (m_tools->showsPublished())
        options.published = m_published;
    options.baselines = dnas::baselinesOf(m_document.snapshot().runs);
    if (const Axes axes{options.xMetric, options.yMetric}; m_axes != axes) {
        m_limits->setAxes(axes.x, axes.y, limitStart(m_document.snapshot().candidates, axes.x, axes.y));
        m_axes = axes;
    }
    m_limits->setVisible(m_tools->showsLimits());
    if (m_tools->showsLimits()) {
        options.xLimit = m_limits->xLimit();
        options.yLimit = m_limits->yLimit();
    }
    return options;
}

void ParetoPage::measure(const dnas::FrontFigureOptions &options)
{
    const Measured wanted{{options.xMetric, options.yMetric}, options.xLimit, options.yLimit};
    if (m_measured == wanted)
        return;
    const Candidates all = m_document.snapshot().candidates;
    if (!m_measured || m_measured->axes != wanted.axes)
        m_box = dnas::frontBox(all, options);
    m_measured = wanted;
    m_hypervolume = dnas::hypervolumeHistory(all, options);
    m_history->setHistory(static_cast<int>(std::count_if(all.begin(), all.end(), isDone)), m_hypervolume);
}

void ParetoPage::refresh()
{
    m_refresh.stop(); // what it waited for is done now
    if (!isVisible())
        return;
    // A limit that is dragged and the history that plays come by here every 40 ms: what the candidates alone say is
    // not asked again.
    takeNewCandidates();
    const dnas::FrontFigureOptions chosen = options();
    measure(chosen);
    const Candidates all = m_document.snapshot().candidates;
    const Candidates shown = firstDone(all, m_history->shown());
    m_plot->draw(all, shown, chosen);
    const std::vector<std::size_t> front = drawOthers(shown, chosen);
    const auto last = static_cast<std::size_t>(m_history->shown()) - 1;
    const FrontSummary summary =
        summariseFront(m_box, shown, front, chosen, last < m_hypervolume.size() ? m_hypervolume[last] : std::nan(""));
    m_facts = summary.text;
    m_summary->setToolTip(summary.toolTip);
    showSummary();
}

std::vector<std::size_t> ParetoPage::drawOthers(Candidates shown, const dnas::FrontFigureOptions &options)
{
    std::vector<std::size_t> front;
    for (const dnas::CandidateId id : m_plot->front())
        if (const int index = m_table->indexOf(id); index >= 0)
            front.push_back(static_cast<std::size_t>(index));
    std::vector<std::size_t> outside;
    if (options.xLimit || options.yLimit) {
        const dnas::InsideLimits inside(options);
        for (std::size_t i = 0; i < shown.size(); ++i)
            if (isDone(shown[i]) && shown[i].feasible && !inside(shown[i]))
                outside.push_back(i);
    }
    m_table->mark(shown.size(), front, outside);
    if (m_tabs->currentWidget() == m_parallel)
        m_parallel->setCandidates(shown, front, outside);
    return front;
}

void ParetoPage::showSummary()
{
    QString text = m_facts;
    if (m_tabs->currentWidget() == m_parallel && m_parallel->isBrushed())
        text += QLatin1Char(' ') +
                tr("%n inside the brushes.", nullptr, static_cast<int>(m_parallel->brushedRows().size()));
    m_summary->setText(text);
}

void ParetoPage::showDetails()
{
    m_details->setCandidate(m_document.candidate(m_selection.current()), m_document.snapshot().setup.get(),
                            toText(m_document.path().filename()));
    const StudySnapshot &study = m_document.snapshot();
    for (const dnas::HeldAgainst &held : dnas::heldAgainst(study.candidates, study.runs)) {
        if (held.searched->id == m_selection.current())
            m_details->setHeldAgainst(&held);
    }
}

} // namespace paretoscope
