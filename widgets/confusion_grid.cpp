// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See confusion_grid.h. Painting is in confusion_grid_paint.cpp.
#include "widgets/confusion_grid.h"

#include "core/report/confusion_svg.h"
#include "widgets/palette.h"
#include "widgets/plot_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace paretoscope {

namespace {

constexpr std::size_t kPairsByKey = 100; ///< that N goes through

} // namespace

ConfusionGrid::ConfusionGrid(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Confusion matrix"));
}

void ConfusionGrid::setMatrix(std::optional<dnas::ConfusionMatrix> matrix)
{
    if (!matrix || !m_matrix || matrix->classes() != m_matrix->classes())
        m_current.reset();
    m_hovered.reset();
    m_matrix = std::move(matrix);
    choose(m_current);
}

QString ConfusionGrid::textOf(Cell cell) const
{
    const QString truth = fromUtf8(m_matrix->name(cell.truth));
    const QString share = fromUtf8(dnas::cellShareText(*m_matrix, cell.truth, cell.predicted));
    const QString count = countText(m_matrix->count(cell.truth, cell.predicted));
    const QString samples = countText(m_matrix->samples(cell.truth));
    if (m_matrix->samples(cell.truth) == 0)
        return tr("There are no samples of “%1”.").arg(truth);
    if (cell.truth == cell.predicted)
        return tr("“%1” is found: %2 of %3 (%4)").arg(truth, count, samples, share);
    return tr("“%1” is taken for “%2”: %3 of %4 (%5)")
        .arg(truth, fromUtf8(m_matrix->name(cell.predicted)), count, samples, share);
}

QString ConfusionGrid::hint() const
{
    return hasNumbers() ? tr("Numbers: % of the true class. Hover or arrow keys read a cell, N the next mistake.")
                        : tr("Hover or arrow keys read a cell, N the next mistake; Ctrl+T shows lists.");
}

void ConfusionGrid::choose(std::optional<Cell> cell)
{
    m_current = cell;
    setAccessibleDescription(!m_matrix   ? QString()
                             : m_current ? textOf(*m_current)
                                         : tr("%n classes; %1", nullptr, m_matrix->classes()).arg(hint()));
    update();
}

void ConfusionGrid::step(int rows, int columns)
{
    const int last = m_matrix->classes() - 1;
    if (!m_current)
        return choose(Cell{0, 0});
    choose(Cell{std::clamp(m_current->truth + rows, 0, last), std::clamp(m_current->predicted + columns, 0, last)});
}

void ConfusionGrid::stepPair(int by)
{
    const auto pairs = dnas::mostConfused(*m_matrix, kPairsByKey);
    if (pairs.empty())
        return;
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const dnas::ConfusedPair &pair) {
        return m_current && pair.truth == m_current->truth && pair.predicted == m_current->predicted;
    });
    const auto count = static_cast<std::ptrdiff_t>(pairs.size());
    const std::ptrdiff_t from = found == pairs.end() ? (by > 0 ? -1 : 0) : found - pairs.begin();
    const dnas::ConfusedPair &next = pairs[static_cast<std::size_t>(((from + by) % count + count) % count)];
    choose(Cell{next.truth, next.predicted});
}

bool ConfusionGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Home fits plots elsewhere in the window; here it goes along the row.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Home && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto cell = cellAt(help->pos()))
        QToolTip::showText(help->globalPos(), textOf(*cell), this, rectOf(*cell).toAlignedRect());
    else
        QToolTip::hideText();
    return true;
}

void ConfusionGrid::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers().setFlag(Qt::KeypadModifier, false);
    const bool plain = modifiers == Qt::NoModifier;
    if (!m_matrix || !(plain || (modifiers == Qt::ShiftModifier && event->key() == Qt::Key_N)))
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return step(0, -1);
    case Qt::Key_Right:
        return step(0, 1);
    case Qt::Key_Up:
        return step(-1, 0);
    case Qt::Key_Down:
        return step(1, 0);
    case Qt::Key_Home:
        return step(0, -m_matrix->classes());
    case Qt::Key_End:
        return step(0, m_matrix->classes());
    case Qt::Key_N:
        return stepPair(plain ? 1 : -1);
    case Qt::Key_Escape:
        if (m_current)
            return choose({});
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ConfusionGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_matrix)
        choose(cellAt(event->position()));
    else
        QWidget::mousePressEvent(event);
}

void ConfusionGrid::mouseMoveEvent(QMouseEvent *event)
{
    const auto cell = cellAt(event->position());
    if (cell != m_hovered) {
        m_hovered = cell;
        update();
    }
    QWidget::mouseMoveEvent(event);
}

void ConfusionGrid::leaveEvent(QEvent *event)
{
    m_hovered.reset();
    update();
    QWidget::leaveEvent(event);
}

void ConfusionGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeEvent(event) || event->type() == QEvent::FontChange)
        update();
}

} // namespace paretoscope
