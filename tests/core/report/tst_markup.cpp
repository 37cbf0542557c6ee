// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Escaping: nothing that a stranger's file holds becomes markup, and the result is always XML.
#include "core/report/markup.h"

#include <QTest>

using namespace dnas;

class TestMarkup : public QObject {
    Q_OBJECT

private slots:
    void escaping_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("result");
        const QByteArray bad = "\xEF\xBF\xBD"; // U+FFFD
        QTest::newRow("plain") << QByteArray("λ macs 0.1 → 0.5") << QByteArray("λ macs 0.1 → 0.5");
        QTest::newRow("markup") << QByteArray("<script>alert('1')</script>")
                                << QByteArray("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
        QTest::newRow("attribute") << QByteArray("\" onload=\"x&") << QByteArray("&quot; onload=&quot;x&amp;");
        QTest::newRow("control") << QByteArray("a\x01\x1B"
                                               "b")
                                 << "a" + bad + bad + "b";
        QTest::newRow("zero") << QByteArray("a\0b", 3) << "a" + bad + "b";
        QTest::newRow("line feed stays") << QByteArray("a\n\tb") << QByteArray("a\n\tb");
        QTest::newRow("carriage return") << QByteArray("a\rb") << QByteArray("a&#13;b");
        QTest::newRow("lone continuation") << QByteArray("a\x80"
                                                         "b")
                                           << "a" + bad + "b";
        QTest::newRow("cut") << QByteArray("a\xE2\x82") << "a" + bad + bad;
        QTest::newRow("overlong <") << QByteArray("\xC0\xBC") << bad + bad;
        QTest::newRow("three-byte overlong <") << QByteArray("\xE0\x80\xBC") << bad + bad + bad;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << bad + bad + bad;
        QTest::newRow("U+FFFF") << QByteArray("\xEF\xBF\xBF") << bad + bad + bad;
        QTest::newRow("above Unicode") << QByteArray("\xF4\x90\x80\x80") << bad + bad + bad + bad;
        QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x99\x82") << QByteArray("\xF0\x9F\x99\x82");
    }
    void escaping()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, result);
        QCOMPARE(QByteArray::fromStdString(escaped(text.toStdString())), result);
    }

    void lengths()
    {
        QCOMPARE(textLength("λ·µ"), std::size_t(3));
        QCOMPARE(textLength(""), std::size_t(0));
        QCOMPARE(shortened("ä123456789", 10), std::string("ä123456789"));
        QCOMPARE(shortened("ä1234567890", 10), std::string("ä12345678…"));
    }
};

QTEST_APPLESS_MAIN(TestMarkup)
#include "tst_markup.moc"
