// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines across the plot with their texts and hatched sides, how limits are dragged, and notes beside points.
#include "widgets/index.h"
#include "widgets/plot_text.h"
#include "widgets/plot_view_p.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace paretoscope {

namespace {

constexpr double kGrabPixels = 5;
constexpr const char *kEdgeTick = "▼";
constexpr double kEdgeHeight = 14; ///< below the upper edge, where a tick is meant rather than a curve

} // namespace

void PlotView::Private::buildRules()
{
    rules.clear();
    notes.clear();
    const auto addText = [this](const std::string &content) {
        auto *text = new QCPItemText(plot);
        text->setLayer(QStringLiteral("axes"));
        text->setSelectable(false);
        text->setText(fromUtf8(content));
        text->setVisible(!content.empty());
        text->setPadding(QMargins(3, 1, 3, 1));
        text->position->setType(QCPItemPosition::ptAbsolute);
        return text;
    };
    for (std::size_t i = 0; i < figure().rules.size(); ++i) {
        const dnas::Rule &rule = figure().rules[i];
        const dnas::Scale scale = scaleOf(rule.vertical ? PlotAxis::X : PlotAxis::Y);
        if (!std::isfinite(rule.at) || (scale == dnas::Scale::Log && !(rule.at > 0)))
            continue;
        DrawnRule drawnRule{.rule = rule, .index = static_cast<int>(i)};
        if (rule.role == dnas::Role::Limit) {
            drawnRule.area = new QCPItemRect(plot);
            drawnRule.area->setLayer(QStringLiteral("grid"));
            drawnRule.area->setSelectable(false);
            drawnRule.area->setPen(Qt::NoPen);
            drawnRule.area->setProperty("rule", static_cast<int>(rules.size()));
        }
        drawnRule.line = new QCPItemLine(plot);
        drawnRule.line->setLayer(QStringLiteral("grid"));
        drawnRule.line->setSelectable(false);
        drawnRule.line->setProperty("rule", static_cast<int>(rules.size()));
        drawnRule.text = addText(rule.atEdge ? std::string(kEdgeTick) : rule.text);
        if (rule.atEdge) { // above the axes, where no curve is
            drawnRule.text->setPadding({});
            drawnRule.text->setClipToAxisRect(false);
        }
        placeRule(drawnRule);
        rules.push_back(drawnRule);
    }
    for (const dnas::Note &note : figure().notes)
        notes.push_back({note, addText(note.text)});
    if (grabbed >= static_cast<int>(rules.size()))
        grabbed = -1;
}

void PlotView::Private::placeRule(const DrawnRule &drawnRule)
{
    // Coordinates along the rule are shares of the axis rectangle, across it a value or a share.
    const bool vertical = drawnRule.rule.vertical;
    const auto place = [vertical](QCPItemPosition *position, bool isValue, double across, double along) {
        const auto share = QCPItemPosition::ptAxisRectRatio;
        const auto type = isValue ? QCPItemPosition::ptPlotCoords : share;
        position->setTypeX(vertical ? type : share);
        position->setTypeY(vertical ? share : type);
        position->setCoords(vertical ? across : along, vertical ? along : across);
    };
    place(drawnRule.line->start, true, drawnRule.rule.at, 0);
    place(drawnRule.line->end, true, drawnRule.rule.at, 1);
    if (!drawnRule.area)
        return;
    // Shares count from the left and from the top.
    const bool towardsOne = vertical == (drawnRule.rule.forbidden == dnas::Forbidden::Above);
    place(drawnRule.area->topLeft, true, drawnRule.rule.at, 0);
    place(drawnRule.area->bottomRight, false, towardsOne ? 1 : 0, 1);
}

void PlotView::Private::layoutRuleTexts()
{
    const QRect rect = plot->axisRect()->rect();
    std::vector<DrawnRule *> vertical;
    for (DrawnRule &rule : rules) {
        if (rule.rule.vertical && rule.rule.atEdge) {
            const double x = plot->xAxis->coordToPixel(rule.rule.at);
            rule.text->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
            rule.text->position->setPixelPosition({x, rect.top() + 3.0});
            rule.text->setVisible(x >= rect.left() && x <= rect.right() && hasPoints());
            continue;
        }
        if (rule.rule.vertical) {
            vertical.push_back(&rule);
            continue;
        }
        rule.text->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
        const double y = plot->yAxis->coordToPixel(rule.rule.at);
        // Below the line when there is no room above it.
        const bool above = y - rect.top() > 22;
        rule.text->setPositionAlignment(Qt::AlignRight | (above ? Qt::AlignBottom : Qt::AlignTop));
        rule.text->position->setPixelPosition(QPointF(rect.right() - 4, above ? y - 1 : y + 1));
    }
    std::stable_sort(vertical.begin(), vertical.end(),
                     [](const DrawnRule *a, const DrawnRule *b) { return a->rule.at < b->rule.at; });
    // Neighbouring texts are put into rows below each other, so that none is drawn over another.
    // Limits stand at the bottom: the best points are at the top.
    std::vector<double> topEnds;
    std::vector<double> bottomEnds;
    for (DrawnRule *rule : vertical) {
        const QFontMetrics metrics(rule->text->font());
        const double width = metrics.horizontalAdvance(rule->text->text()) + 10;
        const double x = plot->xAxis->coordToPixel(rule->rule.at);
        const bool leftwards = x + width > rect.right();
        const double start = leftwards ? x - width : x;
        const bool atTop = rule->rule.role != dnas::Role::Limit;
        std::vector<double> &rowEnds = atTop ? topEnds : bottomEnds;
        std::size_t row = 0;
        while (row < rowEnds.size() && rowEnds[row] > start)
            ++row;
        if (row == rowEnds.size())
            rowEnds.push_back(0);
        if (x >= rect.left() && x <= rect.right())
            rowEnds[row] = start + width;
        const double offset = 3 + static_cast<double>(row) * (metrics.height() + 2);
        rule->text->setPositionAlignment((leftwards ? Qt::AlignRight : Qt::AlignLeft) |
                                         (atTop ? Qt::AlignTop : Qt::AlignBottom));
        rule->text->position->setPixelPosition(
            QPointF(leftwards ? x - 2 : x + 2, atTop ? rect.top() + offset : rect.bottom() - offset));
        const bool inside = x >= rect.left() && x <= rect.right() && hasPoints();
        rule->text->setVisible(inside && !rule->rule.text.empty());
    }
}

