// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See picture_file.h.
#include "widgets/picture_file.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QImage>
#include <QLocale>
#include <QMenu>
#include <QPdfWriter>
#include <QSaveFile>
#include <QScreen>
#include <QSvgGenerator>

#include <qcustomplot.h>

#include <cmath>

namespace paretoscope {

namespace {

constexpr int kPictureScale = 2; ///< pixels of a PNG for one on the screen

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PictureFile)
};

QString failure(const QString &path, const QString &reason)
{
    return reason.isEmpty() ? Text::tr("Cannot write %1. Is the folder writable and the disk not full?").arg(path)
                            : Text::tr("Cannot write %1: %2.").arg(path, reason);
}

QImage imageOf(const Picture &picture)
{
    QImage image(picture.size * kPictureScale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QCPPainter painter;
    if (painter.begin(&image)) {
        painter.setMode(QCPPainter::pmNonCosmetic); // else thin lines stay one pixel thin
        painter.scale(kPictureScale, kPictureScale);
        picture.draw(painter);
    }
    return image;
}

bool drawVectors(QPaintDevice &device, const Picture &picture)
{
    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    picture.draw(painter);
    return painter.end();
}

bool writeSvg(QIODevice &file, const Picture &picture)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(picture.size);
    generator.setViewBox(QRect(QPoint(0, 0), picture.size));
    generator.setTitle(picture.title);
    return drawVectors(generator, picture);
}

bool writePdf(QIODevice &file, const Picture &picture)
{
    QPdfWriter writer(&file);
    writer.setCreator(QStringLiteral("Paretoscope"));
    writer.setTitle(picture.title);
    // The screen's resolution, so that fonts keep their proportion to the rest.
    const QScreen *screen = QGuiApplication::primaryScreen();
    const int dpi = screen ? static_cast<int>(std::lround(screen->logicalDotsPerInch())) : 96;
    writer.setResolution(dpi);
    const QPageSize page(QSizeF(picture.size) * 72.0 / dpi, QPageSize::Point, {}, QPageSize::ExactMatch);
    writer.setPageLayout(QPageLayout(page, QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    return drawVectors(writer, picture);
}

/// "Front of run 1" to "front-of-run-1".
QString proposedName(const QString &title, const QString &suffix)
{
    QString name;
    for (const QChar letter : title.toLower()) {
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

AskFileName askByDialog(QWidget *widget)
{
    return [widget](const QString &title, const QString &name, const QString &filter) {
        return QFileDialog::getSaveFileName(widget->window(), title, name, filter);
    };
}

QString writePicture(const QString &path, PlotFormat format, const Picture &picture)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(path, file.errorString());
    bool drawn = false;
    if (format == PlotFormat::Png)
        drawn = imageOf(picture).save(&file, "PNG");
    else
        drawn = format == PlotFormat::Pdf ? writePdf(file, picture) : writeSvg(file, picture);
    if (!drawn)
        file.cancelWriting();
    return file.commit() && drawn ? QString() : failure(path, drawn ? file.errorString() : QString());
}

QString writeTextFile(const QString &path, const QString &text)
{
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? QString() : failure(path, file.errorString());
}

void copyToClipboard(const Picture &picture) { QApplication::clipboard()->setImage(imageOf(picture)); }

void addSaveActions(QMenu &menu, const SaveActions &actions)
{
    const auto add = [&](const char *name, const QString &text, PlotFormat format, const char *ending,
                         const QString &filter) {
        QAction *entry = menu.addAction(text);
        entry->setObjectName(QLatin1String(name));
        entry->setEnabled(actions.enabled);
        const QString suffix = QLatin1String(ending);
        QObject::connect(entry, &QAction::triggered, &menu, [actions, format, suffix, filter] {
            QString path = actions.ask(actions.dialogTitle, proposedName(actions.name, suffix), filter);
            if (path.isEmpty())
                return;
            if (!path.endsWith(suffix, Qt::CaseInsensitive))
                path += suffix;
            actions.save(path, format);
        });
    };
    add("actionSavePng", Text::tr("Save as &PNG…"), PlotFormat::Png, ".png", Text::tr("PNG pictures (*.png)"));
    add("actionSaveSvg", Text::tr("Save as &SVG…"), PlotFormat::Svg, ".svg", Text::tr("SVG pictures (*.svg)"));
    add("actionSavePdf", Text::tr("Save as P&DF…"), PlotFormat::Pdf, ".pdf", Text::tr("PDF documents (*.pdf)"));
    add("actionSaveCsv", actions.csvText, PlotFormat::Csv, ".csv", Text::tr("CSV tables (*.csv)"));
}

QString csvQuoted(QString text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    text.replace(QStringLiteral("\""), QStringLiteral("\"\""));
    return QStringLiteral("\"") + text + QStringLiteral("\"");
}

QString csvNumber(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', QLocale::FloatingPointShortest) : QString();
}

} // namespace paretoscope
