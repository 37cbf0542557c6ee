// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_words.h. The list is what lupdate finds; looking up is by the English text itself.
#include "widgets/data_words.h"

#include "widgets/plot_text.h"
#include "widgets/sentence.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace paretoscope {

namespace {

constexpr const char *kDataContext = "DataWords";

// A sentence that begins like another stands before it.
constexpr std::array kDataSentences{
    // Files and records (data_check.cpp, file_check.cpp, cifar.cpp)
    QT_TRANSLATE_NOOP("DataWords", "(all files)"),
    QT_TRANSLATE_NOOP("DataWords", "(generated)"),
    QT_TRANSLATE_NOOP("DataWords", "(train)"),
    QT_TRANSLATE_NOOP("DataWords", "(validation)"),
    QT_TRANSLATE_NOOP("DataWords", "(test)"),
    QT_TRANSLATE_NOOP("DataWords", "%1; %2 of %3 left out"),
    QT_TRANSLATE_NOOP("DataWords", "no sample of class %1, which is not learned; add samples"),
    QT_TRANSLATE_NOOP("DataWords", "no sample of class %1, which is not judged there; add samples"),
    QT_TRANSLATE_NOOP("DataWords", "no sample of the classes %1, which are not learned; add samples"),
    QT_TRANSLATE_NOOP("DataWords", "no sample of the classes %1, which are not judged there; add samples"),
    QT_TRANSLATE_NOOP("DataWords", "split as the data say"),
    QT_TRANSLATE_NOOP("DataWords", "split by speaker, none in two splits (%1 speakers)"),
    QT_TRANSLATE_NOOP("DataWords", "split by name"),
    QT_TRANSLATE_NOOP("DataWords",
                      "%1 of the %2 of the complete set; usable, but figures will differ from those of the complete "
                      "data (%3 speakers)"),
    QT_TRANSLATE_NOOP("DataWords",
                      "%1 of the %2 of the complete set; usable, but figures will differ from those of the complete "
                      "data"),
    QT_TRANSLATE_NOOP("DataWords",
                      "%1 of the %2 records of the complete file, %3; usable, but figures will differ from those of "
                      "the complete data"),
    QT_TRANSLATE_NOOP("DataWords",
                      "%1 records do not have the exact pixels of the original; usable, leave them out where exactness "
                      "matters"),
    QT_TRANSLATE_NOOP("DataWords", "%1 records, %2"),
    QT_TRANSLATE_NOOP("DataWords", "%1 of each class"),
    QT_TRANSLATE_NOOP("DataWords", "%1 to %2 of a class"),
    QT_TRANSLATE_NOOP("DataWords", "a note on this copy: %1"),
    QT_TRANSLATE_NOOP("DataWords", "drawn when opened, seed %1, %2 training and %3 test pictures; no files needed"),
    QT_TRANSLATE_NOOP("DataWords",
                      "no such folder; name the data folder with --data, or see what 'dnas data fetch %1' would bring"),
    QT_TRANSLATE_NOOP("DataWords", "no such folder; unpack %1 from %2 into the data folder (--data)"),
    QT_TRANSLATE_NOOP("DataWords", "no such file; unpack %1 from %2 into the data folder (--data)"),
    QT_TRANSLATE_NOOP("DataWords", "is empty; unpack %1 from %2 into the data folder (--data)"),
    QT_TRANSLATE_NOOP("DataWords",
                      "record %1 (counted from 0) has %2 of %3 bytes: the file is truncated or not of the format %4; "
                      "unpack %5 from %6 into the data folder (--data)"),
    // Folders and lists (class_folders.cpp, listed_samples.cpp, speech_commands.cpp, tiny_imagenet.cpp …)
    QT_TRANSLATE_NOOP("DataWords", "is no class of the benchmark; left out"),
    QT_TRANSLATE_NOOP("DataWords", "cannot be read, or leads back up; left out"),
    QT_TRANSLATE_NOOP("DataWords", "class '%1' has no folder here; there are %2"),
    QT_TRANSLATE_NOOP("DataWords",
                      "class '%1' has no picture (png, jpg) to train on; add some, or take the class out of the "
                      "benchmark"),
    QT_TRANSLATE_NOOP("DataWords",
                      "class '%1' has no sound (wav, flac, ogg …) to train on; add some, or take the class out of the "
                      "benchmark"),
    QT_TRANSLATE_NOOP("DataWords", "is the same file as %1; left out"),
    QT_TRANSLATE_NOOP("DataWords", "%1 files are here twice, under names that are left out"),
    QT_TRANSLATE_NOOP("DataWords",
                      "none of the training files of class '%1' can be read; mend them, or take the class out of the "
                      "benchmark"),
    QT_TRANSLATE_NOOP("DataWords", "%1 annotated pictures are not there; left out"),
    QT_TRANSLATE_NOOP("DataWords", "left out by the benchmark"),
    QT_TRANSLATE_NOOP("DataWords", "left out: %1"),
    QT_TRANSLATE_NOOP("DataWords", "%1 of %2 files cannot be read and are left out"),
    QT_TRANSLATE_NOOP("DataWords",
                      "%1 of %2 files cannot be read, more than the benchmark allows (data.skip); the first: %3"),
    QT_TRANSLATE_NOOP("DataWords", "no folders"),
    QT_TRANSLATE_NOOP("DataWords", "%1 and %2 more"),
    QT_TRANSLATE_NOOP("DataWords", "is not there, so no noise is mixed in as the recipe asks"),
    // Fetching (benchmark_fetch.cpp, fetch_folder.cpp)
    QT_TRANSLATE_NOOP("DataWords", "'%1' is drawn by the program; there is nothing to fetch"),
    QT_TRANSLATE_NOOP("DataWords", "the benchmark names no address (fetch); put the data into %1 by hand"),
    QT_TRANSLATE_NOOP("DataWords", "is there already and not empty; move it away to fetch it again"),
    QT_TRANSLATE_NOOP("DataWords", "no digest is published; this one was %1"),
    QT_TRANSLATE_NOOP("DataWords", "digest as published (%1)"),
};

QString inLanguage(const char *sentence) { return QCoreApplication::translate(kDataContext, sentence); }

/// "50000" is grouped, "2 of each class" is a sentence of its own; names stay.
QString partText(const QString &part)
{
    bool isCount = false;
    const qlonglong count = part.toLongLong(&isCount);
    return isCount ? countText(count) : findingText(part.toStdString());
}

} // namespace

QString findingText(const std::string &text)
{
    const QString english = fromUtf8(text);
    for (const char *sentence : kDataSentences) {
        const QString pattern = QString::fromUtf8(sentence);
        if (english == pattern)
            return inLanguage(sentence);
        const QStringList parts = partsOf(pattern, english);
        if (parts.isEmpty())
            continue;
        // In one go: what a part says may look like a place, too.
        const QString said = inLanguage(sentence);
        QString result;
        for (qsizetype i = 0; i < said.size(); ++i) {
            const int place = said[i] == QLatin1Char('%') && i + 1 < said.size() ? said[i + 1].digitValue() : 0;
            if (place >= 1 && place <= parts.size()) {
                result += partText(parts[place - 1]);
                ++i;
            } else {
                result += said[i];
            }
        }
        return result;
    }
    return english;
}

QString findingFile(const std::string &file) { return file.starts_with('(') ? findingText(file) : fromUtf8(file); }

} // namespace paretoscope
