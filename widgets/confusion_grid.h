// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A confusion matrix as a picture: a row a true class, a column what it is taken for; a cell is coloured by its share
// of the true class and has the share and the count as numbers where there is room. What lies under the mouse or was
// chosen by the keys stands in words below. GUI thread. Keys: arrows choose a cell, Home and End the first and the last
// of its row, N and Shift+N the next and the previous of the most confused pairs, Esc none.
#pragma once

#include "core/report/confusion_matrix.h"

#include <QWidget>

#include <optional>

namespace paretoscope {

enum class Theme;

class ConfusionGrid : public QWidget {
    Q_OBJECT
public:
    struct Cell {
        int truth = -1;
        int predicted = -1;
        bool operator==(const Cell &) const = default;
    };

    explicit ConfusionGrid(QWidget *parent = nullptr);

    /// Nothing: an empty picture. A cell that was chosen stays where there are as many classes.
    void setMatrix(std::optional<dnas::ConfusionMatrix> matrix);
    const std::optional<dnas::ConfusionMatrix> &matrix() const { return m_matrix; }

    std::optional<Cell> current() const { return m_current; }
    /// In one line: both classes, the count and its share of the true class.
    QString textOf(Cell cell) const;
    /// Where a cell is drawn, and which one is drawn there.
    QRectF rectOf(Cell cell) const;
    std::optional<Cell> cellAt(QPointF place) const;
    /// Whether shares stand in the cells as numbers.
    bool hasNumbers() const;
    /// Without what is under the mouse or chosen.
    void paint(QPainter &painter, Theme theme) const;

    QSize sizeHint() const override { return {560, 420}; }
    QSize minimumSizeHint() const override { return {260, 200}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// Places that follow from size, font and names.
    struct Frame {
        QRectF area; ///< of the cells
        double cellWidth = 0, cellHeight = 0;
        bool namesLie = false; ///< names of columns fit above them, side by side
        bool numbers = false, counts = false;
        double line = 0;
    };
    Frame frame() const;
    QRectF rectOf(const Frame &frame, Cell cell) const;
    void choose(std::optional<Cell> cell);
    void step(int rows, int columns);
    void stepPair(int by);
    QString hint() const;
    void paintNames(QPainter &painter, const Frame &frame, Theme theme, std::optional<Cell> marked) const;
    void paintCell(QPainter &painter, const Frame &frame, Theme theme, Cell cell) const;
    void paintScale(QPainter &painter, const Frame &frame, Theme theme) const;
    void paintAll(QPainter &painter, Theme theme, std::optional<Cell> marked) const;

    std::optional<dnas::ConfusionMatrix> m_matrix;
    std::optional<Cell> m_current, m_hovered;
};

} // namespace paretoscope
