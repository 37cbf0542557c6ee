// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See work_text.h.
#include "app/window/work_text.h"

#include "app/window/text.h"
#include "core/base/numbers.h"
#include "core/hardware/metric.h"
#include "widgets/core_words.h"
#include "widgets/plot_text.h"

#include <QCoreApplication>

namespace paretoscope {

namespace {

struct WorkTexts {
    Q_DECLARE_TR_FUNCTIONS(WorkTexts)
};

double shareOf(std::int64_t done, std::int64_t whole)
{
    return whole > 0 ? static_cast<double>(done) / static_cast<double>(whole) : -1;
}

} // namespace

QString bytesText(std::int64_t bytes) { return toText(dnas::formatMetric("flash", static_cast<double>(bytes))); }

QString workText(const dnas::WorkProgress &now)
{
    return WorkTexts::tr("%1: %2 of %3").arg(coreWord(now.what), countText(now.done), countText(now.whole));
}

QString workText(const dnas::DownloadProgress &now)
{
    QString text =
        now.stage == dnas::DownloadStage::Checking ? WorkTexts::tr("checking %1") : WorkTexts::tr("fetching %1");
    text = text.arg(now.size ? WorkTexts::tr("%1 of %2").arg(bytesText(now.bytes), bytesText(*now.size))
                             : bytesText(now.bytes));
    if (now.stage == dnas::DownloadStage::Fetching && now.bytesPerSecond > 0)
        text += WorkTexts::tr(", %1/s").arg(bytesText(static_cast<std::int64_t>(now.bytesPerSecond)));
    return text;
}

QString workText(const dnas::UnpackProgress &now)
{
    return WorkTexts::tr("unpacking %1 %, files and folders: %2")
        .arg(100 * now.share, 0, 'f', 0)
        .arg(countText(now.entries));
}

double workShare(const dnas::WorkProgress &now) { return shareOf(now.done, now.whole); }

double workShare(const dnas::DownloadProgress &now) { return shareOf(now.bytes, now.size.value_or(0)); }

double workShare(const dnas::UnpackProgress &now) { return now.share; }

QString remainingText(std::optional<double> seconds)
{
    return seconds ? WorkTexts::tr(", about %1 remaining").arg(toText(dnas::durationText(*seconds))) : QString();
}

} // namespace paretoscope
