// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See objective_editor.h.
#include "widgets/objective_editor.h"

#include "widgets/objective_card.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace paretoscope {

ObjectiveEditor::ObjectiveEditor(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_add(new QPushButton(tr("&Add a term"), this))
{
    m_add->setObjectName(QStringLiteral("addTermButton"));
    m_add->setAutoDefault(false);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_layout->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &ObjectiveEditor::addRow);
}

void ObjectiveEditor::setMetrics(const std::vector<MetricRange> &metrics)
{
    if (metrics == m_metrics)
        return;
    m_metrics = metrics;
    for (ObjectiveCard *card : m_cards)
        card->setMetrics(metrics);
}

void ObjectiveEditor::setRows(const std::vector<ObjectiveRow> &rows)
{
    while (m_cards.size() > rows.size()) {
        delete m_cards.back();
        m_cards.pop_back();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i < m_cards.size())
            m_cards[i]->setRow(rows[i]);
        else
            appendCard(rows[i]);
    }
}

std::vector<ObjectiveRow> ObjectiveEditor::rows() const
{
    std::vector<ObjectiveRow> rows;
    for (const ObjectiveCard *card : m_cards)
        rows.push_back(card->row());
    return rows;
}

bool ObjectiveEditor::isValid() const
{
    return std::all_of(m_cards.begin(), m_cards.end(), [](const ObjectiveCard *card) { return card->isValid(); });
}

void ObjectiveEditor::setVerdict(int row, dnas::Verdict verdict, const QString &text)
{
    if (row >= 0 && row < rowCount())
        m_cards[static_cast<std::size_t>(row)]->setVerdict(verdict, text);
}

void ObjectiveEditor::clearVerdicts()
{
    for (ObjectiveCard *card : m_cards)
        card->clearVerdict();
}

void ObjectiveEditor::setReadOnly(bool readOnly)
{
    for (ObjectiveCard *card : m_cards)
        card->setEnabled(!readOnly);
    m_add->setVisible(!readOnly);
}

void ObjectiveEditor::addRow()
{
    ObjectiveRow row;
    // The first metric that has no term yet.
    for (const MetricRange &metric : m_metrics) {
        const bool used = std::any_of(m_cards.begin(), m_cards.end(),
                                      [&](const ObjectiveCard *card) { return card->row().metric == metric.metric; });
        if (used)
            continue;
        row.metric = metric.metric;
        break;
    }
    ObjectiveCard *card = appendCard(row);
    if (auto *metric = card->findChild<QWidget *>(QStringLiteral("metric")))
        metric->setFocus();
    emit changed();
}

ObjectiveCard *ObjectiveEditor::appendCard(const ObjectiveRow &row)
{
    auto *card = new ObjectiveCard(m_metrics, this);
    m_layout->insertWidget(rowCount(), card);
    // The tab order follows the eye: the add button comes behind the last card.
    setTabOrder(card, m_add);
    m_cards.push_back(card);
    renumber();
    card->setRow(row);
    connect(card, &ObjectiveCard::changed, this, &ObjectiveEditor::changed);
    connect(card, &ObjectiveCard::removeRequested, this, [this, card] { removeCard(card); });
    return card;
}

void ObjectiveEditor::removeCard(ObjectiveCard *card)
{
    std::erase(m_cards, card);
    m_layout->removeWidget(card);
    card->hide();
    card->deleteLater(); // it is the sender
    card->setObjectName({});
    m_add->setFocus();
    renumber();
    emit changed();
}

void ObjectiveEditor::renumber()
{
    for (int i = 0; i < rowCount(); ++i)
        m_cards[static_cast<std::size_t>(i)]->setNumber(i);
}

} // namespace paretoscope