QString PlotView::Private::edgeTextAt(const QPoint &position) const
{
    const QRect rect = plot->axisRect()->rect().adjusted(-5, -5, 5, 0);
    QStringList lines;
    for (const DrawnRule &rule : rules)
        if (rule.rule.atEdge && rect.contains(position) &&
            std::abs(plot->xAxis->coordToPixel(rule.rule.at) - position.x()) <= kGrabPixels)
            lines << fromUtf8(rule.rule.text);
    // Along its faint line it is meant where no point is nearer.
    const bool atTick = position.y() <= plot->axisRect()->rect().top() + kEdgeHeight;
    return atTick || pointNear(position, kGrabPixels).series < 0 ? lines.join(u'\n') : QString();
}

QString PlotView::Private::edgeTexts() const
{
    QStringList texts;
    for (const DrawnRule &rule : rules)
        if (rule.rule.atEdge)
            texts << fromUtf8(rule.rule.text);
    return texts.join(QStringLiteral("; "));
}

bool PlotView::Private::isShown(dnas::Role role) const
{
    for (std::size_t i = 0; i < drawn.size(); ++i)
        if (figure().series[i].role == role && drawn[i].visible)
            return true;
    return false;
}

void PlotView::Private::layoutNotes()
{
    const QRect rect = plot->axisRect()->rect();
    for (const DrawnNote &each : notes) {
        const QPointF pixel{plot->xAxis->coordToPixel(each.note.x), plot->yAxis->coordToPixel(each.note.y)};
        const double width = QFontMetrics(each.text->font()).horizontalAdvance(each.text->text()) + 8;
        // Nothing lies up and left of a front; other names stand beside their marks.
        const bool beside = each.note.role != dnas::Role::Front;
        const bool leftwards = beside ? pixel.x() + 8 + width > rect.right() : pixel.x() - 4 - width > rect.left();
        const double step = beside ? 7 : 4;
        each.text->setPositionAlignment((leftwards ? Qt::AlignRight : Qt::AlignLeft) |
                                        (beside ? Qt::AlignVCenter : Qt::AlignBottom));
        each.text->position->setPixelPosition(
            {pixel.x() + (leftwards ? -step : step), pixel.y() - (beside ? 0 : step)});
        each.text->setVisible(rect.contains(pixel.toPoint()) && isShown(each.note.role));
    }
}

int PlotView::Private::ruleToGrab(const QPoint &position) const
{
    if (!plot->axisRect()->rect().contains(position))
        return -1;
    int best = -1;
    double nearest = kGrabPixels;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const dnas::Rule &rule = rules[i].rule;
        const double distance = rule.vertical ? std::abs(plot->xAxis->coordToPixel(rule.at) - position.x())
                                              : std::abs(plot->yAxis->coordToPixel(rule.at) - position.y());
        if (rule.draggable && distance <= nearest) {
            nearest = distance;
            best = static_cast<int>(i);
        }
    }
    // A point on the line can still be clicked.
    return best >= 0 && pointNear(position, kGrabPixels).series >= 0 ? -1 : best;
}

void PlotView::Private::dragRule(const QPoint &position)
{
    moveRule(grabbed, rules[at(grabbed)].rule.vertical ? position.x() : position.y());
}

void PlotView::Private::nudgeRule(bool vertical, double pixels)
{
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const dnas::Rule &rule = rules[i].rule;
        if (!rule.draggable || rule.vertical != vertical)
            continue;
        moveRule(static_cast<int>(i), plotAxis(vertical ? PlotAxis::X : PlotAxis::Y)->coordToPixel(rule.at) + pixels);
        return; // there is another list of rules by now
    }
}

void PlotView::Private::moveRule(int position, double pixel)
{
    DrawnRule &drawnRule = rules[at(position)];
    const QRectF rect = plot->axisRect()->rect();
    drawnRule.rule.at = drawnRule.rule.vertical
                            ? plot->xAxis->pixelToCoord(std::clamp(pixel, rect.left(), rect.right() - 1))
                            : plot->yAxis->pixelToCoord(std::clamp(pixel, rect.top(), rect.bottom() - 1));
    placeRule(drawnRule);
    requestReplot();
    emit q->ruleMoved(drawnRule.index, drawnRule.rule.at); // may set another figure
}

void PlotView::Private::showCursor(const QPoint &position)
{
    const int rule = ruleToGrab(position);
    if (rule < 0)
        plot->unsetCursor();
    else
        plot->setCursor(rules[at(rule)].rule.vertical ? Qt::SplitHCursor : Qt::SplitVCursor);
}

} // namespace paretoscope
