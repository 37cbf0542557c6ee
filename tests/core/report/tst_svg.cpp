// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SVG: always well-formed, nothing in the wrong place, nothing of a hostile text becomes markup.
#include "core/report/figure_range.h"
#include "core/report/svg.h"
#include "tests/core/report/xml_reading.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <limits>

using namespace dnas;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

Figure frontLike()
{
    Figure figure;
    figure.title = "Front";
    figure.x.title = "Weights";
    figure.y = {"Accuracy (%)", Scale::Linear, true};
    figure.series = {
        {"Dominated", Role::Dominated, 0, {Mark::Circle}, {30e3}, {0.7}, {"worse"}},
        {"Front", Role::Front, 0, {Mark::Staircase, Mark::Circle}, {10e3, 40e3}, {0.75, 0.8}, {"first", "second"}},
        {"Outside limits", Role::Infeasible, 0, {Mark::Cross}, {60e3}, {0.82}, {"dear"}},
        {"Published", Role::Published, 0, {Mark::Square}, {50e3}, {0.81}, {"paper"}},
        {"Seed", Role::Seed, 0, {Mark::Diamond}, {78e3}, {0.87}, {"seed"}},
    };
    figure.empty = "Nothing here yet.";
    return figure;
}

int count(const std::string &svg, const char *pattern)
{
    auto found = QRegularExpression(QString::fromUtf8(pattern)).globalMatch(QString::fromStdString(svg));
    int number = 0;
    for (; found.hasNext(); found.next())
        ++number;
    return number;
}

} // namespace

