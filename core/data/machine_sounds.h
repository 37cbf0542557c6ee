// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sounds of machines as DCASE 2020 task 2 (ToyADMOS, MIMII) unpacks: train/normal_id_NN_….wav and
// test/{normal,anomaly}_id_NN_….wav. Training knows sound machines only, so a quality on validation needs labelled
// clips: a share of the test clips of every machine becomes the validation split.
#pragma once

#include "core/data/sample_list.h"

namespace dnas {

inline constexpr int kNormal = 0, kAnomalous = 1; ///< labels

/// Groups are machines ("id_01"). Errors: no such folder, no clips to train on, a name that says neither state nor
/// machine, a test split without anomalies or without normal clips.
Result<SampleList> listMachineSounds(const std::filesystem::path &folder, double validation,
                                     const StopToken *stop = nullptr);

} // namespace dnas
