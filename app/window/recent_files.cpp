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
constexpr int kMostFolders = 50; // more than files: a search that was cut off is not one of those yet
const QString kKey = QStringLiteral("recent_files");
const QString kFoldersKey = QStringLiteral("data_folders"); // by study

QString absolutePath(const QString &path) { return QFileInfo(path).absoluteFilePath(); }

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
    const QString absolute = absolutePath(path);
    QStringList files = QSettings().value(kKey).toStringList();
    files.removeAll(absolute);
    files.prepend(absolute);
    files = files.mid(0, kMostFiles);
    QSettings().setValue(kKey, files);
    QVariantMap folders = QSettings().value(kFoldersKey).toMap();
    const QStringList studies = folders.size() > kMostFolders ? QStringList(folders.keys()) : QStringList();
    for (const QString &study : studies)
        if (!files.contains(study))
            folders.remove(study);
    QSettings().setValue(kFoldersKey, folders);
    emit changed();
}

void RecentFiles::setDataFolder(const QString &study, const QString &folder)
{
    QVariantMap folders = QSettings().value(kFoldersKey).toMap();
    folders[absolutePath(study)] = folder.isEmpty() ? folder : absolutePath(folder);
    QSettings().setValue(kFoldersKey, folders);
}

std::optional<QString> RecentFiles::dataFolder(const QString &study) const
{
    const QVariantMap folders = QSettings().value(kFoldersKey).toMap();
    const auto found = folders.find(absolutePath(study));
    return found == folders.end() ? std::nullopt : std::optional(found->toString());
}

} // namespace paretoscope
