// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Setup: the spec's file and the shown command line, saving, the estimate of the time.
#include "core/base/files.h"
#include "tests/app/window_fixture.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QThreadPool>

class TestWindowSetup : public QObject, WindowFixture {
    Q_OBJECT

    QString line() const { return find<QLineEdit>("commandLine")->text(); }
    QString hint() const
    {
        const auto *label = find<QLabel>("commandLineHint");
        return label->isVisible() ? label->text() : QString();
    }
    QString estimate() const
    {
        const auto *label = find<QLabel>("timeEstimate");
        return label->isVisible() ? label->text() : QString();
    }
    QByteArray bytes(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString write(const char *name, const QByteArray &text) const
    {
        QFile file(filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }
    QString writeSpec(const char *name, const char *target = "50%") const
    {
        return write(name, QByteArray("# mine\nbenchmark: demo\nboard: nucleo-h743zi2\nobjective:\n"
                                      "  - {metric: weights, target: ") +
                               target + "}\nphases: {warm_up: 20, search: 40, fine_tune: 20}\n");
    }
    /// Opens a spec and waits until it is planned and could be started.
    void openSpec(const QString &file)
    {
        m_window->openFile(file);
        QTRY_VERIFY(find<QWidget>("setupPage")->isVisible());
        QTRY_VERIFY2(find<QPushButton>("startButton")->isEnabled(), qPrintable(find<QLabel>("obstacle")->text()));
    }

private slots:
    void initTestCase()
    {
        nameProgram();
        // Qt paints with these threads: on a small machine a task of ours among them once stood still with every
        // window.
        QThreadPool::globalInstance()->setMaxThreadCount(1);
    }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void anEditedSpecIsNotTheFile()
    {
        const QString file = writeSpec("mine.yaml");
        openSpec(file);
        QVERIFY2(line().startsWith(QStringLiteral("dnas search %1 ").arg(file)), qPrintable(line()));
        QCOMPARE(hint(), QString());
        auto *warmUp = find<QSpinBox>("warmUp");
        warmUp->setValue(21);
        QVERIFY2(line().startsWith(QStringLiteral("dnas search SPEC.yaml ")), qPrintable(line()));
        QVERIFY(hint().contains(QStringLiteral("save it first")));
        warmUp->setValue(20); // back
        QTRY_VERIFY2(line().contains(file), qPrintable(line()));
        QCOMPARE(hint(), QString());
        // What does not belong to the spec is no edit of it.
        find<QCheckBox>("includeSeed")->setChecked(false);
        QVERIFY(line().contains(file));
        QVERIFY(line().endsWith(QStringLiteral(" --without-seed")));
    }

    /// A percentage beside an amount: both stand in the form, and both are started.
    void sharesAndAmountsOfAListAreKept()
    {
        const QString file = writeSpec("mixed.yaml", "[50%, 12000]");
        openSpec(file);
        QVERIFY2(line().startsWith(QStringLiteral("dnas search %1 ").arg(file)), qPrintable(line()));
        const auto *further = find<QWidget>("objective")->findChild<QLineEdit *>(QStringLiteral("further"));
        QCOMPARE(further->text(), QStringLiteral("12 k"));
        const auto &plan = find<paretoscope::SetupPage>("setupPage")->answer().plan;
        QVERIFY(plan);
        QCOMPARE(plan->runs.size(), std::size_t(2));
        QCOMPARE(plan->runs[1].terms[0].target, 12000.0);
    }

    void aRecipeBringsItsEpochs()
    {
        openSpec(writeSpec("recipes.yaml"));
        auto *recipe = find<QComboBox>("recipe");
        QTRY_COMPARE(recipe->currentText(), QStringLiteral("the benchmark's usual one"));
        QVERIFY(recipe->isEnabled());
        choose("recipe", "short");
        QCOMPARE(find<QSpinBox>("warmUp")->value(), 6);
        QCOMPARE(find<QSpinBox>("fineTune")->value(), 8);
        const auto &answer = find<paretoscope::SetupPage>("setupPage")->answer();
        QTRY_VERIFY(answer.plan && answer.plan->spec.phases.fineTune == 8);
        QCOMPARE(recipe->currentText(), QStringLiteral("short"));
        // With other epochs it is still this one; chosen again, its own come back.
        find<QSpinBox>("search")->setValue(9);
        QTRY_VERIFY(answer.plan && answer.plan->spec.phases.search == 9);
        QCOMPARE(recipe->currentText(), QStringLiteral("short"));
        choose("recipe", "full");
        QCOMPARE(find<QSpinBox>("search")->value(), 60);
        // Of the demo all have the same settings and differ in their epochs; the usual one goes with the usual epochs.
        QTRY_VERIFY(answer.plan && answer.plan->spec.phases.search == 60);
        recipe->setCurrentIndex(0);
        emit recipe->activated(0);
        QCOMPARE(find<QSpinBox>("search")->value(), dnas::PhaseLengths{}.search);
        QTRY_VERIFY(answer.plan && answer.plan->spec.phases == dnas::PhaseLengths{});
        QCOMPARE(recipe->currentText(), QStringLiteral("the benchmark's usual one"));
    }

    /// What is said of the data is what the recipe trains on.
    void aRecipeTakesSomeOfTheSamples()
    {
        const auto *state = find<QLabel>("dataState");
        openSpec(writeSpec("all.yaml"));
        QTRY_VERIFY2(state->text().startsWith(QStringLiteral("Data: 5\u00a0400 training, ")),
                     qPrintable(state->text()));
        openSpec(write("some.yaml", "benchmark: demo\nboard: nucleo-h743zi2\n"
                                    "objective:\n  - {metric: weights, target: 50%}\n"
                                    "recipe: {split: {validation: 0.2, train: 1000}}\n"));
        QTRY_VERIFY2(state->text().startsWith(QStringLiteral("Data: 1\u00a0000 of 4\u00a0800 training, ")),
                     qPrintable(state->text()));
        QVERIFY2(state->text().contains(QStringLiteral("1\u00a0200 validation")), qPrintable(state->text()));
    }

    void aRecipeTakesSomeOfTheTestSamples()
    {
        openSpec(write("some.yaml", "benchmark: demo\nboard: nucleo-h743zi2\n"
                                    "objective:\n  - {metric: weights, target: 50%}\n"
                                    "recipe: {split: {validation: 0.2, test: 500}}\n"));
        const auto *state = find<QLabel>("dataState");
        QTRY_VERIFY2(state->text().endsWith(QStringLiteral("500 of 4\u00a0000 test samples")),
                     qPrintable(state->text()));
    }

    /// Listing a folder may take long: another recipe with the same split needs no other look.
    void anotherRecipeListsNothingAgain()
    {
        QStringList classes; // as many as the network has outputs
        for (int number = 0; number < 12; ++number) {
            classes << QStringLiteral("c%1").arg(number);
            QVERIFY(QDir().mkpath(filePath("tones/") + classes.last()));
            for (int i = 0; i < 5; ++i)
                QVERIFY(!write(qPrintable(QStringLiteral("tones/%1/%2.wav").arg(classes.last()).arg(i)), {}).isEmpty());
        }
        for (int i = 0; i < 30; ++i)
            QVERIFY(QDir().mkpath(filePath("tones/other%1").arg(i)));
        const QString benchmark =
            write("mine.yaml", "name: mine\ntitle: Tones\ndescription: For a test.\nsource: none\nnetwork: ds-cnn\n"
                               "data: {format: sounds, folder: ./tones, test: 20%}\nfront_end: {kind: mfcc}\n"
                               "input: [1, 49, 10]\nclasses: [" +
                                   classes.join(QStringLiteral(", ")).toUtf8() + "]\n");
        const auto spec = [&](const char *name, const char *split) {
            return write(name, "benchmark: " + benchmark.toUtf8() +
                                   "\nboard: nucleo-h743zi2\nobjective:\n  - {metric: weights, target: 50%}\n"
                                   "recipe: {split: {validation: 0.25" +
                                   split + "}}\n");
        };
        const auto *state = find<QLabel>("dataState");
        openSpec(spec("all.yaml", ""));
        QTRY_COMPARE(state->text(), QStringLiteral("Data: 36 training, 12 validation, 12 test samples"));
        // A folder may have thousands of odd things.
        const QStringList details = state->toolTip().split(QLatin1Char('\n'));
        QCOMPARE(details.size(), 21);
        QVERIFY2(details.last().startsWith(QStringLiteral("and 11 more")), qPrintable(details.last()));
        QVERIFY(QDir(filePath("tones")).removeRecursively());
        openSpec(spec("some.yaml", ", train: 24, test: 6"));
        QTRY_COMPARE(state->text(), QStringLiteral("Data: 24 of 36 training, 12 validation, 6 of 12 test samples"));
    }

    /// Of another benchmark, whose short recipe is no plain list of epochs; saved and opened again it is known.
    void aRecipeIsSavedWithItsSettings()
    {
        openSpec(writeSpec("recipes.yaml"));
        choose("benchmark", "image-classification");
        const auto &answer = find<paretoscope::SetupPage>("setupPage")->answer();
        QTRY_VERIFY(answer.plan && answer.plan->benchmark.name == "image-classification");
        choose("recipe", "short");
        QTRY_VERIFY(answer.plan && answer.plan->recipe.mostTrain == 9000);
        m_dialogs->fileToSave = filePath("short.yaml");
        click("saveSpecButton");
        QTRY_VERIFY(message().contains(QStringLiteral("short.yaml")));
        const auto saved = dnas::loadSpec(filePath("short.yaml").toStdString());
        QVERIFY(saved.ok());
        QCOMPARE(saved->recipe->mostTrain, std::int64_t{9000});
        m_window->openFile(writeSpec("recipes.yaml"));
        QTRY_COMPARE(find<QComboBox>("recipe")->currentText(), QStringLiteral("the benchmark's usual one"));
        m_window->openFile(filePath("short.yaml"));
        QTRY_COMPARE(find<QComboBox>("recipe")->currentText(), QStringLiteral("short"));
    }

    void aBenchmarkFromAFileOfOnesOwn()
    {
        const auto demo = dnas::readText(dnas::resourceFolder() / "benchmarks/demo.yaml");
        QVERIFY(demo.ok());
        const QString file = write("mine.yaml", QByteArray::fromStdString(*demo).replace("name: demo", "name: mine"));
        openSpec(writeSpec("spec.yaml"));
        auto *benchmark = find<QComboBox>("benchmark");
        m_dialogs->fileToOpen = file;
        const int open = benchmark->findText(QStringLiteral("Open file…"));
        QVERIFY(open >= 0);
        benchmark->setCurrentIndex(open);
        emit benchmark->activated(open);
        QCOMPARE(benchmark->currentText(), QStringLiteral("mine.yaml"));
        const auto &answer = find<paretoscope::SetupPage>("setupPage")->answer();
        QTRY_VERIFY(answer.plan && answer.plan->benchmark.name == "mine");
        QVERIFY(find<QPushButton>("startButton")->isEnabled());
        choose("recipe", "short");
        QTRY_VERIFY(answer.plan && answer.plan->spec.phases.warmUp == 6);
    }

    void savingNeverTouchesWhatWasOpened()
    {
        const QString file = writeSpec("mine.yaml");
        const QByteArray before = bytes(file);
        openSpec(file);
        find<QSpinBox>("warmUp")->setValue(21);
        m_dialogs->fileToSave = filePath("saved.yaml");
        click("saveSpecButton");
        QCOMPARE(m_dialogs->lastSuggestion, filePath("mine-2.yaml"));
        QTRY_VERIFY(message().contains(QStringLiteral("saved.yaml")));
        QCOMPARE(bytes(file), before);
        QTRY_VERIFY2(line().contains(filePath("saved.yaml")), qPrintable(line()));
        QCOMPARE(hint(), QString());
        const auto again = dnas::loadSpec(filePath("saved.yaml").toStdString());
        QVERIFY(again.ok());
        QCOMPARE(again->phases.warmUp, 21);
        // What was written here may be written again, after the dialog's own question.
        click("saveSpecButton");
        QCOMPARE(m_dialogs->lastSuggestion, filePath("saved.yaml"));
    }

    void aShippedSpecIsNamedButNotProposed()
    {
        const auto shipped = dnas::findResource("specs", "demo");
        QVERIFY(shipped.ok());
        openSpec(QString::fromStdString(shipped->string()));
        QVERIFY2(line().startsWith(QStringLiteral("dnas search demo ")), qPrintable(line()));
        click("saveSpecButton"); // the dialog is cancelled
        const QString resources = QString::fromStdString(dnas::resourceFolder().string());
        QVERIFY2(!m_dialogs->lastSuggestion.startsWith(resources), qPrintable(m_dialogs->lastSuggestion));
        QVERIFY(m_dialogs->lastSuggestion.endsWith(QStringLiteral("/demo.yaml")));
        QVERIFY(!QFile::exists(m_dialogs->lastSuggestion));
    }

    /// Each target can be met, but not together: the aim's card says what the other leaves of it.
    void targetsThatExcludeEachOther()
    {
        m_window->openFile(write(
            "both.yaml", "benchmark: demo\nboard: nucleo-h743zi2\nobjective:\n"
                         "  - {metric: weights, target: 90%, shape: absolute}\n  - {metric: latency, target: 10%}\n"));
        QTRY_VERIFY2(find<QLabel>("obstacle")->text().contains(QStringLiteral("exclude each other")),
                     qPrintable(find<QLabel>("obstacle")->text()));
        QVERIFY(!find<QPushButton>("startButton")->isEnabled());
        const auto *verdict = find<QWidget>("objective")
                                  ->findChild<QWidget *>(QStringLiteral("term0"))
                                  ->findChild<QLabel *>(QStringLiteral("verdict"));
        QVERIFY(verdict);
        QVERIFY2(verdict->text().contains(QStringLiteral("leaves at most about")), qPrintable(verdict->text()));
        // The aim is lowered to what the limit leaves room for.
        find<QWidget>("objective")->findChild<QDoubleSpinBox *>(QStringLiteral("target"))->setValue(10);
        QTRY_VERIFY2(find<QPushButton>("startButton")->isEnabled(), qPrintable(find<QLabel>("obstacle")->text()));
    }

    /// Out of reach at this clock, but not at another one.
    void anotherPointIsOffered()
    {
        m_window->openFile(write("slow.yaml", "benchmark: demo\nboard: nucleo-h743zi2\npoint: vos3-200mhz\nobjective:\n"
                                              "  - {metric: latency, target: 0.1 ms}\n"));
        QTRY_VERIFY2(find<QLabel>("obstacle")
                         ->text()
                         .contains(QStringLiteral("Each can be met with operating point vos0-480mhz.")),
                     qPrintable(find<QLabel>("obstacle")->text()));
    }

    /// What cannot be planned is said at the field that it is about, and the card still shows the board.
    void aBoardThatIsTooSmall()
    {
        openSpec(writeSpec("mine.yaml"));
        QVERIFY(find<QLabel>("boardTitle")->text().contains(QStringLiteral("NUCLEO-H743ZI2")));
        QFile tiny(filePath("tiny.yaml"));
        QVERIFY(tiny.open(QIODevice::WriteOnly));
        tiny.write("name: tiny\ntitle: Tiny one\nram: 64 B\noperating_points:\n  - {name: only, clock_mhz: 8}\n"
                   "runtimes:\n  - {name: first, operators: [conv, batch_norm]}\n  - {name: second}\n");
        tiny.close();
        m_dialogs->fileToOpen = tiny.fileName();
        auto *board = find<QComboBox>("board");
        board->setCurrentIndex(board->count() - 1);
        emit board->activated(board->count() - 1); // Open file…
        // The first runtime cannot run the network.
        QTRY_VERIFY(find<QLabel>("runtimeError")->isVisible());
        QVERIFY2(find<QLabel>("runtimeError")->text().contains(QStringLiteral("cannot run")),
                 qPrintable(find<QLabel>("runtimeError")->text()));
        QVERIFY(!find<QLabel>("boardError")->isVisible());
        QVERIFY(!find<QPushButton>("startButton")->isEnabled());
        picture("setup-operator");
        // The other one can, but nothing fits.
        choose("runtime", "second");
        QTRY_VERIFY(find<QLabel>("boardError")->isVisible());
        QVERIFY2(find<QLabel>("boardError")->text().contains(QStringLiteral("64 B of RAM")),
                 qPrintable(find<QLabel>("boardError")->text()));
        QVERIFY(!find<QLabel>("runtimeError")->isVisible());
        QVERIFY(find<QComboBox>("runtime")->isVisible() && find<QComboBox>("runtime")->height() > 10);
        QVERIFY(find<QLabel>("boardTitle")->text().startsWith(QStringLiteral("Tiny one")));
        picture("setup-too-small");
        choose("board", "nucleo-h743zi2");
        QTRY_VERIFY(find<QPushButton>("startButton")->isEnabled());
        QVERIFY(!find<QLabel>("boardError")->isVisible());
    }

    void aPointOfATableOfClocks()
    {
        openSpec(writeSpec("mine.yaml"));
        choose("board", "jetson-agx-xavier");
        auto *point = find<QComboBox>("point");
        QTRY_VERIFY(point->isEditable());
        QCOMPARE(point->count(), 7); // the named ones only
        QVERIFY(point->toolTip().contains(QStringLiteral("3654")));
        const auto type = [point](const char *text) {
            point->lineEdit()->setFocus();
            point->lineEdit()->selectAll();
            QTest::keyClicks(point->lineEdit(), QString::fromLatin1(text));
            QTest::keyClick(point->lineEdit(), Qt::Key_Return);
        };
        const auto *page = find<paretoscope::SetupPage>("setupPage");
        type("cpu1190.4-gpu522.75-memory1065.6");
        QTRY_VERIFY(page->answer().plan && page->answer().plan->setup.point.gpuMhz == 522.75);
        QCOMPARE(page->answer().plan->setup.point.clockMhz, 1190.4);
        QVERIFY(find<QLabel>("boardPoint")->text().startsWith(QStringLiteral("CPU 1190.4 MHz")));
        type("cpu1-gpu2-memory3");
        QTRY_VERIFY(find<QLabel>("pointError")->isVisible());
        QVERIFY(find<QLabel>("pointError")->text().contains(QStringLiteral("cpu1-gpu2-memory3")));
        QCOMPARE(point->currentText(), QStringLiteral("cpu1-gpu2-memory3")); // stays, to be corrected
        QVERIFY(!find<QPushButton>("startButton")->isEnabled());
        picture("setup-clocks");
        type("10w"); // a name works too
        QTRY_VERIFY(page->answer().plan && page->answer().plan->setup.point.name == "10w");
        QVERIFY(!find<QLabel>("pointError")->isVisible());
        choose("board", "nucleo-h743zi2");
        QTRY_VERIFY(!point->isEditable());
        QTRY_COMPARE(point->currentData().toString(), QStringLiteral("vos0-480mhz"));
    }

    void estimatesTheTime()
    {
        openSpec(writeSpec("mine.yaml", "[75%, 50%, 25%]"));
        find<QSpinBox>("jobs")->setValue(1);
        QTRY_VERIFY(find<QPushButton>("estimateButton")->isEnabled());
        click("estimateButton");
        // 10 s of warm-up, 3 runs of 60 s, the seed network 10 s / 20 epochs · 60 epochs = 30 s: 220 s.
        QTRY_VERIFY2(estimate().startsWith(QStringLiteral("About 4 min, seed network included")),
                     qPrintable(estimate()));
        QVERIFY(estimate().contains(QStringLiteral("each run 60 s")));
        QVERIFY(estimate().contains(QStringLiteral("870 samples/s")));
        picture("setup-estimate");
        // Without the seed network 190 s; the old figure goes at once.
        find<QCheckBox>("includeSeed")->setChecked(false);
        QCOMPARE(estimate(), QString());
        QTRY_VERIFY(find<QPushButton>("estimateButton")->isEnabled());
        click("estimateButton");
        QTRY_VERIFY2(estimate().startsWith(QStringLiteral("About 3 min, without the seed")), qPrintable(estimate()));
        // Another study file changes nothing.
        auto *output = find<QLineEdit>("output");
        output->setFocus();
        QTest::keyClicks(output, QStringLiteral("x"));
        QVERIFY(!estimate().isEmpty());
    }

    void anEstimateOfAnOlderSpecIsDropped()
    {
        openSpec(writeSpec("mine.yaml"));
        m_engine->script.holdProbe = true;
        click("estimateButton");
        QTRY_COMPARE(m_engine->probes(), 1);
        QVERIFY(!find<QPushButton>("estimateButton")->isEnabled());
        QVERIFY(!estimate().isEmpty()); // that it is measured
        find<QSpinBox>("warmUp")->setValue(5);
        QCOMPARE(estimate(), QString());
        m_engine->releaseProbe();
        QTest::qWait(50);
        QCOMPARE(estimate(), QString());
        // The next wish is answered.
        QTRY_VERIFY(find<QPushButton>("estimateButton")->isEnabled());
        m_engine->script.holdProbe = false;
        click("estimateButton");
        QTRY_VERIFY(estimate().startsWith(QStringLiteral("About ")));
        QCOMPARE(m_engine->probes(), 2);
    }

    void aProbeThatFailsSaysWhy()
    {
        openSpec(writeSpec("mine.yaml"));
        m_engine->script.probeError = dnas::ioError("No space left on the device.");
        click("estimateButton");
        QTRY_VERIFY2(estimate().contains(QStringLiteral("No space left")), qPrintable(estimate()));
        QVERIFY(find<QPushButton>("startButton")->isEnabled());
    }
};

QTEST_MAIN(TestWindowSetup)
#include "tst_window_setup.moc"
