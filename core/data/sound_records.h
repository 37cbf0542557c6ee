// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What decides the records that are made of sounds, as text for their cache. Private to this folder.
#pragma once

#include "core/data/sound_augment.h"
#include "core/features/front_end.h"

#include <string>

namespace dnas {

std::string waveformRecipe(const FrontEnd &end);
std::string featureRecipe(const FrontEnd &end);
std::string augmentRecipe(const SoundPlan &plan);

} // namespace dnas
