// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Several processes and handles on one file: one writer, any number of readers, and a writer that is killed.
#include "tests/core/study/study_samples.h"

#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>

using namespace dnas;
using samples::in;

namespace {

/// Another process that does `work`, says so, and then waits to be killed.
class OtherProcess {
public:
    explicit OtherProcess(const std::function<bool()> &work)
    {
        int ends[2] = {};
        if (pipe(ends) != 0)
            return;
        m_id = fork();
        if (m_id == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL); // never outlives the test
            char word = 'n';
            try {
                word = work() ? 'y' : 'n';
            } catch (...) {
            }
            (void)!write(ends[1], &word, 1);
            for (;;)
                pause();
        }
        close(ends[1]);
        char word = 'n';
        m_worked = read(ends[0], &word, 1) == 1 && word == 'y';
        close(ends[0]);
    }
    ~OtherProcess() { end(); }
    bool worked() const { return m_worked; }
    pid_t id() const { return m_id; }
    void end()
    {
        if (m_id > 0) {
            kill(m_id, SIGKILL);
            waitpid(m_id, nullptr, 0);
        }
        m_id = -1;
    }

private:
    pid_t m_id = -1;
    bool m_worked = false;
};

std::shared_ptr<Study> writeSome(const std::filesystem::path &path)
{
    auto study = Study::create(path, samples::spec(), samples::environment());
    if (!study.ok() || !(*study)->addRun(samples::run(1, "k")).ok())
        return nullptr;
    for (int i = 0; i < 3; ++i)
        if (!(*study)->addEpoch(samples::epoch(1, Phase::Search, i)).ok())
            return nullptr;
    return *study;
}

} // namespace

class TestStudySharing : public QObject {
    Q_OBJECT

private slots:
    void secondProcessIsTold();
    void secondHandleIsTold();
    void killedWriterLosesNothing();
    void staleLockFileIsNoLock();
    void readersFollowAWriter();
    void lastReaderCleansUp();
    void visitorsOfAWriterThatReads();
    void oneHandleServesManyThreads();
};

void TestStudySharing::secondProcessIsTold()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    std::shared_ptr<Study> theirs;
    OtherProcess other([&] { return (theirs = writeSome(path)) != nullptr; });
    QVERIFY(other.worked());
    const auto writer = Study::open(path, StudyAccess::Write);
    QVERIFY(!writer.ok());
    QCOMPARE(writer.error().code, ErrorCode::Locked);
    const std::string says = "is written by process " + std::to_string(other.id());
    QVERIFY2(writer.error().message.find(says) != std::string::npos, writer.error().message.c_str());
    std::filesystem::create_symlink(path, in(folder, "link.pscope"));
    QVERIFY(!Study::open(in(folder, "link.pscope"), StudyAccess::Write).ok()); // the same study by another name
    QVERIFY(!Study::create(path, samples::spec(), samples::environment()).ok());

    const auto reader = Study::open(path, StudyAccess::Read);
    CHECK_OK(reader);
    QCOMPARE((*reader)->history(RunId{1})->size(), std::size_t{3});
}

void TestStudySharing::secondHandleIsTold()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    auto first = writeSome(path);
    QVERIFY(first);
    QCOMPARE(Study::open(path, StudyAccess::Write).error().code, ErrorCode::Locked);
    CHECK_OK(Study::open(path, StudyAccess::Read));
    first.reset();
    CHECK_OK(Study::open(path, StudyAccess::Write));
}

void TestStudySharing::killedWriterLosesNothing()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    std::shared_ptr<Study> theirs;
    OtherProcess other([&] { return (theirs = writeSome(path)) != nullptr; });
    QVERIFY(other.worked());
    other.end();
    {
        const auto reader = Study::open(path, StudyAccess::Read);
        CHECK_OK(reader);
        QCOMPARE((*reader)->history(RunId{1})->size(), std::size_t{3});
        QCOMPARE((*reader)->runs()->front().state, RunState::CutOff); // so it was interrupted
    }
    {
        const auto writer = Study::open(path, StudyAccess::Write);
        CHECK_OK(writer);
        CHECK_OK((*writer)->removeRun(RunId{1}));
    }
    QCOMPARE(samples::filesIn(folder), QStringList{QStringLiteral("a.pscope")});
}

void TestStudySharing::staleLockFileIsNoLock()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    CHECK_OK(samples::writeStudy(path));
    std::ofstream(path.string() + ".lock") << "process 1 on nowhere\n";
    CHECK_OK(Study::open(path, StudyAccess::Write));
    QCOMPARE(samples::filesIn(folder), QStringList{QStringLiteral("a.pscope")});
}

