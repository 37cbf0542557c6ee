// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading boards, refusing broken ones, choosing runtime and operating point.
#include "core/base/files.h"
#include "core/hardware/board_writer.h"
#include "core/hardware/cost.h"
#include "core/network/network_yaml.h"
#include "tests/core/hardware/small_board.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dnas;

class TestBoard : public QObject {
    Q_OBJECT

private slots:
    void readsEverything()
    {
        const Result<Board> board = parseBoard(kSmallBoard, "small.yaml");
        VERIFY_OK(board);
        QCOMPARE(board->name, std::string("small"));
        QCOMPARE(board->title, std::string("small")); // default
        QCOMPARE(board->flashBytes, std::int64_t{65536});
        QCOMPARE(board->ramBytes, std::int64_t{32768});
        QVERIFY(board->linearSupply);
        QCOMPARE(board->supplyVolts, 3.0);
        QCOMPARE(board->points.size(), std::size_t{2});
        QCOMPARE(board->points[1].clockMhz, 50.0);
        const Runtime &runtime = board->runtimes.at(0);
        QCOMPARE(runtime.codeBytes, std::int64_t{100});
        QCOMPARE(runtime.activationBits, 8);
        const KernelModel &model = std::get<KernelModel>(runtime.model);
        QCOMPARE(model.cyclesPerWork[WorkKind::Depthwise], 5.0);
        QCOMPARE(model.cyclesPerWork[WorkKind::InputConvolution], 2.0); // as other convolutions
        QCOMPARE(model.nanojoulePerElement, 0.25);
        QCOMPARE(model.cyclesPerCall, 1000.0);
        QCOMPARE(runtime.latencyErrorPercent, 20.0);
        QCOMPARE(runtime.origin, Origin::Modelled);
    }

    void readsTheBoardsThatComeAlong()
    {
        const Result<Board> board = loadBoard("nucleo-h743zi2");
        VERIFY_OK(board);
        QCOMPARE(board->flashBytes, std::int64_t{2} * 1024 * 1024);
        QCOMPARE(board->ramBytes, std::int64_t{1024} * 1024);
        QCOMPARE(board->findPoint("")->name, std::string("vos0-480mhz"));
        QCOMPARE(board->findPoint("vos3-200mhz")->voltage, 1.0);
        QCOMPARE(board->findRuntime("")->name, std::string("x-cube-ai-9"));
        QVERIFY(board->findRuntime("x-cube-ai-7") != nullptr);
        const Result<Board> generic = loadBoard("generic");
        VERIFY_OK(generic);
        QVERIFY(generic->runtimes.empty());
        for (const std::string &name : listResources("boards"))
            VERIFY_OK(loadBoard(name));
    }

