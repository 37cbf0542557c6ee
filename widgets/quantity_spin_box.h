// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A spin box for a value of a metric, written and read with its unit: "75.3 KiB", "12.5 M", "23.8 ms". C locale.
#pragma once

#include <QDoubleSpinBox>

#include <string>

namespace paretoscope {

class QuantitySpinBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit QuantitySpinBox(QWidget *parent = nullptr);

    void setMetric(const std::string &metric);

    QString textFromValue(double value) const override;
    double valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;

private:
    std::string m_metric = "weights";
};

} // namespace paretoscope
