// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_kind.h"

namespace dnas {

namespace {

struct Mark {
    FileKind kind;
    const char *name;
    const char *key;
};

constexpr Mark kMarks[] = {{FileKind::Spec, "spec", "benchmark"},
                           {FileKind::Benchmark, "benchmark", "data"},
                           {FileKind::Network, "network", "layers"},
                           {FileKind::Board, "board", "runtimes"}};

const Mark &markOf(FileKind kind)
{
    const Mark *mark = kMarks;
    while (mark->kind != kind)
        ++mark;
    return *mark;
}

} // namespace

void refuseOtherKinds(const YamlReader &root, FileKind expected)
{
    const Mark &own = markOf(expected);
    if (root.has(own.key))
        return;
    for (const Mark &other : kMarks) {
        if (!root.has(other.key))
            continue;
        const std::string found = other.name;
        const std::string wanted = own.name;
        const std::string remedy = expected == FileKind::Spec ? "write a spec whose '" + found + "' names this file"
                                                              : "name the file of a " + wanted + " instead";
        return root.fail("this is a " + found + ", not a " + wanted + "; " + remedy);
    }
}

} // namespace dnas
