// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See setup_verdicts.h.
#include "app/window/pages/setup_verdicts.h"

#include "app/window/pages/setup_page.h"
#include "app/window/text.h"
#include "widgets/core_words.h"
#include "widgets/objective_editor.h"

namespace paretoscope {
namespace {

/// Why something cannot be met, and what to do about it.
QString remediedText(const std::string &because, const std::string &remedy)
{
    const QString text = verdictText(because);
    return remedy.empty() ? text : text + QStringLiteral("; ") + verdictText(remedy);
}

/// The worst verdict about the objective's term `index` (a sweep has several).
const dnas::LimitVerdict *verdictOf(const dnas::SearchPlan &plan, std::size_t index)
{
    const dnas::LimitVerdict *worst = nullptr;
    for (const dnas::LimitVerdict &verdict : plan.verdicts) {
        if (verdict.term == index && (!worst || verdict.verdict >= worst->verdict))
            worst = &verdict;
    }
    return worst;
}

} // namespace

void showVerdicts(const dnas::SearchPlan &plan, ObjectiveEditor &objective)
{
    for (int row = 0; row < objective.rowCount(); ++row) {
        if (const dnas::LimitVerdict *found = verdictOf(plan, static_cast<std::size_t>(row)))
            objective.setVerdict(row, found->verdict, remediedText(found->because, found->remedy));
    }
    if (plan.contradictions.empty())
        return;
    const dnas::Contradiction &first = plan.contradictions.front(); // the one that the line beside Start names
    objective.setVerdict(static_cast<int>(first.term), dnas::Verdict::Impossible,
                         remediedText(first.because, first.remedy));
}

QString unreachableText(const dnas::SearchPlan &plan)
{
    QStringList metrics;
    for (const dnas::LimitVerdict &verdict : plan.verdicts) {
        const QString title = metricTitle(toText(verdict.metric));
        if (verdict.verdict == dnas::Verdict::Impossible && !metrics.contains(title))
            metrics.append(title);
    }
    if (!metrics.empty()) {
        const QString text = SetupPage::tr("out of reach, see above: %1.").arg(metrics.join(QStringLiteral(", ")));
        return plan.elsewhere.empty() ? text
                                      : text + QLatin1Char(' ') +
                                            SetupPage::tr("Each can be met with %1.").arg(verdictText(plan.elsewhere));
    }
    if (plan.contradictions.empty())
        return {};
    const dnas::Contradiction &first = plan.contradictions.front();
    const QString text = SetupPage::tr("the targets exclude each other, see above.");
    return first.run.empty() ? text : SetupPage::tr("in run %1: %2").arg(toText(first.run), text);
}

} // namespace paretoscope
