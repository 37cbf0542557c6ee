// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See front_history.h.
#include "app/window/pages/front_history.h"

#include "widgets/play_button.h"
#include "widgets/spark_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>

namespace paretoscope {
namespace {

constexpr int kWholeMs = 6000; ///< to play everything
constexpr int kStepMs = 30;    ///< at least, for a step
constexpr int kSlowestMs = 400;

} // namespace

FrontHistory::FrontHistory(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("frontHistory"));
    m_play = new PlayButton(this);
    m_play->setObjectName(QStringLiteral("historyPlay"));
    m_play->setToolTip(tr("Play how the front grew"));
    m_play->setAccessibleName(tr("Play how the front grew"));
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("historySlider"));
    m_slider->setAccessibleName(tr("Candidates, from the first on"));
    m_slider->setToolTip(tr("The front as it was when so many candidates had finished"));
    m_slider->setRange(1, 1);
    m_caption = new QLabel(this);
    m_caption->setObjectName(QStringLiteral("historyCaption"));
    m_line = new SparkLine(this);
    m_line->setObjectName(QStringLiteral("historyLine"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_play);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_caption);
    layout->addWidget(m_line);
    connect(m_play, &PlayButton::clicked, this, &FrontHistory::play);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showCaption();
        emit changed();
    });
    connect(&m_playing, &QTimer::timeout, this, [this] {
        m_slider->setValue(m_slider->value() + std::max(1, m_slider->maximum() * kStepMs / kWholeMs));
        if (isAtEnd())
            play(); // which stops it
    });
    showCaption();
}

void FrontHistory::restart()
{
    if (m_playing.isActive())
        play();
    setHistory(0, {});
}

void FrontHistory::setHistory(int candidates, std::vector<double> hypervolume)
{
    const bool follow = isAtEnd();
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setMaximum(std::max(1, candidates));
        m_slider->setPageStep(std::max(1, candidates / 10));
        if (follow)
            m_slider->setValue(m_slider->maximum());
    }
    setVisible(candidates > 1);
    m_line->setVisible(!hypervolume.empty());
    m_line->setValues(std::move(hypervolume));
    // As wide as it will be at the end, so that the slider does not move under the mouse.
    const QString longest = tr("after %1 of %2 candidates", nullptr, candidates).arg(candidates).arg(candidates);
    m_caption->setMinimumWidth(m_caption->fontMetrics().horizontalAdvance(longest) + 4);
    showCaption();
}

int FrontHistory::shown() const { return m_slider->value(); }
bool FrontHistory::isAtEnd() const { return m_slider->value() == m_slider->maximum(); }

void FrontHistory::play()
{
    if (m_playing.isActive()) {
        m_playing.stop();
        m_play->setPlaying(false);
        return;
    }
    if (isAtEnd())
        m_slider->setValue(m_slider->minimum());
    m_playing.start(std::clamp(kWholeMs / m_slider->maximum(), kStepMs, kSlowestMs));
    m_play->setPlaying(true);
}

void FrontHistory::showCaption()
{
    m_caption->setText(
        tr("after %1 of %2 candidates", nullptr, m_slider->maximum()).arg(m_slider->value()).arg(m_slider->maximum()));
    m_line->setMarked(m_slider->value() - 1);
    const std::vector<double> &shares = m_line->values();
    const auto index = static_cast<std::size_t>(m_slider->value() - 1);
    const QString share = index < shares.size() ? QString::number(shares[index] * 100, 'f', 1) : QString();
    const QString text = tr("Hypervolume over time: %1 % after %2 candidates", nullptr, m_slider->value())
                             .arg(share)
                             .arg(m_slider->value());
    m_line->setToolTip(text);
    m_line->setAccessibleName(text);
}

} // namespace paretoscope
