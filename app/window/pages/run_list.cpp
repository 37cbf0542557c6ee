// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See run_list.h.
#include "app/window/pages/run_list.h"

#include "app/window/text.h"
#include "core/study/run_tree.h"
#include "widgets/core_words.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTreeWidget>
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

/// Title, state, where it left its parent, and why it ended.
QString details(const dnas::StudyRun &run)
{
    QString text = runTitle(run) + QStringLiteral(": ") + coreWord(dnas::runStateName(run.state));
    if (run.fork)
        text += QLatin1Char('\n') + RunList::tr("left run %1 behind epoch %2 of its search")
                                        .arg(run.fork->parent.value)
                                        .arg(run.fork->epoch + 1);
    if (!run.reason.empty())
        text += QLatin1Char('\n') + toText(run.reason);
    return text;
}

/// Rows as high as their text wrapped into the view: a tree takes one line, whatever its width.
class WrappedItems : public QStyledItemDelegate {
public:
    explicit WrappedItems(QTreeWidget *tree)
        : QStyledItemDelegate(tree)
        , m_tree(*tree)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int kLeast = 60, kMargin = 4;
        int depth = m_tree.rootIsDecorated() ? 1 : 0;
        for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
            ++depth;
        const int frame = 2 * (m_tree.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, &m_tree) + 1);
        const int width = std::max(kLeast, m_tree.viewport()->width() - depth * m_tree.indentation() - frame);
        const QRect text = option.fontMetrics.boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap,
                                                           index.data().toString());
        return {width, text.height() + kMargin};
    }

private:
    const QTreeWidget &m_tree;
};

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
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("runList"));
    m_list->setAccessibleName(tr("Runs"));
    m_list->setHeaderHidden(true);
    m_list->setIndentation(14);
    // Runs of a sweep differ at the end of their names, or anywhere.
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setItemDelegate(new WrappedItems(m_list));
    connect(m_list->header(), &QHeaderView::sectionResized, m_list,
            [this] { emit m_list->itemDelegate()->sizeHintChanged({}); });
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    title->setBuddy(m_list);
    m_follow = new QCheckBox(tr("Fo&llow the newest"), this);
    m_follow->setChecked(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_follow);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (m_quiet || !item)
            return;
        m_follow->setChecked(false);
        choose({item->data(0, Qt::UserRole).toInt()});
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
    fill(runs, wanted);
    m_quiet = false;
    choose(wanted);
}

void RunList::fill(const std::vector<dnas::StudyRun> &runs, dnas::RunId wanted)
{
    std::vector<QTreeWidgetItem *> branch; // the newest item of every depth
    for (const auto &[run, depth] : dnas::runTree(runs)) {
        branch.resize(static_cast<std::size_t>(depth));
        auto *item = branch.empty() ? new QTreeWidgetItem(m_list) : new QTreeWidgetItem(branch.back());
        branch.push_back(item);
        item->setText(0, stateSign(run->state) + QStringLiteral("  ") + runTitle(*run));
        item->setData(0, Qt::UserRole, run->id.value);
        const QString tip = details(*run);
        item->setToolTip(0, tip);
        item->setData(0, Qt::AccessibleTextRole, tip);
        if (run->id == wanted)
            m_list->setCurrentItem(item);
    }
    const bool hasForks =
        std::any_of(runs.begin(), runs.end(), [](const dnas::StudyRun &run) { return run.fork.has_value(); });
    m_list->setRootIsDecorated(hasForks);
    m_list->expandAll();
}

void RunList::choose(dnas::RunId run)
{
    if (run == m_current)
        return;
    m_current = run;
    emit currentChanged();
}

} // namespace paretoscope
