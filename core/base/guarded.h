// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The border where exceptions of LibTorch, the standard library and others become an Error.
#pragma once

#include "core/base/result.h"

#include <exception>
#include <new>
#include <string>

namespace dnas {

/// Calls `work` (returning a Result) and turns whatever it throws into an Error.
template <typename Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::Internal, "out of memory; use a smaller batch or fewer jobs", {}};
    } catch (const std::exception &exception) {
        const std::string text = exception.what();
        return Error{ErrorCode::Internal, text.substr(0, text.find('\n')), {}};
    }
}

} // namespace dnas
