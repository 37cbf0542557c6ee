// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One source, several instruction sets: the loader picks the best at start. Without it our loops would use SSE2 only.
#pragma once

// Sanitizers instrument code that runs before they are ready; ifunc resolvers are such code.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define DNAS_SIMD __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define DNAS_SIMD
#endif
