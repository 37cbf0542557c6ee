// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See quality_view.h.
#include "widgets/quality_view.h"

#include "core/base/quality_text.h"
#include "widgets/confusion_grid.h"
#include "widgets/confusion_tables.h"
#include "widgets/core_words.h"
#include "widgets/palette.h"
#include "widgets/plot_text.h"
#include "widgets/plot_view.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

#include <qcustomplot.h>

namespace paretoscope {

namespace {

QString asPercent(double share) { return fromUtf8(dnas::qualityText("accuracy", share)); }
/// What decides the form of a noun, as tr() takes it.
int pluralOf(std::int64_t number) { return number == 1 ? 1 : 2; }
QString asAuc(double value) { return fromUtf8(dnas::qualityText("AUC", value)); }

} // namespace

QualityView::QualityView(QWidget *parent)
    : QWidget(parent)
    , m_ask(askByDialog(this))
{
    createParts();
    auto *splitLabel = new QLabel(tr("Spl&it"), this);
    splitLabel->setBuddy(m_split);
    auto *head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(splitLabel);
    head->addWidget(m_split);
    head->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);

    connect(m_split, &QComboBox::activated, this, &QualityView::refresh);
    connect(m_table, &QToolButton::toggled, this, &QualityView::showTwin);
    connect(m_machines, &PlotView::tableVisibleChanged, m_table, &QToolButton::setChecked);
    connect(m_machines, &PlotView::exportFailed, this, &QualityView::exportFailed);
    connect(m_machines, &PlotView::exported, this, &QualityView::exported);
    auto *twin = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
    twin->setContext(Qt::WidgetWithChildrenShortcut);
    connect(twin, &QShortcut::activated, m_table, [this] {
        if (m_table->isEnabled())
            m_table->toggle();
    });
    setEmpty(tr("No candidate is selected."));
}

