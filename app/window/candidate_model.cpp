// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See candidate_model.h.
#include "app/window/candidate_model.h"

#include "app/window/text.h"
#include "core/base/quality_text.h"
#include "core/report/figures.h"
#include "widgets/core_words.h"
#include "widgets/metric_badge.h"

#include <algorithm>
#include <cstdlib>

namespace paretoscope {
namespace {

enum FixedColumn { NumberColumn, StateColumn, LabelColumn, QualityColumn, TestColumn, FixedColumns };

constexpr int kMostSteps = 1000; ///< rows that come or go one by one; a sorted proxy moves each of them

QVariant alignmentOf(int column)
{
    const bool isNumber = column == NumberColumn || column >= QualityColumn;
    return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

QString qualityText(const std::string &qualityMetric, double quality)
{
    return toText(dnas::qualityText(qualityMetric, quality));
}

QString validationTitle(const std::string &qualityMetric)
{
    return dnas::isShare(qualityMetric) ? CandidateModel::tr("Validation")
                                        : CandidateModel::tr("Validation %1").arg(coreWord(qualityMetric));
}

QString testTitle(const std::string &qualityMetric)
{
    return dnas::isShare(qualityMetric) ? CandidateModel::tr("Test")
                                        : CandidateModel::tr("Test %1").arg(coreWord(qualityMetric));
}

CandidateModel::CandidateModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CandidateModel::setCandidates(std::vector<dnas::CandidateSummary> candidates)
{
    std::vector<std::string> metrics;
    for (const dnas::MetricInfo &metric : dnas::allMetrics())
        if (std::any_of(candidates.begin(), candidates.end(),
                        [&](const auto &candidate) { return candidate.costs.contains(metric.name); }))
            metrics.push_back(metric.name);
    const bool grows = metrics == m_metrics && candidates.size() >= m_candidates.size() &&
                       std::equal(m_candidates.begin(), m_candidates.end(), candidates.begin(),
                                  [](const auto &a, const auto &b) { return a.id == b.id; });
    if (!grows)
        beginResetModel();
    m_metrics = std::move(metrics);
    m_candidates = std::move(candidates);
    m_indices.clear();
    m_indices.reserve(m_candidates.size());
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
        m_indices.emplace(m_candidates[i].id.value, static_cast<int>(i));
    m_onFront.resize(m_candidates.size());
    m_isOutside.resize(m_candidates.size());
    if (grows) {
        if (m_shown > 0)
            emit dataChanged(index(0, 0), index(m_shown - 1, columnCount() - 1));
        return;
    }
    m_onFront.assign(m_candidates.size(), false);
    m_isOutside.assign(m_candidates.size(), false);
    m_shown = static_cast<int>(m_candidates.size());
    endResetModel();
}

void CandidateModel::mark(std::size_t shown, const std::vector<std::size_t> &front,
                          const std::vector<std::size_t> &outside)
{
    std::vector<bool> onFront(m_candidates.size(), false);
    for (const std::size_t index : front)
        onFront[index] = true;
    std::vector<bool> isOutside(m_candidates.size(), false);
    for (const std::size_t index : outside)
        isOutside[index] = true;
    const int count = static_cast<int>(std::min(shown, m_candidates.size()));
    int first = -1;
    int last = -1;
    for (int row = 0; row < std::min(count, m_shown); ++row) {
        const auto i = static_cast<std::size_t>(row);
        if (onFront[i] == m_onFront[i] && isOutside[i] == m_isOutside[i])
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    m_onFront = std::move(onFront);
    m_isOutside = std::move(isOutside);
    show(count);
    if (first >= 0)
        emit dataChanged(index(first, StateColumn), index(last, StateColumn));
}

void CandidateModel::show(int count)
{
    if (std::abs(count - m_shown) > kMostSteps) {
        beginResetModel();
        m_shown = count;
        endResetModel();
    } else if (count > m_shown) {
        beginInsertRows({}, m_shown, count - 1);
        m_shown = count;
        endInsertRows();
    } else if (count < m_shown) {
        beginRemoveRows({}, count, m_shown - 1);
        m_shown = count;
        endRemoveRows();
    }
}

int CandidateModel::indexOf(dnas::CandidateId id) const
{
    const auto found = m_indices.find(id.value);
    return found == m_indices.end() ? -1 : found->second;
}

int CandidateModel::rowOf(dnas::CandidateId id) const
{
    const int index = indexOf(id);
    return index < m_shown ? index : -1;
}

int CandidateModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_shown; }

int CandidateModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FixedColumns + static_cast<int>(m_metrics.size());
}

QString CandidateModel::stateText(int row) const
{
    const auto i = static_cast<std::size_t>(row);
    const dnas::CandidateSummary &candidate = m_candidates[i];
    if (!isDone(candidate))
        return coreWord(dnas::candidateStateName(candidate.state));
    if (!candidate.feasible)
        return tr("over a limit");
    if (m_isOutside[i])
        return tr("outside");
    return m_onFront[i] ? tr("on the front") : tr("dominated");
}

QVariant CandidateModel::valueOf(int row, int column) const
{
    const dnas::CandidateSummary &candidate = m_candidates[static_cast<std::size_t>(row)];
    switch (column) {
    case NumberColumn:
        return candidate.id.value;
    case StateColumn:
        return stateText(row);
    case LabelColumn:
        return coreWord(candidate.label);
    case QualityColumn:
        return candidate.quality;
    case TestColumn:
        return candidate.testQuality;
    default:
        break;
    }
    const auto found = candidate.costs.find(m_metrics[static_cast<std::size_t>(column - FixedColumns)]);
    return found == candidate.costs.end() ? QVariant() : QVariant(found->second.value);
}

QString CandidateModel::textOf(int row, int column) const
{
    const QVariant value = valueOf(row, column);
    if (!value.isValid())
        return QStringLiteral("–");
    if (column <= LabelColumn)
        return value.toString();
    if (!dnas::isMeasured(m_candidates[static_cast<std::size_t>(row)].state))
        return QStringLiteral("–");
    if (column == QualityColumn || column == TestColumn)
        return qualityText(m_candidates[static_cast<std::size_t>(row)].qualityMetric, value.toDouble());
    return toText(dnas::formatMetric(m_metrics[static_cast<std::size_t>(column - FixedColumns)], value.toDouble()));
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const dnas::CandidateSummary &candidate = m_candidates[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index.row(), index.column());
    case Qt::ToolTipRole:
        if (index.column() >= FixedColumns) {
            const auto found = candidate.costs.find(m_metrics[static_cast<std::size_t>(index.column() - FixedColumns)]);
            return found == candidate.costs.end() ? tr("not modelled for this board") : shortOriginText(found->second);
        }
        return candidate.reason.empty() ? toText(candidate.label) : toText(candidate.reason);
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case ValueRole:
        return valueOf(index.row(), index.column());
    case IdRole:
        return candidate.id.value;
    default:
        return {};
    }
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role == Qt::ToolTipRole && section == NumberColumn)
        return tr("The candidate's number, as in “dnas show FILE.pscope NUMBER” and in exports");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("#", "number of a candidate");
    case StateColumn:
        return tr("State");
    case LabelColumn:
        return tr("Candidate");
    case QualityColumn:
        return validationTitle(dnas::qualityMetricOf(m_candidates));
    case TestColumn:
        return testTitle(dnas::qualityMetricOf(m_candidates));
    default:
        break;
    }
    const dnas::MetricInfo *metric = dnas::findMetric(m_metrics[static_cast<std::size_t>(section - FixedColumns)]);
    return metric ? coreWord(metric->title) : QString();
}

} // namespace paretoscope
