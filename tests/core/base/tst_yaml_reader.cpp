// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strict YAML reader: values, places, and text made to break it.
#include "core/base/yaml_reader.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace dnas;

namespace {

constexpr const char *kSample = "# comment\n"
                                "name: sample\n"
                                "count: 12\n"
                                "ratio: 2.5e-1\n"
                                "on: true\n"
                                "inner: {a: 1, b: x}\n"
                                "list:\n"
                                "  - first\n"
                                "  - {key: 7}\n"
                                "single: one\n"
                                "empty:\n";

} // namespace

class YamlReaderTest : public QObject {
    Q_OBJECT
private slots:
    void readsValues()
    {
        const Result<YamlReader> root = YamlReader::parse(kSample, "s.yaml");
        VERIFY_OK(root);
        QCOMPARE(root->text("name"), std::string("sample"));
        QCOMPARE(root->text("count"), std::string("12"));
        QCOMPARE(root->text("missing", "other"), std::string("other"));
        QCOMPARE(root->integer("count"), std::int64_t{12});
        QCOMPARE(root->integer("missing", 3), std::int64_t{3});
        QCOMPARE(root->number("ratio"), 0.25);
        QCOMPARE(root->number("count"), 12.0);
        QVERIFY(root->flag("on", false));
        QVERIFY(root->flag("missing", true));
        QVERIFY(root->has("empty"));
        QVERIFY(!root->has("missing"));
        QVERIFY(root->child("inner").isMap());
        QCOMPARE(root->child("inner").keys(), (std::vector<std::string>{"a", "b"}));
        const std::vector<YamlReader> list = root->child("list").elements();
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(list[0].asText(), std::string("first"));
        QCOMPARE(list[1].integer("key"), std::int64_t{7});
        QCOMPARE(root->child("single").elements().size(), std::size_t{1});
        QVERIFY(root->child("empty").elements().empty());
        VERIFY_OK(root->finish());
    }

    void knowsPlaces()
    {
        const Result<YamlReader> root = YamlReader::parse(kSample, "s.yaml");
        VERIFY_OK(root);
        const YamlReader element = root->child("list").elements()[1];
        QCOMPARE(element.place().line, 9);
        QCOMPARE(element.place().key, std::string("list[1]"));
        QCOMPARE(element.place("key").key, std::string("list[1].key"));
        QCOMPARE(element.named("layer").place("key").key, std::string("layer.key"));
        QCOMPARE(root->child("inner").place().line, 6);
        QCOMPARE(root->child("empty").place().line, 11);
        QCOMPARE(root->place("missing").line, 2);
        VERIFY_OK(root->finish());
    }

    void firstErrorWins()
    {
        const Result<YamlReader> root = YamlReader::parse(kSample, "s.yaml");
        VERIFY_OK(root);
        root->child("list").elements()[1].fail("first");
        root->fail("second", "name");
        const Result<void> result = root->finish();
        QVERIFY(!result.ok());
        QCOMPARE(result.error().text(), std::string("s.yaml:9: list[1]: first"));
    }

    void wrongTypes_data()
    {
        QTest::addColumn<int>("read");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("part");
        QTest::newRow("text as integer") << 0 << 2 << "name"
                                         << "whole number";
        QTest::newRow("real as integer") << 1 << 4 << "ratio"
                                         << "whole number";
        QTest::newRow("text as number") << 2 << 2 << "name"
                                        << "a number";
        QTest::newRow("map as text") << 3 << 6 << "inner"
                                     << "a map";
        QTest::newRow("list as text") << 4 << 7 << "list"
                                      << "a list";
        QTest::newRow("number as flag") << 5 << 3 << "count"
                                        << "true or false";
        QTest::newRow("nothing as text") << 6 << 11 << "empty"
                                         << "nothing";
        QTest::newRow("missing") << 7 << 2 << "missing"
                                 << "is missing";
        QTest::newRow("unknown key") << 8 << 6 << "inner.b"
                                     << "known here: a";
        QTest::newRow("child of a text") << 9 << 2 << "name"
                                         << "expected a map";
        QTest::newRow("keys of a text") << 10 << 2 << "name"
                                        << "expected a map";
        QTest::newRow("missing below missing") << 11 << 2 << "gone"
                                               << "is missing";
    }
    void wrongTypes()
    {
        QFETCH(int, read);
        QFETCH(int, line);
        QFETCH(QString, key);
        QFETCH(QString, part);
        const Result<YamlReader> root = YamlReader::parse(kSample, "s.yaml");
        VERIFY_OK(root);
        switch (read) {
        case 0:
            QCOMPARE(root->integer("name"), std::int64_t{0});
            break;
        case 1:
            QCOMPARE(root->integer("ratio"), std::int64_t{0});
            break;
        case 2:
            QCOMPARE(root->number("name"), 0.0);
            break;
        case 3:
            QCOMPARE(root->text("inner"), std::string());
            break;
        case 4:
            QCOMPARE(root->text("list", "x"), std::string());
            break;
        case 5:
            QVERIFY(root->flag("count", true));
            break;
        case 6:
            QCOMPARE(root->text("empty"), std::string());
            break;
        case 7:
            QCOMPARE(root->integer("missing"), std::int64_t{0});
            break;
        case 8:
            root->child("inner").allowOnly({"a"});
            break;
        case 9:
            QCOMPARE(root->child("name").integer("x"), std::int64_t{0});
            break;
        case 10:
            root->child("name").allowOnly({"a"});
            break;
        case 11:
            QCOMPARE(root->child("gone").child("x").number("y"), 0.0);
            break;
        }
        const Result<void> result = root->finish();
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QCOMPARE(result.error().place.file, std::string("s.yaml"));
        QCOMPARE(result.error().place.line, line);
        QCOMPARE(QString::fromStdString(result.error().place.key), key);
        QVERIFY2(QString::fromStdString(result.error().message).contains(part), result.error().message.c_str());
    }

