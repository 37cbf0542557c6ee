// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the Pareto page shows: the metrics of both axes, scale, published networks, whether limits are tried out.
#pragma once

#include "core/study/study.h"

#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;
class QComboBox;

namespace paretoscope {

class ParetoToolBar : public QWidget {
    Q_OBJECT

public:
    explicit ParetoToolBar(QWidget *parent = nullptr);

    std::string xMetric() const; ///< empty while no candidate has a cost
    std::string yMetric() const;
    bool isLogarithmic() const;
    bool showsPublished() const;
    bool showsLimits() const;

    /// Offers the costs that a candidate has, and names the qualities; what is chosen stays.
    void setMetrics(const std::vector<dnas::CandidateSummary> &candidates);
    void setPublishedAvailable(bool available);
    void setLimits(bool shown); ///< emits nothing

signals:
    void changed();

private:
    QComboBox *m_x;
    QComboBox *m_y;
    QCheckBox *m_log;
    QCheckBox *m_published;
    QCheckBox *m_limits;
};

} // namespace paretoscope
