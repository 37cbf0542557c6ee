// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See cifar.h. Files are read in pieces straight to their place, so that loading needs little more memory than
// the pictures themselves.
#include "core/data/cifar.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

namespace dnas {

namespace {

constexpr std::int64_t kPiece = 512; // records read at once, about 1.5 MB

const std::array<CifarFormat, 2> &formats()
{
    static const std::array<CifarFormat, 2> all{
        CifarFormat{.name = "cifar10",
                    .folder = "cifar-10-batches-bin",
                    .archive = "cifar-10-binary.tar.gz",
                    .trainFiles = {"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin",
                                   "data_batch_5.bin"},
                    .testFile = "test_batch.bin",
                    .coarseClasses = 0,
                    .classes = 10,
                    .fileRecords = 10000,
                    .testRecords = 10000},
        CifarFormat{.name = "cifar100",
                    .folder = "cifar-100-binary",
                    .archive = "cifar-100-binary.tar.gz",
                    .trainFiles = {"train.bin"},
                    .testFile = "test.bin",
                    .coarseClasses = 20,
                    .classes = 100,
                    .fileRecords = 50000,
                    .testRecords = 10000}};
    return all;
}

Error badLabel(const std::filesystem::path &file, const char *what, int label, int classes, std::int64_t record,
               const std::string &remedy)
{
    return invalidInput(std::string(what) + " " + std::to_string(label) + " of record " + std::to_string(record) +
                            " (counted from 0) is outside 0 to " + std::to_string(classes - 1) +
                            ": the file is damaged or of another format; " + remedy,
                        {.file = file.string()});
}

/// Three colour planes to pixels of three bytes.
void interleave(const std::uint8_t *planes, std::int64_t area, std::uint8_t *out)
{
    const std::uint8_t *green = planes + area;
    const std::uint8_t *blue = green + area;
    for (std::int64_t i = 0; i < area; ++i) {
        out[3 * i] = planes[i];
        out[3 * i + 1] = green[i];
        out[3 * i + 2] = blue[i];
    }
}

} // namespace

std::string CifarFormat::remedy() const
{
    return "unpack " + archive +
           " from https://www.cs.toronto.edu/~kriz/cifar.html into the data folder (--data), or let 'dnas data fetch' "
           "bring it";
}

const CifarFormat *findCifarFormat(std::string_view name)
{
    for (const CifarFormat &format : formats())
        if (format.name == name)
            return &format;
    return nullptr;
}

std::filesystem::path cifarFolder(const CifarFormat &format, const std::filesystem::path &dataFolder,
                                  const std::string &subfolder)
{
    const std::filesystem::path usual = dataFolder / (subfolder.empty() ? format.folder : subfolder);
    std::error_code ignored;
    if (!std::filesystem::exists(usual, ignored) && std::filesystem::exists(dataFolder / format.testFile, ignored))
        return dataFolder;
    return usual;
}

Result<std::int64_t> countCifarRecords(const CifarFormat &format, const std::filesystem::path &file)
{
    const Place place{.file = file.string()};
    std::error_code failure;
    const auto status = std::filesystem::status(file, failure);
    if (!std::filesystem::exists(status)) {
        const bool absent = status.type() == std::filesystem::file_type::not_found;
        return ioError(
            (absent ? "no such file; " : "cannot be looked at (" + failure.message() + "); ") + format.remedy(), place);
    }
    if (!std::filesystem::is_regular_file(status))
        return ioError("is not a file; " + format.remedy(), place);
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    if (failure)
        return ioError("cannot read its size: " + failure.message(), place);
    if (size == 0)
        return invalidInput("is empty; " + format.remedy(), place);
    const auto bytes = static_cast<std::int64_t>(size);
    const std::int64_t record = format.recordBytes();
    if (bytes % record != 0)
        return invalidInput("record " + std::to_string(bytes / record) + " (counted from 0) has " +
                                std::to_string(bytes % record) + " of " + std::to_string(record) +
                                " bytes: the file is truncated or not of the format " + format.name + "; " +
                                format.remedy(),
                            place);
    return bytes / record;
}

Result<void> readCifarRecords(const CifarFormat &format, const std::filesystem::path &file, std::int64_t records,
                              std::uint8_t *labels, std::uint8_t *pixels)
{
    const Place place{.file = file.string()};
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return ioError("cannot be opened for reading: check its permissions", place);
    const std::int64_t bytes = format.recordBytes();
    const std::int64_t elements = format.shape().elements();
    std::vector<std::uint8_t> piece(static_cast<std::size_t>(std::min(records, kPiece) * bytes));
    for (std::int64_t first = 0; first < records; first += kPiece) {
        const std::int64_t count = std::min(kPiece, records - first);
        if (!stream.read(reinterpret_cast<char *>(piece.data()), count * bytes))
            return ioError("reading stopped at record " + std::to_string(first + stream.gcount() / bytes) +
                               " (counted from 0): the disk failed or the file is being written",
                           place);
        for (std::int64_t i = 0; i < count; ++i) {
            const std::uint8_t *record = piece.data() + i * bytes;
            if (format.coarseClasses > 0 && *record >= format.coarseClasses)
                return badLabel(file, "coarse label", *record, format.coarseClasses, first + i, format.remedy());
            const std::uint8_t *planes = record + (bytes - elements);
            const std::uint8_t label = planes[-1];
            if (label >= format.classes)
                return badLabel(file, "label", label, format.classes, first + i, format.remedy());
            labels[first + i] = label;
            if (pixels)
                interleave(planes, elements / 3, pixels + (first + i) * elements);
        }
    }
    return {};
}

Result<ImageSet> readCifar(const CifarFormat &format, const std::filesystem::path &folder)
{
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return ioError("no such folder; " + format.remedy(), {.file = folder.string()});

    std::vector<std::string> files = format.trainFiles;
    files.push_back(format.testFile);
    std::vector<std::int64_t> counts;
    ImageSet set{.shape = format.shape(), .classes = format.classes};
    for (const std::string &file : files) {
        const auto records = countCifarRecords(format, folder / file);
        if (!records.ok())
            return records.error();
        counts.push_back(*records);
        (file == format.testFile ? set.test : set.train) += *records;
    }
    std::vector<std::uint8_t> labels(static_cast<std::size_t>(set.train + set.test));
    set.pixels.resize(labels.size() * static_cast<std::size_t>(set.shape.elements()));
    std::int64_t first = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto read = readCifarRecords(format, folder / files[i], counts[i], labels.data() + first,
                                           set.pixels.data() + first * set.shape.elements());
        if (!read.ok())
            return read.error();
        first += counts[i];
    }
    set.labels.assign(labels.begin(), labels.end());
    return set;
}

} // namespace dnas
