// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See command_line_row.h.
#include "widgets/command_line_row.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace paretoscope {

CommandLineRow::CommandLineRow(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    m_line = new QLineEdit(this);
    m_line->setObjectName(name);
    m_line->setReadOnly(true);
    m_line->setAccessibleName(tr("The same on the command line"));
    auto *copy = new QPushButton(tr("&Copy"), this);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_line->text()); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(copy);
}

void CommandLineRow::setLine(const QString &line)
{
    if (m_line->text() == line)
        return;
    m_line->setText(line);
    m_line->setCursorPosition(0);
}

void CommandLineRow::setHint(const QString &toolTip, const QString &description)
{
    m_line->setToolTip(toolTip);
    m_line->setAccessibleDescription(description);
}

QString shellWord(const QString &text)
{
    static const QString kSpecial = QStringLiteral(" '\"\\$&;()<>|*?#~`!");
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar c) { return kSpecial.contains(c); });
    if (plain && !text.isEmpty())
        return text;
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

} // namespace paretoscope
