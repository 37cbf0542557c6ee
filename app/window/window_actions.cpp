// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See window_actions.h.
#include "app/window/window_actions.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace paretoscope {
namespace {

QAction *add(QMenu *menu, const char *name, const QString &text, const QKeySequence &key = {})
{
    QAction *action = menu->addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    return action;
}

} // namespace

WindowActions createWindowActions(QMainWindow *window)
{
    WindowActions a{};
    QMenu *file = window->menuBar()->addMenu(QMainWindow::tr("&File"));
    a.newStudy = add(file, "actionNew", QMainWindow::tr("&New study"), QKeySequence(Qt::CTRL | Qt::Key_N));
    a.open = add(file, "actionOpen", QMainWindow::tr("&Open…"), QKeySequence(Qt::CTRL | Qt::Key_O));
    a.recent = file->addMenu(QMainWindow::tr("Open &recent"));
    file->addSeparator();
    a.saveCopy = add(file, "actionSaveCopy", QMainWindow::tr("&Save a copy…"), QKeySequence(Qt::CTRL | Qt::Key_S));
    a.exportCandidate = add(file, "actionExport", QMainWindow::tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    file->addSeparator();
    a.quit = add(file, "actionQuit", QMainWindow::tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    a.quit->setMenuRole(QAction::QuitRole);

    QMenu *search = window->menuBar()->addMenu(QMainWindow::tr("&Search"));
    a.start = add(search, "actionStart", QMainWindow::tr("&Start"), QKeySequence(Qt::Key_F5));
    a.resumeStudy =
        add(search, "actionResumeStudy", QMainWindow::tr("&Resume the study"), QKeySequence(Qt::CTRL | Qt::Key_R));
    a.pause = add(search, "actionPause", QMainWindow::tr("&Pause"), QKeySequence(Qt::Key_Space));
    a.stop = add(search, "actionStop", QMainWindow::tr("S&top and keep"), QKeySequence(Qt::SHIFT | Qt::Key_F5));
    a.abort = add(search, "actionAbort", QMainWindow::tr("&Abort"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F5));

    QMenu *view = window->menuBar()->addMenu(QMainWindow::tr("&View"));
    auto *themes = new QActionGroup(window);
    a.light = add(view, "actionLight", QMainWindow::tr("&Light"));
    a.dark = add(view, "actionDark", QMainWindow::tr("&Dark"));
    for (QAction *theme : {a.light, a.dark}) {
        theme->setCheckable(true);
        themes->addAction(theme);
    }
    view->addSeparator();
    a.fit = add(view, "actionFit", QMainWindow::tr("&Fit plots"), QKeySequence(Qt::Key_Home));
    a.fullScreen = add(view, "actionFullScreen", QMainWindow::tr("F&ull screen"), QKeySequence(Qt::Key_F11));
    a.fullScreen->setCheckable(true);

    QMenu *tools = window->menuBar()->addMenu(QMainWindow::tr("&Tools"));
    a.calibrate = add(tools, "actionCalibrate", QMainWindow::tr("&Calibrate a board…"));

    QMenu *help = window->menuBar()->addMenu(QMainWindow::tr("&Help"));
    a.keys = add(help, "actionKeys", QMainWindow::tr("&Keys"), QKeySequence(Qt::Key_F1));
    a.about = add(help, "actionAbout", QMainWindow::tr("&About Paretoscope"));
    a.about->setMenuRole(QAction::AboutRole);
    return a;
}

QString keysText(const WindowActions &actions)
{
    QString rows;
    const auto row = [&rows](const QString &key, const QString &text) {
        rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(key.toHtmlEscaped(), text.toHtmlEscaped());
    };
    for (const QAction *action : {actions.newStudy, actions.open, actions.saveCopy, actions.exportCandidate,
                                  actions.quit, actions.start, actions.resumeStudy, actions.pause, actions.stop,
                                  actions.abort, actions.fit, actions.fullScreen, actions.keys})
        row(action->shortcut().toString(QKeySequence::NativeText),
            action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…")));
    row(QMainWindow::tr("Alt+1 … Alt+6"), QMainWindow::tr("Start, Setup, Data, Live, Layers, Pareto"));
    row(QMainWindow::tr("Plots"),
        QMainWindow::tr("wheel zooms, drag pans, Shift+drag selects, double click fits, + and − zoom, arrows pan, "
                        "Ctrl+arrows move a limit (with Shift finely), Ctrl+C copies, Ctrl+T shows the table"));
    row(QMainWindow::tr("Confusion matrix"),
        QMainWindow::tr(
            "arrows choose a cell, N and Shift+N go through the mistakes, Ctrl+C copies, Ctrl+T shows lists"));
    return QStringLiteral("<table>%1</table>").arg(rows);
}

} // namespace paretoscope
