// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas data describe: from a folder of one's own to a benchmark file, and with it to a front.
#include "tests/app/dnas_process.h"
#include "tests/core/search/learnable_samples.h"

#include <QFile>
#include <QTest>

#include <memory>

using data_folder::Folder;

class TestCliFolder : public QObject {
    Q_OBJECT

private slots:
    void init();
    void picturesToAFront();
    void aStudyKnowsItsSamples();
    void soundsToAFront();
    void overwritesNothing();
    void nowhereToWrite();
    void saysWhereTheDataAre();
    void wrongUse_data();
    void wrongUse();

private:
    QString path(const char *name = "") const
    {
        return QString::fromStdString(m_folder->path().string()) + QLatin1Char('/') + QString::fromUtf8(name);
    }
    bool writePictures(int count = 30, int first = 0) const
    {
        for (int i = 0; i < count; ++i) {
            const std::string name = "/" + std::to_string(i) + ".png";
            if (!m_folder->write("pets/rows" + name, learnable::picture(28, 0, first + i)) ||
                !m_folder->write("pets/columns" + name, learnable::picture(28, 1, first + i)))
                return false;
        }
        return m_folder->write("pets/rows/notes.txt", "no picture");
    }
    QByteArray text(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static Outcome describe(const QStringList &arguments)
    {
        return dnasRun(QStringList{QStringLiteral("data"), QStringLiteral("describe")} + arguments);
    }
    /// A spec on ./BENCHMARK with the recipe `short` as the file has it; the front's objects.
    QJsonArray front(const char *benchmark) const
    {
        const QByteArray spec = QByteArray("benchmark: ./") + benchmark +
                                "\nboard: nucleo-l4r5zi\nrecipe: short\nobjective: [{metric: weights, target: 60%}]\n";
        if (!m_folder->write("spec.yaml", spec))
            return {};
        const Outcome search =
            dnasRun({QStringLiteral("search"), path("spec.yaml"), QStringLiteral("--output"), path("front.pscope")});
        if (search.exitCode != 0)
            qWarning("%s", search.said().constData());
        return dnasRun({QStringLiteral("front"), path("front.pscope"), QStringLiteral("--json")})
            .json()[u"candidates"]
            .toArray();
    }
    std::unique_ptr<Folder> m_folder;
};

void TestCliFolder::init()
{
    m_folder = std::make_unique<Folder>();
    qputenv("PARETOSCOPE_CACHE", QByteArray::fromStdString((m_folder->path() / "cache").string()));
}

void TestCliFolder::picturesToAFront()
{
    QVERIFY(writePictures());
    const Outcome run = describe({path("pets"), QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(run.json()[u"file"].toString(), path("pets.yaml"));
    QCOMPARE(run.json()[u"network_file"].toString(), path("pets-network.yaml"));
    QVERIFY(run.json()[u"data"].isNull());
    QCOMPARE(run.json()[u"input"].toArray(), (QJsonArray{3, 32, 32}));
    QCOMPARE(run.json()[u"test"].toInt(), 12); // 20 % of 30, twice
    QVERIFY(text("pets.yaml").contains("folder: \"./pets\""));
    QVERIFY(text("pets.yaml").contains("classes: [columns, rows]"));
    const Outcome check = dnasRun({QStringLiteral("data"), QStringLiteral("check"), path("pets.yaml")});
    QVERIFY2(check.exitCode == 0, check.said().constData());
    const QJsonArray found = front("pets.yaml");
    QCOMPARE(found.size(), 2); // the seed network and one inside the limit
    for (const QJsonValue candidate : found)
        QVERIFY2(candidate[u"test_quality"].toDouble() > 0.9,
                 qPrintable(QString::number(candidate[u"test_quality"].toDouble())));
}

/// What a study is made of is kept, and a run goes on with nothing else.
void TestCliFolder::aStudyKnowsItsSamples()
{
    QVERIFY(writePictures());
    QCOMPARE(describe({path("pets")}).exitCode, 0);
    QCOMPARE(front("pets.yaml").size(), 2);
    const QStringList show{QStringLiteral("show"), path("front.pscope")};
    const QJsonObject study = dnasRun(show + QStringList{QStringLiteral("--json")}).json();
    QCOMPARE(study[u"samples"][u"train"].toInt() + study[u"samples"][u"validation"].toInt(), 48);
    QCOMPARE(study[u"samples"][u"test"].toInt(), 12);
    QCOMPARE(study[u"samples"][u"basis"].toString(),
             QStringLiteral("test drawn by name, validation by the seed, class by class"));
    QVERIFY(dnasRun(show).out.contains("12 for the test; test drawn by name"));
    QCOMPARE(
        dnasRun({QStringLiteral("report"), path("front.pscope"), QStringLiteral("-o"), path("report.html")}).exitCode,
        0);
    QVERIFY(text("report.html").contains("12 for the test; test drawn by name"));

    // As many other pictures, for the same runs or for one more: neither may meet what the warm-up has learned.
    const auto search = [&](const char *targets) {
        m_folder->write("spec.yaml", QByteArray("benchmark: ./pets.yaml\nboard: nucleo-l4r5zi\nrecipe: short\n"
                                                "objective: [{metric: weights, target: ") +
                                         targets + "}]\n");
        return dnasRun({QStringLiteral("search"), path("spec.yaml"), QStringLiteral("--output"), path("front.pscope")});
    };
    QVERIFY(writePictures(30, 3));
    const Outcome other = search("[60%, 50%]");
    QCOMPARE(other.exitCode, 2);
    QVERIFY2(other.said().contains("the data are not those that these runs were begun with"), other.said().constData());
    QVERIFY(dnasRun(show + QStringList{QStringLiteral("--json")}).json()[u"samples"] == study[u"samples"]);
    QVERIFY(writePictures());
    const Outcome more = search("[60%, 50%]");
    QVERIFY2(more.exitCode == 0, more.said().constData());
}

void TestCliFolder::soundsToAFront()
{
    for (int i = 0; i < 24; ++i) {
        const std::string name = "/" + std::to_string(i) + ".wav";
        QVERIFY(m_folder->write("tones/low" + name, learnable::machine(200, i, 0)) &&
                m_folder->write("tones/middle" + name, learnable::machine(700, i, 0)) &&
                m_folder->write("tones/high" + name, learnable::machine(1800, i, 0)));
    }
    const Outcome run = describe({path("tones")});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY(run.out.contains("ds-cnn"));
    QVERIFY(text("tones.yaml").contains("front_end: {kind: mfcc, rate: 16000, seconds: 1,"));
    const QJsonArray found = front("tones.yaml");
    QCOMPARE(found.size(), 2);
    for (const QJsonValue candidate : found)
        QVERIFY2(candidate[u"test_quality"].toDouble() > 0.8,
                 qPrintable(QString::number(candidate[u"test_quality"].toDouble())));
}

void TestCliFolder::overwritesNothing()
{
    QVERIFY(writePictures());
    QVERIFY(m_folder->write("pets.yaml", "mine"));
    const Outcome taken = describe({path("pets")});
    QCOMPARE(taken.exitCode, 2);
    QCOMPARE(taken.errorLines(), 1);
    QVERIFY2(taken.err.contains("pets.yaml") && taken.err.contains("not overwritten"), taken.said().constData());
    QCOMPARE(text("pets.yaml"), QByteArray("mine"));
    QVERIFY(m_folder->write("other-network.yaml", "mine, too"));
    const Outcome network = describe({path("pets"), QStringLiteral("-o"), path("other.yaml")});
    QCOMPARE(network.exitCode, 2);
    QVERIFY(!QFile::exists(path("other.yaml")));
    QCOMPARE(text("other-network.yaml"), QByteArray("mine, too"));
}

/// Said at once, not when the folder has been looked through.
void TestCliFolder::nowhereToWrite()
{
    QVERIFY(writePictures());
    const Outcome run = describe({path("pets"), QStringLiteral("--output"), path("none/mine.yaml")});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.errorLines(), 1);
    QVERIFY2(run.err.contains(path("none").toUtf8() + ": cannot be written") && !run.err.contains("reading"),
             run.said().constData());
}

void TestCliFolder::saysWhereTheDataAre()
{
    QVERIFY(writePictures() && m_folder->makeFolder("elsewhere"));
    const Outcome run =
        describe({path("pets/"), QStringLiteral("--output"), path("elsewhere/mine.yaml"), QStringLiteral("--network"),
                  QStringLiteral("demo-cnn"), QStringLiteral("--size"), QStringLiteral("16x16")});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    const QByteArray data = QByteArray::fromStdString(m_folder->path().string());
    QVERIFY2(run.out.contains("give --data " + data + "\n"), run.out.constData());
    QVERIFY(text("elsewhere/mine.yaml").contains("folder: pets,"));
    const Outcome check = dnasRun({QStringLiteral("data"), QStringLiteral("check"), path("elsewhere/mine.yaml"),
                                   QStringLiteral("--data"), QString::fromUtf8(data)});
    QVERIFY2(check.exitCode == 0, check.said().constData());
}

void TestCliFolder::wrongUse_data()
{
    QTest::addColumn<QString>("line"); // %1: a folder of pictures
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *line, const char *says) {
        QTest::newRow(name) << QString::fromUtf8(line) << QByteArray(says);
    };
    row("no such folder", "data describe %1/none", "no such folder");
    row("a size of words", "data describe %1 --size large", "96x96");
    row("half a size", "data describe %1 --size 96", "96x96");
    row("a tiny size", "data describe %1 --size 4x4", "from 8 to 1024");
    row("seconds of pictures", "data describe %1 --seconds 2", "no seconds");
    row("unknown network", "data describe %1 --network resnet9", "there is no 'resnet9'");
    row("no YAML", "data describe %1 --output %1/mine.txt", ".yaml");
    row("size of another action", "data check demo --size 96x96", "data describe");
}

void TestCliFolder::wrongUse()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    QVERIFY(writePictures());
    const Outcome run = dnasLine(line.replace(QStringLiteral("%1"), path("pets")));
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QVERIFY2(run.err.trimmed().split('\n').last().startsWith("dnas: error: ") && run.err.contains(says),
             run.said().constData());
    QVERIFY(!QFile::exists(path("pets.yaml")));
}

QTEST_GUILESS_MAIN(TestCliFolder)
#include "tst_cli_folder.moc"
