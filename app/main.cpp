// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window program: paretoscope [--theme light|dark] [FILE.pscope]. Starts things; everything else is a library.
#include "app/shared/process_setup.h"
#include "app/window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QSettings>

#include <QTranslator>
#include <cstdio>

#include <clocale>

int main(int argc, char **argv)
{
    paretoscope::setUpProcess(argv);
    QApplication app(argc, argv);
    // Qt takes over the user's locale; figures and files keep the decimal point.
    std::setlocale(LC_NUMERIC, "C");
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.paretoscope.Paretoscope"));
    QCoreApplication::setOrganizationName(QStringLiteral("Paretoscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Paretoscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARETOSCOPE_VERSION));

    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("paretoscope"), QStringLiteral("_"),
                        QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(&translator);

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
    if (parser.isSet(themeOption) && wanted != QStringLiteral("light") && wanted != QStringLiteral("dark")) {
        std::fprintf(stderr, "paretoscope: --theme: \"%s\" is not known; use light or dark\n", qPrintable(wanted));
        return 2;
    }
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
