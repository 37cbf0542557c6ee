// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See run_list.h.
#include "app/window/pages/run_list.h"

#include "app/window/text.h"
#include "widgets/core_words.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace paretoscope {
namespace {

/// A sign before the text, so that states differ by more than a word.
QString stateSign(dnas::RunState state)
{
    switch (state) {
    case dnas::RunState::Running:
        return QStringLiteral("▶");
    case dnas::RunState::Done:
        return QStringLiteral("✓");
    case dnas::RunState::Stopped:
        return QStringLiteral("■");
    case dnas::RunState::Aborted:
        return QStringLiteral("✕");
    case dnas::RunState::Failed:
        return QStringLiteral("!");
    }
    return {};
}

} // namespace

QString runTitle(const dnas::StudyRun &run)
{
    if (run.id == dnas::kSharedRun)
        return RunList::tr("shared warm-up");
    return run.label.empty() ? RunList::tr("run %1").arg(run.id.value) : coreWord(run.label);
}

RunList::RunList(QWidget *parent)
    : QWidget(parent)
{
    auto *title = new QLabel(tr("R&uns"), this);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("runList"));
    m_list->setAccessibleName(tr("Runs"));
    // Runs of a sweep differ at the end of their names, or anywhere.
    m_list->setWordWrap(true);
    m_list->setSpacing(1);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    title->setBuddy(m_list);
    m_follow = new QCheckBox(tr("Fo&llow the newest"), this);
    m_follow->setChecked(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_follow);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (m_quiet || !item)
            return;
        m_follow->setChecked(false);
        choose({item->data(Qt::UserRole).toInt()});
    });
}

void RunList::reset()
{
    m_follow->setChecked(true);
    m_current = {};
}

void RunList::setRuns(const std::vector<dnas::StudyRun> &runs)
{
    m_quiet = true;
    m_list->clear();
    dnas::RunId wanted = m_current;
    if (m_follow->isChecked()) {
        // The newest that still runs; once all have ended, the last.
        for (const dnas::StudyRun &run : runs)
            wanted = run.id;
        for (const dnas::StudyRun &run : runs)
            if (run.state == dnas::RunState::Running)
                wanted = run.id;
    }
    for (const dnas::StudyRun &run : runs) {
        const QString title = runTitle(run);
        auto *item = new QListWidgetItem(stateSign(run.state) + QStringLiteral("  ") + title, m_list);
        item->setData(Qt::UserRole, run.id.value);
        QString tip = title + QStringLiteral(": ") + coreWord(dnas::runStateName(run.state));
        if (!run.reason.empty())
            tip += QLatin1Char('\n') + toText(run.reason);
        item->setToolTip(tip);
        item->setData(Qt::AccessibleTextRole, tip);
        if (run.id == wanted)
            m_list->setCurrentItem(item);
    }
    m_quiet = false;
    choose(wanted);
}

void RunList::choose(dnas::RunId run)
{
    if (run == m_current)
        return;
    m_current = run;
    emit currentChanged();
}

} // namespace paretoscope
