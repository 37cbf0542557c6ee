// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws a cell as a bar (LayerTableModel::ShareRole, 0…1) with its text; frozen rows of layers are hatched.
#pragma once

#include <QStyledItemDelegate>

namespace paretoscope {

class ShareDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// For other models than that of the layers: the longest text of the column, so that all bars have one length.
    void setLongestText(const QString &text) { m_longest = text; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool isWidth(const QModelIndex &index) const;
    int textWidth(const QFontMetrics &metrics, const QModelIndex &index) const;

    QString m_longest; ///< empty: of the layers
};

} // namespace paretoscope
