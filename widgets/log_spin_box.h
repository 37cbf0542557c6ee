// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A spin box for values over many magnitudes: shows "3.2e-05", steps by a tenth of the magnitude. C locale.
#pragma once

#include <QDoubleSpinBox>

namespace paretoscope {

class LogSpinBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit LogSpinBox(QWidget *parent = nullptr);

    QString textFromValue(double value) const override;
    double valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
    /// The text differs from the value: the user is typing.
    bool isBeingEdited() const;
};

} // namespace paretoscope
