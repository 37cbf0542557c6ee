// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See generated_media.h.
#include "app/cli/generated_media.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <cstdio> // jpeglib.h wants FILE
#include <cstdlib>
#include <numbers>

#include <jpeglib.h>
#include <png.h>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr std::size_t kSourceSamples = std::size_t{1} << 20;

void appendNumber(std::string &bytes, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xff);
}

} // namespace

GeneratedSounds::GeneratedSounds()
    : m_source(kSourceSamples)
{
    RandomStream random(1, "generated sounds");
    double pitch = 200, phase = 0, loud = 0;
    for (std::size_t i = 0; i < kSourceSamples; ++i) {
        if (i % 2048 == 0) {
            pitch = 80 + 300 * random.uniform();
            loud = random.uniform();
        }
        phase += 2 * std::numbers::pi * pitch / 16000;
        const double voice = std::sin(phase) + 0.5 * std::sin(2 * phase) + 0.25 * std::sin(5 * phase);
        m_source[i] = static_cast<float>(6000 * loud * voice + 600 * (2 * random.uniform() - 1));
    }
}

std::vector<std::int16_t> GeneratedSounds::clip(std::uint64_t seed, std::size_t samples) const
{
    RandomStream random(seed, "generated clip");
    std::size_t first = random.below(kSourceSamples), second = random.below(kSourceSamples);
    const float one = static_cast<float>(random.uniform()), other = static_cast<float>(random.uniform());
    std::vector<std::int16_t> clip(samples);
    for (std::int16_t &value : clip) {
        const float sum = one * m_source[first] + other * m_source[second];
        value = static_cast<std::int16_t>(std::clamp(sum, -32768.0F, 32767.0F));
        first = (first + 1) % kSourceSamples;
        second = (second + 1) % kSourceSamples;
    }
    return clip;
}

std::string wavFile(int rate, std::span<const std::int16_t> samples)
{
    const auto bytes = static_cast<std::uint32_t>(samples.size_bytes());
    std::string file("RIFF");
    appendNumber(file, 36 + bytes, 4);
    file += "WAVEfmt ";
    appendNumber(file, 16, 4);
    appendNumber(file, 1, 2); // whole numbers
    appendNumber(file, 1, 2); // channels
    appendNumber(file, static_cast<std::uint32_t>(rate), 4);
    appendNumber(file, 2 * static_cast<std::uint32_t>(rate), 4);
    appendNumber(file, 2, 2);
    appendNumber(file, 16, 2);
    file += "data";
    appendNumber(file, bytes, 4);
    for (const std::int16_t sample : samples)
        appendNumber(file, static_cast<std::uint16_t>(sample), 2);
    return file;
}

Picture generatedPicture(std::uint64_t seed, int width, int height)
{
    // Colours at the corners of patches, straight in between; the patches of a large picture are larger.
    RandomStream random(seed, "generated picture");
    constexpr int kPatches = 8;
    std::uint8_t corners[kPatches + 1][kPatches + 1][3];
    for (auto &row : corners)
        for (auto &corner : row)
            for (std::uint8_t &value : corner)
                value = static_cast<std::uint8_t>(16 + random.below(224));
    Picture picture{
        .width = width,
        .height = height,
        .rgb = std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3)};
    std::uint8_t *out = picture.rgb.data();
    for (int y = 0; y < height; ++y) {
        const int down = y * kPatches * 256 / height;
        for (int x = 0; x < width; ++x) {
            const int right = x * kPatches * 256 / width;
            const auto &above = corners[down / 256], &below = corners[down / 256 + 1];
            const int a = right / 256, shareRight = right % 256, shareDown = down % 256;
            const int grain = static_cast<int>(random.next() >> 60) - 8;
            for (int c = 0; c < 3; ++c) {
                const int top = above[a][c] * (256 - shareRight) + above[a + 1][c] * shareRight;
                const int bottom = below[a][c] * (256 - shareRight) + below[a + 1][c] * shareRight;
                const int value = (top * (256 - shareDown) + bottom * shareDown) / 65536 + grain;
                *out++ = static_cast<std::uint8_t>(std::clamp(value, 0, 255));
            }
        }
    }
    return picture;
}

std::string jpegFile(const Picture &picture)
{
    // Nothing here can fail but memory, for which the library ends the program.
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = static_cast<JDIMENSION>(picture.width);
    jpeg.image_height = static_cast<JDIMENSION>(picture.height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 90, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
        auto *row = const_cast<std::uint8_t *>(picture.rgb.data()) + y * static_cast<std::size_t>(picture.width) * 3;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string file(reinterpret_cast<const char *>(bytes), size);
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);
    return file;
}

std::string pngFile(const Picture &picture)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string file(size, '\0');
    png_image_write_to_memory(&image, file.data(), &size, 0, picture.rgb.data(), 0, nullptr);
    file.resize(size);
    return file;
}

} // namespace paretoscope
