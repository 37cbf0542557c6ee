// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// libarchive turns names by the locale of the thread; in "C", where a command line runs, it refuses names beyond ASCII.
// Makes the thread's characters UTF-8 until the end of the scope, whatever the program's locale is. Private to
// core/fetch.
#pragma once

#include <clocale>

namespace dnas {

class Utf8Locale {
public:
    Utf8Locale()
        : m_utf8(newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{}))
    {
        if (m_utf8)
            m_old = uselocale(m_utf8);
    }
    ~Utf8Locale()
    {
        if (!m_utf8)
            return;
        uselocale(m_old);
        freelocale(m_utf8);
    }
    Utf8Locale(const Utf8Locale &) = delete;
    Utf8Locale &operator=(const Utf8Locale &) = delete;

private:
    locale_t m_utf8;
    locale_t m_old{};
};

} // namespace dnas
