// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a runtime lays activation tensors into its arena: its conventions, as plain values.
// The defaults are for a runtime about which nothing else is known. By runtime: docs/cost_models.md ("RAM").
#pragma once

namespace dnas {

struct ArenaRules {
    /// The network's input lies in the arena. false: in a buffer of the application, not counted, never written.
    bool inputCounted = true;
    /// The network's result and its exits lie in the arena; false: in buffers of the application, not counted.
    bool outputCounted = true;
    /// The input is still there at the end: nothing else takes its place. Means nothing when it is not counted.
    bool inputKept = false;
    /// An addition may write over one of its inputs, if that has its size and nothing reads it afterwards.
    bool additionInPlace = false;
    /// Bytes: every tensor begins at a multiple of it, and takes a multiple of it. At least 1.
    int alignment = 1;

    friend bool operator==(const ArenaRules &, const ArenaRules &) = default;
};

} // namespace dnas
