// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The studies opened last, newest first, kept in the user's settings.
#pragma once

#include <QObject>
#include <QStringList>

namespace paretoscope {

class RecentFiles : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    QStringList files() const; ///< only those that still exist
    void add(const QString &path);

signals:
    void changed();
};

} // namespace paretoscope
