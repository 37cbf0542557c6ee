// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Limits that the user tries out on the Pareto page, a cost limit for each metric and a lower bound for each quality:
// what they are, and the row of controls by which they are set without a mouse. Exploration: no study is changed.
#pragma once

#include "core/study/study.h"

#include <QWidget>

#include <map>
#include <optional>
#include <span>
#include <string>

class QCheckBox;
class QDoubleSpinBox;

namespace paretoscope {

class QuantitySpinBox;

/// The hinge limits of the study's spec, metric → value; of a sweep of targets the widest.
struct StudyLimits {
    std::map<std::string, double> widest;
    std::map<std::string, int> targets; ///< how many there are
};
StudyLimits limitsOf(const dnas::StudySpec &study);

/// Where a limit begins that has no value yet: it takes away a part of the front, or of what all finished candidates
/// span when none is feasible.
struct LimitStart {
    double x = 0;
    double y = 0;
};
LimitStart limitStart(std::span<const dnas::CandidateSummary> candidates, const std::string &xMetric,
                      const std::string &yMetric);

class ParetoLimits : public QWidget {
    Q_OBJECT

public:
    explicit ParetoLimits(QWidget *parent = nullptr);

    /// Forgets what was tried out and begins with the study's own limits.
    void setStudy(const StudyLimits &limits);
    /// What the limit of a quality is written in: % of an accuracy, a number of an AUC.
    void setQuality(const std::string &qualityMetric);
    void setAxes(const std::string &xMetric, const std::string &yMetric, const LimitStart &start);

    /// Of the axes' metrics; nothing where none is set.
    std::optional<double> xLimit() const;
    std::optional<double> yLimit() const;
    /// Within what the spin boxes can show: a line can be dragged to below zero.
    void setXLimit(double value);
    void setYLimit(double value); ///< 0…1

signals:
    void changed();

private:
    struct Limit {
        double value = 0;
        bool set = false;
    };
    void switchLimit(const std::string &metric, bool on, double start);
    void change(const std::string &metric, double value);
    void showValues();

    std::map<std::string, Limit> m_limits;
    std::string m_xMetric;
    std::string m_yMetric;
    LimitStart m_start;
    double m_yUnit = 100; ///< of the spin box: 100 for %
    QCheckBox *m_xOn;
    QuantitySpinBox *m_x;
    QCheckBox *m_yOn;
    QDoubleSpinBox *m_y;
};

} // namespace paretoscope
