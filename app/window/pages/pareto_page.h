// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pareto: candidates over two metrics or as parallel coordinates, limits that are tried out, the front over time, the
// same as a table, and the details of the selected one. The selection is the program's one selection model.
#pragma once

#include "app/window/selection.h"
#include "app/window/study_document.h"
#include "core/report/figures.h"

#include <QTimer>
#include <QWidget>

#include <filesystem>
#include <span>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace paretoscope {

class CandidateDetails;
class CandidateLines;
class CandidateTable;
class FrontHistory;
class FrontPlot;
class ParetoLimits;
class ParetoToolBar;

class ParetoPage : public QWidget {
    Q_OBJECT

public:
    ParetoPage(StudyDocument &document, Selection &selection, QWidget *parent = nullptr);

    void fit();

signals:
    void exportRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Candidates = std::span<const dnas::CandidateSummary>;

    QWidget *createViews();
    void refreshSoon();
    void refresh();
    void beginStudy();
    dnas::FrontFigureOptions options();
    void drawOthers(Candidates shown, const dnas::FrontFigureOptions &options);
    void showSummary();
    void showDetails();

    StudyDocument &m_document;
    Selection &m_selection;
    QTimer m_refresh;
    QStackedWidget *m_stack;
    ParetoToolBar *m_tools;
    ParetoLimits *m_limits;
    QTabWidget *m_tabs;
    FrontPlot *m_plot;
    CandidateLines *m_parallel;
    FrontHistory *m_history;
    QLabel *m_summary;
    CandidateTable *m_table;
    CandidateDetails *m_details;
    QString m_facts; ///< the summary, but for what the brushes say
    std::filesystem::path m_studyPath;
    bool m_studyIsNew = true; ///< its limits are not yet shown
};

} // namespace paretoscope
