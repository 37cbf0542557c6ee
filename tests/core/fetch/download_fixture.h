// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of downloads share: a server, a folder for each test, and half a file as a broken connection leaves
// it.
#pragma once

#include "core/base/files.h"
#include "core/fetch/download.h"
#include "tests/core/fetch/fetch_server.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <memory>

namespace download_test {

using namespace dnas;
namespace fs = std::filesystem;

inline constexpr qsizetype kSize = 200'000;

inline void writeFile(const fs::path &path, const QByteArray &bytes)
{
    std::ofstream(path, std::ios::binary).write(bytes.data(), bytes.size());
}

inline std::string bytesIn(const fs::path &path)
{
    const Result<std::string> text = readText(path);
    return text.ok() ? *text : "cannot be read: " + text.error().text();
}

class Fixture {
protected:
    /// False where there is no server.
    bool begin()
    {
        if (m_server.runs())
            m_content = m_server.put("file", kSize, 1);
        return m_server.runs();
    }

    void newFolder()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_target = fs::path(m_folder->path().toStdString()) / "file";
        m_part = fs::path(m_target) += ".part";
        m_note = fs::path(m_target) += ".part.json";
        m_server.answers({});
    }

    DownloadRequest of(const std::string &behaviour) const
    {
        return {.url = m_server.url(behaviour, "file"), .target = m_target};
    }
    /// As a good server's connection that broke leaves it; the note is rewritten for the request's address.
    void leaveHalf(const DownloadRequest &request)
    {
        DownloadRequest first = request;
        first.sha256.clear();
        first.md5.clear();
        fs::remove(m_target);
        const std::string behaviour = request.url.find("/changing") == std::string::npos ? "file" : "changing";
        first.url = m_server.url("hang", behaviour);
        StopToken stop;
        const auto enough = [&](const DownloadProgress &now) {
            if (now.bytes >= kSize / 2)
                stop.request(StopRequest::Stop);
        };
        QVERIFY(!download(first, enough, stop).ok());
        QCOMPARE(fs::file_size(m_part), std::uintmax_t{kSize / 2});
        std::string note = bytesIn(m_note);
        note.replace(note.find(first.url), first.url.size(), request.url);
        if (request.url.find("/novalidator/") != std::string::npos)
            note = "{\"url\": \"" + request.url + "\", \"size\": 200000}";
        if (request.url.find("/weak/") != std::string::npos)
            note = "{\"url\": \"" + request.url + "\", \"etag\": \"W/\\\"" + md5Of(m_content) +
                   "\\\"\", \"size\": 200000}";
        if (request.url.find("/datedonly/") != std::string::npos)
            note.replace(note.find("\"etag\""), 6, "\"was\"");
        writeFile(m_note, QByteArray::fromStdString(note));
        m_server.answers({});
    }
    static QStringList entries(const fs::path &folder)
    {
        QStringList found;
        for (const auto &entry : fs::directory_iterator(folder))
            found.append(QString::fromStdString(entry.path().filename().string()));
        found.sort();
        return found;
    }
    QStringList names() const { return entries(m_target.parent_path()); }

    FetchServer m_server;
    QByteArray m_content;
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_target;
    fs::path m_part;
    fs::path m_note;
    StopToken m_stop;
};

} // namespace download_test
