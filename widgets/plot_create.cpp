// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of PlotView and what they tell each other.
#include "widgets/plot_view_p.h"

#include <QHeaderView>

namespace paretoscope {

void PlotView::Private::createPlot()
{
    plot = new QCustomPlot(q);
    plot->setObjectName(QStringLiteral("plot"));
    plot->setFocusPolicy(Qt::NoFocus); // the view has the focus and the keys
    plot->setMouseTracking(true);
    plot->setAutoAddPlottableToLegend(false);
    plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot->setNoAntialiasingOnDrag(true);
    plot->installEventFilter(q);
    title = new QCPTextElement(plot);
    title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    title->setMargins(QMargins(2, 0, 2, 2));
    legendRow = new QCPLayoutGrid;
    legendRow->addElement(0, 0, plot->legend); // taken out of its corner: a legend must not hide points
    legendRow->addElement(0, 1, new QCPLayoutElement(plot));
    legendRow->setColumnStretchFactor(0, 0.001);
    plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    plot->plotLayout()->insertRow(0);
    plot->plotLayout()->insertRow(0);
    plot->plotLayout()->addElement(0, 0, title);
    plot->plotLayout()->addElement(1, 0, legendRow);
    plot->plotLayout()->setRowStretchFactor(0, 0.001);
    plot->plotLayout()->setRowStretchFactor(1, 0.001);
    plot->plotLayout()->setRowSpacing(2);
    plot->axisRect()->setupFullAxesBox(false);
    plot->xAxis2->setVisible(false);
    plot->yAxis2->setVisible(false);
    plot->axisRect()->setMinimumMargins(QMargins(6, 6, 14, 4));

    empty = new QLabel(plot);
    empty->setObjectName(QStringLiteral("emptyText"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setProperty("muted", true);
    empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    stack->addWidget(plot);

    const auto moved = [this] {
        if (!quiet)
            userRange = true;
    };
    for (QCPAxis *axis : {plot->xAxis, plot->yAxis})
        QObject::connect(axis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), q, moved);
    QObject::connect(plot, &QCustomPlot::beforeReplot, q, [this] {
        layoutTicks();
        layoutLegend();
    });
    QObject::connect(plot, &QCustomPlot::afterLayout, q, [this] {
        layoutRuleTexts();
        layoutNotes();
    });
    QObject::connect(plot, &QCustomPlot::legendClick, q,
                     [this](QCPLegend *, QCPAbstractLegendItem *item, QMouseEvent *) {
                         auto *entry = qobject_cast<QCPPlottableLegendItem *>(item);
                         for (std::size_t i = 0; entry && i < drawn.size(); ++i) {
                             if (drawn[i].plottable() != entry->plottable())
                                 continue;
                             q->setSeriesVisible(static_cast<int>(i), !drawn[i].visible);
                             return;
                         }
                     });
    QObject::connect(plot->selectionRect(), &QCPSelectionRect::accepted, q, [this](const QRect &rect) {
        if (rect.width() > 3 || rect.height() > 3)
            select(pointsIn(rect));
    });
}

void PlotView::Private::createTable()
{
    sorted = new QSortFilterProxyModel(q);
    sorted->setSourceModel(model);
    sorted->setSortRole(FigureTableModel::ValueRole);
    table = new QTableView(q);
    table->setObjectName(QStringLiteral("table"));
    table->setModel(sorted);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    stack->addWidget(table);
    QObject::connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, q, [this] { selectFromTable(); });
}

} // namespace paretoscope
