// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pareto: candidates over two metrics or as parallel coordinates, limits that are tried out, the front over time, the
// same as a table, and the details of the selected one. The selection is the program's one selection model.
#pragma once

#include "app/window/selection.h"
#include "app/window/study_document.h"
#include "core/report/front_quality.h"

#include <QTimer>
#include <QWidget>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

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
class SelectedQuality;

class ParetoPage : public QWidget {
    Q_OBJECT

public:
    ParetoPage(StudyDocument &document, Selection &selection, QWidget *parent = nullptr);

    void fit();
    /// Of all candidates, over the metrics and within the limits chosen, whether or not the page was ever shown.
    /// Indices into the study's candidates.
    std::vector<std::size_t> front();

signals:
    void exportRequested();
    /// Of a picture or table of this page, by its context menu.
    void exportFailed(const QString &message);
    void exported(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Candidates = std::span<const dnas::CandidateSummary>;

    QWidget *createViews();
    void refreshSoon();
    void refresh();
    /// What follows from the candidates alone.
    void takeNewCandidates();
    void beginStudy();
    dnas::FrontFigureOptions options();
    void measure(const dnas::FrontFigureOptions &options);
    /// Marks in the other views what the plot shows. Returns the front as indices.
    std::vector<std::size_t> drawOthers(Candidates shown, const dnas::FrontFigureOptions &options);
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
    SelectedQuality *m_quality;
    FrontHistory *m_history;
    QLabel *m_summary;
    CandidateTable *m_table;
    CandidateDetails *m_details;
    QString m_facts; ///< the summary, but for what the brushes say
    std::filesystem::path m_studyPath;
    bool m_studyIsNew = true;       ///< its limits are not yet shown
    bool m_candidatesAreNew = true; ///< since the last refresh; else only what is tried out has changed
    std::vector<dnas::NamedPoint> m_published;
    std::optional<dnas::FrontBox> m_box;
    std::vector<double> m_hypervolume;
    /// What m_box, m_hypervolume and the start of the limits were computed for.
    struct Axes {
        std::string x;
        std::string y;
        bool operator==(const Axes &) const = default;
    };
    struct Measured {
        Axes axes;
        std::optional<double> xLimit;
        std::optional<double> yLimit;
        bool operator==(const Measured &) const = default;
    };
    std::optional<Axes> m_axes;
    std::optional<Measured> m_measured;
};

} // namespace paretoscope
