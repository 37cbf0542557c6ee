// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See navigation_icons.h. Everything is drawn on a grid of 28 × 28.
#include "app/window/navigation_icons.h"

#include "widgets/palette.h"

#include <QPainter>
#include <QPainterPath>

namespace paretoscope {
namespace {

constexpr int kGrid = 28;

void drawStart(QPainter &p)
{
    QPainterPath house(QPointF(4, 14));
    house.lineTo(14, 5);
    house.lineTo(24, 14);
    p.drawPath(house);
    p.drawPolyline(QPolygonF{{7, 12}, {7, 23}, {21, 23}, {21, 12}});
    p.drawRect(QRectF(12, 16, 4, 7));
}

void drawSetup(QPainter &p, const QColor &accent)
{
    const double knobs[] = {18, 10, 15};
    for (int i = 0; i < 3; ++i) {
        const double y = 7 + 7 * i;
        p.drawLine(QPointF(4, y), QPointF(24, y));
        p.setBrush(accent);
        p.drawEllipse(QPointF(knobs[i], y), 2.6, 2.6);
        p.setBrush(Qt::NoBrush);
    }
}

/// A stack of discs.
void drawData(QPainter &p, const QColor &accent)
{
    const QRectF disc(5, 4, 18, 7);
    for (const double bottom : {8.0, 15.0, 22.0}) {
        QPainterPath side(QPointF(5, bottom - 1));
        side.arcTo(disc.translated(0, bottom - 8), 180, 180);
        p.drawPath(side);
    }
    p.drawLine(QPointF(5, 7.5), QPointF(5, 21));
    p.drawLine(QPointF(23, 7.5), QPointF(23, 21));
    p.setBrush(accent);
    p.drawEllipse(disc);
    p.setBrush(Qt::NoBrush);
}

void drawLive(QPainter &p, const QColor &accent)
{
    p.drawPolyline(QPolygonF{{4, 4}, {4, 24}, {24, 24}});
    QPainterPath curve(QPointF(6, 7));
    curve.cubicTo(9, 20, 14, 20, 23, 20);
    p.setPen(QPen(accent, 2));
    p.drawPath(curve);
}

void drawLayers(QPainter &p, const QColor &accent)
{
    const double widths[] = {18, 12, 15, 7};
    for (int i = 0; i < 4; ++i) {
        const QRectF full(4, 4 + 5.5 * i, 20, 3.6);
        p.fillRect(QRectF(full.topLeft(), QSizeF(widths[i], full.height())), accent);
        p.drawRect(full);
    }
}

void drawPareto(QPainter &p, const QColor &accent)
{
    p.drawPolyline(QPolygonF{{4, 4}, {4, 24}, {24, 24}});
    p.setPen(QPen(accent, 1.6));
    p.drawPolyline(QPolygonF{{8, 20}, {8, 15}, {13, 15}, {13, 10}, {20, 10}, {20, 7}, {24, 7}});
    p.setBrush(accent);
    for (const QPointF point : {QPointF(8, 15), QPointF(13, 10), QPointF(20, 7)})
        p.drawEllipse(point, 2.2, 2.2);
}

template <typename Draw>
QIcon drawn(const QPalette &palette, double pixelRatio, Draw draw)
{
    QPixmap pixmap(QSize(kGrid, kGrid) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::ButtonText), 1.4));
    draw(painter);
    painter.end();
    return QIcon(pixmap);
}

} // namespace

QIcon navigationIcon(Page page, const QPalette &palette, double pixelRatio)
{
    const QColor accent = drawingColours(themeOf(palette)).accent;
    return drawn(palette, pixelRatio, [page, &accent](QPainter &painter) {
        switch (page) {
        case Page::Start:
            drawStart(painter);
            break;
        case Page::Setup:
            drawSetup(painter, accent);
            break;
        case Page::Data:
            drawData(painter, accent);
            break;
        case Page::Live:
            drawLive(painter, accent);
            break;
        case Page::Layers:
            drawLayers(painter, accent);
            break;
        case Page::Pareto:
            drawPareto(painter, accent);
            break;
        }
    });
}

QIcon folderIcon(const QPalette &palette, double pixelRatio)
{
    return drawn(palette, pixelRatio, [](QPainter &painter) {
        painter.drawPolygon(QPolygonF{{4, 7}, {11, 7}, {13, 10}, {24, 10}, {24, 22}, {4, 22}});
        painter.drawLine(QPointF(4, 13), QPointF(24, 13));
    });
}

QIcon programIcon() { return navigationIcon(Page::Pareto, paletteOf(Theme::Light), 4); }

} // namespace paretoscope
