// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See spec_file.h.
#include "app/window/spec_file.h"

#include "app/window/free_name.h"
#include "app/window/text.h"
#include "core/base/files.h"

#include <algorithm>

namespace paretoscope {

void SpecFile::opened(const QString &file, const std::string &text)
{
    m_file = file;
    m_text = text;
    m_edited = false;
    m_ours = false;
}

void SpecFile::saved(const QString &file, const std::string &text, const std::string &now)
{
    m_file = file;
    m_text = text;
    m_ours = true;
    m_edited = text != now;
}

void SpecFile::edited(const std::string &text) { m_edited = text != m_text; }

void SpecFile::planned(const std::string &text)
{
    if (m_edited)
        edited(text);
    else
        m_text = text;
}

bool SpecFile::isShipped() const
{
    std::error_code unknown;
    const auto shipped = std::filesystem::weakly_canonical(dnas::resourceFolder(), unknown);
    const auto file = std::filesystem::weakly_canonical(toPath(m_file), unknown);
    return std::mismatch(shipped.begin(), shipped.end(), file.begin(), file.end()).first == shipped.end();
}

QString SpecFile::argument() const
{
    if (!isSaved())
        return QStringLiteral("SPEC.yaml");
    if (isShipped()) {
        const std::string name = toPath(m_file).stem().string();
        const auto shipped = dnas::findResource("specs", name);
        std::error_code unknown;
        if (shipped.ok() && std::filesystem::equivalent(*shipped, toPath(m_file), unknown))
            return toText(name);
    }
    return m_file;
}

QString SpecFile::proposal(const QString &folder) const
{
    if (!m_file.isEmpty() && m_ours)
        return m_file; // the dialog asks before it is replaced
    if (m_file.isEmpty())
        return toText(freeName(toPath(folder) / "spec.yaml"));
    if (isShipped())
        return toText(freeName(toPath(folder) / toPath(m_file).filename()));
    return toText(freeName(toPath(m_file)));
}

} // namespace paretoscope
