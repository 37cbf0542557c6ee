// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small folders in the layouts of real data sets, written by the tests.
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <numbers>
#include <string>

namespace data_folder {

class Folder {
public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    /// Makes the folders above, too.
    bool write(const std::string &name, const QByteArray &bytes = {}) const
    {
        const QString file = m_folder.filePath(QString::fromStdString(name));
        if (!QDir().mkpath(QFileInfo(file).path()))
            return false;
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    }
    bool makeFolder(const std::string &name) const
    {
        return QDir().mkpath(m_folder.filePath(QString::fromStdString(name)));
    }

private:
    QTemporaryDir m_folder;
};

inline void append(QByteArray &bytes, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes.append(static_cast<char>(value >> (8 * i) & 0xff));
}

/// 16 bits, one channel; `wave`: a sample's place in seconds to its value within ±1.
inline QByteArray wav(double seconds, int rate, const std::function<double(double)> &wave)
{
    QByteArray data;
    const int samples = static_cast<int>(std::lround(seconds * rate));
    for (int i = 0; i < samples; ++i)
        append(data, static_cast<std::uint16_t>(std::lround(32767 * wave(static_cast<double>(i) / rate))), 2);
    QByteArray bytes("RIFF");
    append(bytes, static_cast<std::uint32_t>(36 + data.size()), 4);
    bytes += "WAVEfmt ";
    append(bytes, 16, 4);
    append(bytes, 1, 2);
    append(bytes, 1, 2);
    append(bytes, static_cast<std::uint32_t>(rate), 4);
    append(bytes, static_cast<std::uint32_t>(2 * rate), 4);
    append(bytes, 2, 2);
    append(bytes, 16, 2);
    bytes += "data";
    append(bytes, static_cast<std::uint32_t>(data.size()), 4);
    return bytes + data;
}

inline QByteArray tone(double seconds, double hertz, double volume = 0.5, int rate = 16000)
{
    return wav(seconds, rate, [=](double t) { return volume * std::sin(2 * std::numbers::pi * hertz * t); });
}

} // namespace data_folder
