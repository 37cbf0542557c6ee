// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <cmath>
#include <numeric>

namespace dnas {

namespace {

std::uint64_t mix(std::uint64_t z)
{
    // Finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15ULL;

} // namespace

std::uint64_t hashText(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return mix(hash);
}

std::uint64_t combineKeys(std::initializer_list<std::uint64_t> parts)
{
    std::uint64_t key = kGolden;
    for (const std::uint64_t part : parts)
        key = mix(key + kGolden + mix(part));
    return key;
}

RandomStream::RandomStream(std::uint64_t key)
    : m_state(mix(key + kGolden))
{
}

RandomStream::RandomStream(std::uint64_t seed, std::string_view purpose, std::initializer_list<std::uint64_t> parts)
    : RandomStream(combineKeys({seed, hashText(purpose), combineKeys(parts)}))
{
}

std::uint64_t RandomStream::next()
{
    m_state += kGolden;
    return mix(m_state);
}

double RandomStream::uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

std::uint64_t RandomStream::below(std::uint64_t bound)
{
    // Rejection of the incomplete last interval.
    const std::uint64_t limit = ~std::uint64_t{0} - (~std::uint64_t{0} % bound + 1) % bound;
    std::uint64_t value = next();
    while (value > limit)
        value = next();
    return value % bound;
}

double RandomStream::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    double u = 0;
    double v = 0;
    double s = 0;
    do {
        u = 2 * uniform() - 1;
        v = 2 * uniform() - 1;
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    const double factor = std::sqrt(-2 * std::log(s) / s);
    m_spare = v * factor;
    m_hasSpare = true;
    return u * factor;
}

std::vector<std::int64_t> RandomStream::permutation(std::int64_t n)
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), std::int64_t{0});
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[below(i)]);
    return order;
}

} // namespace dnas
