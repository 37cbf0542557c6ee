// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See objective_row.h.
#include "widgets/objective_row.h"

#include "core/hardware/metric.h"
#include "widgets/core_words.h"

#include <QObject>
#include <QStringList>

#include <cmath>

namespace paretoscope {

namespace {

QString numberText(double value) { return QString::number(value, 'g', 10); }

QString listText(const std::vector<double> &values)
{
    QStringList parts;
    for (const double value : values)
        parts << numberText(value);
    return parts.join(QStringLiteral(", "));
}

/// In the largest unit that leaves a whole part.
QString amountText(const QString &metric, double value)
{
    const std::vector<TargetUnit> units = targetUnits(metric);
    const TargetUnit *best = &units.back();
    for (const TargetUnit &unit : units)
        if (unit.factor > best->factor && value >= unit.factor)
            best = &unit;
    return numberText(value / best->factor) + QLatin1Char(' ') + best->text;
}

struct TypedTarget {
    double value = 0;
    std::optional<bool> relative; ///< nothing: no unit was typed
};

std::optional<TypedTarget> parseTarget(QString text, const QString &metric)
{
    std::optional<bool> relative;
    double factor = 1;
    if (text.endsWith(u'%')) {
        relative = true;
        factor = 0.01;
        text.chop(1);
    } else if (!text.isEmpty() && !text.back().isDigit() && text.back() != u'.') {
        for (const TargetUnit &unit : targetUnits(metric)) {
            if (unit.factor <= 0 || !text.endsWith(unit.text, Qt::CaseInsensitive) || relative)
                continue;
            relative = false;
            factor = unit.factor;
            text.chop(unit.text.size());
        }
        if (!relative) { // "uJ", "kB": whatever a spec may say
            const auto amount = dnas::parseQuantity(text.toStdString(), metric.toStdString());
            return amount.ok() ? std::optional(TypedTarget{amount.value(), false}) : std::nullopt;
        }
    }
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok); // C locale
    if (!ok || !std::isfinite(value) || value < 0)
        return std::nullopt;
    return TypedTarget{value * factor, relative};
}

QStringList listParts(const QString &text)
{
    QString plain = text;
    plain.replace(u';', u',').remove(u'[').remove(u']');
    return plain.trimmed().isEmpty() ? QStringList() : plain.split(u',');
}

bool isPlainAuto(const ObjectiveRow &row) { return row.strengths.empty() || row.strengths == std::vector<double>{1}; }

} // namespace

dnas::ObjectiveTerm toTerm(const ObjectiveRow &row)
{
    dnas::ObjectiveTerm term;
    term.metric = row.metric.toStdString();
    term.shape = row.mode;
    if (row.mode != dnas::TermShape::Minimise) {
        for (const double target : row.targets)
            term.targets.push_back({target, row.relative});
        for (const double target : row.others)
            term.targets.push_back({target, !row.relative});
    }
    term.strengthKind = row.strengthKind;
    term.strengths = row.strengths;
    term.ramp = row.ramp;
    return term;
}

ObjectiveRow fromTerm(const dnas::ObjectiveTerm &term)
{
    ObjectiveRow row;
    row.metric = QString::fromStdString(term.metric);
    row.mode = term.shape;
    row.strengthKind = term.strengthKind;
    row.ramp = term.ramp;
    if (!term.strengths.empty())
        row.strengths = term.strengths;
    if (term.targets.empty())
        return row;
    row.relative = term.targets.front().relative;
    row.targets.clear();
    for (const dnas::TargetValue &target : term.targets)
        (target.relative == row.relative ? row.targets : row.others).push_back(target.value);
    return row;
}

QString strengthText(const ObjectiveRow &row)
{
    switch (row.strengthKind) {
    case dnas::StrengthKind::Auto:
        return isPlainAuto(row) ? QStringLiteral("auto") : QStringLiteral("auto × ") + listText(row.strengths);
    case dnas::StrengthKind::Raw:
        return QStringLiteral("raw ") + listText(row.strengths);
    case dnas::StrengthKind::Normalised:
        break;
    }
    return listText(row.strengths);
}

