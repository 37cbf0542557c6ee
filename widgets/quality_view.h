// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a candidate gets right and wrong on one of its splits: the confusion matrix of its classes, or AUC by machine;
// as a picture or as lists (Ctrl+T). Right click copies, and saves PNG, SVG, PDF and CSV. GUI thread.
#pragma once

#include "core/report/quality_details.h"
#include "widgets/picture_file.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace paretoscope {

class ConfusionGrid;
class ConfusionTables;
class PlotView;

class QualityView : public QWidget {
    Q_OBJECT
public:
    explicit QualityView(QWidget *parent = nullptr);

    struct Content {
        dnas::CandidateQuality quality;
        double validation = 0, test = 0; ///< the candidate's quality on both splits
    };
    /// The split, and picture or lists, stay as the user chose them.
    void setContent(Content content);
    /// Says why there is nothing.
    void setEmpty(const QString &text);

    /// Writes what is shown. False, with exportFailed() emitted, when it cannot. Pictures: of a matrix only.
    bool exportTo(const QString &path, PlotFormat format);
    void copyPicture();
    void setAskFileName(AskFileName ask);
    /// Of a confusion matrix; new at every call, the caller owns it. Action names as in PlotView.
    QMenu *createContextMenu();

signals:
    void exportFailed(const QString &message);
    void exported(const QString &path);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void createParts();
    const dnas::SplitQuality &split() const;
    bool isPicture() const; ///< a matrix is drawn, not listed
    void refresh();
    void showTwin(bool table);
    QString headline() const;
    Picture picture() const; ///< of the matrix

    Content m_content;
    AskFileName m_ask;
    QLabel *m_headline;
    QComboBox *m_split;
    QToolButton *m_table;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    ConfusionGrid *m_grid;
    ConfusionTables *m_tables;
    PlotView *m_machines;
};

} // namespace paretoscope
