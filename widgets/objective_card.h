// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One term of the objective as a card; part of ObjectiveEditor.
#pragma once

#include "widgets/objective_row.h"

#include <QFrame>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace paretoscope {

class ObjectiveCard : public QFrame {
    Q_OBJECT
public:
    ObjectiveCard(const std::vector<MetricRange> &metrics, QWidget *parent);

    void setMetrics(const std::vector<MetricRange> &metrics);
    void setRow(const ObjectiveRow &row);
    const ObjectiveRow &row() const { return m_row; }
    bool isValid() const { return m_furtherValid && m_strengthValid; }
    void setVerdict(dnas::Verdict verdict, const QString &text);
    void clearVerdict();
    void setNumber(int number); ///< position in the list, for names

signals:
    void changed();
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectEdits();
    void showRow();
    void showUnits();
    void showTarget();
    void showSlider();
    void showVerdict();
    void markField(QLineEdit *field, bool valid);
    MetricRange range() const;
    /// From the shown unit to the row's own (share, or the metric's unit) and back.
    double unitFactor() const;
    void edited();
    void metricEdited();
    void unitEdited();
    void sliderMoved(int position);

    ObjectiveRow m_row;
    std::vector<MetricRange> m_metrics;
    std::vector<TargetUnit> m_units;
    bool m_showing = false; ///< fields are being set by the program
    bool m_furtherValid = true;
    bool m_strengthValid = true;
    std::optional<dnas::Verdict> m_verdictKind;
    QString m_verdictText;

    QComboBox *m_metric;
    QComboBox *m_mode;
    QToolButton *m_remove;
    QWidget *m_targetLine;
    QSlider *m_slider;
    QDoubleSpinBox *m_target;
    QComboBox *m_unit;
    QLabel *m_furtherLabel;
    QLineEdit *m_further;
    QLabel *m_strengthLabel;
    QLineEdit *m_strength;
    QLabel *m_verdict;
};

} // namespace paretoscope
