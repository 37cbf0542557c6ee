// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A label with one figure under it and, muted, where the figure comes from; the tool tip says more. GUI thread.
// Object names: title, figure, note.
#pragma once

#include "core/hardware/metric.h"

#include <QFrame>

class QLabel;

namespace paretoscope {

/// "modelled for nucleo-h743zi2, x-cube-ai-9, vos0-480mhz, ± 12 %"; `setup` may be empty.
QString originText(const dnas::CostValue &value, const QString &setup);
/// "counted", "modelled ± 15 %": what stands beside a figure.
QString shortOriginText(const dnas::CostValue &value);
/// What that means, in a sentence or two.
QString originMeaning(const dnas::CostValue &value);
/// "nucleo-h743zi2, x-cube-ai-9, 480 MHz": for originText.
QString setupText(const dnas::BoardSetup &setup);

class MetricBadge : public QFrame {
    Q_OBJECT
public:
    explicit MetricBadge(QWidget *parent = nullptr);

    /// A cost by metric name, formatted with its unit.
    void setCost(const QString &metric, const dnas::CostValue &value, const QString &setup);
    /// Anything else: title, figure, tool tip and the line below as given.
    void setText(const QString &title, const QString &figure, const QString &toolTip = {}, const QString &note = {});
    void setUnknown(const QString &title, const QString &toolTip); ///< shows a dash
    QString figureText() const;

private:
    QLabel *m_title;
    QLabel *m_figure;
    QLabel *m_note;
};

} // namespace paretoscope
