// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See core_words.h. The lists are what lupdate finds; looking up is by the English text itself.
#include "widgets/core_words.h"

#include "widgets/sentence.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace paretoscope {

namespace {

constexpr const char *kContext = "CoreWords";

[[maybe_unused]] constexpr std::array kWords{
    // Phases, states of runs and candidates, reasons to finish (core/events, core/study)
    QT_TRANSLATE_NOOP("CoreWords", "warm-up"),
    QT_TRANSLATE_NOOP("CoreWords", "search"),
    QT_TRANSLATE_NOOP("CoreWords", "fine-tuning"),
    QT_TRANSLATE_NOOP("CoreWords", "evaluation"),
    QT_TRANSLATE_NOOP("CoreWords", "running"),
    QT_TRANSLATE_NOOP("CoreWords", "done"),
    QT_TRANSLATE_NOOP("CoreWords", "stopped"),
    QT_TRANSLATE_NOOP("CoreWords", "aborted"),
    QT_TRANSLATE_NOOP("CoreWords", "cut off"),
    QT_TRANSLATE_NOOP("CoreWords", "failed"),
    QT_TRANSLATE_NOOP("CoreWords", "dropped"),
    QT_TRANSLATE_NOOP("CoreWords", "seed network"),
    // Work before a search, what is said of files, features (core/data)
    QT_TRANSLATE_NOOP("CoreWords", "looking for changed files"),
    QT_TRANSLATE_NOOP("CoreWords", "reading pictures"),
    QT_TRANSLATE_NOOP("CoreWords", "reading sounds"),
    QT_TRANSLATE_NOOP("CoreWords", "computing features"),
    QT_TRANSLATE_NOOP("CoreWords", "computing augmented features"),
    QT_TRANSLATE_NOOP("CoreWords", "ok"),
    QT_TRANSLATE_NOOP("CoreWords", "missing"),
    QT_TRANSLATE_NOOP("CoreWords", "damaged"),
    QT_TRANSLATE_NOOP("CoreWords", "odd"),
    QT_TRANSLATE_NOOP("CoreWords", "coefficient"),
    QT_TRANSLATE_NOOP("CoreWords", "mel band"),
    // Origins (core/hardware)
    QT_TRANSLATE_NOOP("CoreWords", "counted"),
    QT_TRANSLATE_NOOP("CoreWords", "modelled"),
    QT_TRANSLATE_NOOP("CoreWords", "calibrated"),
    QT_TRANSLATE_NOOP("CoreWords", "measured"),
    // Verdicts (core/spec)
    QT_TRANSLATE_NOOP("CoreWords", "feasible"),
    QT_TRANSLATE_NOOP("CoreWords", "tight"),
    QT_TRANSLATE_NOOP("CoreWords", "impossible"),
    // Metrics: titles, and as they stand in a sentence
    QT_TRANSLATE_NOOP("CoreWords", "Weights"),
    QT_TRANSLATE_NOOP("CoreWords", "Parameters"),
    QT_TRANSLATE_NOOP("CoreWords", "MACs"),
    QT_TRANSLATE_NOOP("CoreWords", "Flash"),
    QT_TRANSLATE_NOOP("CoreWords", "RAM"),
    QT_TRANSLATE_NOOP("CoreWords", "Cycles"),
    QT_TRANSLATE_NOOP("CoreWords", "Latency"),
    QT_TRANSLATE_NOOP("CoreWords", "Energy"),
    QT_TRANSLATE_NOOP("CoreWords", "Compressed size"),
    QT_TRANSLATE_NOOP("CoreWords", "weights"),
    QT_TRANSLATE_NOOP("CoreWords", "parameters"),
    QT_TRANSLATE_NOOP("CoreWords", "macs"),
    QT_TRANSLATE_NOOP("CoreWords", "flash"),
    QT_TRANSLATE_NOOP("CoreWords", "cycles"),
    QT_TRANSLATE_NOOP("CoreWords", "latency"),
    QT_TRANSLATE_NOOP("CoreWords", "energy"),
    QT_TRANSLATE_NOOP("CoreWords", "compressed"),
    // Figures (core/report)
    QT_TRANSLATE_NOOP("CoreWords", "Epoch"),
    QT_TRANSLATE_NOOP("CoreWords", "Loss"),
    QT_TRANSLATE_NOOP("CoreWords", "Quality"),
    QT_TRANSLATE_NOOP("CoreWords", "Task"),
    QT_TRANSLATE_NOOP("CoreWords", "Total"),
    QT_TRANSLATE_NOOP("CoreWords", "Training"),
    QT_TRANSLATE_NOOP("CoreWords", "Validation"),
    QT_TRANSLATE_NOOP("CoreWords", "Validation quality"),
    QT_TRANSLATE_NOOP("CoreWords", "Test quality"),
    QT_TRANSLATE_NOOP("CoreWords", "Channels moved by the last step"),
    QT_TRANSLATE_NOOP("CoreWords", "Front"),
    QT_TRANSLATE_NOOP("CoreWords", "Dominated"),
    QT_TRANSLATE_NOOP("CoreWords", "Baseline"),
    QT_TRANSLATE_NOOP("CoreWords", "Over its run's limit"),
    QT_TRANSLATE_NOOP("CoreWords", "Outside"),
    QT_TRANSLATE_NOOP("CoreWords", "knee"),
    QT_TRANSLATE_NOOP("CoreWords", "Seed network"),
    QT_TRANSLATE_NOOP("CoreWords", "Published"),
    QT_TRANSLATE_NOOP("CoreWords", "Layer"),
    QT_TRANSLATE_NOOP("CoreWords", "Channels kept"),
    QT_TRANSLATE_NOOP("CoreWords", "No epoch is finished yet."),
    QT_TRANSLATE_NOOP("CoreWords", "No candidate yet: each finished run adds one."),
    QT_TRANSLATE_NOOP("CoreWords", "No candidate has both of these figures."),
    QT_TRANSLATE_NOOP("CoreWords", "Costs are known from the first epoch of the search on."),
    QT_TRANSLATE_NOOP("CoreWords", "The seed network has no layer with weights."),
    QT_TRANSLATE_NOOP("CoreWords", "Accuracy"),
    QT_TRANSLATE_NOOP("CoreWords", "Machine"),
    QT_TRANSLATE_NOOP("CoreWords", "Partial AUC"),
    QT_TRANSLATE_NOOP("CoreWords", "guessing"),
    QT_TRANSLATE_NOOP("CoreWords", "There are no figures by machine."),
};

// What a benchmark measures, as in "Validation accuracy at float32" (core/report/figures.cpp). The precision stays.
constexpr std::array<std::string_view, 2> kQualities{
    QT_TRANSLATE_NOOP("CoreWords", "accuracy"),
    QT_TRANSLATE_NOOP("CoreWords", "AUC"),
};
// What stands in brackets and is no unit, as in "Loss (mean squared error)".
constexpr std::array<std::string_view, 2> kLosses{
    QT_TRANSLATE_NOOP("CoreWords", "cross-entropy"),
    QT_TRANSLATE_NOOP("CoreWords", "mean squared error"),
};
constexpr std::array kQualityTitles{
    QT_TRANSLATE_NOOP("CoreWords", "Validation %1 at %2"),
    QT_TRANSLATE_NOOP("CoreWords", "Validation %1"),
    QT_TRANSLATE_NOOP("CoreWords", "Test %1 at %2"),
    QT_TRANSLATE_NOOP("CoreWords", "Test %1"),
};

// Sentences of core/spec/verdict.cpp, contradiction.cpp and other_setup.cpp; the parts are amounts ("1 254 weights",
// "12.3 KiB of flash"), numbers and names. A sentence that begins like another stands before it.
constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("CoreWords", "the smallest network of this space still needs %1, %2 more than the target of %3"),
    QT_TRANSLATE_NOOP("CoreWords", "the smallest network of this space still needs %1, %2 times the target of %3"),
    QT_TRANSLATE_NOOP("CoreWords", "the seed network has only %1, and an aim of %2 lies above it"),
    QT_TRANSLATE_NOOP("CoreWords", "the seed network already meets it with %1"),
    QT_TRANSLATE_NOOP("CoreWords",
                      "only %1 above the %2 that the smallest network of this space needs, a figure known to %3"),
    QT_TRANSLATE_NOOP("CoreWords", "only %1 above the %2 that the smallest network of this space needs"),
    QT_TRANSLATE_NOOP("CoreWords", "this space reaches from %1 to %2"),
    QT_TRANSLATE_NOOP("CoreWords", "raise the target to at least %1 (%2 of the seed), or start from a smaller network"),
    QT_TRANSLATE_NOOP("CoreWords", "raise the target to at least %1 (%2 of the seed), or let more of the network "
                                   "change (space: width)"),
    QT_TRANSLATE_NOOP("CoreWords", "lower the target to at most %1 (%2 of the seed)"),
    QT_TRANSLATE_NOOP("CoreWords", "%1 leaves at most about %2, and the aim of %3 lies above it"),
    QT_TRANSLATE_NOOP("CoreWords", "lower this aim or raise the other targets"),
    QT_TRANSLATE_NOOP("CoreWords", "runtime %1 at operating point %2"),
    QT_TRANSLATE_NOOP("CoreWords", "operating point %1"),
    QT_TRANSLATE_NOOP("CoreWords", "runtime %1"),
};

