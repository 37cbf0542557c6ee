// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The server of fetch_server.py as a child of a test, with a folder of its own. Ends with its object.
#pragma once

#include <QList>
#include <QProcess>
#include <QTemporaryDir>

#include <string>

class FetchServer {
public:
    FetchServer();
    ~FetchServer();

    /// False where there is no Python 3.
    bool runs() const { return m_port > 0; }
    std::string url(const std::string &behaviour, const std::string &name) const;
    /// Puts a file of pseudo-random bytes on the server, or replaces it; returns its content.
    QByteArray put(const std::string &name, qsizetype size, quint32 seed);
    void put(const std::string &name, const QByteArray &bytes);
    /// Where a file of that name belongs, for whoever writes it.
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Of all later bytes; 0: none.
    void limitRate(int bytesPerSecond);

    struct Answer {
        QString path;
        QString range;
        QString ifRange;
        int status = 0;
    };
    /// Since the last call, and about `path` only.
    QList<Answer> answers(const std::string &path);

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_logFolder;
    QProcess m_process;
    int m_port = 0;
    qint64 m_logRead = 0;
};

/// SHA-256 or MD5 in hexadecimal digits.
std::string sha256Of(const QByteArray &bytes);
std::string md5Of(const QByteArray &bytes);
