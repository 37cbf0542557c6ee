// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See candidate_details.h.
#include "app/window/pages/candidate_details.h"

#include "app/window/candidate_model.h"
#include "app/window/text.h"
#include "widgets/core_words.h"
#include "widgets/metric_badge.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace paretoscope {
namespace {

constexpr int kColumns = 4;

} // namespace

CandidateDetails::CandidateDetails(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("candidateDetails"));
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("candidateTitle"));
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("candidateText"));
    m_text->setWordWrap(true);
    m_grid = new QGridLayout;
    m_grid->setSpacing(6);
    m_line = new QLineEdit(this);
    m_line->setObjectName(QStringLiteral("exportLine"));
    m_line->setReadOnly(true);
    m_line->setAccessibleName(tr("The same on the command line"));
    m_line->setToolTip(tr("The same on the command line"));
    m_export = new QPushButton(tr("&Export…"), this);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setToolTip(tr("Write the network as ONNX or YAML, or all candidates as CSV (Ctrl+E)"));
    connect(m_export, &QPushButton::clicked, this, &CandidateDetails::exportRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addLayout(m_grid);
    layout->addWidget(m_line);
    layout->addStretch();
    setCandidate(nullptr, nullptr, {});
}

MetricBadge *CandidateDetails::badge(std::size_t index)
{
    while (m_badges.size() <= index) {
        const int place = static_cast<int>(m_badges.size());
        m_badges.push_back(new MetricBadge(this));
        m_grid->addWidget(m_badges.back(), place / kColumns, place % kColumns);
    }
    m_badges[index]->show();
    return m_badges[index];
}

void CandidateDetails::setCandidate(const dnas::CandidateSummary *candidate, const dnas::BoardSetup *setup,
                                    const QString &studyFile)
{
    m_export->setEnabled(candidate);
    m_line->setVisible(candidate);
    for (MetricBadge *each : m_badges)
        each->hide();
    if (!candidate) {
        m_title->setText(tr("No candidate is selected"));
        m_text->setText(tr("Click a point of the front or a row of the table."));
        return;
    }
    m_title->setText(tr("Candidate %1 – %2").arg(candidate->id.value).arg(coreWord(candidate->label)));
    const bool measured = dnas::isMeasured(candidate->state);
    m_export->setEnabled(measured);
    if (!measured) {
        m_text->setText(
            tr("%1: %2").arg(coreWord(dnas::candidateStateName(candidate->state)), toText(candidate->reason)));
        m_line->hide();
        return;
    }
    const QString precision = toText(candidate->qualityPrecision);
    m_text->setText(candidate->state == dnas::CandidateState::Stopped
                        ? tr("Stopped before it was trained to the end. Quality measured in %1.").arg(precision)
                    : candidate->feasible ? tr("Meets every limit of its run. Quality measured in %1.").arg(precision)
                                          : tr("Over a limit of its run. Quality measured in %1.").arg(precision));
    std::size_t used = 0;
    const std::string &metric = candidate->qualityMetric;
    badge(used++)->setText(validationTitle(metric), qualityText(metric, candidate->quality),
                           tr("%1, measured on the validation split in %2").arg(coreWord(metric), precision),
                           precision);
    badge(used++)->setText(testTitle(metric), qualityText(metric, candidate->testQuality),
                           tr("%1, measured once on the test split in %2").arg(coreWord(metric), precision), precision);
    const QString where = setup ? setupText(*setup) : QString();
    for (const dnas::MetricInfo &info : dnas::allMetrics())
        if (const auto cost = candidate->costs.find(info.name); cost != candidate->costs.end())
            badge(used++)->setCost(toText(info.name), cost->second, where);
    m_line->setText(
        QStringLiteral("dnas export %1#%2 --format onnx --output DIR").arg(studyFile).arg(candidate->id.value));
    m_line->setCursorPosition(0);
}

/// A splitter does not ask how high wrapped text is: without this it squeezes the figures.
bool CandidateDetails::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(layout()->totalHeightForWidth(width()));
    return QWidget::event(event);
}

void CandidateDetails::setHeldAgainst(const dnas::HeldAgainst *held)
{
    if (!held)
        return;
    const auto test = [&](double quality) {
        return qualityText(held->searched->qualityMetric, quality);
    };
    QStringList others;
    if (held->baselines->widthMultiplier)
        others << tr("width multiplier %1").arg(test(held->baselines->widthMultiplier->testQuality));
    if (held->baselines->magnitude)
        others << tr("magnitude pruning %1").arg(test(held->baselines->magnitude->testQuality));
    if (!held->baselines->randomWidths.empty())
        others << tr("random widths %1 (median), %2 (best of %3)")
                      .arg(test(held->baselines->medianOfRandom()),
                           test(held->baselines->randomWidths.back()->testQuality))
                      .arg(held->baselines->randomWidths.size());
    m_text->setText(m_text->text() + QLatin1Char(' ') +
                    tr("Held against it, on test: %1.").arg(others.join(QStringLiteral(", "))));
}

} // namespace paretoscope
