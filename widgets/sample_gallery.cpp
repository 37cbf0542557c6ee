// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sample_gallery.h.
#include "widgets/sample_gallery.h"

#include "widgets/core_words.h"
#include "widgets/sample_picture.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <utility>

namespace paretoscope {

SampleGallery::SampleGallery(QWidget *parent)
    : QWidget(parent)
{
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("samples"));
    m_list->setAccessibleName(tr("Samples"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setTabKeyNavigation(false);
    m_legend = new QLabel(this);
    m_legend->setObjectName(QStringLiteral("legend"));
    m_legend->setProperty("muted", true);
    m_legend->setWordWrap(true);
    m_scale = new QLabel(this);
    m_empty = new QLabel(this);
    m_empty->setObjectName(QStringLiteral("emptyText"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto *legend = new QHBoxLayout;
    legend->addWidget(m_legend, 1);
    legend->addWidget(m_scale);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(legend);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    setFocusProxy(m_list);
    draw();
}

void SampleGallery::setSamples(dnas::SampleViews samples)
{
    m_samples = std::move(samples);
    draw();
}

void SampleGallery::setEmptyText(const QString &text) { m_empty->setText(text); }

void SampleGallery::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeEvent(event))
        draw();
}

void SampleGallery::draw()
{
    const int current = m_list->currentRow();
    m_list->clear();
    const SamplePainter painter(m_samples, palette(), font(), devicePixelRatioF());
    m_list->setIconSize(painter.size());
    m_list->setGridSize(painter.size() + QSize(14, fontMetrics().height() + 16));
    for (const dnas::SampleView &sample : m_samples.samples) {
        const QPixmap picture = painter.draw(sample);
        QIcon icon(picture);
        icon.addPixmap(picture, QIcon::Selected); // not tinted
        const QString name = QString::fromStdString(sample.className);
        const QString file = QString::fromStdString(sample.name);
        auto *item = new QListWidgetItem(icon, name, m_list);
        item->setToolTip(tr("%1\n%2").arg(name, file));
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(name, file));
    }
    if (current >= 0 && current < m_list->count())
        m_list->setCurrentRow(current);
    const bool empty = m_samples.samples.empty();
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    drawLegend();
}

void SampleGallery::drawLegend()
{
    const bool features = m_samples.sounds && !m_samples.samples.empty();
    m_legend->setVisible(features);
    m_scale->setVisible(features);
    if (!features)
        return;
    const dnas::FeatureAxes &axes = m_samples.axes;
    m_legend->setText(tr("To the right: seconds. Upwards: %1. Colours:").arg(coreWord(axes.rows)));
    m_scale->setPixmap(colourScale(axes, palette(), font(), devicePixelRatioF()));
    m_scale->setAccessibleName(tr("Colours from %1 to %2")
                                   .arg(static_cast<double>(axes.least), 0, 'f', 1)
                                   .arg(static_cast<double>(axes.most), 0, 'f', 1));
}

} // namespace paretoscope
