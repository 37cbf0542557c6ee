// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sentences of the core with numbers and names in them, taken apart so that they can be said in another language.
#pragma once

#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace paretoscope {

/// Costs a compilation to make and little to ask: keep it in a static table.
class Sentence {
public:
    /// `english` must outlive it. `places`: what may stand at %1, %2 …, a letter each: 'n' only digits; any other
    /// letter, or none, a text that is as long as it can be.
    explicit Sentence(const char *english, const char *places = "");

    const char *english() const { return m_english; }
    char place(qsizetype index) const; ///< its letter, counted from 0; ' ': none was given
    /// What stands in `text` at %1, %2 …, in this order; nothing when `text` is another sentence.
    std::optional<QStringList> partsOf(const QString &text) const;

private:
    const char *m_english;
    QByteArray m_places;
    QRegularExpression m_expression;
};

} // namespace paretoscope
