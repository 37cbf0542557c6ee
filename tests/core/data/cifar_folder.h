// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tiny CIFAR folders for tests: a few records whose bytes follow from their numbers, whole or damaged.
#pragma once

#include "core/spec/benchmark.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

namespace cifar_folder {

/// Byte of record `record` at a channel, row and column; different for neighbours in every direction.
inline int pixel(int record, int channel, int row, int column)
{
    return (record * 31 + channel * 97 + row * 7 + column * 3) & 255;
}

/// One record in the binary layout: labels, then three planes.
inline QByteArray record(int number, int label, int coarse = -1)
{
    QByteArray bytes;
    if (coarse >= 0)
        bytes.append(static_cast<char>(coarse));
    bytes.append(static_cast<char>(label));
    for (int channel = 0; channel < 3; ++channel)
        for (int row = 0; row < 32; ++row)
            for (int column = 0; column < 32; ++column)
                bytes.append(static_cast<char>(pixel(number, channel, row, column)));
    return bytes;
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// `records` records to each of the five training files and the test file, numbered through the training files
/// and on into the test file; the label of record i is i mod 10.
inline bool makeCifar10(const QString &root, int records)
{
    const QString folder = root + QStringLiteral("/cifar-10-batches-bin");
    if (!QDir().mkpath(folder))
        return false;
    for (int file = 0; file < 6; ++file) {
        QByteArray bytes;
        for (int i = 0; i < records; ++i)
            bytes += record(file * records + i, (file * records + i) % 10);
        const QString name =
            file < 5 ? QStringLiteral("data_batch_%1.bin").arg(file + 1) : QStringLiteral("test_batch.bin");
        if (!write(folder + QLatin1Char('/') + name, bytes))
            return false;
    }
    return true;
}

/// `train` and `test` records; the fine label of record i is i mod 100, the coarse one i mod 20.
inline bool makeCifar100(const QString &root, int train, int test)
{
    const QString folder = root + QStringLiteral("/cifar-100-binary");
    QByteArray trainBytes, testBytes;
    for (int i = 0; i < train + test; ++i)
        (i < train ? trainBytes : testBytes) += record(i, i % 100, i % 20);
    return QDir().mkpath(folder) && write(folder + QStringLiteral("/train.bin"), trainBytes) &&
           write(folder + QStringLiteral("/test.bin"), testBytes);
}

/// As in the benchmark files, as far as the readers look.
inline dnas::Benchmark benchmark(const char *format)
{
    dnas::Benchmark result;
    result.name = format;
    result.data.format = format;
    return result;
}

} // namespace cifar_folder
