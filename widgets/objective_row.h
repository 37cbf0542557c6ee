// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One line of the objective as the user edits it, as a value; to and from dnas::ObjectiveTerm.
#pragma once

#include "core/spec/search_spec.h"

#include <QString>

#include <optional>
#include <vector>

namespace paretoscope {

struct ObjectiveRow {
    QString metric = QStringLiteral("weights");
    dnas::TermShape mode = dnas::TermShape::Hinge; ///< limit (Hinge), aim (Absolute), minimise
    bool relative = true;             ///< targets are shares of the seed's cost (0.25), else in the metric's unit
    std::vector<double> targets{0.5}; ///< more than one makes a sweep; kept, but not used, while minimising
    std::vector<double> others = {};  ///< further targets of the other kind: amounts beside shares, or the reverse
    dnas::StrengthKind strengthKind = dnas::StrengthKind::Auto;
    std::vector<double> strengths{1}; ///< Auto: multipliers; more than one makes a sweep
    std::optional<bool> ramp = {};    ///< as a spec gave it; nothing: as usual for the kind
    bool operator==(const ObjectiveRow &) const = default;
};

/// What the editor must know of a metric: the seed's cost and what the space can reach (in the metric's unit).
struct MetricRange {
    QString metric;
    double seed = 0;
    double least = 0;
    double most = 0;
    bool operator==(const MetricRange &) const = default;
};

dnas::ObjectiveTerm toTerm(const ObjectiveRow &row);
/// The first target says which kind is the row's own.
ObjectiveRow fromTerm(const dnas::ObjectiveTerm &term);

/// "auto", "auto × 2", "auto × 0.5, 2", "0, 0.1, 1", "raw 1e-6": text of the strength field.
QString strengthText(const ObjectiveRow &row);
/// Reads strength text into `row`; false (row unchanged) when it is not understood. Strengths are ≥ 0.
bool parseStrengthText(const QString &text, ObjectiveRow &row);

/// Numbers separated by commas or semicolons, C locale; nothing when one is not a number.
std::optional<std::vector<double>> parseNumberList(const QString &text);

/// "25, 75, 40 KiB": all targets but the first, those of the row's own kind as plain numbers in the shown unit
/// (`factor` times that is the row's), the others with theirs.
QString furtherText(const ObjectiveRow &row, double factor);
/// Reads that; false (row unchanged) when it is not understood. Targets are ≥ 0.
bool parseFurtherText(const QString &text, double factor, ObjectiveRow &row);

/// A unit that a target may be typed in: factor to the metric's own unit. The first is "% of seed" (factor 0).
struct TargetUnit {
    QString text;
    double factor = 1;
};
std::vector<TargetUnit> targetUnits(const QString &metric);

/// Title of a metric for people ("Flash"); the name itself when unknown.
QString metricTitle(const QString &metric);

} // namespace paretoscope
