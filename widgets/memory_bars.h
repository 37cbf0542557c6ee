// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A board's memories as bars with their parts, and how much of each is taken; orange, hatched and in words where it
// does not fit. Painted in one widget; the same in words is its accessible description. GUI thread.
#pragma once

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace paretoscope {

struct MemoryPart {
    QString name;
    double bytes = 0;
    bool operator==(const MemoryPart &) const = default;
};

struct MemoryBar {
    QString title;
    double bytes = 0;
    std::vector<MemoryPart> parts; ///< empty: one memory
    std::optional<double> used;
    QString usedBy; ///< "seed network"
    bool operator==(const MemoryBar &) const = default;
};

class MemoryBars : public QWidget {
    Q_OBJECT
public:
    explicit MemoryBars(QWidget *parent = nullptr);

    void setBars(std::vector<MemoryBar> bars);
    const std::vector<MemoryBar> &bars() const { return m_bars; }
    /// "139 KiB, 6.8 %" or "2.5 MiB, over by 25 %"; empty: not known.
    static QString usedText(const MemoryBar &bar);
    QString barText(const MemoryBar &bar) const; ///< with its parts: several lines

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    QFont smallFont() const;
    int heightOf(const MemoryBar &bar) const;
    std::vector<MemoryBar> m_bars;
};

} // namespace paretoscope
