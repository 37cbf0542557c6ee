// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real window, driven as a person would, with an engine that trains nothing. With PARETOSCOPE_SCREENSHOTS=DIR
// it leaves pictures of its pages there.
#include "app/window/main_window.h"
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
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using paretoscope::MainWindow;
using paretoscope::MessageBar;
using paretoscope::Page;
using paretoscope::PlotView;
using State = paretoscope::SearchController::State;

class TestWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<fakes::FakeSearchEngine> m_engine;
    std::shared_ptr<fakes::FakeDialogs> m_dialogs;
    std::unique_ptr<MainWindow> m_window;

    template <typename T>
    T *find(const char *name) const
    {
        T *found = m_window->findChild<T *>(QString::fromLatin1(name));
        if (!found) qFatal("no widget %s", name);
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
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        for (const paretoscope::Theme theme : {paretoscope::Theme::Dark, paretoscope::Theme::Light}) {
            m_window->setTheme(theme);
            for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
                m_window->resize(size);
                QTest::qWait(400);
                m_window->grab().save(QStringLiteral("%1/%2-%3-%4.png")
                                          .arg(folder, QString::fromLatin1(name),
                                               theme == paretoscope::Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                          .arg(size.width()));
            }
        }
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ParetoscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_window"));
        QStandardPaths::setTestModeEnabled(true);
    }
    void init()
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
    void cleanup()
    {
        m_engine->release();
        m_window.reset();
    }

    void theWholeJourney()
    {
        picture("start");
        m_engine->script.hold = true;
        setUpDemo("journey.pscope");
        picture("setup");
        QVERIFY(find<QLineEdit>("commandLine")->text().startsWith(QStringLiteral("dnas search ")));
        click("startButton");
        QTRY_VERIFY(m_engine->holding());
        QCOMPARE(find<QWidget>("livePage")->isVisible(), true);
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("journey")));
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("▶")));

        // Change a strength, as the panel does when its slider is let go.
        auto *panel = find<paretoscope::StrengthPanel>("strengths");
        QTRY_VERIFY(!panel->rows().empty());
        QSignalSpy steering(&m_window->controller(), &paretoscope::SearchController::steeringChanged);
        auto *block = panel->findChild<QWidget *>(QStringLiteral("strength.weights"));
        QVERIFY(block);
        auto *slider = block->findChild<QSlider *>(QStringLiteral("slider"));
        QVERIFY(slider);
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageUp);
        QTRY_COMPARE(steering.count(), 1);
        QCOMPARE(steering[0][1].value<dnas::SteeringChanged>().key, std::string("strength.weights"));
        QTRY_VERIFY(!find<PlotView>("lossPlot")->figure().rules.empty()); // the change is marked
        picture("live");

        click("pauseButton");
        QTRY_VERIFY(m_engine->waitingInPause());
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("⏸")));
        click("pauseButton");
        QTRY_VERIFY(!m_engine->waitingInPause());
        m_engine->release();
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        QTRY_VERIFY(message().contains(QStringLiteral("done")));

        // The front has points; click one.
        click("navPareto");
        auto *plot = find<PlotView>("frontPlot");
        QTRY_VERIFY(!plot->figure().series.empty());
        const auto &candidates = m_window->document().snapshot().candidates;
        const auto front = dnas::frontOf(candidates, "weights", "quality");
        QVERIFY(front.size() >= 3);
        clickFirstFrontPoint(*plot);
        QTRY_VERIFY(m_window->selection().current().value > 0);
        const int id = m_window->selection().current().value;
        QVERIFY(find<QLabel>("candidateTitle")->text().contains(QStringLiteral("Candidate %1").arg(id)));
        QCOMPARE(find<QTableView>("candidateTable")->selectionModel()->selectedRows().size(), 1);
        picture("pareto");

        // Its layers, and the search replayed.
        click("navLayers");
        QTRY_VERIFY(find<paretoscope::LayersView>("layersView")->model()->rowCount() > 0);
        picture("layers");

        // Export.
        click("navPareto");
        m_dialogs->fileToSave = filePath("network.onnx");
        click("exportButton");
        QTRY_VERIFY2(QFile::exists(filePath("network.onnx")), qPrintable(message()));
        QVERIFY(QFileInfo(filePath("network.onnx")).size() > 1000);
        QTRY_VERIFY(message().contains(QStringLiteral("network.onnx")));
    }

    void exportsYamlAndCsv()
    {
        runDemo("export.pscope");
        m_window->selection().select({m_window->document().snapshot().candidates.back().id});
        m_dialogs->fileToSave = filePath("network.yaml");
        click("exportButton");
        QTRY_VERIFY2(QFile::exists(filePath("network.yaml")), qPrintable(message()));
        m_dialogs->fileToSave = filePath("table.csv");
        find<QAction>("actionExport")->trigger();
        QTRY_VERIFY2(QFile::exists(filePath("table.csv")), qPrintable(message()));
        QFile csv(filePath("table.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        // A header and a line for every candidate.
        QCOMPARE(csv.readAll().count('\n'), static_cast<qsizetype>(m_window->document().snapshot().candidates.size()) + 1);
        m_dialogs->fileToSave = filePath("network.txt");
        click("exportButton");
        QTRY_VERIFY(message().contains(QStringLiteral(".onnx")));
        QVERIFY(!QFile::exists(filePath("network.txt")));
    }

    void anImpossibleTargetCannotBeStarted()
    {
        setUpDemo("impossible.pscope");
        auto *objective = find<QWidget>("objective");
        auto *further = objective->findChild<QLineEdit *>(QStringLiteral("further"));
        QVERIFY(further);
        auto *target = objective->findChild<QAbstractSpinBox *>(QStringLiteral("target"));
        QVERIFY(target);
        target->setFocus();
        target->selectAll();
        QTest::keyClicks(target, QStringLiteral("0.0001"));
        QTest::keyClick(target, Qt::Key_Return);
        QTRY_VERIFY2(!find<QPushButton>("startButton")->isEnabled() && find<QLabel>("obstacle")->text().startsWith(QStringLiteral("Cannot start: ")),
                     qPrintable(find<QLabel>("obstacle")->text()));
        picture("setup-impossible");
    }

    void stopKeepsWhatIsDone_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<int>("candidates");
        QTest::newRow("stop") << QByteArray("stopButton") << 2;  // the seed network and the running one
        QTest::newRow("abort") << QByteArray("abortButton") << 1; // the seed network
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
    }

    void aFailedRunIsAWarning()
    {
        m_engine->script.failedRun = "weights 20";
        setUpDemo("failed.pscope");
        click("startButton");
        QTRY_COMPARE(m_window->controller().state(), State::Idle);
        // Whether a label of the demo has these words is the plan's business; then nothing fails.
        QTRY_VERIFY(!message().isEmpty());
    }

    void anErrorOfTheEngineIsShown()
    {
        m_engine->script.error = dnas::ioError("No space left on the device. Free some and start again.");
        setUpDemo("full.pscope");
        click("startButton");
        QTRY_VERIFY(message().startsWith(QStringLiteral("No space left")));
        QCOMPARE(find<MessageBar>("messageBar")->kind(), paretoscope::MessageKind::Error);
        QCOMPARE(m_window->controller().state(), State::Idle);
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
            for (const QLabel *label : m_window->findChildren<QLabel *>()) says = says || (label->isVisible() && label->text().contains(QStringLiteral("tart")));
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

private:
    /// Clicks where the plot has drawn the first point of the front.
    void clickFirstFrontPoint(PlotView &plot)
    {
        const dnas::Figure &figure = plot.figure();
        for (std::size_t i = 0; i < figure.series.size(); ++i)
            if (figure.series[i].role == dnas::Role::Front) {
                emit plot.pointClicked(static_cast<int>(i), 0);
                return;
            }
        QFAIL("the figure has no front");
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
