// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads markup back: an error text when it is not well-formed, and what stands in it.
#pragma once

#include <QMap>
#include <QStringList>
#include <QXmlStreamReader>

#include <string>

struct ReadMarkup {
    QString error;               ///< empty: well-formed
    QMap<QString, int> elements; ///< name → how often
    QStringList attributeNames;
    QStringList texts; ///< character data, trimmed, without empty ones

    bool hasText(const char *part) const { return !texts.filter(QString::fromUtf8(part)).isEmpty(); }
};

inline ReadMarkup readMarkup(const std::string &markup)
{
    ReadMarkup result;
    QXmlStreamReader reader(QByteArray::fromStdString(markup));
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            ++result.elements[reader.name().toString()];
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                result.attributeNames << attribute.name().toString();
            break;
        case QXmlStreamReader::Characters:
            if (!reader.text().trimmed().isEmpty())
                result.texts << reader.text().trimmed().toString();
            break;
        default:
            break;
        }
    }
    if (reader.hasError())
        result.error = QStringLiteral("line %1: %2").arg(reader.lineNumber()).arg(reader.errorString());
    return result;
}
