// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures and tables out of a plot: clipboard, PNG, SVG, PDF, CSV, and the menu that offers them.
#include "widgets/plot_text.h"
#include "widgets/plot_view_p.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace paretoscope {

Picture PlotView::Private::picture()
{
    const QSize size = plot->size();
    return {.title = fromUtf8(figure().title), .size = size, .draw = [this, size](QCPPainter &painter) {
                applyTheme(Theme::Light); // paper is white
                painter.setMode(QCPPainter::pmNoCaching);
                plot->toPainter(&painter, size.width(), size.height());
                applyTheme(themeOf(q));
                requestReplot();
            }};
}

bool PlotView::exportTo(const QString &path, PlotFormat format)
{
    QString failure;
    if (format == PlotFormat::Csv) {
        const Range x = range(PlotAxis::X);
        const Range y = range(PlotAxis::Y);
        CsvWindow window{.xLow = x.low, .xHigh = x.high, .yLow = y.low, .yHigh = y.high, .seriesVisible = {}};
        for (const Private::Drawn &series : d->drawn)
            window.seriesVisible.push_back(series.visible);
        failure = writeTextFile(path, figureCsv(figure(), window, d->textOfId));
    } else {
        failure = writePicture(path, format, d->picture());
    }
    if (failure.isEmpty())
        emit exported(path);
    else
        emit exportFailed(failure);
    return failure.isEmpty();
}

void PlotView::copyPicture() { copyToClipboard(d->picture()); }

QMenu *PlotView::createContextMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("plotMenu"));
    const auto add = [menu](const char *name, const QString &text, auto &&action) {
        QAction *entry = menu->addAction(text);
        entry->setObjectName(QLatin1String(name));
        QObject::connect(entry, &QAction::triggered, menu, action);
        return entry;
    };
    const bool drawn = d->hasPoints();
    add("actionCopyPicture", tr("&Copy picture\tCtrl+C"), [this] { copyPicture(); })->setEnabled(drawn);
    menu->addSeparator();
    addSaveActions(*menu, {.dialogTitle = tr("Save the plot"),
                           .name = fromUtf8(figure().title),
                           .csvText = tr("Save visible points as CS&V…"),
                           .enabled = drawn,
                           .ask = d->ask,
                           .save = [this](const QString &path, PlotFormat format) {
                               exportTo(path, format);
                           }});
    menu->addSeparator();
    add("actionFit", tr("&Fit\tHome"), [this] { fit(); })->setEnabled(drawn);
    for (const PlotAxis axis : {PlotAxis::X, PlotAxis::Y}) {
        if (axis == PlotAxis::X && !figure().categories.empty())
            continue;
        const bool isX = axis == PlotAxis::X;
        QAction *log =
            add(isX ? "actionLogX" : "actionLogY", isX ? tr("Logarithmic &x axis") : tr("Logarithmic &y axis"),
                [this, axis](bool on) { setScale(axis, on ? dnas::Scale::Log : dnas::Scale::Linear); });
        log->setCheckable(true);
        log->setChecked(scale(axis) == dnas::Scale::Log);
    }
    QMenu *series = menu->addMenu(tr("S&eries"));
    series->setObjectName(QStringLiteral("seriesMenu"));
    for (int i = 0; i < static_cast<int>(figure().series.size()); ++i) {
        const QString name = fromUtf8(figure().series[static_cast<std::size_t>(i)].name);
        if (name.isEmpty())
            continue;
        QAction *entry = series->addAction(QString(name).replace(u'&', QStringLiteral("&&")));
        entry->setCheckable(true);
        entry->setChecked(isSeriesVisible(i));
        connect(entry, &QAction::toggled, this, [this, i](bool on) { setSeriesVisible(i, on); });
    }
    series->setEnabled(!series->isEmpty());
    menu->addSeparator();
    add("actionTable", isTableVisible() ? tr("Show &plot\tCtrl+T") : tr("Show &table\tCtrl+T"),
        [this] { setTableVisible(!isTableVisible()); });
    return menu;
}

void PlotView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos()); // no nested event loop
}

} // namespace paretoscope
