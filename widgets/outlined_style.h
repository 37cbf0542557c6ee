// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fusion with boxes to tick that are seen while they are empty: it frames them darker than the window, which on a dark
// window is next to nothing. GUI thread.
#pragma once

#include <QProxyStyle>

namespace paretoscope {

class OutlinedStyle : public QProxyStyle {
    Q_OBJECT
public:
    OutlinedStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

} // namespace paretoscope
