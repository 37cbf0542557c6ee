// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A label with one figure under it; where the figure comes from is in the tool tip. GUI thread.
#pragma once

#include "core/hardware/metric.h"

#include <QFrame>

class QLabel;

namespace paretoscope {

/// "modelled for nucleo-h743zi2, x-cube-ai-9, vos0-480mhz, ± 12 %"; `setup` may be empty.
QString originText(const dnas::CostValue &value, const QString &setup);
/// "nucleo-h743zi2, x-cube-ai-9, 480 MHz": for originText.
QString setupText(const dnas::BoardSetup &setup);

class MetricBadge : public QFrame {
    Q_OBJECT
public:
    explicit MetricBadge(QWidget *parent = nullptr);

    /// A cost by metric name, formatted with its unit.
    void setCost(const QString &metric, const dnas::CostValue &value, const QString &setup);
    /// Anything else: title, figure and tool tip as given.
    void setText(const QString &title, const QString &figure, const QString &toolTip = {});
    void setUnknown(const QString &title, const QString &toolTip); ///< shows a dash
    QString figureText() const;

private:
    QLabel *m_title;
    QLabel *m_figure;
};

} // namespace paretoscope
