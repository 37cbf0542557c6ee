// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See parallel_style.h.
#include "widgets/parallel_style.h"

#include <QPainter>

namespace paretoscope {

QPen rowPen(dnas::Role role, Theme theme, bool many)
{
    QPen pen(roleColour(role, 0, theme), 1);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    switch (role) {
    case dnas::Role::Dominated:
        if (!many)
            pen.setDashPattern({7, 3});
        break;
    case dnas::Role::Infeasible:
        if (!many)
            pen.setDashPattern({1.5, 2.5});
        break;
    case dnas::Role::Seed:
        pen.setWidthF(2);
        break;
    case dnas::Role::Published:
        pen.setWidthF(1.6);
        pen.setDashPattern({7, 2, 1.5, 2});
        break;
    default:
        pen.setWidthF(many ? 1 : 1.6);
        break;
    }
    return pen;
}

bool isNamedRole(dnas::Role role) { return role == dnas::Role::Seed || role == dnas::Role::Published; }

void drawRowMarker(QPainter &painter, dnas::Role role, QPointF centre, double size)
{
    if (role == dnas::Role::Seed) {
        painter.drawPolygon(QPolygonF{{centre + QPointF(0, -size), centre + QPointF(size, 0), centre + QPointF(0, size),
                                       centre + QPointF(-size, 0)}});
    } else if (role == dnas::Role::Published) {
        painter.drawRect(QRectF(centre - QPointF(size, size) * 0.8, QSizeF(size, size) * 1.6));
    } else {
        painter.drawEllipse(centre, size * 0.8, size * 0.8);
    }
}

} // namespace paretoscope
