// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See candidate_lines.h.
#include "app/window/pages/candidate_lines.h"

#include "app/window/candidate_model.h"
#include "app/window/text.h"
#include "core/base/quality_text.h"
#include "core/report/figures.h"
#include "widgets/core_words.h"

#include <algorithm>
#include <cmath>

namespace paretoscope {

CandidateLines::CandidateLines(Selection &selection, QWidget *parent)
    : ParallelView(parent)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("parallelView"));
    setAccessibleName(tr("Parallel coordinates of all candidates"));
    connect(&m_selection, &Selection::changed, this, &CandidateLines::showSelection);
    connect(this, &ParallelView::rowsSelected, this, [this](const std::vector<int> &rows) {
        std::vector<dnas::CandidateId> ids;
        for (const int row : rows)
            ids.push_back(m_ids[static_cast<std::size_t>(row)]);
        m_selection.select(std::move(ids));
    });
}

void CandidateLines::setCandidates(std::span<const dnas::CandidateSummary> candidates,
                                   const std::vector<std::size_t> &front, const std::vector<std::size_t> &outside)
{
    std::vector<dnas::Role> roles(candidates.size(), dnas::Role::Dominated);
    for (const std::size_t i : front)
        roles[i] = dnas::Role::Front;
    for (const std::size_t i : outside)
        roles[i] = dnas::Role::Infeasible;
    m_ids.clear();
    std::vector<ParallelRow> rows;
    std::vector<const dnas::CandidateSummary *> drawn;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const dnas::CandidateSummary &candidate = candidates[i];
        if (!isDone(candidate))
            continue;
        m_ids.push_back(candidate.id);
        drawn.push_back(&candidate);
        rows.push_back({coreWord(candidate.label), candidate.isSeed     ? dnas::Role::Seed
                                                   : candidate.feasible ? roles[i]
                                                                        : dnas::Role::Infeasible});
    }
    const std::string quality = dnas::qualityMetricOf(candidates);
    std::vector<ParallelAxis> axes;
    const auto add = [&](const QString &title, const std::string &metric, bool isQuality) {
        ParallelAxis axis;
        axis.title = title;
        if (!isQuality)
            axis.metric = toText(metric);
        axis.percent = isQuality && dnas::isShare(quality);
        axis.best = isQuality ? BestEnd::High : BestEnd::Low;
        bool any = false;
        for (const dnas::CandidateSummary *candidate : drawn) {
            axis.values.push_back(dnas::metricOf(*candidate, metric));
            any = any || std::isfinite(axis.values.back());
        }
        if (any)
            axes.push_back(std::move(axis));
    };
    add(validationTitle(quality), "quality", true);
    add(testTitle(quality), "test_quality", true);
    for (const dnas::MetricInfo &metric : dnas::allMetrics())
        add(coreWord(metric.title), metric.name, false);
    setData(std::move(axes), std::move(rows));
    showSelection();
}

void CandidateLines::showSelection()
{
    std::vector<int> rows;
    for (std::size_t i = 0; i < m_ids.size(); ++i)
        if (m_selection.contains(m_ids[i]))
            rows.push_back(static_cast<int>(i));
    setSelectedRows(rows);
}

} // namespace paretoscope
