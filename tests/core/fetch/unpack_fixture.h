// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of unpacking share: archives, a room to unpack in that shows what leaves it, hostile archives.
#pragma once

#include "core/base/files.h"
#include "core/fetch/unpack.h"
#include "tests/support/result_checks.h"

#include <archive.h>
#include <archive_entry.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <map>
#include <memory>

namespace unpack_test {

using namespace dnas;
namespace fs = std::filesystem;

using Contents = std::map<std::string, std::string>;

/// An ordinary archive by libarchive itself.
inline void writeArchive(const fs::path &path, int format, int filter, const Contents &contents)
{
    const std::unique_ptr<archive, int (*)(archive *)> writer(archive_write_new(), archive_write_free);
    archive_write_set_format(writer.get(), format);
    archive_write_add_filter(writer.get(), filter);
    QCOMPARE(archive_write_open_filename(writer.get(), path.c_str()), ARCHIVE_OK);
    for (const auto &[name, content] : contents) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
        QCOMPARE(archive_write_header(writer.get(), entry.get()), ARCHIVE_OK);
        QCOMPARE(archive_write_data(writer.get(), content.data(), content.size()),
                 static_cast<la_ssize_t>(content.size()));
    }
    QCOMPARE(archive_write_close(writer.get()), ARCHIVE_OK);
}

/// Everything below the folder, without following links.
inline Contents contentsOf(const fs::path &folder)
{
    Contents found;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = fs::relative(entry.path().parent_path(), folder) / entry.path().filename();
        const fs::file_status status = entry.symlink_status();
        found[fs::path(name).lexically_normal()] = fs::is_symlink(status)
                                                       ? "-> " + fs::read_symlink(entry.path()).string()
                                                   : fs::is_directory(status) ? "folder"
                                                                              : *readText(entry.path());
    }
    return found;
}

inline std::string noise(std::size_t size)
{
    std::string text(size, '\0');
    unsigned state = 1;
    for (char &letter : text)
        letter = static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
    return text;
}

class Fixture {
protected:
    void newRoom()
    {
        m_room = std::make_unique<QTemporaryDir>();
        m_top = fs::path(m_room->path().toStdString());
        m_folder = m_top / "in" / "deep" / "target"; // so that ".." leads to where it is seen
        fs::create_directories(m_folder.parent_path());
    }

    /// Once for all tests, since it starts an interpreter.
    bool makeHostile()
    {
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (python.isEmpty() || m_made)
            return m_made;
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(python, {QStringLiteral(HOSTILE_ARCHIVES), m_hostile.path(),
                               m_hostile.filePath(QStringLiteral("outside"))});
        m_made = process.waitForFinished() && process.exitCode() == 0;
        return m_made;
    }
    fs::path hostile(const std::string &name) const { return fs::path(m_hostile.path().toStdString()) / name; }

    QTemporaryDir m_hostile;
    bool m_made = false;
    std::unique_ptr<QTemporaryDir> m_room;
    fs::path m_top;
    fs::path m_folder;
    StopToken m_stop;
};

} // namespace unpack_test
