// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See recent_files.h.
#include "app/window/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace paretoscope {
namespace {

constexpr int kMostFiles = 10;
const QString kKey = QStringLiteral("recent_files");

} // namespace

QStringList RecentFiles::files() const
{
    QStringList existing;
    const QStringList stored = QSettings().value(kKey).toStringList();
    for (const QString &file : stored)
        if (QFileInfo::exists(file))
            existing << file;
    return existing;
}

void RecentFiles::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = QSettings().value(kKey).toStringList();
    files.removeAll(absolute);
    files.prepend(absolute);
    QSettings().setValue(kKey, files.mid(0, kMostFiles));
    emit changed();
}

} // namespace paretoscope
