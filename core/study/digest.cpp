// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The digest: what a search computed, in one number that is the same wherever and however it was computed.
// docs/study_format.md lists what enters it.
#include "core/base/files.h"
#include "core/study/study_private.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace dnas {
namespace {

/// Fields one after the other, each with its length, so that no two lists of fields look the same.
class Fields {
public:
    Fields &add(std::string_view text)
    {
        m_bytes += std::to_string(text.size());
        m_bytes += ':';
        m_bytes += text;
        return *this;
    }
    Fields &add(const char *text) { return add(std::string_view(text)); }
    Fields &add(double value)
    {
        if (std::isnan(value)) // every NaN is one
            return add("nan");
        std::array<char, 16> hex{};
        auto bits = std::bit_cast<std::uint64_t>(value);
        for (std::size_t i = hex.size(); i-- > 0; bits >>= 4)
            hex[i] = "0123456789abcdef"[bits & 15];
        return add(std::string_view(hex.data(), hex.size()));
    }
    Fields &add(std::int64_t value) { return add(std::string_view(std::to_string(value))); }
    Fields &add(int value) { return add(std::int64_t{value}); }
    template <typename T>
    Fields &addAll(const std::vector<T> &values)
    {
        add(static_cast<std::int64_t>(values.size()));
        for (const T &value : values)
            add(value);
        return *this;
    }
    Fields &addAll(const std::map<std::string, double> &values)
    {
        add(static_cast<std::int64_t>(values.size()));
        for (const auto &[name, value] : values)
            add(std::string_view(name)).add(value);
        return *this;
    }
    Fields &add(const std::string &text) { return add(std::string_view(text)); }
    std::string sum() const { return sha256(m_bytes); }

private:
    std::string m_bytes;
};

void appendEpoch(Fields &fields, const EpochReport &e)
{
    fields.add("epoch").add(phaseName(e.phase)).add(e.epoch).add(e.epochs);
    fields.add(e.taskLoss).addAll(e.termLosses).add(e.totalLoss).add(e.trainQuality).add(e.validationLoss);
    fields.add(e.quality).add(e.learningRate).addAll(e.strengths).addAll(e.targets).addAll(e.costs).addAll(e.widths);
}

void appendSteering(Fields &fields, const SteeringChanged &s)
{
    fields.add("steering").add(phaseName(s.phase)).add(s.epoch).add(s.step).add(s.key).add(s.oldValue).add(s.newValue);
}

/// Every column of a row that is the result of computing, without ids.
Result<std::vector<std::string>> candidateSums(Database &database, RunId run)
{
    std::vector<std::string> sums;
    Statement read(
        database,
        "SELECT c.id, c.state, c.is_seed, c.feasible, c.quality, c.test_quality, c.quality_metric, "
        "c.quality_precision, c.validation_loss, c.test_loss, c.moved_channels, c.network, d.masks, d.weights "
        "FROM candidates c LEFT JOIN candidate_data d ON d.candidate = c.id WHERE c.run = ?");
    Statement costs(database, "SELECT board, runtime, point, exit, metric, value, origin, error_percent FROM costs "
                              "WHERE candidate = ? ORDER BY board, runtime, point, exit, metric");
    read.bind(run.value);
    while (read.next()) {
        Fields fields;
        fields.add(read.text(1)).add(read.integer(2)).add(read.integer(3)).add(read.real(4)).add(read.real(5));
        fields.add(read.text(6)).add(read.text(7)).add(read.real(8)).add(read.real(9)).add(read.integer(10));
        // The network is named by the SHA-256 of its text; weights may be large, so they enter by theirs.
        fields.add(read.text(11)).add(read.blob(12)).add(read.isNull(13) ? std::string() : sha256(read.blob(13)));
        costs.bind(read.integer(0));
        while (costs.next()) {
            for (int column = 0; column < 5; ++column)
                fields.add(costs.text(column));
            fields.add(costs.real(5)).add(costs.text(6)).add(costs.real(7));
        }
        if (const auto status = costs.status(); !status.ok())
            return status.error();
        costs.reset();
        sums.push_back(fields.sum());
    }
    if (const auto status = read.status(); !status.ok())
        return status.error();
    std::sort(sums.begin(), sums.end());
    return sums;
}

} // namespace

Result<std::map<std::string, std::string>> Study::Private::readRunDigests()
{
    const auto runs = readRuns();
    if (!runs.ok())
        return runs.error();
    std::map<std::string, std::string> digests;
    for (const StudyRun &run : *runs) {
        if (run.state == RunState::Running || run.state == RunState::Aborted)
            continue;
        const auto history = readHistory(run.id);
        const auto changes = readSteering(run.id);
        const auto sums = candidateSums(database, run.id);
        if (!history.ok() || !changes.ok() || !sums.ok())
            return !history.ok() ? history.error() : !changes.ok() ? changes.error() : sums.error();
        Fields fields;
        fields.add(run.key).add(runStateName(run.state)).addAll(run.termNames);
        for (const EpochReport &epoch : *history)
            appendEpoch(fields, epoch);
        for (const SteeringChanged &change : *changes)
            appendSteering(fields, change);
        fields.add("candidates").addAll(*sums);
        digests[run.key] = fields.sum();
    }
    return digests;
}

Result<std::map<std::string, std::string>> Study::runDigests() const
{
    return d->read([&](Database &) { return d->readRunDigests(); });
}

Result<std::string> Study::digest() const
{
    return d->read([&](Database &) -> Result<std::string> {
        const auto spec = d->readSpec();
        if (!spec.ok())
            return spec.error();
        const auto runs = d->readRunDigests();
        if (!runs.ok())
            return runs.error();
        Fields fields;
        fields.add("paretoscope study digest 1");
        fields.add(spec->benchmark).add(spec->network).add(spec->board).add(spec->runtime).add(spec->point);
        fields.addAll(spec->seedCosts);
        for (const auto &[key, digest] : *runs)
            fields.add(key).add(digest);
        return fields.sum();
    });
}

} // namespace dnas
