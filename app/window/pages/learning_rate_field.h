// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The learning rate of a running run: what the schedule makes of it, until the user says another one.
#pragma once

#include <QWidget>

namespace paretoscope {

class LogSpinBox;

class LearningRateField : public QWidget {
    Q_OBJECT

public:
    explicit LearningRateField(QWidget *parent = nullptr);

    /// As reported by the engine; emits nothing, and never under the user's hand.
    void setRate(double rate);
    void setObstacle(const QString &reason); ///< why it cannot be changed; empty: it can

signals:
    void rateChanged(double rate); ///< by the user

private:
    LogSpinBox *m_rate;
};

} // namespace paretoscope