class TestSvg : public QObject {
    Q_OBJECT

private slots:
    void wellFormed_data()
    {
        QTest::addColumn<int>("which");
        for (const char *name : {"front", "log", "rules", "bars", "many bars", "empty", "nothing", "one point", "huge"})
            QTest::newRow(name) << static_cast<int>(m_names.indexOf(QString::fromUtf8(name)));
    }
    void wellFormed()
    {
        QFETCH(int, which);
        Figure figure = frontLike();
        switch (which) {
        case 1:
            figure.x.scale = Scale::Log;
            break;
        case 2:
            figure.rules = {{true, 50e3, "at most 50 k", Role::Limit},
                            {false, 0.8, "80 %", Role::Limit},
                            {true, 20e3, "λ 0.1 → 0.5", Role::Marker},
                            {true, 20e3, "search", Role::Category},
                            {true, kNan, "nowhere", Role::Category}};
            break;
        case 3:
        case 4:
            figure.series = {{"kept", Role::Category, 0, {Mark::Bar}, {}, {}, {}},
                             {"other", Role::Category, 1, {Mark::Bar}, {}, {}, {}}};
            for (int i = 0; i < (which == 3 ? 3 : 80); ++i) {
                figure.categories.push_back("layer with a long name " + std::to_string(i));
                for (Series &series : figure.series) {
                    series.x.push_back(i);
                    series.y.push_back(0.5);
                }
            }
            break;
        case 5:
            figure.series.clear();
            break;
        case 6:
            figure = {};
            break;
        case 7:
            figure.series = {{"one", Role::Category, 0, {Mark::Line, Mark::Circle}, {0}, {0}, {}}};
            break;
        case 8:
            figure.series[0].x[0] = 1e300;
            figure.series[0].y[0] = -1e300;
            figure.y.percent = false;
            break;
        default:
            break;
        }
        const std::string svg = renderSvg(figure);
        const ReadMarkup read = readMarkup(svg);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.elements.value(QStringLiteral("svg")), 1);
        QVERIFY(!read.elements.contains(QStringLiteral("script")));
        QCOMPARE(count(svg, "[ \"](nan|inf|-nan|-inf)[ \"]"), 0);
        QVERIFY(count(svg, "prefers-color-scheme: dark") > 0);
    }

    void everyRoleHasItsShape()
    {
        const std::string svg = renderSvg(frontLike());
        const ReadMarkup read = readMarkup(svg);
        // Each marker once in the picture and once in the legend; hover texts in the picture only.
        QCOMPARE(count(svg, "<circle"), 3 + 2);
        for (const char *text : {"worse", "first", "second", "dear", "paper"})
            QVERIFY2(read.texts.contains(QString::fromUtf8(text)), text);
        for (const char *text : {"Weights", "Accuracy (%)", "80 %", "20 k", "Outside limits"})
            QVERIFY2(read.texts.contains(QString::fromUtf8(text)), text);
        QVERIFY(count(svg, "d=\"M[0-9. ]+H[0-9.]+V[0-9.]+\"") >= 1); // the staircase
    }

    void hatchedLimits()
    {
        Figure figure = frontLike();
        QCOMPARE(count(renderSvg(figure), "stroke-opacity=\"0.35\""), 0);
        figure.rules = {{.vertical = true, .at = 30e3, .text = "at most 30 k"},
                        {.vertical = false, .at = 0.78, .text = "at least", .forbidden = Forbidden::Below}};
        const std::string svg = renderSvg(figure);
        QCOMPARE(count(svg, "stroke-opacity=\"0.35\""), 2);
        // The second veil reaches from its line down to where the first line ends: the axis.
        const auto found = [text = QString::fromStdString(svg)](const QString &pattern) {
            return QRegularExpression(pattern).match(text);
        };
        const auto first = found(QStringLiteral("d=\"M([0-9.]+) [0-9.]+V([0-9.]+)\"[^>]*><title>at most"));
        QVERIFY(first.hasMatch());
        QVERIFY(found(QStringLiteral("<rect x=\"%1\"").arg(first.captured(1))).hasMatch());
        const auto second = found(QStringLiteral("d=\"M([0-9.]+) ([0-9.]+)H[0-9.]+\"[^>]*><title>at least"));
        QVERIFY(second.hasMatch());
        const auto veil = found(QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"[0-9.]+\" height=\"([0-9.]+)\"")
                                    .arg(second.captured(1), second.captured(2)));
        QVERIFY(veil.hasMatch());
        const double end = second.captured(2).toDouble() + veil.captured(1).toDouble();
        QVERIFY(std::abs(end - first.captured(2).toDouble()) < 0.11); // both are written with one decimal
    }

    void notesStandBesideTheirPoints()
    {
        Figure figure = frontLike();
        figure.notes = {
            {40e3, 0.8, "knee", Role::Front}, {50e3, 0.81, "A paper <b>", Role::Published}, {kNan, 1, "no", {}}};
        const ReadMarkup read = readMarkup(renderSvg(figure));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QVERIFY(read.texts.contains(QStringLiteral("knee")));
        QVERIFY(read.texts.contains(QStringLiteral("A paper <b>")));
        QVERIFY(!read.texts.contains(QStringLiteral("no")));
    }

    void hostileTexts()
    {
        const std::string evil = "</text><script>alert(1)</script>\" onload=\"x\x01\xFF]]>";
        Figure figure;
        figure.title = figure.x.title = figure.y.title = evil;
        figure.series = {{evil, Role::Front, 0, {Mark::Line, Mark::Circle}, {1, 2}, {1, 2}, {evil, evil}},
                         {evil, Role::Seed, 0, {Mark::Diamond}, {1}, {2}, {}}};
        figure.rules = {{true, 1.5, evil, Role::Marker}, {false, 1.5, evil, Role::Limit}};
        for (const bool withCategories : {false, true}) {
            if (withCategories)
                figure.categories = {evil, evil, evil};
            const std::string svg = renderSvg(figure);
            const ReadMarkup read = readMarkup(svg);
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QVERIFY(!read.elements.contains(QStringLiteral("script")));
            QVERIFY(!read.attributeNames.contains(QStringLiteral("onload")));
            QVERIFY(read.hasText("<script>alert(1)</script>")); // as text
        }
        figure = {};
        figure.empty = evil;
        const ReadMarkup read = readMarkup(renderSvg(figure));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QVERIFY(read.hasText("<script>"));
    }

    void emptySaysSo()
    {
        Figure figure = frontLike();
        figure.series.clear();
        QVERIFY(readMarkup(renderSvg(figure)).hasText("Nothing here yet."));
        figure.series = {{"no number", Role::Front, 0, {Mark::Circle}, {kNan, 1}, {1, HUGE_VAL}, {}}};
        QVERIFY(readMarkup(renderSvg(figure)).hasText("Nothing here yet."));
        figure.x.scale = Scale::Log;
        figure.series = {{"not positive", Role::Front, 0, {Mark::Circle}, {0, -1}, {1, 1}, {}}};
        QVERIFY(readMarkup(renderSvg(figure)).hasText("Nothing here yet."));
    }

    void whatCannotBeDrawnIsSkipped()
    {
        Figure figure;
        figure.x.scale = Scale::Log;
        figure.series = {{"a", Role::Front, 0, {Mark::Circle}, {1, 0, -5, kNan, 100}, {1, 2, 3, 4, kNan}, {}}};
        QCOMPARE(count(renderSvg(figure), "<circle"), 1);
    }

    void uneven()
    {
        Figure figure;
        figure.series = {{"a", Role::Front, 0, {Mark::Circle, Mark::Line}, {1, 2, 3}, {1, 2}, {"only one"}}};
        QCOMPARE(count(renderSvg(figure), "<circle"), 2);
    }

    void ranges_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<bool>("log");
        QTest::addColumn<bool>("percent");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        using Values = QList<double>;
        // Five per cent of the span on each side.
        QTest::newRow("plain") << Values{100, 200} << false << false << 95.0 << 205.0;
        QTest::newRow("not below zero") << Values{1, 101} << false << false << 0.0 << 106.0;
        QTest::newRow("minus") << Values{-10, 10} << false << false << -11.0 << 11.0;
        QTest::newRow("not above 100 %") << Values{0.6, 1} << false << true << 0.58 << 1.0084; // room for half a mark
        QTest::newRow("one value") << Values{40} << false << false << 38.0 << 42.0;
        QTest::newRow("zeros") << Values{0, 0} << false << false << 0.0 << 0.5;
        QTest::newRow("NaN") << Values{100, kNan, 200} << false << false << 95.0 << 205.0;
        QTest::newRow("log") << Values{-3, 1, 100} << true << false << 1 / std::pow(100, 0.05)
                             << 100 * std::pow(100, 0.05);
        QTest::newRow("nothing") << Values{} << false << false << 0.0 << 1.0;
    }
    void ranges()
    {
        QFETCH(QList<double>, values);
        QFETCH(bool, log);
        QFETCH(bool, percent);
        QFETCH(double, low);
        QFETCH(double, high);
        Figure figure;
        figure.y = {"", log ? Scale::Log : Scale::Linear, percent};
        Series series{"a", Role::Front, 0, {Mark::Circle}, {}, {values.begin(), values.end()}, {}};
        for (qsizetype i = 0; i < values.size(); ++i)
            series.x.push_back(static_cast<double>(i));
        figure.series = {series};
        const AxisRange range = fittedRange(figure, AxisSide::Y);
        QVERIFY2(std::abs(range.low - low) < 1e-9 && std::abs(range.high - high) < 1e-9,
                 qPrintable(QStringLiteral("%1 … %2").arg(range.low).arg(range.high)));
    }

    void rulesAndRanges()
    {
        Figure figure = frontLike();
        figure.rules = {{true, 90e3, "", Role::Limit}};
        QVERIFY(fittedRange(figure, AxisSide::X).high > 90e3); // near: it is shown
        figure.rules[0].at = 900e3;
        QVERIFY(fittedRange(figure, AxisSide::X).high < 90e3); // far: it would squeeze the points
        figure.categories = {"a", "b", "c"};
        QCOMPARE(fittedRange(figure, AxisSide::X).high, 2.6);
    }

    void styleOfThePage()
    {
        const std::string svg = renderSvg(frontLike(), {720, 440, SvgStyle::Page});
        QCOMPARE(count(svg, "<style>"), 0);
        QVERIFY(svgStyleSheet().find("prefers-color-scheme") != std::string::npos);
    }

private:
    const QStringList m_names{QStringLiteral("front"),   QStringLiteral("log"),       QStringLiteral("rules"),
                              QStringLiteral("bars"),    QStringLiteral("many bars"), QStringLiteral("empty"),
                              QStringLiteral("nothing"), QStringLiteral("one point"), QStringLiteral("huge")};
};

QTEST_APPLESS_MAIN(TestSvg)
#include "tst_svg.moc"
