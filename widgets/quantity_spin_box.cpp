// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See quantity_spin_box.h.
#include "widgets/quantity_spin_box.h"

#include "core/hardware/metric.h"
#include "widgets/plot_text.h"

namespace paretoscope {

QuantitySpinBox::QuantitySpinBox(QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setDecimals(6); // a spin box rounds to them; the text is our own
    setRange(0, 1e15);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    setKeyboardTracking(false);
    setLocale(QLocale::c());
    setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("8888.88 KiB")) + 28);
}

void QuantitySpinBox::setMetric(const std::string &metric)
{
    if (m_metric == metric)
        return;
    m_metric = metric;
    setValue(value()); // writes it anew
}

QString QuantitySpinBox::textFromValue(double value) const { return fromUtf8(dnas::formatMetric(m_metric, value)); }

double QuantitySpinBox::valueFromText(const QString &text) const
{
    // Three digits stand for more: an untouched text must not round the value.
    if (text == textFromValue(value()))
        return value();
    const auto read = dnas::parseQuantity(text.toStdString(), m_metric);
    return read.ok() ? read.value() : value();
}

QValidator::State QuantitySpinBox::validate(QString &text, int &) const
{
    const auto read = dnas::parseQuantity(text.toStdString(), m_metric);
    return read.ok() && read.value() >= minimum() && read.value() <= maximum() ? QValidator::Acceptable
                                                                               : QValidator::Intermediate;
}

} // namespace paretoscope
