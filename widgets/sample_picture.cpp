// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sample_picture.h.
#include "widgets/sample_picture.h"

#include "core/report/ticks.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>

namespace paretoscope {

namespace {

constexpr int kPictureSide = 112;
constexpr QSize kPlot(190, 104);
constexpr int kTick = 4;

QFont smallFont(QFont font)
{
    font.setPointSizeF(std::max(7.0, font.pointSizeF() - 1.5));
    return font;
}

QPixmap emptyPixmap(QSize size, double pixelRatio)
{
    QPixmap pixmap(size * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

QString numberText(double value) { return QString::fromStdString(dnas::valueText(value, false)); }

} // namespace

QImage featureImage(const dnas::SampleView &sample, const dnas::FeatureAxes &axes)
{
    constexpr int kLast = 255;
    static const std::array<QRgb, kLast + 1> kColours = [] {
        std::array<QRgb, kLast + 1> colours{};
        for (int i = 0; i <= kLast; ++i)
            colours[static_cast<std::size_t>(i)] = viridis(static_cast<double>(i) / kLast).rgb();
        return colours;
    }();
    QImage image(sample.width, sample.height, QImage::Format_RGB32);
    const double span = std::max(1e-12, static_cast<double>(axes.most) - static_cast<double>(axes.least));
    const float *value = sample.features.data();
    for (int row = sample.height - 1; row >= 0; --row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int frame = 0; frame < sample.width; ++frame) {
            const double share = (static_cast<double>(*value++) - static_cast<double>(axes.least)) / span;
            line[frame] = kColours[static_cast<std::size_t>(qRound(std::clamp(share, 0.0, 1.0) * kLast))];
        }
    }
    return image;
}

SamplePainter::SamplePainter(const dnas::SampleViews &samples, const QPalette &palette, const QFont &font,
                             double pixelRatio)
    : m_samples(samples)
    , m_palette(palette)
    , m_font(smallFont(font))
    , m_pixelRatio(pixelRatio)
{
}

/// Left of it the numbers of the values, below it the seconds.
QRect SamplePainter::plotArea() const
{
    const QFontMetrics metrics(m_font);
    const int left = metrics.horizontalAdvance(QStringLiteral("000")) + kTick + 2;
    return {QPoint(left, metrics.height() / 2), kPlot};
}

QSize SamplePainter::size() const
{
    if (!m_samples.sounds)
        return {kPictureSide, kPictureSide};
    const QFontMetrics metrics(m_font);
    const QRect plot = plotArea();
    return {plot.right() + metrics.horizontalAdvance(QStringLiteral("0.0")),
            plot.bottom() + kTick + metrics.height() + 2};
}

QPixmap SamplePainter::draw(const dnas::SampleView &sample) const
{
    if (m_samples.sounds)
        return drawFeatures(sample);
    const QImage image(sample.rgb.data(), sample.width, sample.height, 3 * sample.width, QImage::Format_RGB888);
    QPixmap pixmap = emptyPixmap(size(), m_pixelRatio);
    QPainter painter(&pixmap);
    const QSize fitted = image.size().scaled(size(), Qt::KeepAspectRatio);
    const QRect place(QPoint((size().width() - fitted.width()) / 2, (size().height() - fitted.height()) / 2), fitted);
    // Few pixels stay pixels: they are what the network sees.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, fitted.width() < 2 * image.width());
    painter.drawImage(place, image);
    return pixmap;
}

QPixmap SamplePainter::drawFeatures(const dnas::SampleView &sample) const
{
    const DrawingColours &c = drawingColours(themeOf(m_palette));
    const QRect plot = plotArea();
    QPixmap pixmap = emptyPixmap(size(), m_pixelRatio);
    QPainter painter(&pixmap);
    painter.setFont(m_font);
    const QImage image = featureImage(sample, m_samples.axes);
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          image.width() > plot.width() || image.height() > plot.height());
    painter.drawImage(plot, image);
    const QFontMetrics metrics(m_font);
    const dnas::FeatureAxes &axes = m_samples.axes;
    for (const dnas::Tick &tick : dnas::ticksFor(axes.from, axes.to, dnas::Scale::Linear, false, 4)) {
        if (tick.label.empty())
            continue;
        const int x = plot.left() + qRound((tick.at - axes.from) / (axes.to - axes.from) * plot.width());
        painter.setPen(c.axis);
        painter.drawLine(x, plot.bottom() + 1, x, plot.bottom() + kTick);
        painter.setPen(c.mutedText);
        painter.drawText(QRect(x - 40, plot.bottom() + kTick, 80, metrics.height()), Qt::AlignHCenter | Qt::AlignTop,
                         QString::fromStdString(tick.label));
    }
    for (const dnas::Tick &tick : dnas::ticksFor(0, sample.height - 1, dnas::Scale::Linear, false, 4)) {
        if (tick.label.empty())
            continue;
        const int y = plot.bottom() + 1 - qRound((tick.at + 0.5) / sample.height * plot.height());
        painter.setPen(c.axis);
        painter.drawLine(plot.left() - kTick, y, plot.left() - 1, y);
        painter.setPen(c.mutedText);
        painter.drawText(QRect(0, y - metrics.height() / 2, plot.left() - kTick - 2, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::fromStdString(tick.label));
    }
    return pixmap;
}

QPixmap colourScale(const dnas::FeatureAxes &axes, const QPalette &palette, const QFont &font, double pixelRatio)
{
    constexpr QSize kBar(110, 10);
    const QFontMetrics metrics(font);
    const QString least = numberText(static_cast<double>(axes.least)),
                  most = numberText(static_cast<double>(axes.most));
    const int left = metrics.horizontalAdvance(least) + 6;
    const int height = std::max(metrics.height(), kBar.height());
    QPixmap pixmap = emptyPixmap({left + kBar.width() + 6 + metrics.horizontalAdvance(most), height}, pixelRatio);
    QPainter painter(&pixmap);
    painter.setFont(font);
    painter.setPen(drawingColours(themeOf(palette)).text);
    painter.drawText(QRect(0, 0, left, height), Qt::AlignLeft | Qt::AlignVCenter, least);
    painter.drawText(QRect(left + kBar.width() + 6, 0, 200, height), Qt::AlignLeft | Qt::AlignVCenter, most);
    for (int x = 0; x < kBar.width(); ++x)
        painter.fillRect(left + x, (height - kBar.height()) / 2, 1, kBar.height(),
                         viridis(static_cast<double>(x) / (kBar.width() - 1)));
    return pixmap;
}

} // namespace paretoscope
