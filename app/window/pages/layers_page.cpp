// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See layers_page.h.
#include "app/window/pages/layers_page.h"

#include "app/window/candidate_model.h"
#include "app/window/pages/run_list.h"
#include "app/window/text.h"
#include "core/hardware/cost.h"
#include "widgets/core_words.h"
#include "widgets/layers_view.h"
#include "widgets/memory_view.h"
#include "widgets/metric_badge.h"
#include "widgets/play_button.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace paretoscope {
namespace {

constexpr int kLayersRefreshMs = 150;
constexpr int kPlayMs = 200;

enum class SourceKind { Seed, Run, Candidate };
enum SourceRole { KindRole = Qt::UserRole, IdRole };

void addSource(QComboBox *box, const QString &text, SourceKind kind, int id)
{
    box->addItem(text);
    box->setItemData(box->count() - 1, static_cast<int>(kind), KindRole);
    box->setItemData(box->count() - 1, id, IdRole);
}

int indexOf(const QComboBox *box, SourceKind kind, int id)
{
    for (int i = 0; i < box->count(); ++i)
        if (box->itemData(i, KindRole).toInt() == static_cast<int>(kind) && box->itemData(i, IdRole).toInt() == id)
            return i;
    return -1;
}

} // namespace

LayersPage::LayersPage(StudyDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("layersPage"));
    auto *sourceLabel = new QLabel(tr("Sho&w"), this);
    m_source = new QComboBox(this);
    m_source->setObjectName(QStringLiteral("layersSource"));
    m_source->setMinimumContentsLength(30);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    sourceLabel->setBuddy(m_source);
    m_play = new PlayButton(this);
    m_play->setObjectName(QStringLiteral("playButton"));
    m_play->setToolTip(tr("Replay the search"));
    m_play->setAccessibleName(tr("Replay the search"));
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("epochSlider"));
    m_slider->setAccessibleName(tr("Epoch of the search"));
    m_caption = new QLabel(this);
    m_caption->setObjectName(QStringLiteral("layersCaption"));
    m_caption->setMinimumWidth(200);
    m_totals = new QLabel(this);
    m_totals->setObjectName(QStringLiteral("layersTotals"));
    m_totals->setWordWrap(true);
    m_totals->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_view = new LayersView(this);
    m_view->setObjectName(QStringLiteral("layersView"));
    m_view->setEmptyText(
        tr("No network to look at yet.\nOpen a study, or start a search and watch its layers shrink."));

    m_memory = new MemoryView(this);
    m_memory->setObjectName(QStringLiteral("memoryView"));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_view);
    splitter->addWidget(m_memory);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    connect(m_view, &LayersView::layerSelected, m_memory, &MemoryView::selectLayer);
    connect(m_memory, &MemoryView::layerSelected, m_view, &LayersView::selectLayer);

    auto *top = new QHBoxLayout;
    top->addWidget(sourceLabel);
    top->addWidget(m_source);
    top->addSpacing(12);
    top->addWidget(m_play);
    top->addWidget(m_slider, 1);
    top->addWidget(m_caption);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_totals);
    layout->addWidget(splitter, 1);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kLayersRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        fillSources();
        showSource();
    });
    m_playing.setInterval(kPlayMs);
    connect(&m_playing, &QTimer::timeout, this, [this] {
        if (m_slider->value() >= m_slider->maximum())
            play(); // which stops it
        else
            m_slider->setValue(m_slider->value() + 1);
    });
    connect(m_play, &PlayButton::clicked, this, &LayersPage::play);
    connect(m_slider, &QSlider::valueChanged, this, &LayersPage::showEpoch);
    connect(m_source, &QComboBox::activated, this, [this] {
        m_epochs.clear(); // a new source begins at its end
        showSource();
    });
    connect(&m_document, &StudyDocument::opened, this, [this] {
        m_source->clear();
        m_epochs.clear();
        refreshSoon();
    });
    connect(&m_document, &StudyDocument::runsChanged, this, &LayersPage::refreshSoon);
    connect(&m_document, &StudyDocument::candidatesChanged, this, &LayersPage::refreshSoon);
    connect(&m_document, &StudyDocument::historyChanged, this, &LayersPage::refreshSoon);
    connect(&m_selection, &Selection::changed, this, [this] {
        fillSources();
        const int index = indexOf(m_source, SourceKind::Candidate, m_selection.current().value);
        if (index >= 0)
            m_source->setCurrentIndex(index);
        refreshSoon();
    });
}

void LayersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshSoon();
}

