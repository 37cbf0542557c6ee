// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Samples to look at: the bytes and features that a network gets, read without opening the whole set.
#include "core/data/cifar.h"
#include "core/data/data_set.h"
#include "core/data/demo_pictures.h"
#include "core/data/sample_views.h"
#include "tests/core/data/cifar_folder.h"
#include "tests/core/data/data_folder.h"
#include "tests/core/media/picture_writers.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>

using namespace dnas;
using data_folder::Folder;
using data_folder::tone;

class TestSampleViews : public QObject {
    Q_OBJECT

private slots:
    void init();
    void demo();
    void cifar();
    void aDamagedFileIsPassedOver();
    void pictures();
    void greyPictures();
    void featuresOfTones();
    void axesOfLogMel();
    void whatCannotBeReadIsPassedOver();
    void nothingThere();
    void stops();

private:
    Benchmark parsed(const std::string &text) const
    {
        const auto benchmark = parseBenchmark(text, "test.yaml");
        return benchmark.ok() ? *benchmark : Benchmark{.name = benchmark.error().text()};
    }
    Benchmark tones(const std::string &frontEnd, const std::string &input) const
    {
        return parsed("{name: tones, data: {format: sounds, folder: tones, test: 20%, skip: 10%}, network: ds-cnn, "
                      "front_end: " +
                      frontEnd + ", input: " + input + ", classes: [low, high]}");
    }
    QByteArray picture(int width, int height, std::uint8_t red, std::uint8_t green, std::uint8_t blue) const
    {
        test::Bytes rows;
        for (int i = 0; i < width * height; ++i)
            rows.insert(rows.end(), {red, green, blue});
        const auto png = test::pngFile({.width = width, .height = height}, rows);
        return {reinterpret_cast<const char *>(png.data()), static_cast<qsizetype>(png.size())};
    }

    std::unique_ptr<Folder> m_folder;
};

void TestSampleViews::init()
{
    m_folder = std::make_unique<Folder>();
    qputenv("PARETOSCOPE_CACHE", QByteArray::fromStdString((m_folder->path() / "cache").string()));
}

void TestSampleViews::demo()
{
    const auto benchmark = loadBenchmark("demo");
    VERIFY_OK(benchmark);
    const auto views = sampleViews(*benchmark, {}, {});
    VERIFY_OK(views);
    QVERIFY(!views->sounds);
    QCOMPARE(views->samples.size(), std::size_t{10}); // one of each class: 12 / 10
    const ImageSet images = drawDemoPictures(benchmark->data.seed, 200, 0);
    for (std::size_t i = 0; i < views->samples.size(); ++i) {
        const SampleView &view = views->samples[i];
        QCOMPARE(view.className, benchmark->classNames[i]);
        QCOMPARE(view.width, 16);
        QCOMPARE(view.height, 16);
        const auto record = std::stoll(view.name.substr(std::string("record ").size()));
        QCOMPARE(images.labels[static_cast<std::size_t>(record)], static_cast<int>(i));
        QVERIFY(std::equal(view.rgb.begin(), view.rgb.end(), images.picture(record)));
    }
    const auto others = sampleViews(*benchmark, {}, {.draw = 1});
    VERIFY_OK(others);
    int changed = 0; // of 20 of each class one is drawn: one of the ten may come again
    for (std::size_t i = 0; i < views->samples.size(); ++i)
        changed += others->samples[i].rgb != views->samples[i].rgb ? 1 : 0;
    QVERIFY2(changed >= 8, qPrintable(QString::number(changed)));
}

void TestSampleViews::cifar()
{
    QVERIFY(cifar_folder::makeCifar10(QString::fromStdString(m_folder->path().string()), 20));
    const Benchmark benchmark = cifar_folder::benchmark("cifar10"); // without names of classes
    const auto views = sampleViews(benchmark, m_folder->path(), {});
    VERIFY_OK(views);
    QCOMPARE(views->samples.size(), std::size_t{10});
    for (std::size_t i = 0; i < views->samples.size(); ++i) {
        const SampleView &view = views->samples[i];
        QCOMPARE(view.className, std::to_string(i));
        QVERIFY2(view.name.ends_with(" of data_batch_1.bin"), view.name.c_str());
        const int record = std::stoi(view.name.substr(std::string("record ").size()));
        QCOMPARE(record % 10, static_cast<int>(i));   // the label of record i is i mod 10
        for (int channel = 0; channel < 3; ++channel) // row 3, column 5
            QCOMPARE(int{view.rgb[static_cast<std::size_t>((3 * 32 + 5) * 3 + channel)]},
                     cifar_folder::pixel(record, channel, 3, 5));
    }
    const auto others = sampleViews(benchmark, m_folder->path(), {.draw = 1});
    VERIFY_OK(others);
    QVERIFY2(others->samples[0].name.ends_with(" of data_batch_2.bin"), others->samples[0].name.c_str());
}

