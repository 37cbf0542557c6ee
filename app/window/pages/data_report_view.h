// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What lies in a data folder, told: whether it can be used, what is missing or odd and what to do, how large the splits
// and the classes are. Values in, nothing out.
#pragma once

#include "app/window/data_jobs.h"

#include <QWidget>

class QLabel;
class QTableView;
class QTableWidget;

namespace paretoscope {

class ClassCountModel;
class ShareDelegate;

class DataReportView : public QWidget {
    Q_OBJECT
public:
    explicit DataReportView(QWidget *parent = nullptr);

    void setLook(const DataLook &look);
    /// Nothing is known, and why.
    void clear(const QString &why);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFindings();
    void showFinding(int row, const dnas::DataFinding &finding);
    void setClasses(const DataLook &look);

    std::vector<dnas::DataFinding> m_found;
    QLabel *m_headline;
    QLabel *m_advice;
    QLabel *m_splits;
    QTableWidget *m_findings;
    ClassCountModel *m_counts;
    QTableView *m_classes;
    ShareDelegate *m_bars;
};

/// "Can be used", "Nothing is there yet …": what to do, in one or two sentences.
QString dataAdvice(const DataLook &look);

} // namespace paretoscope
