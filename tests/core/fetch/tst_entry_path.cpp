// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names in archives: which are taken, which are refused, and where links may point.
#include "core/fetch/entry_path.h"
#include "tests/support/result_checks.h"

using namespace dnas;

class EntryPathTest : public QObject {
    Q_OBJECT
private slots:
    void takesOrdinaryNames()
    {
        const auto parts = [](const char *name) {
            return *entryPath(name);
        };
        QCOMPARE(parts("a"), EntryPath({"a"}));
        QCOMPARE(parts("./a//b/./c.txt"), EntryPath({"a", "b", "c.txt"}));
        QCOMPARE(parts("folder/"), EntryPath({"folder"}));
        QCOMPARE(parts("./"), EntryPath());
        QCOMPARE(parts("..."), EntryPath({"..."}));
        QCOMPARE(parts("a..b/..c"), EntryPath({"a..b", "..c"}));
        QCOMPARE(parts("1:2"), EntryPath({"1:2"})); // no drive
        QCOMPARE(parts("\xC3\xBC \xE2\x82\xAC \xF0\x9F\x8E\xB5"),
                 EntryPath({"\xC3\xBC \xE2\x82\xAC \xF0\x9F\x8E\xB5"}));
    }

    void refuses_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("words");
        const auto row = [](const char *title, std::string name, const char *words) {
            QTest::newRow(title) << std::move(name) << std::string(words);
        };
        row("empty", "", "empty");
        row("absolute", "/a", "absolute");
        row("two slashes", "//a", "absolute");
        row("up", "..", "\"..\"");
        row("up inside", "a/../b", "\"..\"");
        row("up at the end", "a/..", "\"..\"");
        row("drive", "c:a", "drive letter");
        row("backslash", "..\\a", "backslash");
        row("NUL", std::string("a\0b", 3), "control characters");
        row("DEL", "a\x7f", "control characters");
        row("C1", "a\xC2\x85", "control characters");
        row("Latin-1", "\xFC", "UTF-8");
        row("too long a form of a slash", "a\xC0\xAF", "UTF-8");
        row("too long a form in three", "\xE0\x80\xAF", "UTF-8");
        row("a surrogate", "\xED\xA0\x80", "UTF-8");
        row("beyond Unicode", "\xF4\x90\x80\x80", "UTF-8");
        row("cut off", "a\xE2\x82", "UTF-8");
        row("long name", std::string(256, 'x'), "255 bytes");
        std::string deep;
        for (int i = 0; i < 33; ++i)
            deep += "d/";
        row("deep", deep, "32 folders");
        row("long path", std::string(1025, 'x'), "1024 bytes");
    }
    void refuses()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, words);
        const auto path = entryPath(name);
        QVERIFY(!path.ok());
        QCOMPARE(path.error().code, ErrorCode::InvalidInput);
        QVERIFY2(path.error().message.find(words) != std::string::npos, path.error().message.c_str());
    }

    void linksStayInside_data()
    {
        QTest::addColumn<std::string>("link");
        QTest::addColumn<std::string>("target");
        QTest::addColumn<std::string>("strip");
        QTest::addColumn<bool>("inside");
        const auto row = [](const char *link, const char *target, const char *strip, bool inside) {
            QTest::addRow("%s -> %s (%s)", link, target, strip)
                << std::string(link) << std::string(target) << std::string(strip) << inside;
        };
        row("l", "a", "", true);
        row("l", "./a/b", "", true);
        row("l", "..", "", false);
        row("a/l", "../b", "", true);
        row("a/l", "../../b", "", false);
        row("a/b/l", "../../c", "", true);
        row("a/b/l", "./../.././c", "", true);
        row("a/b/l", "c/../d", "", false); // c may be a link
        row("l", "/a", "", false);
        row("l", "", "", false);
        row("l", "a\\b", "", false);
        row("top/l", "../b", "top", false);
        row("top/a/l", "../b", "top", true);
        row("other/l", "../b", "top", true); // then the top is not left out
        row("top", "b", "top", true);
    }
    void linksStayInside()
    {
        QFETCH(std::string, link);
        QFETCH(std::string, target);
        QFETCH(std::string, strip);
        QFETCH(bool, inside);
        const auto path = entryPath(link);
        VERIFY_OK(path);
        QCOMPARE(checkLinkTarget(*path, target, strip).ok(), inside);
    }

    void printsNamesSafely()
    {
        QCOMPARE(printableName("a\x1b[2J\n\xFC\xC3\xBC\xC2\x85"), std::string("a?[2J??\xC3\xBC?"));
        QVERIFY(printableName(std::string(5000, 'x')).size() < 200);
    }
};

QTEST_APPLESS_MAIN(EntryPathTest)
#include "tst_entry_path.moc"
