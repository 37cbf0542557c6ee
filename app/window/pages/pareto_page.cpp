// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See pareto_page.h.
#include "app/window/pages/pareto_page.h"

#include "app/window/candidate_model.h"
#include "app/window/pages/candidate_details.h"
#include "app/window/published_points.h"
#include "app/window/text.h"
#include "core/study/pareto_front.h"
#include "widgets/plot_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace paretoscope {
namespace {

constexpr int kRefreshMs = 100;

} // namespace

ParetoPage::ParetoPage(StudyDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("paretoPage"));
    m_plot = new PlotView(this);
    m_plot->setObjectName(QStringLiteral("frontPlot"));
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(createToolBar());
    leftLayout->addWidget(m_plot, 1);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("frontSummary"));
    m_summary->setWordWrap(true);
    leftLayout->addWidget(m_summary);

    m_details = new CandidateDetails(this);
    auto *right = new QSplitter(Qt::Vertical, this);
    right->addWidget(createTable());
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
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &ParetoPage::refresh);
    connect(&m_document, &StudyDocument::opened, this, [this] {
        m_drawnAxes.clear();
        m_selection.clear();
        refreshSoon();
    });
    connect(&m_document, &StudyDocument::candidatesChanged, this, &ParetoPage::refreshSoon);
    connect(&m_selection, &Selection::changed, this, &ParetoPage::showSelection);
    connect(m_details, &CandidateDetails::exportRequested, this, &ParetoPage::exportRequested);
    connect(m_plot, &PlotView::pointClicked, this, [this](int series, int point) {
        if (const dnas::CandidateId id = candidateAt(series, point); id.value > 0)
            m_selection.select({id});
    });
    connect(m_plot, &PlotView::pointsSelected, this, [this](const std::vector<PointRef> &points) {
        std::vector<dnas::CandidateId> ids;
        for (const PointRef &point : points)
            if (const dnas::CandidateId id = candidateAt(point.series, point.point);
                id.value > 0 && std::find(ids.begin(), ids.end(), id) == ids.end())
                ids.push_back(id);
        m_selection.select(std::move(ids));
    });
}

QWidget *ParetoPage::createToolBar()
{
    auto *bar = new QWidget(this);
    m_x = new QComboBox(bar);
    m_x->setObjectName(QStringLiteral("xMetric"));
    m_y = new QComboBox(bar);
    m_y->setObjectName(QStringLiteral("yMetric"));
    m_y->addItem(tr("Validation quality"), QStringLiteral("quality"));
    m_y->addItem(tr("Test quality"), QStringLiteral("test_quality"));
    m_log = new QCheckBox(tr("Lo&g"), bar);
    m_log->setObjectName(QStringLiteral("logScale"));
    m_log->setToolTip(tr("Logarithmic cost axis"));
    m_published = new QCheckBox(tr("P&ublished"), bar);
    m_published->setObjectName(QStringLiteral("published"));
    m_published->setToolTip(tr("Mark networks of papers for the same benchmark"));
    auto *xLabel = new QLabel(tr("&Cost"), bar);
    xLabel->setBuddy(m_x);
    auto *yLabel = new QLabel(tr("&Quality"), bar);
    yLabel->setBuddy(m_y);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(xLabel);
    layout->addWidget(m_x);
    layout->addWidget(m_log);
    layout->addSpacing(8);
    layout->addWidget(yLabel);
    layout->addWidget(m_y);
    layout->addSpacing(8);
    layout->addWidget(m_published);
    layout->addStretch();
    connect(m_x, &QComboBox::activated, this, &ParetoPage::refresh);
    connect(m_y, &QComboBox::activated, this, &ParetoPage::refresh);
    connect(m_log, &QCheckBox::toggled, this, &ParetoPage::refresh);
    connect(m_published, &QCheckBox::toggled, this, &ParetoPage::refresh);
    return bar;
}

