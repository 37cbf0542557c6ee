// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the German file itself says in one context; nothing where it says nothing. The program needs SOURCE_FOLDER.
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QTranslator>
#include <QXmlStreamReader>

#include <map>
#include <set>

class German : public QTranslator {
public:
    explicit German(const char *context)
        : m_context(context)
    {
        QFile file(QStringLiteral(SOURCE_FOLDER "/translations/paretoscope_de.ts"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no German file");
        QXmlStreamReader xml(&file);
        QString name, source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QStringLiteral("name"))
                name = xml.readElementText();
            else if (xml.name() == QStringLiteral("source"))
                source = xml.readElementText();
            else if (xml.name() == QStringLiteral("translation") && name == QString::fromUtf8(m_context))
                m_texts[source] = xml.readElementText();
        }
    }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        const auto found = m_texts.find(QString::fromUtf8(text));
        if (m_context != context || found == m_texts.end())
            return {};
        m_asked.insert(found->first);
        return found->second;
    }
    bool isEmpty() const override { return m_texts.empty(); }
    const std::set<QString> &asked() const { return m_asked; }
    /// Sentences with places for amounts.
    std::set<QString> sentences() const
    {
        std::set<QString> found;
        for (const auto &[source, text] : m_texts)
            if (source.contains(QStringLiteral("%1")) && source.size() > 20)
                found.insert(source);
        return found;
    }

private:
    QByteArray m_context;
    std::map<QString, QString> m_texts;
    mutable std::set<QString> m_asked;
};