bool parseStrengthText(const QString &text, ObjectiveRow &row)
{
    QString rest = text.simplified();
    auto kind = dnas::StrengthKind::Normalised;
    if (rest.startsWith(QStringLiteral("auto"), Qt::CaseInsensitive)) {
        kind = dnas::StrengthKind::Auto;
        rest = rest.mid(4).trimmed();
        if (rest.startsWith(QChar(0xd7)) || rest.startsWith(u'*') || rest.startsWith(u'x'))
            rest = rest.mid(1).trimmed();
        else if (!rest.isEmpty())
            return false;
        else
            rest = QStringLiteral("1");
    } else if (rest.startsWith(QStringLiteral("raw "), Qt::CaseInsensitive)) {
        kind = dnas::StrengthKind::Raw;
        rest = rest.mid(4);
    }
    const auto values = parseNumberList(rest);
    if (!values || values->empty())
        return false;
    for (const double value : *values)
        if (value < 0)
            return false;
    row.strengthKind = kind;
    row.strengths = *values;
    return true;
}

QString furtherText(const ObjectiveRow &row, double factor)
{
    QStringList parts;
    for (std::size_t i = 1; i < row.targets.size(); ++i)
        parts << QString::number(row.targets[i] / factor, 'g', 8);
    for (const double value : row.others)
        parts << (row.relative ? amountText(row.metric, value) : numberText(value * 100) + QStringLiteral(" %"));
    return parts.join(QStringLiteral(", "));
}

bool parseFurtherText(const QString &text, double factor, ObjectiveRow &row)
{
    std::vector<double> same;
    std::vector<double> others;
    for (const QString &part : listParts(text)) {
        const auto target = parseTarget(part.trimmed(), row.metric);
        if (!target)
            return false;
        if (target->relative.value_or(row.relative) != row.relative)
            others.push_back(target->value);
        else
            same.push_back(target->relative ? target->value : target->value * factor);
    }
    row.targets.resize(1);
    row.targets.insert(row.targets.end(), same.begin(), same.end());
    row.others = std::move(others);
    return true;
}

std::optional<std::vector<double>> parseNumberList(const QString &text)
{
    std::vector<double> values;
    for (const QString &part : listParts(text)) {
        bool ok = false;
        const double value = part.trimmed().toDouble(&ok); // C locale
        if (!ok || !std::isfinite(value))
            return std::nullopt;
        values.push_back(value);
    }
    return values;
}

std::vector<TargetUnit> targetUnits(const QString &metric)
{
    std::vector<TargetUnit> units{{QObject::tr("% of seed"), 0}};
    const dnas::MetricInfo *info = dnas::findMetric(metric.toStdString());
    const QString unit = info ? QString::fromStdString(info->unit) : QString();
    if (unit == QStringLiteral("B")) {
        units.push_back({QStringLiteral("KiB"), 1024});
        units.push_back({QStringLiteral("MiB"), 1024 * 1024});
        units.push_back({QStringLiteral("B"), 1});
    } else if (unit == QStringLiteral("ms")) {
        units.push_back({unit, 1});
    } else if (unit == QStringLiteral("µJ")) {
        units.push_back({unit, 1});
        units.push_back({QStringLiteral("mJ"), 1000});
    } else {
        units.push_back({QStringLiteral("k"), 1e3});
        units.push_back({QStringLiteral("M"), 1e6});
        units.push_back({QObject::tr("units"), 1});
    }
    return units;
}

QString metricTitle(const QString &metric)
{
    const dnas::MetricInfo *info = dnas::findMetric(metric.toStdString());
    return info ? coreWord(info->title) : metric;
}

} // namespace paretoscope
