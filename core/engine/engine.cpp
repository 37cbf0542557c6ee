// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See engine.h.
#include "core/engine/engine.h"

#include "core/engine/engine_module.h"

#include <dlfcn.h>

namespace dnas {
namespace {

namespace fs = std::filesystem;

Error unusable(const fs::path &module, const std::string &why)
{
    return ioError("the search engine cannot be loaded: " + why + "; install the program again",
                   {module.string(), 0, {}});
}

/// Beside the programs, in the build tree as where they are installed: <prefix>/bin and <prefix>/lib/paretoscope.
fs::path modulePath()
{
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return program.parent_path().parent_path() / "lib" / "paretoscope" / PARETOSCOPE_ENGINE_FILE;
}

} // namespace

Result<const Engine *> loadEngine(const fs::path &module)
{
    // Never closed: LibTorch's threads and registries live until the program ends.
    void *library = dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char *why = dlerror();
        return unusable(module, why ? why : "unknown reason");
    }
    const auto entry = reinterpret_cast<EngineEntry>(dlsym(library, kEngineSymbol));
    if (!entry)
        return unusable(module, "it is no engine");
    const Engine *engine = entry(PARETOSCOPE_VERSION);
    if (!engine)
        return unusable(module, "it is of another version than this program (" PARETOSCOPE_VERSION ")");
    return engine;
}

Result<const Engine *> engine()
{
    static const Result<const Engine *> loaded = loadEngine(modulePath());
    return loaded;
}

} // namespace dnas