void TestStudySharing::readersFollowAWriter()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    const auto writer = writeSome(path);
    QVERIFY(writer);
    const auto reader = Study::open(path, StudyAccess::Read);
    CHECK_OK(reader);

    std::atomic<bool> ended = false;
    std::atomic<int> failures = 0;
    std::jthread writing([&] {
        for (int i = 3; i < 150; ++i)
            failures += !writer->addEpoch(samples::epoch(1, Phase::Search, i)).ok();
        ended = true;
    });
    std::size_t seen = 0;
    int copies = 0;
    while (!ended) {
        const auto history = (*reader)->history(RunId{1});
        CHECK_OK(history);
        QVERIFY(history->size() >= seen); // whole epochs, in order, never fewer than before
        seen = history->size();
        QVERIFY(samples::sameEpoch(history->back(), samples::epoch(1, Phase::Search, static_cast<int>(seen) - 1)));
        const auto copyPath = in(folder, "copy.pscope");
        CHECK_OK((copies % 2 ? *reader : writer)->saveCopy(copyPath));
        ++copies;
        const auto copy = Study::open(copyPath, StudyAccess::Read);
        CHECK_OK(copy);
        QVERIFY((*copy)->history(RunId{1})->size() >= seen);
    }
    writing.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE((*reader)->history(RunId{1})->size(), std::size_t{150});
    QVERIFY(copies > 0);
}

void TestStudySharing::lastReaderCleansUp()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    {
        auto writer = writeSome(path);
        QVERIFY(writer);
        const auto reader = Study::open(path, StudyAccess::Read);
        CHECK_OK(reader);
        QCOMPARE((*reader)->runs()->size(), std::size_t{1});
        writer.reset();
        QVERIFY(!samples::filesIn(folder).contains(QStringLiteral("a.pscope.lock")));
        QCOMPARE((*reader)->runs()->size(), std::size_t{1});
    }
    QCOMPARE(samples::filesIn(folder), QStringList{QStringLiteral("a.pscope")});
}

/// Like the window: one process writes and reads a study, and another looks at it in between.
void TestStudySharing::visitorsOfAWriterThatReads()
{
    QTemporaryDir folder;
    const auto path = in(folder, "a.pscope");
    std::shared_ptr<Study> writing;
    OtherProcess window([&] {
        writing = writeSome(path);
        for (int i = 0; i < 2 && writing; ++i) {
            if (!Study::open(path, StudyAccess::Read).ok())
                return false;
        }
        return writing && writing->addEpoch(samples::epoch(1, Phase::Search, 3)).ok();
    });
    QVERIFY(window.worked());
    const auto hasLog = [&] {
        return samples::filesIn(folder).contains(QStringLiteral("a.pscope-wal"));
    };
    QVERIFY(hasLog());
    // Its locks are what tells other programs that the study is in use.
    QFile locks("/proc/locks");
    QVERIFY(locks.open(QIODevice::ReadOnly));
    const QList<QByteArray> all = locks.readAll().split('\n');
    const auto isHeld = [&](const std::filesystem::path &name) {
        struct stat file = {};
        if (stat(name.c_str(), &file) != 0)
            return false;
        const QByteArray process = " " + QByteArray::number(window.id()) + " ";
        const QByteArray inode = ":" + QByteArray::number(static_cast<qulonglong>(file.st_ino)) + " ";
        return std::any_of(all.begin(), all.end(), [&](const QByteArray &line) {
            return line.contains("POSIX") && line.contains(process) && line.contains(inode);
        });
    };
    if (isHeld(path.string() + "-shm")) // on some file systems the numbers of files are others there
        QVERIFY(isHeld(path));
    for (const StudyAccess access : {StudyAccess::Read, StudyAccess::Steer}) {
        const auto visitor = Study::open(path, access);
        CHECK_OK(visitor);
        QCOMPARE((*visitor)->runs()->front().state, RunState::Running);
    }
    QVERIFY(hasLog());
    window.end();
    auto later = *Study::open(path, StudyAccess::Read);
    QCOMPARE(later->history(RunId{1})->size(), std::size_t{4});
    QCOMPARE(later->runs()->front().state, RunState::CutOff); // nobody trains it any more
    QCOMPARE(later->runDigests()->size(), std::size_t{0});
    later.reset();
    QVERIFY(!hasLog()); // and now nobody else is there to do it
}

void TestStudySharing::oneHandleServesManyThreads()
{
    QTemporaryDir folder;
    const auto study = writeSome(in(folder, "a.pscope"));
    QVERIFY(study);
    std::atomic<int> failures = 0;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 10; ++i) {
                failures += !study->addCandidate(samples::candidate(1), samples::costs(), true).ok();
                failures += !study->addEpoch(samples::epoch(1, Phase::FineTune, thread * 10 + i)).ok();
                failures += !study->candidates().ok();
            }
        });
    threads.clear();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(study->candidates()->size(), std::size_t{40});
    QCOMPARE(study->history(RunId{1})->size(), std::size_t{43});
}

QTEST_APPLESS_MAIN(TestStudySharing)
#include "tst_study_sharing.moc"
