// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which augmentations suit which kind of data.
#pragma once

#include "core/spec/augmentation.h"
#include "core/spec/data_source.h"

namespace dnas {

/// Why a step is none for such data, with those that are; empty when it suits. Generated data are pictures.
std::string unsuitedAugmentation(const Augmentation &step, DataKind data);

} // namespace dnas
