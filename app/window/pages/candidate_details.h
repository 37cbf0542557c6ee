// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The selected candidate: all its figures with their origins, what it is, and how to take it out.
#pragma once

#include "core/hardware/board.h"
#include "core/report/held_against.h"
#include "core/study/study.h"

#include <QWidget>

#include <memory>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace paretoscope {

class MetricBadge;

class CandidateDetails : public QWidget {
    Q_OBJECT

public:
    explicit CandidateDetails(QWidget *parent = nullptr);

    /// nullptr: nothing is selected. `setup` may be null.
    void setCandidate(const dnas::CandidateSummary *candidate, const dnas::BoardSetup *setup, const QString &studyFile);
    /// What simple ways to the same targets reached, behind what setCandidate says; none: nothing.
    void setHeldAgainst(const dnas::HeldAgainst *held);

signals:
    void exportRequested();

protected:
    bool event(QEvent *event) override;

private:
    MetricBadge *badge(std::size_t index);

    QLabel *m_title;
    QLabel *m_text;
    QGridLayout *m_grid;
    std::vector<MetricBadge *> m_badges;
    QLineEdit *m_line;
    QPushButton *m_export;
};

} // namespace paretoscope
