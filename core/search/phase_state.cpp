// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures as JSON, arrays beside it. JSON keeps every bit of a finite number; the others are written as words.
#include "core/search/phase_state.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace dnas {

namespace {

using Json = nlohmann::json;
constexpr const char *kTrainer = "trainer/";
constexpr const char *kKept = "kept/";

Json numberJson(double value)
{
    if (std::isfinite(value))
        return value;
    return std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

double numberOf(const Json &json)
{
    if (!json.is_string())
        return json.get<double>();
    const auto &word = json.get_ref<const std::string &>();
    if (word == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    return word == "inf" ? std::numeric_limits<double>::infinity() : -std::numeric_limits<double>::infinity();
}

Json masksJson(const ChannelMasks &masks)
{
    Json json = Json::array();
    for (const auto &group : masks) {
        std::string digits;
        for (const std::uint8_t on : group)
            digits += on != 0 ? '1' : '0';
        json.push_back(digits);
    }
    return json;
}

ChannelMasks masksOf(const Json &json)
{
    ChannelMasks masks;
    for (const Json &group : json) {
        masks.emplace_back();
        for (const char digit : group.get_ref<const std::string &>())
            masks.back().push_back(digit == '1' ? 1 : 0);
    }
    return masks;
}

Json checkpointJson(const Checkpoint &checkpoint)
{
    Json importance = Json::array();
    for (const auto &group : checkpoint.importance) {
        importance.push_back(Json::array());
        for (const double value : group)
            importance.back().push_back(numberJson(value));
    }
    return {{"epoch", checkpoint.epoch},
            {"masks", masksJson(checkpoint.masks)},
            {"importance", importance},
            {"loss", numberJson(checkpoint.validation.loss)},
            {"quality", numberJson(checkpoint.validation.quality)},
            {"violation", numberJson(checkpoint.violation)}};
}

Checkpoint checkpointOf(const Json &json)
{
    Checkpoint checkpoint;
    checkpoint.epoch = json.at("epoch").get<int>();
    checkpoint.masks = masksOf(json.at("masks"));
    for (const Json &group : json.at("importance")) {
        checkpoint.importance.emplace_back();
        for (const Json &value : group)
            checkpoint.importance.back().push_back(numberOf(value));
    }
    checkpoint.validation = {numberOf(json.at("loss")), numberOf(json.at("quality"))};
    checkpoint.violation = numberOf(json.at("violation"));
    return checkpoint;
}

Json termJson(const ActiveTerm &term)
{
    return {{"metric", term.metric},
            {"shape", static_cast<int>(term.shape)},
            {"target", numberJson(term.target)},
            {"seed_cost", numberJson(term.seedCost)},
            {"strength", numberJson(term.strength)},
            {"ramped", term.ramped},
            {"steered", term.steered},
            {"growth", term.growth}};
}

ActiveTerm termOf(const Json &json, const SpaceCost &cost)
{
    const auto metric = json.at("metric").get<std::string>();
    const int shape = json.at("shape").get<int>();
    const int index = cost.indexOf(metric);
    if (index < 0 || shape < 0 || shape > static_cast<int>(TermShape::Minimise))
        throw std::runtime_error("a term of an unknown metric or shape");
    return {.metric = metric,
            .metricIndex = index,
            .shape = static_cast<TermShape>(shape),
            .target = numberOf(json.at("target")),
            .seedCost = numberOf(json.at("seed_cost")),
            .strength = numberOf(json.at("strength")),
            .ramped = json.at("ramped").get<bool>(),
            .steered = json.at("steered").get<bool>(),
            .growth = json.at("growth").get<double>()};
}

PhaseState stateOf(const RunCheckpoint &checkpoint, const SpaceCost &cost)
{
    const Json json = Json::parse(checkpoint.state);
    PhaseState state;
    state.epoch = checkpoint.epoch;
    state.kept = checkpointOf(json.at("kept"));
    state.best = checkpointOf(json.at("best"));
    state.withoutImprovement = json.at("without_improvement").get<int>();
    for (const Json &term : json.at("terms"))
        state.terms.push_back(termOf(term, cost));
    if (!json.at("learning_rate").is_null())
        state.learningRate = numberOf(json.at("learning_rate"));
    state.trainer.counters = json.at("counters").get<std::map<std::string, std::int64_t>>();
    for (const auto &[name, array] : checkpoint.arrays) {
        if (name.starts_with(kTrainer))
            state.trainer.arrays[name.substr(std::string(kTrainer).size())] = array;
        else if (name.starts_with(kKept))
            state.kept.weights[name.substr(std::string(kKept).size())] = array;
    }
    return state;
}

} // namespace

RunCheckpoint writePhaseState(const PhaseState &state)
{
    RunCheckpoint checkpoint;
    checkpoint.epoch = state.epoch;
    Json terms = Json::array();
    for (const ActiveTerm &term : state.terms)
        terms.push_back(termJson(term));
    const Json json{{"kept", checkpointJson(state.kept)},
                    {"best", checkpointJson(state.best)},
                    {"without_improvement", state.withoutImprovement},
                    {"terms", terms},
                    {"learning_rate", state.learningRate ? numberJson(*state.learningRate) : Json()},
                    {"counters", state.trainer.counters}};
    checkpoint.state = json.dump();
    for (const auto &[name, array] : state.trainer.arrays)
        checkpoint.arrays[kTrainer + name] = array;
    if (state.kept.epoch != state.epoch) {
        for (const auto &[name, array] : state.kept.weights)
            checkpoint.arrays[kKept + name] = array;
    }
    return checkpoint;
}

Result<PhaseState> readPhaseState(const RunCheckpoint &checkpoint, const SpaceCost &cost)
{
    try { // border: the JSON library throws, and the text may come from a stranger
        return stateOf(checkpoint, cost);
    } catch (const std::exception &e) {
        return invalidInput("the checkpoint of run " + std::to_string(checkpoint.run.value) +
                            " cannot be read: " + e.what());
    }
}

} // namespace dnas
