// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The layer table with a bar "width kept of width possible" in each row. To replay a search, hand it new rows
// for each epoch: they are updated in place. A click on a column sorts, a third one restores the network's order.
// GUI thread.
#pragma once

#include "widgets/layer_table_model.h"

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace paretoscope {

class LayersView : public QWidget {
    Q_OBJECT
public:
    explicit LayersView(QWidget *parent = nullptr);

    void setRows(std::vector<LayerRow> rows, const dnas::CostSet &totals = {}, const QString &setup = {});
    /// Said in the middle while there are no rows.
    void setEmptyText(const QString &text);
    LayerTableModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    void selectLayer(const QString &name); ///< scrolls there; a layer without a row: none. Emits nothing
    QString currentLayer() const;          ///< empty: none

signals:
    /// By the user.
    void layerSelected(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeEmptyText();

    LayerTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLabel *m_empty;
    bool m_quiet = false;
};

} // namespace paretoscope
