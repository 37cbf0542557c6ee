// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The layer table: rows out of networks, in-place updates, selection.
#include "core/network/network_yaml.h"
#include "tests/widgets/screenshot.h"
#include "widgets/layers_view.h"
#include "widgets/metric_badge.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace paretoscope;

namespace {

LayerRow row(const char *name, int width, int widthMax)
{
    LayerRow row{
        .name = QString::fromLatin1(name), .op = QStringLiteral("conv 3×3"), .width = width, .widthMax = widthMax};
    row.weights = 144.0 * width;
    row.macs = 147456.0 * width;
    row.macsShare = 0.03 * width / 4;
    row.flashBytes = 160.0 * width;
    row.latencyMs = 0.11 * width;
    row.energyUj = 35.0 * width;
    return row;
}

} // namespace

class TestLayersView : public QObject {
    Q_OBJECT
private slots:
    void modelShowsRows()
    {
        LayerTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LayerRow bare{.name = QStringLiteral("dense"),
                      .op = QStringLiteral("dense"),
                      .width = 10,
                      .widthMax = 10,
                      .frozen = true,
                      .note = QStringLiteral("reaches the output")};
        model.setRows({row("conv1", 5, 16), bare});
        QCOMPARE(model.index(0, LayerTableModel::WidthColumn).data().toString(), QStringLiteral("5/16"));
        QCOMPARE(model.index(0, LayerTableModel::WidthColumn).data(LayerTableModel::ShareRole).toDouble(), 5.0 / 16);
        QCOMPARE(model.index(0, LayerTableModel::WeightsColumn).data(LayerTableModel::ValueRole).toDouble(), 720.0);
        // What the board does not model is a dash, never 0.
        QCOMPARE(model.index(1, LayerTableModel::LatencyColumn).data().toString(), QStringLiteral("–"));
        QVERIFY(model.index(1, LayerTableModel::WidthColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("reaches the output")));
    }

