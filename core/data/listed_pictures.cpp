// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See listed_pictures.h.
#include "core/data/listed_pictures.h"

#include "core/base/files.h"
#include "core/data/file_digests.h"
#include "core/data/listed_samples.h"
#include "core/data/resident_images.h"
#include "core/data/sample_split.h"
#include "core/media/picture.h"

#include <cstring>

namespace dnas {

namespace {

/// Grey by the weights of BT.601, in 16 bits.
std::uint8_t luma(const std::uint8_t *rgb)
{
    return static_cast<std::uint8_t>((19595 * rgb[0] + 38470 * rgb[1] + 7471 * rgb[2] + 32768) >> 16);
}

} // namespace

Error wrongChannels(const Benchmark &benchmark)
{
    return invalidInput("pictures have 3 channels, or 1 as greys; the benchmark has " +
                            std::to_string(benchmark.input.channels),
                        {.file = benchmark.name, .key = "input"});
}

Result<void> decodePictureFile(const std::filesystem::path &file, const Benchmark &benchmark, std::span<std::byte> out)
{
    const Shape &shape = benchmark.input;
    const PictureFit fit = benchmark.data.fit == "crop" ? PictureFit::Crop : PictureFit::Stretch;
    const auto picture = readPictureAs(file, {.width = shape.width, .height = shape.height, .fit = fit});
    if (!picture.ok())
        return picture.error();
    if (shape.channels == 3) {
        std::memcpy(out.data(), picture->rgb.data(), out.size());
        return {};
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = std::byte{luma(picture->rgb.data() + 3 * i)};
    return {};
}

Result<std::shared_ptr<const DataSet>> openListedPictures(const Benchmark &benchmark, const DataOptions &options)
{
    const Shape &shape = benchmark.input;
    if (shape.channels != 1 && shape.channels != 3)
        return wrongChannels(benchmark);
    auto list = listSamples(benchmark, dataFolder(options.folder), options.stop);
    if (!list.ok())
        return list.error();
    auto table = PixelTable::make(benchmark.mean, benchmark.deviation, shape.channels);
    auto plan = planAugmentation(options.augment, shape);
    auto splits = splitSamples(*list, options.seed, options.validation);
    if (!table.ok() || !plan.ok() || !splits.ok())
        return !table.ok() ? table.error() : !plan.ok() ? plan.error() : splits.error();
    const auto digest = digestFiles(list->folder, filesOf(*list), options.progress, options.stop);
    if (!digest.ok())
        return digest.error();
    const auto records =
        openRecords({.what = "reading pictures",
                     .recipe = "pictures 2 " + std::to_string(shape.width) + "x" + std::to_string(shape.height) + "x" +
                               std::to_string(shape.channels) + " " + benchmark.data.fit,
                     .sources = *digest,
                     .records = static_cast<std::int64_t>(list->samples.size()),
                     .bytes = static_cast<std::size_t>(shape.elements()),
                     .make =
                         [&](std::int64_t record, std::span<std::byte> out) {
                             const Sample &sample = list->samples[static_cast<std::size_t>(record)];
                             return decodePictureFile(list->folder / sample.file, benchmark, out);
                         }},
                    options.progress, options.stop);
    if (!records.ok())
        return records.error();
    if (const auto left = leaveOutFailures(benchmark, *list, **records, *splits, list->notes); !left.ok())
        return left.error();
    if (const auto limited = limitSamples(*splits, *list, options.seed, options.limits); !limited.ok())
        return limited.error();
    ImageSet images{.shape = shape,
                    .classes = benchmark.classes,
                    .mapped = *records,
                    .splitBasis = splitBasis(*list),
                    .contents = *digest};
    for (const Sample &sample : list->samples)
        images.labels.push_back(sample.label);
    return std::shared_ptr<const DataSet>(std::make_shared<ResidentImages>(
        std::move(images), std::move(*splits), std::move(*table), *plan, std::move(list->notes)));
}

} // namespace dnas
