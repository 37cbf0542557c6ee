// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/narrowing.h"

#include "core/supernet/discretise.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace dnas {

namespace {

constexpr const char *kKept = "kept";
constexpr const char *kEpochsOff = "epochs_off";
constexpr const char *kImportance = "importance";
const std::string kWeights = "left/";

/// The blocks of a group that `mask` keeps.
std::vector<int> keptBlocks(const ChannelGroup &group, const std::vector<std::uint8_t> &mask)
{
    std::vector<int> blocks;
    for (int block = 0; block < group.blocks(); ++block) {
        if (mask[static_cast<std::size_t>(block * group.granularity)])
            blocks.push_back(block);
    }
    return blocks;
}

template <typename Number>
NamedArray flat(const std::vector<std::vector<Number>> &rows)
{
    NamedArray array;
    for (const auto &row : rows)
        for (const Number value : row)
            array.values.push_back(static_cast<float>(value));
    array.shape = {static_cast<std::int64_t>(array.values.size())};
    return array;
}

/// Whether the cast keeps the value: a checkpoint may come from a stranger.
template <typename Number>
bool holds(float value)
{
    constexpr float kMost = std::is_same_v<Number, std::uint8_t> ? 1 : 1e6F;
    return std::is_floating_point_v<Number> ? !std::isnan(value) : value >= 0 && value <= kMost;
}

/// The reverse; false when the sizes differ or a number cannot be one.
template <typename Number>
bool fill(std::vector<std::vector<Number>> &rows, const WeightStore &state, const std::string &name)
{
    const auto found = state.find(name);
    std::size_t count = 0;
    for (const auto &row : rows)
        count += row.size();
    if (found == state.end() || found->second.values.size() != count)
        return false;
    std::size_t next = 0;
    for (auto &row : rows)
        for (Number &value : row) {
            const float stored = found->second.values[next++];
            if (!holds<Number>(stored))
                return false;
            value = static_cast<Number>(stored);
        }
    return true;
}

} // namespace

Narrowing::Narrowing(const SearchSpace &whole)
    : m_whole(whole)
    , m_kept(whole.fullMasks())
{
    for (const ChannelGroup &group : whole.groups()) {
        const auto blocks = static_cast<std::size_t>(group.frozen ? 0 : group.blocks());
        m_epochsOff.emplace_back(blocks, 0);
        m_left.emplace_back(blocks, 1.0);
    }
}

std::optional<ChannelMasks> Narrowing::afterEpoch(const ChannelMasks &masks, int patience)
{
    ChannelMasks keep = masks;
    bool drops = false;
    for (std::size_t g = 0; g < masks.size(); ++g) {
        const ChannelGroup &group = m_whole.groups()[g];
        std::fill(keep[g].begin(), keep[g].end(), std::uint8_t{1});
        if (group.frozen)
            continue;
        const std::vector<int> blocks = keptBlocks(group, m_kept[g]);
        std::size_t channel = 0; // of what is kept
        for (const int block : blocks) {
            const auto size = static_cast<std::size_t>(group.blockSize(block));
            int &off = m_epochsOff[g][static_cast<std::size_t>(block)];
            off = masks[g][channel] ? 0 : off + 1;
            if (patience > 0 && off >= patience) {
                std::fill_n(keep[g].begin() + static_cast<std::ptrdiff_t>(channel), size, std::uint8_t{0});
                drops = true;
            }
            channel += size;
        }
    }
    return drops ? std::optional(keep) : std::nullopt;
}

void Narrowing::narrow(const ChannelMasks &masks, const WeightStore &weights, const Importance &importance)
{
    m_left = widen(importance);
    m_leftWeights = widen(weights);
    m_kept = widen(masks);
}

ChannelMasks Narrowing::widen(const ChannelMasks &masks) const
{
    ChannelMasks wide = m_kept;
    for (std::size_t g = 0; g < wide.size(); ++g) {
        std::size_t next = 0;
        for (std::uint8_t &channel : wide[g]) {
            if (channel)
                channel = masks[g][next++];
        }
    }
    return wide;
}

Narrowing::Importance Narrowing::widen(const Importance &importance) const
{
    Importance wide = m_left;
    for (std::size_t g = 0; g < wide.size(); ++g) {
        if (wide[g].empty())
            continue;
        std::size_t next = 0;
        for (const int block : keptBlocks(m_whole.groups()[g], m_kept[g]))
            wide[g][static_cast<std::size_t>(block)] = importance[g][next++];
    }
    return wide;
}

WeightStore Narrowing::widen(const WeightStore &weights) const
{
    if (!isNarrow())
        return weights;
    WeightStore wide = m_leftWeights;
    insertWeights(m_whole, m_kept, weights, wide);
    return wide;
}

WeightStore Narrowing::state() const
{
    WeightStore state{{kKept, flat(m_kept)}, {kEpochsOff, flat(m_epochsOff)}, {kImportance, flat(m_left)}};
    for (const auto &[name, array] : m_leftWeights)
        state[kWeights + name] = array;
    return state;
}

Result<void> Narrowing::restore(const WeightStore &state)
{
    Narrowing read(m_whole);
    for (const auto &[name, array] : state) {
        if (name.starts_with(kWeights))
            read.m_leftWeights[name.substr(kWeights.size())] = array;
    }
    const bool fits = fill(read.m_kept, state, kKept) && fill(read.m_epochsOff, state, kEpochsOff) &&
                      fill(read.m_left, state, kImportance);
    if (!fits || (read.isNarrow() && !checkWeights(m_whole.seed(), read.m_leftWeights, "").ok()))
        return invalidInput("the checkpoint's compaction is of another search space; begin the run anew");
    for (std::size_t g = 0; g < read.m_kept.size(); ++g) {
        const ChannelGroup &group = m_whole.groups()[g];
        bool whole = true; // blocks, and at least one
        for (std::size_t c = 0; c < read.m_kept[g].size(); ++c)
            whole = whole && read.m_kept[g][c] == read.m_kept[g][c - c % static_cast<std::size_t>(group.granularity)];
        if (!whole || std::count(read.m_kept[g].begin(), read.m_kept[g].end(), std::uint8_t{1}) == 0)
            return invalidInput("the checkpoint's compaction keeps no whole blocks; begin the run anew");
    }
    *this = std::move(read);
    return {};
}

} // namespace dnas
