// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A choice among the program's own resources of a kind, or a user's file.
#pragma once

#include <QComboBox>

#include <string>

namespace paretoscope {

class Dialogs;

class ResourceCombo : public QComboBox {
    Q_OBJECT

public:
    /// `kind` as in dnas::listResources; `ownText`: text of the empty choice, or empty for none.
    ResourceCombo(const QString &kind, const QString &ownText, Dialogs &dialogs, QWidget *parent = nullptr);

    std::string choice() const;                    ///< name or path; empty: the default
    void setChoice(const std::string &nameOrPath); ///< emits nothing

signals:
    void chosen(); ///< by the user

private:
    void onActivated(int index);
    int m_last = 0;
    Dialogs &m_dialogs;
};

} // namespace paretoscope
