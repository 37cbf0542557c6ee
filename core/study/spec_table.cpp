// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables meta, texts, specs and seed_costs.
#include "core/study/spec_table.h"

#include "core/base/files.h"
#include "core/study/study_private.h"

#include <charconv>

namespace dnas {
namespace {

constexpr const char *kReplayed = "replayed";
constexpr const char *kTrain = "training_samples";
constexpr const char *kValidation = "validation_samples";
constexpr const char *kTest = "test_samples";
constexpr const char *kBasis = "split";
constexpr const char *kDigest = "samples_digest";
const std::string kDigestOf = "samples_of ";

Result<void> putMeta(Database &database, const std::string &key, const std::string &value)
{
    return Statement(database, "INSERT OR REPLACE INTO meta VALUES (?, ?)").bind(key).bind(value).run();
}

Result<std::map<std::string, std::string>> readMeta(Database &database)
{
    std::map<std::string, std::string> meta;
    Statement read(database, "SELECT key, value FROM meta");
    while (read.next())
        meta[read.text(0)] = read.text(1);
    if (const auto status = read.status(); !status.ok())
        return status.error();
    return meta;
}

/// Parts of a StudySpec that are whole texts, by the role they play.
struct Role {
    const char *name;
    std::string StudySpec::*text;
};
constexpr Role kRoles[] = {{"spec", &StudySpec::spec},
                           {"benchmark", &StudySpec::benchmark},
                           {"network", &StudySpec::network},
                           {"board", &StudySpec::board}};

} // namespace

Result<std::string> putText(Database &database, const std::string &body)
{
    const std::string key = sha256(body);
    const auto put = Statement(database, "INSERT OR IGNORE INTO texts VALUES (?, ?)").bind(key).bind(body).run();
    if (!put.ok())
        return put.error();
    return key;
}

Result<void> writeSpecTables(Database &database, const StudySpec &spec)
{
    for (const Role &role : kRoles) {
        const auto key = putText(database, spec.*role.text);
        if (!key.ok())
            return key.error();
        if (auto put =
                Statement(database, "INSERT OR REPLACE INTO specs VALUES (?, ?)").bind(role.name).bind(*key).run();
            !put.ok())
            return put;
    }
    if (auto put = putMeta(database, "runtime", spec.runtime); !put.ok())
        return put;
    if (auto put = putMeta(database, "point", spec.point); !put.ok())
        return put;
    if (auto cleared = database.execute("DELETE FROM seed_costs"); !cleared.ok())
        return cleared;
    Statement insert(database, "INSERT INTO seed_costs VALUES (?, ?)");
    for (const auto &[metric, value] : spec.seedCosts)
        if (auto put = insert.bind(metric).bind(value).run(); !put.ok())
            return put;
    return insert.status();
}

Result<void> writeSpecTables(Database &database, const StudySpec &spec, const StudyEnvironment &environment)
{
    for (const auto &[key, value] : {std::pair<const char *, std::string>{"processor", environment.processor},
                                     {"torch_version", environment.torchVersion},
                                     {"program_version", environment.programVersion},
                                     {"threads", std::to_string(environment.threads)}})
        if (auto put = putMeta(database, key, value); !put.ok())
            return put;
    return writeSpecTables(database, spec);
}

Result<void> Study::setSpec(const StudySpec &spec)
{
    return d->write([&](Database &database) { return writeSpecTables(database, spec); });
}

Result<void> Study::setSamples(const StudySamples &samples, const std::string &warmUpKey)
{
    return d->write([&](Database &database) -> Result<void> {
        for (const auto &[key, value] : {std::pair<const char *, std::string>{kTrain, std::to_string(samples.train)},
                                         {kValidation, std::to_string(samples.validation)},
                                         {kTest, std::to_string(samples.test)},
                                         {kBasis, samples.basis},
                                         {kDigest, samples.digest}})
            if (auto put = putMeta(database, key, value); !put.ok())
                return put;
        return putMeta(database, kDigestOf + warmUpKey, samples.digest);
    });
}

Result<std::optional<StudySamples>> Study::samples() const
{
    return d->read([&](Database &database) -> Result<std::optional<StudySamples>> {
        auto meta = readMeta(database);
        if (!meta.ok())
            return meta.error();
        if (!meta->contains(kTrain))
            return std::optional<StudySamples>();
        StudySamples samples{.basis = (*meta)[kBasis], .digest = (*meta)[kDigest]};
        for (const auto &[key, count] :
             {std::pair{kTrain, &samples.train}, {kValidation, &samples.validation}, {kTest, &samples.test}}) {
            const std::string &text = (*meta)[key];
            const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), *count);
            if (failure != std::errc() || end != text.data() + text.size() || *count < 0)
                return d->damaged("its number of samples is not a number");
        }
        return std::optional(samples);
    });
}

Result<std::string> Study::samplesDigest(const std::string &warmUpKey) const
{
    return d->read([&](Database &database) -> Result<std::string> {
        auto meta = readMeta(database);
        if (!meta.ok())
            return meta.error();
        return (*meta)[kDigestOf + warmUpKey];
    });
}

Result<void> Study::setReplayed(const std::filesystem::path &study)
{
    return d->write([&](Database &database) -> Result<void> {
        if (!study.empty())
            return putMeta(database, kReplayed, study.string());
        return Statement(database, "DELETE FROM meta WHERE key = ?").bind(kReplayed).run();
    });
}

Result<std::filesystem::path> Study::replayed() const
{
    return d->read([&](Database &database) -> Result<std::filesystem::path> {
        auto meta = readMeta(database);
        if (!meta.ok())
            return meta.error();
        return std::filesystem::path((*meta)[kReplayed]);
    });
}

Result<StudySpec> Study::Private::readSpec()
{
    StudySpec spec;
    for (const Role &role : kRoles) {
        Statement read(database,
                       "SELECT t.sha256, t.body FROM specs s JOIN texts t ON t.sha256 = s.text WHERE s.role = ?");
        read.bind(role.name);
        const bool found = read.next();
        if (const auto status = read.status(); !status.ok())
            return status.error();
        if (!found)
            return damaged(std::string("the text of its ") + role.name + " is missing");
        spec.*role.text = read.text(1);
        if (sha256(spec.*role.text) != read.text(0))
            return damaged(std::string("the text of its ") + role.name + " does not match its sum");
    }
    auto meta = readMeta(database);
    if (!meta.ok())
        return meta.error();
    spec.runtime = (*meta)["runtime"];
    spec.point = (*meta)["point"];
    Statement read(database, "SELECT metric, value FROM seed_costs");
    while (read.next())
        spec.seedCosts[read.text(0)] = read.real(1);
    if (const auto status = read.status(); !status.ok())
        return status.error();
    return spec;
}

Result<StudySpec> Study::spec() const
{
    return d->read([&](Database &) { return d->readSpec(); });
}

Result<StudyEnvironment> Study::environment() const
{
    return d->read([&](Database &database) -> Result<StudyEnvironment> {
        auto meta = readMeta(database);
        if (!meta.ok())
            return meta.error();
        StudyEnvironment environment{(*meta)["processor"], (*meta)["torch_version"], (*meta)["program_version"], 0};
        const std::string &threads = (*meta)["threads"];
        if (threads.empty() || threads.size() > 6 || threads.find_first_not_of("0123456789") != std::string::npos)
            return d->damaged("its number of threads is not a number");
        environment.threads = std::stoi(threads);
        return environment;
    });
}

} // namespace dnas
