// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a folder in the true layout to a front: one small search for every format of files, with generated data. Planted
// anomalies are found.
#include "core/base/files.h"
#include "core/search/search_run.h"
#include "core/study/pareto_front.h"
#include "core/study/study_spec.h"
#include "tests/core/data/data_folder.h"
#include "tests/core/search/learnable_samples.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <set>

using namespace dnas;
using data_folder::Folder;
using learnable::machine;
using learnable::picture;

namespace {

class Listener : public SearchObserver {
public:
    void onNotice(const Notice &event) override { notices.push_back(event.text); }
    void onDataProgress(const WorkProgress &event) override { work.insert(event.what); }
    std::vector<std::string> notices;
    std::set<std::string> work;
};

} // namespace

class TestBenchmarkSearches : public QObject {
    Q_OBJECT

private slots:
    void init();
    void pictures();
    void tinyImagenet();
    void sounds();
    void speechCommands();
    void anomalies();

private:
    bool write(const std::string &name, const QByteArray &bytes) const { return m_folder->write(name, bytes); }
    /// A network of two convolutions for such an input.
    static QByteArray network(int channels, int height, int width, int classes)
    {
        return QStringLiteral(
                   "name: small\ninput: {channels: %1, height: %2, width: %3}\nlayers:\n"
                   "  - {name: c1, op: conv, channels: 8, kernel: 3, stride: 2, padding: same, bias: true}\n"
                   "  - {name: b1, op: batch_norm, activation: relu}\n"
                   "  - {name: c2, op: conv, channels: 12, kernel: 3, stride: 2, padding: same, bias: true}\n"
                   "  - {name: b2, op: batch_norm, activation: relu}\n"
                   "  - {name: pool, op: global_avg_pool}\n"
                   "  - {name: fc, op: dense, channels: %4, bias: true}\n")
            .arg(channels)
            .arg(height)
            .arg(width)
            .arg(classes)
            .toUtf8();
    }
    void search(const QByteArray &benchmark, const std::string &phases = "{warm_up: 4, search: 3, fine_tune: 3}")
    {
        QVERIFY(write("benchmark.yaml", benchmark));
        const auto spec = parseSpec("benchmark: ./benchmark.yaml\nboard: nucleo-h743zi2\n"
                                    "objective: [{metric: weights, target: [70%, 45%]}]\nphases: " +
                                        phases + "\n",
                                    (m_folder->path() / "spec.yaml").string());
        VERIFY_OK(spec);
        const auto plan = planSearch(*spec);
        VERIFY_OK(plan);
        Listener listener;
        SearchControls controls;
        StopToken stop;
        const auto summary = runSearch(*plan, {.data = m_folder->path(), .output = m_folder->path() / "front.pscope"},
                                       listener, controls, stop);
        VERIFY_OK(summary);
        QCOMPARE(summary->runsDone, 3);
        std::erase_if(listener.notices, [](const std::string &notice) { // true of what this test writes
            return notice.starts_with("testing_list.txt: is not there, so whole speakers are drawn");
        });
        QVERIFY2(listener.notices.empty(), listener.notices.empty() ? "" : listener.notices.front().c_str());
        QVERIFY(!listener.work.empty());
        m_study = Study::open(m_folder->path() / "front.pscope", StudyAccess::Read).value();
        m_candidates = m_study->candidates().value();
        QCOMPARE(m_candidates.size(), std::size_t{3});
        const auto seed = static_cast<double>(m_candidates[0].costs.at("weights").value);
        QVERIFY(m_candidates[1].costs.at("weights").value <= 0.7 * seed);
        QVERIFY(m_candidates[2].costs.at("weights").value <= 0.45 * seed);
    }

    std::unique_ptr<Folder> m_folder;
    std::shared_ptr<Study> m_study;
    std::vector<CandidateSummary> m_candidates;
};

void TestBenchmarkSearches::init()
{
    m_folder = std::make_unique<Folder>();
    qputenv("PARETOSCOPE_CACHE", QByteArray::fromStdString((m_folder->path() / "cache").string()));
}

void TestBenchmarkSearches::pictures()
{
    for (int i = 0; i < 60; ++i)
        QVERIFY(write("faces/person/" + std::to_string(i) + ".png", picture(20, 0, i)) &&
                write("faces/no_person/" + std::to_string(i) + ".png", picture(24, 1, i)));
    QVERIFY(write("small.yaml", network(3, 24, 24, 2)));
    search("name: faces\ndata: {format: pictures, folder: faces, test: 25%}\ninput: [3, 24, 24]\n"
           "classes: [no_person, person]\nnetwork: ./small.yaml\n"
           "recipe: {batch: 16, augment: [{rotate: 5}, {shift: 5%}, {zoom: 5%}], warm_up: {weights: {lr: 1e-2}},"
           " fine_tune: {weights: {lr: 5e-3}}}\n");
    for (const CandidateSummary &candidate : m_candidates)
        QVERIFY2(candidate.testQuality > 0.8, qPrintable(QString::number(candidate.testQuality)));
    const auto details = m_study->qualityDetails(m_candidates[0].id, "test");
    VERIFY_OK(details);
    QCOMPARE(details->confusion.size(), std::size_t{4});
    QCOMPARE(details->confusion[0] + details->confusion[1], 15); // of class no_person
}

