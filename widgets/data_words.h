// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the core says of data on the disk (core/data, core/fetch), in the user's language. Reasons why one file cannot
// be decoded stay as they are, like other messages with file and line.
#pragma once

#include <QString>

#include <string>

namespace paretoscope {

/// The text of a finding: "split by name", "200 of the 50000 records …". What is not known stays.
QString findingText(const std::string &text);
/// What it is about: a file's name, or "(all files)".
QString findingFile(const std::string &file);

} // namespace paretoscope
