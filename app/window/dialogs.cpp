// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See dialogs.h. Dialogs delete themselves when they close.
#include "app/window/dialogs.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace paretoscope {
namespace {

QFileDialog *fileDialog(QWidget *parent, const QString &title, const QString &filter, Dialogs::Chosen chosen)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen = std::move(chosen)](const QString &file) {
        if (!file.isEmpty())
            chosen(file);
    });
    return dialog;
}

} // namespace

void QtDialogs::openFile(QWidget *parent, const QString &title, const QString &filter, Chosen chosen)
{
    QFileDialog *dialog = fileDialog(parent, title, filter, std::move(chosen));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void QtDialogs::saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                         Chosen chosen)
{
    QFileDialog *dialog = fileDialog(parent, title, filter, std::move(chosen));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QFileInfo info(suggested);
    dialog->setDefaultSuffix(info.suffix());
    if (info.dir().exists())
        dialog->setDirectory(info.dir());
    dialog->selectFile(info.fileName());
    dialog->open();
}

void QtDialogs::chooseFolder(QWidget *parent, const QString &title, Chosen chosen)
{
    QFileDialog *dialog = fileDialog(parent, title, QString(), std::move(chosen));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->open();
}

void QtDialogs::ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons,
                    Answered answered)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &button : buttons)
        box->addButton(button, QMessageBox::ActionRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    QObject::connect(box, &QMessageBox::finished, parent, [box, buttons, answered = std::move(answered)] {
        const QAbstractButton *clicked = box->clickedButton();
        answered(clicked ? static_cast<int>(buttons.indexOf(clicked->text())) : -1);
    });
    box->open();
}

void QtDialogs::show(QWidget *parent, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace paretoscope
