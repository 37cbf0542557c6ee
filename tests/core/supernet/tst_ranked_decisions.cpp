// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where ranked decisions start: spread within each group, the least important channel lowest.
#include "core/network/network_yaml.h"
#include "core/supernet/ranked_decisions.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;

namespace {

/// Two convolutions whose outputs are added, so they share a group of four; the dense layer is frozen.
constexpr const char *kNetwork = R"(
name: pair
input: {channels: 1, height: 4, width: 4}
layers:
  - {name: a, op: conv, channels: 4, kernel: 3, padding: same}
  - {name: a_bn, op: batch_norm}
  - {name: b, op: conv, from: a_bn, channels: 4, kernel: 3, padding: same}
  - {name: b_bn, op: batch_norm}
  - {name: sum, op: add, from: [a_bn, b_bn], activation: relu}
  - {name: pool, op: global_avg_pool}
  - {name: fc, op: dense, channels: 2}
)";

struct Bench {
    Bench()
        : space(SearchSpace::create(parseNetwork(kNetwork, "pair.yaml").value(), {}).value())
        , layout(layOut(space))
        , parameters(static_cast<std::size_t>(layout.parameterCount()), 0)
    {
        setScales("a_bn", {1, 1, 1, 1});
        setScales("b_bn", {1, 1, 1, 1});
    }
    const LayerStretches &layer(const std::string &name) const
    {
        return layout.layers[static_cast<std::size_t>(space.seed().indexOf(name))];
    }
    void set(const Stretch &stretch, const std::vector<float> &values)
    {
        std::copy(values.begin(), values.end(),
                  parameters.begin() + static_cast<std::ptrdiff_t>(layout.weightCount + stretch.offset));
    }
    void setScales(const std::string &name, const std::vector<float> &values) { set(layer(name).scale, values); }
    void setShifts(const std::string &name, const std::vector<float> &values) { set(layer(name).shift, values); }
    std::vector<float> decisions() const { return rankedDecisions(space, layout, parameters); }

    SearchSpace space;
    ParameterLayout layout;
    std::vector<float> parameters;
};

void compare(const std::vector<float> &values, const std::vector<float> &expected)
{
    QCOMPARE(values.size(), expected.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        QVERIFY2(std::abs(values[i] - expected[i]) < 1e-6F,
                 qPrintable(QStringLiteral("%1: %2 against %3").arg(i).arg(values[i]).arg(expected[i])));
}

// Four channels: 0.6 and three steps of 0.4 / 3.
constexpr float kSecond = 0.6F + 0.4F / 3;
constexpr float kThird = 0.6F + 0.8F / 3;

} // namespace

class TestRankedDecisions : public QObject {
    Q_OBJECT

private slots:
    void ofEqualChannelsTheFirstIsLowest() { compare(Bench().decisions(), {0.6F, kSecond, kThird, 1}); }

    void scalesOfAllNormalisationsCount()
    {
        Bench bench;
        bench.setScales("a_bn", {4, 3, -2, 1}); // of a mean of 2.5: 1.6, 1.2, 0.8, 0.4; the sign says nothing
        compare(bench.decisions(), {1, kThird, kSecond, 0.6F});
        bench.setScales("b_bn", {0, 0, 0, 8}); // of a mean of 2: 4 more for the last
        compare(bench.decisions(), {kThird, kSecond, 0.6F, 1});
    }

    void shiftsCount()
    {
        Bench bench;
        bench.setShifts("a_bn", {0, -3, 0, 1}); // √10 and √2 against 1
        compare(bench.decisions(), {0.6F, 1, kSecond, kThird});
    }
};

QTEST_APPLESS_MAIN(TestRankedDecisions)
#include "tst_ranked_decisions.moc"
