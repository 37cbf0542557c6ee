// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A folder with a demo benchmark of 400 pictures and a spec over it, and `dnas search` as a process that can be killed.
#pragma once

#include "core/base/files.h"
#include "tests/app/dnas_process.h"

#include <csignal>
#include <memory>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TinySearch {
public:
    QString file(const QString &name) const { return m_folder.filePath(name); }

    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size();
    }

    /// The benchmark and spec.yaml: `targets` for the weights, as in a spec.
    bool prepare(const QByteArray &targets, const QByteArray &phases) const
    {
        QFile demo(QString::fromStdString(dnas::resourceFolder().string()) + QStringLiteral("/benchmarks/demo.yaml"));
        if (!demo.open(QIODevice::ReadOnly))
            return false;
        return write(QStringLiteral("tiny.yaml"),
                     demo.readAll().replace("train: 6000, test: 4000", "train: 400, test: 200")) &&
               write(QStringLiteral("spec.yaml"),
                     "benchmark: ./tiny.yaml\nboard: nucleo-h743zi2\nobjective:\n  - {metric: weights, target: " +
                         targets + ", shape: absolute}\nphases: " + phases + "\n");
    }

    QStringList command(const QString &study, const QStringList &more = {}) const
    {
        return QStringList{QStringLiteral("search"), file(QStringLiteral("spec.yaml")), QStringLiteral("--output"),
                           file(study)} +
               more;
    }
    Outcome run(const QString &study, const QStringList &more = {}) const { return dnasRun(command(study, more)); }

    std::unique_ptr<QProcess> start(const QString &study, const QStringList &more = {}) const
    {
        auto process = std::make_unique<QProcess>();
        process->setReadChannel(QProcess::StandardError);
        process->start(QStringLiteral(DNAS_PROGRAM), command(study, more));
        return process;
    }

    /// Everything that the process says up to a line with this text; null when it does not come.
    static QByteArray waitFor(QProcess &process, const QByteArray &text)
    {
        QByteArray said;
        QElapsedTimer clock;
        clock.start();
        while (!said.contains(text) && clock.elapsed() < 120000 &&
               (process.bytesAvailable() > 0 || process.waitForReadyRead(60000)))
            said += process.readAllStandardError();
        return said.contains(text) ? said : QByteArray();
    }

    QJsonObject show(const QString &study) const
    {
        return dnasRun({QStringLiteral("show"), file(study), QStringLiteral("--json")}).json();
    }
    QString digest(const QString &study) const { return show(study)[u"digest"].toString(); }

private:
    QTemporaryDir m_folder;
};
