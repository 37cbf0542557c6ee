// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Geometry and painting of a confusion matrix. See confusion_grid.h.
#include "core/report/confusion_svg.h"
#include "widgets/confusion_grid.h"
#include "widgets/palette.h"
#include "widgets/plot_text.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace paretoscope {

namespace {

constexpr double kGridPad = 6;
constexpr double kWidestCell = 120, kHighestCell = 72;
constexpr double kMostName = 96; ///< width of a row's name, height of one that stands upright

QColor fillOf(double share, Theme theme)
{
    const DrawingColours &c = drawingColours(theme);
    return mixed(c.accent, c.background, dnas::cellDepth(share));
}

/// Of the two colours of text the one that stands out more.
QColor inkOn(const QColor &ground, Theme theme)
{
    const auto luma = [](const QColor &colour) {
        return 0.299F * colour.redF() + 0.587F * colour.greenF() + 0.114F * colour.blueF();
    };
    const DrawingColours &c = drawingColours(theme);
    const float here = luma(ground);
    return std::abs(luma(c.text) - here) >= std::abs(luma(c.background) - here) ? c.text : c.background;
}

/// Whole percents; what is less than one says so.
QString cellNumber(double share)
{
    return share < 0.005 ? QStringLiteral("<1") : QString::number(std::lround(share * 100));
}

} // namespace

ConfusionGrid::Frame ConfusionGrid::frame() const
{
    Frame frame;
    frame.line = fontMetrics().height();
    if (!m_matrix)
        return frame;
    const int classes = m_matrix->classes();
    const QFontMetricsF metrics(font());
    double widest = 0;
    std::int64_t most = 0;
    for (int i = 0; i < classes; ++i) {
        widest = std::max(widest, metrics.horizontalAdvance(fromUtf8(m_matrix->name(i))));
        most = std::max(most, m_matrix->samples(i));
    }
    widest = std::min(widest, kMostName) + 2;
    const double before = frame.line + widest + 3 * kGridPad; // the title of the rows stands upright
    const double across = width() - before - kGridPad;
    frame.cellWidth = std::min(across / classes, kWidestCell);
    frame.namesLie = widest + 4 <= frame.cellWidth;
    const double above = frame.line + kGridPad + (frame.namesLie ? frame.line : std::min(widest, kMostName)) + kGridPad;
    const double below = 2 * frame.line + 2 * kGridPad;
    frame.cellHeight = std::min((height() - above - below) / classes, kHighestCell);
    frame.area = {before, above, frame.cellWidth * classes, frame.cellHeight * classes};
    frame.numbers = frame.cellWidth >= metrics.horizontalAdvance(QStringLiteral("100")) + 4 &&
                    frame.cellHeight >= metrics.ascent() + 2;
    frame.counts = frame.numbers && frame.cellHeight >= 2 * frame.line + 2 &&
                   frame.cellWidth >= metrics.horizontalAdvance(QString::number(most)) + 6;
    return frame;
}

QRectF ConfusionGrid::rectOf(const Frame &frame, Cell cell) const
{
    return {frame.area.left() + cell.predicted * frame.cellWidth, frame.area.top() + cell.truth * frame.cellHeight,
            frame.cellWidth, frame.cellHeight};
}

QRectF ConfusionGrid::rectOf(Cell cell) const { return m_matrix ? rectOf(frame(), cell) : QRectF(); }

std::optional<ConfusionGrid::Cell> ConfusionGrid::cellAt(QPointF place) const
{
    const Frame f = frame();
    if (!m_matrix || !f.area.contains(place))
        return std::nullopt;
    const int last = m_matrix->classes() - 1;
    return Cell{std::min(last, static_cast<int>((place.y() - f.area.top()) / f.cellHeight)),
                std::min(last, static_cast<int>((place.x() - f.area.left()) / f.cellWidth))};
}

bool ConfusionGrid::hasNumbers() const { return frame().numbers; }

void ConfusionGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = themeOf(this);
    paintAll(painter, theme, m_hovered ? m_hovered : m_current);
    const DrawingColours &c = drawingColours(theme);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hasFocus() ? QPen(c.accent, 2) : QPen(c.border, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void ConfusionGrid::paint(QPainter &painter, Theme theme) const { paintAll(painter, theme, {}); }

void ConfusionGrid::paintAll(QPainter &painter, Theme theme, std::optional<Cell> marked) const
{
    const DrawingColours &c = drawingColours(theme);
    painter.setFont(font());
    painter.fillRect(rect(), c.background);
    if (!m_matrix)
        return;
    const Frame f = frame();
    paintNames(painter, f, theme, marked);
    for (int truth = 0; truth < m_matrix->classes(); ++truth)
        for (int predicted = 0; predicted < m_matrix->classes(); ++predicted)
            if (truth != predicted)
                paintCell(painter, f, theme, {truth, predicted});
    for (int index = 0; index < m_matrix->classes(); ++index) // last, or neighbours lie on their frames
        paintCell(painter, f, theme, {index, index});
    painter.setBrush(Qt::NoBrush);
    if (marked) {
        painter.setPen(QPen(c.over, 2));
        painter.drawRect(rectOf(f, *marked));
    }
    paintScale(painter, f, theme);
    const QRectF below(kGridPad, f.area.bottom() + f.line + kGridPad, width() - 2 * kGridPad, f.line);
    painter.setPen(marked ? c.text : c.mutedText);
    const QString text = marked ? textOf(*marked) : hint();
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font()).elidedText(text, Qt::ElideRight, below.width()));
}

