// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words of the core in another language: that every word the window shows is known to the translations.
#include "core/report/figures.h"
#include "core/spec/verdict.h"
#include "core/study/study.h"
#include "tests/widgets/german.h"
#include "widgets/core_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>
#include <QTranslator>

#include <map>
#include <set>

using namespace paretoscope;

namespace {

/// Knows what the German file has in this context, and marks it: "Latency" → "[Latency]".
class Marking : public QTranslator {
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (QByteArray(context) != "CoreWords")
            return {};
        return QLatin1Char('[') + QString::fromUtf8(text) + QLatin1Char(']');
    }
    bool isEmpty() const override { return false; }
};

dnas::CandidateSummary measured()
{
    dnas::CandidateSummary candidate;
    candidate.qualityMetric = dnas::Candidate().qualityMetric;
    candidate.qualityPrecision = "int8";
    return candidate;
}

/// What the program says about one target.
std::string because(const std::string &metric, dnas::TermShape shape, double target, double least, double most,
                    std::optional<double> errorPercent = {})
{
    dnas::SearchSpec spec;
    spec.objective.push_back({.metric = metric, .shape = shape, .targets = {{target, false}}, .strengths = {}});
    const auto verdicts =
        dnas::judgeTargets(spec, {{metric, {least, most}}}, {{metric, {.value = most, .errorPercent = errorPercent}}});
    return verdicts.size() == 1 ? verdicts[0].because : std::string();
}

/// What it says to do about a target of weights that cannot be met.
std::string remedy(double target, const dnas::WidthOptions &width)
{
    dnas::SearchSpec spec;
    spec.width = width;
    spec.objective.push_back(
        {.metric = "weights", .shape = dnas::TermShape::Absolute, .targets = {{target, false}}, .strengths = {}});
    const auto verdicts = dnas::judgeTargets(spec, {{"weights", {1000, 9000}}});
    return verdicts.size() == 1 ? verdicts[0].remedy : std::string();
}

/// What it says about an aim that a limit and another aim leave no room for.
dnas::Contradiction contradiction()
{
    const auto spec = dnas::parseSpec("benchmark: demo\nboard: nucleo-h743zi2\nobjective:\n"
                                      "  - {metric: weights, target: 90%, shape: absolute}\n"
                                      "  - {metric: latency, target: 10%}\n"
                                      "  - {metric: macs, target: 10%, shape: absolute}\n",
                                      "spec.yaml");
    const auto plan = spec.ok() ? dnas::planSearch(*spec) : spec.error();
    return plan.ok() && plan->contradictions.size() == 1 ? plan->contradictions[0] : dnas::Contradiction();
}

QString marked(const char *text) { return QLatin1Char('[') + QString::fromUtf8(text) + QLatin1Char(']'); }

} // namespace

class TestCoreWords : public QObject {
    Q_OBJECT
private slots:
    void englishStaysAsItIs()
    {
        QCOMPARE(coreWord("fine-tuning"), QStringLiteral("fine-tuning"));
        QCOMPARE(coreWord("weights 25 %"), QStringLiteral("weights 25 %"));
        QCOMPARE(coreWord(""), QString());
        const std::string because = "the seed network already meets it with 75.3 KiB of flash";
        QCOMPARE(verdictText(because), QString::fromStdString(because));
    }

