// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two palettes, the style sheet and the drawing colours.
#include "widgets/palette.h"

#include "widgets/outlined_style.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

namespace paretoscope {

namespace {

QColor rgb(QRgb value) { return QColor::fromRgb(value); }

const DrawingColours &lightColours()
{
    static const DrawingColours colours{
        .background = rgb(0xffffff),
        .text = rgb(0x1f2430),
        .mutedText = rgb(0x5f6775),
        .axis = rgb(0x9aa1ad),
        .grid = rgb(0xe6e9ee),
        .track = rgb(0xe4e8ee),
        .card = rgb(0xffffff),
        .border = rgb(0xd3d8e0),
        .accent = rgb(0x1f6fc5),
        .under = rgb(0x2f7fd0),
        .over = rgb(0xc65d00),
        .information = rgb(0x1f6fc5),
        .warning = rgb(0xb06a00),
        .error = rgb(0xb3261e),
        .success = rgb(0x0b7a5b),
    };
    return colours;
}

const DrawingColours &darkColours()
{
    static const DrawingColours colours{
        .background = rgb(0x16191e),
        .text = rgb(0xe4e7ec),
        .mutedText = rgb(0x9ea6b3),
        .axis = rgb(0x6b7280),
        .grid = rgb(0x2a2f37),
        .track = rgb(0x3a414d),
        .card = rgb(0x292e36),
        .border = rgb(0x3d4450),
        .accent = rgb(0x5aa5f2),
        .under = rgb(0x4c9be8),
        .over = rgb(0xf39a3d),
        .information = rgb(0x5aa5f2),
        .warning = rgb(0xf0b04a),
        .error = rgb(0xff8a80),
        .success = rgb(0x4cc9a0),
    };
    return colours;
}

/// The sheet only rounds off what Fusion draws old-fashioned; colours of ordinary controls come from the palette.
QString styleSheet(Theme theme)
{
    const DrawingColours &c = drawingColours(theme);
    const QPalette p = paletteOf(theme);
    return QStringLiteral(
               "QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 4px 6px; }"
               "QHeaderView { background: %4; }"
               "QHeaderView::section { background: %4; color: %5; border: none; border-bottom: 1px solid %3;"
               " padding: 5px 4px; }"
               "QTableCornerButton::section { background: %4; border: none; border-bottom: 1px solid %3; }"
               "QTableView, QTreeView, QListView { border: 1px solid %3; }"
               "QFrame[card=\"true\"] { background: %10; border: 1px solid %3; border-radius: 6px; }"
               "QLabel[muted=\"true\"] { color: %5; }"
               "QLabel[error=\"true\"] { color: %11; }"
               "QPushButton[primary=\"true\"] { background: %6; color: %7; border: 1px solid %6; border-radius: 3px;"
               " padding: 5px 14px; font-weight: 600; }"
               "QPushButton[primary=\"true\"]:hover { background: %8; }"
               "QPushButton[primary=\"true\"]:focus { border: 1px solid %1; }"
               "QPushButton[primary=\"true\"]:disabled { background: %9; border-color: %9; color: %5; }")
        .arg(c.text.name(), p.color(QPalette::Base).name(), c.border.name(), p.color(QPalette::Window).name(),
             c.mutedText.name(), p.color(QPalette::Highlight).name(), p.color(QPalette::HighlightedText).name(),
             p.color(QPalette::Highlight).lighter(112).name(), c.track.name())
        .arg(c.card.name(), c.error.name());
}

} // namespace

QPalette paletteOf(Theme theme)
{
    const bool light = theme == Theme::Light;
    const DrawingColours &c = drawingColours(theme);
    QPalette p;
    p.setColor(QPalette::Window, light ? rgb(0xf4f5f7) : rgb(0x22262d));
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.background);
    p.setColor(QPalette::AlternateBase, light ? rgb(0xf8f9fb) : rgb(0x1b1e24));
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, light ? rgb(0x8a909c) : rgb(0x7c8594));
    p.setColor(QPalette::Button, light ? rgb(0xf0f2f5) : rgb(0x333943));
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.over);
    p.setColor(QPalette::Highlight, light ? rgb(0x1f6fc5) : rgb(0x2a6fbd));
    p.setColor(QPalette::HighlightedText, rgb(0xffffff));
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, mixed(c.accent, c.text, 0.6));
    p.setColor(QPalette::ToolTipBase, c.background);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Light, light ? rgb(0xffffff) : rgb(0x3a404a));
    p.setColor(QPalette::Midlight, light ? rgb(0xe9ecf0) : rgb(0x323841));
    p.setColor(QPalette::Mid, light ? rgb(0xc9ced7) : rgb(0x252a31));
    p.setColor(QPalette::Dark, light ? rgb(0xa9b0bb) : rgb(0x14171b));
    p.setColor(QPalette::Shadow, light ? rgb(0x737a86) : rgb(0x0c0e11));
    const QColor disabled = light ? rgb(0x9aa1ad) : rgb(0x69717e);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.track);
    p.setColor(QPalette::Disabled, QPalette::Base, p.color(QPalette::Window));
    return p;
}

