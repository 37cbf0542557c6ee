// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A study whose search was cut off or stopped: the window offers to go on with it. And runs with their forks.
#include "core/study/study.h"
#include "tests/app/window_fixture.h"

#include <QAction>
#include <QSpinBox>
#include <QTreeWidget>

class TestWindowResume : public QObject, WindowFixture {
    Q_OBJECT

    /// A search that was stopped in its first run, in a file, after which the window is a new one.
    QString stoppedStudy(const char *name)
    {
        m_engine->script.hold = true;
        setUpDemo(name);
        click("startButton");
        if (!QTest::qWaitFor([this] { return m_engine->holding(); }))
            return {};
        click("stopButton");
        if (!QTest::qWaitFor([this] { return m_window->controller().state() == State::Idle; }))
            return {};
        if (!QTest::qWaitFor([this] { return find<QAction>("actionResumeStudy")->isEnabled(); })) // at once, too
            return {};
        m_engine->script.hold = false;
        m_window.reset();
        m_window = std::make_unique<MainWindow>(paretoscope::MainWindowParts{m_engine, m_dialogs});
        m_window->resize(1280, 800);
        m_window->show();
        return filePath(name);
    }
    /// As a process leaves it that was killed.
    static void cutOff(const QString &file)
    {
        const auto study = dnas::Study::open(file.toStdString(), dnas::StudyAccess::Write);
        QVERIFY(study.ok());
        const auto runs = (*study)->runs();
        QVERIFY(runs.ok());
        for (const dnas::StudyRun &run : *runs) {
            if (run.state == dnas::RunState::Stopped)
                QVERIFY((*study)->setRunState(run.id, dnas::RunState::Running, {}).ok());
        }
    }
    QPushButton *resumeButton() const
    {
        return find<MessageBar>("messageBar")->findChild<QPushButton *>(QStringLiteral("action"));
    }
    /// Resumes, to the end; the folder that the search was told.
    QString folderOfResume()
    {
        const int before = m_engine->sessions();
        QTest::mouseClick(resumeButton(), Qt::LeftButton);
        const auto isOver = [&] {
            return m_engine->sessions() == before + 1 && m_window->controller().state() == State::Idle;
        };
        if (!QTest::qWaitFor(isOver) || !m_engine->options().resume)
            return {};
        return QString::fromStdString(m_engine->options().data.string());
    }
    static QString remembered(const QString &study)
    {
        return QSettings().value(QStringLiteral("data_folders")).toMap().value(study).toString();
    }
    int countOf(dnas::RunState state) const
    {
        const std::vector<dnas::StudyRun> &runs = m_window->document().snapshot().runs;
        return static_cast<int>(std::count_if(runs.begin(), runs.end(), [&](const dnas::StudyRun &run) {
            return run.id != dnas::kSharedRun && run.state == state;
        }));
    }

private slots:
    void initTestCase() { nameProgram(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void goesOn_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::addColumn<QString>("says");
        QTest::newRow("stopped") << false << "was ended early";
        QTest::newRow("killed") << true << "was cut off";
    }
    void goesOn()
    {
        QFETCH(const bool, killed);
        QFETCH(const QString, says);
        const QString file = stoppedStudy("half.pscope");
        if (killed)
            cutOff(file);
        m_window->openFile(file);
        QTRY_VERIFY2(message().contains(says), qPrintable(message()));
        QVERIFY2(message().contains(QStringLiteral("Runs done: 1, left: ")), qPrintable(message())); // the seed network
        QVERIFY(resumeButton()->isVisible());
        QVERIFY(find<QAction>("actionResumeStudy")->isEnabled());
        picture(killed ? "resume-killed" : "resume-stopped");

        const int before = m_engine->sessions();
        QTest::mouseClick(resumeButton(), Qt::LeftButton);
        QTRY_COMPARE(m_engine->sessions(), before + 1);
        QVERIFY(m_engine->options().resume);
        QVERIFY(m_engine->options().includeSeed);
        QCOMPARE(QString::fromStdString(m_engine->options().output.string()), file);
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QTRY_COMPARE(countOf(dnas::RunState::Stopped) + countOf(dnas::RunState::Running), 0);
        QVERIFY(countOf(dnas::RunState::Done) >= 2);
        QTRY_VERIFY(!find<QAction>("actionResumeStudy")->isEnabled());

        // Nothing is left, so nothing is offered.
        m_window->openFile(file);
        QTRY_VERIFY(message().isEmpty());
        QTest::qWait(100);
        QVERIFY2(message().isEmpty(), qPrintable(message()));
    }

    /// The study names no folder, but the program knows where its data were.
    void theDataFolderIsRemembered()
    {
        const QString data = filePath("my data");
        QVERIFY(QDir().mkpath(data));
        find<QLineEdit>("dataFolder")->setText(data);
        const QString file = stoppedStudy("half.pscope");
        QCOMPARE(QString::fromStdString(m_engine->options().data.string()), data);
        QCOMPARE(find<QLineEdit>("dataFolder")->text(), QString()); // of the new window
        m_window->openFile(file);
        QTRY_VERIFY(resumeButton()->isVisible());
        QCOMPARE(find<QLineEdit>("dataFolder")->text(), data);
        find<QSpinBox>("warmUp")->setValue(17);
        find<QLineEdit>("dataFolder")->setText(filePath("of another study"));
        QCOMPARE(folderOfResume(), data);
    }

    void setupsFolderIsUsed_data()
    {
        QTest::addColumn<bool>("aboutAnother");
        QTest::addColumn<bool>("gone");
        QTest::newRow("Setup shows this study") << false << false;
        QTest::newRow("the remembered one is gone") << true << true;
    }
    void setupsFolderIsUsed()
    {
        QFETCH(const bool, aboutAnother);
        QFETCH(const bool, gone);
        const QString data = filePath("my data");
        QVERIFY(QDir().mkpath(data));
        find<QLineEdit>("dataFolder")->setText(data);
        const QString file = stoppedStudy("half.pscope");
        m_window->openFile(file);
        QTRY_VERIFY(resumeButton()->isVisible());
        if (aboutAnother)
            find<QSpinBox>("warmUp")->setValue(17);
        if (gone)
            QVERIFY(QDir(data).removeRecursively());
        find<QLineEdit>("dataFolder")->setText(filePath("moved"));
        QCOMPARE(folderOfResume(), filePath("moved"));
        QCOMPARE(remembered(file), filePath("moved"));
    }

    /// The search has not begun with it.
    void aWrongFolderIsNotRemembered()
    {
        const QString data = filePath("my data");
        find<QLineEdit>("dataFolder")->setText(data);
        const QString file = stoppedStudy("half.pscope");
        m_window->openFile(file);
        QTRY_VERIFY(resumeButton()->isVisible());
        find<QLineEdit>("dataFolder")->setText(filePath("wrong"));
        m_engine->script.error = dnas::ioError("no such folder");
        QCOMPARE(folderOfResume(), filePath("wrong"));
        QTRY_VERIFY2(message().contains(QStringLiteral("no such folder")), qPrintable(message()));
        QCOMPARE(remembered(file), data);
    }

    void aFolderJustTypedStays()
    {
        const QString data = filePath("my data");
        find<QLineEdit>("dataFolder")->setText(data);
        const QString file = stoppedStudy("half.pscope");
        click("navSetup");
        auto *folder = find<QLineEdit>("dataFolder");
        QTest::keyClicks(folder, filePath("typed"));
        m_window->openFile(file);
        QTRY_VERIFY(resumeButton()->isVisible());
        QCOMPARE(folder->text(), filePath("typed"));
        // The study's own comes by the button, and is then what an edit would replace.
        click("navSetup");
        const auto *offer = find<MessageBar>("specOffer");
        QVERIFY(offer->isVisible());
        QTest::mouseClick(offer->findChild<QPushButton *>(QStringLiteral("action")), Qt::LeftButton);
        QCOMPARE(folder->text(), data);
        folder->selectAll();
        QTest::keyClicks(folder, filePath("typed again"));
        m_window->openFile(file);
        QTRY_VERIFY(find<QWidget>("paretoPage")->isVisible());
        QTRY_VERIFY(resumeButton()->isVisible());
        QCOMPARE(folder->text(), filePath("typed again"));
    }

    /// The warm-up is not run again, and Live still shows it.
    void theWarmUpStays()
    {
        const QString file = stoppedStudy("half.pscope");
        m_window->openFile(file);
        QTRY_VERIFY(resumeButton()->isVisible());
        const std::size_t warmUp = m_window->document().history(dnas::kSharedRun).size();
        QVERIFY(warmUp > 0);
        QTest::mouseClick(resumeButton(), Qt::LeftButton);
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QTRY_COMPARE(m_window->document().history(dnas::kSharedRun).size(), warmUp);
    }

    /// The files that the spec names have changed since: its runs would be others.
    void notByAnotherBoard()
    {
        auto study = paretoscope::loadStudy(stoppedStudy("half.pscope").toStdString());
        QVERIFY(study.ok());
        QVERIFY(paretoscope::unfinishedStudy(*study));
        study->spec.board += "\n# another one";
        QVERIFY(!paretoscope::unfinishedStudy(*study));
    }

    /// An epoch that came while the file was being read stands behind those that were read.
    void whatIsNewerIsMerged()
    {
        const auto epoch = [](dnas::Phase phase, int number) {
            dnas::EpochReport report;
            report.run = dnas::RunId{1};
            report.phase = phase;
            report.epoch = number;
            return report;
        };
        using dnas::Phase;
        paretoscope::StudySnapshot read, live;
        read.histories[dnas::RunId{1}] = {epoch(Phase::Search, 0), epoch(Phase::Search, 1)};
        live.histories[dnas::RunId{1}] = {epoch(Phase::Search, 1), epoch(Phase::Search, 2), epoch(Phase::FineTune, 0)};
        paretoscope::mergeLive(read, live);
        const auto &merged = read.histories[dnas::RunId{1}];
        QCOMPARE(merged.size(), std::size_t(4));
        QCOMPARE(merged[2].epoch, 2);
        QCOMPARE(merged[3].phase, Phase::FineTune);

        // Two changes before one step, of which the file has the first.
        const auto change = [](const char *key) {
            return dnas::SteeringChanged{dnas::RunId{1}, Phase::Search, 2, 50, key, 1, 2};
        };
        read.steering[dnas::RunId{1}] = {change("strength.weights")};
        live.steering[dnas::RunId{1}] = {change("strength.weights"), change("learning_rate")};
        paretoscope::mergeLive(read, live);
        QCOMPARE(read.steering[dnas::RunId{1}].size(), std::size_t(2));
        QCOMPARE(read.steering[dnas::RunId{1}][1].key, std::string("learning_rate"));
    }

    /// Whoever writes the study goes on with it himself.
    void notWhileAnotherProcessWrites()
    {
        const QString file = stoppedStudy("half.pscope");
        const auto writer = dnas::Study::open(file.toStdString(), dnas::StudyAccess::Write);
        QVERIFY(writer.ok());
        m_window->openFile(file);
        QTRY_VERIFY(find<QWidget>("paretoPage")->isVisible());
        QTest::qWait(100);
        QVERIFY(!resumeButton()->isVisible());
        QVERIFY(!find<QAction>("actionResumeStudy")->isEnabled());
    }

    void forksStandUnderTheirRun()
    {
        const auto run = [](int id, const char *label, std::optional<dnas::ForkOrigin> fork) {
            return dnas::StudyRun{dnas::RunId{id}, label, label, dnas::RunState::Done, {}, {}, fork};
        };
        const dnas::ForkOrigin ofFirst{dnas::RunId{1}, dnas::Phase::Search, 2};
        const dnas::ForkOrigin ofFork{dnas::RunId{3}, dnas::Phase::Search, 3};
        paretoscope::StudySnapshot study;
        study.runs = {run(1, "weights 50 %", {}), run(2, "weights 25 %", {}),
                      run(3, "weights 50 %, fork at search:3", ofFirst),
                      run(4, "weights 50 %, fork at search:4", ofFork)};
        m_window->document().show(study);
        click("navLive");
        auto *list = find<QTreeWidget>("runList");
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        QVERIFY(list->rootIsDecorated());
        const QTreeWidgetItem *fork = list->topLevelItem(0)->child(0);
        QVERIFY(fork && fork->isExpanded());
        QVERIFY(fork->text(0).contains(QStringLiteral("search:3")));
        QVERIFY(fork->toolTip(0).contains(QStringLiteral("left run 1 behind epoch 3")));
        QCOMPARE(fork->childCount(), 1);
        QCOMPARE(list->topLevelItem(1)->childCount(), 0);
        // What a sweep's labels cannot tell: the run was changed by hand.
        QVERIFY(!list->topLevelItem(1)->text(0).contains(QStringLiteral("steered")));
        study.runs.push_back({dnas::RunId{5},
                              "k5",
                              "weights 50 %, fork of run 1 behind epoch 3, strength.macs 0.5",
                              dnas::RunState::Done,
                              {},
                              {},
                              ofFirst});
        study.steering[dnas::RunId{2}] = {{dnas::RunId{2}, dnas::Phase::Search, 1, 4, "strength.macs", 0.1, 0.3}};
        // A fork has a copy of what came before, and begins with what its label says.
        study.steering[dnas::RunId{5}] = {{dnas::RunId{5}, dnas::Phase::Search, 1, 4, "strength.macs", 0.1, 0.2},
                                          {dnas::RunId{5}, dnas::Phase::Search, 3, 0, "strength.macs", 0.2, 0.5},
                                          {dnas::RunId{5}, dnas::Phase::Search, 4, 2, "target.weights", 5000, 4000}};
        m_window->document().show(study);
        QTRY_COMPARE(list->topLevelItem(1)->text(0),
                     QStringLiteral("✓ 2  weights 25\u00a0%\nsteered: λ macs 0.1 → 0.3"));
        QCOMPARE(list->topLevelItem(0)->child(1)->text(0),
                 QStringLiteral("✓ 5  fork behind epoch 3, λ macs 0.5\nsteered: target weights 5000 → 4000"));
        QVERIFY(list->topLevelItem(1)->toolTip(0).contains(QStringLiteral("steered: λ macs")));
        picture("run-tree");

        list->setCurrentItem(list->topLevelItem(0)->child(0)->child(0));
        QTRY_COMPARE(list->currentItem()->data(0, Qt::UserRole).toInt(), 4);
    }
};

QTEST_MAIN(TestWindowResume)
#include "tst_window_resume.moc"
