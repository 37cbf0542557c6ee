// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layers: widths, costs and memory of a candidate, of the seed, or of a run at any epoch of its search (the slider
// replays it; at its right end it follows a running search).
#pragma once

#include "app/window/selection.h"
#include "app/window/study_document.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;

namespace paretoscope {

class LayersView;
class MemoryView;
class PlayButton;

class LayersPage : public QWidget {
    Q_OBJECT

public:
    LayersPage(StudyDocument &document, Selection &selection, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fillSources();
    void showSource();
    void showEpoch();
    void showNetwork(const dnas::Network &network, const QString &caption);
    void showMemory(const dnas::Network *network, bool isModelled);
    void refreshSoon();
    void play();

    StudyDocument &m_document;
    Selection &m_selection;
    QComboBox *m_source;
    QSlider *m_slider;
    PlayButton *m_play;
    QLabel *m_caption;
    QLabel *m_totals;
    LayersView *m_view;
    MemoryView *m_memory;
    QTimer m_refresh;
    QTimer m_playing;
    std::vector<dnas::EpochReport> m_epochs; ///< of the chosen run, those with widths
    int m_request = 0;
};

} // namespace paretoscope
