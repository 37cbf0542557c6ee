// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every view that exports pictures must do.
#pragma once

#include "widgets/picture_file.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace paretoscope {

/// Writes PNG, SVG and PDF as files 0, 1 and 2 of `folder`, each with its own first bytes; then fails in every format
/// where there is no folder, and says so each time. `failed` spies on the view's exportFailed.
template <typename View>
void checkPictureFiles(View &view, const QTemporaryDir &folder, const QSignalSpy &failed)
{
    const QByteArray starts[] = {"\x89PNG", "<?xml", "%PDF"};
    const PlotFormat formats[] = {PlotFormat::Png, PlotFormat::Svg, PlotFormat::Pdf};
    for (int i = 0; i < 3; ++i) {
        QFile file(folder.filePath(QString::number(i)));
        QVERIFY(view.exportTo(file.fileName(), formats[i]));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(starts[i]));
    }
    QCOMPARE(failed.count(), 0);
    for (const PlotFormat format : {PlotFormat::Png, PlotFormat::Svg, PlotFormat::Pdf, PlotFormat::Csv})
        QVERIFY(!view.exportTo(folder.filePath(QStringLiteral("no/such/folder")), format));
    QCOMPARE(failed.count(), 4);
}

} // namespace paretoscope
