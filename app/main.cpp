// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window program: paretoscope [--theme light|dark] [FILE.pscope]. Starts things; everything else is a library.
#include "app/shared/process_setup.h"
#include "app/window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

int main(int argc, char **argv)
{
    paretoscope::setUpProcess(argv);
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Paretoscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Paretoscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARETOSCOPE_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Architecture search for tiny devices, with a window on it"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption themeOption(QStringLiteral("theme"), QCoreApplication::translate("main", "light or dark"),
                                         QStringLiteral("theme"));
    parser.addOption(themeOption);
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QCoreApplication::translate("main", "a study or a search spec to open"),
                                 QStringLiteral("[FILE]"));
    parser.process(app);

    const QString stored = QSettings().value(QStringLiteral("theme")).toString();
    const QString wanted = parser.isSet(themeOption) ? parser.value(themeOption) : stored;
    paretoscope::Theme theme = paretoscope::themeOf(QApplication::palette());
    if (!wanted.isEmpty())
        theme = wanted == QStringLiteral("dark") ? paretoscope::Theme::Dark : paretoscope::Theme::Light;
    paretoscope::applyTheme(app, theme);

    paretoscope::MainWindow window;
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openFile(parser.positionalArguments().constFirst());
    return QApplication::exec();
}
