// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One term of a running search with its strength and target; part of StrengthPanel.
#pragma once

#include "widgets/strength_panel.h"

#include <QFrame>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSlider;

namespace paretoscope {

class StrengthBlock : public QFrame {
    Q_OBJECT
public:
    StrengthBlock(const StrengthRow &row, QWidget *parent);

    const StrengthRow &row() const { return m_row; }
    void setRow(const StrengthRow &row);
    void setStrength(double strength, double reference);
    void setTarget(double target);
    void setObstacle(const QString &reason); ///< empty: may be changed

signals:
    void strengthEdited(double value);
    void targetEdited(double value);
    void refused(const QString &why);

private:
    void showStrength();
    void showTarget();
    void showToolTips();
    void sliderMoved(int position);
    void strengthTyped();
    void targetTyped();
    /// What is typed as a target; nothing when that is none, or none that can be met: then it has been said.
    std::optional<double> readTarget();

    StrengthRow m_row;
    QString m_obstacle;
    QLabel *m_name;
    QLabel *m_factor;
    QSlider *m_slider;
    QDoubleSpinBox *m_strength;
    QLabel *m_targetLabel;
    QLineEdit *m_target;
};

} // namespace paretoscope