void TestSampleViews::aDamagedFileIsPassedOver()
{
    const QString root = QString::fromStdString(m_folder->path().string());
    QVERIFY(cifar_folder::makeCifar10(root, 20));
    QVERIFY(cifar_folder::write(root + QStringLiteral("/cifar-10-batches-bin/data_batch_1.bin"),
                                cifar_folder::record(0, 1).chopped(1)));
    const auto views = sampleViews(cifar_folder::benchmark("cifar10"), m_folder->path(), {});
    VERIFY_OK(views);
    QVERIFY2(views->samples[0].name.ends_with(" of data_batch_2.bin"), views->samples[0].name.c_str());
}

void TestSampleViews::pictures()
{
    for (int i = 0; i < 10; ++i)
        QVERIFY(m_folder->write("faces/red/" + std::to_string(i) + ".png", picture(20, 10, 200, 0, 0)) &&
                m_folder->write("faces/blue/" + std::to_string(i) + ".png", picture(7, 7, 0, 0, 90)));
    const auto views = sampleViews(parsed("{name: faces, data: {format: pictures, folder: faces}, network: resnet8, "
                                          "input: [3, 12, 14], classes: [red, blue]}"),
                                   m_folder->path(), {.samples = 6});
    VERIFY_OK(views);
    QCOMPARE(views->samples.size(), std::size_t{6});
    for (std::size_t i = 0; i < 6; ++i) {
        const SampleView &view = views->samples[i];
        QCOMPARE(view.className, std::string(i < 3 ? "red" : "blue"));
        QVERIFY(view.name.starts_with(view.className + "/"));
        QCOMPARE(view.width, 14); // the network's, not the file's
        QCOMPARE(view.height, 12);
        QCOMPARE(view.rgb.size(), std::size_t{14 * 12 * 3});
        QCOMPARE(int{view.rgb[0]}, i < 3 ? 200 : 0);
        QCOMPARE(int{view.rgb[2]}, i < 3 ? 0 : 90);
    }
    QVERIFY(views->samples[0].name != views->samples[1].name);
}

void TestSampleViews::greyPictures()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_folder->write("faces/a/" + std::to_string(i) + ".png", picture(4, 4, 0, 255, 0)) &&
                m_folder->write("faces/b/" + std::to_string(i) + ".png", picture(4, 4, 255, 255, 255)));
    const auto views = sampleViews(parsed("{name: faces, data: {format: pictures, folder: faces}, network: resnet8, "
                                          "input: [1, 4, 4], classes: [a, b]}"),
                                   m_folder->path(), {.samples = 2});
    VERIFY_OK(views);
    const auto &green = views->samples[0].rgb;
    QCOMPARE(green.size(), std::size_t{48});
    QCOMPARE(int{green[0]}, 150); // 0.587 · 255 = 149.7
    QCOMPARE(int{green[1]}, 150);
    QCOMPARE(int{green[2]}, 150);
}

/// Against the data set, which comes to them by way of the cache.
void TestSampleViews::featuresOfTones()
{
    for (int i = 0; i < 10; ++i)
        QVERIFY(m_folder->write("tones/low/" + std::to_string(i) + ".wav", tone(0.9, 200 + 10 * i)) &&
                m_folder->write("tones/high/" + std::to_string(i) + ".wav", tone(1.1, 2000 + 10 * i, 0.5, 44100)));
    const Benchmark benchmark = tones("{kind: mfcc}", "[1, 49, 10]");
    const auto views = sampleViews(benchmark, m_folder->path(), {.samples = 4});
    VERIFY_OK(views);
    QVERIFY(views->sounds);
    QCOMPARE(views->samples.size(), std::size_t{4});
    const auto data = openDataSet(benchmark, {.folder = m_folder->path(), .validation = 0});
    VERIFY_OK(data);
    std::vector<std::int64_t> all(static_cast<std::size_t>((*data)->size(Split::Train)));
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<std::int64_t>(i);
    Batch batch;
    (*data)->read(Split::Train, all, {}, batch);
    std::vector<float> values;
    for (const SampleView &view : views->samples) {
        QCOMPARE(view.width, 49);
        QCOMPARE(view.height, 10);
        int equal = 0;
        for (std::size_t sample = 0; sample < all.size(); ++sample) {
            bool same = batch.labels[sample] == (view.className == "high" ? 1 : 0);
            for (std::size_t frame = 0; same && frame < 49; ++frame)
                for (std::size_t value = 0; same && value < 10; ++value)
                    same = batch.inputs[sample * 490 + frame * 10 + value] == view.features[value * 49 + frame];
            equal += same ? 1 : 0;
        }
        QCOMPARE(equal, 1);
        values.insert(values.end(), view.features.begin(), view.features.end());
    }
    std::sort(values.begin(), values.end()); // 4 · 490 values: 39 at each end are left out
    QCOMPARE(values.size(), std::size_t{1960});
    QCOMPARE(views->axes.rows, std::string("coefficient"));
    QCOMPARE(views->axes.least, values[39]);
    QCOMPARE(views->axes.most, values[1960 - 1 - 39]);
    // A window has 480 samples, the next begins 320 later: the first one's middle is at 240, 160 to each side of it.
    QCOMPARE(views->axes.from, 80.0 / 16000);
    QCOMPARE(views->axes.to, 80.0 / 16000 + 49 * 320.0 / 16000);
}