    /// What is written reads back as the same board, for every board that comes along.
    void writesWhatItReads_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : listResources("boards"))
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void writesWhatItReads()
    {
        QFETCH(QString, name);
        const Result<Board> board = loadBoard(name.toStdString());
        VERIFY_OK(board);
        const std::string written = boardYaml(*board, "one\n\ntwo");
        QVERIFY(written.starts_with("# one\n#\n# two\nname: "));
        const Result<Board> again = parseBoard(written, "again.yaml");
        VERIFY_OK(again);
        QCOMPARE(boardYaml(*again, "one\n\ntwo"), written);
        QCOMPARE(again->runtimes.size(), board->runtimes.size());
        for (const char *network : {"resnet8", "ds-cnn"}) {
            const Network net = loadNetwork(network).value();
            for (const Runtime &runtime : board->runtimes) {
                const CostSet before = costOf(net, selectSetup(*board, runtime.name, "").value()).total;
                const CostSet after = costOf(net, selectSetup(*again, runtime.name, "").value()).total;
                QCOMPARE(after.size(), before.size());
                for (const auto &[metric, figure] : before)
                    QVERIFY2(qAbs(after.at(metric).value / figure.value - 1) < 1e-3, metric.c_str());
            }
        }
    }

    void clocksOfATable()
    {
        const Board board = loadBoard("jetson-agx-xavier").value();
        QCOMPARE(board.clocks.points(), std::size_t{29 * 14 * 9}); // HADAS: 3 654
        QCOMPARE(loadBoard("jetson-tx2").value().clocks.points(), std::size_t{12 * 13 * 11});
        const std::optional<OperatingPoint> point = board.findPoint("cpu1190.4-gpu522.75-memory1065.6");
        QVERIFY(point.has_value());
        QCOMPARE(point->clockMhz, 1190.4);
        QCOMPARE(point->gpuMhz, 522.75);
        QCOMPARE(point->memoryMhz, 1065.6);
        QCOMPARE(point->name, std::string("cpu1190.4-gpu522.75-memory1065.6"));
        for (const char *wrong :
             {"cpu1-gpu522.75-memory1065.6", "cpu1190.4-gpu522.75", "cpu1190.4-gpu522.75-memory1065.6x",
              "gpu522.75-cpu1190.4-memory1065.6", "cpu", "cpu1e999-gpu1-memory1"})
            QVERIFY2(!board.findPoint(wrong).has_value(), wrong);
        QCOMPARE(clockPoint(board.clocks, 28, 13, 8).name, std::string("cpu2265.6-gpu1377-memory2133"));
    }

    void operatorsThatARuntimeCannotRun()
    {
        const BoardSetup setup =
            smallSetup({}, replaced(kSmallBoard, "code: 100", "code: 100\n    operators: [conv, dense]"));
        const Result<void> refused = checkRuns(loadNetwork("resnet8").value(), setup);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.find("conv0_bn of resnet8 has the operator batch_norm") != std::string::npos);
        QVERIFY(refused.error().message.find("it runs conv, dense") != std::string::npos);
        VERIFY_OK(checkRuns(loadNetwork("resnet8").value(), smallSetup()));
    }

    void bitsThatARuntimeDoesNotComputeWith()
    {
        const Network net = parseNetwork("name: two\ninput: {channels: 4}\nlayers:\n"
                                         "  - {name: a, op: dense, channels: 8, weight_bits: 2}\n",
                                         "two.yaml")
                                .value();
        const Result<void> refused = checkRuns(net, smallSetup());
        QVERIFY(!refused.ok());
        QCOMPARE(
            refused.error().message,
            std::string("layer a of two has weights of 2 bits, but runtime kernels of small computes with 8; choose "
                        "another runtime or leave weight_bits out"));
        VERIFY_OK(checkRuns(net, smallSetup({}, replaced(kSmallBoard, "weight_bits: 8", "weight_bits: 2"))));
        VERIFY_OK(checkRuns(net, resourceSetup("mpic")));
        VERIFY_OK(checkRuns(net, resourceSetup("ethos-u55-128")));
        VERIFY_OK(checkRuns(net, resourceSetup("generic")));
    }

    void activationsLieInOnePiece()
    {
        QCOMPARE(smallSetup().board.arenaRoom(), std::int64_t{32768});
        const std::string parts = "memories:\n  - {name: f, kind: flash, size: 64 KiB}\n"
                                  "  - {name: a, kind: ram, size: 20 KiB}\n  - {name: b, kind: ram, size: 12 KiB}\n";
        QCOMPARE(smallSetup({}, kSmallBoard + parts).board.arenaRoom(), std::int64_t{20} * 1024);
        QCOMPARE(loadBoard("nucleo-h743zi2").value().arenaRoom(), std::int64_t{512} * 1024);
    }

    void readsAUsersFileByPath()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("mine.yaml")).toStdString();
        VERIFY_OK(writeAtomically(path, kSmallBoard));
        const Result<Board> board = loadBoard(path);
        VERIFY_OK(board);
        QCOMPARE(board->name, std::string("small"));
        VERIFY_OK(writeAtomically(path, kSmallBoard + "colour: red\n"));
        const Result<Board> broken = loadBoard(path);
        QVERIFY(!broken.ok());
        QCOMPARE(broken.error().place.file, path);
    }

    void selectsDefaultsAndNames()
    {
        const Board board = parseBoard(kSmallBoard, "small.yaml").value();
        const Result<BoardSetup> usual = selectSetup(board, "", "");
        VERIFY_OK(usual);
        QCOMPARE(usual->point.name, std::string("fast"));
        QCOMPARE(usual->runtime.name, std::string("kernels"));
        QVERIFY(usual->modelsTime && usual->modelsEnergy);
        QCOMPARE(usual->energyScale, 1.0);
        const Result<BoardSetup> slow = selectSetup(board, "kernels", "slow");
        VERIFY_OK(slow);
        QCOMPARE(slow->energyScale, 0.9 / 1.2); // linear regulator: V

        const std::string switching = replaced(kSmallBoard, "linear", "switching");
        QCOMPARE(smallSetup("slow", switching).energyScale, (0.9 / 1.2) * (0.9 / 1.2)); // V²

        const Result<BoardSetup> generic = selectSetup(loadBoard("generic").value(), "", "");
        VERIFY_OK(generic);
        QVERIFY(!generic->modelsTime && !generic->modelsEnergy);
    }

    void listsWhatExistsWhenANameIsWrong()
    {
        const Board board = parseBoard(kSmallBoard, "small.yaml").value();
        const Result<BoardSetup> runtime = selectSetup(board, "tflm", "");
        QVERIFY(!runtime.ok());
        QVERIFY(runtime.error().message.find("kernels") != std::string::npos);
        const Result<BoardSetup> point = selectSetup(board, "", "medium");
        QVERIFY(!point.ok());
        QVERIFY(point.error().message.find("fast, slow") != std::string::npos);
        QVERIFY(!selectSetup(loadBoard("generic").value(), "tflm", "").ok());
        const Result<Board> board2 = loadBoard("no-such-board");
        QVERIFY(!board2.ok());
        QVERIFY(board2.error().message.find("generic") != std::string::npos);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *what, const char *from, const char *to, int line, const char *key) {
            QTest::newRow(what) << from << to << line << key;
        };
        row("unknown key", "flash:", "flsh:", 2, "flsh");
        row("missing name", "name: small\n", "title: x\n", 1, "name");
        row("empty name", "name: small", "name: ''", 1, "name");
        row("name is a list", "name: small", "name: [a]", 1, "name");
        row("unknown unit", "64 KiB", "64 KB", 2, "flash");
        row("flash of nothing", "64 KiB", "0", 2, "flash");
        row("half a byte", "ram: 32 KiB", "ram: 0.5", 3, "ram");
        row("negative RAM", "ram: 32 KiB", "ram: -32 KiB", 3, "ram");
        row("RAM beyond reason", "ram: 32 KiB", "ram: 1e300", 3, "ram");
        row("unknown regulator", "linear", "ldo", 4, "supply.regulator");
        row("negative supply", "volts: 3", "volts: -3", 4, "supply.volts");
        row("hertz", "clock_mhz: 100", "clock_mhz: 100000000", 6, "operating_points[0].clock_mhz");
        row("volts of the supply", "voltage: 1.2", "voltage: 12", 6, "operating_points[0].voltage");
        row("runs nothing", "code: 100", "operators: []", 12, "runtimes[0].operators");
        row("negative clock", "clock_mhz: 100", "clock_mhz: -100", 6, "operating_points[0].clock_mhz");
        row("zero clock", "clock_mhz: 50", "clock_mhz: 0", 7, "operating_points[1].clock_mhz");
        row("missing clock", "clock_mhz: 50, ", "", 7, "operating_points[1].clock_mhz");
        row("clock not a number", "clock_mhz: 50", "clock_mhz: .nan", 7, "operating_points[1].clock_mhz");
        row("negative voltage", "voltage: 0.9", "voltage: -0.9", 7, "operating_points[1].voltage");
        row("same point twice", "name: slow", "name: fast", 7, "operating_points[1].name");
        row("unknown key of a point", "voltage: 0.9", "volts: 0.9", 7, "operating_points[1].volts");
        row("point is a word", "{name: slow, clock_mhz: 50, voltage: 0.9}", "slow", 7, "operating_points[1]");
        row("energy without voltage", ", voltage: 0.9", "", 18, "runtimes[0].energy");
        row("too many bits", "weight_bits: 8", "weight_bits: 64", 10, "runtimes[0].weight_bits");
        row("bits with a fraction", "weight_bits: 8", "weight_bits: 7.5", 10, "runtimes[0].weight_bits");
        row("negative tables", "bytes_per_channel: 8", "bytes_per_channel: -8", 11, "runtimes[0].bytes_per_channel");
        row("code in words", "code: 100", "code: little", 12, "runtimes[0].code");
        row("unknown kind of work", "dense: 4", "attention: 4", 14, "runtimes[0].cycles.per_mac.attention");
        row("missing kind of work", ", dense: 4", "", 14, "runtimes[0].cycles.per_mac.dense");
        row("free work", "convolution: 2", "convolution: 0", 14, "runtimes[0].cycles.per_mac.convolution");
        row("per_mac missing", "per_mac:", "per_element:", 15, "runtimes[0].cycles.per_element");
        row("negative overhead", "per_layer: 10", "per_layer: -10", 16, "runtimes[0].cycles.per_layer");
        row("unknown metric", "energy:", "warmth:", 18, "runtimes[0].warmth");
        row("unknown reference point", "reference_point: fast", "reference_point: medium", 19,
            "runtimes[0].energy.reference_point");
        row("missing reference point", "      reference_point: fast\n", "", 18, "runtimes[0].energy.reference_point");
        row("negative energy", "dense: 0.7", "dense: -0.7", 20, "runtimes[0].energy.nanojoule_per_mac.dense");
        row("counted runtime", "origin: modelled", "origin: counted", 22, "runtimes[0].origin");
        row("calibrated without error", "origin: modelled\n    error_percent: 20", "origin: calibrated", 22,
            "runtimes[0].origin");
        row("two models", "    energy:", "    mpic: {}\n    energy:", 18, "runtimes[0].mpic");
        row("operator that does not exist", "code: 100", "operators: [conv, attention]", 12,
            "runtimes[0].operators[1]");
        row("NPU of no such size",
            "    energy:", "  - name: npu\n    ethos_u55: {macs_per_cycle: 100}\n    energy:", 19,
            "runtimes[1].ethos_u55.macs_per_cycle");
        row("negative wait states", "voltage: 1.2}", "voltage: 1.2, wait_states: -1}", 6,
            "operating_points[0].wait_states");
        row("alignment of nothing", "code: 100", "arena: {alignment: 0}", 12, "runtimes[0].arena.alignment");
        row("more memory than there is", "flash: 64 KiB",
            "flash: 64 KiB\nmemories: [{name: x, kind: ram, size: 1 MiB}]", 3, "memories");
        row("kind of memory", "flash: 64 KiB", "flash: 64 KiB\nmemories: [{name: x, kind: disk, size: 1}]", 3,
            "memories[0].kind");
        row("clocks of nothing", "flash: 64 KiB",
            "flash: 64 KiB\nclocks: {cpu_mhz: [0], gpu_mhz: [1], memory_mhz: [1]}", 3, "clocks.cpu_mhz[0]");
        row("negative error", "error_percent: 20", "error_percent: -1", 23, "runtimes[0].error_percent");
    }
    void refuses()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, line);
        QFETCH(QString, key);
        const std::string yaml = replaced(kSmallBoard, from.toStdString(), to.toStdString());
        QVERIFY2(!yaml.empty(), "the row replaces nothing");
        const Result<Board> board = parseBoard(yaml, "bad.yaml");
        QVERIFY(!board.ok());
        QCOMPARE(board.error().code, ErrorCode::InvalidInput);
        QCOMPARE(board.error().place.file, std::string("bad.yaml"));
        QVERIFY(!board.error().message.empty());
        if (std::string(QTest::currentDataTag()) != "per_mac missing") // a key twice is the YAML reader's to place
            QCOMPARE(QString::fromStdString(board.error().place.key), key);
        QCOMPARE(board.error().place.line, line);
    }

    void refusesTwoRuntimesOfOneName()
    {
        const Result<Board> board = parseBoard(kSmallBoard + "  - name: kernels\n", "bad.yaml");
        QVERIFY(!board.ok());
        QCOMPARE(board.error().place.line, 24);
        QCOMPARE(board.error().place.key, std::string("runtimes[1].name"));
    }

    void refusesCyclesWithoutAClock()
    {
        const Result<Board> board =
            parseBoard("name: b\nruntimes:\n  - name: r\n    cycles:\n      per_mac: {convolution: "
                       "1, pointwise: 1, depthwise: 1, dense: 1}\n",
                       "bad.yaml");
        QVERIFY(!board.ok());
        QCOMPARE(board.error().place.line, 4);
        QCOMPARE(board.error().place.key, std::string("runtimes[0].cycles"));
    }

    void refusesWhatIsNoBoard()
    {
        for (const char *text : {"", "just words", "[1, 2]", "name: [", "name: b\n\truntimes: x"})
            QVERIFY(!parseBoard(text, "bad.yaml").ok());
    }
};

QTEST_APPLESS_MAIN(TestBoard)
#include "tst_board.moc"
