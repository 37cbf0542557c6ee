// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a board is: title and core, memories with what a network takes of them, supply, operating points, runtime, and
// how the runtime's figures were obtained. Folds to two lines. GUI thread.
// Object names: fold, boardTitle, boardSummary, memoryBars, boardSupply, boardPoint, boardRuntime, boardFigures,
// boardSource, calibrateButton.
#pragma once

#include "core/hardware/metric.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace paretoscope {

class ElidedLabel;
class MemoryBars;

class BoardCard : public QFrame {
    Q_OBJECT
public:
    explicit BoardCard(QWidget *parent = nullptr);

    /// `costs`: of the seed network there; empty: not known.
    void setSetup(const dnas::BoardSetup &setup, const dnas::CostSet &costs = {});
    void clear(); ///< no board

    bool isExpanded() const;
    void setExpanded(bool expanded); ///< emits nothing

signals:
    void expandedChanged(bool expanded); ///< by the user
    void calibrateClicked();

private:
    ElidedLabel *addRow(QGridLayout *grid, const QString &title, const char *name);
    void setRow(ElidedLabel *value, const QString &text, const QString &more = {});

    QToolButton *m_fold;
    ElidedLabel *m_title;
    ElidedLabel *m_summary;
    QWidget *m_body;
    MemoryBars *m_memories;
    ElidedLabel *m_supply;
    ElidedLabel *m_point;
    ElidedLabel *m_runtime;
    ElidedLabel *m_figures;
    ElidedLabel *m_source;
    QPushButton *m_calibrate;
};

} // namespace paretoscope
