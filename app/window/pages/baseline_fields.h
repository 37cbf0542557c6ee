// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a search is held against: simple ways to meet the same targets, as runs of their own. Values in, values out.
#pragma once

#include "core/spec/search_spec.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace paretoscope {

class BaselineFields : public QWidget {
    Q_OBJECT

public:
    explicit BaselineFields(QWidget *parent = nullptr);

    void setBaselines(const dnas::Baselines &baselines); ///< emits changed() where a value differs
    dnas::Baselines baselines() const;

signals:
    void changed();

private:
    QCheckBox *m_widthMultiplier;
    QCheckBox *m_magnitude;
    QSpinBox *m_randomWidths;
};

} // namespace paretoscope
