// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a new study begins with, and the built-in demo.
#pragma once

#include "core/spec/search_spec.h"

namespace paretoscope {

/// The demo's spec resource; without it, a small sweep on the demo benchmark.
dnas::Result<dnas::SearchSpec> demoSpec();
/// The first benchmark that is not the demo (else the demo) with its own network on the first real board.
dnas::Result<dnas::SearchSpec> defaultSpec();

} // namespace paretoscope
