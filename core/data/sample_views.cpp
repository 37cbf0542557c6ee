// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sample_views.h.
#include "core/data/sample_views.h"

#include "core/base/files.h"
#include "core/base/guarded.h"
#include "core/data/cifar.h"
#include "core/data/demo_pictures.h"
#include "core/data/listed_pictures.h"
#include "core/data/listed_samples.h"
#include "core/data/listed_sounds.h"
#include "core/media/sound.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace dnas {

namespace {

using Make = std::function<Result<SampleView>(std::int64_t)>;

/// As many of each class as are wanted; what cannot be made is passed over.
Result<std::vector<SampleView>> collect(const Benchmark &benchmark, const std::vector<int> &labels,
                                        const SampleChoice &choice, const StopToken *stop, const Make &make)
{
    constexpr int kMostFailures = 8; // of a class: a look must not read a whole damaged folder
    std::vector<SampleView> views;
    std::optional<Error> first;
    for (const ClassChoice &of : chooseSamples(labels, choice)) {
        int made = 0, failures = 0;
        for (const std::int64_t position : of.order) {
            if (made == of.wanted || failures == kMostFailures)
                break;
            if (stop && stop->requested())
                return Error{ErrorCode::Cancelled, "stopped", {.file = benchmark.name}};
            auto view = make(position);
            if (!view.ok()) {
                ++failures;
                if (!first)
                    first = view.error();
                continue;
            }
            view->className = classNameOf(benchmark, static_cast<std::size_t>(of.label));
            views.push_back(std::move(*view));
            ++made;
        }
    }
    if (views.empty() && first)
        return *first;
    return views;
}

std::span<std::byte> bytesOf(std::vector<std::uint8_t> &values) { return std::as_writable_bytes(std::span(values)); }

/// Grey pictures as three equal channels.
std::vector<std::uint8_t> asRgb(std::vector<std::uint8_t> pixels, int channels)
{
    if (channels == 3)
        return pixels;
    std::vector<std::uint8_t> rgb;
    rgb.reserve(3 * pixels.size());
    for (const std::uint8_t grey : pixels)
        rgb.insert(rgb.end(), {grey, grey, grey});
    return rgb;
}

SampleView viewOf(const ImageSet &images, std::int64_t record, std::string name)
{
    const std::uint8_t *pixels = images.picture(record);
    return {.name = std::move(name),
            .width = images.shape.width,
            .height = images.shape.height,
            .rgb = {pixels, pixels + images.shape.elements()}};
}

Result<std::vector<SampleView>> ofImages(const Benchmark &benchmark, const ImageSet &images, const SampleChoice &choice,
                                         const std::string &where)
{
    const std::vector<int> labels(images.labels.begin(), images.labels.end());
    return collect(benchmark, labels, choice, nullptr, [&](std::int64_t record) -> Result<SampleView> {
        return viewOf(images, record, "record " + std::to_string(record) + where);
    });
}

Result<std::vector<SampleView>> ofDemo(const Benchmark &benchmark, const SampleChoice &choice)
{
    constexpr std::int64_t kDrawn = 200; // a larger set begins with the smaller one
    const std::int64_t train = demoSamples(benchmark.data.train, benchmark.data.test).train;
    return ofImages(benchmark, drawDemoPictures(benchmark.data.seed, std::min(train, kDrawn), 0), choice, "");
}

/// Out of the first records of one file; another draw looks into another file.
Result<std::vector<SampleView>> ofCifar(const Benchmark &benchmark, const CifarFormat &format,
                                        const std::filesystem::path &folder, const SampleChoice &choice)
{
    constexpr std::int64_t kMostRecords = 1000; // 3 MB
    const auto below = cifarFolder(format, dataFolder(folder), benchmark.data.folder);
    Error first = invalidInput("no records", {.file = below.string()});
    for (std::size_t i = 0; i < format.trainFiles.size(); ++i) {
        const std::string &name = format.trainFiles[(i + choice.draw) % format.trainFiles.size()];
        const auto found = countCifarRecords(format, below / name);
        if (!found.ok()) {
            first = i == 0 ? found.error() : first;
            continue;
        }
        const std::int64_t records = std::min(*found, kMostRecords);
        ImageSet images{.shape = format.shape(), .classes = format.classes, .train = records};
        std::vector<std::uint8_t> labels(static_cast<std::size_t>(records));
        images.pixels.resize(labels.size() * static_cast<std::size_t>(images.shape.elements()));
        const auto read = readCifarRecords(format, below / name, records, labels.data(), images.pixels.data());
        if (!read.ok()) {
            first = i == 0 ? read.error() : first;
            continue;
        }
        images.labels.assign(labels.begin(), labels.end());
        return ofImages(benchmark, images, choice, " of " + name);
    }
    return first;
}

/// Labels of the samples to train on, -1 for the others.
std::vector<int> trainingLabels(const SampleList &list)
{
    std::vector<int> labels;
    for (const Sample &sample : list.samples)
        labels.push_back(sample.split == Split::Train ? sample.label : -1);
    return labels;
}

Result<std::vector<SampleView>> ofPictures(const Benchmark &benchmark, const SampleList &list,
                                           const SampleChoice &choice, const StopToken *stop)
{
    const Shape &shape = benchmark.input;
    if (shape.channels != 1 && shape.channels != 3)
        return wrongChannels(benchmark);
    return collect(benchmark, trainingLabels(list), choice, stop, [&](std::int64_t number) -> Result<SampleView> {
        const Sample &sample = list.samples[static_cast<std::size_t>(number)];
        std::vector<std::uint8_t> pixels(static_cast<std::size_t>(shape.elements()));
        const auto read = decodePictureFile(list.folder / sample.file, benchmark, bytesOf(pixels));
        if (!read.ok())
            return read.error();
        return SampleView{.name = sample.file,
                          .width = shape.width,
                          .height = shape.height,
                          .rgb = asRgb(std::move(pixels), shape.channels)};
    });
}

Result<SampleView> soundView(const SampleList &list, const Sample &sample, const FeatureExtractor &extractor)
{
    const FrontEnd &end = extractor.frontEnd();
    std::vector<std::int16_t> pcm(static_cast<std::size_t>(end.samples()));
    const auto read =
        decodeSoundFile(list.folder / sample.file, end, sample.start, std::as_writable_bytes(std::span(pcm)));
    if (!read.ok())
        return read.error();
    std::vector<float> clip(pcm.size()), frames(extractor.elements());
    fromPcm16(pcm, clip);
    if (end.peak)
        dividePeak(clip);
    extractor.compute(clip, frames, *extractor.makeScratch());
    SampleView view{.name = sample.file, .width = extractor.frames(), .height = extractor.width()};
    view.features.resize(frames.size());
    const auto width = static_cast<std::size_t>(view.width), height = static_cast<std::size_t>(view.height);
    for (std::size_t i = 0; i < frames.size(); ++i)
        view.features[i % height * width + i / height] = frames[i];
    return view;
}

/// A frame stands for the hop around the middle of its window.
FeatureAxes axesOf(const FrontEnd &end, int frames, const std::vector<SampleView> &views)
{
    const bool isMfcc = end.kind == FrontEndKind::Mfcc;
    const int hop = isMfcc ? end.mfcc.hop : end.logMel.hop;
    const double middle = isMfcc ? end.mfcc.frame / 2.0 : 0; // windows of log-mel are centred
    FeatureAxes axes{.rows = isMfcc ? "coefficient" : "mel band"};
    axes.from = (end.firstFrame * static_cast<double>(hop) + middle - hop / 2.0) / end.rate;
    axes.to = axes.from + static_cast<double>(frames) * hop / end.rate;
    std::vector<float> values;
    for (const SampleView &view : views)
        values.insert(values.end(), view.features.begin(), view.features.end());
    if (values.empty())
        return axes;
    // One silent frame lies far below everything else and would take half of the colours.
    const auto cut = static_cast<std::ptrdiff_t>(values.size() / 50);
    std::nth_element(values.begin(), values.begin() + cut, values.end());
    axes.least = values[static_cast<std::size_t>(cut)];
    std::nth_element(values.begin(), values.end() - 1 - cut, values.end());
    axes.most = *(values.end() - 1 - cut);
    return axes;
}

Result<SampleViews> make(const Benchmark &benchmark, const std::filesystem::path &folder, const SampleChoice &choice,
                         const StopToken *stop)
{
    SampleViews views;
    Result<std::vector<SampleView>> samples = std::vector<SampleView>();
    if (benchmark.data.format == "demo") {
        samples = ofDemo(benchmark, choice);
    } else if (const CifarFormat *format = findCifarFormat(benchmark.data.format)) {
        samples = ofCifar(benchmark, *format, folder, choice);
    } else {
        const auto list = listSamples(benchmark, dataFolder(folder), stop);
        if (!list.ok())
            return list.error();
        if (kindOf(benchmark.data) != DataKind::Sounds) {
            samples = ofPictures(benchmark, *list, choice, stop);
        } else {
            const auto extractor = FeatureExtractor::create(benchmark.frontEnd);
            if (!extractor.ok())
                return extractor.error();
            samples = collect(benchmark, trainingLabels(*list), choice, stop, [&](std::int64_t number) {
                return soundView(*list, list->samples[static_cast<std::size_t>(number)], *extractor);
            });
            views.sounds = true;
            if (samples.ok())
                views.axes = axesOf(benchmark.frontEnd, extractor->frames(), *samples);
        }
    }
    if (!samples.ok())
        return samples.error();
    views.samples = std::move(*samples);
    return views;
}

} // namespace

Result<SampleViews> sampleViews(const Benchmark &benchmark, const std::filesystem::path &folder,
                                const SampleChoice &choice, const StopToken *stop)
{
    return guarded([&] { return make(benchmark, folder, choice, stop); });
}

} // namespace dnas
