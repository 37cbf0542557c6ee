// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See layers_view.h.
#include "widgets/layers_view.h"

#include "widgets/plain_table.h"
#include "widgets/share_delegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace paretoscope {

LayersView::LayersView(QWidget *parent)
    : QWidget(parent)
    , m_model(new LayerTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(m_table->viewport()))
{
    m_table->setObjectName(QStringLiteral("layersTable"));
    m_table->setAccessibleName(tr("Layers"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(LayerTableModel::ValueRole);
    m_table->setModel(m_sorted);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    makePlain(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setSectionResizeMode(LayerTableModel::WidthColumn, QHeaderView::Stretch);
    auto *delegate = new ShareDelegate(this);
    m_table->setItemDelegateForColumn(LayerTableModel::WidthColumn, delegate);
    m_table->setItemDelegateForColumn(LayerTableModel::MacsShareColumn, delegate);
    m_table->viewport()->installEventFilter(this);

    m_empty->setObjectName(QStringLiteral("emptyText"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("muted", true);
    m_empty->setText(tr("No candidate chosen yet."));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const QString name = currentLayer();
        if (!m_quiet && !name.isEmpty())
            emit layerSelected(name);
    });
}

void LayersView::setRows(std::vector<LayerRow> rows, const dnas::CostSet &totals, const QString &setup)
{
    const bool first = m_model->rowCount() == 0;
    const bool before = std::exchange(m_quiet, true);
    m_model->setRows(std::move(rows));
    m_model->setTotals(totals, setup);
    m_quiet = before;
    m_empty->setVisible(m_model->rowCount() == 0);
    // Only once: columns that jump with every epoch could not be read.
    if (!first)
        return;
    m_table->resizeColumnsToContents();
    for (int column = 0; column < LayerTableModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + fontMetrics().averageCharWidth() * 2);
}

void LayersView::setEmptyText(const QString &text) { m_empty->setText(text); }

void LayersView::selectLayer(const QString &name)
{
    const bool before = std::exchange(m_quiet, true);
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    const auto &rows = m_model->rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].name == name)
            m_table->selectRow(m_sorted->mapFromSource(m_model->index(static_cast<int>(i), 0)).row());
    m_quiet = before;
}

QString LayersView::currentLayer() const
{
    const QModelIndex current = m_sorted->mapToSource(m_table->selectionModel()->currentIndex());
    if (!current.isValid())
        return {};
    const LayerRow &row = m_model->rows()[static_cast<std::size_t>(current.row())];
    return row.isRest ? QString() : row.name;
}

void LayersView::placeEmptyText() { m_empty->setGeometry(m_table->viewport()->rect().adjusted(20, 10, -20, -10)); }

bool LayersView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        placeEmptyText();
    return QWidget::eventFilter(watched, event);
}

} // namespace paretoscope
