// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits the objective: a card for every term (metric, limit/aim/minimise, target by slider and by spin box, as %
// of the seed or in a unit, strength), with a verdict in it. Knows no engine: the page computes verdicts from
// rows() after changed(). GUI thread.
// Object names: addTermButton; in card N (objectName "termN"): metric, mode, slider, target, unit, further,
// strength, remove, verdict.
#pragma once

#include "widgets/objective_row.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace paretoscope {

class ObjectiveCard;

class ObjectiveEditor : public QWidget {
    Q_OBJECT
public:
    explicit ObjectiveEditor(QWidget *parent = nullptr);

    /// The metrics that may be chosen, in this order, with their ranges (slider ends, conversions).
    void setMetrics(const std::vector<MetricRange> &metrics);
    /// Emits nothing.
    void setRows(const std::vector<ObjectiveRow> &rows);
    std::vector<ObjectiveRow> rows() const;
    int rowCount() const { return static_cast<int>(m_cards.size()); }

    /// Cards whose text fields do not parse; their rows() still hold the last good value.
    bool isValid() const;
    /// Text for the card: "feasible: 4 … 75 KiB reachable". Verdicts stay until replaced or the rows are set.
    void setVerdict(int row, dnas::Verdict verdict, const QString &text);
    void clearVerdicts();
    /// While a search runs: shown, not editable.
    void setReadOnly(bool readOnly);

public slots:
    void addRow();

signals:
    /// Any edit by the user, at once (each slider step too): the page may collect them.
    void changed();

private:
    ObjectiveCard *appendCard(const ObjectiveRow &row);
    void removeCard(ObjectiveCard *card);
    void renumber();

    std::vector<MetricRange> m_metrics;
    std::vector<ObjectiveCard *> m_cards;
    QVBoxLayout *m_layout;
    QPushButton *m_add;
};

} // namespace paretoscope
