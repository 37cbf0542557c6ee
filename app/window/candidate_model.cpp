// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See candidate_model.h.
#include "app/window/candidate_model.h"

#include "app/window/text.h"
#include "widgets/core_words.h"

namespace paretoscope {
namespace {

enum FixedColumn { StateColumn, LabelColumn, QualityColumn, TestColumn, FixedColumns };

} // namespace

QString qualityText(double quality) { return QString::number(quality * 100, 'f', 2) + QStringLiteral(" %"); }

CandidateModel::CandidateModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CandidateModel::setCandidates(std::vector<dnas::CandidateSummary> candidates,
                                   const std::vector<std::size_t> &front, const std::vector<std::size_t> &outside)
{
    beginResetModel();
    m_candidates = std::move(candidates);
    m_onFront.assign(m_candidates.size(), false);
    for (const std::size_t index : front)
        m_onFront[index] = true;
    m_isOutside.assign(m_candidates.size(), false);
    for (const std::size_t index : outside)
        m_isOutside[index] = true;
    m_metrics.clear();
    for (const dnas::MetricInfo &metric : dnas::allMetrics())
        for (const dnas::CandidateSummary &candidate : m_candidates)
            if (candidate.costs.contains(metric.name)) {
                m_metrics.push_back(metric.name);
                break;
            }
    endResetModel();
}

int CandidateModel::rowOf(dnas::CandidateId id) const
{
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
        if (m_candidates[i].id == id)
            return static_cast<int>(i);
    return -1;
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

int CandidateModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FixedColumns + static_cast<int>(m_metrics.size());
}

QString CandidateModel::stateText(int row) const
{
    const auto i = static_cast<std::size_t>(row);
    const dnas::CandidateSummary &candidate = m_candidates[i];
    if (candidate.state != dnas::CandidateState::Done)
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
    if (column == StateColumn || column == LabelColumn)
        return value.toString();
    if (m_candidates[static_cast<std::size_t>(row)].state != dnas::CandidateState::Done)
        return QStringLiteral("–");
    if (column == QualityColumn || column == TestColumn)
        return qualityText(value.toDouble());
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
            return found == candidate.costs.end() ? tr("not modelled for this board")
                                                  : coreWord(dnas::originName(found->second.origin));
        }
        return candidate.reason.empty() ? toText(candidate.label) : toText(candidate.reason);
    case Qt::TextAlignmentRole:
        return index.column() >= QualityColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                               : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
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
        return section >= QualityColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                        : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case LabelColumn:
        return tr("Candidate");
    case QualityColumn:
        return tr("Validation");
    case TestColumn:
        return tr("Test");
    default:
        break;
    }
    const dnas::MetricInfo *metric = dnas::findMetric(m_metrics[static_cast<std::size_t>(section - FixedColumns)]);
    return metric ? coreWord(metric->title) : QString();
}

} // namespace paretoscope
