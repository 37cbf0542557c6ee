// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See play_button.h.
#include "widgets/play_button.h"

#include "widgets/palette.h"

#include <QPainter>

namespace paretoscope {

namespace {

constexpr int kSize = 16;

} // namespace

PlayButton::PlayButton(QWidget *parent)
    : QToolButton(parent)
{
    setIconSize({kSize, kSize});
    drawIcon();
}

void PlayButton::setPlaying(bool playing)
{
    if (m_playing == playing)
        return;
    m_playing = playing;
    drawIcon();
}

void PlayButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (isThemeEvent(event))
        drawIcon();
}

void PlayButton::drawIcon()
{
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(kSize, kSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Active, QPalette::ButtonText));
    if (m_playing) {
        painter.drawRect(QRectF(3, 2, 3.5, 12));
        painter.drawRect(QRectF(9.5, 2, 3.5, 12));
    } else {
        painter.drawPolygon(QPolygonF{{4, 2}, {14, 8}, {4, 14}});
    }
    painter.end();
    setIcon(QIcon(pixmap));
}

} // namespace paretoscope
