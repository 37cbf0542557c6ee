// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the search in Setup will take, probed on the user's wish: a few steps of every phase, on a worker. An
// answer about an older wish is dropped. GUI thread; never blocks.
#pragma once

#include "app/window/search_engine.h"

#include <QObject>

#include <memory>
#include <optional>

namespace paretoscope {

class TimeEstimate : public QObject {
    Q_OBJECT

public:
    explicit TimeEstimate(std::shared_ptr<SearchEngine> engine, QObject *parent = nullptr);

    void request(std::shared_ptr<const dnas::SearchPlan> plan, const dnas::SearchOptions &options);
    /// What was measured, or is being measured, is about another search now.
    void forget();
    bool busy() const { return m_wanted; }
    QString text() const { return m_text; } ///< the estimate, or why there is none; empty before

signals:
    void changed();

private:
    struct Wish {
        std::shared_ptr<const dnas::SearchPlan> plan;
        dnas::SearchOptions options;
    };
    void begin(const Wish &wish);
    void onProbed(const Wish &wish, const dnas::Result<dnas::ProbeResult> &probe);

    std::shared_ptr<SearchEngine> m_engine;
    std::optional<Wish> m_next; ///< waits for a probe that nobody wants any more
    QString m_text;
    bool m_running = false; ///< one probe at a time: two would slow each other
    bool m_wanted = false;
};

/// "40 s", "12 min", "2 h 05 min": as coarse as an estimate is.
QString roughDuration(double seconds);
/// "About 12 min, seed network included. Warm-up …": two sentences.
QString estimateText(const dnas::SearchPlan &plan, const dnas::ProbeResult &probe, const dnas::SearchOptions &options);

} // namespace paretoscope
