// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A confusion matrix as two lists, the pairs that are confused and the classes with what is found of them: the table
// twin of ConfusionGrid, and the only view of matrices with too many classes for a picture. GUI thread.
#pragma once

#include "core/report/confusion_matrix.h"

#include <QTabWidget>

class QStandardItemModel;
class QTableView;

namespace paretoscope {

class ConfusionTables : public QTabWidget {
    Q_OBJECT
public:
    explicit ConfusionTables(QWidget *parent = nullptr);

    /// The most confused pairs first, classes in the order of the benchmark; a click on a header sorts.
    void setMatrix(const dnas::ConfusionMatrix &matrix);

    /// The whole matrix of counts for other programs: a row a true class, a column a prediction.
    static QString csvOf(const dnas::ConfusionMatrix &matrix);

private:
    QTableView *newTable(const char *name, QStandardItemModel *model);

    QStandardItemModel *m_pairs;
    QStandardItemModel *m_classes;
    QString m_shown; ///< as CSV; the same again keeps the order that was chosen
};

} // namespace paretoscope
