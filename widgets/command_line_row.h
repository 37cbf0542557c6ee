// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The line of `dnas` that does what the page does, to be read and copied. GUI thread.
#pragma once

#include <QWidget>

class QLineEdit;

namespace paretoscope {

class CommandLineRow : public QWidget {
    Q_OBJECT
public:
    /// `name`: the object name of the line.
    explicit CommandLineRow(const QString &name, QWidget *parent = nullptr);

    void setLine(const QString &line);
    /// What is to be done before the line works, or what it stands for.
    void setHint(const QString &toolTip, const QString &description = {});

private:
    QLineEdit *m_line;
};

/// An argument as a shell takes it.
QString shellWord(const QString &text);

} // namespace paretoscope
