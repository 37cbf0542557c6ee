// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See calibration_wizard.h.
#include "app/window/calibration/calibration_wizard.h"

#include "app/window/calibration/fit_page.h"
#include "app/window/calibration/input_page.h"
#include "app/window/calibration/save_page.h"
#include "app/window/text.h"

namespace paretoscope {

CalibrationWizard::CalibrationWizard(Dialogs &dialogs, const std::string &board, QWidget *parent)
    : QWizard(parent)
    , m_input(new CalibrationInputPage(dialogs, this))
    , m_fit(new CalibrationFitPage(this))
    , m_save(new CalibrationSavePage(dialogs, this))
{
    setObjectName(QStringLiteral("calibrationWizard"));
    setWindowTitle(tr("Calibrate a board"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWizardStyle(QWizard::ClassicStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setButtonText(QWizard::BackButton, tr("&Back"));
    setButtonText(QWizard::NextButton, tr("&Next"));
    setButtonText(QWizard::FinishButton, tr("&Save board"));
    setButtonText(QWizard::CancelButton, tr("Cancel"));
    setPage(InputPage, m_input);
    setPage(FitPage, m_fit);
    setPage(SavePage, m_save);
    resize(1080, 620);
    if (!board.empty())
        m_input->setBoard(board);

    connect(this, &QWizard::currentIdChanged, this, &CalibrationWizard::onPage);
    connect(m_fit, &CalibrationFitPage::stopClicked, this, &QWizard::back);
    connect(m_fit, &CalibrationFitPage::failed, this, [this](const dnas::Error &error) {
        back();
        m_input->showError(error);
    });
    connect(m_save, &CalibrationSavePage::written, this, [this] {
        const auto &runtimes = m_fit->calibration()->runtimes;
        emit boardSaved(m_save->file(), runtimes.empty() ? QString() : toText(runtimes.front().runtime),
                        m_save->useInSetup());
        accept();
    });
}

void CalibrationWizard::onPage(int id)
{
    // Coming back from the last page, what was fitted is still there.
    if (id == FitPage && !m_fit->calibration()) {
        m_input->clearError();
        m_fit->start(m_input->board(), m_input->measurements());
    } else if (id == SavePage) {
        m_save->setCalibration(m_fit->calibration(), m_input->measurements());
    }
}

} // namespace paretoscope
