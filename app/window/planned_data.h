// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What lies on the disk for the benchmark that is planned, looked at on a worker whenever benchmark, split or folder
// change. Only the newest answer is told. GUI thread.
#pragma once

#include "core/data/data_set.h"
#include "core/spec/search_spec.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

namespace paretoscope {

class PlannedData : public QObject {
    Q_OBJECT

public:
    explicit PlannedData(QObject *parent = nullptr);
    ~PlannedData() override; ///< gives up a look, and does not wait for it

    /// Looks, unless the answer for just this is there or on its way. `folder` as typed; empty: the default one.
    void request(const dnas::SearchPlan &plan, const std::string &folder);
    void forget(); ///< the next request looks anew
    /// All samples, however few of them the recipe uses. None while it looks.
    const std::optional<dnas::DataReport> &report() const { return m_report; }

signals:
    void looked();

private:
    std::string m_subject; ///< benchmark, share of the validation and folder that the report is about
    std::optional<dnas::DataReport> m_report;
    int m_request = 0;
    std::shared_ptr<dnas::StopToken> m_stop; ///< of the newest look
};

} // namespace paretoscope
