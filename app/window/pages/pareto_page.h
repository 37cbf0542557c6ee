// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pareto: candidates over two metrics, the same as a table, and the details of the selected one. The selection is
// the program's one selection model.
#pragma once

#include "app/window/selection.h"
#include "app/window/study_document.h"
#include "core/report/figures.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace paretoscope {

class CandidateDetails;
class CandidateModel;
class PlotView;
struct PointRef;

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
    QWidget *createToolBar();
    QWidget *createTable();
    void refreshSoon();
    void refresh();
    void fillMetrics();
    void showSelection();
    void selectFromTable();
    dnas::CandidateId candidateAt(int series, int point) const;

    StudyDocument &m_document;
    Selection &m_selection;
    QTimer m_refresh;
    QStackedWidget *m_stack;
    QComboBox *m_x;
    QComboBox *m_y;
    QCheckBox *m_log;
    QCheckBox *m_published;
    QLabel *m_summary;
    PlotView *m_plot;
    CandidateModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    CandidateDetails *m_details;
    std::string m_drawnAxes;
    bool m_quiet = false;
};

} // namespace paretoscope
