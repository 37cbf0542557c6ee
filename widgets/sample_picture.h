// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One sample as a pixmap: a picture, or features in viridis with axes. Drawing only; what is drawn is core/data's.
#pragma once

#include "core/data/sample_views.h"
#include "widgets/palette.h"

#include <QFont>
#include <QPalette>
#include <QPixmap>

namespace paretoscope {

class SamplePainter {
public:
    /// All samples get one size, in pixels of the screen divided by `pixelRatio`. `samples` must outlive the painter.
    SamplePainter(const dnas::SampleViews &samples, const QPalette &palette, const QFont &font, double pixelRatio);

    QSize size() const;
    QPixmap draw(const dnas::SampleView &sample) const;

private:
    QPixmap drawFeatures(const dnas::SampleView &sample) const;
    QRect plotArea() const;

    const dnas::SampleViews &m_samples;
    QPalette m_palette;
    QFont m_font;
    double m_pixelRatio;
};

/// One pixel a value: frames to the right, value 0 in the lowest row; viridis from axes.least to axes.most.
QImage featureImage(const dnas::SampleView &sample, const dnas::FeatureAxes &axes);

/// The colours with what they begin and end with.
QPixmap colourScale(const dnas::FeatureAxes &axes, const QPalette &palette, const QFont &font, double pixelRatio);

} // namespace paretoscope
