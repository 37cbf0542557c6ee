// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See share_delegate.h.
#include "widgets/share_delegate.h"

#include "widgets/layer_table_model.h"
#include "widgets/palette.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace paretoscope {

namespace {

constexpr int kBarHeight = 9;

} // namespace

bool ShareDelegate::isWidth(const QModelIndex &index) const
{
    return m_longest.isEmpty() && index.column() == LayerTableModel::WidthColumn;
}

/// Room for the usual text, so that all bars of a column have one length.
int ShareDelegate::textWidth(const QFontMetrics &metrics, const QModelIndex &index) const
{
    if (!m_longest.isEmpty())
        return metrics.horizontalAdvance(m_longest);
    return metrics.horizontalAdvance(isWidth(index) ? QStringLiteral("000/000") : QStringLiteral("00.0 %"));
}

void ShareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget); // ground and selection

    const Theme theme = themeOf(cell.palette);
    const DrawingColours &c = drawingColours(theme);
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const int room = std::max(textWidth(cell.fontMetrics, index), cell.fontMetrics.horizontalAdvance(text));
    const QRect inner = cell.rect.adjusted(4, 0, -4, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(selected ? cell.palette.color(QPalette::HighlightedText) : c.text);
    painter->setFont(cell.font);
    painter->drawText(QRect(inner.right() - room, inner.top(), room, inner.height()), Qt::AlignRight | Qt::AlignVCenter,
                      text);

    const QVariant share = index.data(LayerTableModel::ShareRole);
    QRectF track(inner.left(), inner.center().y() - kBarHeight / 2.0 + 0.5, inner.width() - room - 10, kBarHeight);
    if (share.isValid() && track.width() > 8) {
        QPainterPath shape;
        shape.addRoundedRect(track, 2, 2);
        painter->fillPath(shape,
                          selected ? mixed(c.background, cell.palette.color(QPalette::Highlight), 0.35) : c.track);
        painter->setClipPath(shape);
        const bool ofWidth = isWidth(index);
        track.setWidth(track.width() * std::clamp(share.toDouble(), 0.0, 1.0));
        QColor bar = selected  ? cell.palette.color(QPalette::HighlightedText)
                     : ofWidth ? c.under
                               : categoryColour(2, theme);
        const bool frozen = ofWidth && index.data(LayerTableModel::FrozenRole).toBool();
        if (frozen)
            painter->fillRect(track, mixed(bar, c.track, 0.3));
        painter->fillRect(track, QBrush(bar, frozen ? Qt::BDiagPattern : Qt::SolidPattern));
    }
    painter->restore();
}

QSize ShareDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {textWidth(option.fontMetrics, index) + (isWidth(index) ? 150 : 90), option.fontMetrics.height() + 8};
}

} // namespace paretoscope
