// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line as small as a word: how a share between 0 and 1 grew, with a mark at one place of it. No axes, no mouse.
#pragma once

#include <QWidget>

#include <vector>

namespace paretoscope {

class SparkLine : public QWidget {
    Q_OBJECT
public:
    explicit SparkLine(QWidget *parent = nullptr);

    void setValues(std::vector<double> values);
    const std::vector<double> &values() const { return m_values; }
    void setMarked(int index); ///< -1: none

    QSize sizeHint() const override { return {110, 26}; }
    QSize minimumSizeHint() const override { return {60, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::vector<double> m_values;
    int m_marked = -1;
};

} // namespace paretoscope
