// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a benchmark's format to a data set. The named border of this library: what the standard
// library throws (memory, files) ends here as an Error.
#include "core/data/data_set.h"

#include "core/base/files.h"
#include "core/data/cifar.h"
#include "core/data/demo_pictures.h"
#include "core/data/demo_shapes.h"
#include "core/data/listed_pictures.h"
#include "core/data/listed_sounds.h"
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
        return invalidInput("pictures of the format " + benchmark.data.format + " are " + shapeText(shape) + ", not " +
                                shapeText(benchmark.input),
                            {.file = benchmark.name, .key = "input"});
    if (benchmark.classes != 0 && benchmark.classes != classes)
        return invalidInput("the format " + benchmark.data.format + " has " + std::to_string(classes) +
                                " classes, not " + std::to_string(benchmark.classes),
                            {.file = benchmark.name, .key = "classes"});
    return {};
}

Result<ImageSet> loadImages(const Benchmark &benchmark, const std::filesystem::path &folder)
{
    if (benchmark.data.format == "demo") {
        if (const auto declared = checkDeclared(benchmark, demoShape(), kDemoClasses); !declared.ok())
            return declared.error();
        const auto [train, test] = demoSamples(benchmark.data.train, benchmark.data.test);
        return drawDemoPictures(benchmark.data.seed, train, test);
    }
    const CifarFormat *format = findCifarFormat(benchmark.data.format);
    if (!format)
        return invalidInput("unknown data format \"" + benchmark.data.format + "\"",
                            {.file = benchmark.name, .key = "data.format"});
    if (const auto declared = checkDeclared(benchmark, format->shape(), format->classes); !declared.ok())
        return declared.error();
    return readCifar(*format, cifarFolder(*format, dataFolder(folder), benchmark.data.folder));
}

/// Demo and CIFAR: all pictures in memory.
Result<std::shared_ptr<const DataSet>> openImages(const Benchmark &benchmark, const DataOptions &options)
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
    auto records = splitRecords(images->train, images->test, options.seed, options.validation, options.limits.train);
    if (!records.ok())
        return records.error();
    const auto kindOf = [&](std::int64_t record) {
        return std::pair(0, images->labels[static_cast<std::size_t>(record)]);
    };
    if (const auto limited = limitTest(*records, options.limits.test, kindOf); !limited.ok())
        return limited.error();
    return std::shared_ptr<const DataSet>(std::make_shared<ResidentImages>(
        std::move(images).value(), std::move(records).value(), std::move(table).value(), *plan));
}

Result<std::shared_ptr<const DataSet>> open(const Benchmark &benchmark, const DataOptions &options)
{
    if (kindOf(benchmark.data) == DataKind::Sounds)
        return openListedSounds(benchmark, options);
    if (benchmark.data.format == "pictures" || benchmark.data.format == "tiny_imagenet")
        return openListedPictures(benchmark, options);
    return openImages(benchmark, options);
}

} // namespace

const std::vector<DataFinding> &DataSet::notes() const
{
    static const std::vector<DataFinding> kNone;
    return kNone;
}

const ClipGroups *DataSet::clips(Split) const { return nullptr; }

Result<std::shared_ptr<const DataSet>> openDataSet(const Benchmark &benchmark, const DataOptions &options)
{
    try {
        return open(benchmark, options);
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::Io, "not enough memory for the data", {.file = benchmark.name}};
    } catch (const std::exception &failure) {
        return ioError(failure.what(), {.file = benchmark.name});
    }
}

} // namespace dnas
