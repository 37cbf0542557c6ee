// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See start_page.h.
#include "app/window/pages/start_page.h"

#include "app/window/navigation_icons.h"
#include "widgets/palette.h"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

namespace paretoscope {
namespace {

QCommandLinkButton *linkButton(const QString &name, const QString &title, const QString &text, QWidget *parent)
{
    auto *button = new QCommandLinkButton(title, text, parent);
    button->setObjectName(name);
    button->setIconSize({28, 28});
    button->setMinimumHeight(64);
    return button;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("startPage"));
    auto *title = new QLabel(tr("Find the network that fits"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    title->setFont(large);
    auto *text = new QLabel(tr("Choose a benchmark, a board and your limits. Paretoscope searches the widths of the "
                               "network, shows the trade-off between cost and quality while it searches, and hands "
                               "out the network that you choose."),
                            this);
    text->setWordWrap(true);

    m_newStudy = linkButton(QStringLiteral("newStudyButton"), tr("&New study"),
                            tr("Set up a search: benchmark, board, limits"), this);
    m_demo = linkButton(QStringLiteral("demoButton"), tr("Try the built-in &demo"),
                        tr("No download, a front in about two minutes on two cores"), this);
    m_open = linkButton(QStringLiteral("openButton"), tr("&Open…"), tr("A study (*.pscope) or a search spec (*.yaml)"),
                        this);
    connect(m_newStudy, &QCommandLinkButton::clicked, this, &StartPage::newStudyRequested);
    connect(m_demo, &QCommandLinkButton::clicked, this, &StartPage::demoRequested);
    connect(m_open, &QCommandLinkButton::clicked, this, &StartPage::openRequested);

    auto *recentTitle = new QLabel(tr("&Recent studies"), this);
    QFont bold = recentTitle->font();
    bold.setBold(true);
    recentTitle->setFont(bold);
    m_recent = new QListWidget(this);
    m_recent->setObjectName(QStringLiteral("recentList"));
    m_recent->setSpacing(3);
    m_recent->setAccessibleName(tr("Recent studies"));
    recentTitle->setBuddy(m_recent);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit recentChosen(item->data(Qt::UserRole).toString()); });

    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_newStudy);
    left->addWidget(m_demo);
    left->addWidget(m_open);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addWidget(recentTitle);
    right->addWidget(m_recent, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(40);
    columns->addLayout(left, 2);
    columns->addLayout(right, 3);

    auto *content = new QWidget(this);
    content->setMaximumWidth(1100);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(16);
    inner->addWidget(title);
    inner->addWidget(text);
    inner->addSpacing(12);
    inner->addLayout(columns, 1);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(48, 48, 48, 32);
    outer->addStretch(1);
    outer->addWidget(content, 20);
    outer->addStretch(1);
    setRecentFiles({});
    drawIcons();
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeEvent(event))
        drawIcons();
}

void StartPage::drawIcons()
{
    m_newStudy->setIcon(navigationIcon(Page::Setup, palette(), devicePixelRatioF()));
    m_demo->setIcon(navigationIcon(Page::Pareto, palette(), devicePixelRatioF()));
    m_open->setIcon(folderIcon(palette(), devicePixelRatioF()));
}

void StartPage::setRecentFiles(const QStringList &files)
{
    m_recent->clear();
    for (const QString &file : files) {
        const QFileInfo info(file);
        auto *item = new QListWidgetItem(tr("%1\n%2").arg(info.completeBaseName(), info.absolutePath()), m_recent);
        item->setData(Qt::UserRole, file);
        item->setToolTip(tr("%1, changed %2").arg(file, QLocale().toString(info.lastModified(), QLocale::ShortFormat)));
    }
    if (files.isEmpty()) {
        auto *item = new QListWidgetItem(tr("Studies that you create or open are listed here."), m_recent);
        item->setFlags(Qt::NoItemFlags);
    }
}

} // namespace paretoscope