    /// Against the German file itself: every word that the core can say has an entry there.
    void everyWordIsInTheTranslations()
    {
        QFile file(QStringLiteral(SOURCE_FOLDER "/translations/paretoscope_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString all = QString::fromUtf8(file.readAll());
        const qsizetype begin = all.indexOf(QStringLiteral("<name>CoreWords</name>"));
        QVERIFY(begin > 0);
        const QString context = all.mid(begin, all.indexOf(QStringLiteral("</context>"), begin) - begin);
        std::vector<std::string> words;
        for (const dnas::MetricInfo &metric : dnas::allMetrics()) {
            words.push_back(metric.title);
            if (metric.name != "ram")
                words.push_back(metric.name);
        }
        for (const auto phase :
             {dnas::Phase::WarmUp, dnas::Phase::Search, dnas::Phase::FineTune, dnas::Phase::Evaluation})
            words.emplace_back(dnas::phaseName(phase));
        for (const auto state : {dnas::RunState::Running, dnas::RunState::Done, dnas::RunState::Stopped,
                                 dnas::RunState::Aborted, dnas::RunState::Failed})
            words.emplace_back(dnas::runStateName(state));
        for (const auto state :
             {dnas::CandidateState::Done, dnas::CandidateState::Failed, dnas::CandidateState::Dropped})
            words.emplace_back(dnas::candidateStateName(state));
        for (const auto origin :
             {dnas::Origin::Counted, dnas::Origin::Modelled, dnas::Origin::Calibrated, dnas::Origin::Measured})
            words.emplace_back(dnas::originName(origin));
        for (const dnas::Figure &figure : {dnas::lossFigure({}, {}, {}), dnas::qualityFigure({}),
                                           dnas::costFigure({}, "cycles", 0), dnas::frontFigure({}, {})}) {
            words.push_back(figure.x.title);
            words.push_back(figure.y.title);
            words.push_back(figure.empty);
        }
        for (const std::string &word : words)
            QVERIFY2(context.contains(QStringLiteral("<source>%1</source>").arg(QString::fromStdString(word))),
                     word.c_str());
    }

    void unitsStay()
    {
        Marking language;
        QCoreApplication::installTranslator(&language);
        const QString flash = coreWord("Flash (B)");
        QCoreApplication::removeTranslator(&language);
        QCOMPARE(flash, QStringLiteral("[Flash] (B)"));
    }

    void verdicts_data()
    {
        QTest::addColumn<QString>("because");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const std::string &because, const char *text) {
            QTest::newRow(name) << QString::fromStdString(because) << QString::fromUtf8(text);
        };
        using enum dnas::TermShape;
        // 1 254 / 1 120 = 1.12
        row("more", because("weights", Hinge, 1120, 1254, 9000),
            "[the smallest network of this space still needs 1 254 [weights], 12 % more than the target of 1 120]");
        row("times", because("macs", Hinge, 1000, 4200, 9000),
            "[the smallest network of this space still needs 4 200 [macs], 4.2 times the target of 1 000]");
        row("aim", because("weights", Absolute, 9500, 1254, 9000),
            "[the seed network has only 9 000 [weights], and an aim of 9 500 lies above it]");
        row("met", because("flash", Hinge, 80000, 1000, 77107.2), // 75.3 · 1024
            "[the seed network already meets it with [75.3 KiB of [flash]]]");
        row("tight", because("ram", Hinge, 1075.2, 1024, 9000), // 1.05 · 1024
            "[only 5 % above the [1.00 KiB of [RAM]] that the smallest network of this space needs]");
        row("within the error", because("latency", Hinge, 2.2, 2, 9, 15),
            "[only 10 % above the [2.00 ms of [latency]] that the smallest network of this space needs, a figure known "
            "to "
            "± 15 %]");
        row("wide", because("latency", Hinge, 10, 2, 20),
            "[this space reaches from 2.00 [ms] to [20.00 ms of [latency]]]");
        row("remedy", "raise the target to at least 93 (0.12 % of the seed), or start from a smaller network",
            "[raise the target to at least 93 (0.12 % of the seed), or start from a smaller network]");
        row("contradiction",
            "Latency ≤ 2.00 ms, Weights = 7 000 leaves at most about 1 254 macs, and the aim of 9 000 lies above it",
            "[[Latency] ≤ 2.00 ms, [Weights] = 7 000 leaves at most about 1 254 [macs], and the aim of 9 000 lies "
            "above it]");
        row("unknown", "spec.yaml:3: no such thing", "spec.yaml:3: no such thing");
    }
    void verdicts()
    {
        QFETCH(QString, because);
        Marking language;
        QCoreApplication::installTranslator(&language);
        const QString text = verdictText(because.toStdString());
        QCoreApplication::removeTranslator(&language);
        QTEST(text, "text");
    }

    /// Every sentence about targets, about every metric, against the German file.
    void everyVerdictIsGerman()
    {
        German german("CoreWords");
        QCoreApplication::installTranslator(&german);
        using enum dnas::TermShape;
        for (const dnas::MetricInfo &metric : dnas::allMetrics()) {
            for (const std::string &english :
                 {because(metric.name, Hinge, 900, 1000, 9000), because(metric.name, Hinge, 100, 1000, 9000),
                  because(metric.name, Absolute, 9500, 1000, 9000), because(metric.name, Hinge, 9500, 1000, 9000),
                  because(metric.name, Hinge, 1050, 1000, 9000), because(metric.name, Hinge, 5000, 1000, 9000),
                  because(metric.name, Hinge, 1150, 1000, 9000, 20)}) {
                QVERIFY(!english.empty());
                const QString text = verdictText(english);
                QVERIFY2(text != QString::fromStdString(english), english.c_str());
                for (const char *word : {" of ", "network", "space", "above"})
                    QVERIFY2(!text.contains(QLatin1String(word)), qPrintable(text));
            }
        }
        const dnas::Contradiction excluded = contradiction();
        for (const std::string &english : {remedy(900, {}), remedy(900, {.granularity = 2, .exclude = {}}),
                                           remedy(9900, {}), excluded.because, excluded.remedy}) {
            QVERIFY(!english.empty());
            const QString text = verdictText(english);
            for (const char *word : {" of ", "target", "Weights", "Latency"})
                QVERIFY2(!text.contains(QLatin1String(word)), qPrintable(text));
        }
        QVERIFY(verdictText("runtime r at operating point p") != QStringLiteral("runtime r at operating point p"));
        QVERIFY(verdictText("operating point p") != QStringLiteral("operating point p"));
        QVERIFY(verdictText("runtime r") != QStringLiteral("runtime r"));
        QCoreApplication::removeTranslator(&german);
        for (const QString &sentence : german.sentences())
            QVERIFY2(german.asked().contains(sentence), qPrintable(sentence)); // none is left over
    }

    void titlesOfQualities()
    {
        const std::vector<dnas::CandidateSummary> candidates{measured()};
        German german("CoreWords");
        QCoreApplication::installTranslator(&german);
        const auto title = [&](const char *metric) {
            dnas::FrontFigureOptions options;
            options.yMetric = metric;
            return QString::fromStdString(translated(dnas::frontFigure(candidates, options)).y.title);
        };
        const QString validation = title("quality");
        const QString test = title("test_quality");
        QCoreApplication::removeTranslator(&german);
        QCOMPARE(validation, QStringLiteral("Genauigkeit (Validierung, int8)"));
        QCOMPARE(test, QStringLiteral("Genauigkeit (Test, int8)"));
        QCOMPARE(title("quality"), QStringLiteral("Validation accuracy at int8"));
    }

    void figures()
    {
        dnas::Figure figure;
        figure.x.title = "Epoch";
        figure.y.title = "Latency (ms)";
        figure.empty = "No epoch is finished yet.";
        figure.series.push_back({"Validation", dnas::Role::Category, 0, {}, {}, {}, {}});
        figure.series.push_back({"λ·macs", dnas::Role::Category, 0, {}, {}, {}, {}});
        figure.rules.push_back({false, 1, "target 12.0 ms", dnas::Role::Limit});
        figure.rules.push_back({true, 1, "target weights 5 → 6", dnas::Role::Marker});
        figure.rules.push_back({true, 1, "at most 18.5 k", dnas::Role::Limit});
        figure.notes.push_back({1, 1, "knee", dnas::Role::Front});
        Marking language;
        QCoreApplication::installTranslator(&language);
        const dnas::Figure german = translated(figure);
        QCoreApplication::removeTranslator(&language);
        QCOMPARE(german.x.title, marked("Epoch").toStdString());
        QCOMPARE(german.y.title, std::string("[Latency] (ms)"));
        QCOMPARE(german.series[0].name, std::string("[Validation]"));
        QCOMPARE(german.rules[0].text, std::string("[target 12.0 ms]"));
        QCOMPARE(german.rules[2].text, std::string("[at most 18.5 k]"));
        QCOMPARE(german.notes[0].text, std::string("[knee]"));
        QVERIFY(german.empty == "[No epoch is finished yet.]");
    }
};

QTEST_GUILESS_MAIN(TestCoreWords)
#include "tst_core_words.moc"
