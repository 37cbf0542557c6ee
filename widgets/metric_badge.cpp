// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See metric_badge.h.
#include "widgets/metric_badge.h"

#include "widgets/core_words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace paretoscope {

namespace {

QString originWord(dnas::Origin origin)
{
    switch (origin) {
    case dnas::Origin::Counted:
        return MetricBadge::tr("counted");
    case dnas::Origin::Modelled:
        return MetricBadge::tr("modelled");
    case dnas::Origin::Calibrated:
        return MetricBadge::tr("calibrated");
    case dnas::Origin::Measured:
        break;
    }
    return MetricBadge::tr("measured");
}

QString errorText(const dnas::CostValue &value) { return QString::number(*value.errorPercent, 'g', 3); }

} // namespace

QString shortOriginText(const dnas::CostValue &value)
{
    const QString word = originWord(value.origin);
    return value.errorPercent ? MetricBadge::tr("%1 ± %2 %").arg(word, errorText(value)) : word;
}

QString originMeaning(const dnas::CostValue &value)
{
    QString text;
    switch (value.origin) {
    case dnas::Origin::Counted:
        return MetricBadge::tr("Counted: it follows from the network alone and is exact.");
    case dnas::Origin::Modelled:
        text = MetricBadge::tr("Modelled: a formula with coefficients that come from elsewhere, not from this board.");
        break;
    case dnas::Origin::Calibrated:
        text = MetricBadge::tr("Calibrated: a formula that was fitted to measurements.");
        break;
    case dnas::Origin::Measured:
        text = MetricBadge::tr("Measured on the board itself.");
        break;
    }
    if (value.errorPercent)
        text += QLatin1Char(' ') + MetricBadge::tr("Its error is stated as ± %1 %.").arg(errorText(value));
    return text;
}

QString originText(const dnas::CostValue &value, const QString &setup)
{
    QString text = originWord(value.origin);
    if (value.origin == dnas::Origin::Counted)
        return text;
    if (!setup.isEmpty())
        text = (value.origin == dnas::Origin::Measured ? MetricBadge::tr("%1 on %2") : MetricBadge::tr("%1 for %2"))
                   .arg(text, setup);
    if (value.errorPercent)
        text += MetricBadge::tr(", ± %1 %").arg(errorText(value));
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
    , m_note(new QLabel(this))
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
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setProperty("muted", true);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_note->setFont(small);
    m_note->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 7, 12, 8);
    layout->setSpacing(1);
    layout->addWidget(m_title);
    layout->addWidget(m_figure);
    layout->addWidget(m_note);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MetricBadge::setCost(const QString &metric, const dnas::CostValue &value, const QString &setup)
{
    const std::string name = metric.toStdString();
    const dnas::MetricInfo *info = dnas::findMetric(name);
    setText(info ? coreWord(info->title) : metric, QString::fromStdString(dnas::formatMetric(name, value.value)),
            originText(value, setup) + QLatin1Char('\n') + originMeaning(value), shortOriginText(value));
}

void MetricBadge::setText(const QString &title, const QString &figure, const QString &toolTip, const QString &note)
{
    m_title->setText(title);
    m_figure->setText(figure);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setToolTip(toolTip);
    setAccessibleName(note.isEmpty() ? QStringLiteral("%1: %2").arg(title, figure)
                                     : QStringLiteral("%1: %2, %3").arg(title, figure, note));
    setAccessibleDescription(toolTip);
}

void MetricBadge::setUnknown(const QString &title, const QString &toolTip) { setText(title, tr("–"), toolTip); }

QString MetricBadge::figureText() const { return m_figure->text(); }

} // namespace paretoscope
