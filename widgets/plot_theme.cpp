// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Colours and fonts of what is drawn; asked again when the theme changes and for exports.
#include "widgets/index.h"
#include "widgets/plot_style.h"
#include "widgets/plot_view_p.h"

namespace paretoscope {

void PlotView::Private::applyTheme(Theme theme)
{
    const DrawingColours &c = drawingColours(theme);
    stylePlot(*plot, theme, q->font());
    QFont bold = q->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    title->setTextColor(c.text);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const dnas::Series &series = figure().series[i];
        if (QCPGraph *graph = drawn[i].graph) {
            graph->setPen(seriesPen(series, theme));
            const auto points = static_cast<int>(drawn[i].order.size());
            graph->setScatterStyle(seriesScatter(series, theme, points));
            graph->setAntialiasedScatters(!areDots(points)); // of a square it costs more than all the rest
        } else if (QCPBars *bars = drawn[i].bars) {
            bars->setPen(QPen(roleColour(series.role, series.category, theme), 1));
            bars->setBrush(barBrush(series, theme));
        }
        showVisibility(static_cast<int>(i));
    }
    if (rings)
        rings->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(c.text, 1.8), QBrush(Qt::NoBrush), 13));
    for (int i = 0; i < plot->itemCount(); ++i) {
        const QVariant number = plot->item(i)->property("rule");
        if (!number.isValid())
            continue;
        QColor colour = roleColour(rules[at(number.toInt())].rule.role, 0, theme);
        if (auto *line = qobject_cast<QCPItemLine *>(plot->item(i))) {
            const dnas::Rule &rule = rules[at(number.toInt())].rule;
            const bool isLimit = rule.role == dnas::Role::Limit;
            if (rule.atEdge) // its tick is what is seen first
                line->setPen(QPen(mixed(colour, c.background, 0.55), 1, Qt::DotLine));
            else
                line->setPen(QPen(colour, isLimit ? 1.6 : 1, isLimit ? Qt::SolidLine : Qt::DashLine));
        } else if (auto *area = qobject_cast<QCPItemRect *>(plot->item(i))) {
            colour.setAlphaF(theme == Theme::Light ? 0.22F : 0.28F);
            area->setBrush(QBrush(colour, Qt::BDiagPattern));
        }
    }
    QFont small = q->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    QColor ground = c.background;
    ground.setAlphaF(0.8F);
    QFont tiny = small;
    tiny.setPointSizeF(small.pointSizeF() * 0.75);
    for (const DrawnRule &rule : rules) {
        rule.text->setFont(rule.rule.atEdge ? tiny : small);
        rule.text->setColor(mixed(roleColour(rule.rule.role, 0, theme), c.text, 0.75));
        rule.text->setBrush(rule.rule.atEdge ? QBrush(Qt::NoBrush) : QBrush(ground));
    }
    for (const DrawnNote &note : notes) {
        QFont font = small;
        font.setWeight(QFont::DemiBold);
        note.text->setFont(font);
        note.text->setColor(mixed(roleColour(note.note.role, 0, theme), c.text, 0.6));
        note.text->setBrush(ground);
    }
    plot->selectionRect()->setPen(QPen(c.accent, 1, Qt::DashLine));
    QColor veil = c.accent;
    veil.setAlphaF(0.12F);
    plot->selectionRect()->setBrush(veil);
}

void PlotView::Private::showVisibility(int series)
{
    const Drawn &target = drawn[at(series)];
    if (!target.plottable())
        return;
    target.plottable()->setVisible(target.visible);
    QCPPlottableLegendItem *item = plot->legend->itemWithPlottable(target.plottable());
    if (!item)
        return;
    QFont font = plot->legend->font();
    font.setStrikeOut(!target.visible);
    const DrawingColours &c = drawingColours(themeOf(q));
    item->setFont(font);
    item->setTextColor(target.visible ? c.text : c.mutedText);
}

} // namespace paretoscope
