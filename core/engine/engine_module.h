// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one symbol of the engine's module, as its both sides see it.
#pragma once

namespace dnas {

class Engine;

constexpr const char *kEngineSymbol = "paretoscopeEngine";

/// Null when the caller was built from another version: both sides share C++ types.
using EngineEntry = const Engine *(*)(const char *version);

} // namespace dnas
