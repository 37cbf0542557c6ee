// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How lines of parallel coordinates look: as in the plots by colour, width, dash and marker, never by colour alone.
#pragma once

#include "core/report/figure.h"
#include "widgets/palette.h"

#include <QPen>
#include <QPointF>

class QPainter;

namespace paretoscope {

/// `many`: thin and unbroken, else the lines would be a mush.
QPen rowPen(dnas::Role role, Theme theme, bool many);
/// Has markers of its own: the seed network, published ones.
bool isNamedRole(dnas::Role role);
/// With the painter's pen and brush: diamond, square or disc.
void drawRowMarker(QPainter &painter, dnas::Role role, QPointF centre, double size);

} // namespace paretoscope
