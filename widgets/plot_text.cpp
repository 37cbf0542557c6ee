// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_text.h"

#include "core/report/ticks.h"

namespace paretoscope {

QString tickText(double value, double step, bool percent, double largest)
{
    return fromUtf8(dnas::tickText(value, step, percent, largest));
}

QString valueText(double value, bool percent) { return fromUtf8(dnas::valueText(value, percent)); }

QString decadeText(double value, bool percent) { return fromUtf8(dnas::decadeText(value, percent)); }

QString countText(std::int64_t count)
{
    QString text = QString::number(count);
    for (qsizetype place = text.size() - 3; place > (count < 0 ? 1 : 0); place -= 3)
        text.insert(place, QChar::Nbsp);
    return text;
}

} // namespace paretoscope
