// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compact gauges: every metric against its limit; blue inside, orange and in words ("over by 12 %") outside.
// Painted in one widget; the same in words is its accessible description. GUI thread.
#pragma once

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace paretoscope {

struct CostGauge {
    QString metric;
    double value = 0;
    std::optional<double> limit; ///< absolute; none: only the number
    bool isAim = false;          ///< two-sided, met within 2 %
    double most = 0;             ///< the seed's, the right end of the bar; 0: 1.25 · limit
    QString origin;              ///< "modelled for …", in the tool tip
    bool operator==(const CostGauge &) const = default;
};

class CostGauges : public QWidget {
    Q_OBJECT
public:
    explicit CostGauges(QWidget *parent = nullptr);

    void setGauges(std::vector<CostGauge> gauges);
    const std::vector<CostGauge> &gauges() const { return m_gauges; }
    /// "over by 12 %", "38 % to spare"; of an aim "on target", "12 % above"; empty without a limit.
    static QString remark(const CostGauge &gauge);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    int rowHeight() const;
    std::vector<CostGauge> m_gauges;
};

} // namespace paretoscope
