// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window program where there is no display: help and version are answered all the same.
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

class TestWindowProgram : public QObject {
    Q_OBJECT
private slots:
    void answersWithoutDisplay_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("--help") << "--help" << QByteArray("--theme");
        QTest::newRow("-h") << "-h" << QByteArray("--theme");
        QTest::newRow("--version") << "--version" << QByteArray("Paretoscope ");
        QTest::newRow("-v") << "-v" << QByteArray("Paretoscope ");
    }
    void answersWithoutDisplay()
    {
        QFETCH(QString, option);
        QFETCH(QByteArray, says);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(PARETOSCOPE_PROGRAM), {option});
        QVERIFY2(program.waitForFinished(20000), qPrintable(program.errorString()));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY2(program.readAllStandardOutput().contains(says), program.readAllStandardError().constData());
    }
};

QTEST_GUILESS_MAIN(TestWindowProgram)
#include "tst_window_program.moc"
