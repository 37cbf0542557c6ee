// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See augmentation_kinds.h.
#include "core/spec/augmentation_kinds.h"

#include "core/base/joined.h"

#include <algorithm>
#include <span>

namespace dnas {

std::string unsuitedAugmentation(const Augmentation &step, DataKind data)
{
    static constexpr const char *kOfPictures[] = {"crop", "flip", "rotate", "shift", "zoom"};
    static constexpr const char *kOfSounds[] = {"time_shift", "noise", "spec_augment"};
    const bool sounds = data == DataKind::Sounds;
    const std::span<const char *const> own = sounds ? std::span<const char *const>(kOfSounds) : kOfPictures;
    if (std::find(own.begin(), own.end(), step.kind) != own.end())
        return {};
    return step.kind + (sounds ? " is for pictures; sounds have " : " is for sounds; pictures have ") +
           joined(own.first(own.size() - 1)) + " and " + own.back();
}

} // namespace dnas
