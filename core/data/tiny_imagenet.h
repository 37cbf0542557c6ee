// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tiny ImageNet as it unpacks: wnids.txt, train/WNID/images/*.JPEG, val/images/*.JPEG with val/val_annotations.txt. Its
// test pictures have no labels, so the validation pictures are the test set (networks.md, D5).
#pragma once

#include "core/data/sample_list.h"

namespace dnas {

/// Labels follow wnids.txt. Errors name the file and line: no such folder, another number of classes than the benchmark
/// has, a wnid without pictures, an annotation with an unknown one.
Result<SampleList> listTinyImagenet(const std::filesystem::path &folder, int classes, const StopToken *stop = nullptr);

} // namespace dnas
