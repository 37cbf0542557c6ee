// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See resource_combo.h.
#include "app/window/pages/resource_combo.h"

#include "app/window/dialogs.h"
#include "app/window/text.h"
#include "core/base/files.h"

#include <QFileInfo>

namespace paretoscope {
namespace {

const QString kOpenFile = QStringLiteral("\n open"); // no name or path looks like this

} // namespace

ResourceCombo::ResourceCombo(const QString &kind, const QString &ownText, Dialogs &dialogs, QWidget *parent)
    : QComboBox(parent)
    , m_dialogs(dialogs)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(18);
    if (!ownText.isEmpty())
        addItem(ownText, QString());
    for (const std::string &name : dnas::listResources(kind.toStdString()))
        addItem(toText(name), toText(name));
    insertSeparator(count());
    addItem(tr("Open file…"), kOpenFile);
    connect(this, &QComboBox::activated, this, &ResourceCombo::onActivated);
}

std::string ResourceCombo::choice() const
{
    const QString data = currentData().toString();
    return data == kOpenFile ? std::string() : data.toStdString();
}

void ResourceCombo::setChoice(const std::string &nameOrPath)
{
    const QString text = toText(nameOrPath);
    int index = findData(text);
    if (index < 0 && !text.isEmpty()) {
        index = count() - 2; // in front of the separator
        insertItem(index, QFileInfo(text).fileName(), text);
        setItemData(index, text, Qt::ToolTipRole);
    }
    setCurrentIndex(index < 0 ? 0 : index);
    m_last = currentIndex();
}

void ResourceCombo::onActivated(int index)
{
    if (itemData(index).toString() != kOpenFile) {
        m_last = index;
        emit chosen();
        return;
    }
    setCurrentIndex(m_last); // until a file is chosen
    m_dialogs.openFile(this, tr("Open file"), tr("YAML files (*.yaml *.yml)"), [this](const QString &file) {
        setChoice(file.toStdString());
        emit chosen();
    });
}

} // namespace paretoscope