QWidget *ParetoPage::createTable()
{
    m_model = new CandidateModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CandidateModel::ValueRole);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("candidateTable"));
    m_table->setAccessibleName(tr("Candidates"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ParetoPage::selectFromTable);
    return m_table;
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

void ParetoPage::fillMetrics()
{
    const QVariant chosen = m_x->currentData();
    QStringList names;
    for (const dnas::MetricInfo &metric : dnas::allMetrics())
        for (const dnas::CandidateSummary &candidate : m_document.snapshot().candidates)
            if (candidate.costs.contains(metric.name)) {
                names << toText(metric.name);
                break;
            }
    QStringList shown;
    for (int i = 0; i < m_x->count(); ++i)
        shown << m_x->itemData(i).toString();
    if (names == shown)
        return;
    m_x->clear();
    for (const QString &name : names)
        m_x->addItem(toText(dnas::findMetric(name.toStdString())->title), name);
    m_x->setCurrentIndex(std::max(0, m_x->findData(chosen)));
}

void ParetoPage::refresh()
{
    if (!isVisible())
        return;
    const auto &candidates = m_document.snapshot().candidates;
    m_stack->setCurrentIndex(candidates.empty() ? 0 : 1);
    fillMetrics();
    dnas::FrontFigureOptions options;
    options.xMetric = m_x->currentData().toString().toStdString();
    options.yMetric = m_y->currentData().toString().toStdString();
    options.xScale = m_log->isChecked() ? dnas::Scale::Log : dnas::Scale::Linear;
    const auto published = publishedPoints(m_document.snapshot().spec.benchmark);
    m_published->setEnabled(!published.empty());
    if (m_published->isChecked())
        options.published = published;
    const auto front = dnas::frontOf(candidates, options.xMetric, options.yMetric);
    const std::string axes = options.xMetric + options.yMetric + (m_log->isChecked() ? "log" : "");
    m_plot->setFigure(dnas::frontFigure(candidates, options), axes == m_drawnAxes ? Refit::Keep : Refit::Fit);
    if (axes != m_drawnAxes)
        m_plot->setScale(PlotAxis::X, options.xScale);
    m_drawnAxes = axes;
    const bool first = m_model->rowCount() == 0;
    m_quiet = true;
    m_model->setCandidates(candidates, front);
    if (first)
        m_table->resizeColumnsToContents();
    m_quiet = false;
    QString text = tr("%1 of %2 candidates are on the front").arg(front.size()).arg(candidates.size());
    std::vector<dnas::FrontPoint> points;
    for (const std::size_t index : front)
        points.push_back(
            {dnas::metricOf(candidates[index], options.xMetric), dnas::metricOf(candidates[index], options.yMetric)});
    if (const int knee = dnas::kneeOf(points); knee >= 0)
        text += tr("; its knee is “%1”").arg(toText(candidates[front[static_cast<std::size_t>(knee)]].label));
    m_summary->setText(text + QLatin1Char('.'));
    showSelection();
}

dnas::CandidateId ParetoPage::candidateAt(int series, int point) const
{
    const dnas::Figure &figure = m_plot->figure();
    if (series < 0 || static_cast<std::size_t>(series) >= figure.series.size())
        return {};
    const std::vector<int> &ids = figure.series[static_cast<std::size_t>(series)].ids;
    return point < 0 || static_cast<std::size_t>(point) >= ids.size()
               ? dnas::CandidateId{}
               : dnas::CandidateId{ids[static_cast<std::size_t>(point)]};
}

void ParetoPage::showSelection()
{
    std::vector<PointRef> marked;
    const dnas::Figure &figure = m_plot->figure();
    for (std::size_t series = 0; series < figure.series.size() && !m_selection.ids().empty(); ++series)
        for (std::size_t point = 0; point < figure.series[series].x.size(); ++point) {
            const PointRef ref{static_cast<int>(series), static_cast<int>(point)};
            if (m_selection.contains(candidateAt(ref.series, ref.point)))
                marked.push_back(ref);
        }
    m_plot->setSelectedPoints(marked);
    m_quiet = true;
    QItemSelection rows;
    for (const dnas::CandidateId id : m_selection.ids())
        if (const int row = m_model->rowOf(id); row >= 0) {
            const QModelIndex index = m_sorted->mapFromSource(m_model->index(row, 0));
            rows.select(index, index);
        }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!rows.isEmpty())
        m_table->scrollTo(rows.indexes().constLast());
    m_quiet = false;
    m_details->setCandidate(m_document.candidate(m_selection.current()), m_document.snapshot().setup.get(),
                            toText(m_document.path().filename()));
}

void ParetoPage::selectFromTable()
{
    if (m_quiet)
        return;
    std::vector<dnas::CandidateId> ids;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids.push_back({row.data(CandidateModel::IdRole).toInt()});
    m_selection.select(std::move(ids));
}

} // namespace paretoscope
