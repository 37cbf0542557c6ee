// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real window with the real engine: a small search on the demo data, driven as a person would. Prints the
// longest time that the window did not answer while it trained.
#include "app/window/main_window.h"
#include "core/report/figures.h"
#include "tests/app/plot_clicks.h"
#include "tests/support/fake_dialogs.h"
#include "widgets/plot_view.h"
#include "widgets/strength_panel.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using paretoscope::MainWindow;
using State = paretoscope::SearchController::State;

namespace {

/// Notes the longest gap between two turns of the event loop.
class Heartbeat : public QObject {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_clock.start();
        m_timer.start();
    }
    qint64 longestMs() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

class TestWindowTraining : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ParetoscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_window_training"));
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    }

    void searchSteerPauseAndExport()
    {
        const QString spec = m_folder.filePath(QStringLiteral("small.yaml"));
        QFile file(spec);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("benchmark: demo\n"
                   "board: nucleo-h743zi2\n"
                   "objective:\n"
                   "  - {metric: weights, target: [50%, 20%], shape: absolute, strength: auto, multiplier: 5}\n"
                   "phases: {warm_up: 1, search: 2, fine_tune: 1}\n");
        file.close();

        const auto dialogs = std::make_shared<fakes::FakeDialogs>();
        MainWindow window({std::make_shared<paretoscope::TorchSearchEngine>(), dialogs});
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto click = [&](const char *name) {
            auto *button = window.findChild<QAbstractButton *>(QString::fromLatin1(name));
            QVERIFY2(button, name);
            QTest::mouseClick(button, Qt::LeftButton);
        };

        window.openFile(spec);
        auto *output = window.findChild<QLineEdit *>(QStringLiteral("output"));
        QVERIFY(output);
        output->selectAll();
        QTest::keyClicks(output, m_folder.filePath(QStringLiteral("small.pscope")));
        auto *start = window.findChild<QPushButton *>(QStringLiteral("startButton"));
        QTRY_VERIFY2(start->isEnabled(), qPrintable(window.findChild<QLabel *>(QStringLiteral("obstacle"))->text()));

        {
            const Heartbeat probing;
            QElapsedTimer clock;
            clock.start();
            click("estimateButton");
            const auto *estimate = window.findChild<QLabel *>(QStringLiteral("timeEstimate"));
            QTRY_VERIFY_WITH_TIMEOUT(estimate->text().startsWith(QStringLiteral("About ")), 60000);
            qInfo("estimated in %lld ms, longest frame %lld ms: %s", static_cast<long long>(clock.elapsed()),
                  static_cast<long long>(probing.longestMs()), qPrintable(estimate->text()));
        }

        const Heartbeat heartbeat;
        QElapsedTimer searching;
        searching.start();
        QSignalSpy steering(&window.controller(), &paretoscope::SearchController::steeringChanged);
        click("startButton");
        auto *panel = window.findChild<paretoscope::StrengthPanel *>(QStringLiteral("strengths"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel->rows().empty(), 60000);
        auto *slider = panel->findChild<QWidget *>(QStringLiteral("strength.weights"))
                           ->findChild<QSlider *>(QStringLiteral("slider"));
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageUp);
        QTRY_VERIFY_WITH_TIMEOUT(steering.count() > 0, 60000);
        click("pauseButton");
        QTRY_COMPARE(window.controller().state(), State::Paused);
        click("pauseButton");
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().state(), State::Idle, 150000);
        qInfo("longest frame while training: %lld ms; the search took %lld s",
              static_cast<long long>(heartbeat.longestMs()), static_cast<long long>(searching.elapsed() / 1000));

        // The seed network and two runs, every one close to its target.
        const auto &candidates = window.document().snapshot().candidates;
        QTRY_COMPARE(candidates.size(), std::size_t{3});
        const auto front = dnas::frontOf(candidates, "weights", "quality");
        QVERIFY(!front.empty());
        click("navPareto");
        auto *plot = window.findChild<paretoscope::PlotView *>(QStringLiteral("frontPlot"));
        QTRY_VERIFY(!plot->figure().series.empty());
        clickFirstFrontPoint(*plot);
        QTRY_COMPARE(window.selection().ids().size(), std::size_t{1});
        dialogs->fileToSave = m_folder.filePath(QStringLiteral("network.onnx"));
        click("exportButton");
        QTRY_VERIFY(QFile::exists(dialogs->fileToSave));
        QVERIFY(QFileInfo(dialogs->fileToSave).size() > 1000);
    }
};

QTEST_MAIN(TestWindowTraining)
#include "tst_window_training.moc"
