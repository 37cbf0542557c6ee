// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See navigation_bar.h.
#include "app/window/navigation_bar.h"

#include "app/window/navigation_icons.h"
#include "widgets/palette.h"

#include <QButtonGroup>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace paretoscope {

NavigationBar::NavigationBar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("navigation"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 8, 6, 8);
    layout->setSpacing(4);
    struct Entry {
        const char *name;
        QString title;
        QString toolTip;
    };
    const Entry entries[] = {
        {"navStart", tr("Start"), tr("Begin or open")},
        {"navSetup", tr("Setup"), tr("What to search, and the limits")},
        {"navData", tr("Data"), tr("What is there to train on; fetch and check it")},
        {"navLive", tr("Live"), tr("Watch and steer the search")},
        {"navLayers", tr("Layers"), tr("Widths and costs of every layer")},
        {"navPareto", tr("Pareto"), tr("Candidates, cost against quality")},
    };
    for (const Entry &entry : entries) {
        const int index = static_cast<int>(m_buttons.size());
        auto *button = new QToolButton(this);
        button->setObjectName(QString::fromLatin1(entry.name));
        button->setText(entry.title);
        button->setToolTip(tr("%1 (Alt+%2)").arg(entry.toolTip).arg(index + 1));
        button->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + index)));
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize({28, 28});
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumSize(72, 62);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_group->addButton(button, index);
        layout->addWidget(button);
        m_buttons.push_back(button);
    }
    layout->addStretch();
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { emit chosen(static_cast<Page>(id)); });
    m_buttons.front()->setChecked(true);
    drawIcons();
}

void NavigationBar::setPage(Page page) { m_buttons[static_cast<std::size_t>(page)]->setChecked(true); }

void NavigationBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeEvent(event))
        drawIcons();
}

void NavigationBar::drawIcons()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setIcon(navigationIcon(static_cast<Page>(i), palette(), devicePixelRatioF()));
}

} // namespace paretoscope
