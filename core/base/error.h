// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What went wrong, where, and what to do. Errors are values: the library never prints and never exits.
#pragma once

#include <string>
#include <utility>

namespace dnas {

/// The kinds a caller may want to tell apart. The command line maps them to exit codes.
enum class ErrorCode {
    InvalidInput, ///< the user can correct it: arguments, YAML, a damaged file          (exit 2)
    OutOfReach,   ///< a target or limit that the space cannot meet                        (exit 2)
    Io,           ///< reading or writing failed: missing folder, full disk, no permission (exit 1)
    Locked,       ///< another process holds the file                                      (exit 1)
    Cancelled,    ///< stopped by the user                                                 (exit 130)
    Internal,     ///< our own mistake, or an exception caught at a border                 (exit 1)
};

/// Where in a user's file. Empty parts are unknown.
struct Place {
    std::string file = {};
    int line = 0; ///< 1-based; 0 = unknown
    std::string key = {};
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message; ///< one line: what is wrong and what to do
    Place place;

    /// "file:line: key: message", leaving out what is unknown.
    std::string text() const;
};

inline Error invalidInput(std::string message, Place place = {})
{
    return {ErrorCode::InvalidInput, std::move(message), std::move(place)};
}

inline Error ioError(std::string message, Place place = {})
{
    return {ErrorCode::Io, std::move(message), std::move(place)};
}

} // namespace dnas
