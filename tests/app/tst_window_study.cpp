// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A study that was opened, not searched here: what Live and Layers say of it, and Setup, which begins from its spec.
#include "core/base/files.h"
#include "tests/app/window_fixture.h"
#include "widgets/cost_gauges.h"

#include <QFontMetrics>
#include <QSpinBox>
#include <QTreeWidget>

class TestWindowStudy : public QObject, WindowFixture {
    Q_OBJECT

    /// A finished search with this objective in a file, after which the window is a new one.
    QString makeStudy(const char *name, const char *objective)
    {
        const QString spec = filePath("made.yaml");
        if (!dnas::writeAtomically(spec.toStdString(), std::string("benchmark: demo\nboard: nucleo-h743zi2\n"
                                                                   "objective:\n") +
                                                           objective +
                                                           "phases: {warm_up: 3, search: 7, fine_tune: 2}\n")
                 .ok())
            return {};
        m_window->openFile(spec);
        const auto ready = [this] {
            return find<QWidget>("setupPage")->isVisible() && find<QPushButton>("startButton")->isEnabled();
        };
        if (!QTest::qWaitFor(ready))
            return {};
        auto *output = find<QLineEdit>("output");
        output->selectAll();
        QTest::keyClicks(output, filePath(name));
        if (!QTest::qWaitFor(ready)) // it plans again
            return {};
        click("startButton");
        if (!QTest::qWaitFor([this] { return m_window->controller().state() == State::Idle; }))
            return {};
        m_window.reset();
        m_window = std::make_unique<MainWindow>(paretoscope::MainWindowParts{m_engine, m_dialogs});
        m_window->resize(1280, 800);
        m_window->show();
        return filePath(name);
    }
    void open(const QString &file)
    {
        m_window->openFile(file);
        QTRY_VERIFY2(m_window->document().path() == std::filesystem::path(file.toStdString()), qPrintable(message()));
        QTRY_VERIFY(find<QWidget>("paretoPage")->isVisible());
    }
    bool isPlanned() const { return find<QPushButton>("startButton")->isEnabled(); }

private slots:
    void initTestCase() { nameProgram(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void anAimIsNoLimit()
    {
        const QString file = makeStudy("aim.pscope", "  - {metric: weights, target: 50%, shape: absolute}\n"
                                                     "  - {metric: macs, target: 60%}\n");
        open(file);
        click("navLive");
        const auto ruleOf = [this](const char *name) -> const dnas::Rule * {
            const PlotView *plot = m_window->findChild<PlotView *>(QString::fromLatin1(name));
            if (!plot)
                return nullptr;
            for (const dnas::Rule &rule : plot->figure().rules)
                if (!rule.vertical)
                    return &rule;
            return nullptr;
        };
        QTRY_VERIFY(ruleOf("costPlot0"));
        QCOMPARE(ruleOf("costPlot0")->role, dnas::Role::Marker); // nothing is hatched
        QVERIFY(ruleOf("costPlot0")->text.starts_with("aim "));
        QCOMPARE(ruleOf("costPlot1")->role, dnas::Role::Limit);
        QTRY_VERIFY(find<QWidget>("lossPlot")->height() < 0.7 * find<QWidget>("lossPlot")->parentWidget()->height());
        for (const paretoscope::CostGauge &gauge : find<paretoscope::CostGauges>("gauges")->gauges()) {
            // Of the network that was found, which is inside its targets, not of the last epoch before it.
            const auto &found = m_window->document().snapshot().candidates.back();
            QCOMPARE(gauge.value, found.costs.at(gauge.metric.toStdString()).value);
            if (gauge.metric == QStringLiteral("weights"))
                QVERIFY(gauge.isAim && gauge.limit);
            if (gauge.metric == QStringLiteral("macs"))
                QVERIFY(!gauge.isAim && gauge.limit);
        }
        QVERIFY(!find<paretoscope::StrengthPanel>("strengths")->rows()[0].isLimit);
        picture("live-opened");
        // The seed network has no targets: its plots take the room that those of the costs had.
        auto *runs = find<QTreeWidget>("runList");
        const auto seed = runs->findItems(QStringLiteral("seed network"), Qt::MatchContains | Qt::MatchRecursive);
        QCOMPARE(seed.size(), 1);
        runs->setCurrentItem(seed.first());
        QTRY_VERIFY(!ruleOf("costPlot0"));
        const auto *plots = find<QWidget>("lossPlot");
        QTRY_VERIFY2(plots->height() > 0.9 * plots->parentWidget()->height(),
                     qPrintable(QString::number(plots->height())));
    }

    /// Another process searches in it: what that does is seen here.
    void aStudyOfAnotherProcessIsFollowed()
    {
        const QString file = makeStudy("followed.pscope", "  - {metric: weights, target: 50%}\n");
        open(file);
        click("navLive");
        const auto *phase = find<QLabel>("phaseLabel");
        QVERIFY2(phase->text().startsWith(QStringLiteral("Opened study")), qPrintable(phase->text()));
        auto writer = dnas::Study::open(file.toStdString(), dnas::StudyAccess::Write); // it begins later
        QVERIFY(writer.ok());
        QTRY_VERIFY2_WITH_TIMEOUT(phase->text().startsWith(QStringLiteral("Another process searches")),
                                  qPrintable(phase->text()), 10000);
        const dnas::RunId id{7};
        QVERIFY((*writer)->addRun({id, "seven", "a new run", dnas::RunState::Running, {}, {"weights"}}).ok());
        const dnas::RunId own = m_window->document().snapshot().runs.back().id; // of the spec, begun again
        QVERIFY((*writer)->setRunState(own, dnas::RunState::Running, {}).ok());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->document().run(id), 10000);
        QTRY_VERIFY2_WITH_TIMEOUT(phase->text().contains(QStringLiteral("2 running")), qPrintable(phase->text()),
                                  10000);
        const auto *runs = find<QTreeWidget>("runList");
        QVERIFY(!runs->findItems(QStringLiteral("a new run"), Qt::MatchContains | Qt::MatchRecursive).isEmpty());
        QVERIFY2(find<QLabel>("steeringObstacle")->text().contains(QStringLiteral("dnas steer")),
                 qPrintable(find<QLabel>("steeringObstacle")->text()));
        writer->reset(); // it has gone without a word about its run
        QTRY_VERIFY2_WITH_TIMEOUT(phase->text().contains(QStringLiteral("2 cut off")), qPrintable(phase->text()),
                                  10000);
        QVERIFY(phase->text().startsWith(QStringLiteral("Opened study")));
        QVERIFY(!m_window->document().isFollowed());
        QTRY_VERIFY2(message().contains(QStringLiteral("cut off")), qPrintable(message())); // and can be resumed
    }

    void liveSaysWhatWasOpened()
    {
        QCOMPARE(find<QLabel>("phaseLabel")->text(), QStringLiteral("no search has run yet"));
        const QString file = makeStudy("opened.pscope", "  - {metric: weights, target: [75%, 50%]}\n");
        open(file);
        click("navLive");
        // Two runs and the seed network; the shared warm-up is none.
        QCOMPARE(find<QLabel>("phaseLabel")->text(), QStringLiteral("Opened study, its runs: 3 done"));
        QVERIFY(find<QLabel>("timeLabel")->text().isEmpty());
        // The next search speaks for itself again.
        setUpDemo("next.pscope");
        click("startButton");
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QTRY_COMPARE(find<QLabel>("phaseLabel")->text(), QStringLiteral("finished"));
        open(file);
        QVERIFY(find<QLabel>("phaseLabel")->text().startsWith(QStringLiteral("Opened study")));
    }

    void setupBeginsFromTheStudy()
    {
        const QString file = makeStudy("spec.pscope", "  - {metric: macs, target: [70%, 1000000]}\n");
        auto *warmUp = find<QSpinBox>("warmUp");
        QVERIFY(warmUp->value() != 3);
        open(file);
        QCOMPARE(warmUp->value(), 3);
        QCOMPARE(find<QSpinBox>("search")->value(), 7);
        const auto spec = find<paretoscope::SetupPage>("setupPage")->spec();
        QCOMPARE(spec.board, std::string("nucleo-h743zi2"));
        QCOMPARE(spec.objective.size(), std::size_t(1));
        QCOMPARE(spec.objective[0].metric, std::string("macs"));
        QCOMPARE(spec.objective[0].targets.size(), std::size_t(2));
        QVERIFY(!find<QWidget>("specOffer")->isVisible());
        QTRY_VERIFY(isPlanned());
        // No file holds it, and the study of before is not written over.
        QVERIFY(find<QLineEdit>("commandLine")->text().startsWith(QStringLiteral("dnas search SPEC.yaml ")));
        QVERIFY(find<QLineEdit>("output")->text() != file);
    }

    void editsAreNotLostToAStudy()
    {
        const QString file = makeStudy("offer.pscope", "  - {metric: macs, target: 70%}\n");
        setUpDemo("mine.pscope");
        find<QSpinBox>("warmUp")->setValue(17);
        open(file);
        click("navSetup");
        QCOMPARE(find<QSpinBox>("warmUp")->value(), 17);
        auto *offer = find<MessageBar>("specOffer");
        QVERIFY(offer->isVisible());
        QVERIFY2(offer->text().contains(QStringLiteral("offer")), qPrintable(offer->text()));
        picture("setup-offer");
        QTest::mouseClick(offer->findChild<QPushButton *>(QStringLiteral("action")), Qt::LeftButton);
        QCOMPARE(find<QSpinBox>("warmUp")->value(), 3);
        QVERIFY(!offer->isVisible());
    }

    /// What was started stands in its study, so opening another loses nothing.
    void whatWasStartedIsNoEdit()
    {
        const QString file = makeStudy("other.pscope", "  - {metric: macs, target: 70%}\n");
        setUpDemo("started.pscope");
        find<QSpinBox>("warmUp")->setValue(17);
        QVERIFY(!isPlanned());
        QTRY_VERIFY(isPlanned());
        click("startButton");
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        open(file);
        QCOMPARE(find<QSpinBox>("warmUp")->value(), 3);
    }

    /// At the smallest common size the names of a sweep's runs are all to be read.
    void runsOfASweepLookDifferent()
    {
        const QString file =
            makeStudy("sweep.pscope", "  - {metric: weights, target: [75%, 50%], strength: [0.01, 0.1]}\n"
                                      "  - {metric: macs, minimise: true, strength: [0.1, 1]}\n");
        open(file);
        click("navLive");
        auto *list = find<QTreeWidget>("runList");
        QTRY_VERIFY(list->topLevelItemCount() >= 9); // eight runs and the seed network
        picture("live-sweep");
        m_window->resize(1280, 800);
        const int line = list->fontMetrics().height();
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *item = list->topLevelItem(i);
            const int width = list->fontMetrics().horizontalAdvance(item->text(0));
            const auto fits = [&] { // once it is laid out
                const QRect rect = list->visualItemRect(item);
                return rect.height() / line * (rect.width() - 12) >= width;
            };
            QTRY_VERIFY2(fits(), qPrintable(item->text(0)));
        }
        click("navLayers");
        auto *source = find<QComboBox>("layersSource");
        QTRY_VERIFY(source->count() > 9);
        for (int i = 0; i < source->count(); ++i) {
            if (source->itemText(i).size() > 46)
                continue;
            QVERIFY2(source->fontMetrics().horizontalAdvance(source->itemText(i)) < source->width(),
                     qPrintable(source->itemText(i)));
        }
        // Where the figures come from stands beside them.
        QTRY_VERIFY(find<QLabel>("layersTotals")->text().contains(QStringLiteral("(counted)")));
        QVERIFY(find<QLabel>("layersTotals")->text().contains(QStringLiteral("modelled")));
        QVERIFY(find<QLabel>("layersTotals")->toolTip().contains(QStringLiteral("Modelled: ")));
        picture("layers-sweep");
        click("navPareto");
        picture("pareto-sweep");
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        picture("parallel-sweep");
    }
};

QTEST_MAIN(TestWindowStudy)
#include "tst_window_study.moc"
