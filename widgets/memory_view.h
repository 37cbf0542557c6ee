// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory timeline with its headline (the peak and the two layers that set it) and its table twin (Ctrl+T).
// GUI thread.
#pragma once

#include "widgets/memory_lifetimes.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QStandardItemModel;
class QToolButton;

namespace paretoscope {

class MemoryTimeline;

class MemoryView : public QWidget {
    Q_OBJECT
public:
    explicit MemoryView(QWidget *parent = nullptr);

    void setLifetimes(const MemoryLifetimes &lifetimes, double scaleBytes = 0);
    void setEmptyText(const QString &text);
    /// Chooses the step of a layer, if it has one; emits nothing.
    void selectLayer(const QString &name);

    MemoryTimeline *timeline() const { return m_timeline; }
    QStandardItemModel *tableModel() const { return m_model; }
    void setTableVisible(bool visible);

signals:
    void layerSelected(const QString &name); ///< by the user

private:
    void fillTable();

    MemoryTimeline *m_timeline;
    QStandardItemModel *m_model;
    QLabel *m_headline;
    QToolButton *m_toggle;
    QStackedWidget *m_stack;
};

} // namespace paretoscope