    void numbersAreStrict_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isInteger");
        QTest::addColumn<bool>("isNumber");
        QTest::newRow("plain") << QByteArray("7") << true << true;
        QTest::newRow("signs") << QByteArray("+7") << true << true;
        QTest::newRow("negative") << QByteArray("-7") << true << true;
        QTest::newRow("exponent") << QByteArray("1e3") << false << true;
        QTest::newRow("unit") << QByteArray("7x") << false << false;
        QTest::newRow("percent") << QByteArray("7%") << false << false;
        QTest::newRow("two signs") << QByteArray("+-7") << false << false;
        QTest::newRow("infinity") << QByteArray(".inf") << false << false;
        QTest::newRow("inf") << QByteArray("inf") << false << false;
        QTest::newRow("not a number") << QByteArray("nan") << false << false;
        QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << false << true;
        QTest::newRow("beyond double") << QByteArray("1e999") << false << false;
    }
    void numbersAreStrict()
    {
        QFETCH(QByteArray, value);
        QFETCH(bool, isInteger);
        QFETCH(bool, isNumber);
        const std::string text = "v: " + value.toStdString();
        const Result<YamlReader> first = YamlReader::parse(text, "s");
        VERIFY_OK(first);
        static_cast<void>(first->integer("v"));
        QCOMPARE(first->finish().ok(), isInteger);
        const Result<YamlReader> second = YamlReader::parse(text, "s");
        VERIFY_OK(second);
        static_cast<void>(second->number("v"));
        QCOMPARE(second->finish().ok(), isNumber);
    }

    void refusesText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("part");
        QTest::newRow("empty") << QByteArray() << 0 << "empty";
        QTest::newRow("only a comment") << QByteArray("# nothing\n") << 0 << "empty";
        QTest::newRow("doubled key") << QByteArray("a: 1\nb: 2\na: 3\n") << 3 << "'a' stands twice";
        QTest::newRow("doubled key inside") << QByteArray("a:\n  - {x: 1,\n     x: 2}\n") << 3 << "'x' stands twice";
        QTest::newRow("open bracket") << QByteArray("a: [1, 2\nb: 3\n") << 2 << "not valid YAML";
        QTest::newRow("open quote") << QByteArray("a: \"x\n") << 1 << "not valid YAML";
        QTest::newRow("bad indentation") << QByteArray("a: 1\n  b: 2\n") << 2 << "not valid YAML";
        QTest::newRow("tab") << QByteArray("a:\n\t- 1\n") << 2 << "not valid YAML";
        QTest::newRow("anchor") << QByteArray("a: &x 1\nb: 2\n") << 1 << "anchors";
        QTest::newRow("alias") << QByteArray("a: [&x [1], *x]\n") << 1 << "anchors";
        QTest::newRow("undefined alias") << QByteArray("a: 1\nb: *x\n") << 2 << "not valid YAML";
        QTest::newRow("list as key") << QByteArray("a: 1\n? [x]\n: 2\n") << 2 << "plain word";
        QTest::newRow("two documents") << QByteArray("a: 1\n---\nb: 2\n") << 0 << "several documents";
        QTest::newRow("zero bytes") << QByteArray("a: 1\0b: 2", 9) << 0 << "zero bytes";
        QTest::newRow("too large") << QByteArray(5'000'000, '#') << 0 << "4 MB";
        QTest::newRow("deep") << QByteArray(40, '[') + QByteArray(40, ']') << 1 << "levels deep";
        QTest::newRow("very deep") << QByteArray(1'000'000, '[') << 1 << "check brackets";
        QTest::newRow("deep by blocks") << QByteArray("- ").repeated(200'000) << 1 << "levels deep";
        QByteArray stairs;
        for (int i = 0; i < 1000; ++i)
            stairs += QByteArray(i, ' ') + "a:\n";
        QTest::newRow("stairs") << stairs << 33 << "levels deep";
        QTest::newRow("bomb") << QByteArray("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n") << 1 << "anchors";
    }
    void refusesText()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, part);
        const Result<YamlReader> root = YamlReader::parse(text.toStdString(), "s.yaml");
        QVERIFY(!root.ok());
        QCOMPARE(root.error().code, ErrorCode::InvalidInput);
        QCOMPARE(root.error().place.file, std::string("s.yaml"));
        QVERIFY2(QString::fromStdString(root.error().message).contains(part), root.error().message.c_str());
        QCOMPARE(root.error().place.line, line);
    }

    void missingFile()
    {
        const Result<YamlReader> root = YamlReader::load("/nowhere/at/all.yaml");
        QVERIFY(!root.ok());
        QCOMPARE(root.error().code, ErrorCode::Io);
    }
};

QTEST_APPLESS_MAIN(YamlReaderTest)
#include "tst_yaml_reader.moc"
