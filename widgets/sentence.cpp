// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sentence.h.
#include "widgets/sentence.h"

namespace paretoscope {

Sentence::Sentence(const char *english, const char *places)
    : m_english(english)
    , m_places(places)
{
    QString expression = QRegularExpression::escape(QString::fromUtf8(english));
    for (int number = 1; number <= 9; ++number)
        expression.replace(QStringLiteral("\\%%1").arg(number),
                           place(number - 1) == 'n' ? QStringLiteral("([0-9]+)") : QStringLiteral("(.+)"));
    m_expression = QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                      QRegularExpression::DotMatchesEverythingOption); // names of files may have breaks
}

char Sentence::place(qsizetype index) const { return index < m_places.size() ? m_places[index] : ' '; }

std::optional<QStringList> Sentence::partsOf(const QString &text) const
{
    const QRegularExpressionMatch match = m_expression.match(text);
    return match.hasMatch() ? std::optional(match.capturedTexts().mid(1)) : std::nullopt;
}

} // namespace paretoscope
