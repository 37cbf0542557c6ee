// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A label of one line that gives way: what has no room ends in "…", and the tool tip has all of it. GUI thread.
#pragma once

#include <QLabel>

namespace paretoscope {

class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /// `more`: what the tool tip says beside the text.
    void setTexts(const QString &text, const QString &more = {});

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace paretoscope
