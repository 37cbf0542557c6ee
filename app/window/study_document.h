// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The study that all pages look at: opened from a file, or growing while a search runs. Reads on worker threads;
// signals on the GUI thread. Opens read-only: the engine is the only writer.
#pragma once

#include "app/window/study_snapshot.h"
#include "core/report/quality_details.h"
#include "core/spec/search_spec.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace paretoscope {

class StudyDocument : public QObject {
    Q_OBJECT

public:
    StudyDocument();

    /// Opens a file in the background; then `opened`, or `failed` and the old study stays.
    void open(const std::filesystem::path &path);
    /// An empty document for a search that is about to write `path`.
    void beginLive(std::shared_ptr<const dnas::SearchPlan> plan, const std::filesystem::path &path);
    /// As if it had been read from a file: for tests.
    void show(StudySnapshot snapshot);
    /// The search has ended: reads everything anew, or closes when nothing was written.
    void endLive();
    void close();

    // Events of the running search, in the order they came.
    void addRun(const dnas::RunStarted &event);
    void addEpoch(const dnas::EpochReport &event);
    void addSteering(const dnas::SteeringChanged &event);
    void finishRun(const dnas::SearchFinished &event);
    /// A candidate was stored: reads the list again soon.
    void reload();

    bool isOpen() const { return m_open; }
    bool isLive() const { return m_live; }
    const std::filesystem::path &path() const { return m_path; }
    QString name() const; ///< of the file, without folder and ending
    const StudySnapshot &snapshot() const { return m_snapshot; }
    /// Another process searches in it: what that writes is read within two seconds.
    bool isFollowed() const { return m_open && !m_live && m_snapshot.isWritten; }
    /// Of the running or last search; null when opened from a file.
    std::shared_ptr<const dnas::SearchPlan> plan() const { return m_plan; }

    const dnas::StudyRun *run(dnas::RunId id) const;
    const dnas::CandidateSummary *candidate(dnas::CandidateId id) const;
    /// The shared warm-up's epochs, then the run's own; only these where it has a warm-up of its own (baselines).
    std::vector<dnas::EpochReport> history(dnas::RunId run) const;
    std::vector<dnas::SteeringChanged> steering(dnas::RunId run) const;
    /// Terms of a run as planned; null when opened from a file.
    const dnas::RunPlan *planOf(dnas::RunId run) const;

    /// Reads a candidate's network in the background; nothing is called when it cannot be read (see failed).
    void requestNetwork(dnas::CandidateId id, QObject *context,
                        std::function<void(std::shared_ptr<const dnas::Network>)> done);
    /// What is known of its quality beyond one figure; nothing when it cannot be read (see failed).
    void requestQuality(dnas::CandidateId id, QObject *context,
                        std::function<void(std::optional<dnas::CandidateQuality>)> done);
    void saveCopy(const std::filesystem::path &target);

signals:
    void opened(); ///< everything is new (also after close)
    void runsChanged();
    void historyChanged(dnas::RunId run);
    void steered(dnas::RunId run); ///< after historyChanged
    void candidatesChanged();
    void copied(const QString &path);
    void settled();   ///< nobody searches in it, and all that is there is read
    void abandoned(); ///< before settled: the process that searched in it is gone
    void failed(const dnas::Error &error);

private:
    enum class Announce { Everything, WhatChanged };
    void read(bool all, Announce announce = Announce::Everything);
    void look();

    StudySnapshot m_snapshot;
    std::filesystem::path m_path;
    std::shared_ptr<const dnas::SearchPlan> m_plan;
    std::map<dnas::CandidateId, std::shared_ptr<const dnas::Network>> m_networks;
    int m_generation = 0;  ///< of the content: answers for an older one are dropped
    int m_openRequest = 0; ///< the newest wish to open counts
    bool m_open = false;
    bool m_live = false;
    bool m_extends = false; ///< the search writes into a study that was there
    bool m_reading = false;
    bool m_readAgain = false;
    QTimer m_looks;            ///< for what other processes do to the study
    bool m_looking = false;    ///< one is on its way
    std::string m_lastFailure; ///< of reading, which is tried again and again
};

} // namespace paretoscope
