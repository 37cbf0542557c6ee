// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See outlined_style.h.
#include "widgets/outlined_style.h"

#include "widgets/palette.h"

#include <QPainter>
#include <QStyleOption>

namespace paretoscope {

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRound = element == PE_IndicatorRadioButton;
    if (!isRound && element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck)
        return;
    const Theme theme = themeOf(option->palette);
    const DrawingColours &c = drawingColours(theme);
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool focused = enabled && option->state.testFlag(State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(focused   ? c.accent
                         : enabled ? c.mutedText
                                   : mixed(c.mutedText, option->palette.color(QPalette::Window), 0.5),
                         1));
    const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isRound)
        painter->drawEllipse(frame);
    else
        painter->drawRect(frame);
    painter->restore();
}

} // namespace paretoscope
