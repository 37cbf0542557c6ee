// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Saves a picture of a widget in both themes when PARETOSCOPE_SCREENSHOTS names a folder; else does nothing.
#pragma once

#include "widgets/palette.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QWidget>

namespace paretoscope {

inline void saveScreenshots(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("PARETOSCOPE_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const Theme theme : {Theme::Dark, Theme::Light}) {
        applyTheme(*qApp, theme);
        widget.show();
        (void)QTest::qWaitForWindowExposed(&widget);
        QTest::qWait(120);
        widget.grab().save(folder + u'/' + name +
                           (theme == Theme::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png")));
    }
}

} // namespace paretoscope
