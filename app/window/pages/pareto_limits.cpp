// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See pareto_limits.h.
#include "app/window/pages/pareto_limits.h"

#include "core/base/quality_text.h"
#include "core/report/front_quality.h"
#include "core/spec/search_spec.h"
#include "widgets/core_words.h"
#include "widgets/quantity_spin_box.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>
#include <vector>

namespace paretoscope {

StudyLimits limitsOf(const dnas::StudySpec &study)
{
    StudyLimits limits;
    const auto spec = dnas::parseSpec(study.spec, "spec of the study");
    if (!spec.ok())
        return limits; // its candidates can be looked at all the same
    for (const dnas::ObjectiveTerm &term : spec->objective) {
        if (term.shape != dnas::TermShape::Hinge)
            continue;
        for (const dnas::TargetValue &target : term.targets) {
            const auto seed = study.seedCosts.find(term.metric);
            if (target.relative && seed == study.seedCosts.end())
                continue;
            const double value = target.relative ? target.value * seed->second : target.value;
            double &widest = limits.widest[term.metric];
            widest = std::max(widest, value);
            ++limits.targets[term.metric];
        }
    }
    return limits;
}

LimitStart limitStart(std::span<const dnas::CandidateSummary> candidates, const std::string &xMetric,
                      const std::string &yMetric)
{
    if (const auto front = dnas::frontOf(candidates, xMetric, yMetric); !front.empty())
        return {dnas::metricOf(candidates[front[front.size() * 3 / 4]], xMetric),
                dnas::metricOf(candidates[front[front.size() / 4]], yMetric)};
    const auto span = dnas::spanOf(candidates, xMetric, yMetric);
    if (!span)
        return {};
    return {span->best.x + (span->worst.x - span->best.x) * 3 / 4, span->worst.y + (span->best.y - span->worst.y) / 4};
}

ParetoLimits::ParetoLimits(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("paretoLimits"));
    m_xOn = new QCheckBox(tr("Cost at &most"), this);
    m_xOn->setObjectName(QStringLiteral("xLimitOn"));
    m_x = new QuantitySpinBox(this);
    m_x->setObjectName(QStringLiteral("xLimit"));
    m_x->setAccessibleName(tr("Highest cost inside"));
    m_yOn = new QCheckBox(tr("Quali&ty at least"), this);
    m_yOn->setObjectName(QStringLiteral("yLimitOn"));
    m_y = new QDoubleSpinBox(this);
    m_y->setObjectName(QStringLiteral("yLimit"));
    m_y->setLocale(QLocale::c());
    m_y->setKeyboardTracking(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_xOn);
    layout->addWidget(m_x);
    layout->addSpacing(12);
    layout->addWidget(m_yOn);
    layout->addWidget(m_y);
    layout->addStretch();
    connect(m_xOn, &QCheckBox::toggled, this, [this](bool on) { switchLimit(m_xMetric, on, m_start.x); });
    connect(m_yOn, &QCheckBox::toggled, this, [this](bool on) { switchLimit(m_yMetric, on, m_start.y); });
    connect(m_x, &QDoubleSpinBox::valueChanged, this, [this](double value) { change(m_xMetric, value); });
    connect(m_y, &QDoubleSpinBox::valueChanged, this, [this](double value) { change(m_yMetric, value / m_yUnit); });
    setQuality({});
}

void ParetoLimits::setQuality(const std::string &qualityMetric)
{
    const bool inPercent = dnas::isShare(qualityMetric);
    m_yUnit = inPercent ? 100 : 1;
    const QSignalBlocker quiet(m_y);
    m_y->setAccessibleName(inPercent ? tr("Lowest quality inside, in percent")
                                     : tr("Lowest %1 inside").arg(coreWord(qualityMetric)));
    m_y->setRange(0, m_yUnit);
    m_y->setDecimals(inPercent ? 2 : 4);
    m_y->setSingleStep(0.005 * m_yUnit);
    m_y->setSuffix(inPercent ? QStringLiteral(" %") : QString());
    showValues();
}

void ParetoLimits::setStudy(const StudyLimits &limits)
{
    m_limits.clear();
    for (const auto &[metric, value] : limits.widest)
        m_limits[metric] = {value, true};
    showValues();
}

void ParetoLimits::setAxes(const std::string &xMetric, const std::string &yMetric, const LimitStart &start)
{
    m_xMetric = xMetric;
    m_yMetric = yMetric;
    m_start = start;
    if (!xMetric.empty())
        m_x->setMetric(xMetric);
    showValues();
}

std::optional<double> ParetoLimits::xLimit() const
{
    const auto found = m_limits.find(m_xMetric);
    return found != m_limits.end() && found->second.set ? std::optional(found->second.value) : std::nullopt;
}

std::optional<double> ParetoLimits::yLimit() const
{
    const auto found = m_limits.find(m_yMetric);
    return found != m_limits.end() && found->second.set ? std::optional(found->second.value) : std::nullopt;
}

void ParetoLimits::setXLimit(double value) { change(m_xMetric, std::clamp(value, m_x->minimum(), m_x->maximum())); }

void ParetoLimits::setYLimit(double value) { change(m_yMetric, std::clamp(value, 0.0, 1.0)); }

void ParetoLimits::switchLimit(const std::string &metric, bool on, double start)
{
    if (metric.empty())
        return;
    if (!m_limits.contains(metric))
        m_limits[metric].value = start;
    m_limits[metric].set = on;
    showValues();
    emit changed();
}

void ParetoLimits::change(const std::string &metric, double value)
{
    if (metric.empty())
        return;
    m_limits[metric] = {value, true};
    showValues();
    emit changed();
}

void ParetoLimits::showValues()
{
    const auto show = [this](const std::string &metric, double start, QCheckBox *box, QDoubleSpinBox *spin,
                             double unit) {
        const auto found = m_limits.find(metric);
        const bool on = found != m_limits.end() && found->second.set;
        const double value = found != m_limits.end() ? found->second.value : start;
        const QSignalBlocker quietBox(box);
        const QSignalBlocker quietSpin(spin);
        box->setChecked(on);
        spin->setEnabled(on);
        // Not the same value again: the user may be typing.
        if (!(std::abs(spin->value() - value * unit) < 0.5 * std::pow(10, -spin->decimals())))
            spin->setValue(value * unit);
    };
    show(m_xMetric, m_start.x, m_xOn, m_x, 1);
    show(m_yMetric, m_start.y, m_yOn, m_y, m_yUnit);
}

} // namespace paretoscope
