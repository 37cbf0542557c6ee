// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Live strengths and targets of a running search: one block for every term. Signals come from the user only;
// values that the engine reports are put in without an echo, and never under the user's hand. GUI thread.
// Object names: in block "strength.<metric>": slider, strength, target; steeringObstacle.
#pragma once

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace paretoscope {

struct StrengthRow {
    QString metric;
    double strength = 0;          ///< normalised, now
    double reference = 1;         ///< where the slider's middle (factor 1) lies; usually the run's own strength
    std::optional<double> target; ///< absolute, in the metric's unit; none when minimised
    double targetLeast = 0;       ///< what the space can reach
    double targetMost = 0;
    double seedCost = 0; ///< what a share in % is of; 0: not known
    bool isLimit = true; ///< else an aim
    bool operator==(const StrengthRow &) const = default;
};

class StrengthBlock;

class StrengthPanel : public QWidget {
    Q_OBJECT
public:
    explicit StrengthPanel(QWidget *parent = nullptr);

    void setRows(const std::vector<StrengthRow> &rows);
    std::vector<StrengthRow> rows() const;
    /// As reported by the engine; emits nothing, unknown metrics are ignored.
    void setStrength(const QString &metric, double strength, double reference);
    void setTarget(const QString &metric, double target);
    /// Why a change would do nothing: everything is disabled and says so. Empty: the user may change things.
    void setObstacle(const QString &reason);

signals:
    /// By the user; damped to the end of a drag or a typed number.
    void strengthChanged(const QString &metric, double value);
    void targetChanged(const QString &metric, double value);
    /// What was typed is no target, or cannot be met; it says why, and the old one holds.
    void refused(const QString &why);

private:
    StrengthBlock *block(const QString &metric) const;
    QVBoxLayout *m_layout;
    std::vector<StrengthBlock *> m_blocks;
    QWidget *m_empty;
    QLabel *m_obstacle;
};

} // namespace paretoscope
