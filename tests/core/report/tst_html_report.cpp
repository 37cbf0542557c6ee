// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The report page: complete, well-formed, self-contained, and deaf to a hostile study.
#include "core/report/html_report.h"
#include "tests/core/report/xml_reading.h"
#include "tests/core/study/study_samples.h"

using namespace dnas;

namespace {

const char *const kEvil = "<script>alert('1')</script><img src=x onerror=\"y\"> & ]]> \x07";

/// Well-formed, without scripts, and nothing that would be loaded.
void checkPage(const std::string &page)
{
    const ReadMarkup read = readMarkup(page);
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    for (const char *name : {"script", "img", "link", "iframe", "object", "a"})
        QVERIFY2(!read.elements.contains(QString::fromUtf8(name)), name);
    for (const QString &name : read.attributeNames)
        QVERIFY2(!name.startsWith(QStringLiteral("on")) && name != QStringLiteral("href") &&
                     name != QStringLiteral("src"),
                 qPrintable(name));
    QCOMPARE(read.elements.value(QStringLiteral("html")), 1);
}

} // namespace

class TestHtmlReport : public QObject {
    Q_OBJECT

private slots:
    void completeStudy()
    {
        const QTemporaryDir folder;
        const auto path = samples::in(folder, "my study.pscope");
        CHECK_OK(samples::writeStudy(path));
        const auto study = Study::open(path, StudyAccess::Read);
        CHECK_OK(study);
        const auto page = renderHtmlReport(**study);
        CHECK_OK(page);
        checkPage(*page);
        const ReadMarkup read = readMarkup(*page);
        QVERIFY(read.hasText("my study.pscope"));
        QVERIFY(read.hasText("1 candidate from 1 run, 1 on the front."));
        for (const char *text : {"480 MHz", "generic", "some processor", "Paretoscope 0.1.0", "81.25 %", "79.00 %",
                                 "23.80 ms", "412 µJ", "calibrated ± 7.5 %", "float32", "2 channels moved at the end",
                                 "λ macs 0.1 → 0.3", "channels 4 → 2", "objective: weights", "12.3 k MACs"})
            QVERIFY2(read.hasText(text) || page->find(text) != std::string::npos, text);
        QVERIFY(!page->empty() && page->find("the board does not model it") != std::string::npos); // RAM, flash
        // Front over weights, latency and energy; loss, quality, cost of MACs and weights; one network.
        // Of the best one: a confusion matrix and its pairs, a machine.
        QCOMPARE(read.elements.value(QStringLiteral("svg")), 3 + 4 + 1 + 2);
        QCOMPARE(read.elements.value(QStringLiteral("table")), 2 + 2);
        for (const char *text : {"What the best candidate gets wrong", "Confusion matrix, test", "By machine, test",
                                 "Among the five best: 97.50 % (validation).", "class 0 taken for class 1: 30 of 100"})
            QVERIFY2(read.hasText(text), text);
        QVERIFY(read.hasText(QByteArray::fromStdString((*study)->digest().value()).constData()));
        QVERIFY(page->find(folder.path().toStdString()) == std::string::npos); // whose computer is nobody's business
    }

    void anAucIsNoPercentage()
    {
        const QTemporaryDir folder;
        const auto made = Study::create(samples::in(folder, "a.pscope"), samples::spec(), samples::environment());
        CHECK_OK(made);
        CHECK_OK((*made)->addRun(samples::run(1, "k")));
        Candidate candidate = samples::candidate(1);
        candidate.qualityMetric = "AUC";
        CHECK_OK((*made)->addCandidate(candidate, samples::costs(), true));
        const auto page = renderHtmlReport(**made);
        CHECK_OK(page);
        const ReadMarkup read = readMarkup(*page);
        QVERIFY(read.hasText("Validation AUC") && read.hasText("0.8125") && read.hasText("0.7900"));
        QVERIFY(!read.hasText("81.25 %") && !read.hasText("79.00 %"));
    }

    void emptyStudySaysSo()
    {
        const QTemporaryDir folder;
        const auto study = Study::create(samples::in(folder, "e.pscope"), samples::spec(), samples::environment());
        CHECK_OK(study);
        const auto page = renderHtmlReport(**study);
        CHECK_OK(page);
        checkPage(*page);
        QVERIFY(readMarkup(*page).hasText("This study is empty"));
        QVERIFY(!readMarkup(*page).elements.contains(QStringLiteral("svg")));
    }

    void hostileStudy()
    {
        const QTemporaryDir folder;
        StudySpec spec = samples::spec();
        spec.spec = spec.runtime = spec.point = kEvil;
        spec.benchmark = "title: \"<script>alert(2)</script>\"\n";
        spec.board = std::string("name: [") + kEvil; // not even YAML
        const auto made = Study::create(samples::in(folder, "<script>.pscope"), spec, {kEvil, kEvil, kEvil, 1});
        CHECK_OK(made);
        Study &study = **made;
        StudyRun run = samples::run(1, "k");
        run.label = run.reason = kEvil;
        run.termNames = {kEvil, "</svg>"};
        CHECK_OK(study.addRun(run));
        CHECK_OK(study.addEpoch(samples::epoch(1, Phase::Search, 0)));
        CHECK_OK(study.addSteering({{1}, Phase::Search, 0, 1, std::string("strength.") + kEvil, 1, 2}));
        Candidate candidate = samples::candidate(1);
        candidate.label = candidate.qualityMetric = candidate.qualityPrecision = kEvil;
        CostSet costs = samples::costs();
        costs[kEvil] = {1, Origin::Counted, {}};
        CHECK_OK(study.addCandidate(candidate, costs, true));
        candidate.state = CandidateState::Failed;
        candidate.reason = kEvil;
        CHECK_OK(study.addCandidate(candidate, {}, false));
        const auto page = renderHtmlReport(study);
        CHECK_OK(page);
        checkPage(*page);
        QVERIFY(readMarkup(*page).hasText("<script>alert('1')</script>")); // as text
    }

    void seedThatCannotBeRead()
    {
        const QTemporaryDir folder;
        StudySpec spec = samples::spec();
        spec.network = "layers: nonsense\n";
        const auto made = Study::create(samples::in(folder, "s.pscope"), spec, samples::environment());
        CHECK_OK(made);
        CHECK_OK((*made)->addRun(samples::run(1, "k")));
        CHECK_OK((*made)->addCandidate(samples::candidate(1), samples::costs(), true));
        const auto page = renderHtmlReport(**made);
        CHECK_OK(page);
        checkPage(*page);
        QVERIFY(readMarkup(*page).hasText("seed network of this study cannot be read"));
    }
};

QTEST_APPLESS_MAIN(TestHtmlReport)
#include "tst_html_report.moc"
