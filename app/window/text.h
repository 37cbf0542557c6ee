// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Between the engine's UTF-8 strings and Qt's.
#pragma once

#include <QString>

#include <filesystem>
#include <string>

namespace paretoscope {

inline QString toText(const std::string &text) { return QString::fromStdString(text); }
inline QString toText(const std::filesystem::path &path) { return QString::fromStdString(path.string()); }
inline std::filesystem::path toPath(const QString &text) { return std::filesystem::path(text.toStdString()); }

} // namespace paretoscope
