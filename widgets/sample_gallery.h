// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Samples of a benchmark side by side with the names of their classes: pictures as they are, features of sounds with
// axes (time to the right) and viridis as colours. Arrows move through them. GUI thread.
// Object names: samples, legend.
#pragma once

#include "core/data/sample_views.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace paretoscope {

class SampleGallery : public QWidget {
    Q_OBJECT
public:
    explicit SampleGallery(QWidget *parent = nullptr);

    void setSamples(dnas::SampleViews samples);
    const dnas::SampleViews &samples() const { return m_samples; }
    /// What stands there without samples.
    void setEmptyText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void drawLegend();

    dnas::SampleViews m_samples;
    QListWidget *m_list;
    QLabel *m_legend;
    QLabel *m_scale;
    QLabel *m_empty;
};

} // namespace paretoscope
