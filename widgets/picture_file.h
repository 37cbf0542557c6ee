// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What all drawings share about leaving the program: PNG, SVG and PDF files, CSV text, the clipboard, proposed file
// names and the entries of a context menu. GUI thread.
#pragma once

#include <QSize>
#include <QString>

#include <functional>

class QCPPainter;
class QMenu;
class QWidget;

namespace paretoscope {

enum class PlotFormat { Png, Svg, Pdf, Csv };

/// Asked for a file name before an export (title, proposed name, filter); replaced in tests. Empty: cancelled.
using AskFileName = std::function<QString(const QString &, const QString &, const QString &)>;
/// The ordinary dialog over the widget's window.
AskFileName askByDialog(QWidget *widget);

struct Picture {
    QString title; ///< of the document
    QSize size;    ///< as on the screen
    /// Draws in these pixels on a ground that is not yet filled; a QCPPainter is a QPainter.
    std::function<void(QCPPainter &)> draw;
};

/// What went wrong, to be shown; empty: written. An existing file stays as it was on failure.
QString writePicture(const QString &path, PlotFormat format, const Picture &picture);
QString writeTextFile(const QString &path, const QString &text);
void copyToClipboard(const Picture &picture);

struct SaveActions {
    QString dialogTitle;
    QString name;    ///< file names are made out of it: "Front of run 1" to "front-of-run-1"
    QString csvText; ///< of the entry, with a mnemonic (&V is free)
    bool enabled = true;
    AskFileName ask;
    std::function<void(const QString &path, PlotFormat format)> save;
};
/// Entries actionSavePng, actionSaveSvg, actionSavePdf, actionSaveCsv.
void addSaveActions(QMenu &menu, const SaveActions &actions);

/// A cell of a CSV file (RFC 4180).
QString csvQuoted(QString text);
/// Shortest text that reads back as the same number; empty when it is none.
QString csvNumber(double value);

} // namespace paretoscope
