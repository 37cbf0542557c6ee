// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/steering_keys.h"

#include "core/base/joined.h"
#include "core/space/reach.h"
#include "core/spec/search_spec.h"
#include "core/study/run_tree.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr double kMostStrength = 1e12; // as in a spec

std::optional<double> numberOf(const std::string &text)
{
    double value = 0;
    const char *const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (text.empty() || read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return value;
}

class KeyReader {
public:
    KeyReader(const StudyRun &run, const StudySpec &spec)
        : m_run(run)
        , m_spec(spec)
    {
        // Shapes and bounds follow from the spec. Where its files are gone, what the study says itself must do.
        if (const auto parsed = parseSpec(spec.spec, "spec"); parsed.ok()) {
            for (const ObjectiveTerm &term : parsed->objective) {
                if (term.shape != TermShape::Minimise)
                    m_aimed.insert(term.metric);
            }
            m_shapesKnown = true;
            if (const auto plan = planSearch(*parsed); plan.ok())
                m_bounds = reachOf(plan->space, plan->setup);
        }
    }

    Result<SteeringRequest> read(const std::string &text) const
    {
        const auto mark = text.find('=');
        if (mark == std::string::npos)
            return invalidInput("'" + text + "' is no KEY=VALUE; one would be " + known().front() + "=0.5");
        const std::string key = text.substr(0, mark);
        const std::vector<std::string> keys = known();
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            return invalidInput("run " + std::to_string(m_run.id.value) + " has no such key; it has " + joined(keys),
                                {.key = key});
        const std::string value = text.substr(mark + 1);
        const auto number = key.starts_with("target.") ? target(key.substr(7), value)
                            : key == "learning_rate"   ? rate(value)
                                                       : strength(value);
        if (!number.ok()) {
            Error error = number.error();
            error.place = {.key = key};
            return error;
        }
        return SteeringRequest{m_run.id, key, *number};
    }

private:
    std::vector<std::string> known() const
    {
        std::vector<std::string> keys;
        for (const std::string &metric : m_run.termNames) {
            for (const std::string &key : {"strength." + metric, "target." + metric}) {
                const bool means = !key.starts_with("target.") || !m_shapesKnown || m_aimed.contains(metric);
                if (means && std::find(keys.begin(), keys.end(), key) == keys.end())
                    keys.push_back(key);
            }
        }
        keys.emplace_back("learning_rate");
        return keys;
    }

    static Result<double> rate(const std::string &text)
    {
        const auto value = numberOf(text);
        if (!value || !(*value > 0 && *value <= kMostLearningRate))
            return invalidInput("must be a number greater than 0 and at most 100, but is '" + text + "'");
        return *value;
    }

    static Result<double> strength(const std::string &text)
    {
        const auto value = numberOf(text);
        if (!value || !(*value >= 0 && *value <= kMostStrength))
            return invalidInput("must be a number of at least 0 and at most 1e12, but is '" + text + "'");
        return *value;
    }

    Result<double> target(const std::string &metric, const std::string &text) const
    {
        double value = 0;
        if (const auto seed = m_spec.seedCosts.find(metric); text.ends_with('%') && seed != m_spec.seedCosts.end()) {
            const auto share = numberOf(text.substr(0, text.size() - 1));
            if (!share)
                return invalidInput("'" + text + "' is no share of the seed's cost; one would be 30%");
            value = *share / 100 * seed->second;
        } else {
            const auto read = parseQuantity(text, metric);
            if (!read.ok())
                return read.error();
            value = *read;
        }
        if (!(std::isfinite(value) && value > 0))
            return invalidInput("a target must be greater than 0, but is '" + text + "'");
        if (const auto reach = m_bounds.find(metric); reach != m_bounds.end() && value < reach->second.least)
            return Error{ErrorCode::OutOfReach,
                         formatMetric(metric, value) + " cannot be reached: the smallest network of the space has " +
                             formatMetric(metric, reach->second.least),
                         {}};
        return value;
    }

    const StudyRun &m_run;
    const StudySpec &m_spec;
    std::set<std::string> m_aimed; ///< metrics with a target
    bool m_shapesKnown = false;
    std::map<std::string, SpaceCost::Bounds> m_bounds;
};

} // namespace

Result<std::vector<SteeringRequest>> readSteeringKeys(const std::vector<std::string> &texts, const StudyRun &run,
                                                      const StudySpec &spec)
{
    const KeyReader reader(run, spec);
    std::vector<SteeringRequest> requests;
    for (const std::string &text : texts) {
        auto request = reader.read(text);
        if (!request.ok())
            return request.error();
        const bool twice = std::any_of(requests.begin(), requests.end(),
                                       [&](const SteeringRequest &other) { return other.key == request->key; });
        if (twice)
            return invalidInput("is given twice; keep one", {.key = request->key});
        requests.push_back(std::move(*request));
    }
    return requests;
}

Result<void> requireReachable(const std::vector<SteeringRequest> &requests, const StudyRun &run,
                              const std::vector<StudyRun> &runs, const StudySpec &spec, const std::vector<double> &last)
{
    auto parsed = parseSpec(spec.spec, "spec");
    const StudyRun *root = rootOf(runs, run);
    if (!parsed.ok() || !root)
        return {};
    const auto plan = planSearch(*parsed);
    if (!plan.ok())
        return {};
    const auto planned =
        std::find_if(plan->runs.begin(), plan->runs.end(), [&](const RunPlan &each) { return each.key == root->key; });
    if (planned == plan->runs.end() || planned->terms.size() != parsed->objective.size())
        return {};
    std::string changed;
    for (std::size_t i = 0; i < planned->terms.size(); ++i) {
        ObjectiveTerm &term = parsed->objective[i];
        if (term.strengths.size() > 1)
            term.strengths = {term.strengths.front()};
        if (term.shape == TermShape::Minimise)
            continue;
        term.targets = {{.value = i < last.size() ? last[i] : planned->terms[i].target, .relative = false}};
        for (const SteeringRequest &request : requests) {
            if (request.key == "target." + term.metric) {
                term.targets.front().value = request.value;
                changed = request.key;
            }
        }
    }
    if (changed.empty())
        return {};
    parsed->baselines = {};
    const auto steered = planSearch(*parsed);
    if (!steered.ok())
        return {};
    const auto reachable = dnas::requireReachable(*steered);
    if (reachable.ok())
        return {};
    return Error{reachable.error().code, reachable.error().message, {.key = changed}};
}

std::vector<double> targetsIn(const std::vector<EpochReport> &history)
{
    std::vector<double> targets;
    for (const EpochReport &epoch : history) {
        if (epoch.phase == Phase::Search)
            targets = epoch.targets;
    }
    return targets;
}

Result<NamedRun> findRun(const Study &study, const std::string &number)
{
    auto runs = study.runs();
    auto spec = study.spec();
    if (!runs.ok() || !spec.ok())
        return runs.ok() ? spec.error() : runs.error();
    const auto found = std::find_if(runs->begin(), runs->end(),
                                    [&](const StudyRun &run) { return std::to_string(run.id.value) == number; });
    if (found == runs->end()) {
        const std::string ids = joined(*runs, [](const StudyRun &run) { return std::to_string(run.id.value); });
        return invalidInput("has no run '" + number + "'; " + (ids.empty() ? "it has none yet" : "it has " + ids),
                            {.file = study.path().string()});
    }
    return NamedRun{*found, std::move(*runs), std::move(*spec)};
}

} // namespace paretoscope
