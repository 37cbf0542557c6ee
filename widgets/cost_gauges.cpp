// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See cost_gauges.h.
#include "widgets/cost_gauges.h"

#include "core/hardware/metric.h"
#include "widgets/objective_row.h"
#include "widgets/palette.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace paretoscope {

namespace {

constexpr int kBarHeight = 8;
constexpr int kGap = 12;

QString formatted(const CostGauge &gauge, double value)
{
    return QString::fromStdString(dnas::formatMetric(gauge.metric.toStdString(), value));
}

bool isMissed(const CostGauge &gauge)
{
    if (!gauge.limit)
        return false;
    // An aim counts as met within two percent.
    return gauge.isAim ? std::abs(gauge.value / *gauge.limit - 1) > 0.02 : gauge.value > *gauge.limit;
}

double rightEnd(const CostGauge &gauge)
{
    double end = std::max(gauge.most, gauge.value);
    if (gauge.limit)
        end = std::max(end, *gauge.limit * 1.25);
    return end > 0 ? end : 1;
}

QString percentText(double share)
{
    const double percent = share * 100;
    return QString::number(percent, 'f', percent < 9.95 ? 1 : 0);
}

} // namespace

CostGauges::CostGauges(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Costs against their limits"));
}

void CostGauges::setGauges(std::vector<CostGauge> gauges)
{
    if (gauges == m_gauges)
        return;
    const bool otherSize = gauges.size() != m_gauges.size();
    m_gauges = std::move(gauges);
    QStringList lines;
    for (const CostGauge &gauge : m_gauges) {
        QString line = metricTitle(gauge.metric) + QStringLiteral(": ") + formatted(gauge, gauge.value);
        if (gauge.limit)
            line += (gauge.isAim ? tr(", aim %1, %2") : tr(", limit %1, %2"))
                        .arg(formatted(gauge, *gauge.limit), remark(gauge));
        lines << line;
    }
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    if (otherSize)
        updateGeometry();
    update();
}

QString CostGauges::remark(const CostGauge &gauge)
{
    if (!gauge.limit || *gauge.limit <= 0)
        return {};
    const double share = gauge.value / *gauge.limit - 1;
    if (gauge.isAim) {
        if (!isMissed(gauge))
            return tr("on target");
        return (share > 0 ? tr("%1 % above") : tr("%1 % below")).arg(percentText(std::abs(share)));
    }
    if (share > 0)
        return tr("over by %1 %").arg(percentText(share));
    return tr("%1 % to spare").arg(percentText(-share));
}

int CostGauges::rowHeight() const { return fontMetrics().height() * 2 + kBarHeight + kGap + 4; }

QSize CostGauges::sizeHint() const { return {260, static_cast<int>(m_gauges.size()) * rowHeight()}; }

QSize CostGauges::minimumSizeHint() const { return {160, static_cast<int>(m_gauges.size()) * rowHeight()}; }

void CostGauges::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const DrawingColours &c = drawingColours(themeOf(this));
    const int line = fontMetrics().height();
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    for (std::size_t i = 0; i < m_gauges.size(); ++i) {
        const CostGauge &gauge = m_gauges[i];
        const QRect row(0, static_cast<int>(i) * rowHeight(), width(), rowHeight());
        const bool missed = isMissed(gauge);
        const QColor colour = missed ? c.over : c.under;

        const QRect head(row.left(), row.top(), row.width(), line);
        painter.setFont(font());
        painter.setPen(c.text);
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, metricTitle(gauge.metric));
        painter.setFont(bold);
        painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, formatted(gauge, gauge.value));

        const QRectF track(row.left() + 0.5, head.bottom() + 4.5, row.width() - 1, kBarHeight);
        const double scale = track.width() / rightEnd(gauge);
        QPainterPath shape;
        shape.addRoundedRect(track, 3, 3);
        painter.setPen(Qt::NoPen);
        painter.fillPath(shape, c.track);
        painter.save();
        painter.setClipPath(shape);
        const double end = std::max(0.0, gauge.value * scale);
        painter.fillRect(QRectF(track.left(), track.top(), end, track.height()), colour);
        if (missed && !gauge.isAim) {
            // The part beyond the limit is hatched too: orange alone would be colour alone.
            const double from = *gauge.limit * scale;
            painter.fillRect(QRectF(track.left() + from, track.top(), end - from, track.height()),
                             QBrush(mixed(c.background, colour, 0.55), Qt::BDiagPattern));
        }
        painter.restore();
        if (!gauge.limit)
            continue;
        const double x = track.left() + *gauge.limit * scale;
        painter.fillRect(QRectF(x - 1, track.top() - 3, 2, track.height() + 6), c.text);

        const QRect foot(row.left(), static_cast<int>(track.bottom()) + 3, row.width(), line);
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.9);
        painter.setFont(small);
        painter.setPen(c.mutedText);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                         (gauge.isAim ? tr("aim %1") : tr("limit %1")).arg(formatted(gauge, *gauge.limit)));
        painter.setPen(missed ? c.over : c.mutedText);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, remark(gauge));
    }
}

void CostGauges::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeEvent(event))
        update();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool CostGauges::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = help->pos().y() / rowHeight();
    if (row < 0 || row >= static_cast<int>(m_gauges.size())) {
        QToolTip::hideText();
        return true;
    }
    const CostGauge &gauge = m_gauges[static_cast<std::size_t>(row)];
    QToolTip::showText(help->globalPos(), gauge.origin, this);
    return true;
}

} // namespace paretoscope
