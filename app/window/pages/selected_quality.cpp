// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See selected_quality.h.
#include "app/window/pages/selected_quality.h"

namespace paretoscope {

SelectedQuality::SelectedQuality(StudyDocument &document, Selection &selection, QWidget *parent)
    : QualityView(parent)
    , m_document(document)
    , m_selection(selection)
{
    connect(&m_selection, &Selection::changed, this, &SelectedQuality::refresh);
    connect(&m_document, &StudyDocument::opened, this, [this] {
        m_shown.reset();
        refresh();
    });
    connect(&m_document, &StudyDocument::candidatesChanged, this, [this] {
        m_shown.reset(); // it may have been measured again, or only now
        refresh();
    });
}

void SelectedQuality::showEvent(QShowEvent *event)
{
    QualityView::showEvent(event);
    refresh();
}

void SelectedQuality::refresh()
{
    const dnas::CandidateId id = m_selection.current();
    if (!isVisible() || m_shown == id)
        return;
    m_shown = id;
    const dnas::CandidateSummary *candidate = m_document.candidate(id);
    if (!candidate)
        return setEmpty(tr("No candidate is selected.\nClick a row of the table, or a point of the front."));
    if (!dnas::isMeasured(candidate->state))
        return setEmpty(tr("This candidate was never measured: its run did not get that far."));
    m_document.requestQuality(id, this, [this, id](std::optional<dnas::CandidateQuality> quality) {
        const dnas::CandidateSummary *known = m_document.candidate(id);
        if (m_shown != id || !known)
            return; // another one is selected by now
        if (!quality)
            setEmpty(tr("It cannot be read from the study."));
        else if (quality->empty())
            setEmpty(tr("Nothing is known beyond its quality: this candidate was measured before such details were "
                        "kept.\nA new search keeps them."));
        else
            setContent({std::move(*quality), known->quality, known->testQuality});
    });
}

} // namespace paretoscope
