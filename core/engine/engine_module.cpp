// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The module's side of the door; everything else of the module is core/search.
#include "core/engine/engine_module.h"

#include "core/engine/engine.h"

#include <string_view>

namespace dnas {
namespace {

class TorchEngine : public Engine {
public:
    Result<SearchSummary> runSearch(const SearchPlan &plan, const SearchOptions &options, SearchObserver &observer,
                                    SearchControls &controls, StopToken &stop) const override
    {
        return dnas::runSearch(plan, options, observer, controls, stop);
    }
    Result<ProbeResult> probeSearch(const SearchPlan &plan, const SearchOptions &options) const override
    {
        return dnas::probeSearch(plan, options);
    }
    Result<TrainingBenchResult> benchTraining(const TrainingBenchOptions &options) const override
    {
        return dnas::benchTraining(options);
    }
    Result<LoadingBenchResult> benchLoading(const LoadingBenchOptions &options) const override
    {
        return dnas::benchLoading(options);
    }
    StudyEnvironment currentEnvironment(int threads) const override { return dnas::currentEnvironment(threads); }
};

} // namespace
} // namespace dnas

extern "C" __attribute__((visibility("default"))) const dnas::Engine *paretoscopeEngine(const char *version)
{
    static const dnas::TorchEngine engine;
    return std::string_view(version) == PARETOSCOPE_VERSION ? &engine : nullptr;
}
