// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See study_document.h.
#include "app/window/study_document.h"

#include "app/window/background_task.h"
#include "app/window/text.h"
#include "core/study/study_recorder.h"
#include "core/study/study_spec.h"

#include <algorithm>

namespace paretoscope {

namespace {

/// As far as they are listed; further figures of a candidate do not change by themselves.
bool sameCandidates(const std::vector<dnas::CandidateSummary> &a, const std::vector<dnas::CandidateSummary> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const dnas::CandidateSummary &one, const dnas::CandidateSummary &other) {
                          return one.id == other.id && one.state == other.state;
                      });
}

} // namespace

StudyDocument::StudyDocument()
{
    constexpr int kEveryMs = 2000;
    m_looks.setInterval(kEveryMs);
    connect(&m_looks, &QTimer::timeout, this, &StudyDocument::look);
    m_looks.start();
}

void StudyDocument::open(const std::filesystem::path &path)
{
    const int request = ++m_openRequest;
    runInBackground(
        this, [path] { return loadStudy(path); },
        [this, path, request](auto result) {
            if (request != m_openRequest)
                return;
            if (!result.ok()) {
                emit failed(result.error());
                return;
            }
            ++m_generation;
            m_snapshot = std::move(result).value();
            m_path = path;
            m_plan.reset();
            m_networks.clear();
            m_open = true;
            m_live = m_reading = m_readAgain = false;
            emit opened();
        });
}

void StudyDocument::beginLive(std::shared_ptr<const dnas::SearchPlan> plan, const std::filesystem::path &path)
{
    ++m_generation;
    ++m_openRequest;
    m_snapshot = {};
    m_snapshot.spec = dnas::studySpecOf(*plan);
    m_snapshot.task = dnas::studyTaskOf(m_snapshot.spec);
    m_snapshot.search = std::make_shared<const dnas::SearchSpec>(plan->spec);
    m_snapshot.space = std::make_shared<const dnas::SearchSpace>(plan->space);
    m_snapshot.setup = std::make_shared<const dnas::BoardSetup>(plan->setup);
    m_plan = std::move(plan);
    m_path = path;
    m_networks.clear();
    m_open = m_live = true;
    m_reading = m_readAgain = false;
    std::error_code unknown;
    m_extends = std::filesystem::exists(m_path, unknown);
    emit opened();
}

void StudyDocument::show(StudySnapshot snapshot)
{
    close();
    m_snapshot = std::move(snapshot);
    m_open = true;
    emit opened();
}

void StudyDocument::endLive()
{
    if (!m_live)
        return;
    m_live = false;
    m_snapshot.isWritten = false; // that was this process
    std::error_code unknown;
    if (!m_snapshot.study && !std::filesystem::exists(m_path, unknown))
        close(); // it failed before there was a file; the search itself says why
    else
        read(true);
}

void StudyDocument::close()
{
    ++m_generation;
    ++m_openRequest;
    m_snapshot = {};
    m_plan.reset();
    m_path.clear();
    m_networks.clear();
    m_open = m_live = m_reading = m_readAgain = false;
    emit opened();
}

void StudyDocument::addRun(const dnas::RunStarted &event)
{
    std::erase_if(m_snapshot.runs, [&](const dnas::StudyRun &run) { return run.id == event.run; });
    m_snapshot.runs.push_back(
        {event.run, event.key, event.label, dnas::RunState::Running, {}, event.termNames, {}, event.outline});
    m_snapshot.histories[event.run].clear();
    m_snapshot.steering[event.run].clear();
    emit runsChanged();
    if (m_extends)
        reload(); // what the run did before is in the file
}

void StudyDocument::addEpoch(const dnas::EpochReport &event)
{
    std::vector<dnas::EpochReport> &history = m_snapshot.histories[event.run];
    const auto isSame = [&](const dnas::EpochReport &known) {
        return known.phase == event.phase && known.epoch >= event.epoch;
    };
    std::erase_if(history, isSame); // it may have been read from the file meanwhile
    history.push_back(event);
    emit historyChanged(event.run);
}

void StudyDocument::addSteering(const dnas::SteeringChanged &event)
{
    m_snapshot.steering[event.run].push_back(event);
    applySteering(m_snapshot.runs, event);
    emit historyChanged(event.run);
    emit steered(event.run);
}

void StudyDocument::finishRun(const dnas::SearchFinished &event)
{
    for (dnas::StudyRun &run : m_snapshot.runs)
        if (run.id == event.run) {
            run.state = dnas::runStateOf(event.reason);
            run.reason = event.error ? event.error->text() : std::string();
        }
    emit runsChanged();
}

void StudyDocument::reload() { read(false); }

/// Asks little while nothing changes: a lock and one number.
void StudyDocument::look()
{
    if (!m_open || m_live || m_reading || m_looking || !m_snapshot.study)
        return;
    m_looking = true;
    struct Seen {
        bool isWritten = false;
        std::int64_t version = 0;
    };
    auto work = [study = m_snapshot.study, before = m_snapshot.version] {
        const bool isWritten = dnas::Study::isWritten(study->path());
        const auto version = study->dataVersion();
        return Seen{isWritten, version.ok() ? *version : before}; // busy: it is asked again
    };
    runInBackground(this, std::move(work), [this, generation = m_generation](Seen seen) {
        m_looking = false;
        if (generation == m_generation && !m_live &&
            (seen.isWritten != m_snapshot.isWritten || seen.version != m_snapshot.version))
            read(false, Announce::WhatChanged);
    });
}

