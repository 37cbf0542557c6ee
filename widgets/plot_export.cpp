// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures and tables out of a plot: clipboard, PNG, SVG, PDF, CSV, and the menu that offers them.
#include "widgets/plot_text.h"
#include "widgets/plot_view_p.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSaveFile>
#include <QSvgGenerator>

namespace paretoscope {

namespace {

constexpr double kPictureScale = 2; ///< pixels of a PNG for one on the screen

/// A file name out of a title: "Front of run 1" to "front-of-run-1".
QString proposedName(const dnas::Figure &figure, const QString &suffix)
{
    QString name;
    for (const QChar letter : fromUtf8(figure.title).toLower()) {
        if (letter.isLetterOrNumber())
            name += letter;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? QStringLiteral("plot") : name) + suffix;
}

} // namespace

bool PlotView::exportTo(const QString &path, PlotFormat format)
{
    bool written = false;
    QString reason;
    if (format == PlotFormat::Csv) {
        CsvWindow window;
        const Range x = range(PlotAxis::X);
        const Range y = range(PlotAxis::Y);
        window = {.xLow = x.low, .xHigh = x.high, .yLow = y.low, .yHigh = y.high, .seriesVisible = {}};
        for (const Private::Drawn &series : d->drawn)
            window.seriesVisible.push_back(series.visible);
        QSaveFile file(path);
        const QByteArray text = figureCsv(figure(), window).toUtf8();
        written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        reason = file.errorString();
    } else {
        d->applyTheme(Theme::Light); // paper is white
        const QSize size = d->plot->size();
        if (format == PlotFormat::Png) {
            written = d->plot->savePng(path, size.width(), size.height(), kPictureScale);
        } else if (format == PlotFormat::Pdf) {
            written = d->plot->savePdf(path, size.width(), size.height(), QCP::epAllowCosmetic,
                                       QStringLiteral("Paretoscope"), fromUtf8(figure().title));
        } else {
            QSaveFile file(path);
            if (file.open(QIODevice::WriteOnly)) {
                QSvgGenerator generator;
                generator.setOutputDevice(&file);
                generator.setSize(size);
                generator.setViewBox(QRect(QPoint(0, 0), size));
                generator.setTitle(fromUtf8(figure().title));
                QCPPainter painter;
                painter.begin(&generator);
                painter.setMode(QCPPainter::pmVectorized);
                painter.setMode(QCPPainter::pmNoCaching);
                painter.fillRect(QRect(QPoint(0, 0), size), drawingColours(Theme::Light).background);
                d->plot->toPainter(&painter, size.width(), size.height());
                painter.end();
                written = file.commit();
            }
            reason = file.errorString();
        }
        d->applyTheme(themeOf(this));
        d->requestReplot();
    }
    if (written)
        emit exported(path);
    else
        emit exportFailed(reason.isEmpty()
                              ? tr("Cannot write %1. Is the folder writable and the disk not full?").arg(path)
                              : tr("Cannot write %1: %2.").arg(path, reason));
    return written;
}

void PlotView::copyPicture()
{
    d->applyTheme(Theme::Light);
    QApplication::clipboard()->setImage(
        d->plot->toPixmap(d->plot->width(), d->plot->height(), kPictureScale).toImage());
    d->applyTheme(themeOf(this));
    d->requestReplot();
}

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
    const auto save = [this](PlotFormat format, const QString &suffix, const QString &filter) {
        return [this, format, suffix, filter] {
            QString path = d->ask(tr("Save the plot"), proposedName(figure(), suffix), filter);
            if (path.isEmpty())
                return;
            if (!path.endsWith(suffix, Qt::CaseInsensitive))
                path += suffix;
            exportTo(path, format);
        };
    };
    const bool drawn = d->hasPoints();
    add("actionCopyPicture", tr("&Copy picture\tCtrl+C"), [this] { copyPicture(); })->setEnabled(drawn);
    menu->addSeparator();
    const auto file = [&](const char *name, const QString &text, PlotFormat format, const char *suffix,
                          const QString &filter) {
        add(name, text, save(format, QLatin1String(suffix), filter))->setEnabled(drawn);
    };
    file("actionSavePng", tr("Save as &PNG…"), PlotFormat::Png, ".png", tr("PNG pictures (*.png)"));
    file("actionSaveSvg", tr("Save as &SVG…"), PlotFormat::Svg, ".svg", tr("SVG pictures (*.svg)"));
    file("actionSavePdf", tr("Save as P&DF…"), PlotFormat::Pdf, ".pdf", tr("PDF documents (*.pdf)"));
    file("actionSaveCsv", tr("Save visible points as CS&V…"), PlotFormat::Csv, ".csv", tr("CSV tables (*.csv)"));
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
