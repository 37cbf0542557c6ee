// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small line pictures for the navigation, drawn in the colours of the palette.
#pragma once

#include "app/window/navigation_bar.h"

#include <QIcon>

namespace paretoscope {

QIcon navigationIcon(Page page, const QPalette &palette, double pixelRatio);
/// A folder, to open something.
QIcon folderIcon(const QPalette &palette, double pixelRatio);
/// The program's own picture: a front with its points.
QIcon programIcon();

} // namespace paretoscope
