// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sound that libsndfile has opened, and what is said of files that it cannot open. Internal to media.
#pragma once

#include "core/media/regular_file.h"

#include <sndfile.h>

#include <memory>
#include <optional>

namespace dnas {

/// What libsndfile reads from. It gets functions, not the descriptor: given one, some versions close it after an error
/// although they are told not to.
struct SoundStream {
    RegularFile file;
    std::int64_t position = 0;
    std::optional<Error> failure = {}; ///< of the disk
};

struct CloseSound {
    void operator()(SNDFILE *sound) const { sf_close(sound); }
};

struct OpenSound {
    std::unique_ptr<SoundStream> stream;
    SF_INFO info = {};
    std::unique_ptr<SNDFILE, CloseSound> handle = {}; ///< goes first

    bool knowsLength() const { return info.frames < SF_COUNT_MAX; }
};

/// Has at least one sample, channel and sample a second, and keeps what its header promises as far as that is known.
Result<OpenSound> openSound(const std::filesystem::path &path);

} // namespace dnas
