// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See memory_view.h.
#include "widgets/memory_view.h"

#include "widgets/memory_timeline.h"
#include "widgets/plain_table.h"
#include "widgets/plot_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace paretoscope {

namespace {

QStandardItem *item(const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
{
    auto *result = new QStandardItem(text);
    result->setEditable(false);
    result->setTextAlignment(alignment | Qt::AlignVCenter);
    return result;
}

} // namespace

MemoryView::MemoryView(QWidget *parent)
    : QWidget(parent)
    , m_timeline(new MemoryTimeline(this))
    , m_model(new QStandardItemModel(this))
    , m_headline(new QLabel(this))
    , m_toggle(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
{
    m_timeline->setObjectName(QStringLiteral("memoryTimeline"));
    m_headline->setObjectName(QStringLiteral("memoryHeadline"));
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_headline->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_toggle->setObjectName(QStringLiteral("memoryTableButton"));
    m_toggle->setText(tr("Ta&ble"));
    m_toggle->setToolTip(tr("Show the tensors as a table (Ctrl+T)"));
    m_toggle->setCheckable(true);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    auto *table = new QTableView(this);
    table->setObjectName(QStringLiteral("memoryTable"));
    table->setAccessibleName(tr("Tensors in memory"));
    table->setModel(m_model);
    makePlain(*table);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_stack->addWidget(m_timeline);
    m_stack->addWidget(table);

    auto *head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(m_toggle);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_timeline);

    connect(m_timeline, &MemoryTimeline::stepSelected, this, &MemoryView::layerSelected);
    connect(m_toggle, &QToolButton::toggled, this, &MemoryView::setTableVisible);
    auto *twin = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
    twin->setContext(Qt::WidgetWithChildrenShortcut);
    connect(twin, &QShortcut::activated, m_toggle, &QToolButton::toggle);
}

void MemoryView::setLifetimes(const MemoryLifetimes &lifetimes, double scaleBytes)
{
    const bool same = lifetimes == m_timeline->lifetimes();
    m_timeline->setLifetimes(lifetimes, scaleBytes);
    m_headline->setText(m_timeline->peakText());
    m_toggle->setEnabled(!lifetimes.steps.empty());
    if (!same && m_stack->currentIndex() == 1)
        fillTable();
}

void MemoryView::setEmptyText(const QString &text) { m_timeline->setEmptyText(text); }

void MemoryView::selectLayer(const QString &name)
{
    const auto &steps = m_timeline->lifetimes().steps;
    const auto found = std::find(steps.begin(), steps.end(), name);
    m_timeline->setCurrentStep(found == steps.end() ? -1 : static_cast<int>(found - steps.begin()));
}

void MemoryView::setTableVisible(bool visible)
{
    m_toggle->setChecked(visible);
    if (visible)
        fillTable();
    m_stack->setCurrentIndex(visible ? 1 : 0);
}

void MemoryView::fillTable()
{
    const MemoryLifetimes &data = m_timeline->lifetimes();
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Output of"), tr("Shape"), tr("Size"), tr("Offset, B"),
                                        tr("Written at step"), tr("Needed until"), tr("At the peak")});
    for (int tensor = 0; tensor < static_cast<int>(data.tensors.size()); ++tensor) {
        const MemoryTensor &t = data.tensors[static_cast<std::size_t>(tensor)];
        m_model->appendRow(
            {item(t.layer), item(t.shape), item(bytesText(t.bytes), Qt::AlignRight),
             item(countText(static_cast<std::int64_t>(t.offset)), Qt::AlignRight),
             item(QString::number(t.first + 1), Qt::AlignRight),
             item(QStringLiteral("%1 (%2)").arg(t.last + 1).arg(data.steps[static_cast<std::size_t>(t.last)])),
             item(!data.isAlive(tensor, data.peakStep)                  ? QString()
                  : tensor == data.peakStep || tensor == data.peakInput ? tr("yes, sets it")
                                                                        : tr("yes"))});
    }
}

} // namespace paretoscope
