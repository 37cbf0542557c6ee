// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Samples side by side: which pixel stands where, names, axes, the empty state; and the table of class counts.
#include "tests/widgets/screenshot.h"
#include "widgets/class_count_model.h"
#include "widgets/layer_table_model.h"
#include "widgets/sample_gallery.h"
#include "widgets/sample_picture.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListWidget>
#include <QTest>

using namespace paretoscope;

class TestSampleGallery : public QObject {
    Q_OBJECT

    static dnas::SampleViews features()
    {
        dnas::SampleViews views{.sounds = true};
        // Three frames of two values: value 0 rises in time, value 1 falls.
        views.samples.push_back(
            {.className = "yes", .name = "yes/1.wav", .width = 3, .height = 2, .features = {-4, 0.8F, 4, 4, 0.8F, -4}});
        views.axes = {.from = 0, .to = 0.06, .rows = "coefficient", .least = -4, .most = 4};
        return views;
    }
    static dnas::SampleViews pictures()
    {
        dnas::SampleViews views;
        views.samples.push_back({.className = "first",
                                 .name = "record 3",
                                 .width = 2,
                                 .height = 2,
                                 .rgb = {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255}});
        views.samples.push_back(
            {.className = "second", .name = "record 4", .width = 2, .height = 1, .rgb = {9, 9, 9, 200, 200, 200}});
        return views;
    }

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }

    void timeGoesRightAndValuesUp()
    {
        const auto views = features();
        const QImage image = featureImage(views.samples[0], views.axes);
        QCOMPARE(image.size(), QSize(3, 2));
        QCOMPARE(image.pixel(0, 1), viridis(0).rgb());   // value 0 is at the bottom, -4 the darkest
        QCOMPARE(image.pixel(1, 1), viridis(0.6).rgb()); // 4.8 / 8
        QCOMPARE(image.pixel(2, 1), viridis(1).rgb());
        QCOMPARE(image.pixel(0, 0), viridis(1).rgb());
        QCOMPARE(image.pixel(2, 0), viridis(0).rgb());
    }

    void aConstantFeatureIsNoDivisionByNothing()
    {
        auto views = features();
        views.samples[0].features.assign(6, 1);
        views.axes.least = views.axes.most = 1;
        QCOMPARE(featureImage(views.samples[0], views.axes).pixel(1, 1), viridis(0).rgb());
    }

    void picturesKeepTheirPixels()
    {
        const auto views = pictures();
        const SamplePainter painter(views, paletteOf(Theme::Light), QFont(), 1);
        const QImage square = painter.draw(views.samples[0]).toImage();
        const int side = square.width();
        QCOMPARE(square.pixelColor(side / 4, side / 4), QColor(255, 0, 0));
        QCOMPARE(square.pixelColor(3 * side / 4, side / 4), QColor(0, 255, 0));
        QCOMPARE(square.pixelColor(side / 2 - 1, side - 2), QColor(0, 0, 255)); // sharp up to the edge
        QCOMPARE(square.pixelColor(side / 2 + 1, side - 2), QColor(255, 255, 255));
        const QImage wide = painter.draw(views.samples[1]).toImage();
        QCOMPARE(wide.size(), square.size());
        QCOMPARE(wide.pixelColor(side / 2, 2).alpha(), 0); // keeps its proportions
        QCOMPARE(wide.pixelColor(3 * side / 4, side / 2), QColor(200, 200, 200));
    }

    void namesStandUnderThem()
    {
        SampleGallery gallery;
        gallery.setEmptyText(QStringLiteral("nothing yet"));
        gallery.resize(600, 400);
        gallery.show();
        const auto *empty = gallery.findChild<QLabel *>(QStringLiteral("emptyText"));
        const auto *list = gallery.findChild<QListWidget *>(QStringLiteral("samples"));
        const auto *legend = gallery.findChild<QLabel *>(QStringLiteral("legend"));
        QVERIFY(empty->isVisible() && !list->isVisible());
        QCOMPARE(empty->text(), QStringLiteral("nothing yet"));
        gallery.setSamples(pictures());
        QVERIFY(!empty->isVisible() && list->isVisible() && !legend->isVisible());
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(1)->text(), QStringLiteral("second"));
        QVERIFY(list->item(1)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("record 4")));
        saveScreenshots(gallery, QStringLiteral("gallery-pictures"));
        gallery.setSamples(features());
        QVERIFY(legend->isVisible());
        QVERIFY(legend->text().contains(QStringLiteral("coefficient")));
        saveScreenshots(gallery, QStringLiteral("gallery-features"));
        gallery.setSamples({});
        QVERIFY(empty->isVisible() && !legend->isVisible());
    }

    void arrowsMoveThroughThem()
    {
        SampleGallery gallery;
        gallery.setSamples(pictures());
        gallery.resize(600, 400);
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        gallery.setFocus();
        auto *list = gallery.findChild<QListWidget *>(QStringLiteral("samples"));
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Right);
        QCOMPARE(list->currentRow(), 1);
    }

    void counts()
    {
        ClassCountModel model;
        const QAbstractItemModelTester tester(&model);
        model.setCounts({QStringLiteral("cat"), QStringLiteral("dog")}, {{{30, 60}, {0, 0}, {5, 4}}});
        QCOMPARE(model.rowCount(), 2);
        const auto at = [&](int row, int column, int role) {
            return model.index(row, column).data(role);
        };
        QCOMPARE(at(1, ClassCountModel::NameColumn, Qt::DisplayRole).toString(), QStringLiteral("dog"));
        QCOMPARE(at(0, ClassCountModel::TrainColumn, ClassCountModel::ValueRole).toInt(), 30);
        QCOMPARE(at(0, ClassCountModel::TrainColumn, LayerTableModel::ShareRole).toDouble(), 0.5); // 30 / 60
        QCOMPARE(at(1, ClassCountModel::TestColumn, LayerTableModel::ShareRole).toDouble(), 0.8);  // 4 / 5
        QVERIFY(!at(0, ClassCountModel::ValidationColumn, LayerTableModel::ShareRole).isValid());
        model.setCounts({}, {});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestSampleGallery)
#include "tst_sample_gallery.moc"
