// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sentence.h.
#include "widgets/sentence.h"

#include <QRegularExpression>

namespace paretoscope {

QStringList partsOf(const QString &pattern, const QString &text)
{
    QString expression = QRegularExpression::escape(pattern);
    static const QRegularExpression kPlace(QStringLiteral("\\\\%[1-9]"));
    expression.replace(kPlace, QStringLiteral("(.+?)"));
    const QRegularExpressionMatch match =
        QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(text);
    return match.hasMatch() ? match.capturedTexts().mid(1) : QStringList();
}

} // namespace paretoscope
