// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See input_page.h.
#include "app/window/calibration/input_page.h"

#include "app/window/background_task.h"
#include "app/window/calibration/calibration_fit.h"
#include "app/window/dialogs.h"
#include "app/window/pages/resource_combo.h"
#include "app/window/text.h"
#include "core/base/files.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace paretoscope {
namespace {

QLabel *errorLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setProperty("error", true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    label->hide();
    return label;
}

/// What the file holds, as rich text.
QString explanation()
{
    const std::pair<QString, QString> columns[] = {
        {QStringLiteral("<b>network</b>"), CalibrationInputPage::tr("name or file; required")},
        {QStringLiteral("<b>latency_ms</b>, _us, _s"),
         CalibrationInputPage::tr("of one inference; empty where not measured")},
        {QStringLiteral("<b>energy_uj</b>, _mj, _nj"), CalibrationInputPage::tr("the same")},
        {QStringLiteral("runtime"), CalibrationInputPage::tr("of the board; empty: its first")},
        {QStringLiteral("clock_mhz, point"),
         CalibrationInputPage::tr("where it was measured; empty: the board's default")},
        {QStringLiteral("layer"), CalibrationInputPage::tr("a layer of the network; empty: all of it")},
        {QStringLiteral("board"), CalibrationInputPage::tr("rows of other boards are passed over")},
    };
    QString rows;
    for (const auto &[name, meaning] : columns)
        rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>").arg(name, meaning);
    return QStringLiteral("<p>%1</p><table>%2</table><p>%3</p>")
        .arg(CalibrationInputPage::tr("A CSV file with a header. Its columns:"), rows,
             CalibrationInputPage::tr("At least %1 latencies of different networks or layers for each runtime.")
                 .arg(dnas::kLeastMeasurements));
}

} // namespace

CalibrationInputPage::CalibrationInputPage(Dialogs &dialogs, QWidget *parent)
    : QWizardPage(parent)
    , m_dialogs(dialogs)
{
    setTitle(tr("Board and measurements"));
    setSubTitle(
        tr("What was measured on the board decides about its figures; what few measurements leave open is taken "
           "from published ones of similar chips."));
    m_board = new ResourceCombo(QStringLiteral("boards"), {}, dialogs, this);
    m_board->setObjectName(QStringLiteral("calibrationBoard"));
    m_boardError = errorLabel("calibrationBoardError", this);
    m_measurements = new QLineEdit(this);
    m_measurements->setObjectName(QStringLiteral("measurements"));
    m_measurementsError = errorLabel("measurementsError", this);
    auto *choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAccessibleName(tr("Choose the file of measurements"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_measurements, 1);
    row->addWidget(choose);
    auto *boardColumn = new QVBoxLayout;
    boardColumn->addWidget(m_board);
    boardColumn->addWidget(m_boardError);
    auto *fileColumn = new QVBoxLayout;
    fileColumn->addLayout(row);
    fileColumn->addWidget(m_measurementsError);
    auto *form = new QFormLayout;
    auto *boardLabel = new QLabel(tr("Boa&rd"), this);
    boardLabel->setBuddy(m_board);
    auto *fileLabel = new QLabel(tr("&Measurements"), this);
    fileLabel->setBuddy(m_measurements);
    form->addRow(boardLabel, boardColumn);
    form->addRow(fileLabel, fileColumn);

    auto *explained = new QLabel(this);
    explained->setProperty("muted", true);
    explained->setWordWrap(true);
    explained->setTextFormat(Qt::RichText);
    explained->setText(explanation());
    auto *example = new QPushButton(tr("Write an &example…"), this);
    example->setObjectName(QStringLiteral("exampleButton"));
    m_exampleState = new QLabel(this);
    m_exampleState->setObjectName(QStringLiteral("exampleState"));
    m_exampleState->setWordWrap(true);
    m_exampleState->setTextFormat(Qt::PlainText);
    auto *exampleRow = new QHBoxLayout;
    exampleRow->addWidget(example);
    exampleRow->addWidget(m_exampleState, 1);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addSpacing(8);
    layout->addWidget(explained);
    layout->addLayout(exampleRow);
    layout->addStretch();
    connect(m_board, &ResourceCombo::chosen, this, &CalibrationInputPage::clearError);
    connect(m_measurements, &QLineEdit::textChanged, this, [this] {
        clearError();
        emit completeChanged();
    });
    connect(choose, &QPushButton::clicked, this, &CalibrationInputPage::chooseMeasurements);
    connect(example, &QPushButton::clicked, this, &CalibrationInputPage::writeExample);
}

void CalibrationInputPage::setBoard(const std::string &nameOrPath) { m_board->setChoice(nameOrPath); }

std::string CalibrationInputPage::board() const { return m_board->choice(); }

std::string CalibrationInputPage::measurements() const { return m_measurements->text().trimmed().toStdString(); }

bool CalibrationInputPage::isComplete() const { return !measurements().empty(); }

void CalibrationInputPage::showError(const dnas::Error &error)
{
    clearError();
    const std::string stem = toPath(toText(error.place.file)).stem().string();
    const bool isBoard =
        !stem.empty() && stem == toPath(toText(board())).stem().string() && error.place.file != measurements();
    QLabel *label = isBoard ? m_boardError : m_measurementsError;
    label->setText(toText(error.text()));
    label->show();
}

void CalibrationInputPage::clearError()
{
    m_boardError->hide();
    m_measurementsError->hide();
}

void CalibrationInputPage::chooseMeasurements()
{
    m_dialogs.openFile(this, tr("Measurements"), tr("Tables (*.csv);;All files (*)"),
                       [this](const QString &file) { m_measurements->setText(file); });
}

void CalibrationInputPage::writeExample()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_dialogs.saveFile(this, tr("Write an example"), folder + QStringLiteral("/measurements.csv"), tr("Tables (*.csv)"),
                       [this](const QString &file) {
                           auto work = [board = board(), file]() -> dnas::Result<void> {
                               const auto text = exampleMeasurements(board);
                               return text.ok() ? dnas::writeAtomically(toPath(file), *text) : text.error();
                           };
                           runInBackground(this, std::move(work), [this, file](const dnas::Result<void> &written) {
                               if (!written.ok()) {
                                   m_exampleState->setText(toText(written.error().text()));
                                   return;
                               }
                               m_exampleState->setText(tr("Written. Put your own figures into it, then go on."));
                               m_measurements->setText(file);
                           });
                       });
}

} // namespace paretoscope
