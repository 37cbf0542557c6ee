// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See log_spin_box.h.
#include "widgets/log_spin_box.h"

#include <QLineEdit>

#include <cmath>

namespace paretoscope {

LogSpinBox::LogSpinBox(QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setDecimals(12); // a spin box rounds to them; the text is our own
    setRange(0, 1e12);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    setKeyboardTracking(false);
    setLocale(QLocale::c());
}

QString LogSpinBox::textFromValue(double value) const { return QString::number(value, 'g', 4); }

double LogSpinBox::valueFromText(const QString &text) const
{
    // Four digits stand for more: an untouched text must not round the value.
    if (text == textFromValue(value()))
        return value();
    return text.trimmed().toDouble();
}

QValidator::State LogSpinBox::validate(QString &text, int &) const
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    if (ok && std::isfinite(value) && value >= minimum() && value <= maximum())
        return QValidator::Acceptable;
    for (const QChar letter : text)
        if (!letter.isDigit() && !QStringLiteral(".eE+- ").contains(letter))
            return QValidator::Invalid;
    return QValidator::Intermediate;
}

bool LogSpinBox::isBeingEdited() const { return hasFocus() && lineEdit()->text() != textFromValue(value()); }

} // namespace paretoscope
