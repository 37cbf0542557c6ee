// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See metric_badge.h.
#include "widgets/metric_badge.h"

#include "widgets/core_words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace paretoscope {

QString originText(const dnas::CostValue &value, const QString &setup)
{
    QString text;
    switch (value.origin) {
    case dnas::Origin::Counted:
        return MetricBadge::tr("counted");
    case dnas::Origin::Modelled:
        text = MetricBadge::tr("modelled");
        break;
    case dnas::Origin::Calibrated:
        text = MetricBadge::tr("calibrated");
        break;
    case dnas::Origin::Measured:
        text = MetricBadge::tr("measured");
        break;
    }
    if (!setup.isEmpty())
        text = (value.origin == dnas::Origin::Measured ? MetricBadge::tr("%1 on %2") : MetricBadge::tr("%1 for %2"))
                   .arg(text, setup);
    if (value.errorPercent)
        text += MetricBadge::tr(", ± %1 %").arg(QString::number(*value.errorPercent, 'g', 3));
    return text;
}

QString setupText(const dnas::BoardSetup &setup)
{
    QString text = QString::fromStdString(setup.board.name);
    if (!setup.runtime.name.empty())
        text += QStringLiteral(", ") + QString::fromStdString(setup.runtime.name);
    if (setup.point.clockMhz > 0)
        text += MetricBadge::tr(", %1 MHz").arg(QString::number(setup.point.clockMhz, 'g', 6));
    return text;
}

MetricBadge::MetricBadge(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_figure(new QLabel(this))
{
    setProperty("card", true);
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setProperty("muted", true);
    m_figure->setObjectName(QStringLiteral("figure"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_figure->setFont(large);
    m_figure->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 7, 12, 8);
    layout->setSpacing(1);
    layout->addWidget(m_title);
    layout->addWidget(m_figure);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MetricBadge::setCost(const QString &metric, const dnas::CostValue &value, const QString &setup)
{
    const std::string name = metric.toStdString();
    const dnas::MetricInfo *info = dnas::findMetric(name);
    setText(info ? coreWord(info->title) : metric, QString::fromStdString(dnas::formatMetric(name, value.value)),
            originText(value, setup));
}

void MetricBadge::setText(const QString &title, const QString &figure, const QString &toolTip)
{
    m_title->setText(title);
    m_figure->setText(figure);
    setToolTip(toolTip);
    setAccessibleName(QStringLiteral("%1: %2").arg(title, figure));
    setAccessibleDescription(toolTip);
}

void MetricBadge::setUnknown(const QString &title, const QString &toolTip) { setText(title, tr("–"), toolTip); }

QString MetricBadge::figureText() const { return m_figure->text(); }

} // namespace paretoscope