void QualityView::createParts()
{
    m_headline = new QLabel(this);
    m_headline->setObjectName(QStringLiteral("qualityHeadline"));
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_split = new QComboBox(this);
    m_split->setObjectName(QStringLiteral("qualitySplit"));
    m_split->addItems({tr("Validation"), tr("Test")});
    m_split->setToolTip(tr("Whose samples are counted. Validation alone decides what is on the front."));
    m_table = new QToolButton(this);
    m_table->setObjectName(QStringLiteral("qualityTable"));
    m_table->setText(tr("Ta&ble"));
    m_table->setToolTip(tr("Show lists instead of the picture (Ctrl+T)"));
    m_table->setCheckable(true);
    m_table->setFocusPolicy(Qt::StrongFocus);
    m_empty = new QLabel(this);
    m_empty->setObjectName(QStringLiteral("qualityEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("muted", true);
    m_grid = new ConfusionGrid(this);
    m_grid->setObjectName(QStringLiteral("confusionGrid"));
    m_tables = new ConfusionTables(this);
    m_tables->setObjectName(QStringLiteral("confusionTables"));
    m_machines = new PlotView(this);
    m_machines->setObjectName(QStringLiteral("machinePlot"));
    m_stack = new QStackedWidget(this);
    for (QWidget *page : std::initializer_list<QWidget *>{m_empty, m_grid, m_tables, m_machines})
        m_stack->addWidget(page);
}

void QualityView::setContent(Content content)
{
    m_content = std::move(content);
    refresh();
}

void QualityView::setEmpty(const QString &text)
{
    m_empty->setText(text);
    setContent({});
}

const dnas::SplitQuality &QualityView::split() const
{
    return m_split->currentIndex() == 1 ? m_content.quality.test : m_content.quality.validation;
}

bool QualityView::isPicture() const { return m_stack->currentWidget() == m_grid; }

void QualityView::refresh()
{
    const dnas::SplitQuality &shown = split();
    const bool hasMachines = !shown.machines.empty();
    const bool tooMany = shown.confusion && shown.confusion->classes() > dnas::kMostMatrixClasses;
    m_headline->setText(headline());
    m_split->setEnabled(!m_content.quality.empty());
    m_table->setEnabled((shown.confusion && !tooMany) || hasMachines);
    m_table->setToolTip(
        tooMany
            ? tr("A picture of %1 classes could not be read: these are lists of them").arg(shown.confusion->classes())
            : tr("Show lists instead of the picture (Ctrl+T)"));
    m_grid->setMatrix(tooMany ? std::nullopt : shown.confusion);
    if (shown.confusion)
        m_tables->setMatrix(*shown.confusion);
    if (hasMachines) {
        dnas::Figure figure = dnas::machineFigure(shown.machines);
        m_machines->setFigure(translated(std::move(figure)), Refit::Fit);
    }
    showTwin(m_table->isChecked());
}

void QualityView::showTwin(bool table)
{
    const dnas::SplitQuality &shown = split();
    m_machines->setTableVisible(table);
    if (shown.confusion)
        m_stack->setCurrentWidget(table || !m_grid->matrix() ? static_cast<QWidget *>(m_tables) : m_grid);
    else
        m_stack->setCurrentWidget(shown.machines.empty() ? static_cast<QWidget *>(m_empty) : m_machines);
    setFocusProxy(m_stack->currentWidget());
}

QString QualityView::headline() const
{
    const dnas::SplitQuality &shown = split();
    QString text;
    if (shown.confusion) {
        text = tr("%1 of %2 samples are right.")
                   .arg(asPercent(shown.confusion->accuracy()), countText(shown.confusion->total()));
        if (shown.topFive)
            text += u' ' + tr("Among the five best: %1.").arg(asPercent(*shown.topFive));
        if (const auto pairs = dnas::mostConfused(*shown.confusion, 1); !pairs.empty())
            text += u' ' + tr("Confused most: “%1” taken for “%2” (%3 samples).", nullptr, pluralOf(pairs[0].count))
                               .arg(fromUtf8(shown.confusion->name(pairs[0].truth)),
                                    fromUtf8(shown.confusion->name(pairs[0].predicted)), countText(pairs[0].count));
    } else if (!shown.machines.empty()) {
        const double mean = m_split->currentIndex() == 1 ? m_content.test : m_content.validation;
        text = tr("AUC %1, mean of %n machines.", nullptr, static_cast<int>(shown.machines.size())).arg(asAuc(mean));
        if (shown.partialAuc)
            text += u' ' + tr("Partial AUC %1, at up to 10 % of false alarms.").arg(asAuc(*shown.partialAuc));
    }
    return text;
}

Picture QualityView::picture() const
{
    return {.title = m_headline->text(), .size = m_grid->size(), .draw = [this](QCPPainter &painter) {
                m_grid->paint(painter, Theme::Light); // paper is white
            }};
}

bool QualityView::exportTo(const QString &path, PlotFormat format)
{
    if (!split().confusion)
        return m_machines->exportTo(path, format);
    const QString failure = format == PlotFormat::Csv ? writeTextFile(path, ConfusionTables::csvOf(*split().confusion))
                                                      : writePicture(path, format, picture());
    if (failure.isEmpty())
        emit exported(path);
    else
        emit exportFailed(failure);
    return failure.isEmpty();
}

void QualityView::copyPicture() { copyToClipboard(picture()); }

void QualityView::setAskFileName(AskFileName ask)
{
    m_machines->setAskFileName(ask);
    m_ask = std::move(ask);
}

QMenu *QualityView::createContextMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("qualityMenu"));
    QAction *copy = menu->addAction(tr("&Copy picture\tCtrl+C"), this, &QualityView::copyPicture);
    copy->setObjectName(QStringLiteral("actionCopyPicture"));
    menu->addSeparator();
    addSaveActions(*menu, {.dialogTitle = tr("Save the confusion matrix"),
                           .name = tr("Confusion matrix"),
                           .csvText = tr("Save all counts as CS&V…"),
                           .enabled = split().confusion.has_value(),
                           .ask = m_ask,
                           .save = [this](const QString &path, PlotFormat format) {
                               exportTo(path, format);
                           }});
    for (QAction *action : menu->actions())
        if (action->objectName() != QStringLiteral("actionSaveCsv"))
            action->setEnabled(isPicture());
    menu->addSeparator();
    QAction *twin = menu->addAction(m_table->isChecked() ? tr("Show &picture\tCtrl+T") : tr("Show &lists\tCtrl+T"),
                                    m_table, &QToolButton::toggle);
    twin->setObjectName(QStringLiteral("actionTable"));
    twin->setEnabled(m_table->isEnabled());
    return menu;
}

void QualityView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!split().confusion)
        return QWidget::contextMenuEvent(event); // a plot has its own
    QMenu *menu = createContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos()); // no nested event loop
}

void QualityView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && isPicture())
        return copyPicture();
    QWidget::keyPressEvent(event);
}

} // namespace paretoscope
