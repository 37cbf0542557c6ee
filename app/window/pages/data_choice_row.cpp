// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_choice_row.h.
#include "app/window/pages/data_choice_row.h"

#include "app/window/dialogs.h"
#include "app/window/pages/resource_combo.h"
#include "app/window/text.h"
#include "core/base/files.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace paretoscope {

DataChoiceRow::DataChoiceRow(Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
{
    m_benchmark = new ResourceCombo(QStringLiteral("benchmarks"), {}, dialogs, this);
    m_benchmark->setObjectName(QStringLiteral("dataBenchmark"));
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(QStringLiteral("dataPageFolder"));
    m_folder->setPlaceholderText(toText(dnas::dataFolder()));
    auto *choose = new QPushButton(tr("C&hoose…"), this);
    choose->setObjectName(QStringLiteral("dataPageChoose"));
    choose->setAccessibleName(tr("Choose the data folder"));
    auto *benchmarkLabel = new QLabel(tr("&Benchmark"), this);
    benchmarkLabel->setBuddy(m_benchmark);
    auto *folderLabel = new QLabel(tr("Data fo&lder"), this);
    folderLabel->setBuddy(m_folder);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(benchmarkLabel);
    layout->addWidget(m_benchmark, 2);
    layout->addSpacing(12);
    layout->addWidget(folderLabel);
    layout->addWidget(m_folder, 3);
    layout->addWidget(choose);
    connect(m_benchmark, &ResourceCombo::chosen, this, &DataChoiceRow::chosen);
    connect(m_folder, &QLineEdit::editingFinished, this, &DataChoiceRow::chosen);
    connect(choose, &QPushButton::clicked, this, [this, &dialogs] {
        dialogs.chooseFolder(this, tr("Data folder"), [this](const QString &folder) {
            m_folder->setText(folder);
            emit chosen();
        });
    });
}

DataChoice DataChoiceRow::choice() const { return {m_benchmark->choice(), toPath(m_folder->text().trimmed())}; }

void DataChoiceRow::setChoice(const DataChoice &choice)
{
    m_benchmark->setChoice(choice.benchmark);
    m_folder->setText(toText(choice.folder));
}

} // namespace paretoscope
