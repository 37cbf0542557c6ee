// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What both programs do before anything else. Freed memory is kept (see the source). And the OpenMP runtime reads its
// waiting policy when it is loaded, which is with the engine (core/engine): without it two busy-waiting threads starve
// a third one.
#pragma once

namespace paretoscope {

/// Sets OMP_WAIT_POLICY=PASSIVE and one thread for OpenBLAS unless the user has set them. Before any other thread.
void setUpProcess();

} // namespace paretoscope
