// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See elided_label.h.
#include "widgets/elided_label.h"

#include <QPainter>
#include <QStyle>

namespace paretoscope {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setTexts(const QString &text, const QString &more)
{
    setText(text);
    // As rich text a tool tip breaks its lines.
    const QString all = more.isEmpty() ? text : text + QLatin1Char('\n') + more;
    setToolTip(
        QStringLiteral("<qt>%1</qt>").arg(all.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"))));
    setAccessibleDescription(more);
}

QSize ElidedLabel::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()}; }

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect place = contentsRect();
    style()->drawItemText(&painter, place, static_cast<int>(alignment()), palette(), isEnabled(),
                          fontMetrics().elidedText(text(), Qt::ElideRight, place.width()), foregroundRole());
}

} // namespace paretoscope
