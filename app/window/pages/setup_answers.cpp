// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See setup_answers.h.
#include "app/window/pages/setup_answers.h"

#include "app/window/text.h"
#include "widgets/command_line_row.h"
#include "widgets/metric_badge.h"

#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace paretoscope {
namespace {

constexpr int kBadgeColumns = 4;

QString planSummary(const dnas::SearchPlan &plan)
{
    const dnas::PhaseLengths &phases = plan.spec.phases;
    const auto searches = std::count_if(plan.runs.begin(), plan.runs.end(),
                                        [](const dnas::RunPlan &run) { return run.method == dnas::Method::Search; });
    const qsizetype others = static_cast<qsizetype>(plan.runs.size()) - searches;
    const QString runs = searches == 1 ? SetupAnswers::tr("One run") : SetupAnswers::tr("%1 runs").arg(searches);
    // The number of the noun decides its form.
    QString text = SetupAnswers::tr("%1: %2 epochs of warm-up shared, then %3 of search and %4 of fine-tuning each.",
                                    nullptr, phases.warmUp)
                       .arg(runs)
                       .arg(phases.warmUp)
                       .arg(phases.search)
                       .arg(phases.fineTune);
    if (others > 0)
        text += QLatin1Char(' ') +
                SetupAnswers::tr("Beside them, to be held against: %1, with as many epochs.").arg(others);
    return text;
}

} // namespace

SetupAnswers::SetupAnswers(QWidget *parent)
    : QWidget(parent)
{
    auto *box = new QGroupBox(tr("What this means"), this);
    m_seedTitle = new QLabel(box);
    m_badges = new QGridLayout;
    m_badges->setSpacing(6);
    m_summary = new QLabel(box);
    m_summary->setObjectName(QStringLiteral("planSummary"));
    m_summary->setWordWrap(true);
    m_line = new CommandLineRow(QStringLiteral("commandLine"), box);
    auto *inner = new QVBoxLayout(box);
    inner->addWidget(m_seedTitle);
    inner->addLayout(m_badges);
    inner->addWidget(m_summary);
    inner->addWidget(m_line);
    m_lineHint = new QLabel(box);
    m_lineHint->setObjectName(QStringLiteral("commandLineHint"));
    m_lineHint->setProperty("muted", true);
    m_lineHint->setWordWrap(true);
    m_lineHint->hide();
    inner->addWidget(m_lineHint);
    m_estimate = new QLabel(this);
    m_estimate->setObjectName(QStringLiteral("timeEstimate"));
    m_estimate->setWordWrap(true);
    m_estimate->setTextFormat(Qt::PlainText);
    m_estimate->hide();

    m_obstacle = new QLabel(this);
    m_obstacle->setObjectName(QStringLiteral("obstacle"));
    m_obstacle->setWordWrap(true);
    auto *save = new QPushButton(tr("Sa&ve spec…"), this);
    save->setObjectName(QStringLiteral("saveSpecButton"));
    m_estimateButton = new QPushButton(tr("&Estimate time"), this);
    m_estimateButton->setObjectName(QStringLiteral("estimateButton"));
    m_estimateButton->setToolTip(tr("Trains a few steps of every phase to see how long the search will take"));
    m_start = new QPushButton(tr("Start"), this);
    m_start->setObjectName(QStringLiteral("startButton"));
    m_start->setMinimumWidth(140);
    m_start->setToolTip(tr("Start the search (F5)"));
    QFont bold = m_start->font();
    bold.setBold(true);
    m_start->setFont(bold);
    connect(save, &QPushButton::clicked, this, &SetupAnswers::saveSpecClicked);
    connect(m_estimateButton, &QPushButton::clicked, this, &SetupAnswers::estimateClicked);
    connect(m_start, &QPushButton::clicked, this, &SetupAnswers::startClicked);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_obstacle, 1);
    buttons->addWidget(save);
    buttons->addWidget(m_estimateButton);
    buttons->addWidget(m_start);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(box);
    layout->addWidget(m_estimate);
    layout->addLayout(buttons);
    setObstacle(tr("Nothing is planned yet."));
}

void SetupAnswers::setAnswer(const PlanAnswer &answer)
{
    if (!answer.plan) {
        m_summary->clear(); // why it cannot be planned stands beside Start
        return;
    }
    const dnas::SearchPlan &plan = *answer.plan;
    const QString setup = setupText(plan.setup);
    m_seedTitle->setText(tr("The seed network %1 costs (%2):").arg(toText(plan.space.seed().name), setup));
    std::size_t used = 0;
    for (const dnas::MetricInfo &metric : dnas::allMetrics()) {
        const auto cost = plan.seedCost.total.find(metric.name);
        if (cost == plan.seedCost.total.end())
            continue;
        if (used == m_badgeWidgets.size()) {
            m_badgeWidgets.push_back(new MetricBadge(this));
            const int place = static_cast<int>(used);
            m_badges->addWidget(m_badgeWidgets.back(), place / kBadgeColumns, place % kBadgeColumns);
        }
        m_badgeWidgets[used]->setCost(toText(metric.name), cost->second, setup);
        m_badgeWidgets[used++]->show();
    }
    for (; used < m_badgeWidgets.size(); ++used)
        m_badgeWidgets[used]->hide();
    m_summary->setText(planSummary(plan));
}

void SetupAnswers::setCommandLine(const QString &line, const QString &hint)
{
    m_line->setLine(line);
    m_lineHint->setText(hint);
    m_lineHint->setVisible(!hint.isEmpty());
    m_line->setHint(tr("The same on the command line, with the spec saved under this name"), hint);
}

void SetupAnswers::setObstacle(const QString &reason)
{
    m_obstacle->setText(reason);
    m_start->setEnabled(reason.isEmpty());
    showEstimateButton();
}

void SetupAnswers::setEstimate(const QString &text, bool busy)
{
    m_estimating = busy;
    m_estimate->setText(busy ? tr("Training a few steps to estimate the time…") : text);
    m_estimate->setVisible(!m_estimate->text().isEmpty());
    showEstimateButton();
}

void SetupAnswers::showEstimateButton() { m_estimateButton->setEnabled(m_start->isEnabled() && !m_estimating); }

} // namespace paretoscope
