// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checks of Result<T> in Qt tests that print the error.
#pragma once

#include <QTest>

/// Fails the test with the error's text when `result` (evaluated once) is not ok.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto &checked_ = (result);                                                                               \
        QVERIFY2(checked_.ok(), checked_.ok() ? "" : checked_.error().text().c_str());                                 \
    } while (false)
