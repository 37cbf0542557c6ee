// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See feature_reference.h.
#include "tests/core/features/feature_reference.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>

#include <cmath>
#include <cstring>
#include <limits>

namespace {

QString findPython()
{
    // The first in the path may be somebody's own python without packages.
    for (const QString &python :
         {QStandardPaths::findExecutable(QStringLiteral("python3")), QStringLiteral("/usr/bin/python3")}) {
        if (python.isEmpty())
            continue;
        QProcess process;
        process.start(python, {QStringLiteral("-c"), QStringLiteral("import numpy")});
        if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
            return python;
    }
    return {};
}

} // namespace

QString pythonWithNumpy()
{
    static const QString python = findPython();
    return python;
}

std::optional<std::vector<double>> referenceFeatures(const QString &kind, std::span<const float> clips, int length,
                                                     const QStringList &options, QString &problem)
{
    const QTemporaryDir folder;
    const QString source = folder.filePath(QStringLiteral("clips")),
                  target = folder.filePath(QStringLiteral("features"));
    QFile in(source);
    if (!in.open(QIODevice::WriteOnly) ||
        in.write(reinterpret_cast<const char *>(clips.data()), qint64(clips.size_bytes())) < 0)
        return problem = in.errorString(), std::nullopt;
    in.close();
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OPENBLAS_NUM_THREADS"), QStringLiteral("1")); // tests share the cores
    process.setProcessEnvironment(environment);
    process.start(pythonWithNumpy(),
                  QStringList{QStringLiteral(SCRIPT), kind, source, target, QString::number(length)} + options);
    if (!process.waitForFinished(100'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return problem = process.errorString() + QString::fromLocal8Bit(process.readAllStandardError()), std::nullopt;
    QFile out(target);
    if (!out.open(QIODevice::ReadOnly))
        return problem = out.errorString(), std::nullopt;
    const QByteArray bytes = out.readAll();
    std::vector<double> features(std::size_t(bytes.size()) / sizeof(double));
    if (!features.empty()) // there may be no frame
        std::memcpy(features.data(), bytes.constData(), features.size() * sizeof(double));
    return features;
}

double relativeDistance(std::span<const float> features, std::span<const double> reference)
{
    double largest = 0, squares = 0;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const double difference = std::abs(double(features[i]) - reference[i]);
        if (!std::isfinite(difference))
            return std::numeric_limits<double>::infinity();
        largest = std::max(largest, difference);
        squares += reference[i] * reference[i];
    }
    return largest / std::sqrt(squares / double(features.size()));
}

std::vector<float> readPlainWav(const QString &file)
{
    QFile wav(file);
    if (!wav.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = wav.readAll();
    const auto number = [&]<typename T>(qsizetype at, T) {
        return qFromLittleEndian<T>(bytes.constData() + at);
    };
    bool plain = false;
    // Chunks of a name, a size and an even number of bytes follow RIFF, size, WAVE.
    for (qsizetype at = 12; at + 8 <= bytes.size();) {
        const QByteArray name = bytes.mid(at, 4);
        const qsizetype size = number(at + 4, quint32()), begin = at + 8;
        if (begin + size > bytes.size())
            return {};
        if (name == "fmt " && size >= 16)
            plain = number(begin, quint16()) == 1 && number(begin + 2, quint16()) == 1 &&
                    number(begin + 4, quint32()) == 16000 && number(begin + 14, quint16()) == 16;
        if (name == "data" && plain) {
            std::vector<float> samples(std::size_t(size / 2));
            for (std::size_t i = 0; i < samples.size(); ++i)
                samples[i] = float(number(begin + qsizetype(2 * i), qint16())) / 32768.0f;
            return samples;
        }
        at = begin + size + size % 2;
    }
    return {};
}
