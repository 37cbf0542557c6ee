// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See quality_table.h. Counts are 64 bits each, little-endian, by true class, then by predicted class.
#include "core/study/quality_table.h"

#include "core/study/study_private.h"

#include <cmath>

namespace dnas {

namespace {

std::string encodeCounts(const std::vector<std::int64_t> &counts)
{
    std::string bytes;
    for (const std::int64_t count : counts) {
        for (int shift = 0; shift < 64; shift += 8)
            bytes += static_cast<char>(static_cast<std::uint64_t>(count) >> shift & 0xff);
    }
    return bytes;
}

/// Nothing when they are no square of counts.
std::optional<std::vector<std::int64_t>> decodeCounts(const std::string &bytes)
{
    std::vector<std::int64_t> counts(bytes.size() / 8);
    const auto classes = static_cast<std::size_t>(std::llround(std::sqrt(static_cast<double>(counts.size()))));
    if (bytes.size() % 8 != 0 || classes * classes != counts.size())
        return std::nullopt;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        std::uint64_t value = 0;
        for (int k = 7; k >= 0; --k)
            value = value << 8 | static_cast<unsigned char>(bytes[8 * i + static_cast<std::size_t>(k)]);
        counts[i] = static_cast<std::int64_t>(value);
        if (counts[i] < 0)
            return std::nullopt;
    }
    return counts;
}

} // namespace

Result<void> insertDetails(Database &database, std::int64_t candidate, const std::string &split,
                           const QualityDetails &details)
{
    for (const auto &[name, value] : details.measures) {
        Statement insert(database, "INSERT INTO measures VALUES (?, ?, ?, ?)");
        insert.bind(candidate).bind(split).bind(name).bind(value);
        if (const auto put = insert.run(); !put.ok())
            return put;
    }
    if (details.confusion.empty())
        return {};
    const std::string counts = encodeCounts(details.confusion);
    Statement insert(database, "INSERT INTO confusions VALUES (?, ?, ?)");
    insert.bind(candidate).bind(split).bindBlob(counts);
    return insert.run();
}

Result<QualityDetails> Study::qualityDetails(CandidateId id, const std::string &split) const
{
    return d->read([&](Database &database) -> Result<QualityDetails> {
        QualityDetails details;
        if (d->version < 3) // made before they were kept
            return details;
        Statement measures(database, "SELECT name, value FROM measures WHERE candidate = ? AND split = ?");
        measures.bind(id.value).bind(split);
        while (measures.next())
            details.measures[measures.text(0)] = measures.real(1);
        if (const auto status = measures.status(); !status.ok())
            return status.error();
        Statement counts(database, "SELECT counts FROM confusions WHERE candidate = ? AND split = ?");
        counts.bind(id.value).bind(split);
        if (!counts.next())
            return counts.status().ok() ? Result<QualityDetails>(std::move(details)) : counts.status().error();
        auto decoded = decodeCounts(counts.blob(0));
        if (!decoded)
            return d->damaged("the confusion matrix of candidate " + std::to_string(id.value) + " cannot be read");
        details.confusion = std::move(*decoded);
        return details;
    });
}

} // namespace dnas
