// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace dnas {

std::string Error::text() const
{
    std::string text;
    if (!place.file.empty()) {
        text += place.file;
        if (place.line > 0)
            text += ":" + std::to_string(place.line);
        text += ": ";
    }
    if (!place.key.empty())
        text += place.key + ": ";
    return text + message;
}

} // namespace dnas
