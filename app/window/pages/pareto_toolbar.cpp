// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See pareto_toolbar.h.
#include "app/window/pages/pareto_toolbar.h"

#include "app/window/candidate_model.h"
#include "app/window/text.h"
#include "core/base/quality_text.h"
#include "core/report/figures.h"
#include "widgets/core_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace paretoscope {

ParetoToolBar::ParetoToolBar(QWidget *parent)
    : QWidget(parent)
{
    m_x = new QComboBox(this);
    m_x->setObjectName(QStringLiteral("xMetric"));
    m_x->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_y = new QComboBox(this);
    m_y->setObjectName(QStringLiteral("yMetric"));
    m_y->setObjectName(QStringLiteral("yMetric"));
    m_y->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_y->addItem(tr("Validation quality"), QStringLiteral("quality"));
    m_y->addItem(tr("Test quality"), QStringLiteral("test_quality"));
    m_log = new QCheckBox(tr("Lo&g"), this);
    m_log->setObjectName(QStringLiteral("logScale"));
    m_log->setToolTip(tr("Logarithmic cost axis"));
    m_published = new QCheckBox(tr("P&ublished"), this);
    m_published->setObjectName(QStringLiteral("published"));
    setPublishedAvailable(true);
    m_limits = new QCheckBox(tr("&Limits"), this);
    m_limits->setObjectName(QStringLiteral("limits"));
    m_limits->setToolTip(tr("Try out limits: drag their lines in the plot. The study stays as it is."));
    auto *xLabel = new QLabel(tr("&Cost"), this);
    xLabel->setBuddy(m_x);
    auto *yLabel = new QLabel(tr("&Quality"), this);
    yLabel->setBuddy(m_y);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(xLabel);
    layout->addWidget(m_x);
    layout->addWidget(m_log);
    layout->addSpacing(8);
    layout->addWidget(yLabel);
    layout->addWidget(m_y);
    layout->addSpacing(8);
    layout->addWidget(m_published);
    layout->addWidget(m_limits);
    layout->addStretch();
    connect(m_x, &QComboBox::activated, this, &ParetoToolBar::changed);
    connect(m_y, &QComboBox::activated, this, &ParetoToolBar::changed);
    for (QCheckBox *box : {m_log, m_published, m_limits})
        connect(box, &QCheckBox::toggled, this, &ParetoToolBar::changed);
}

std::string ParetoToolBar::xMetric() const { return m_x->currentData().toString().toStdString(); }
std::string ParetoToolBar::yMetric() const { return m_y->currentData().toString().toStdString(); }
bool ParetoToolBar::isLogarithmic() const { return m_log->isChecked(); }
bool ParetoToolBar::showsPublished() const { return m_published->isChecked(); }
bool ParetoToolBar::showsLimits() const { return m_limits->isChecked(); }

void ParetoToolBar::setMetrics(const std::vector<dnas::CandidateSummary> &candidates)
{
    const std::string quality = dnas::qualityMetricOf(candidates);
    const bool inPercent = dnas::isShare(quality);
    m_y->setItemText(0, inPercent ? tr("Validation quality") : validationTitle(quality));
    m_y->setItemText(1, inPercent ? tr("Test quality") : testTitle(quality));
    QStringList names;
    for (const dnas::MetricInfo &metric : dnas::allMetrics())
        if (std::any_of(candidates.begin(), candidates.end(),
                        [&](const auto &candidate) { return candidate.costs.contains(metric.name); }))
            names << toText(metric.name);
    QStringList shown;
    for (int i = 0; i < m_x->count(); ++i)
        shown << m_x->itemData(i).toString();
    if (names == shown)
        return;
    const QVariant chosen = m_x->currentData();
    m_x->clear();
    for (const QString &name : names)
        m_x->addItem(coreWord(dnas::findMetric(name.toStdString())->title), name);
    m_x->setCurrentIndex(std::max(0, m_x->findData(chosen)));
}

void ParetoToolBar::setPublishedAvailable(bool available)
{
    m_published->setEnabled(available);
    m_published->setToolTip(available ? tr("Mark networks of papers for the same benchmark")
                                      : tr("No published figures are known for this benchmark"));
}

void ParetoToolBar::setLimits(bool shown)
{
    const QSignalBlocker quiet(m_limits);
    m_limits->setChecked(shown);
}

} // namespace paretoscope
