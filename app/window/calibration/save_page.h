// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calibration, last page: where the board file goes, and whether Setup takes it. Finish writes it on a worker.
// Object names: boardFile, useInSetup, saveError.
#pragma once

#include "core/hardware/calibration/calibrate.h"

#include <QWizardPage>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace paretoscope {

class Dialogs;

class CalibrationSavePage : public QWizardPage {
    Q_OBJECT

public:
    explicit CalibrationSavePage(Dialogs &dialogs, QWidget *parent = nullptr);

    void setCalibration(std::shared_ptr<const dnas::Calibration> calibration, const std::string &measurements);
    QString file() const;
    bool useInSetup() const;

    bool isComplete() const override;
    /// False until the file is written; then written().
    bool validatePage() override;

signals:
    void written();

private:
    void chooseFile();
    void write();

    Dialogs &m_dialogs;
    std::shared_ptr<const dnas::Calibration> m_calibration;
    std::string m_measurements;
    QLineEdit *m_file;
    QCheckBox *m_use;
    QLabel *m_summary;
    QLabel *m_error;
    QString m_mayReplace; ///< a file that the user has agreed to replace
    bool m_writing = false;
    bool m_written = false;
};

} // namespace paretoscope
