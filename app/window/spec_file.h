// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The file that the spec in Setup came from or was saved to, and whether the form still says what it holds.
#pragma once

#include <QString>

#include <string>

namespace paretoscope {

class SpecFile {
public:
    /// A spec begins here; `file` empty: from nowhere. `text`: the spec as the form has it now.
    void opened(const QString &file, const std::string &text);
    void saved(const QString &file, const std::string &text, const std::string &now);
    /// The user has changed something, perhaps back.
    void edited(const std::string &text);
    /// Planning has filled in names that the spec left open: no edit.
    void planned(const std::string &text);

    bool isEdited() const { return m_edited; }
    /// The file holds what the form says.
    bool isSaved() const { return !m_file.isEmpty() && !m_edited; }
    /// What `dnas search` takes for it: the file, the name of a shipped spec, or SPEC.yaml while it is not saved.
    QString argument() const;
    /// Where to save: never a shipped file, never one that was only opened; in `folder` when nothing is better.
    QString proposal(const QString &folder) const;

private:
    bool isShipped() const;

    QString m_file;
    std::string m_text; ///< what the file holds, as the form writes it
    bool m_edited = false;
    bool m_ours = false; ///< written from here
};

} // namespace paretoscope
