// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See run_list.h.
#include "app/window/pages/run_list.h"

#include "app/window/text.h"
#include "core/report/figures.h"
#include "core/study/run_tree.h"
#include "widgets/core_words.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
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
    case dnas::RunState::CutOff:
        return QStringLiteral("…");
    }
    return {};
}

/// What a fork's label says beyond that of the run it left: where, and what was changed there.
QString forkText(const dnas::StudyRun &run, const std::vector<dnas::StudyRun> &runs)
{
    const auto parent = std::find_if(runs.begin(), runs.end(),
                                     [&](const dnas::StudyRun &other) { return other.id == run.fork->parent; });
    std::string own = run.label;
    if (parent != runs.end() && own.starts_with(parent->label + ", "))
        own = own.substr(parent->label.size() + 2);
    const std::string beginning = "fork of run " + std::to_string(run.fork->parent.value) + " behind epoch " +
                                  std::to_string(run.fork->epoch + 1); // core/study/fork_table.cpp
    if (!own.starts_with(beginning))
        return toText(own);
    QString changes = toText(own.substr(beginning.size()));
    changes.replace(QStringLiteral("strength."), QStringLiteral("λ "));
    changes.replace(QStringLiteral("target."), RunList::tr("target", "of a metric") + QLatin1Char(' '));
    changes.replace(QStringLiteral("learning_rate"), RunList::tr("learning rate"));
    return RunList::tr("fork behind epoch %1").arg(run.fork->epoch + 1) + changes;
}

/// By hand, in this run itself: a fork has a copy of what came before it, and begins with what its label says.
std::vector<dnas::SteeringChanged> ownSteering(const dnas::StudyRun &run, const RunList::Steering &steering)
{
    const auto found = steering.find(run.id);
    if (found == steering.end())
        return {};
    std::vector<dnas::SteeringChanged> own = found->second;
    if (run.fork)
        std::erase_if(own, [&](const dnas::SteeringChanged &change) {
            const int first = run.fork->epoch + 1;
            return change.phase == run.fork->phase &&
                   (change.epoch < first || (change.epoch == first && change.step == 0));
        });
    return own;
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

void RunList::setRuns(const std::vector<dnas::StudyRun> &runs, const Steering &steering)
{
    m_quiet = true;
    dnas::RunId wanted = m_current;
    if (m_follow->isChecked()) {
        // The newest that still runs; once all have ended, the last.
        for (const dnas::StudyRun &run : runs)
            wanted = run.id;
        for (const dnas::StudyRun &run : runs)
            if (run.state == dnas::RunState::Running)
                wanted = run.id;
    }
    fill(rowsOf(runs, steering), wanted);
    m_quiet = false;
    choose(wanted);
}

std::vector<RunList::Row> RunList::rowsOf(const std::vector<dnas::StudyRun> &runs, const Steering &steering)
{
    std::vector<Row> rows;
    for (const auto &[run, depth] : dnas::runTree(runs)) {
        QString text = stateSign(run->state) + QStringLiteral(" %1  ").arg(run->id.value) +
                       (run->fork ? forkText(*run, runs) : runTitle(*run));
        QString tip = details(*run);
        if (const auto own = ownSteering(*run, steering); !own.empty()) {
            const QString steered = tr("steered: %1").arg(toText(dnas::steeringSummary(own)));
            text += QLatin1Char('\n') + steered;
            tip += QLatin1Char('\n') + steered;
        }
        text.replace(QStringLiteral(" %"), QStringLiteral("\u00a0%")); // a number keeps its unit where a line ends
        rows.push_back({run->id, depth, text, tip, run->fork.has_value()});
    }
    return rows;
}

void RunList::fill(std::vector<Row> rows, dnas::RunId wanted)
{
    const bool same = rows == m_rows; // scroll bar and closed branches stay
    m_rows = std::move(rows);
    if (!same)
        rebuild();
    for (QTreeWidgetItemIterator item(m_list); *item; ++item) {
        if ((*item)->data(0, Qt::UserRole).toInt() == wanted.value && m_list->currentItem() != *item)
            m_list->setCurrentItem(*item);
    }
}

void RunList::rebuild()
{
    m_list->clear();
    std::vector<QTreeWidgetItem *> branch; // the newest item of every depth
    for (const Row &row : m_rows) {
        branch.resize(static_cast<std::size_t>(row.depth));
        auto *item = branch.empty() ? new QTreeWidgetItem(m_list) : new QTreeWidgetItem(branch.back());
        branch.push_back(item);
        item->setText(0, row.text);
        item->setData(0, Qt::UserRole, row.run.value);
        item->setToolTip(0, row.tip);
        item->setData(0, Qt::AccessibleTextRole, row.tip);
    }
    m_list->setRootIsDecorated(std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.isFork; }));
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
