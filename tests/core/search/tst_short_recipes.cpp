// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every benchmark that comes with the program, from a folder in its true layout to a front, as it is and with its own
// recipe `short`, epochs included; the data are generated and few. What is shortened nevertheless: the demo trains on
// 500 of its pictures, Tiny ImageNet with a network of two convolutions (ResNet18 takes seconds a picture's epoch
// here).
#include "core/base/files.h"
#include "core/search/search_run.h"
#include "core/study/pareto_front.h"
#include "tests/core/data/cifar_folder.h"
#include "tests/core/search/learnable_samples.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;
using data_folder::Folder;
using learnable::machine;
using learnable::picture;

class TestShortRecipes : public QObject {
    Q_OBJECT

private slots:
    void init();
    void endsWithAFront_data();
    void endsWithAFront();

private:
    bool write(const std::string &name, const QByteArray &bytes) const { return m_folder->write(name, bytes); }
    bool makeData(const std::string &benchmark) const;
    bool makeTinyImagenet() const;
    bool makeSpeechCommands() const;
    bool makeMachineSounds() const;
    std::unique_ptr<Folder> m_folder;
};

void TestShortRecipes::init()
{
    m_folder = std::make_unique<Folder>();
    qputenv("PARETOSCOPE_CACHE", QByteArray::fromStdString((m_folder->path() / "cache").string()));
}

bool TestShortRecipes::makeTinyImagenet() const
{
    QByteArray wnids, annotations;
    for (int label = 0; label < 200; ++label) {
        const std::string wnid = "n" + std::to_string(1000 + label);
        wnids += QByteArray::fromStdString(wnid + "\n");
        const std::string seen = "v_" + std::to_string(label) + ".JPEG";
        annotations += QByteArray::fromStdString(seen + "\t" + wnid + "\t0\t0\t9\t9\n");
        if (!write("tiny-imagenet-200/val/images/" + seen, picture(64, label, label)))
            return false;
        for (int i = 0; i < 2; ++i) {
            const std::string name = wnid + "_" + std::to_string(i) + ".JPEG";
            if (!write("tiny-imagenet-200/train/" + wnid + "/images/" + name, picture(64, label, 2 * label + i)))
                return false;
        }
    }
    return write("tiny-imagenet-200/wnids.txt", wnids) &&
           write("tiny-imagenet-200/val/val_annotations.txt", annotations) &&
           write("small.yaml",
                 "name: small\ninput: {channels: 3, height: 64, width: 64}\nlayers:\n"
                 "  - {name: c1, op: conv, channels: 8, kernel: 3, stride: 4, padding: same, bias: true}\n"
                 "  - {name: b1, op: batch_norm, activation: relu}\n"
                 "  - {name: c2, op: conv, channels: 16, kernel: 3, stride: 2, padding: same, bias: true}\n"
                 "  - {name: b2, op: batch_norm, activation: relu}\n"
                 "  - {name: pool, op: global_avg_pool}\n"
                 "  - {name: fc, op: dense, channels: 200, bias: true}\n");
}

bool TestShortRecipes::makeSpeechCommands() const
{
    const std::string folder = "speech_commands_v0.02/";
    int hertz = 200;
    for (const char *word : {"down", "go", "left", "no", "off", "on", "right", "stop", "up", "yes", "bed", "cat"}) {
        for (int speaker = 0; speaker < 12; ++speaker) {
            const std::string end =
                QString::number(0xa0000000U + unsigned(speaker), 16).toStdString() + "_nohash_0.wav";
            if (!write(folder + word + "/" + end, machine(hertz, speaker, 0)))
                return false;
        }
        hertz += 150;
    }
    return write(folder + "_background_noise_/hum.wav", data_folder::tone(30, 50, 0.2));
}

bool TestShortRecipes::makeMachineSounds() const
{
    for (int i = 0; i < 12; ++i) {
        const std::string end = "_id_01_" + std::to_string(i) + ".wav";
        if (!write("ToyCar/train/normal" + end, machine(300, i, 0, 10)))
            return false;
        if (i < 8 && !(write("ToyCar/test/normal" + end, machine(300, i + 1, 0, 10)) &&
                       write("ToyCar/test/anomaly" + end, machine(300, i + 1, 0.1, 10))))
            return false;
    }
    return true;
}

bool TestShortRecipes::makeData(const std::string &benchmark) const
{
    const QString root = QString::fromStdString(m_folder->path().string());
    if (benchmark == "demo")
        return true;
    if (benchmark == "image-classification")
        return cifar_folder::makeCifar10(root, 40);
    if (benchmark == "cifar-100")
        return cifar_folder::makeCifar100(root, 300, 100);
    if (benchmark == "tiny-imagenet")
        return makeTinyImagenet();
    if (benchmark == "keyword-spotting")
        return makeSpeechCommands();
    if (benchmark == "anomaly-detection")
        return makeMachineSounds();
    for (int i = 0; i < 40; ++i) {
        const std::string name = "/" + std::to_string(i) + ".jpg"; // a PNG by content, which is what counts
        if (!write("vw_coco2014_96/person" + name, picture(96, 0, i)) ||
            !write("vw_coco2014_96/non_person" + name, picture(96, 1, i)))
            return false;
    }
    return benchmark == "visual-wake-words";
}

void TestShortRecipes::endsWithAFront_data()
{
    QTest::addColumn<QString>("more");
    for (const std::string &name : listResources("benchmarks"))
        QTest::newRow(name.c_str()) << (name == "demo" ? QStringLiteral("recipe: {base: short, split: {train: 500}}\n")
                                        : name == "tiny-imagenet"
                                            ? QStringLiteral("recipe: short\nnetwork: ./small.yaml\n")
                                            : QStringLiteral("recipe: short\n"));
}

void TestShortRecipes::endsWithAFront()
{
    QFETCH(QString, more);
    const std::string name = QTest::currentDataTag();
    QVERIFY(makeData(name));
    const auto spec =
        parseSpec("benchmark: " + name + "\nboard: nucleo-h743zi2\nobjective: [{metric: weights, target: 60%}]\n" +
                      more.toStdString(),
                  (m_folder->path() / "spec.yaml").string());
    VERIFY_OK(spec);
    const auto plan = planSearch(*spec);
    VERIFY_OK(plan);
    const NamedRecipe *brief = findRecipe(plan->benchmark.recipes, "short");
    QVERIFY(brief && plan->spec.phases == brief->phases);
    SearchObserver silent;
    SearchControls controls;
    StopToken stop;
    const auto path = m_folder->path() / "front.pscope";
    const auto summary = runSearch(*plan, {.data = m_folder->path(), .output = path}, silent, controls, stop);
    VERIFY_OK(summary);
    QCOMPARE(summary->runsDone, 2); // the seed network and one run
    QCOMPARE(summary->runsFailed, 0);
    const auto study = Study::open(path, StudyAccess::Read);
    VERIFY_OK(study);
    const auto candidates = (*study)->candidates();
    VERIFY_OK(candidates);
    QCOMPARE(candidates->size(), std::size_t{2});
    QVERIFY(candidates->at(1).costs.at("weights").value <= 0.6 * candidates->at(0).costs.at("weights").value);
    qInfo("%s: seed %.3f, found %.3f", name.c_str(), candidates->at(0).testQuality, candidates->at(1).testQuality);
}

QTEST_APPLESS_MAIN(TestShortRecipes)
#include "tst_short_recipes.moc"
