// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every action of the window with its key, and the menus they stand in. What they do is connected by the window.
#pragma once

#include <QAction>
#include <QMainWindow>

class QMenu;

namespace paretoscope {

struct WindowActions {
    QAction *newStudy, *open, *saveCopy, *exportCandidate, *quit;
    QAction *start, *resumeStudy, *pause, *stop, *abort;
    QAction *calibrate;
    QAction *light, *dark, *fullScreen, *fit;
    QAction *about, *keys;
    QMenu *recent;
};

/// Creates them all and fills the menu bar of `window`.
WindowActions createWindowActions(QMainWindow *window);

/// All keys with what they do, as rich text.
QString keysText(const WindowActions &actions);

} // namespace paretoscope
