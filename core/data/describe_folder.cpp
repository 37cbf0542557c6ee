// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See describe_folder.h.
#include "core/data/describe_folder.h"

#include "core/base/numbers.h"
#include "core/data/folder_layout.h"
#include "core/data/folder_recipes.h"
#include "core/data/listed_samples.h"
#include "core/data/sample_survey.h"
#include "core/data/split.h"
#include "core/network/fitted_network.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace dnas {

namespace {

namespace fs = std::filesystem;

/// Four digits say all that a normalisation needs.
double rounded(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return std::strtod(text, nullptr);
}

constexpr double kMostFailures = 0.2; ///< share of files that cannot be read

class Description {
public:
    Description(const fs::path &folder, const FolderWishes &wishes)
        : m_folder(folder)
        , m_wishes(wishes)
    {
    }

    Result<DescribedFolder> make();

private:
    Result<void> chooseInput(const std::vector<std::string> &files);
    Result<void> choosePictures(const std::vector<std::string> &files);
    Result<void> chooseSounds(const std::vector<std::string> &files);
    Result<void> chooseNetwork();
    Result<void> lookAtData();
    Result<void> allowFailures(std::int64_t all);
    void say(const std::string &remark) { m_result.remarks.push_back(remark); }

    const fs::path &m_folder;
    const FolderWishes &m_wishes;
    DescribedFolder m_result;
    Benchmark &m_benchmark = m_result.benchmark;
};

Result<void> Description::choosePictures(const std::vector<std::string> &files)
{
    if (m_wishes.rate > 0 || m_wishes.seconds > 0)
        return invalidInput("holds pictures, which have no rate and no seconds", {.file = m_folder.string()});
    const PictureSurvey survey = surveyPictures(m_folder, files);
    if (survey.read == 0)
        return invalidInput("has no picture that can be read", {.file = m_folder.string()});
    // The sizes of the networks that come with the program, the nearest that loses little.
    const int side = survey.side < 48 ? 32 : survey.side < 80 ? 64 : 96;
    m_benchmark.input = {3, m_wishes.height > 0 ? m_wishes.height : side, m_wishes.width > 0 ? m_wishes.width : side};
    say("pictures: shorter sides from " + std::to_string(survey.leastSide) + " to " + std::to_string(survey.mostSide) +
        " pixels, median " + std::to_string(survey.side) + "; brought to " + std::to_string(m_benchmark.input.width) +
        "×" + std::to_string(m_benchmark.input.height));
    return {};
}

Result<void> Description::chooseSounds(const std::vector<std::string> &files)
{
    if (m_wishes.width > 0)
        return invalidInput("holds sounds, which have no size in pixels", {.file = m_folder.string()});
    const SoundSurvey survey = surveySounds(m_folder, files);
    if (survey.read == 0)
        return invalidInput("has no sound that can be read", {.file = m_folder.string()});
    FrontEnd &end = m_benchmark.frontEnd;
    end.rate = m_wishes.rate > 0 ? m_wishes.rate : survey.rate < 16000 ? 8000 : 16000;
    end.seconds = m_wishes.seconds > 0 ? m_wishes.seconds : std::clamp(std::ceil(survey.seconds * 10) / 10, 0.1, 10.0);
    if (isReconstruction(m_benchmark)) { // as MLPerf Tiny's anomaly detection
        end.kind = FrontEndKind::LogMel;
        end.logMel.high = end.rate / 2.0;
        end.stack = 5;
        if (end.seconds >= 9) {
            end.firstFrame = 50;
            end.frames = 200;
        }
    } else { // as MLPerf Tiny's keyword spotting; long clips in steps twice as wide
        end.kind = FrontEndKind::Mfcc;
        const int step = end.seconds > 2 ? 2 : 1;
        end.mfcc.frame = step * end.rate * 3 / 100;
        end.mfcc.hop = step * end.rate / 50;
        for (end.mfcc.fft = 256; end.mfcc.fft < end.mfcc.frame;)
            end.mfcc.fft *= 2;
        end.mfcc.high = std::min(4000.0, end.rate / 2.0);
    }
    const auto features = FeatureExtractor::create(end);
    if (!features.ok())
        return features.error();
    m_benchmark.input =
        end.stack > 1 ? Shape{features->width() * end.stack, 1, 1} : Shape{1, features->frames(), features->width()};
    say("sounds: from " + shortNumber(survey.leastSeconds) + " to " + shortNumber(survey.mostSeconds) +
        " s, nine of ten at most " + shortNumber(survey.seconds) + " s, mostly " + std::to_string(survey.rate) +
        " Hz; brought to " + shortNumber(end.seconds) + " s at " + std::to_string(end.rate) + " Hz");
    return {};
}

Result<void> Description::chooseInput(const std::vector<std::string> &files)
{
    return kindOf(m_benchmark.data) == DataKind::Sounds ? chooseSounds(files) : choosePictures(files);
}

Result<void> Description::chooseNetwork()
{
    const bool sounds = kindOf(m_benchmark.data) == DataKind::Sounds;
    const Shape &input = m_benchmark.input;
    m_benchmark.network = !m_wishes.network.empty()                  ? m_wishes.network
                          : isReconstruction(m_benchmark)            ? "autoencoder"
                          : sounds                                   ? "ds-cnn"
                          : std::min(input.width, input.height) < 80 ? "resnet8"
                                                                     : "mobilenet-v1-025";
    auto network = loadNetwork(m_benchmark.network);
    if (!network.ok())
        return network.error();
    const auto outputs = static_cast<int>(isReconstruction(m_benchmark) ? input.elements() : m_benchmark.classes);
    auto fitted = fittedTo(*network, input, outputs);
    if (!fitted.ok())
        return fitted.error();
    if (*fitted == *network) {
        say("network: " + network->name + ", which has this input and these outputs");
        return {};
    }
    fitted->name = network->name + "-" + m_benchmark.name;
    fitted->title = (network->title.empty() ? network->name : network->title) + ", fitted to " + m_benchmark.name;
    say("network: " + network->name + " with " + std::to_string(countNetwork(*fitted).weights) +
        " weights for this input and " + std::to_string(outputs) + " outputs");
    m_result.fitted = std::move(*fitted);
    return {};
}

/// What is written can be searched as it is: where more files than usual cannot be read, it says so many.
Result<void> Description::allowFailures(std::int64_t all)
{
    const DataReport &report = m_result.report;
    const std::int64_t failed = all - report.train - report.validation - report.test;
    const double share = static_cast<double>(failed) / static_cast<double>(all);
    if (share <= m_benchmark.data.skip)
        return {};
    const std::string said = std::to_string(failed) + " of " + std::to_string(all) + " files cannot be read";
    if (share > kMostFailures) {
        const auto first = std::find_if(report.findings.begin(), report.findings.end(), [](const DataFinding &finding) {
            return finding.text.starts_with("left out: ");
        });
        return invalidInput(said + ", too many to go on without them; the first: " + first->file + ": " + first->text,
                            {.file = m_folder.string()});
    }
    m_benchmark.data.skip = std::ceil(share * 100) / 100;
    say(said + "; 'skip' of the benchmark allows it");
    return {};
}

Result<void> Description::lookAtData()
{
    Benchmark plain = m_benchmark;
    plain.data.skip = 0.999; // what cannot be read is told, with its names
    const std::size_t channels = static_cast<std::size_t>(m_benchmark.input.channels);
    plain.mean.assign(channels, 0);
    plain.deviation.assign(channels, 1);
    const DataReport listed = checkData(plain, {}, m_wishes.stop);
    auto checked = checkEveryFile(plain, {}, m_wishes.progress, m_wishes.stop);
    if (!checked.ok())
        return checked.error();
    DataReport &report = m_result.report;
    report = std::move(*checked);
    if (!report.usable) {
        const auto bad = std::find_if(report.findings.begin(), report.findings.end(), [](const DataFinding &finding) {
            return finding.state == "missing" || finding.state == "damaged";
        });
        return invalidInput(bad == report.findings.end() ? "cannot be used" : bad->file + ": " + bad->text,
                            {.file = m_folder.string()});
    }
    if (const auto allowed = allowFailures(listed.train + listed.validation + listed.test); !allowed.ok())
        return allowed.error();
    m_benchmark.mean = plain.mean;
    m_benchmark.deviation = plain.deviation;
    if (isReconstruction(m_benchmark))
        return {};                          // its reference does not normalise
    constexpr std::int64_t kEnough = 20000; // samples for a mean of four digits
    const auto data = openDataSet(plain, {.seed = splitSeed(1),
                                          .validation = plain.recipe.validation,
                                          .limits = {.train = kEnough},
                                          .progress = m_wishes.progress,
                                          .stop = m_wishes.stop});
    if (!data.ok())
        return data.error();
    const ChannelStatistics statistics = trainingStatistics(**data);
    for (std::size_t c = 0; c < channels; ++c) {
        m_benchmark.mean[c] = rounded(statistics.mean[c]);
        m_benchmark.deviation[c] = statistics.deviation[c] > 0 ? rounded(statistics.deviation[c]) : 1;
    }
    say("mean and deviation of " + std::to_string((*data)->size(Split::Train)) + " training samples");
    return {};
}

Result<DescribedFolder> Description::make()
{
    auto layout = recogniseFolder(m_folder);
    if (!layout.ok())
        return layout.error();
    m_benchmark.name = m_folder.filename().string();
    m_benchmark.title = m_benchmark.name;
    m_benchmark.data.format = layout->format;
    m_benchmark.data.folder = m_folder.string();
    m_benchmark.classNames = layout->classes;
    m_benchmark.classes = layout->classCount;
    m_benchmark.recipe.validation = kFolderValidation;
    m_benchmark.recipe.loss = isReconstruction(m_benchmark) ? "mse" : "cross_entropy";
    const auto list = listSamples(m_benchmark, {}, m_wishes.stop);
    if (!list.ok())
        return list.error();
    if (const auto chosen = chooseInput(filesOf(*list)); !chosen.ok())
        return chosen.error();
    if (const auto chosen = chooseNetwork(); !chosen.ok())
        return chosen.error();
    if (const auto looked = lookAtData(); !looked.ok())
        return looked.error();
    DataReport &report = m_result.report;
    // What has no files in it is no class because of that.
    std::erase_if(report.findings, [&](const DataFinding &finding) {
        return std::any_of(layout->odd.begin(), layout->odd.end(),
                           [&](const DataFinding &odd) { return odd.file == finding.file; });
    });
    report.findings.insert(report.findings.end(), layout->odd.begin(), layout->odd.end());
    m_result.recipes = folderRecipes(m_benchmark, report);
    return std::move(m_result);
}

} // namespace

Result<DescribedFolder> describeFolder(const fs::path &folder, const FolderWishes &wishes)
{
    std::error_code ignored;
    fs::path whole = fs::absolute(folder, ignored).lexically_normal();
    if (!whole.has_filename())
        whole = whole.parent_path();
    return Description(whole, wishes).make();
}

} // namespace dnas
