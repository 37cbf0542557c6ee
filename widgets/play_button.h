// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Play and pause in one button. The signs are drawn: few fonts have the one for pause. GUI thread.
#pragma once

#include <QToolButton>

namespace paretoscope {

class PlayButton : public QToolButton {
    Q_OBJECT
public:
    explicit PlayButton(QWidget *parent = nullptr);

    /// What goes on now: the button offers the other. Emits nothing.
    void setPlaying(bool playing);
    bool isPlaying() const { return m_playing; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();
    bool m_playing = false;
};

} // namespace paretoscope
