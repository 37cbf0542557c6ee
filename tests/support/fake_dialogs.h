// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dialogs that answer at once with what the test has put there.
#pragma once

#include "app/window/dialogs.h"

namespace fakes {

class FakeDialogs : public paretoscope::Dialogs {
public:
    QString fileToOpen; ///< empty: cancelled
    QString fileToSave;
    QString folder;
    int answer = -1;
    QString lastSuggestion;
    QString lastShown;
    int questions = 0;

    void openFile(QWidget *, const QString &, const QString &, Chosen chosen) override
    {
        if (!fileToOpen.isEmpty())
            chosen(fileToOpen);
    }
    void saveFile(QWidget *, const QString &, const QString &suggested, const QString &, Chosen chosen) override
    {
        lastSuggestion = suggested;
        if (!fileToSave.isEmpty())
            chosen(fileToSave);
    }
    void chooseFolder(QWidget *, const QString &, Chosen chosen) override
    {
        if (!folder.isEmpty())
            chosen(folder);
    }
    void ask(QWidget *, const QString &, const QString &, const QStringList &, Answered answered) override
    {
        ++questions;
        answered(answer);
    }
    void show(QWidget *, const QString &, const QString &text) override { lastShown = text; }
};

} // namespace fakes
