// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which benchmark and which data folder the data page is about.
#pragma once

#include "app/window/data_jobs.h"

#include <QWidget>

class QLineEdit;

namespace paretoscope {

class Dialogs;
class ResourceCombo;

class DataChoiceRow : public QWidget {
    Q_OBJECT
public:
    explicit DataChoiceRow(Dialogs &dialogs, QWidget *parent = nullptr);

    DataChoice choice() const;
    void setChoice(const DataChoice &choice); ///< emits nothing

signals:
    void chosen(); ///< by the user; perhaps the same again

private:
    ResourceCombo *m_benchmark;
    QLineEdit *m_folder;
};

} // namespace paretoscope
