// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files of an exported candidate: what they say about it, that they read back, that none stays when one fails.
#include "core/base/files.h"
#include "core/deploy/export_candidate.h"
#include "core/network/network_yaml.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace dnas;

class TestExportCandidate : public QObject {
    Q_OBJECT

private slots:
    void describes();
    void writesYamlAndWeights();
    void writesOnnx();
    void leavesNothingHalf();
    void weightsMissing();

private:
    std::filesystem::path path(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    static Network network()
    {
        return parseNetwork("name: tiny\ninput: {channels: 2, height: 1, width: 1}\nlayers:\n"
                            "  - {name: fc, op: dense, channels: 2, bias: true}\n",
                            "tiny")
            .value();
    }
    static WeightStore weights() { return {{"fc.weight", {{2, 2}, {1, 2, 3, 4}}}, {"fc.bias", {{2}, {0.5F, -0.5F}}}}; }
    static CandidateOrigin origin()
    {
        return {.id = 7,
                .label = "two\nlines\xC2\x85x",
                .study = "a.pscope",
                .qualityMetric = "accuracy",
                .qualityPrecision = "float32",
                .quality = 0.8125,
                .testQuality = 0.75};
    }
    QTemporaryDir m_folder;
};

void TestExportCandidate::describes()
{
    QCOMPARE(QString::fromStdString(describeCandidate(origin())),
             QStringLiteral("Candidate 7 (two lines x) of a.pscope; accuracy 81.25 % on validation, 75.00 % on test, "
                            "measured in float32"));
    CandidateOrigin other = origin();
    other.input = "input 1×2×3";
    QVERIFY(describeCandidate(other).ends_with("measured in float32; input 1×2×3"));
    other.qualityMetric = "loss";
    QVERIFY(describeCandidate(other).find("loss 0.8125 on validation") != std::string::npos);
}

void TestExportCandidate::writesYamlAndWeights()
{
    const auto files = exportCandidate(network(), weights(), origin(), CandidateFormat::Yaml,
                                       {path("new/deep/n.yaml"), path("new/deep/n.safetensors")});
    QVERIFY2(files.ok(), files.ok() ? "" : files.error().text().c_str());
    QCOMPARE(files->size(), std::size_t{2});
    for (const ExportedFile &file : *files)
        QCOMPARE(std::filesystem::file_size(file.path), file.bytes);
    const auto text = readText(path("new/deep/n.yaml"));
    QVERIFY(text.ok());
    QVERIFY(text->starts_with("# SPDX-License-Identifier: 0BSD\n# Candidate 7 (two lines x) of"));
    const auto read = parseNetwork(*text, "n.yaml");
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
    QVERIFY(read->layers == network().layers);
    const auto stored = readText(path("new/deep/n.safetensors"));
    QVERIFY(stored.ok() && stored->find("0BSD") != std::string::npos);
    const auto loaded = loadSafetensors(path("new/deep/n.safetensors"));
    QVERIFY(loaded.ok() && *loaded == weights());
}

void TestExportCandidate::writesOnnx()
{
    const auto files = exportCandidate(network(), weights(), origin(), CandidateFormat::Onnx, {path("one/n.onnx"), {}});
    QVERIFY2(files.ok(), files.ok() ? "" : files.error().text().c_str());
    QCOMPARE(files->size(), std::size_t{1});
    const auto model = readText(path("one/n.onnx"));
    QVERIFY(model.ok() && model->find("Candidate 7 (two lines x)") != std::string::npos);
    QVERIFY(model->find("Licence: 0BSD.") != std::string::npos);
    QCOMPARE(QDir(m_folder.filePath(QStringLiteral("one"))).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestExportCandidate::leavesNothingHalf()
{
    // The network's file cannot be written: a folder with something in it has its name.
    QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("half/n.yaml/full"))));
    const auto files = exportCandidate(network(), weights(), origin(), CandidateFormat::Yaml,
                                       {path("half/n.yaml"), path("half/n.safetensors")});
    QVERIFY(!files.ok());
    QCOMPARE(files.error().code, ErrorCode::Io);
    QCOMPARE(QDir(m_folder.filePath(QStringLiteral("half"))).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestExportCandidate::weightsMissing()
{
    const auto files = exportCandidate(network(), {}, origin(), CandidateFormat::Onnx, {path("missing/n.onnx"), {}});
    QVERIFY(!files.ok());
    QVERIFY(!std::filesystem::exists(path("missing"))); // rendered before anything is made
}

QTEST_APPLESS_MAIN(TestExportCandidate)
#include "tst_export_candidate.moc"
