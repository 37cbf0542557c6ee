// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The data page: what it says of folders that are whole, damaged or not there; checking, fetching, stopping.
#include "app/window/background_task.h"
#include "app/window/data_jobs.h"
#include "tests/app/window_fixture.h"
#include "tests/core/data/cifar_folder.h"
#include "tests/core/data/data_folder.h"
#include "tests/core/fetch/fetch_server.h"
#include "widgets/data_words.h"
#include "widgets/sample_gallery.h"

#include <QDirIterator>
#include <QListWidget>
#include <QProcess>
#include <QProgressBar>
#include <QSemaphore>
#include <QTableWidget>
#include <QTranslator>

#include <array>

using paretoscope::DataJobs;

/// Speaks in capitals: "(all files)" → "(ALL FILES)".
class LoudData : public QTranslator {
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QByteArray(context) == "DataWords" ? QString::fromUtf8(text).toUpper() : QString();
    }
    bool isEmpty() const override { return false; }
};

/// While it lives no other work is done in the background, as with a disk that does not answer.
class HeldThreads {
public:
    HeldThreads()
    {
        QThreadPool &threads = paretoscope::backgroundThreads();
        threads.setMaxThreadCount(1);
        threads.start([go = m_go] { go->acquire(); });
    }
    ~HeldThreads() { m_go->release(); }
    HeldThreads(const HeldThreads &) = delete;
    HeldThreads &operator=(const HeldThreads &) = delete;

private:
    std::shared_ptr<QSemaphore> m_go = std::make_shared<QSemaphore>();
};

class TestDataPage : public QObject, WindowFixture {
    Q_OBJECT

    const int m_threads = paretoscope::backgroundThreads().maxThreadCount();

    QString label(const char *name) const
    {
        const auto *shown = find<QLabel>(name);
        return shown->isVisible() ? shown->text() : QString();
    }
    QString headline() const { return label("dataHeadline"); }
    QString line() const { return find<QLineEdit>("dataCommandLine")->text(); }
    QString finding(int row, int column) const { return find<QTableWidget>("dataFindings")->item(row, column)->text(); }
    const dnas::SampleViews &samples() const { return find<paretoscope::SampleGallery>("sampleGallery")->samples(); }