void LayersPage::refreshSoon()
{
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void LayersPage::fillSources()
{
    const StudySnapshot &study = m_document.snapshot();
    const bool first = m_source->count() == 0;
    const int kind = m_source->currentData(KindRole).toInt();
    const int id = m_source->currentData(IdRole).toInt();
    m_source->clear();
    if (!study.space)
        return;
    addSource(m_source, tr("Seed network"), SourceKind::Seed, 0);
    if (m_document.isLive())
        addSource(m_source, tr("Newest run"), SourceKind::Run, 0);
    for (const dnas::StudyRun &run : study.runs)
        if (run.id != dnas::kSharedRun && !run.termNames.empty())
            addSource(m_source, tr("Search: %1").arg(runTitle(run)), SourceKind::Run, run.id.value);
    for (const dnas::CandidateSummary &candidate : study.candidates)
        if (isDone(candidate) && !candidate.isSeed)
            addSource(m_source, tr("Candidate %1: %2").arg(candidate.id.value).arg(coreWord(candidate.label)),
                      SourceKind::Candidate, candidate.id.value);
    // Names of a sweep differ at their ends.
    qsizetype longest = 0;
    for (int i = 0; i < m_source->count(); ++i)
        longest = std::max(longest, m_source->itemText(i).size());
    m_source->setMinimumContentsLength(static_cast<int>(std::clamp<qsizetype>(longest, 30, 46)));
    m_source->view()->setTextElideMode(Qt::ElideMiddle);
    int index = indexOf(m_source, static_cast<SourceKind>(kind), id);
    if (first && m_document.isLive())
        index = indexOf(m_source, SourceKind::Run, 0);
    m_source->setCurrentIndex(std::max(0, index));
}

void LayersPage::showSource()
{
    ++m_request;
    const auto kind = static_cast<SourceKind>(m_source->currentData(KindRole).toInt());
    const bool isRun = m_source->count() > 0 && kind == SourceKind::Run;
    m_slider->setEnabled(isRun);
    m_play->setEnabled(isRun);
    if (m_source->count() == 0) {
        m_view->setRows({});
        showMemory(nullptr, true);
        m_totals->clear();
        m_caption->clear();
        return;
    }
    if (kind == SourceKind::Seed) {
        showNetwork(m_document.snapshot().space->seed(), tr("as it was given"));
        return;
    }
    const int id = m_source->currentData(IdRole).toInt();
    if (kind == SourceKind::Candidate) {
        m_document.requestNetwork({id}, this,
                                  [this, request = m_request](const std::shared_ptr<const dnas::Network> &network) {
                                      if (request == m_request)
                                          showNetwork(*network, tr("as derived"));
                                  });
        return;
    }
    dnas::RunId run{id};
    if (id == 0)
        for (const auto &[other, history] : m_document.snapshot().histories)
            if (other != dnas::kSharedRun && !history.empty())
                run = other;
    const bool atEnd = m_epochs.empty() || m_slider->value() == m_slider->maximum();
    m_epochs.clear();
    const auto history = m_document.snapshot().histories.find(run);
    if (history != m_document.snapshot().histories.end() && run != dnas::kSharedRun)
        for (const dnas::EpochReport &epoch : history->second)
            if (!epoch.widths.empty())
                m_epochs.push_back(epoch);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, std::max(0, static_cast<int>(m_epochs.size()) - 1));
        if (atEnd)
            m_slider->setValue(m_slider->maximum());
    }
    showEpoch();
}

void LayersPage::showEpoch()
{
    if (m_source->count() == 0 || m_source->currentData(KindRole).toInt() != static_cast<int>(SourceKind::Run))
        return;
    const auto &space = m_document.snapshot().space;
    const auto index = static_cast<std::size_t>(m_slider->value());
    if (!space)
        return;
    if (index >= m_epochs.size() || m_epochs[index].widths.size() != space->groups().size()) {
        showNetwork(space->seed(), tr("the search has not begun"));
        return;
    }
    const dnas::EpochReport &epoch = m_epochs[index];
    showNetwork(
        space->derive(space->masksOfWidths(epoch.widths)),
        tr("%1, epoch %2 of %3").arg(coreWord(dnas::phaseName(epoch.phase))).arg(epoch.epoch + 1).arg(epoch.epochs));
}

void LayersPage::showNetwork(const dnas::Network &network, const QString &caption)
{
    m_caption->setText(caption);
    const StudySnapshot &study = m_document.snapshot();
    if (!study.space || !study.setup)
        return;
    const dnas::NetworkCost cost = dnas::costOf(network, *study.setup);
    std::vector<LayerRow> rows = layerRows(study.space->seed(), network, cost);
    for (const dnas::ChannelGroup &group : study.space->groups())
        for (const int layer : group.layers)
            for (LayerRow &row : rows)
                if (group.frozen &&
                    row.name == toText(study.space->seed().layers[static_cast<std::size_t>(layer)].name)) {
                    row.frozen = true;
                    row.note = toText(group.reason);
                }
    m_view->setRows(std::move(rows), cost.total, setupText(*study.setup));
    QStringList totals;
    QStringList meanings;
    for (const dnas::MetricInfo &metric : dnas::allMetrics())
        if (const auto found = cost.total.find(metric.name); found != cost.total.end() && metric.name != "cycles") {
            totals << tr("%1 %2 (%3)")
                          .arg(coreWord(metric.title), toText(dnas::formatMetric(metric.name, found->second.value)),
                               shortOriginText(found->second))
                          .replace(QLatin1Char(' '), QChar::Nbsp); // a line breaks between figures
            if (const QString meaning = originMeaning(found->second); !meanings.contains(meaning))
                meanings << meaning;
        }
    m_totals->setText(totals.join(QStringLiteral("   ·   ")));
    m_totals->setToolTip(meanings.join(QLatin1Char('\n')));
    showMemory(&network, cost.total.contains("ram"));
}

void LayersPage::showMemory(const dnas::Network *network, bool isModelled)
{
    m_memory->setEmptyText(isModelled ? tr("The tensors in memory, step by step, stand here.")
                                      : tr("The board has no runtime, so the memory of a network is not known."));
    if (!network || !isModelled) {
        m_memory->setLifetimes({});
        return;
    }
    const StudySnapshot &study = m_document.snapshot();
    const dnas::Runtime &runtime = study.setup->runtime;
    m_memory->setLifetimes(memoryLifetimes(*network, runtime),
                           memoryLifetimes(study.space->seed(), runtime).peakBytes());
}

void LayersPage::play()
{
    m_play->setPlaying(!m_playing.isActive());
    if (m_playing.isActive()) {
        m_playing.stop();
        return;
    }
    m_slider->setValue(0);
    m_playing.start();
}

} // namespace paretoscope
