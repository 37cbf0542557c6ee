// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fits a board's figures to measurements: board and CSV, the fit with its residuals, the new board file. The same as
// `dnas calibrate`. Does not block the window; deletes itself when it is closed. GUI thread.
#pragma once

#include <QWizard>

#include <string>

namespace paretoscope {

class CalibrationFitPage;
class CalibrationInputPage;
class CalibrationSavePage;
class Dialogs;

class CalibrationWizard : public QWizard {
    Q_OBJECT

public:
    CalibrationWizard(Dialogs &dialogs, const std::string &board, QWidget *parent = nullptr);

signals:
    /// `runtime`: the first that was fitted.
    void boardSaved(const QString &file, const QString &runtime, bool useInSetup);

private:
    enum PageId { InputPage, FitPage, SavePage };
    void onPage(int id);

    CalibrationInputPage *m_input;
    CalibrationFitPage *m_fit;
    CalibrationSavePage *m_save;
};

} // namespace paretoscope