    void replayUpdatesInPlace()
    {
        LayersView view;
        view.setRows({row("conv1", 16, 16), row("conv2", 32, 32)});
        QSignalSpy selected(&view, &LayersView::layerSelected);
        view.selectLayer(QStringLiteral("conv2"));
        QCOMPARE(selected.count(), 0);
        QSignalSpy reset(view.model(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(view.model(), &QAbstractItemModel::dataChanged);
        view.setRows({row("conv1", 12, 16), row("conv2", 9, 32)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(view.currentLayer(), QStringLiteral("conv2"));
        view.setRows({row("conv1", 12, 16), row("conv2", 9, 32)}); // nothing new
        QCOMPARE(changed.count(), 1);
        QTest::keyClick(view.table(), Qt::Key_Up);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.first().first().toString(), QStringLiteral("conv1"));
        view.setRows({row("other", 1, 2)});
        QCOMPARE(reset.count(), 1);
    }

    void rowsOfNetworks()
    {
        dnas::Network seed;
        dnas::Layer input{.name = "input", .op = "input"};
        dnas::Layer conv{
            .name = "conv1", .op = "conv", .inputs = {0}, .channels = 16, .kernel = {3, 3}, .stride = {2, 2}};
        dnas::Layer depthwise{
            .name = "dw", .op = "conv", .inputs = {1}, .channels = 16, .kernel = {3, 3}, .groups = 16};
        dnas::Layer pool{.name = "pool", .op = "average_pool", .inputs = {2}};
        dnas::Layer dense{.name = "dense", .op = "dense", .inputs = {3}, .channels = 10};
        seed.layers = {input, conv, depthwise, pool, dense};
        dnas::Network derived = seed;
        derived.layers[1].channels = 5;
        derived.layers[2].channels = derived.layers[2].groups = 5;
        dnas::NetworkCost cost;
        cost.total["macs"] = {.value = 4000, .errorPercent = {}};
        cost.layers.push_back(
            {.name = "conv1", .op = "conv", .costs = {{"macs", {.value = 1000, .errorPercent = {}}}}});
        const auto rows = layerRows(seed, derived, cost);
        QCOMPARE(rows.size(), 4u); // input and pooling have no weights, but are in the last row
        QCOMPARE(rows[0].op, QStringLiteral("conv 3×3 /2"));
        QCOMPARE(rows[0].width, 5);
        QCOMPARE(rows[0].widthMax, 16);
        QCOMPARE(rows[0].macsShare.value(), 0.25);
        QVERIFY(!rows[0].latencyMs);
        QCOMPARE(rows[1].op, QStringLiteral("depthwise 3×3"));
        QCOMPARE(rows[2].width, 10);
        QVERIFY(rows[3].isRest);
        QVERIFY(!rows[3].macs); // of two layers nothing is known
    }

    /// The shares of a column are of the whole network: with the last row they make 100 %.
    void sharesOfTheTotal()
    {
        const auto network = dnas::loadNetwork("resnet8");
        QVERIFY(network.ok());
        auto board = dnas::loadBoard("nucleo-h743zi2");
        QVERIFY(board.ok());
        const auto setup = dnas::selectSetup(*board, "", "");
        QVERIFY(setup.ok());
        const dnas::NetworkCost cost = dnas::costOf(*network, *setup);
        LayersView view;
        view.setRows(layerRows(*network, *network, cost), cost.total, setupText(*setup));
        const LayerTableModel &model = *view.model();
        QVERIFY(model.rows().back().isRest);
        for (const int column : {LayerTableModel::FlashColumn, LayerTableModel::LatencyColumn,
                                 LayerTableModel::EnergyColumn, LayerTableModel::MacsShareColumn}) {
            double sum = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                sum += model.index(row, column).data(LayerTableModel::ShareRole).toDouble();
            QVERIFY2(std::abs(sum - 1) < 1e-9, qPrintable(QStringLiteral("column %1: %2").arg(column).arg(sum)));
        }
        // The code of the runtime, 55 037 bytes, is in no layer.
        QVERIFY(*model.rows().back().flashBytes >= 55037);
        // s1b sets the peak: all of the arena is alive then.
        const auto peak = std::find_if(model.rows().begin(), model.rows().end(),
                                       [](const LayerRow &row) { return row.name == QStringLiteral("s1b"); });
        QVERIFY(peak != model.rows().end());
        QCOMPARE(*peak->ramBytes, 49152.0);
        const int row = static_cast<int>(peak - model.rows().begin());
        QCOMPARE(model.index(row, LayerTableModel::RamColumn).data(LayerTableModel::ShareRole).toDouble(), 1.0);
        QVERIFY(model.index(row, LayerTableModel::RamColumn).data().toString().contains(QStringLiteral("100.0 %")));
        // Each header says where its figures come from.
        const auto header = [&](int column) {
            return model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        };
        QVERIFY2(header(LayerTableModel::LatencyColumn).contains(QStringLiteral("± 15 %")),
                 qPrintable(header(LayerTableModel::LatencyColumn)));
        QVERIFY(header(LayerTableModel::LatencyColumn).contains(QStringLiteral("modelled")));
        QVERIFY(header(LayerTableModel::WeightsColumn).contains(QStringLiteral("counted")));
        saveScreenshots(view, QStringLiteral("layers-costs"));
    }

    void sortsByEveryColumn()
    {
        LayersView view;
        view.resize(1200, 300);
        view.setRows({row("conv1", 16, 16), row("conv2", 9, 32), row("conv3", 23, 64)});
        view.show();
        const auto names = [&view] {
            QStringList names;
            for (int i = 0; i < view.table()->model()->rowCount(); ++i)
                names << view.table()->model()->index(i, 0).data().toString();
            return names.join(u' ');
        };
        QCOMPARE(names(), QStringLiteral("conv1 conv2 conv3"));
        QHeaderView *header = view.table()->horizontalHeader();
        const auto clickHeader = [&](int column) {
            QTest::mouseClick(
                header->viewport(), Qt::LeftButton, {},
                {header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2});
        };
        clickHeader(LayerTableModel::LatencyColumn); // 0.11 ms a channel: by number, not by text
        QCOMPARE(names(), QStringLiteral("conv2 conv1 conv3"));
        view.selectLayer(QStringLiteral("conv2"));
        QCOMPARE(view.currentLayer(), QStringLiteral("conv2"));
        QCOMPARE(view.table()->currentIndex().row(), 0);
        clickHeader(LayerTableModel::LatencyColumn);
        QCOMPARE(names(), QStringLiteral("conv3 conv1 conv2"));
        QCOMPARE(view.currentLayer(), QStringLiteral("conv2"));
        clickHeader(LayerTableModel::LatencyColumn); // as the network has them
        QCOMPARE(names(), QStringLiteral("conv1 conv2 conv3"));
    }

    void looks()
    {
        LayersView view;
        view.resize(860, 300);
        QVERIFY(view.findChild<QLabel *>(QStringLiteral("emptyText"))->isVisibleTo(&view));
        saveScreenshots(view, QStringLiteral("layers-empty"));
        LayerRow dense = row("dense", 10, 10);
        dense.frozen = true;
        dense.op = QStringLiteral("dense");
        dense.latencyMs.reset();
        view.setRows({row("conv1", 16, 16), row("stack1.conv1", 11, 16), row("stack1.conv2", 16, 16),
                      row("stack2.conv1", 23, 32), row("stack2.conv2", 30, 32), row("stack3.conv1", 23, 64),
                      row("stack3.conv2", 51, 64), dense});
        view.selectLayer(QStringLiteral("stack2.conv1"));
        QVERIFY(!view.findChild<QLabel *>(QStringLiteral("emptyText"))->isVisibleTo(&view));
        saveScreenshots(view, QStringLiteral("layers"));
    }
};

QTEST_MAIN(TestLayersView)
#include "tst_layers_view.moc"
