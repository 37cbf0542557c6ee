// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See save_page.h.
#include "app/window/calibration/save_page.h"

#include "app/window/background_task.h"
#include "app/window/calibration/residuals.h"
#include "app/window/dialogs.h"
#include "app/window/free_name.h"
#include "app/window/text.h"
#include "core/base/files.h"
#include "core/hardware/board_writer.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace paretoscope {
namespace {

dnas::Result<void> writeBoard(const dnas::Board &board, const std::string &remark, const std::filesystem::path &file)
{
    std::error_code failure;
    std::filesystem::create_directories(file.parent_path(), failure);
    if (failure)
        return dnas::ioError("The folder cannot be made (" + failure.message() + "). Choose another file.",
                             {file.string(), 0, {}});
    return dnas::writeAtomically(file, dnas::boardYaml(board, remark));
}

} // namespace

CalibrationSavePage::CalibrationSavePage(Dialogs &dialogs, QWidget *parent)
    : QWizardPage(parent)
    , m_dialogs(dialogs)
    , m_file(new QLineEdit(this))
    , m_use(new QCheckBox(tr("&Use this board in Setup"), this))
    , m_summary(new QLabel(this))
    , m_error(new QLabel(this))
{
    setTitle(tr("Save"));
    setSubTitle(tr("A board file holds everything; it works by its path here and on the command line."));
    setFinalPage(true);
    m_file->setObjectName(QStringLiteral("boardFile"));
    m_use->setObjectName(QStringLiteral("useInSetup"));
    m_use->setChecked(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("saveError"));
    m_error->setProperty("error", true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    auto *label = new QLabel(tr("Board &file"), this);
    label->setBuddy(m_file);
    auto *choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAccessibleName(tr("Choose the board file"));
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addSpacing(12);
    layout->addLayout(row);
    layout->addWidget(m_error);
    layout->addWidget(m_use);
    layout->addStretch();
    connect(m_file, &QLineEdit::textChanged, this, [this] {
        m_error->clear();
        emit completeChanged();
    });
    connect(choose, &QPushButton::clicked, this, &CalibrationSavePage::chooseFile);
}

void CalibrationSavePage::setCalibration(std::shared_ptr<const dnas::Calibration> calibration,
                                         const std::string &measurements)
{
    m_written = false;
    if (calibration == m_calibration)
        return;
    m_calibration = std::move(calibration);
    m_measurements = measurements;
    const dnas::Board &board = m_calibration->board;
    QString summary =
        toText(board.title.empty() ? board.name : board.title) + QLatin1Char('\n') + statedErrors(*m_calibration);
    const bool poor = std::any_of(m_calibration->runtimes.begin(), m_calibration->runtimes.end(), dnas::isPoor);
    if (poor)
        summary +=
            QLatin1Char('\n') + tr("▲ This is too coarse for limits: look for wrong rows among the residuals, or "
                                   "measure more networks or layers.");
    m_summary->setText(summary);
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const auto folder = documents.isEmpty() ? dnas::dataFolder() / "boards" : toPath(documents) / "Paretoscope";
    m_file->setText(toText(freeName(folder / (board.name + "-calibrated.yaml"))));
}

QString CalibrationSavePage::file() const { return m_file->text().trimmed(); }

bool CalibrationSavePage::useInSetup() const { return m_use->isChecked(); }

bool CalibrationSavePage::isComplete() const { return !file().isEmpty() && !m_writing; }

void CalibrationSavePage::chooseFile()
{
    m_dialogs.saveFile(this, tr("Save the board"), file(), tr("YAML files (*.yaml *.yml)"),
                       [this](const QString &file) {
                           m_file->setText(file);
                           m_mayReplace = file; // the dialog has asked
                       });
}

bool CalibrationSavePage::validatePage()
{
    if (m_written)
        return true;
    const QString ending = QFileInfo(file()).suffix().toLower();
    if (ending != QStringLiteral("yaml") && ending != QStringLiteral("yml")) {
        m_error->setText(tr("The name of a board file ends in .yaml."));
        return false;
    }
    if (file() == m_mayReplace || !QFileInfo::exists(file())) {
        write();
        return false;
    }
    m_dialogs.ask(this, tr("Save the board"), tr("%1 is there already.").arg(QFileInfo(file()).fileName()),
                  {tr("Replace it")}, [this](int button) {
                      if (button == 0)
                          write();
                  });
    return false;
}

void CalibrationSavePage::write()
{
    if (m_writing || !m_calibration)
        return;
    m_writing = true;
    emit completeChanged();
    auto work = [calibration = m_calibration, path = toPath(file()),
                 remark = "Coefficients fitted by Paretoscope to " + m_measurements] {
        return writeBoard(calibration->board, remark, path);
    };
    runInBackground(this, std::move(work), [this](const dnas::Result<void> &result) {
        m_writing = false;
        m_written = result.ok();
        if (!result.ok())
            m_error->setText(toText(result.error().text()));
        emit completeChanged();
        if (m_written)
            emit written();
    });
}

} // namespace paretoscope