void ConfusionGrid::paintNames(QPainter &painter, const Frame &f, Theme theme, std::optional<Cell> marked) const
{
    const DrawingColours &c = drawingColours(theme);
    const QFontMetricsF metrics(font());
    painter.setPen(c.mutedText);
    painter.drawText(QRectF(f.area.left(), 2, width() - f.area.left() - kGridPad, f.line),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("taken for"));
    painter.save();
    painter.translate(kGridPad, f.area.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, f.area.height(), f.line), Qt::AlignRight | Qt::AlignVCenter, tr("true class"));
    painter.restore();
    // Names that would lie on each other are left out; the marked one is always there.
    const int rowStep = std::max(1, static_cast<int>(std::ceil(f.line * 0.85 / std::max(1.0, f.cellHeight))));
    const int columnStep =
        f.namesLie ? 1 : std::max(1, static_cast<int>(std::ceil(f.line * 0.85 / std::max(1.0, f.cellWidth))));
    for (int i = 0; i < m_matrix->classes(); ++i) {
        const QString name = fromUtf8(m_matrix->name(i));
        const bool isRow = marked && marked->truth == i;
        const bool isColumn = marked && marked->predicted == i;
        if (isRow || i % rowStep == 0) {
            const QRectF place(f.area.left() - kMostName - kGridPad, f.area.top() + i * f.cellHeight, kMostName,
                               f.cellHeight);
            const QRectF line(place.left(), place.center().y() - f.line / 2, place.width(), f.line);
            if (isRow) // not over the title that stands upright beside the names
                painter.fillRect(line.intersected(QRectF(f.line + kGridPad, 0, width(), height())), c.background);
            painter.setPen(isRow ? c.over : c.text);
            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                             metrics.elidedText(name, Qt::ElideMiddle, kMostName));
        }
        if (!isColumn && i % columnStep != 0)
            continue;
        painter.setPen(isColumn ? c.over : c.text);
        const double left = f.area.left() + i * f.cellWidth;
        if (f.namesLie) {
            painter.drawText(QRectF(left, f.area.top() - f.line - 2, f.cellWidth, f.line), Qt::AlignCenter,
                             metrics.elidedText(name, Qt::ElideMiddle, f.cellWidth - 2));
            continue;
        }
        painter.save();
        painter.translate(left + f.cellWidth / 2, f.area.top() - 3);
        painter.rotate(-90);
        const QRectF upright(0, -f.line / 2, kMostName, f.line);
        if (isColumn)
            painter.fillRect(upright, c.background);
        painter.drawText(upright, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(name, Qt::ElideMiddle, kMostName));
        painter.restore();
    }
}

void ConfusionGrid::paintCell(QPainter &painter, const Frame &f, Theme theme, Cell cell) const
{
    const DrawingColours &c = drawingColours(theme);
    const double share = m_matrix->share(cell.truth, cell.predicted);
    const QRectF place = rectOf(f, cell);
    const QColor fill = fillOf(share, theme);
    // Hits differ from mistakes by a frame too.
    const bool isHit = cell.truth == cell.predicted;
    painter.setPen(QPen(isHit ? c.mutedText : c.grid, 1));
    painter.setBrush(fill);
    painter.drawRect(isHit ? place.adjusted(0.5, 0.5, -0.5, -0.5) : place);
    const std::int64_t count = m_matrix->count(cell.truth, cell.predicted);
    if (!f.numbers || count == 0)
        return;
    painter.setPen(inkOn(fill, theme));
    if (!f.counts) {
        painter.drawText(place, Qt::AlignCenter, cellNumber(share));
        return;
    }
    const QRectF upper(place.left(), place.center().y() - f.line, place.width(), f.line);
    painter.drawText(upper, Qt::AlignCenter, cellNumber(share) + QStringLiteral(" %"));
    painter.drawText(upper.translated(0, f.line), Qt::AlignCenter, QString::number(count));
}

void ConfusionGrid::paintScale(QPainter &painter, const Frame &f, Theme theme) const
{
    // Five steps: what a depth of colour means, with its number.
    constexpr std::array kShares{0.0, 0.01, 0.1, 0.5, 1.0};
    const DrawingColours &c = drawingColours(theme);
    const double box = f.line * 0.8;
    double x = f.area.left();
    const double y = f.area.bottom() + kGridPad;
    for (const double share : kShares) {
        const QString text = QStringLiteral("%1 %").arg(share * 100);
        painter.setPen(QPen(c.grid, 1));
        painter.setBrush(fillOf(share, theme));
        painter.drawRect(QRectF(x, y + (f.line - box) / 2, box, box));
        painter.setPen(c.mutedText);
        const double width = QFontMetricsF(font()).horizontalAdvance(text) + 4;
        painter.drawText(QRectF(x + box + 4, y, width, f.line), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += box + width + 14;
    }
}

} // namespace paretoscope
