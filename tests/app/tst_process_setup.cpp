// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What both programs set before anything else.
#include "app/shared/process_setup.h"

#include <QFile>
#include <QTest>

#include <memory>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

struct Mapping {
    quintptr begin = 0;
    quintptr end = 0;
    QByteArrayList flags;
};

/// The mapping that contains the address; empty when the system does not tell.
Mapping mappingOf(const void *address)
{
    QFile file("/proc/self/smaps");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto wanted = reinterpret_cast<quintptr>(address);
    Mapping mapping;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArrayList range = line.left(line.indexOf(' ')).split('-');
        if (range.size() == 2)
            mapping = {range[0].toULongLong(nullptr, 16), range[1].toULongLong(nullptr, 16), {}};
        else if (line.startsWith("VmFlags:") && mapping.begin <= wanted && wanted < mapping.end) {
            mapping.flags = line.mid(8).simplified().split(' ');
            return mapping;
        }
    }
    return {};
}

} // namespace

class TestProcessSetup : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qunsetenv("OMP_WAIT_POLICY");
        qunsetenv("OPENBLAS_NUM_THREADS");
        paretoscope::setUpProcess();
    }

    void tensorsLieInHugePages()
    {
        if (!QFile::exists("/sys/kernel/mm/transparent_hugepage/enabled"))
            QSKIP("this system has no huge pages");
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__)
        QSKIP("not the allocator of glibc");
#endif
        constexpr int kBytes = 16 << 20;
        const auto tensor = std::make_unique<char[]>(kBytes);
        const Mapping heap = mappingOf(tensor.get() + kBytes / 2); // its first page may lie before the first huge one
        QVERIFY(heap.end > 0);
        QVERIFY2(heap.flags.contains("hg"), heap.flags.join(' ').constData());
        QVERIFY(heap.end - heap.begin > (512 << 20));
    }

    void freedMemoryIsKept()
    {
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__)
        QSKIP("not the allocator of glibc");
#else
        const auto heapBytes = [] {
            return mallinfo2().arena;
        };
        std::vector<std::unique_ptr<char[]>> tensors(16);
        for (auto &tensor : tensors)
            tensor = std::make_unique<char[]>(16 << 20);
        const auto filled = heapBytes();
        QVERIFY(filled > 16 * (16 << 20));
        tensors.clear();
        QCOMPARE(heapBytes(), filled);
#endif
    }

    void openMpWaitsWithoutSpinning()
    {
        QCOMPARE(qgetenv("OMP_WAIT_POLICY"), QByteArray("PASSIVE"));
        QCOMPARE(qgetenv("OPENBLAS_NUM_THREADS"), QByteArray("1"));
    }
};

QTEST_GUILESS_MAIN(TestProcessSetup)
#include "tst_process_setup.moc"