void TestBenchmarkSearches::tinyImagenet()
{
    QVERIFY(write("tiny/wnids.txt", "n1\nn2\n"));
    QByteArray annotations;
    for (int i = 0; i < 40; ++i) {
        const std::string number = std::to_string(i);
        QVERIFY(write("tiny/train/n1/images/n1_" + number + ".JPEG", picture(16, 0, i)) &&
                write("tiny/train/n2/images/n2_" + number + ".JPEG", picture(16, 1, i)) &&
                write("tiny/val/images/v_" + number + ".JPEG", picture(16, i, i + 100)));
        annotations +=
            QByteArray::fromStdString("v_" + number + ".JPEG\t" + (i % 2 == 0 ? "n1" : "n2") + "\t0\t0\t9\t9\n");
    }
    QVERIFY(write("tiny/val/val_annotations.txt", annotations) && write("small.yaml", network(3, 16, 16, 2)));
    search("name: tiny\ndata: {format: tiny_imagenet, folder: tiny}\ninput: [3, 16, 16]\nclasses: 2\n"
           "network: ./small.yaml\nrecipe: {batch: 16, warm_up: {weights: {lr: 1e-2}}}\n");
    QVERIFY2(m_candidates[0].testQuality > 0.8, qPrintable(QString::number(m_candidates[0].testQuality)));
}

void TestBenchmarkSearches::sounds()
{
    for (int i = 0; i < 40; ++i)
        QVERIFY(write("tones/low/" + std::to_string(i) + ".wav", machine(200, i, 0)) &&
                write("tones/high/" + std::to_string(i) + ".wav", machine(1500, i, 0)));
    QVERIFY(write("small.yaml", network(1, 49, 10, 2)));
    search(
        "name: tones\ndata: {format: sounds, folder: tones, test: 25%}\nfront_end: {kind: mfcc}\ninput: [1, 49, 10]\n"
        "classes: [low, high]\nnetwork: ./small.yaml\n"
        "recipe: {batch: 16, augment: [{time_shift: 0.1}], warm_up: {weights: {lr: 1e-2}}}\n");
    QVERIFY2(m_candidates[0].testQuality > 0.8, qPrintable(QString::number(m_candidates[0].testQuality)));
}

void TestBenchmarkSearches::speechCommands()
{
    for (int i = 0; i < 30; ++i) {
        const std::string end = QString::number(0xa0000000U + unsigned(i), 16).toStdString() + "_nohash_0.wav";
        QVERIFY(write("words/yes/" + end, machine(200, i, 0)) && write("words/no/" + end, machine(1500, i, 0)) &&
                write("words/bed/" + end, machine(600, i, 0.2)));
    }
    QVERIFY(write("words/_background_noise_/hum.wav", data_folder::tone(30, 50, 0.2)));
    QVERIFY(write("small.yaml", network(1, 49, 10, 4)));
    search(
        "name: words\ndata: {format: speech_commands, folder: words, test: 25%}\nfront_end: {kind: mfcc, peak: true}\n"
        "input: [1, 49, 10]\nclasses: [\"yes\", \"no\", silence, unknown]\nnetwork: ./small.yaml\n"
        "recipe: {batch: 16, augment: [{time_shift: 0.05}, {noise: {volume: 0.1, share: 80%}}], copies: 2,"
        " class_weights: balanced, split: {validation: 20%}, warm_up: {weights: {lr: 1e-2}}}\n",
        "{warm_up: 8, search: 3, fine_tune: 4}");
    QVERIFY2(m_candidates[0].testQuality > 0.7, qPrintable(QString::number(m_candidates[0].testQuality)));
}

void TestBenchmarkSearches::anomalies()
{
    for (int i = 0; i < 40; ++i) {
        for (const auto &[name, hertz] : {std::pair{"_id_01_", 300.0}, std::pair{"_id_02_", 500.0}}) {
            const std::string end = name + std::to_string(i) + ".wav";
            QVERIFY(write("cars/train/normal" + end, machine(hertz, i % 10, 0)));
            if (i < 16)
                QVERIFY(write("cars/test/normal" + end, machine(hertz, i % 10 + 1, 0)) &&
                        write("cars/test/anomaly" + end, machine(hertz, i % 10 + 1, 0.1)));
        }
    }
    QVERIFY(write("small.yaml", "name: small\ninput: {channels: 160}\nlayers:\n"
                                "  - {name: f1, op: dense, channels: 24, bias: true}\n"
                                "  - {name: b1, op: batch_norm, activation: relu}\n"
                                "  - {name: f2, op: dense, channels: 8, bias: true}\n"
                                "  - {name: b2, op: batch_norm, activation: relu}\n"
                                "  - {name: f3, op: dense, channels: 24, bias: true}\n"
                                "  - {name: b3, op: batch_norm, activation: relu}\n"
                                "  - {name: f4, op: dense, channels: 160, bias: true}\n"));
    search(
        "name: cars\ndata: {format: machine_sounds, folder: cars}\n"
        "front_end: {kind: log_mel, seconds: 1, bands: 32, from_frame: 2, frames: 24, stack: 5}\ninput: [160, 1, 1]\n"
        "classes: [normal, anomaly]\nnetwork: ./small.yaml\n"
        "recipe: {batch: 32, warm_up: {weights: {lr: 1e-2}}, fine_tune: {weights: {lr: 5e-3}}}\n",
        "{warm_up: 10, search: 4, fine_tune: 6}");
    for (const CandidateSummary &candidate : m_candidates) {
        QCOMPARE(candidate.qualityMetric, std::string("AUC"));
        QVERIFY2(candidate.testQuality > 0.9, qPrintable(QString::number(candidate.testQuality)));
    }
    const auto details = m_study->qualityDetails(m_candidates[0].id, "test");
    VERIFY_OK(details);
    QCOMPARE(details->measures.size(), std::size_t{5});
    QCOMPARE((details->measures.at("AUC id_01") + details->measures.at("AUC id_02")) / 2, m_candidates[0].testQuality);
    QVERIFY(details->confusion.empty());
}

QTEST_APPLESS_MAIN(TestBenchmarkSearches)
#include "tst_benchmark_searches.moc"
