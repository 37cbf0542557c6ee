// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The calibration wizard, driven as a person would: a fit with its residuals saved and used, files that are wrong, a
// fit that is stopped.
#include "app/window/background_task.h"
#include "app/window/calibration/calibration_fit.h"
#include "app/window/calibration/calibration_wizard.h"
#include "core/base/files.h"
#include "core/hardware/board.h"
#include "tests/app/window_fixture.h"

#include <QCheckBox>

using paretoscope::CalibrationWizard;

class TestCalibrationWizard : public QObject, WindowFixture {
    Q_OBJECT

    QPointer<CalibrationWizard> m_wizard;

    /// A child of the wizard, which is a window of its own.
    template <typename T>
    T *in(const char *name) const
    {
        T *found = m_wizard ? m_wizard->findChild<T *>(QString::fromLatin1(name)) : nullptr;
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    void press(QWizard::WizardButton button) const { QTest::mouseClick(m_wizard->button(button), Qt::LeftButton); }
    QString visibleText(const char *name) const
    {
        const auto *label = in<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(bytes);
        return file.fileName();
    }
    void openWizard(const char *board)
    {
        find<QAction>("actionCalibrate")->trigger();
        m_wizard = m_window->findChild<CalibrationWizard *>();
        QVERIFY(m_wizard);
        QVERIFY(QTest::qWaitForWindowExposed(m_wizard));
        auto *box = in<QComboBox>("calibrationBoard");
        const int index = box->findData(QString::fromLatin1(board));
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    void shoot(const char *name) const
    {
        const QString folder = qEnvironmentVariable("PARETOSCOPE_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const paretoscope::Theme theme : {paretoscope::Theme::Dark, paretoscope::Theme::Light}) {
            m_window->setTheme(theme);
            QTest::qWait(300);
            m_wizard->grab().save(
                QStringLiteral("%1/%2-%3.png")
                    .arg(folder, QString::fromLatin1(name),
                         theme == paretoscope::Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
    }

private slots:
    void initTestCase() { nameProgram(); }
    void init() { openWindow(); }
    void cleanup()
    {
        closeWindow();
        paretoscope::backgroundThreads().waitForDone(); // a fit that was stopped ends by itself
    }

    /// Four published networks of one board; a fit of some seconds.
    void fitsShowsSavesAndUses()
    {
        openWizard("ek-ra6m4");
        QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled()); // no file yet
        m_dialogs->fileToOpen =
            QString::fromStdString((dnas::resourceFolder() / "measurements" / "mlperf_tiny.csv").string());
        for (auto *button : m_wizard->findChildren<QPushButton *>())
            if (button->accessibleName() == QStringLiteral("Choose the file of measurements"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(in<QLineEdit>("measurements")->text(), m_dialogs->fileToOpen);
        shoot("calibration-input");
        press(QWizard::NextButton);
        QVERIFY(in<QWidget>("fitProgress")->isVisible());
        QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
        shoot("calibration-fit");
        QTRY_VERIFY_WITH_TIMEOUT(m_wizard->button(QWizard::NextButton)->isEnabled(), 110000);

        // Four networks, two metrics each.
        const auto *table = in<QTableView>("residualTable")->model();
        QCOMPARE(table->rowCount(), 8);
        double square = 0;
        for (int row = 0; row < 8; ++row) {
            if (table->index(row, 1).data().toString() != QStringLiteral("latency"))
                continue;
            const double measured = table->index(row, 2).data(Qt::UserRole).toDouble();
            const double heldOut = table->index(row, 4).data(Qt::UserRole).toDouble();
            const double off = table->index(row, 5).data(Qt::UserRole).toDouble();
            QVERIFY(std::abs(off - (heldOut / measured - 1)) < 1e-12);
            square += off * off / 4;
            if (table->index(row, 0).data().toString() == QStringLiteral("resnet8"))
                QCOMPARE(measured, 246.18); // as in the file
        }
        // The stated error is the root mean square of what the table shows, rounded.
        const QString stated = in<QLabel>("statedErrors")->text();
        QVERIFY2(stated.contains(QStringLiteral("latency ± ")) && stated.contains(QStringLiteral("energy ± ")),
                 qPrintable(stated));
        const double percent =
            stated.mid(stated.indexOf(QStringLiteral("± ")) + 2).section(QLatin1Char(' '), 0, 0).toDouble();
        QVERIFY2(std::abs(percent - 100 * std::sqrt(square)) <= 0.51, qPrintable(stated));
        // The diagonal, and both kinds of points.
        auto *plot = in<PlotView>("residualPlot");
        QTRY_COMPARE(plot->figure().series.size(), std::size_t(3));
        QCOMPARE(plot->figure().series[0].x, plot->figure().series[0].y);
        QCOMPARE(plot->figure().series[1].x.size(), std::size_t(4));
        QVERIFY(plot->figure().x.scale == dnas::Scale::Log && plot->figure().y.scale == dnas::Scale::Log);
        shoot("calibration-result");
        in<QComboBox>("residualMetric")->setCurrentIndex(1);
        QTRY_VERIFY(plot->figure().x.title.find("energy") != std::string::npos);

        press(QWizard::NextButton);
        QVERIFY(in<QLineEdit>("boardFile")->text().endsWith(QStringLiteral("/ek-ra6m4-calibrated.yaml")));
        in<QLineEdit>("boardFile")->setText(filePath("mine.txt"));
        press(QWizard::FinishButton);
        QVERIFY(in<QLabel>("saveError")->text().contains(QStringLiteral(".yaml")));
        in<QLineEdit>("boardFile")->setText(filePath("mine.yaml"));
        QCOMPARE(in<QLabel>("saveError")->text(), QString());
        shoot("calibration-save");
        press(QWizard::FinishButton);
        QTRY_VERIFY(!m_wizard);
        QVERIFY(message().contains(filePath("mine.yaml")));

        const auto board = dnas::loadBoard(filePath("mine.yaml").toStdString());
        QVERIFY2(board.ok(), board.ok() ? "" : board.error().text().c_str());
        QVERIFY(board->runtimes.front().origin == dnas::Origin::Calibrated);
        QCOMPARE(board->runtimes.front().latencyErrorPercent, percent);
        QVERIFY(board->runtimes.front().source.find("mlperf_tiny.csv: 4 networks") != std::string::npos);
        // Setup has it.
        QVERIFY(find<QWidget>("setupPage")->isVisible());
        QCOMPARE(find<QComboBox>("board")->currentData().toString(), filePath("mine.yaml"));
        QTRY_VERIFY(find<QLabel>("boardFigures")->text().startsWith(QStringLiteral("calibrated ± ")));
        QCOMPARE(find<QComboBox>("runtime")->currentData().toString(), QStringLiteral("renesas"));
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("where"); ///< line
        QTest::addColumn<QString>("what");
        QTest::newRow("unit") << QByteArray("network,latency_min\nresnet8,3\n") << QStringLiteral(":1: ")
                              << QStringLiteral("unknown unit in column 'latency_min'");
        QTest::newRow("unit in a cell") << QByteArray("network,latency_ms\nresnet8,246 ms\n") << QStringLiteral(":2: ")
                                        << QStringLiteral("'246 ms' is not a number");
        QTest::newRow("network") << QByteArray("network,latency_ms\nresnet8,246\nds-cnn,50\nresnet9,3\n")
                                 << QStringLiteral(":4: ") << QStringLiteral("resnet9");
        QTest::newRow("runtime") << QByteArray("network,runtime,latency_ms\nresnet8,keras,3\n")
                                 << QStringLiteral(":2: ") << QStringLiteral("no runtime 'keras'");
        QTest::newRow("too few") << QByteArray("network,latency_ms\nresnet8,246\nds-cnn,50\n") << QString()
                                 << QStringLiteral("a fit needs 3 or more");
        QTest::newRow("other board") << QByteArray("network,board,latency_ms\nresnet8,gap9,3\n") << QString()
                                     << QStringLiteral("no measurement is for board ek-ra6m4");
        QTest::newRow("empty") << QByteArray() << QString() << QString();
    }
    /// What is wrong stands in the page, with file and line, and no box is opened.
    void badFiles()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, where);
        QFETCH(QString, what);
        openWizard("ek-ra6m4");
        const QString file = write("bad.csv", csv);
        in<QLineEdit>("measurements")->setText(file);
        press(QWizard::NextButton);
        QTRY_VERIFY_WITH_TIMEOUT(!visibleText("measurementsError").isEmpty(), 60000);
        const QString text = visibleText("measurementsError");
        QVERIFY2(text.startsWith(file), qPrintable(text));
        QVERIFY2(text.contains(where) && text.contains(what), qPrintable(text));
        QCOMPARE(m_dialogs->questions, 0);
        QCOMPARE(m_dialogs->lastShown, QString());
        if (QByteArray(QTest::currentDataTag()) == "unit in a cell")
            shoot("calibration-error");
        // Another file: the error goes, and one may try again.
        in<QLineEdit>("measurements")->setText(filePath("other.csv"));
        QCOMPARE(visibleText("measurementsError"), QString());
        QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    }

    void aMissingFileIsNamed()
    {
        openWizard("ek-ra6m4");
        in<QLineEdit>("measurements")->setText(filePath("nowhere.csv"));
        press(QWizard::NextButton);
        QTRY_VERIFY(visibleText("measurementsError").contains(QStringLiteral("nowhere.csv")));
    }

    void aFitCanBeStopped()
    {
        openWizard("ek-ra6m4");
        in<QLineEdit>("measurements")
            ->setText(QString::fromStdString((dnas::resourceFolder() / "measurements" / "mlperf_tiny.csv").string()));
        press(QWizard::NextButton);
        QVERIFY(in<QWidget>("fitProgress")->isVisible());
        QTest::mouseClick(in<QPushButton>("stopFitButton"), Qt::LeftButton);
        QVERIFY(in<QWidget>("measurements")->isVisible());
        paretoscope::backgroundThreads().waitForDone(); // the worker sees it and ends
        QTest::qWait(50);                               // what it found arrives nowhere
        QVERIFY(in<QWidget>("measurements")->isVisible());
        QCOMPARE(visibleText("measurementsError"), QString());
        QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    }

    void writesAnExample()
    {
        openWizard("nucleo-h743zi2");
        m_dialogs->fileToSave = filePath("example.csv");
        QTest::mouseClick(in<QPushButton>("exampleButton"), Qt::LeftButton);
        QTRY_COMPARE(in<QLineEdit>("measurements")->text(), filePath("example.csv"));
        const auto read = dnas::loadMeasurements(filePath("example.csv").toStdString());
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
        QCOMPARE(read->size(), std::size_t(4));
        QCOMPARE(read->front().network, std::string("resnet8"));
        QCOMPARE(read->front().runtime, std::string("x-cube-ai-9"));
        QCOMPARE(read->front().clockMhz, 480.0);
        QVERIFY(read->front().latencyMs && read->front().energyUj);
    }

    /// From the card, with its board; a second wish brings the same window forward.
    void opensFromTheCard()
    {
        setUpDemo("card.pscope");
        choose("board", "ek-ra6m4");
        QTRY_VERIFY(find<QLabel>("boardTitle")->text().contains(QStringLiteral("RA6M4")));
        auto *fold = find<QToolButton>("fold");
        if (!fold->isChecked())
            click("fold");
        click("calibrateButton");
        m_wizard = m_window->findChild<CalibrationWizard *>();
        QVERIFY(m_wizard);
        QCOMPARE(in<QComboBox>("calibrationBoard")->currentData().toString(), QStringLiteral("ek-ra6m4"));
        find<QAction>("actionCalibrate")->trigger();
        QCOMPARE(m_window->findChildren<CalibrationWizard *>().size(), 1);
        press(QWizard::CancelButton);
        QTRY_VERIFY(!m_wizard);
    }
};

QTEST_MAIN(TestCalibrationWizard)
#include "tst_calibration_wizard.moc"
