// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See front_summary.h.
#include "app/window/pages/front_summary.h"

#include "app/window/candidate_model.h"
#include "app/window/text.h"
#include "widgets/core_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace paretoscope {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(paretoscope::FrontSummary)
};

} // namespace

FrontSummary summariseFront(const std::optional<dnas::FrontBox> &box, std::span<const dnas::CandidateSummary> shown,
                            std::span<const std::size_t> front, const dnas::FrontFigureOptions &options,
                            double hypervolume)
{
    FrontSummary summary;
    summary.text = Text::tr("%1 of %2 candidates are on the front", nullptr, static_cast<int>(shown.size()))
                       .arg(front.size())
                       .arg(shown.size());
    std::vector<dnas::FrontPoint> points;
    for (const std::size_t index : front)
        points.push_back(
            {dnas::metricOf(shown[index], options.xMetric), dnas::metricOf(shown[index], options.yMetric)});
    if (const int knee = dnas::kneeOf(points); knee >= 0)
        summary.text +=
            Text::tr("; its knee is “%1”").arg(coreWord(shown[front[static_cast<std::size_t>(knee)]].label));
    summary.text += QLatin1Char('.');
    if (box && std::isfinite(hypervolume)) {
        const QString cost = toText(dnas::formatMetric(options.xMetric, box->worst.x));
        const QString quality = qualityText(dnas::qualityMetricOf(shown), box->worst.y);
        summary.text += QLatin1Char(' ') + Text::tr("Hypervolume %1 % (reference: %2 at %3).")
                                               .arg(QString::number(hypervolume * 100, 'f', 1), quality, cost);
        summary.toolTip =
            Text::tr("Hypervolume: the share that the front dominates of the box between the best and the worst of "
                     "all finished candidates. Its reference point is the worst corner: %1 at a cost of %2. It is the "
                     "same on a logarithmic axis.")
                .arg(quality, cost);
    }
    if (options.xLimit || options.yLimit) {
        const dnas::InsideLimits isInside(options);
        const auto inside = std::count_if(shown.begin(), shown.end(), [&](const dnas::CandidateSummary &candidate) {
            return isDone(candidate) && isInside(candidate);
        });
        summary.text += QLatin1Char(' ') + Text::tr("%1 of %2 are inside the limits.")
                                               .arg(inside)
                                               .arg(std::count_if(shown.begin(), shown.end(), isDone));
    }
    return summary;
}

} // namespace paretoscope