void StudyDocument::read(bool all, Announce announce)
{
    if (m_reading) { // one at a time; candidates may arrive faster than the disk answers
        m_readAgain = true;
        return;
    }
    m_reading = true;
    const int generation = m_generation;
    auto work = [path = m_path, study = all ? nullptr : m_snapshot.study] {
        return study ? readStudy(study) : loadStudy(path);
    };
    runInBackground(this, std::move(work), [this, generation, announce](auto result) {
        if (generation != m_generation)
            return;
        m_reading = false;
        const bool again = std::exchange(m_readAgain, false);
        bool wasFollowed = false;
        if (result.ok()) {
            StudySnapshot fresh = std::move(result).value();
            if (m_live || again)
                mergeLive(fresh, m_snapshot);
            wasFollowed = isFollowed();
            const bool same =
                announce == Announce::WhatChanged && sameCandidates(fresh.candidates, m_snapshot.candidates);
            m_snapshot = std::move(fresh);
            m_lastFailure.clear();
            emit runsChanged();
            if (!same)
                emit candidatesChanged();
        } else if (!m_live) {
            // While it runs the file may not be there yet; the next candidate asks again.
            const std::string text = result.error().text();
            if (std::exchange(m_lastFailure, text) != text || announce == Announce::Everything)
                emit failed(result.error());
        }
        if (again)
            read(!m_live);
        else if (!m_live && !isFollowed()) {
            if (wasFollowed)
                emit abandoned();
            emit settled();
        }
    });
}

QString StudyDocument::name() const { return toText(m_path.stem()); }

const dnas::StudyRun *StudyDocument::run(dnas::RunId id) const
{
    for (const dnas::StudyRun &run : m_snapshot.runs)
        if (run.id == id)
            return &run;
    return nullptr;
}

const dnas::CandidateSummary *StudyDocument::candidate(dnas::CandidateId id) const
{
    for (const dnas::CandidateSummary &candidate : m_snapshot.candidates)
        if (candidate.id == id)
            return &candidate;
    return nullptr;
}

std::vector<dnas::EpochReport> StudyDocument::history(dnas::RunId run) const
{
    std::vector<dnas::EpochReport> all;
    const auto append = [&](dnas::RunId id) {
        if (const auto found = m_snapshot.histories.find(id); found != m_snapshot.histories.end())
            all.insert(all.end(), found->second.begin(), found->second.end());
    };
    const dnas::StudyRun *known = this->run(run);
    if (run != dnas::kSharedRun && !(known && known->outline && known->outline->hasOwnWarmUp()))
        append(dnas::kSharedRun);
    append(run);
    return all;
}

std::vector<dnas::SteeringChanged> StudyDocument::steering(dnas::RunId run) const
{
    const auto found = m_snapshot.steering.find(run);
    return found == m_snapshot.steering.end() ? std::vector<dnas::SteeringChanged>{} : found->second;
}

const dnas::RunPlan *StudyDocument::planOf(dnas::RunId id) const
{
    const dnas::StudyRun *known = run(id);
    if (!m_plan || !known)
        return nullptr;
    for (const dnas::RunPlan &planned : m_plan->runs)
        if (planned.key == known->key)
            return &planned;
    return nullptr;
}

void StudyDocument::requestNetwork(dnas::CandidateId id, QObject *context,
                                   std::function<void(std::shared_ptr<const dnas::Network>)> done)
{
    if (const auto found = m_networks.find(id); found != m_networks.end()) {
        done(found->second);
        return;
    }
    if (!m_snapshot.study)
        return;
    auto work = [study = m_snapshot.study, id] {
        return study->network(id);
    };
    runInBackground(context, std::move(work),
                    [this, id, generation = m_generation, done = std::move(done)](auto result) {
                        if (generation != m_generation)
                            return;
                        if (!result.ok()) {
                            emit failed(result.error());
                            return;
                        }
                        auto network = std::make_shared<const dnas::Network>(std::move(result).value());
                        m_networks[id] = network;
                        done(network);
                    });
}

void StudyDocument::requestQuality(dnas::CandidateId id, QObject *context,
                                   std::function<void(std::optional<dnas::CandidateQuality>)> done)
{
    if (!m_snapshot.study)
        return;
    auto work = [study = m_snapshot.study, id, names = m_snapshot.task.classNames] {
        return dnas::readQuality(*study, id, names);
    };
    runInBackground(context, std::move(work), [this, generation = m_generation, done = std::move(done)](auto result) {
        if (generation != m_generation)
            return;
        if (!result.ok())
            emit failed(result.error());
        done(result.ok() ? std::optional(std::move(result).value()) : std::nullopt);
    });
}

void StudyDocument::saveCopy(const std::filesystem::path &target)
{
    if (!m_snapshot.study) {
        emit failed(dnas::invalidInput("There is no study file to copy yet: wait for the first candidate."));
        return;
    }
    auto work = [study = m_snapshot.study, target] {
        return study->saveCopy(target);
    };
    runInBackground(this, std::move(work), [this, target](auto result) {
        if (result.ok())
            emit copied(toText(target));
        else
            emit failed(result.error());
    });
}

} // namespace paretoscope
