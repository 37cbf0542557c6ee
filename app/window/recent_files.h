// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The studies opened last, newest first, and where the data of each were; kept in the user's settings. A study itself
// names no folder: it goes to other machines.
#pragma once

#include <QObject>
#include <QStringList>

#include <optional>

namespace paretoscope {

class RecentFiles : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    QStringList files() const; ///< only those that still exist
    void add(const QString &path);
    /// Of a search that writes `study`; empty: the default one. Goes, in the end, with the file.
    void setDataFolder(const QString &study, const QString &folder);
    std::optional<QString> dataFolder(const QString &study) const; ///< nothing where it is not known

signals:
    void changed();
};

} // namespace paretoscope