QString look(const QByteArray &word) { return QCoreApplication::translate(kContext, word.constData()); }

/// "Latency ≤ 2.00 ms, Weights = 7 000": the metrics in other words.
QString targetsText(const QString &targets)
{
    QStringList texts = targets.split(QStringLiteral(", "));
    for (QString &text : texts) {
        const qsizetype blank = text.indexOf(QLatin1Char(' '));
        text = look(text.left(blank).toUtf8()) + text.mid(blank);
    }
    return texts.join(QStringLiteral(", "));
}

/// "%1 of %2" and "%1 weights" as a person would say them.
QString amountText(const QString &amount)
{
    if (amount.contains(QStringLiteral(" ≤ ")) || amount.contains(QStringLiteral(" = ")))
        return targetsText(amount);
    static const QString kOf = QStringLiteral(" of ");
    if (const qsizetype at = amount.indexOf(kOf); at > 0)
        return QCoreApplication::translate("CoreWords", "%1 of %2", "12 KiB of flash")
            .arg(amount.left(at), look(amount.mid(at + kOf.size()).toUtf8()));
    const qsizetype blank = amount.lastIndexOf(QLatin1Char(' '));
    return blank < 0 || !amount.back().isLetter() ? amount
                                                  : amount.left(blank + 1) + look(amount.mid(blank + 1).toUtf8());
}

