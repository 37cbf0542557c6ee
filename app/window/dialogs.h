// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Questions to the user, behind an interface so that tests can answer. No nested event loops: each question
// returns at once and the answer comes to a function, on the GUI thread.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace paretoscope {

class Dialogs {
public:
    using Chosen = std::function<void(const QString &)>; ///< not called when the user cancels
    using Answered = std::function<void(int)>;           ///< index of the button; -1: closed without an answer

    virtual ~Dialogs() = default;
    virtual void openFile(QWidget *parent, const QString &title, const QString &filter, Chosen chosen) = 0;
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                          Chosen chosen) = 0;
    virtual void chooseFolder(QWidget *parent, const QString &title, Chosen chosen) = 0;
    virtual void ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons,
                     Answered answered) = 0;
    virtual void show(QWidget *parent, const QString &title, const QString &text) = 0;
};

/// The real ones: window-modal dialogs of Qt.
class QtDialogs : public Dialogs {
public:
    void openFile(QWidget *parent, const QString &title, const QString &filter, Chosen chosen) override;
    void saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                  Chosen chosen) override;
    void chooseFolder(QWidget *parent, const QString &title, Chosen chosen) override;
    void ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons,
             Answered answered) override;
    void show(QWidget *parent, const QString &title, const QString &text) override;
};

} // namespace paretoscope
