// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See fetch_server.h.
#include "fetch_server.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStandardPaths>

FetchServer::FetchServer()
{
    // The server is here, whatever the network of this computer says.
    qputenv("no_proxy", "127.0.0.1");
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty())
        return;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(python,
                    {QStringLiteral(FETCH_SERVER), m_folder.path(), m_logFolder.filePath(QStringLiteral("log"))});
    if (m_process.waitForStarted() && m_process.waitForReadyRead(20000))
        m_port = m_process.readLine().trimmed().toInt();
}

FetchServer::~FetchServer()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(5000);
}

std::string FetchServer::url(const std::string &behaviour, const std::string &name) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + "/" + behaviour + "/" + name;
}

QByteArray FetchServer::put(const std::string &name, qsizetype size, quint32 seed)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator random(seed);
    for (char &byte : bytes)
        byte = static_cast<char>(random.generate());
    put(name, bytes);
    return bytes;
}

void FetchServer::put(const std::string &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(QString::fromStdString(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the server's folder cannot be written");
}

void FetchServer::limitRate(int bytesPerSecond)
{
    m_process.write("rate " + QByteArray::number(bytesPerSecond) + "\n");
    m_process.waitForBytesWritten();
    m_process.waitForReadyRead(5000);
    m_process.readLine();
}

QList<FetchServer::Answer> FetchServer::answers(const std::string &path)
{
    QFile file(m_logFolder.filePath(QStringLiteral("log")));
    QList<Answer> answers;
    if (!file.open(QIODevice::ReadOnly))
        return answers;
    file.seek(m_logRead);
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line[QStringLiteral("path")].toString().toStdString() == path)
            answers.append({line[QStringLiteral("path")].toString(), line[QStringLiteral("range")].toString(),
                            line[QStringLiteral("ifRange")].toString(), line[QStringLiteral("status")].toInt()});
    }
    m_logRead = file.pos();
    return answers;
}

std::string sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

std::string md5Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex().toStdString();
}
