// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The palettes: readable contrast, widgets that follow, the ends of viridis.
#include "tests/widgets/screenshot.h"
#include "widgets/palette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>

using namespace paretoscope;

namespace {

/// Relative luminance and contrast by WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestPalette : public QObject {
    Q_OBJECT
private slots:
    void contrastIsEnough_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
    }
    void contrastIsEnough()
    {
        QFETCH(int, theme);
        const auto which = static_cast<Theme>(theme);
        const DrawingColours &c = drawingColours(which);
        const QPalette p = paletteOf(which);
        // WCAG AA: 4.5 for text.
        QVERIFY(contrast(c.text, c.background) >= 7);
        for (const QColor &text : {c.mutedText, c.error, c.success, c.information})
            QVERIFY2(contrast(text, c.background) >= 4.5, qPrintable(text.name()));
        QVERIFY(contrast(p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(c.mutedText, p.color(QPalette::Window)) >= 4.5);
        // Categories are drawn as lines and marks: 2 at least, since shapes and dashes help.
        for (int i = 0; i < 8; ++i) {
            QVERIFY2(contrast(categoryColour(i, which), c.background) >= 2, qPrintable(QString::number(i)));
            for (int j = 0; j < i; ++j)
                QVERIFY(categoryColour(i, which) != categoryColour(j, which));
        }
        QCOMPARE(categoryColour(8, which), categoryColour(0, which));
        QCOMPARE(themeOf(p), which);
    }

    void viridisRunsFromPurpleToYellow()
    {
        QCOMPARE(viridis(0), QColor(0x44, 0x01, 0x54));
        QCOMPARE(viridis(1), QColor(0xfd, 0xe7, 0x25));
        QCOMPARE(viridis(2), viridis(1));
        QCOMPARE(viridis(std::nan("")), viridis(0));
        for (int i = 1; i <= 20; ++i)
            QVERIFY(luminance(viridis(i / 20.0)) > luminance(viridis((i - 1) / 20.0)));
    }

    void openWidgetsFollow()
    {
        QWidget window;
        window.show();
        applyTheme(*qApp, Theme::Dark);
        QCOMPARE(themeOf(&window), Theme::Dark);
        applyTheme(*qApp, Theme::Light);
        QCOMPARE(themeOf(&window), Theme::Light);
    }

    /// Fusion frames an empty box darker than the window: in the dark nobody saw it.
    void emptyBoxesAreSeen_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<double>("least"); // WCAG 2.1: 3 for what is to be used
        QTest::newRow("light") << 0 << true << 3.0;
        QTest::newRow("dark") << 1 << true << 3.0;
        QTest::newRow("light, not to be used") << 0 << false << 1.5;
        QTest::newRow("dark, not to be used") << 1 << false << 1.5;
    }
    void emptyBoxesAreSeen()
    {
        QFETCH(int, theme);
        QFETCH(bool, enabled);
        QFETCH(double, least);
        applyTheme(*qApp, static_cast<Theme>(theme));
        QWidget window;
        auto *box = new QCheckBox(QStringLiteral("Check"), &window);
        box->setEnabled(enabled);
        box->move(10, 10);
        window.resize(160, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QStyleOptionButton option;
        option.initFrom(box);
        const QRect frame =
            box->style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, box).translated(box->pos());
        const QImage picture = window.grab().toImage();
        const QColor ground = picture.pixelColor(2, 2);
        for (const QPoint edge :
             {QPoint(frame.left(), frame.center().y()), QPoint(frame.center().x(), frame.top()),
              QPoint(frame.right(), frame.center().y()), QPoint(frame.center().x(), frame.bottom())})
            QVERIFY2(contrast(picture.pixelColor(edge), ground) >= least, qPrintable(picture.pixelColor(edge).name()));
    }

    void controls()
    {
        QGroupBox box(QStringLiteral("Controls"));
        box.resize(420, 320);
        auto *layout = new QVBoxLayout(&box);
        auto *primary = new QPushButton(QStringLiteral("Start search"), &box);
        primary->setProperty("primary", true);
        auto *combo = new QComboBox(&box);
        combo->addItems({QStringLiteral("nucleo-h743zi2"), QStringLiteral("generic")});
        auto *progress = new QProgressBar(&box);
        progress->setValue(40);
        auto *slider = new QSlider(Qt::Horizontal, &box);
        slider->setValue(30);
        layout->addWidget(primary);
        layout->addWidget(new QPushButton(QStringLiteral("Other"), &box));
        layout->addWidget(combo);
        layout->addWidget(new QSpinBox(&box));
        layout->addWidget(new QLineEdit(QStringLiteral("text"), &box));
        layout->addWidget(slider);
        layout->addWidget(new QCheckBox(QStringLiteral("Check"), &box));
        layout->addWidget(progress);
        saveScreenshots(box, QStringLiteral("controls"));
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
