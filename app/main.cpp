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

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

struct Arguments {
    QString theme; ///< empty: not given
    QString file;  ///< empty: none
};

/// Help and version are asked for on machines without a display too: by packagers, on a remote shell.
bool asksOnly(char **begin, char **end)
{
    return std::any_of(begin, std::find_if(begin, end, [](const char *each) { return !std::strcmp(each, "--"); }),
                       [](const char *argument) {
                           const auto is = [argument](const char *question) {
                               return !std::strcmp(argument, question);
                           };
                           return is("-h") || is("--help") || is("--help-all") || is("-v") || is("--version");
                       });
}

/// Ends the program after help, version or a wrong option.
Arguments readArguments(const QCoreApplication &app)
{
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
    const QString theme = parser.value(themeOption);
    if (parser.isSet(themeOption) && theme != QStringLiteral("light") && theme != QStringLiteral("dark")) {
        std::fprintf(stderr, "paretoscope: --theme: \"%s\" is not known; use light or dark\n", qPrintable(theme));
        std::exit(2);
    }
    return {theme, parser.positionalArguments().value(0)};
}

struct Translators {
    QTranslator plurals, language;
};

void translate(Translators &translators)
{
    const QString folder = QStringLiteral(":/translations");
    // English is in the sources, but for its singulars ("1 epoch"); whatever language lies above it.
    if (translators.plurals.load(QStringLiteral("paretoscope_en"), folder))
        QCoreApplication::installTranslator(&translators.plurals);
    if (translators.language.load(QLocale(), QStringLiteral("paretoscope"), QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(&translators.language);
}

} // namespace

int main(int argc, char **argv)
{
    paretoscope::setUpProcess();
    QCoreApplication::setOrganizationName(QStringLiteral("Paretoscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Paretoscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARETOSCOPE_VERSION));
    Translators translators;
    if (asksOnly(argv + 1, argv + argc)) {
        const QCoreApplication app(argc, argv); // needs no display
        translate(translators);
        readArguments(app);
        return 0;
    }

    QApplication app(argc, argv);
    // Qt takes over the user's locale; figures and files keep the decimal point.
    std::setlocale(LC_NUMERIC, "C");
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.paretoscope.Paretoscope"));
    translate(translators);
    const Arguments arguments = readArguments(app);

    const QString wanted =
        arguments.theme.isEmpty() ? QSettings().value(QStringLiteral("theme")).toString() : arguments.theme;
    paretoscope::Theme theme = paretoscope::themeOf(QApplication::palette());
    if (!wanted.isEmpty())
        theme = wanted == QStringLiteral("dark") ? paretoscope::Theme::Dark : paretoscope::Theme::Light;
    paretoscope::applyTheme(app, theme);

    paretoscope::MainWindow window;
    window.show();
    if (!arguments.file.isEmpty())
        window.openFile(arguments.file);
    return QApplication::exec();
}
