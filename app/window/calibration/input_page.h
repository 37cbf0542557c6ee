// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calibration, first page: the board and the file of measurements; what is wrong with them is said here.
// Object names: calibrationBoard, calibrationBoardError, measurements, measurementsError, exampleButton, exampleState.
#pragma once

#include "core/base/error.h"

#include <QWizardPage>

#include <string>

class QLabel;
class QLineEdit;

namespace paretoscope {

class Dialogs;
class ResourceCombo;

class CalibrationInputPage : public QWizardPage {
    Q_OBJECT

public:
    explicit CalibrationInputPage(Dialogs &dialogs, QWidget *parent = nullptr);

    void setBoard(const std::string &nameOrPath);
    std::string board() const;
    std::string measurements() const; ///< path
    void showError(const dnas::Error &error);
    void clearError();

    bool isComplete() const override;

private:
    void chooseMeasurements();
    void writeExample();

    Dialogs &m_dialogs;
    ResourceCombo *m_board;
    QLineEdit *m_measurements;
    QLabel *m_boardError;
    QLabel *m_measurementsError;
    QLabel *m_exampleState;
};

} // namespace paretoscope
