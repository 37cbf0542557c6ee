// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What both programs set before anything else.
#include "app/shared/process_setup.h"

#include <QTest>

#include <memory>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

class TestProcessSetup : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qunsetenv("OMP_WAIT_POLICY");
        qunsetenv("OPENBLAS_NUM_THREADS");
        paretoscope::setUpProcess();
    }

    void freedMemoryIsKept()
    {
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
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
