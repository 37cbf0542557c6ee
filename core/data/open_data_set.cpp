// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a benchmark's format to a data set in memory. The named border of this library: what the standard
// library throws (memory, files) ends here as an Error.
#include "core/data/data_set.h"

#include "core/base/files.h"
#include "core/data/cifar.h"
#include "core/data/demo_pictures.h"
#include "core/data/demo_shapes.h"
#include "core/data/resident_images.h"

#include <exception>
#include <new>

namespace dnas {

namespace {

std::string shapeText(const Shape &shape)
{
    return std::to_string(shape.channels) + "x" + std::to_string(shape.height) + "x" + std::to_string(shape.width);
}

/// A benchmark that states an input shape or a number of classes must state the right one.
Result<void> checkDeclared(const Benchmark &benchmark, const Shape &shape, int classes)
{
    if (benchmark.input.channels != 0 && benchmark.input != shape)
        return invalidInput("pictures of the format " + benchmark.format + " are " + shapeText(shape) + ", not " +
                                shapeText(benchmark.input),
                            {.file = benchmark.name, .key = "input"});
    if (benchmark.classes != 0 && benchmark.classes != classes)
        return invalidInput("the format " + benchmark.format + " has " + std::to_string(classes) + " classes, not " +
                                std::to_string(benchmark.classes),
                            {.file = benchmark.name, .key = "classes"});
    return {};
}

Result<ImageSet> loadImages(const Benchmark &benchmark, const std::filesystem::path &folder)
{
    if (benchmark.format == "demo") {
        if (const auto declared = checkDeclared(benchmark, demoShape(), kDemoClasses); !declared.ok())
            return declared.error();
        const auto [train, test] = demoSamples(benchmark.trainSamples, benchmark.testSamples);
        return drawDemoPictures(benchmark.dataSeed, train, test);
    }
    const CifarFormat *format = findCifarFormat(benchmark.format);
    if (!format)
        return invalidInput("unknown data format \"" + benchmark.format + "\": known are cifar10, cifar100, demo",
                            {.file = benchmark.name, .key = "format"});
    if (const auto declared = checkDeclared(benchmark, format->shape(), format->classes); !declared.ok())
        return declared.error();
    return readCifar(*format, cifarFolder(*format, dataFolder(folder), benchmark.folder));
}

Result<std::shared_ptr<const DataSet>> open(const Benchmark &benchmark, const DataOptions &options)
{
    auto images = loadImages(benchmark, options.folder);
    if (!images.ok())
        return images.error();
    auto plan = planAugmentation(options.augment, images->shape);
    if (!plan.ok())
        return plan.error();
    auto table = PixelTable::make(benchmark.mean, benchmark.deviation, images->shape.channels);
    if (!table.ok())
        return table.error();
    auto records = splitRecords(images->train, images->test, options.seed, options.validation, options.limitTrain);
    if (!records.ok())
        return records.error();
    return std::shared_ptr<const DataSet>(std::make_shared<ResidentImages>(
        std::move(images).value(), std::move(records).value(), std::move(table).value(), *plan));
}

} // namespace

Result<std::shared_ptr<const DataSet>> openDataSet(const Benchmark &benchmark, const DataOptions &options)
{
    try {
        return open(benchmark, options);
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::Io, "not enough memory for the pictures", {.file = benchmark.name}};
    } catch (const std::exception &failure) {
        return ioError(failure.what(), {.file = benchmark.name});
    }
}

} // namespace dnas
