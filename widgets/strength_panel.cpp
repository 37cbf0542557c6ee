// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See strength_panel.h.
#include "widgets/strength_panel.h"

#include "widgets/strength_block.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace paretoscope {

StrengthPanel::StrengthPanel(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    auto *empty = new QLabel(tr("This run has no complexity terms to steer."), this);
    empty->setObjectName(QStringLiteral("emptyText"));
    empty->setProperty("muted", true);
    empty->setWordWrap(true);
    m_empty = empty;
    m_obstacle = new QLabel(this);
    m_obstacle->setObjectName(QStringLiteral("steeringObstacle"));
    m_obstacle->setProperty("muted", true);
    m_obstacle->setWordWrap(true);
    m_obstacle->hide();
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_obstacle);
    m_layout->addWidget(m_empty);
    m_layout->addStretch(1);
}

void StrengthPanel::setRows(const std::vector<StrengthRow> &rows)
{
    const bool sameMetrics = std::equal(
        rows.begin(), rows.end(), m_blocks.begin(), m_blocks.end(),
        [](const StrengthRow &row, const StrengthBlock *block) { return row.metric == block->row().metric; });
    if (sameMetrics) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            m_blocks[i]->setRow(rows[i]);
        return;
    }
    qDeleteAll(m_blocks);
    m_blocks.clear();
    for (const StrengthRow &row : rows) {
        auto *block = new StrengthBlock(row, this);
        m_layout->insertWidget(1 + static_cast<int>(m_blocks.size()), block); // below the obstacle
        m_blocks.push_back(block);
        block->setObstacle(m_obstacle->text());
        connect(block, &StrengthBlock::strengthEdited, this,
                [this, block](double value) { emit strengthChanged(block->row().metric, value); });
        connect(block, &StrengthBlock::targetEdited, this,
                [this, block](double value) { emit targetChanged(block->row().metric, value); });
        connect(block, &StrengthBlock::refused, this, &StrengthPanel::refused);
    }
    m_empty->setVisible(rows.empty());
    m_obstacle->setVisible(!rows.empty() && !m_obstacle->text().isEmpty());
}

void StrengthPanel::setObstacle(const QString &reason)
{
    m_obstacle->setText(reason);
    m_obstacle->setVisible(!m_blocks.empty() && !reason.isEmpty());
    for (StrengthBlock *block : m_blocks)
        block->setObstacle(reason);
}

std::vector<StrengthRow> StrengthPanel::rows() const
{
    std::vector<StrengthRow> rows;
    for (const StrengthBlock *block : m_blocks)
        rows.push_back(block->row());
    return rows;
}

StrengthBlock *StrengthPanel::block(const QString &metric) const
{
    const auto found = std::find_if(m_blocks.begin(), m_blocks.end(),
                                    [&](const StrengthBlock *block) { return block->row().metric == metric; });
    return found == m_blocks.end() ? nullptr : *found;
}

void StrengthPanel::setStrength(const QString &metric, double strength, double reference)
{
    if (StrengthBlock *target = block(metric))
        target->setStrength(strength, reference);
}

void StrengthPanel::setTarget(const QString &metric, double target)
{
    if (StrengthBlock *place = block(metric))
        place->setTarget(target);
}

} // namespace paretoscope
