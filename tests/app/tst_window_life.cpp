// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What else can happen to the window: stops, errors, files, keys, closing while it runs.
#include "tests/app/window_fixture.h"
#include "widgets/parallel_view.h"

#include <QMenu>
#include <QProgressBar>
#include <QScopedPointer>

class TestWindowLife : public QObject, WindowFixture {
    Q_OBJECT

private slots:
    void initTestCase() { nameProgram(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void stopKeepsWhatIsDone_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<int>("candidates");
        QTest::addColumn<QString>("says");
        QTest::newRow("stop") << QByteArray("stopButton") << 2 << "stopped";   // the seed network and the running one
        QTest::newRow("abort") << QByteArray("abortButton") << 1 << "aborted"; // the seed network
    }
    void stopKeepsWhatIsDone()
    {
        QFETCH(QByteArray, button);
        m_engine->script.hold = true;
        setUpDemo("stop.pscope");
        click("startButton");
        QTRY_VERIFY(m_engine->holding());
        click(button.constData());
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QFETCH(int, candidates);
        QTRY_COMPARE(static_cast<int>(m_window->document().snapshot().candidates.size()), candidates);
        QFETCH(QString, says);
        QCOMPARE(find<QLabel>("phaseLabel")->text(), says);
    }

    void aFailedRunIsAWarning()
    {
        m_engine->script.failedRun = "weights 25";
        setUpDemo("failed.pscope");
        click("startButton");
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QTRY_VERIFY2(message().contains(QStringLiteral("Failed: 1")), qPrintable(message()));
        QCOMPARE(find<MessageBar>("messageBar")->kind(), paretoscope::MessageKind::Warning);
    }

    void anErrorOfTheEngineIsShown()
    {
        m_engine->script.error = dnas::ioError("No space left on the device. Free some and start again.");
        setUpDemo("full.pscope");
        click("startButton");
        QTRY_VERIFY(message().startsWith(QStringLiteral("No space left")));
        QCOMPARE(find<MessageBar>("messageBar")->kind(), paretoscope::MessageKind::Error);
        QCOMPARE(m_window->controller().state(), State::Idle);
        // Live says so, too, and nothing of a start that goes on.
        const auto *phase = find<QLabel>("phaseLabel");
        QVERIFY2(phase->text().startsWith(QStringLiteral("The search could not start: No space left")),
                 qPrintable(phase->text()));
        QTRY_VERIFY2(find<QLabel>("liveEmpty")->text().contains(QStringLiteral("could not start")),
                     qPrintable(find<QLabel>("liveEmpty")->text()));
        QVERIFY(!find<QProgressBar>("searchProgress")->isVisible());
        picture("live-not-started");
        m_engine->script.error.reset();
        click("navSetup");
        click("startButton");
        QTRY_VERIFY(find<QProgressBar>("searchProgress")->isVisible());
        QTRY_COMPARE(phase->text(), QStringLiteral("finished"));
    }

    void openingWhatIsNoStudySaysSo()
    {
        QFile file(filePath("letter.pscope"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear study, this is only a letter.");
        file.close();
        m_dialogs->fileToOpen = file.fileName();
        click("openButton");
        QTRY_VERIFY(message().contains(QStringLiteral("letter.pscope")));
        QCOMPARE(find<MessageBar>("messageBar")->kind(), paretoscope::MessageKind::Error);
        QVERIFY(!m_window->document().isOpen());
    }

    void aSavedStudyOpensAgainAndIsRemembered()
    {
        runDemo("first.pscope");
        const std::size_t candidates = m_window->document().snapshot().candidates.size();
        m_dialogs->fileToSave = filePath("copy.pscope");
        QTRY_VERIFY(find<QAction>("actionSaveCopy")->isEnabled());
        find<QAction>("actionSaveCopy")->trigger();
        QTRY_VERIFY2(message().contains(QStringLiteral("copy.pscope")), qPrintable(message()));
        m_dialogs->fileToOpen = filePath("copy.pscope");
        find<QAction>("actionOpen")->trigger();
        QTRY_VERIFY(m_window->windowTitle().startsWith(QStringLiteral("copy")));
        QCOMPARE(m_window->document().snapshot().candidates.size(), candidates);
        QVERIFY(find<QWidget>("paretoPage")->isVisible());
        QVERIFY(!m_window->document().snapshot().histories.empty());
        click("navStart");
        QTRY_VERIFY(find<QWidget>("recentList")->isVisible());
        picture("start-recent");
    }

    void theFileOpenedLastIsTheOneRemembered()
    {
        runDemo("base.pscope");
        for (const char *name : {"one.pscope", "two.pscope"})
            QVERIFY(QFile::copy(filePath("base.pscope"), filePath(name)));
        m_window->openFile(filePath("one.pscope"));
        m_window->openFile(filePath("two.pscope")); // before the first is read
        QTRY_VERIFY(m_window->windowTitle().startsWith(QStringLiteral("two")));
        const QStringList recent = QSettings().value(QStringLiteral("recent_files")).toStringList();
        QCOMPARE(recent.value(0), filePath("two.pscope"));
        QVERIFY2(!recent.contains(filePath("one.pscope")), qPrintable(recent.join(u' ')));
    }

    void strengthsThatActNoMoreAreDisabled()
    {
        m_engine->script.hold = true;
        setUpDemo("steer.pscope");
        click("startButton");
        QTRY_VERIFY(m_engine->holding());
        auto *panel = find<paretoscope::StrengthPanel>("strengths");
        const auto slider = [panel]() -> QSlider * {
            auto *block = panel->findChild<QWidget *>(QStringLiteral("strength.weights"));
            return block ? block->findChild<QSlider *>(QStringLiteral("slider")) : nullptr;
        };
        QTRY_VERIFY(slider() && slider()->isEnabled());
        auto *all = find<QAbstractButton>("steerAll");
        QVERIFY(all->isVisible());
        // The run goes on to fine-tuning.
        dnas::RunId run;
        for (const dnas::StudyRun &each : m_window->document().snapshot().runs)
            run = each.id;
        emit m_window->controller().phaseStarted(1, {run, dnas::Phase::FineTune, 6, 100});
        QTRY_VERIFY(!slider()->isEnabled());
        QVERIFY2(slider()->toolTip().contains(QStringLiteral("fine-tuning")), qPrintable(slider()->toolTip()));
        all->click(); // the other runs are still to come
        QTRY_VERIFY(slider()->isEnabled());
        m_engine->release();
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QTRY_VERIFY(slider() && !slider()->isEnabled());
        QVERIFY(!all->isVisible());
        QVERIFY(!find<QLabel>("steeringObstacle")->text().isEmpty());
        QVERIFY(!find<QLabel>("timeLabel")->text().contains(QStringLiteral("remaining"))); // nothing remains
        picture("live-ended");
    }

    void aWishEndsWithItsSearch()
    {
        m_engine->script.hold = true;
        m_engine->script.deaf = true; // what is asked for is never applied
        setUpDemo("wish.pscope");
        click("startButton");
        QTRY_VERIFY(m_engine->holding());
        auto *panel = find<paretoscope::StrengthPanel>("strengths");
        QTRY_VERIFY(!panel->rows().empty());
        auto *slider = panel->findChild<QWidget *>(QStringLiteral("strength.weights"))
                           ->findChild<QSlider *>(QStringLiteral("slider"));
        QTRY_VERIFY(slider->isEnabled());
        QTest::qWait(250); // two refreshes: what the epochs so far say is shown
        const double before = panel->rows()[0].strength;
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageUp);
        QTRY_VERIFY(panel->rows()[0].strength > before);
        QTest::qWait(250); // two refreshes: the wish stays
        QVERIFY(panel->rows()[0].strength > before);
        m_engine->release();
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QTRY_VERIFY(!panel->rows().empty() && panel->rows()[0].strength == before);
    }

    void savedPicturesAreTold()
    {
        runDemo("pictures.pscope");
        const auto save = [&](const char *plot, const QString &file) {
            auto *view = find<PlotView>(plot);
            view->setAskFileName([file](const QString &, const QString &, const QString &) { return file; });
            const QScopedPointer<QMenu> menu(view->createContextMenu());
            menu->findChild<QAction *>(QStringLiteral("actionSavePng"))->trigger();
        };
        const QString nowhere = m_folder->filePath(QStringLiteral("no/such/front.png"));
        save("frontPlot", nowhere);
        QVERIFY2(message().contains(nowhere), qPrintable(message()));
        QCOMPARE(find<MessageBar>("messageBar")->kind(), paretoscope::MessageKind::Error);
        save("frontPlot", filePath("front.png"));
        QVERIFY2(message().contains(filePath("front.png")), qPrintable(message()));
        QCOMPARE(find<MessageBar>("messageBar")->kind(), paretoscope::MessageKind::Information);
        QVERIFY(QFile::exists(filePath("front.png")));
        find<paretoscope::ParallelView>("parallelView")->exportTo(nowhere, paretoscope::PlotFormat::Csv);
        QCOMPARE(find<MessageBar>("messageBar")->kind(), paretoscope::MessageKind::Error);
        click("navLive");
        for (const char *plot : {"lossPlot", "qualityPlot"}) {
            const QString file = filePath(plot) + QStringLiteral(".png");
            QTRY_VERIFY(!find<PlotView>(plot)->figure().series.empty());
            save(plot, file);
            QVERIFY2(message().contains(file), qPrintable(message()));
        }
    }

    void keys()
    {
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(find<QWidget>("setupPage")->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(find<QWidget>("setupPage")->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        QTRY_VERIFY(m_dialogs->lastShown.contains(QStringLiteral("F5")));
        m_engine->script.hold = true;
        setUpDemo("keys.pscope");
        m_window->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(m_engine->holding());
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QTRY_COMPARE(m_window->controller().state(), State::Paused);
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QTRY_COMPARE(m_window->controller().state(), State::Running);
        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
    }

    /// Decoding a large set takes minutes; Live says what is done, how far it is and how long it takes.
    void preparingTheDataIsShown()
    {
        m_engine->script.preparing = {{"reading sounds", 1200, 3180}};
        setUpDemo("preparing.pscope");
        click("startButton");
        QTRY_VERIFY2(
            find<QLabel>("phaseLabel")->text().contains(QStringLiteral("reading sounds: 1\u00a0200 of 3\u00a0180")),
            qPrintable(find<QLabel>("phaseLabel")->text()));
        QVERIFY(find<QLabel>("statusPhase")->text().contains(QStringLiteral("reading sounds")));
        QVERIFY(!find<QLabel>("phaseLabel")->text().contains(QStringLiteral("remaining"))); // nothing done since
        m_engine->tellPreparing({"reading sounds", 2190, 3180});
        QTRY_VERIFY2(find<QLabel>("phaseLabel")->text().contains(QStringLiteral("2\u00a0190 of 3\u00a0180")),
                     qPrintable(find<QLabel>("phaseLabel")->text()));
        QVERIFY2(find<QLabel>("phaseLabel")->text().contains(QStringLiteral("remaining")),
                 qPrintable(find<QLabel>("phaseLabel")->text()));
        picture("live-preparing");
        m_engine->release();
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QVERIFY(!find<QLabel>("phaseLabel")->text().contains(QStringLiteral("sounds")));
    }

    /// Nothing has failed: it was wanted.
    void stoppingWhileFilesAreReadIsNoError()
    {
        runDemo("other.pscope");
        m_engine->script.preparing = {{"reading sounds", 1200, 3180}};
        m_engine->script.error = dnas::Error{dnas::ErrorCode::Cancelled, "stopped while reading sounds", {}};
        const auto *phase = find<QLabel>("phaseLabel");
        const auto startReading = [&] {
            setUpDemo("reading.pscope");
            click("startButton");
            QTRY_VERIFY2(phase->text().contains(QStringLiteral("reading sounds")), qPrintable(phase->text()));
        };
        startReading();
        click("stopButton");
        m_engine->release();
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QCOMPARE(phase->text(), QStringLiteral("stopped"));
        QCOMPARE(message(), QStringLiteral("The search is stopped."));
        QCOMPARE(find<MessageBar>("messageBar")->kind(), paretoscope::MessageKind::Information);
        QTRY_VERIFY2(find<QLabel>("liveEmpty")->text().startsWith(QStringLiteral("Nothing to watch yet")),
                     qPrintable(find<QLabel>("liveEmpty")->text()));
        // Whoever waits for its end is not left waiting.
        m_engine->holdAgain();
        startReading();
        m_dialogs->answer = 0; // stop and keep
        m_window->openFile(filePath("other.pscope"));
        m_engine->release();
        QTRY_VERIFY2(m_window->windowTitle().startsWith(QStringLiteral("other")), qPrintable(m_window->windowTitle()));
    }

    void closingWhileItRunsAsks()
    {
        m_engine->script.hold = true;
        setUpDemo("close.pscope");
        click("startButton");
        QTRY_VERIFY(m_engine->holding());
        m_dialogs->answer = -1; // no
        m_window->close();
        QCOMPARE(m_dialogs->questions, 1);
        QVERIFY(m_window->isVisible());
        QCOMPARE(m_window->controller().state(), State::Running);
        m_dialogs->answer = 0; // stop and keep
        m_window->close();
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(m_engine->ended(), 1);
    }

    void openingWhileItRunsCanDropIt()
    {
        runDemo("other.pscope");
        m_engine->script = {.epochs = 6, .hold = true, .deaf = true, .error = {}, .failedRun = {}};
        m_engine->holdAgain();
        setUpDemo("dropped.pscope");
        click("startButton");
        QTRY_VERIFY(m_engine->holding());
        m_dialogs->answer = 1; // abort
        m_window->openFile(filePath("other.pscope"));
        QTRY_VERIFY(m_window->windowTitle().startsWith(QStringLiteral("other")));
        const std::size_t runs = m_window->document().snapshot().runs.size();
        m_engine->release(); // the dropped one goes on talking
        QTRY_COMPARE(m_engine->ended(), 2);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->document().snapshot().runs.size(), runs);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("other")));
    }

    void emptyPagesSayWhatToDo()
    {
        for (const char *page : {"navLive", "navPareto"}) {
            click(page);
            bool says = false;
            for (const QLabel *label : m_window->findChildren<QLabel *>())
                says = says || (label->isVisible() && label->text().contains(QStringLiteral("tart")));
            QVERIFY2(says, page);
        }
        picture("pareto-empty");
    }

    void theThemeIsRemembered()
    {
        find<QAction>("actionDark")->trigger();
        QCOMPARE(paretoscope::themeOf(QApplication::palette()), paretoscope::Theme::Dark);
        QCOMPARE(QSettings().value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
    }
};

QTEST_MAIN(TestWindowLife)
#include "tst_window_life.moc"
