// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory of a network over its steps: every tensor is a box from the layer that writes it to the last that reads
// it, at the place in the arena where the plan puts it; the size of the arena, its lower bound and the two layers that
// set it are marked. GUI thread.
// Keys: left and right choose a step, Home and End the first and the last, P the peak.
#pragma once

#include "widgets/memory_lifetimes.h"

#include <QFont>
#include <QRectF>
#include <QWidget>

#include <optional>

namespace paretoscope {

class MemoryTimeline : public QWidget {
    Q_OBJECT
public:
    explicit MemoryTimeline(QWidget *parent = nullptr);

    /// The height of the picture fits at least `scaleBytes` (the seed's peak): a replayed search is seen to shrink.
    void setLifetimes(const MemoryLifetimes &lifetimes, double scaleBytes = 0);
    const MemoryLifetimes &lifetimes() const { return m_data; }
    void setEmptyText(const QString &text);

    int currentStep() const { return m_current; } ///< -1: none
    void setCurrentStep(int step);                ///< emits nothing

    /// "RAM peak 48.0 KiB, the least possible, set by s1a and s1b …"; empty without a network.
    QString peakText() const;
    QString stepText(int step) const;     ///< all that is alive at a step, in one line
    QString tensorText(int tensor) const; ///< name, bytes, offset, steps: several lines
    /// Where a tensor is drawn at a step; empty when it is not alive there.
    QRectF boxOf(int tensor, int step) const;

    QSize sizeHint() const override { return {640, 240}; }
    QSize minimumSizeHint() const override { return {240, 150}; }

signals:
    void stepSelected(const QString &layer); ///< by the user

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    int stepCount() const { return static_cast<int>(m_data.steps.size()); }
    double topBytes() const;
    /// Measuring the names of all steps takes long, and every box asks for its place.
    struct Frame {
        QSize size; ///< of the widget
        QFont font;
        bool labelsLie = false; ///< the names of the steps fit side by side
        QRectF area;            ///< where the tensors are
    };
    const Frame &frame() const;
    QRectF plotArea() const { return frame().area; }
    double left(int step) const;
    double heightOf(double bytes) const; ///< y of a number of bytes
    int stepAt(double x) const;
    int tensorAt(const QPointF &place) const;
    void choose(int step);
    QRectF boxOf(int tensor) const; ///< over all its steps
    void paintAxes(QPainter &painter) const;
    void paintTensor(QPainter &painter, int tensor) const;
    void paintMarks(QPainter &painter) const;

    MemoryLifetimes m_data;
    double m_scaleBytes = 0;
    int m_current = -1;
    QString m_empty;
    mutable std::optional<Frame> m_frame; ///< made anew for another size or font
};

} // namespace paretoscope
