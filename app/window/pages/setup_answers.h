// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The answers of Setup: what the seed costs, what the plan means, the line of `dnas` that does the same, Start.
#pragma once

#include "app/window/search_planner.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace paretoscope {

class CommandLineRow;
class MetricBadge;

class SetupAnswers : public QWidget {
    Q_OBJECT

public:
    explicit SetupAnswers(QWidget *parent = nullptr);

    void setAnswer(const PlanAnswer &answer);
    /// `hint`: what is to be done before the line works; may be empty.
    void setCommandLine(const QString &line, const QString &hint);
    /// Empty: may be started.
    void setObstacle(const QString &reason);
    /// `text`: how long it will take, when that is known; empty: not asked for.
    void setEstimate(const QString &text, bool busy);

signals:
    void startClicked();
    void saveSpecClicked();
    void estimateClicked();

private:
    void showEstimateButton();

    QGridLayout *m_badges;
    std::vector<MetricBadge *> m_badgeWidgets;
    QLabel *m_seedTitle;
    QLabel *m_summary;
    QLabel *m_obstacle;
    CommandLineRow *m_line;
    QLabel *m_lineHint;
    QLabel *m_estimate;
    QPushButton *m_estimateButton;
    QPushButton *m_start;
    bool m_estimating = false;
};

} // namespace paretoscope
