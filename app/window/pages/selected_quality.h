// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the selected candidate gets right and wrong, read from the study when it is to be seen.
#pragma once

#include "app/window/selection.h"
#include "app/window/study_document.h"
#include "widgets/quality_view.h"

#include <optional>

namespace paretoscope {

class SelectedQuality : public QualityView {
    Q_OBJECT

public:
    SelectedQuality(StudyDocument &document, Selection &selection, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    StudyDocument &m_document;
    Selection &m_selection;
    std::optional<dnas::CandidateId> m_shown; ///< or asked for; nothing: to be asked for anew
};

} // namespace paretoscope
