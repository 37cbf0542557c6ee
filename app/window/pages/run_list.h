// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The runs of the open study with their states, forks under the run that they left; follows the newest run until the
// user picks one.
#pragma once

#include "core/study/study.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QTreeWidget;

namespace paretoscope {

class RunList : public QWidget {
    Q_OBJECT

public:
    explicit RunList(QWidget *parent = nullptr);

    using Steering = std::map<dnas::RunId, std::vector<dnas::SteeringChanged>>;
    /// Keeps the choice; emits currentChanged when it moves. A run that was changed by hand says how, as its label
    /// tells only what it began with.
    void setRuns(const std::vector<dnas::StudyRun> &runs, const Steering &steering);
    dnas::RunId current() const { return m_current; }
    /// Follow the newest again, for a new study.
    void reset();

signals:
    void currentChanged();

private:
    struct Row {
        dnas::RunId run;
        int depth = 0;
        QString text;
        QString tip;
        bool isFork = false;
        bool operator==(const Row &) const = default;
    };
    static std::vector<Row> rowsOf(const std::vector<dnas::StudyRun> &runs, const Steering &steering);
    void fill(std::vector<Row> rows, dnas::RunId wanted);
    void rebuild();
    void choose(dnas::RunId run);

    std::vector<Row> m_rows;
    QTreeWidget *m_list;
    QCheckBox *m_follow;
    dnas::RunId m_current;
    bool m_quiet = false;
};

/// "shared warm-up" or the label.
QString runTitle(const dnas::StudyRun &run);

} // namespace paretoscope