void TestSampleViews::axesOfLogMel()
{
    for (int i = 0; i < 10; ++i)
        QVERIFY(m_folder->write("tones/low/" + std::to_string(i) + ".wav", tone(2, 1000)) &&
                m_folder->write("tones/high/" + std::to_string(i) + ".wav", tone(2, 4000)));
    const auto views = sampleViews(tones("{kind: log_mel, seconds: 2, from_frame: 10, frames: 50}", "[1, 50, 128]"),
                                   m_folder->path(), {.samples = 2});
    VERIFY_OK(views);
    QCOMPARE(views->axes.rows, std::string("mel band"));
    QCOMPARE(views->axes.from, (10 * 512 - 256) / 16000.0); // windows are centred
    QCOMPARE(views->axes.to, (60 * 512 - 256) / 16000.0);
    // 1 kHz is 15 mel (Slaney), 8 kHz are 15 + 27 ln 8 / ln 6.4 = 45.25, so bands lie 45.25 / 129 = 0.3507 apart: band
    // 42 peaks at 43 · 0.3507 = 15.08.
    const SampleView &low = views->samples[0];
    QCOMPARE(low.className, std::string("low"));
    int loudest = 0;
    for (int band = 1; band < low.height; ++band) {
        if (low.features[static_cast<std::size_t>(band * 50 + 25)] >
            low.features[static_cast<std::size_t>(loudest * 50 + 25)])
            loudest = band;
    }
    QCOMPARE(loudest, 42);
}

void TestSampleViews::whatCannotBeReadIsPassedOver()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_folder->write("tones/low/" + std::to_string(i) + ".wav", tone(0.9, 200)) &&
                m_folder->write("tones/high/" + std::to_string(i) + ".wav", "no sound at all"));
    const Benchmark benchmark = tones("{kind: mfcc}", "[1, 49, 10]");
    const auto views = sampleViews(benchmark, m_folder->path(), {.samples = 4});
    VERIFY_OK(views);
    QCOMPARE(views->samples.size(), std::size_t{2});
    QCOMPARE(views->samples[0].className, std::string("low"));
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_folder->write("tones/low/" + std::to_string(i) + ".wav", "nor this"));
    const auto none = sampleViews(benchmark, m_folder->path(), {.samples = 4});
    QVERIFY(!none.ok());
    QVERIFY2(none.error().place.file.ends_with(".wav"), none.error().text().c_str());
}

void TestSampleViews::nothingThere()
{
    const auto cifar = sampleViews(cifar_folder::benchmark("cifar10"), m_folder->path(), {});
    QVERIFY(!cifar.ok());
    QVERIFY(cifar.error().place.file.ends_with("data_batch_1.bin"));
    const auto sounds = sampleViews(tones("{kind: mfcc}", "[1, 49, 10]"), m_folder->path(), {});
    QVERIFY(!sounds.ok());
    QVERIFY(sounds.error().message.find("no such folder") != std::string::npos);
    QVERIFY(!sampleViews(cifar_folder::benchmark("mnist"), m_folder->path(), {}).ok());
}

void TestSampleViews::stops()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_folder->write("tones/low/" + std::to_string(i) + ".wav", tone(0.9, 200)) &&
                m_folder->write("tones/high/" + std::to_string(i) + ".wav", tone(0.9, 200)));
    StopToken stop;
    stop.request(StopRequest::Abort);
    const auto views = sampleViews(tones("{kind: mfcc}", "[1, 49, 10]"), m_folder->path(), {}, &stop);
    QVERIFY(!views.ok());
    QCOMPARE(views.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestSampleViews)
#include "tst_sample_views.moc"
