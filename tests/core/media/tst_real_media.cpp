// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real Speech Commands clips and the photographs of Set5, below $PARETOSCOPE_TEST_DATA. Skipped, and said so, where
// they are not.
#include "core/media/picture.h"
#include "core/media/sound.h"
#include "tests/support/result_checks.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

using namespace dnas;

namespace fs = std::filesystem;

class TestRealMedia : public QObject {
    Q_OBJECT

private slots:
    void clips();
    void noises();
    void photographs();

private:
    fs::path folder(const char *name) const
    {
        return fs::path(qEnvironmentVariable("PARETOSCOPE_TEST_DATA").toStdString()) / name;
    }
};

#define NEED(folder)                                                                                                   \
    if (!qEnvironmentVariableIsSet("PARETOSCOPE_TEST_DATA") || !fs::is_directory(folder))                              \
    QSKIP("REAL DATA ABSENT: set PARETOSCOPE_TEST_DATA to a folder with speech_commands_v0.02 and sr/Set5")

/// Every clip is readable, 16 kHz, a second or less, and none is beyond full scale.
void TestRealMedia::clips()
{
    const fs::path root = folder("speech_commands_v0.02");
    NEED(root);
    QElapsedTimer timer;
    timer.start();
    int count = 0, loud = 0;
    for (const auto &entry : fs::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".wav" || entry.path().parent_path().filename() == "_background_noise_")
            continue;
        const auto sound = readSound(entry.path());
        VERIFY_OK(sound);
        QCOMPARE(sound->rate, 16000);
        QVERIFY(sound->samples.size() <= 16000);
        const auto [low, high] = std::minmax_element(sound->samples.begin(), sound->samples.end());
        QVERIFY(*low >= -1 && *high <= 1);
        loud += *high - *low > 0.01f;
        ++count;
    }
    QVERIFY(count > 0);
    QVERIFY2(loud > count / 2, qPrintable(QStringLiteral("%1 of %2").arg(loud).arg(count)));
    qInfo("%d clips, %.0f/s", count, count * 1e9 / double(timer.nsecsElapsed()));
}

/// The background noises are longer; their header alone tells how long.
void TestRealMedia::noises()
{
    const fs::path root = folder("speech_commands_v0.02") / "_background_noise_";
    NEED(root);
    for (const auto &entry : fs::directory_iterator(root)) {
        if (entry.path().extension() != ".wav")
            continue;
        const auto info = readSoundInfo(entry.path());
        VERIFY_OK(info);
        QCOMPARE(info->rate, 16000);
        QVERIFY(info->frames > 16000 * 30);
        const auto sound = readSound(entry.path());
        VERIFY_OK(sound);
        QCOMPARE(std::ssize(sound->samples), std::ptrdiff_t{info->frames});
    }
}

/// The sizes that are published for them.
void TestRealMedia::photographs()
{
    const fs::path root = folder("sr") / "Set5";
    NEED(root);
    std::vector<std::pair<int, int>> sizes;
    for (const auto &entry : fs::directory_iterator(root)) {
        if (entry.path().extension() != ".png")
            continue;
        const auto picture = readPicture(entry.path());
        VERIFY_OK(picture);
        sizes.emplace_back(picture->width, picture->height);
        const Picture small = resized(*picture, 96, 96, PictureFit::Crop);
        const auto mean = [](const Picture &p) {
            double sum = 0;
            for (const std::uint8_t value : p.rgb)
                sum += value;
            return sum / static_cast<double>(p.rgb.size());
        };
        if (picture->width == picture->height) // else a part is left out
            QVERIFY(std::abs(mean(small) - mean(*picture)) < 2);
    }
    std::sort(sizes.begin(), sizes.end());
    const std::vector<std::pair<int, int>> published{{228, 344}, {256, 256}, {280, 280}, {288, 288}, {512, 512}};
    QCOMPARE(sizes, published);
}

QTEST_APPLESS_MAIN(TestRealMedia)
#include "tst_real_media.moc"
