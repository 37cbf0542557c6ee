// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our light and dark palettes on Qt's Fusion style, and the colours of meaning (roles, categories, sequences).
// Widgets follow the application: they react to QEvent::PaletteChange and ask themeOf(palette()). GUI thread.
#pragma once

#include "core/report/figure.h"

#include <QColor>
#include <QPalette>

class QApplication;
class QEvent;
class QWidget;

namespace paretoscope {

enum class Theme { Light, Dark };

/// Fusion style, palette, 10 pt font and style sheet. May be called again at any time; open widgets follow.
void applyTheme(QApplication &app, Theme theme);

/// The theme that a palette belongs to, by the lightness of its window colour. Also the guess for a first start
/// (before applyTheme): themeOf(QApplication::palette()).
Theme themeOf(const QPalette &palette);
Theme themeOf(const QWidget *widget);

QPalette paletteOf(Theme theme);

/// True for the events after which a widget should take its colours anew.
bool isThemeEvent(const QEvent *event);

/// Colours of things that are drawn, beside those of QPalette.
struct DrawingColours {
    QColor background; ///< of plots
    QColor text;
    QColor mutedText; ///< tick labels, second lines
    QColor axis;
    QColor grid;
    QColor track; ///< empty part of a bar
    QColor card;  ///< ground of grouped controls
    QColor border;
    QColor accent;                               ///< blue: selection, links, bars
    QColor under;                                ///< inside a limit (blue)
    QColor over;                                 ///< outside a limit (orange)
    QColor information, warning, error, success; ///< message bar and verdicts
};
const DrawingColours &drawingColours(Theme theme);

/// Okabe-Ito, adapted in lightness to the theme; categories wrap after eight.
QColor categoryColour(int category, Theme theme);
/// Colour of a series or rule by its meaning; `category` counts for Role::Category only.
QColor roleColour(dnas::Role role, int category, Theme theme);
/// Viridis for sequences, t in [0, 1] (clamped).
QColor viridis(double t);
/// `share` of a over b.
QColor mixed(const QColor &a, const QColor &b, double share);

} // namespace paretoscope
