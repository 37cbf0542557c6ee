// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See study_access.h.
#include "app/cli/study_access.h"

#include "app/cli/cli.h"
#include "core/network/network_yaml.h"
#include "core/study/best_candidate.h"

#include <charconv>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr const char *kHowToName = "name it by its number, or as 'seed' or 'best'";

std::string knownIds(const std::vector<CandidateSummary> &candidates)
{
    constexpr std::size_t kShown = 12;
    std::string text;
    for (std::size_t i = 0; i < candidates.size() && i < kShown; ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(candidates[i].id.value);
    return candidates.size() > kShown ? text + " …" : text;
}

} // namespace

std::optional<CandidateReference> parseReference(const std::string &text)
{
    const std::size_t mark = text.rfind('#');
    std::error_code ignored;
    if (mark == std::string::npos || std::filesystem::exists(text, ignored))
        return std::nullopt;
    return CandidateReference{text.substr(0, mark), text.substr(mark + 1)};
}

Result<CandidateSummary> findCandidate(const std::vector<CandidateSummary> &candidates, const std::string &name,
                                       const std::filesystem::path &study)
{
    const Place place{.file = study.string()};
    if (candidates.empty())
        return invalidInput("has no candidates yet; one appears when a run has finished", place);
    if (name == "best") {
        if (const CandidateSummary *found = bestCandidate(candidates))
            return *found;
        return invalidInput("has no finished candidate that meets its limits; name one by its number", place);
    }
    if (name == "seed") {
        for (const CandidateSummary &candidate : candidates) {
            if (candidate.isSeed)
                return candidate;
        }
        return invalidInput(
            "has no candidate of the seed network; it was searched with --without-seed, or is not there yet", place);
    }
    int id = 0;
    const char *const end = name.data() + name.size();
    if (const auto read = std::from_chars(name.data(), end, id); read.ec != std::errc() || read.ptr != end)
        return invalidInput("'" + name + "' is no candidate; " + kHowToName, place);
    for (const CandidateSummary &candidate : candidates) {
        if (candidate.id.value == id)
            return candidate;
    }
    return invalidInput("has no candidate " + name + "; it has " + knownIds(candidates), place);
}

Result<std::shared_ptr<Study>> openStudy(const std::filesystem::path &path)
{
    auto study = Study::open(path, StudyAccess::Read);
    if (!study.ok())
        return namedByUser(study.error());
    return study;
}

Result<OpenedCandidate> openCandidate(const CandidateReference &reference)
{
    auto study = openStudy(reference.study);
    if (!study.ok())
        return study.error();
    const auto candidates = (*study)->candidates();
    if (!candidates.ok())
        return candidates.error();
    auto summary = findCandidate(*candidates, reference.candidate, reference.study);
    if (!summary.ok())
        return summary.error();
    auto network = (*study)->network(summary->id);
    if (!network.ok())
        return network.error();
    return OpenedCandidate{std::move(*study), std::move(*summary), std::move(*network)};
}

Result<LoadedNetwork> loadWithStudy(const std::string &text)
{
    if (const auto reference = parseReference(text)) {
        auto opened = openCandidate(*reference);
        if (!opened.ok())
            return opened.error();
        auto spec = opened->study->spec();
        if (!spec.ok())
            return spec.error();
        return LoadedNetwork{std::move(opened->network), std::move(*spec)};
    }
    if (text.ends_with(".pscope"))
        return invalidInput("is a study; name one of its candidates: " + text + "#NUMBER, #seed or #best",
                            {.file = text});
    auto network = loadNetwork(text);
    if (!network.ok())
        return namedByUser(network.error());
    return LoadedNetwork{std::move(*network), std::nullopt};
}

Result<Network> loadAnyNetwork(const std::string &text)
{
    auto loaded = loadWithStudy(text);
    if (!loaded.ok())
        return loaded.error();
    return std::move(loaded->network);
}

} // namespace paretoscope
