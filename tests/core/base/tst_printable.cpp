// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts of strangers on their way to a terminal.
#include "core/base/printable.h"

#include <QTest>

class TestPrintable : public QObject {
    Q_OBJECT

private slots:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("out");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &out) {
            QTest::newRow(name) << text << out;
        };
        row("empty", "", "");
        row("plain", "weights 50 %", "weights 50 %");
        row("beyond ASCII", "λ × 2, µJ, 日本, 🙂", "λ × 2, µJ, 日本, 🙂");
        row("no-break space", "50\xC2\xA0%", "50\xC2\xA0%");
        row("escape", "a\x1B[31mb", "a [31mb");
        row("line", "a\nb\r\tc", "a b  c");
        row("zero", QByteArray("a\0b", 3), "a b");
        row("delete", "a\x7F", "a ");
        row("C1",
            "a\xC2\x9B"
            "31m",
            "a 31m");
        row("C1 alone",
            "a\x9B"
            "31m",
            "a 31m");
        row("a lead before a letter",
            "\xC2"
            "A",
            " A");
        row("a lead at the end", "a\xC2", "a ");
        row("cut short",
            "\xE6\x97"
            "A",
            "  A");
        row("overlong", "\xC0\x9B", "  ");
        row("overlong in three", "\xE0\x80\x80", "   ");
        row("overlong in four", "\xF0\x80\x80\x80", "    ");
        row("surrogate", "\xED\xA0\x80", "   ");
        row("beyond U+10FFFF", "\xF4\x90\x80\x80", "    ");
        row("beyond Unicode", "\xF8\x88", "  ");
    }
    void texts()
    {
        QFETCH(QByteArray, text);
        QTEST(QByteArray::fromStdString(dnas::printable(text.toStdString())), "out");
    }
};

QTEST_APPLESS_MAIN(TestPrintable)
#include "tst_printable.moc"