    /// Writes a benchmark and chooses it by “Open file…”.
    void chooseBenchmark(const QByteArray &yaml)
    {
        QFile file(filePath("mine.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(yaml) == yaml.size());
        file.close();
        m_dialogs->fileToOpen = file.fileName();
        auto *box = find<QComboBox>("dataBenchmark");
        box->setCurrentIndex(box->count() - 1);
        emit box->activated(box->count() - 1);
    }
    void chooseFolder(const QString &folder)
    {
        m_dialogs->folder = folder;
        click("dataPageChoose");
    }
    static QByteArray cifarBenchmark(const std::string &url)
    {
        return QByteArray::fromStdString(
            "name: mine\ntitle: Mine\ndescription: For a test.\nsource: none\n"
            "data: {format: cifar10, folder: cifar-10-batches-bin}\n"
            "fetch: {url: \"" +
            url +
            "\", source: nobody, top: cifar-10-batches-bin}\ninput: [3, 32, 32]\n"
            "classes: [airplane, automobile, bird, cat, deer, dog, frog, horse, ship, truck]\nnetwork: resnet8\n"
            "recipe: {split: {validation: 10%}}\n");
    }
    const DataJobs *jobs() const { return find<DataJobs>("dataJobs"); }
    /// Sounds of two classes in the data folder, and their benchmark.
    QByteArray putTones() const
    {
        for (int i = 0; i < 12; ++i) {
            const QString file =
                filePath("data/tones/%1/%2.wav").arg(QLatin1String(i % 2 == 0 ? "low" : "high")).arg(i);
            if (!QDir().mkpath(QFileInfo(file).path()) ||
                !cifar_folder::write(file, data_folder::tone(0.8, 200 + 40 * i)))
                return {};
        }
        return "name: mine\ntitle: Tones\ndescription: For a test.\nsource: none\nnetwork: ds-cnn\n"
               "data: {format: sounds, folder: tones}\nfront_end: {kind: mfcc}\n"
               "input: [1, 49, 10]\nclasses: [low, high]\n";
    }
    /// An archive on the server with so many records in each of the six files.
    bool putArchive(const FetchServer &server, int records) const
    {
        const QString work = filePath("packed");
        return QDir().mkpath(work) && cifar_folder::makeCifar10(work, records) &&
               QProcess::execute(QStringLiteral("tar"),
                                 {QStringLiteral("-cf"), server.path(QStringLiteral("cifar.tar")), QStringLiteral("-C"),
                                  work, QStringLiteral("cifar-10-batches-bin")}) == 0;
    }

private slots:
    void initTestCase() { nameProgram(); }
    void init()
    {
        openWindow();
        qputenv("PARETOSCOPE_CACHE", filePath("cache").toUtf8());
        qputenv("PARETOSCOPE_DATA", filePath("data").toUtf8());
    }
    void cleanup()
    {
        closeWindow();
        paretoscope::backgroundThreads().setMaxThreadCount(m_threads);
    }

    void setupsChoiceIsShown()
    {
        click("navStart");
        click("newStudyButton");
        choose("benchmark", "demo");
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(find<QWidget>("dataPage")->isVisible());
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        QCOMPARE(find<QComboBox>("dataBenchmark")->currentData().toString(), QStringLiteral("demo"));
        QCOMPARE(line(), QStringLiteral("dnas data info demo"));
        QCOMPARE(samples().samples.size(), std::size_t{10});
        QCOMPARE(find<QTableView>("classCountTable")->model()->rowCount(), 10);
        QVERIFY2(label("dataSplits").contains(QStringLiteral("test 4\u00a0000")), qPrintable(label("dataSplits")));
        QVERIFY(!find<QPushButton>("fetchDataButton")->isEnabled()); // there is nothing to fetch
        QVERIFY(find<QPushButton>("fetchDataButton")->toolTip().contains(QStringLiteral("nothing to fetch")));
        const auto names = [this] {
            QStringList all;
            for (const dnas::SampleView &sample : samples().samples)
                all << QString::fromStdString(sample.name);
            return all;
        };
        const QStringList before = names();
        click("otherSamplesButton");
        QTRY_VERIFY(names() != before);
        picture("data-demo");
        // What was chosen here stays until Setup is about something else.
        choose("dataBenchmark", "cifar-100");
        QTRY_COMPARE(headline(), QStringLiteral("The data are not there yet"));
        click("navSetup");
        click("navData");
        QTRY_COMPARE(headline(), QStringLiteral("The data are not there yet"));
        QCOMPARE(find<QComboBox>("dataBenchmark")->currentData().toString(), QStringLiteral("cifar-100"));
        choose("benchmark", "image-classification");
        click("navData");
        QCOMPARE(find<QComboBox>("dataBenchmark")->currentData().toString(), QStringLiteral("image-classification"));
    }

    void realData()
    {
        const QString root = qEnvironmentVariable("PARETOSCOPE_TEST_DATA");
        if (!QDir(root + QStringLiteral("/speech_commands_v0.02")).exists() ||
            !QDir(root + QStringLiteral("/cifar-10-batches-bin")).exists())
            QSKIP("PARETOSCOPE_TEST_DATA names no folder with Speech Commands and CIFAR-10: the page is NOT tested on "
                  "real data");
        click("navData");
        choose("dataBenchmark", "keyword-spotting");
        chooseFolder(root);
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        QCOMPARE(samples().samples.size(), std::size_t{12}); // one of each class
        QCOMPARE(samples().samples[0].className, std::string("down"));
        QCOMPARE(find<QTableView>("classCountTable")->model()->rowCount(), 12);
        picture("data-speech");
        choose("dataBenchmark", "image-classification");
        QTRY_COMPARE(samples().samples.size(), std::size_t{10});
        QVERIFY(!samples().sounds);
        picture("data-cifar10");
    }

    void nothingThere()
    {
        click("navData");
        choose("dataBenchmark", "image-classification");
        QTRY_COMPARE(headline(), QStringLiteral("The data are not there yet"));
        QVERIFY2(label("dataAdvice").contains(QStringLiteral("www.cs.toronto.edu")), qPrintable(label("dataAdvice")));
        QVERIFY(label("dataAdvice").contains(filePath("data/cifar-10-batches-bin")));
        QCOMPARE(finding(0, 1), QStringLiteral("missing"));
        QCOMPARE(line(), QStringLiteral("dnas data fetch image-classification"));
        const auto *empty = find<QWidget>("sampleGallery")->findChild<QLabel *>(QStringLiteral("emptyText"));
        QVERIFY(empty->isVisible() && empty->text().contains(QStringLiteral("when the data are there")));
        QVERIFY(find<QPushButton>("fetchDataButton")->isEnabled());
        picture("data-empty");
    }

    void aDamagedFile()
    {
        QVERIFY(cifar_folder::makeCifar10(filePath("data"), 20));
        QVERIFY(cifar_folder::write(filePath("data/cifar-10-batches-bin/test_batch.bin"),
                                    cifar_folder::record(0, 1).chopped(1)));
        click("navData");
        choose("dataBenchmark", "image-classification");
        QTRY_COMPARE(headline(), QStringLiteral("The data cannot be used"));
        QCOMPARE(finding(0, 0), QStringLiteral("test_batch.bin")); // before the whole ones
        QCOMPARE(finding(0, 1), QStringLiteral("damaged"));
        QVERIFY(finding(0, 3).contains(QStringLiteral("truncated")));
        QVERIFY(label("dataAdvice").contains(QStringLiteral("move")));
        QVERIFY(!find<QPushButton>("fetchDataButton")->isEnabled());
        QVERIFY2(find<QPushButton>("fetchDataButton")
                     ->toolTip()
                     .startsWith(filePath("data/cifar-10-batches-bin") + QStringLiteral(": is there already")),
                 qPrintable(find<QPushButton>("fetchDataButton")->toolTip()));
        QCOMPARE(samples().samples.size(), std::size_t{10}); // the training files are whole
        picture("data-damaged");
    }

    void aBenchmarkThatCannotBeRead()
    {
        click("navData");
        chooseBenchmark("name: [what\n");
        QTRY_VERIFY2(headline().contains(QStringLiteral("mine.yaml")), qPrintable(headline()));
        QVERIFY(!find<QPushButton>("checkDataButton")->isEnabled());
    }

    void everyFileIsChecked()
    {
        for (int i = 0; i < 30; ++i) {
            const QString name = QString::number(i) + QStringLiteral(".wav");
            for (const char *word : {"low", "high"}) {
                const QString folder = filePath("data/tones/") + QString::fromLatin1(word);
                QVERIFY(QDir().mkpath(folder));
                QVERIFY(cifar_folder::write(folder + QLatin1Char('/') + name,
                                            i == 4 && *word == 'l' ? QByteArray("no sound")
                                                                   : data_folder::tone(0.8, 200 + 40 * i)));
            }
        }
        click("navData");
        chooseBenchmark("name: mine\ntitle: Tones\ndescription: For a test.\nsource: none\nnetwork: ds-cnn\n"
                        "data: {format: sounds, folder: tones, skip: 5%}\nfront_end: {kind: mfcc}\n"
                        "input: [1, 49, 10]\nclasses: [low, high]\n");
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        QCOMPARE(samples().samples.size(), std::size_t{12});
        QVERIFY(samples().sounds);
        QVERIFY(!find<QPushButton>("fetchDataButton")->isEnabled());
        const int before = find<QTableWidget>("dataFindings")->rowCount();
        click("checkDataButton");
        QTRY_VERIFY2(message().contains(QStringLiteral("Every file was looked at")), qPrintable(message()));
        QCOMPARE(find<QTableWidget>("dataFindings")->rowCount(), before + 1);
        QCOMPARE(finding(before, 0), QStringLiteral("low/4.wav"));
        QVERIFY(line().startsWith(QStringLiteral("dnas data check ")));
        QVERIFY(line().endsWith(QStringLiteral("--decode")));
        QVERIFY(!find<QPushButton>("stopDataButton")->isEnabled());
        // Other samples take nothing back of what the check found.
        const std::string first = samples().samples[0].name;
        click("otherSamplesButton");
        QTRY_VERIFY(samples().samples[0].name != first);
        QCOMPARE(find<QTableWidget>("dataFindings")->rowCount(), before + 1);
        picture("data-sounds");
        // What was told of these data leaves with them, and with the page.
        choose("dataBenchmark", "demo");
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        QCOMPARE(message(), QString());
        click("checkDataButton");
        QTRY_VERIFY2(message().contains(QStringLiteral("Every file was looked at")), qPrintable(message()));
        click("navSetup");
        QCOMPARE(message(), QString());
    }

    /// That there is no address is not what is wrong: it must say where the files go.
    void nothingThereAndNoAddress()
    {
        click("navData");
        chooseBenchmark("name: mine\ntitle: Tones\ndescription: For a test.\nsource: none\nnetwork: ds-cnn\n"
                        "data: {format: sounds, folder: tones}\nfront_end: {kind: mfcc}\n"
                        "input: [1, 49, 10]\nclasses: [low, high]\n");
        QTRY_COMPARE(headline(), QStringLiteral("The data cannot be used"));
        QVERIFY2(
            label("dataAdvice").startsWith(QStringLiteral("Put the data into %1 by hand").arg(filePath("data/tones"))),
            qPrintable(label("dataAdvice")));
        QVERIFY(QDir().mkpath(filePath("data/tones/low")));
        chooseFolder(filePath("data"));
        QTRY_VERIFY2(label("dataAdvice").contains(QStringLiteral("Mend the files in ")),
                     qPrintable(label("dataAdvice")));
    }

    /// As with a folder on a slow network: nobody has to wait for its end.
    void aLookIsStopped()
    {
        const QByteArray tones = putTones();
        click("navData");
        QTRY_COMPARE(jobs()->job(), DataJobs::Job::None);
        {
            const HeldThreads slow;
            chooseBenchmark(tones);
            QCOMPARE(headline(), QStringLiteral("Looking…"));
            click("stopDataButton");
        }
        QTRY_VERIFY2(headline().startsWith(QStringLiteral("Stopped")), qPrintable(headline()));
        QVERIFY(!find<QPushButton>("stopDataButton")->isEnabled());
        QCOMPARE(message(), QString()); // it was wanted
        // Leaving the page stops it, too; coming back looks again.
        {
            const HeldThreads slow;
            click("navSetup");
            click("navData");
            QCOMPARE(headline(), QStringLiteral("Looking…"));
            click("navSetup");
        }
        QTRY_COMPARE(jobs()->job(), DataJobs::Job::None);
        const auto *hidden = find<QLabel>("dataHeadline");
        QVERIFY2(hidden->text().startsWith(QStringLiteral("Stopped")), qPrintable(hidden->text()));
        click("navData");
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        QVERIFY(!find<QPushButton>("stopDataButton")->isEnabled());
    }

    /// A check that was stopped says nothing of the folder, nor does a look after it that was stopped, too.
    void nothingIsLeftOfAStoppedCheck()
    {
        const QByteArray tones = putTones();
        click("navData");
        chooseBenchmark(tones);
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        QVERIFY(QDir(filePath("data/tones/low")).removeRecursively());
        {
            auto slow = std::make_unique<HeldThreads>();
            click("checkDataButton");
            click("stopDataButton");
            const HeldThreads slowAgain; // behind the check
            slow.reset();
            QTRY_COMPARE(jobs()->job(), DataJobs::Job::Look);
            QCOMPARE(headline(), QStringLiteral("Looking…"));
            click("stopDataButton");
        }
        QTRY_VERIFY2(headline().startsWith(QStringLiteral("Stopped")), qPrintable(headline()));
        choose("dataBenchmark", filePath("mine.yaml").toLatin1().constData()); // the same
        QTRY_COMPARE(headline(), QStringLiteral("The data cannot be used"));
    }

    /// Nobody waits for a check whose window is gone, and it does not go on.
    void closingWhileItChecks()
    {
        const QByteArray tones = putTones();
        click("navData");
        chooseBenchmark(tones);
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        {
            const HeldThreads slow;
            click("checkDataButton");
            m_window.reset();
        }
        QVERIFY(paretoscope::backgroundThreads().waitForDone(20000));
        QDirIterator cached(filePath("cache"), QDir::Files, QDirIterator::Subdirectories);
        QVERIFY2(!cached.hasNext(), qPrintable(cached.next())); // what a check has decoded stays there
    }

    void fetchesAndGoesOn()
    {
        FetchServer server;
        if (!server.runs())
            QSKIP("no Python 3: fetching by the window is NOT tested");
        QVERIFY(putArchive(server, 30));
        server.limitRate(60000); // of 550 kB
        click("navData");
        chooseBenchmark(cifarBenchmark(server.url("ok", "cifar.tar")));
        chooseFolder(filePath("fetched"));
        QTRY_COMPARE(headline(), QStringLiteral("The data are not there yet"));
        QCOMPARE(line(),
                 QStringLiteral("dnas data fetch %1 --data %2").arg(filePath("mine.yaml"), filePath("fetched")));
        click("fetchDataButton");
        QVERIFY(find<QPushButton>("stopDataButton")->isEnabled());
        QVERIFY(!find<QComboBox>("dataBenchmark")->isEnabled());
        QTRY_VERIFY2(label("dataProgress").contains(QStringLiteral("remaining")), qPrintable(label("dataProgress")));
        QVERIFY2(label("dataProgress").contains(QStringLiteral("/s")), qPrintable(label("dataProgress")));
        QVERIFY(find<QProgressBar>("dataProgressBar")->isVisible());
        picture("data-fetching");
        click("stopDataButton");
        QTRY_VERIFY(find<QPushButton>("fetchDataButton")->isEnabled());
        QTRY_VERIFY2(label("dataAdvice").contains(QStringLiteral("goes on")), qPrintable(label("dataAdvice")));
        QCOMPARE(message(), QString()); // it was wanted
        QVERIFY(!find<QProgressBar>("dataProgressBar")->isVisible());
        server.limitRate(0);
        click("fetchDataButton");
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        QVERIFY2(message().contains(QStringLiteral("Fetched to")), qPrintable(message()));
        QVERIFY(message().contains(QStringLiteral("no digest is published")));
        const auto answers = server.answers("/ok/cifar.tar");
        QCOMPARE(answers.size(), 2);
        QVERIFY2(answers[1].range.startsWith(QStringLiteral("bytes=")), qPrintable(answers[1].range));
        QCOMPARE(answers[1].status, 206);
        QCOMPARE(samples().samples.size(), std::size_t{10});
        QVERIFY(!find<QPushButton>("fetchDataButton")->isEnabled());
    }

    void aServerThatStops()
    {
        auto server = std::make_unique<FetchServer>();
        if (!server->runs())
            QSKIP("no Python 3: fetching by the window is NOT tested");
        QVERIFY(putArchive(*server, 30));
        server->limitRate(60000);
        click("navData");
        chooseBenchmark(cifarBenchmark(server->url("ok", "cifar.tar")));
        QTRY_COMPARE(headline(), QStringLiteral("The data are not there yet"));
        click("fetchDataButton");
        QTRY_VERIFY(label("dataProgress").contains(QStringLiteral("/s")));
        server.reset();
        QTRY_VERIFY(!message().isEmpty());
        QCOMPARE(find<MessageBar>("messageBar")->kind(), paretoscope::MessageKind::Error);
        QVERIFY2(message().contains(QStringLiteral("127.0.0.1")), qPrintable(message()));
        QTRY_VERIFY2(label("dataAdvice").contains(QStringLiteral("goes on")), qPrintable(label("dataAdvice")));
        QVERIFY(find<QPushButton>("fetchDataButton")->isEnabled()); // to be tried again
        picture("data-server-stopped");
    }

    /// The pool's threads must not be waited for, nor talk to what is gone.
    void closingWhileItFetches()
    {
        FetchServer server;
        if (!server.runs())
            QSKIP("no Python 3: fetching by the window is NOT tested");
        QVERIFY(putArchive(server, 30));
        server.limitRate(20000);
        click("navData");
        chooseBenchmark(cifarBenchmark(server.url("ok", "cifar.tar")));
        QTRY_COMPARE(headline(), QStringLiteral("The data are not there yet"));
        click("fetchDataButton");
        QTRY_VERIFY(label("dataProgress").contains(QStringLiteral("/s")));
        m_window.reset();
        QVERIFY(paretoscope::backgroundThreads().waitForDone(5000));
        QVERIFY(!QFile::exists(filePath("data/cifar-10-batches-bin")));
        QVERIFY(QFile::exists(filePath("data/cifar.tar.part"))); // to go on with
    }

    void setupHearsOfFetchedData()
    {
        FetchServer server;
        if (!server.runs())
            QSKIP("no Python 3: fetching by the window is NOT tested");
        QVERIFY(putArchive(server, 30));
        QFile spec(filePath("spec.yaml"));
        QVERIFY(spec.open(QIODevice::WriteOnly));
        spec.write("benchmark: " + filePath("mine.yaml").toUtf8() +
                   "\nboard: nucleo-h743zi2\nobjective:\n  - {metric: weights, target: 50%}\n");
        spec.close();
        const QByteArray yaml = cifarBenchmark(server.url("ok", "cifar.tar"));
        QVERIFY(cifar_folder::write(filePath("mine.yaml"), yaml));
        m_window->openFile(spec.fileName());
        QTRY_VERIFY2(label("obstacle").contains(QStringLiteral("the Data page says what to do")),
                     qPrintable(label("obstacle")));
        click("navData");
        QTRY_COMPARE(headline(), QStringLiteral("The data are not there yet"));
        click("fetchDataButton");
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        click("navSetup");
        QTRY_VERIFY2(find<QPushButton>("startButton")->isEnabled(), qPrintable(label("obstacle")));
    }

    /// What the core says of folders has a translation, word for word.
    void findingsAreTranslated()
    {
        const auto benchmark = [](const std::string &data) {
            const auto parsed = dnas::parseBenchmark(
                "{name: mine, network: ds-cnn, front_end: {kind: mfcc}, input: [1, 49, 10], " + data + "}", "mine");
            return parsed.ok() ? *parsed : dnas::Benchmark{.name = parsed.error().text()};
        };
        const dnas::Benchmark tones = benchmark("classes: [low, high], data: {format: sounds, folder: tones}");
        dnas::Benchmark complete = tones;
        complete.data.train = 7;
        complete.data.test = 3;
        const dnas::Benchmark words = benchmark("classes: [low, high], data: {format: speech_commands, folder: tones}");
        const dnas::Benchmark cifar{.name = "mine", .data = {.format = "cifar10"}};
        std::vector<dnas::DataFinding> all;
        const auto look = [&](const dnas::Benchmark &of) {
            const auto report = dnas::checkData(of, filePath("data").toStdString());
            all.insert(all.end(), report.findings.begin(), report.findings.end());
        };
        const auto put = [this](const char *name) {
            const QString file = filePath("data/tones/") + QString::fromLatin1(name);
            QVERIFY(QDir().mkpath(QFileInfo(file).path()) && cifar_folder::write(file, {}));
        };
        look(dnas::Benchmark{.name = "demo", .data = {.format = "demo"}});
        look(cifar);
        look(tones);
        put("low/a_nohash_0.wav");
        look(tones);
        QVERIFY(QDir().mkpath(filePath("data/tones/high")));
        look(tones);
        for (const char *name : {"low/b_nohash_0.wav", "low/c_nohash_0.wav", "high/a_nohash_0.wav",
                                 "high/b_nohash_0.wav", "high/c_nohash_0.wav", "other/a_nohash_0.wav"})
            put(name);
        look(tones);
        look(complete);
        look(words);
        QVERIFY(cifar_folder::makeCifar10(filePath("data"), 20));
        QVERIFY(QFile::remove(filePath("data/cifar-10-batches-bin/data_batch_1.bin")));
        QVERIFY(cifar_folder::write(filePath("data/cifar-10-batches-bin/data_batch_2.bin"), {}));
        QVERIFY(cifar_folder::write(filePath("data/cifar-10-batches-bin/test_batch.bin"),
                                    cifar_folder::record(0, 1).chopped(1)));
        QVERIFY(cifar_folder::write(filePath("data/cifar-10-batches-bin/SUBSET.txt"), "some\n"));
        QVERIFY(cifar_folder::write(filePath("data/cifar-10-batches-bin/NOT_EXACT.txt"), "a 1\n"));
        look(cifar);
        static constexpr std::array kNames{"mine",
                                           "low",
                                           "high",
                                           "other",
                                           "some",
                                           "cifar10",
                                           "cifar-10-binary.tar.gz",
                                           "https://www.cs.toronto.edu/~kriz/cifar.html"};
        QVERIFY2(all.size() >= 18, qPrintable(QString::number(all.size())));
        LoudData language;
        QCoreApplication::installTranslator(&language);
        for (const dnas::DataFinding &finding : all) {
            QString text = paretoscope::findingText(finding.text);
            if (finding.file.starts_with('('))
                text += paretoscope::findingFile(finding.file);
            // What is no name is said aloud to the last word.
            for (const char *name : kNames)
                text.remove(QLatin1String(name));
            QVERIFY2(text == text.toUpper(), qPrintable(text));
        }
        QCoreApplication::removeTranslator(&language);
    }

    /// Every control by Tab, and with a name for those who cannot see it.
    void keyboardAndNames()
    {
        click("navData");
        choose("dataBenchmark", "demo");
        QTRY_COMPARE(headline(), QStringLiteral("The data can be used"));
        const QStringList wanted{
            QStringLiteral("dataBenchmark"),      QStringLiteral("dataPageFolder"), QStringLiteral("dataPageChoose"),
            QStringLiteral("checkDataButton"),    QStringLiteral("dataFindings"),   QStringLiteral("classCountTable"),
            QStringLiteral("otherSamplesButton"), QStringLiteral("samples"),        QStringLiteral("dataCommandLine")};
        QSet<QString> reached;
        find<QComboBox>("dataBenchmark")->setFocus();
        for (int i = 0; i < 40; ++i) {
            QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus);
            reached << focus->objectName();
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        for (const QString &name : wanted)
            QVERIFY2(reached.contains(name), qPrintable(name));
        for (const char *name : {"dataFindings", "classCountTable", "samples", "dataPageChoose", "dataCommandLine"})
            QVERIFY2(!find<QWidget>(name)->accessibleName().isEmpty(), name);
    }
};

QTEST_MAIN(TestDataPage)
#include "tst_data_page.moc"
