// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plans the spec that is being edited, on a worker thread, after a short pause of typing. Only the newest answer
// is told. GUI thread.
#pragma once

#include "widgets/objective_row.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace paretoscope {

/// What planning said: a plan, or why there is none.
struct PlanAnswer {
    std::shared_ptr<const dnas::SearchPlan> plan;
    std::optional<dnas::Error> error;
    std::optional<dnas::BoardSetup> setup; ///< when there is no plan: the board, if that can be read
    std::string text;                      ///< the spec as YAML
    std::vector<MetricRange> ranges;       ///< of every metric that the board models, when there is a plan
};

class SearchPlanner : public QObject {
    Q_OBJECT

public:
    explicit SearchPlanner(QObject *parent = nullptr);

    void request(const dnas::SearchSpec &spec);
    bool busy() const { return m_busy || m_timer.isActive(); }

signals:
    void planned(const paretoscope::PlanAnswer &answer);

private:
    void begin();

    QTimer m_timer;
    std::optional<dnas::SearchSpec> m_next;
    bool m_busy = false;
};

/// Writes the spec, reads it back as a file would be, and plans it: what the window runs is what `dnas` would run.
PlanAnswer planText(const dnas::SearchSpec &spec);

} // namespace paretoscope
