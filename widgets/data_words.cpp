// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_words.h. The list is what lupdate finds; looking up is by the English text itself.
#include "widgets/data_words.h"

#include "widgets/plot_text.h"
#include "widgets/sentence.h"

#include <QCoreApplication>

#include <array>
#include <vector>

namespace paretoscope {

namespace {

constexpr const char *kDataContext = "DataWords";

/// How a sentence is written down here.
struct Entry {
    const char *english;
    const char *places =
        ""; ///< of %1, %2 …: 'n' a number, 's' a sentence of this list or names, 'w' what stays as it is
};

// The first that fits is taken: a sentence that ends or begins like another stands before it.
constexpr std::array kEntries{
    // Files and records (data_check.cpp, file_check.cpp, findings.cpp, cifar.cpp)
    Entry{QT_TRANSLATE_NOOP("DataWords", "(all files)")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "(generated)")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "(train)")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "(validation)")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "(test)")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1; %2 of %3 left out"), "snn"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "no sample of class %1, which is not learned; more samples are needed"), "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "no sample of class %1, which is not judged there; more samples are needed"),
          "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "no sample of the classes %1, which are not learned; more samples are needed"),
          "s"},
    Entry{QT_TRANSLATE_NOOP("DataWords",
                            "no sample of the classes %1, which are not judged there; more samples are needed"),
          "s"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "split as the data say")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "split by speaker, none in two splits (%1 speakers)"), "n"},
    Entry{
        QT_TRANSLATE_NOOP("DataWords", "test as the data say, validation by speaker, none in two splits (%1 speakers)"),
        "n"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "test drawn by name, validation by the seed, class by class")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "test as the data say, validation drawn by the seed, class by class")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "validation as the data say, test drawn by name")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "validation drawn from the labelled clips, the rest is the test")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "no samples are left; more are needed, or a larger share of them")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1 of the %2 of the complete set; usable, but figures will differ from those "
                                         "of the complete data (%3 speakers)"),
          "nnn"},
    Entry{QT_TRANSLATE_NOOP(
              "DataWords",
              "%1 of the %2 of the complete set; usable, but figures will differ from those of the complete data"),
          "nn"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1 of the %2 records of the complete file, %3; usable, but figures will "
                                         "differ from those of the complete data"),
          "nns"},
    Entry{
        QT_TRANSLATE_NOOP(
            "DataWords",
            "%1 records do not have the exact pixels of the original; usable, leave them out where exactness matters"),
        "n"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1 records, %2"), "ns"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1 of each class"), "n"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1 to %2 of a class"), "nn"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "a note on this copy: %1"), "w"},
    Entry{
        QT_TRANSLATE_NOOP("DataWords", "drawn when opened, seed %1, %2 training and %3 test pictures; no files needed"),
        "wnn"},
    Entry{QT_TRANSLATE_NOOP("DataWords",
                            "no such folder; name the data folder with --data, or let 'dnas data fetch %1' bring it"),
          "w"},
    Entry{QT_TRANSLATE_NOOP(
              "DataWords",
              "no such folder; unpack %1 from %2 into the data folder (--data), or let 'dnas data fetch' bring it"),
          "ww"},
    Entry{QT_TRANSLATE_NOOP(
              "DataWords",
              "no such file; unpack %1 from %2 into the data folder (--data), or let 'dnas data fetch' bring it"),
          "ww"},
    Entry{QT_TRANSLATE_NOOP(
              "DataWords",
              "is empty; unpack %1 from %2 into the data folder (--data), or let 'dnas data fetch' bring it"),
          "ww"},
    Entry{QT_TRANSLATE_NOOP(
              "DataWords",
              "record %1 (counted from 0) has %2 of %3 bytes: the file is truncated or not "
              "of the format %4; unpack %5 from %6 into the data folder (--data), or let 'dnas data fetch' bring it"),
          "nnnwww"},
    // Folders and lists (class_folders.cpp, listed_samples.cpp, speech_commands.cpp, tiny_imagenet.cpp …)
    Entry{QT_TRANSLATE_NOOP("DataWords", "is no class of the benchmark; left out")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "cannot be read, or leads back up; left out")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "no such folder; put the data there, or name the data folder with --data")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "class '%1' has only files that are here under other names, too (links); give "
                                         "it files of its own, or take it out of the benchmark"),
          "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "is not there, so whole speakers are drawn for the test; figures are not "
                                         "those of the published split")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "class '%1' has no folder here; there are %2"), "ws"},
    Entry{QT_TRANSLATE_NOOP(
              "DataWords",
              "class '%1' has no picture (png, jpg) to train on; add some, or take the class out of the benchmark"),
          "w"},
    Entry{
        QT_TRANSLATE_NOOP(
            "DataWords",
            "class '%1' has no sound (wav, flac, ogg …) to train on; add some, or take the class out of the benchmark"),
        "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "is the same file as %1; left out"), "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1 files are here twice, under names that are left out"), "n"},
    Entry{
        QT_TRANSLATE_NOOP(
            "DataWords",
            "none of the training files of class '%1' can be read; mend them, or take the class out of the benchmark"),
        "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1 annotated pictures are not there; left out"), "n"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "left out by the benchmark")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "left out: %1"), "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1 of %2 files cannot be read and are left out"), "nn"},
    Entry{QT_TRANSLATE_NOOP("DataWords",
                            "%1 of %2 files cannot be read, more than the benchmark allows (data.skip); the first: %3"),
          "nnw"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "no folders")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "%1 and %2 more"), "wn"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "is not there, so no noise is mixed in as the recipe asks")},
    // Fetching (benchmark_fetch.cpp, fetch_folder.cpp)
    Entry{QT_TRANSLATE_NOOP("DataWords", "'%1' is drawn by the program; there is nothing to fetch"), "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "the benchmark names no address (fetch); put the data into %1 by hand"), "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "is there already and not empty; move it away to fetch it again")},
    Entry{QT_TRANSLATE_NOOP("DataWords", "no digest is published; this one was %1"), "w"},
    Entry{QT_TRANSLATE_NOOP("DataWords", "digest as published (%1)"), "w"},
};