/// Empty when it is no title of a quality.
QString qualityTitle(const QString &text)
{
    static const std::vector<Sentence> kCompiled(kQualityTitles.begin(), kQualityTitles.end());
    for (const Sentence &title : kCompiled) {
        const auto parts = title.partsOf(text);
        // "Validation quality" is a word of its own.
        if (!parts || std::find(kQualities.begin(), kQualities.end(), parts->front().toStdString()) == kQualities.end())
            continue;
        const QString metric = look(parts->front().toUtf8());
        return parts->size() > 1 ? look(title.english()).arg(metric, parts->at(1)) : look(title.english()).arg(metric);
    }
    return {};
}

std::string translatedText(const std::string &text)
{
    if (text.starts_with("Validation ") || text.starts_with("Test "))
        if (const QString title = qualityTitle(QString::fromStdString(text)); !title.isEmpty())
            return title.toStdString();
    // Limits as they stand beside their lines: a word or two, then a number with its unit.
    struct Limit {
        const char *text;
        const char *comment;
    };
    static constexpr std::array<Limit, 4> kLimits{
        {QT_TRANSLATE_NOOP3("CoreWords", "target %1", "the limit drawn in a plot"),
         QT_TRANSLATE_NOOP3("CoreWords", "aim %1", "the limit drawn in a plot"),
         QT_TRANSLATE_NOOP3("CoreWords", "at most %1", "the limit drawn in a plot"),
         QT_TRANSLATE_NOOP3("CoreWords", "at least %1", "the limit drawn in a plot")}};
    for (const Limit &limit : kLimits) {
        const std::string_view before = std::string_view(limit.text).substr(0, std::string_view(limit.text).size() - 2);
        if (text.starts_with(before) && text.size() > before.size() && text[before.size()] >= '0' &&
            text[before.size()] <= '9')
            return QCoreApplication::translate(kContext, limit.text, limit.comment)
                .arg(QString::fromStdString(text.substr(before.size())))
                .toStdString();
    }
    return coreWord(text).toStdString();
}

} // namespace

QString coreWord(const std::string &word)
{
    if (word.empty())
        return {};
    const std::size_t unit = word.find(" (");
    if (unit != std::string::npos && word.back() == ')') {
        const std::string within = word.substr(unit + 2, word.size() - unit - 3);
        const bool isLoss = std::find(kLosses.begin(), kLosses.end(), within) != kLosses.end();
        const QByteArray bytes = QByteArray::fromStdString(within);
        return QStringLiteral("%1 (%2)").arg(look(QByteArray::fromStdString(word.substr(0, unit))),
                                             isLoss ? look(bytes) : QString::fromUtf8(bytes));
    }
    return look(QByteArray::fromStdString(word));
}

QString verdictText(const std::string &because)
{
    static const std::vector<Sentence> kCompiled(kSentences.begin(), kSentences.end());
    const QString text = QString::fromStdString(because);
    for (const Sentence &sentence : kCompiled) {
        const auto parts = sentence.partsOf(text);
        if (!parts)
            continue;
        QString result = look(sentence.english());
        for (qsizetype i = 0; i < parts->size(); ++i)
            result.replace(QStringLiteral("%%1").arg(i + 1), amountText(parts->at(i)));
        return result;
    }
    return text;
}

dnas::Figure translated(dnas::Figure figure)
{
    for (std::string *text : {&figure.title, &figure.x.title, &figure.y.title, &figure.empty})
        *text = translatedText(*text);
    for (dnas::Series &series : figure.series)
        series.name = translatedText(series.name);
    for (dnas::Rule &rule : figure.rules)
        rule.text = translatedText(rule.text);
    for (dnas::Note &note : figure.notes)
        note.text = translatedText(note.text);
    return figure;
}

} // namespace paretoscope
