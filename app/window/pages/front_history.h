// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The front over time: a slider from the first candidate to the last, a button that plays it, and the hypervolume on
// the way. At the right end new candidates are followed.
#pragma once

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QSlider;

namespace paretoscope {

class PlayButton;
class SparkLine;

class FrontHistory : public QWidget {
    Q_OBJECT

public:
    explicit FrontHistory(QWidget *parent = nullptr);

    /// Goes to the end, as for another study.
    void restart();
    /// `hypervolume`: its share after each of the candidates; may be empty. Emits nothing.
    void setHistory(int candidates, std::vector<double> hypervolume);
    int shown() const; ///< how many candidates, from the first on
    bool isAtEnd() const;

signals:
    void changed();

private:
    void play();
    void showCaption();

    PlayButton *m_play;
    QSlider *m_slider;
    QLabel *m_caption;
    SparkLine *m_line;
    QTimer m_playing;
};

} // namespace paretoscope
