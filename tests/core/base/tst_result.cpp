// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Result, Error and StopToken: the small things everything else leans on.
#include "core/base/result.h"
#include "core/base/stop_token.h"

#include <QTest>

#include <memory>
#include <string>
#include <type_traits>

using namespace dnas;

// A Result<bool> must not be mistaken for its value.
static_assert(!std::is_convertible_v<Result<bool>, bool>);
static_assert(!std::is_constructible_v<bool, Result<bool>>);

class ResultTest : public QObject {
    Q_OBJECT
private slots:
    void holdsValueOrError()
    {
        const Result<int> good(7);
        QVERIFY(good.ok());
        QCOMPARE(*good, 7);
        const Result<int> bad(invalidInput("no"));
        QVERIFY(!bad.ok());
        QCOMPARE(bad.error().message, std::string("no"));
        QCOMPARE(bad.error().code, ErrorCode::InvalidInput);
        const Result<bool> no(false);
        QVERIFY(no.ok());
        QVERIFY(!*no);
    }

    void movesValuesOut()
    {
        Result<std::unique_ptr<int>> owner(std::make_unique<int>(3));
        const std::unique_ptr<int> taken = std::move(owner).value();
        QCOMPARE(*taken, 3);
    }

    void voidResult()
    {
        QVERIFY(Result<void>().ok());
        QVERIFY(!Result<void>(ioError("full")).ok());
    }

    void errorText_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("all") << "a.yaml" << 3 << "conv.kernel"
                             << "a.yaml:3: conv.kernel: is 0";
        QTest::newRow("no key") << "a.yaml" << 3 << ""
                                << "a.yaml:3: is 0";
        QTest::newRow("no line") << "a.yaml" << 0 << "conv"
                                 << "a.yaml: conv: is 0";
        QTest::newRow("line without file") << "" << 3 << "conv"
                                           << "conv: is 0";
        QTest::newRow("nothing") << "" << 0 << ""
                                 << "is 0";
    }
    void errorText()
    {
        QFETCH(QString, file);
        QFETCH(int, line);
        QFETCH(QString, key);
        QFETCH(QString, text);
        const Error error = invalidInput("is 0", {file.toStdString(), line, key.toStdString()});
        QCOMPARE(QString::fromStdString(error.text()), text);
    }

    void stopIsNeverWeakened()
    {
        StopToken token;
        QVERIFY(!token.requested());
        token.request(StopRequest::Abort);
        token.request(StopRequest::Stop);
        QCOMPARE(token.state(), StopRequest::Abort);
    }
};

QTEST_APPLESS_MAIN(ResultTest)
#include "tst_result.moc"