std::vector<Sentence> compiled()
{
    std::vector<Sentence> sentences;
    for (const Entry &entry : kEntries)
        sentences.emplace_back(entry.english, entry.places);
    return sentences;
}

QString inLanguage(const char *sentence) { return QCoreApplication::translate(kDataContext, sentence); }

/// By its place: names stay, also those that are made of digits.
QString partText(char place, const QString &part)
{
    if (place == 'n') {
        bool fits = false;
        const qlonglong count = part.toLongLong(&fits);
        return fits ? countText(count) : part;
    }
    return place == 's' ? findingText(part.toStdString()) : part;
}

/// The sentence in the user's language with its parts, in one go: what a part says may look like a place, too.
QString sentenceText(const Sentence &sentence, const QStringList &parts)
{
    const QString said = inLanguage(sentence.english());
    QString result;
    for (qsizetype i = 0; i < said.size(); ++i) {
        const int number = said[i] == QLatin1Char('%') && i + 1 < said.size() ? said[i + 1].digitValue() : 0;
        if (number >= 1 && number <= parts.size()) {
            result += partText(sentence.place(number - 1), parts[number - 1]);
            ++i;
        } else {
            result += said[i];
        }
    }
    return result;
}

} // namespace

QString findingText(const std::string &text)
{
    static const std::vector<Sentence> kCompiled = compiled(); // once for thousands of findings
    const QString english = fromUtf8(text);
    for (const Sentence &sentence : kCompiled) {
        if (const auto parts = sentence.partsOf(english))
            return sentenceText(sentence, *parts);
    }
    return english;
}

QString findingFile(const std::string &file) { return file.starts_with('(') ? findingText(file) : fromUtf8(file); }

} // namespace paretoscope