void applyTheme(QApplication &app, Theme theme)
{
    // A style is installed once: another setStyle() would throw away what widgets cached for no gain.
    static const char kThemed[] = "paretoscopeThemed";
    if (!app.property(kThemed).toBool()) {
        app.setProperty(kThemed, true);
        app.setStyle(new OutlinedStyle); // the program owns it
        QFont font = app.font();
        font.setPointSizeF(10);
        app.setFont(font);
    }
    app.setPalette(paletteOf(theme));
    app.setStyleSheet(styleSheet(theme));
}

Theme themeOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightnessF() < 0.5F ? Theme::Dark : Theme::Light;
}

Theme themeOf(const QWidget *widget) { return themeOf(widget->palette()); }

bool isThemeEvent(const QEvent *event)
{
    return event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
           event->type() == QEvent::ApplicationPaletteChange;
}

const DrawingColours &drawingColours(Theme theme) { return theme == Theme::Light ? lightColours() : darkColours(); }

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](float x, float y) {
        return static_cast<float>(share * x + (1 - share) * y);
    };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

QColor categoryColour(int category, Theme theme)
{
    // Okabe & Ito, "Color Universal Design", 2008; black and yellow are moved towards the ground's opposite so
    // that a thin line still shows.
    static const std::array<QRgb, 8> kLight{0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7,
                                            0x56b4e9, 0xe69f00, 0x3a3f4a, 0xb8a800};
    static const std::array<QRgb, 8> kDark{0x4ba3e3, 0xf0803c, 0x2fc39a, 0xe29ac4,
                                           0x8fd0f5, 0xf0b73a, 0xd5d9e0, 0xf0e442};
    const auto index = static_cast<std::size_t>(((category % 8) + 8) % 8);
    return rgb(theme == Theme::Light ? kLight[index] : kDark[index]);
}

QColor roleColour(dnas::Role role, int category, Theme theme)
{
    const bool light = theme == Theme::Light;
    switch (role) {
    case dnas::Role::Front:
        return categoryColour(0, theme);
    case dnas::Role::Dominated:
        return light ? rgb(0x82b4d6) : rgb(0x4d7a9f);
    case dnas::Role::Infeasible:
        return light ? rgb(0xa9aeb8) : rgb(0x6b7280);
    case dnas::Role::Seed:
        return categoryColour(6, theme);
    case dnas::Role::Published:
        return categoryColour(3, theme);
    case dnas::Role::Limit:
        return categoryColour(1, theme);
    case dnas::Role::Marker:
        return drawingColours(theme).mutedText;
    case dnas::Role::Category:
        break;
    }
    return categoryColour(category, theme);
}

QColor viridis(double t)
{
    // Nine knots of matplotlib's viridis (CC0), joined linearly: below what an eye tells apart.
    static const std::array<QRgb, 9> kKnots{0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c,
                                            0x28ae80, 0x5ec962, 0xaddc30, 0xfde725};
    const double place = (std::isfinite(t) ? std::clamp(t, 0.0, 1.0) : 0.0) * 8;
    const auto low = std::min<std::size_t>(static_cast<std::size_t>(place), 7);
    return mixed(rgb(kKnots[low + 1]), rgb(kKnots[low]), place - static_cast<double>(low));
}

} // namespace paretoscope
