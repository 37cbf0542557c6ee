// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Setup: every edit is planned at once on a worker and answered with costs, reach and verdicts; what cannot work
// cannot be started, and the page says why.
#pragma once

#include "app/window/search_planner.h"
#include "app/window/spec_file.h"
#include "core/search/search_run.h"

#include <QWidget>

namespace paretoscope {

class Dialogs;
class MessageBar;
class ObjectiveEditor;
class PlannedData;
class SetupAnswers;
class SetupForm;
class SearchEngine;
class TimeEstimate;

class SetupPage : public QWidget {
    Q_OBJECT

public:
    SetupPage(Dialogs &dialogs, std::shared_ptr<SearchEngine> engine, QWidget *parent = nullptr);

    /// A spec to begin from; shows it and plans it. Emits nothing.
    void setSpec(const dnas::SearchSpec &spec);
    /// The spec of a study that was opened: begins from it, unless that would lose edits; then a button does it.
    /// `data`: the folder that its search read; where it is not known, what stands here stays, and so does a folder
    /// that the user has just named.
    void offerSpec(const dnas::SearchSpec &spec, const QString &study, const std::optional<QString> &data);
    bool shows(const dnas::SearchSpec &spec) const; ///< no edit tells them apart
    dnas::SearchSpec spec() const;
    dnas::SearchOptions options() const; ///< where and how a search runs
    const PlanAnswer &answer() const { return m_answer; }
    /// While a search runs nothing else can be started.
    void setSearchRunning(bool running);
    bool canStart() const;
    /// Starts as soon as the plan and the data check are there (the demo).
    void startWhenReady();
    /// As if the user had chosen this board and runtime.
    void useBoard(const std::string &nameOrPath, const std::string &runtime);
    std::string board() const;      ///< name or path, as chosen
    std::string benchmark() const;  ///< the same
    std::string dataFolder() const; ///< as typed; empty: the default one
    /// Something was fetched, or has changed on the disk.
    void recheckData();

public slots:
    void start(); ///< does nothing when it cannot
    void saveSpec();

signals:
    void startRequested(const std::shared_ptr<const dnas::SearchPlan> &plan, const dnas::SearchOptions &options);
    void answered(); ///< the newest edit has been planned and its data checked
    void specSaved(const QString &file);
    void calibrateRequested();
    void failed(const dnas::Error &error);

private:
    void onEdited();
    void replan();
    void onPlanned(const PlanAnswer &answer);
    void showError(const dnas::Error &error);
    bool hasEdits() const; ///< that stand neither in a file nor in a study
    void checkData();
    void showData();
    void refresh();
    QString obstacle() const;
    QString commandLine() const;
    void estimate();
    std::string estimateKey() const;

    Dialogs &m_dialogs;
    SearchPlanner *m_planner;
    SetupForm *m_form;
    ObjectiveEditor *m_objective;
    SetupAnswers *m_answers;
    MessageBar *m_offer;
    std::optional<dnas::SearchSpec> m_offered;
    std::optional<QString> m_offeredData; ///< goes with it
    std::string m_startedText;            ///< the spec that was started last: its study holds it
    dnas::SearchSpec m_base;              ///< what the form does not show: recipe, weights, file
    PlanAnswer m_answer;
    SpecFile m_specFile;
    PlannedData *m_data;
    TimeEstimate *m_estimate;
    std::string m_estimatedFor; ///< what the estimate, or the probe, is about
    bool m_running = false;
    bool m_startWhenReady = false;
};

} // namespace paretoscope
