// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random streams that depend on nothing but their key: not on position, worker, or clock. A stream is
// SplitMix64 started from a hash of its key, so it gives the same numbers on every machine and compiler.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace dnas {

/// FNV-1a of the text, mixed; stable across machines.
std::uint64_t hashText(std::string_view text);

/// One 64-bit key out of several parts; order matters.
std::uint64_t combineKeys(std::initializer_list<std::uint64_t> parts);

class RandomStream {
public:
    explicit RandomStream(std::uint64_t key);
    /// Stream for (seed, purpose, further parts such as epoch and sample).
    RandomStream(std::uint64_t seed, std::string_view purpose, std::initializer_list<std::uint64_t> parts = {});

    std::uint64_t next();
    /// Uniform in [0, 1), 53 bits.
    double uniform();
    /// Uniform in [0, bound), without modulo bias; bound > 0.
    std::uint64_t below(std::uint64_t bound);
    /// Standard normal by the polar method of Marsaglia. The last bit may differ between C libraries
    /// (it uses log); whatever must be identical everywhere uses uniform() and below().
    double normal();
    /// Fisher–Yates permutation of 0 … n-1.
    std::vector<std::int64_t> permutation(std::int64_t n);

private:
    std::uint64_t m_state;
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace dnas
