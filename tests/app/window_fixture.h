// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A main window with an engine that trains nothing and dialogs that answer at once, for every test anew. With
// PARETOSCOPE_SCREENSHOTS=DIR the tests leave pictures of the pages there.
#pragma once

#include "app/window/main_window.h"
#include "app/window/pages/setup_page.h"
#include "core/report/figures.h"
#include "tests/support/fake_dialogs.h"
#include "tests/support/fake_search_engine.h"
#include "widgets/layers_view.h"
#include "widgets/message_bar.h"
#include "widgets/plot_view.h"
#include "widgets/strength_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using paretoscope::MainWindow;
using paretoscope::MessageBar;
using paretoscope::Page;
using paretoscope::PlotView;
using State = paretoscope::SearchController::State;

class WindowFixture {
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<fakes::FakeSearchEngine> m_engine;
    std::shared_ptr<fakes::FakeDialogs> m_dialogs;
    std::unique_ptr<MainWindow> m_window;

    template <typename T>
    T *find(const char *name) const
    {
        T *found = m_window->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    void click(const char *name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void choose(const char *combo, const char *data) const
    {
        auto *box = find<QComboBox>(combo);
        const int index = box->findData(QString::fromLatin1(data));
        QVERIFY2(index >= 0, data);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    QString message() const
    {
        const auto *bar = find<MessageBar>("messageBar");
        return bar->isVisible() ? bar->text() : QString();
    }
    QString filePath(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    /// New study on the demo benchmark, ready to start, with its file in the test's folder.
    void setUpDemo(const char *file)
    {
        click("navStart");
        click("newStudyButton");
        choose("benchmark", "demo");
        auto *output = find<QLineEdit>("output");
        output->selectAll();
        QTest::keyClicks(output, filePath(file));
        QTRY_VERIFY2(find<QPushButton>("startButton")->isEnabled(), qPrintable(find<QLabel>("obstacle")->text()));
    }
    /// A finished search with a front, shown on the Pareto page.
    void runDemo(const char *file)
    {
        setUpDemo(file);
        click("startButton");
        QTRY_VERIFY(m_window->controller().state() == State::Idle);
        click("navPareto");
        QTRY_VERIFY(!find<PlotView>("frontPlot")->figure().series.empty());
    }
    void picture(const char *name) const
    {
        const QString folder = qEnvironmentVariable("PARETOSCOPE_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const paretoscope::Theme theme : {paretoscope::Theme::Dark, paretoscope::Theme::Light}) {
            m_window->setTheme(theme);
            for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
                m_window->resize(size);
                QTest::qWait(400);
                m_window->grab().save(
                    QStringLiteral("%1/%2-%3-%4.png")
                        .arg(folder, QString::fromLatin1(name),
                             theme == paretoscope::Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                        .arg(size.width()));
            }
        }
    }

    void nameProgram()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ParetoscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_window"));
        QStandardPaths::setTestModeEnabled(true);
    }
    void openWindow()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
        QSettings().clear();
        m_engine = std::make_shared<fakes::FakeSearchEngine>();
        m_dialogs = std::make_shared<fakes::FakeDialogs>();
        paretoscope::applyTheme(*qApp, paretoscope::Theme::Light);
        m_window = std::make_unique<MainWindow>(paretoscope::MainWindowParts{m_engine, m_dialogs});
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void closeWindow()
    {
        m_engine->release();
        m_window.reset();
    }
};
