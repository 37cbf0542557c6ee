// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures and tables out of parallel coordinates, and the context menu.
#include "core/hardware/metric.h"
#include "widgets/index.h"
#include "widgets/parallel_view_p.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <qcustomplot.h>

namespace paretoscope {

namespace {

/// For machines: not translated.
QString roleName(dnas::Role role)
{
    switch (role) {
    case dnas::Role::Front:
        return QStringLiteral("front");
    case dnas::Role::Dominated:
        return QStringLiteral("dominated");
    case dnas::Role::Infeasible:
        return QStringLiteral("infeasible");
    case dnas::Role::Seed:
        return QStringLiteral("seed");
    case dnas::Role::Published:
        return QStringLiteral("published");
    default:
        return {};
    }
}

/// The numbers of a table are in the metric's own unit.
QString unitText(const QString &metric)
{
    const dnas::MetricInfo *info = dnas::findMetric(metric.toStdString());
    return info && !info->unit.empty() ? QStringLiteral(" (%1)").arg(QString::fromStdString(info->unit)) : QString();
}

} // namespace

Picture ParallelView::Private::picture()
{
    return {.title = ParallelView::tr("Parallel coordinates"), .size = q->size(), .draw = [this](QCPPainter &painter) {
                paint(painter, Theme::Light, false); // paper is white
            }};
}

QString ParallelView::Private::csv() const
{
    QString text = QStringLiteral("name,kind");
    for (const ParallelAxis &axis : axes)
        text += u',' + csvQuoted(axis.title + unitText(axis.metric));
    text += u'\n';
    for (const int row : q->brushedRows()) {
        text += csvQuoted(rows[at(row)].name) + u',' + roleName(rows[at(row)].role);
        for (const ParallelAxis &axis : axes)
            text += u',' + csvNumber(axis.values[at(row)]);
        text += u'\n';
    }
    return text;
}

bool ParallelView::exportTo(const QString &path, PlotFormat format)
{
    const QString failure =
        format == PlotFormat::Csv ? writeTextFile(path, d->csv()) : writePicture(path, format, d->picture());
    if (failure.isEmpty())
        emit exported(path);
    else
        emit exportFailed(failure);
    return failure.isEmpty();
}

void ParallelView::copyPicture() { copyToClipboard(d->picture()); }

QMenu *ParallelView::createContextMenu(int axis)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("parallelMenu"));
    const auto add = [menu](const char *name, const QString &text, auto &&action) {
        QAction *entry = menu->addAction(text);
        entry->setObjectName(QLatin1String(name));
        QObject::connect(entry, &QAction::triggered, menu, action);
        return entry;
    };
    const bool drawn = !d->axes.empty() && !d->rows.empty();
    if (d->hasAxis(axis)) {
        QString title = d->axes[at(axis)].title;
        menu->addSection(title.replace(u'&', QStringLiteral("&&")));
        QAction *log = add("actionLog", tr("&Logarithmic\tL"),
                           [this, axis](bool on) { setScale(axis, on ? dnas::Scale::Log : dnas::Scale::Linear); });
        log->setCheckable(true);
        log->setChecked(scale(axis) == dnas::Scale::Log);
        log->setEnabled(hasPositive(d->axes[at(axis)].values));
        QAction *flip = add("actionFlip", tr("&Flipped\tF"), [this, axis](bool on) { setFlipped(axis, on); });
        flip->setCheckable(true);
        flip->setChecked(isFlipped(axis));
        add("actionClearBrush", tr("Clear &brush\tDel"), [this, axis] {
            setBrush(axis, {});
        })->setEnabled(brush(axis).has_value());
    }
    bool any = false;
    for (int i = 0; i < static_cast<int>(d->axes.size()); ++i)
        any = any || brush(i).has_value();
    add("actionClearBrushes", tr("Clear &all brushes"), [this] { clearBrushes(); })->setEnabled(any);
    menu->addSeparator();
    add("actionCopyPicture", tr("&Copy picture\tCtrl+C"), [this] { copyPicture(); })->setEnabled(drawn);
    menu->addSeparator();
    addSaveActions(*menu, {.dialogTitle = tr("Save parallel coordinates"),
                           .name = tr("Parallel coordinates"),
                           .csvText = tr("Save rows inside the brushes as CS&V…"),
                           .enabled = drawn,
                           .ask = d->ask,
                           .save = [this](const QString &path, PlotFormat format) {
                               exportTo(path, format);
                           }});
    return menu;
}

void ParallelView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const int axis = byMouse ? d->frame.nearest(event->pos().x()) : currentAxis();
    if (byMouse)
        d->setCurrent(axis);
    QMenu *menu = createContextMenu(axis);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool below = !byMouse && d->hasAxis(axis);
    // By the keyboard: at the axis it is about; no nested event loop.
    menu->popup(below ? mapToGlobal(titleRect(axis).bottomLeft().toPoint()) : event->globalPos());
}

} // namespace paretoscope
