// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A network for other data than it was made for: another input, another number of outputs.
#pragma once

#include "core/base/result.h"
#include "core/network/network.h"

namespace dnas {

/// The same layers for inputs of `input` and with `outputs` values at the end: only the last convolution or dense layer
/// changes, everything between takes the shapes that follow. Errors: the end is no such layer, shapes that do not fit.
Result<Network> fittedTo(Network network, const Shape &input, int outputs);

} // namespace dnas
