// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words of the core in another language: that every word the window shows is known to the translations.
#include "core/report/figures.h"
#include "core/study/study.h"
#include "widgets/core_words.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

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
        QTest::newRow("more") << QStringLiteral("the smallest network of this space still needs 1 254 weights, 12 % "
                                                "more than the target of 1 120")
                              << QStringLiteral("[the smallest network of this space still needs 1 254 [weights], 12 "
                                                "% more than the target of 1 120]");
        QTest::newRow("met") << QStringLiteral("the seed network already meets it with 75.3 KiB of flash")
                             << QStringLiteral("[the seed network already meets it with [75.3 KiB of [flash]]]");
        QTest::newRow("unknown") << QStringLiteral("spec.yaml:3: no such thing")
                                 << QStringLiteral("spec.yaml:3: no such thing");
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
