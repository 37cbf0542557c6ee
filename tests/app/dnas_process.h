// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs the built command line and keeps what it said.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

struct Outcome {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    /// The exit code and the end of what stood on standard error: a failed test shows a thousand bytes at most.
    QByteArray said() const
    {
        constexpr qsizetype kShown = 900;
        return "exit " + QByteArray::number(exitCode) + ": " + (err.size() > kShown ? "… " : "") + err.right(kShown);
    }
    int errorLines() const { return static_cast<int>(err.count('\n')); }
};

inline Outcome dnasRun(const QStringList &arguments, const QString &stdoutFile = {})
{
    QProcess process;
    if (!stdoutFile.isEmpty())
        process.setStandardOutputFile(stdoutFile);
    process.start(QStringLiteral(DNAS_PROGRAM), arguments);
    if (!process.waitForFinished(240000))
        return {};
    if (process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.readAllStandardError() + "\nended by a signal"};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// "list networks" → run, split at blanks.
inline Outcome dnasLine(const QString &line) { return dnasRun(line.split(QLatin1Char(' '), Qt::SkipEmptyParts)); }
