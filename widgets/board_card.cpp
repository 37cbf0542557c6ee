// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See board_card.h.
#include "widgets/board_card.h"

#include "widgets/board_texts.h"
#include "widgets/elided_label.h"
#include "widgets/memory_bars.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace paretoscope {

namespace {

constexpr int kLastRow = 5;

QString utf8(const std::string &text) { return QString::fromStdString(text); }

/// Nothing where the board states no size.
void addBar(std::vector<MemoryBar> &bars, const QString &title, const dnas::Board &board, const char *metric,
            const dnas::CostSet &costs)
{
    const bool isRam = std::string_view(metric) == "ram";
    MemoryBar bar{.title = title, .bytes = static_cast<double>(isRam ? board.ramBytes : board.flashBytes)};
    if (!(bar.bytes > 0))
        return;
    for (const dnas::Memory &memory : board.memories)
        if (memory.volatileMemory == isRam)
            bar.parts.push_back({utf8(memory.name), static_cast<double>(memory.bytes)});
    if (const auto cost = costs.find(metric); cost != costs.end()) {
        bar.used = cost->second.value;
        bar.usedBy = BoardCard::tr("seed network");
    }
    bars.push_back(std::move(bar));
}

QString joined(const QStringList &parts, const QString &by)
{
    QStringList some;
    for (const QString &part : parts)
        if (!part.isEmpty())
            some << part;
    return some.join(by);
}

} // namespace

BoardCard::BoardCard(QWidget *parent)
    : QFrame(parent)
    , m_fold(new QToolButton(this))
    , m_title(new ElidedLabel(this))
    , m_summary(new ElidedLabel(this))
    , m_body(new QWidget(this))
    , m_memories(new MemoryBars(this))
    , m_calibrate(new QPushButton(tr("Calibrate…"), this))
{
    setProperty("card", true);
    m_fold->setObjectName(QStringLiteral("fold"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setToolTip(tr("What this board is"));
    m_fold->setAccessibleName(tr("What this board is"));
    m_title->setObjectName(QStringLiteral("boardTitle"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_summary->setObjectName(QStringLiteral("boardSummary"));
    m_summary->setProperty("muted", true);
    m_memories->setObjectName(QStringLiteral("memoryBars"));
    m_calibrate->setObjectName(QStringLiteral("calibrateButton"));
    m_calibrate->setToolTip(tr("Fit this board's figures to your own measurements"));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    m_supply = addRow(grid, tr("Supply"), "boardSupply");
    m_point = addRow(grid, tr("Clock"), "boardPoint");
    m_runtime = addRow(grid, tr("Runtime"), "boardRuntime");
    m_figures = addRow(grid, tr("Figures"), "boardFigures");
    m_source = addRow(grid, tr("Source"), "boardSource");
    m_source->setProperty("muted", true);
    grid->addWidget(m_calibrate, grid->rowCount() - 1, 2);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(6, 4, 0, 0);
    body->setSpacing(4);
    body->addWidget(m_memories);
    body->addLayout(grid);

    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_fold);
    head->addWidget(m_title, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 5, 10, 7);
    layout->setSpacing(1);
    layout->addLayout(head);
    layout->addWidget(m_summary);
    layout->addWidget(m_body);
    m_summary->setIndent(6);
    connect(m_fold, &QToolButton::clicked, this, [this](bool expanded) {
        setExpanded(expanded);
        emit expandedChanged(expanded);
    });
    connect(m_calibrate, &QPushButton::clicked, this, &BoardCard::calibrateClicked);
    setExpanded(true);
    clear();
}

ElidedLabel *BoardCard::addRow(QGridLayout *grid, const QString &title, const char *name)
{
    const int row = grid->rowCount();
    auto *label = new QLabel(title, m_body);
    label->setProperty("muted", true);
    auto *value = new ElidedLabel(m_body);
    value->setObjectName(QString::fromLatin1(name));
    value->setAccessibleName(title);
    label->setBuddy(value);
    grid->addWidget(label, row, 0);
    grid->addWidget(value, row, 1, 1, row < kLastRow ? 2 : 1); // beside the last one stands a button
    return value;
}

void BoardCard::setRow(ElidedLabel *value, const QString &text, const QString &more)
{
    value->setTexts(text, more);
    value->setVisible(!text.isEmpty());
    for (QLabel *label : m_body->findChildren<QLabel *>())
        if (label->buddy() == value)
            label->setVisible(!text.isEmpty());
}

void BoardCard::setSetup(const dnas::BoardSetup &setup, const dnas::CostSet &costs)
{
    const dnas::Board &board = setup.board;
    const QString title = utf8(board.title.empty() ? board.name : board.title);
    m_title->setTexts(joined({title, utf8(board.core)}, QStringLiteral(" · ")),
                      board.source.empty() ? QString() : tr("Facts of the board: %1").arg(utf8(board.source)));
    std::vector<MemoryBar> bars;
    addBar(bars, tr("Flash"), board, "flash", costs);
    addBar(bars, tr("RAM"), board, "ram", costs);
    m_memories->setVisible(!bars.empty());
    m_memories->setBars(std::move(bars));
    setRow(m_supply, supplyText(board),
           board.linearSupply ? tr("Energy follows the core voltage.")
                              : tr("Energy follows the square of the core voltage."));
    const QString point = pointText(setup.point);
    QStringList points;
    for (const dnas::OperatingPoint &other : board.points)
        points << QStringLiteral("%1: %2").arg(utf8(other.name), pointText(other));
    setRow(m_point, joined({point, furtherPointsText(board)}, QStringLiteral("; ")), points.join(QLatin1Char('\n')));
    QStringList runtimes;
    for (const dnas::Runtime &other : board.runtimes)
        runtimes << runtimeText(other);
    setRow(m_runtime, runtimeText(setup.runtime),
           board.runtimes.size() > 1 ? tr("All: %1").arg(runtimes.join(QStringLiteral("; "))) : QString());
    const QString figures = figuresText(setup);
    const QString source = utf8(setup.runtime.source);
    setRow(m_figures, figures, source);
    setRow(m_source, source);
    m_summary->setTexts(joined({figures, point}, QStringLiteral(" · ")), source);
    m_calibrate->setVisible(true);
    m_calibrate->setEnabled(!board.runtimes.empty());
}

void BoardCard::clear()
{
    m_title->setTexts(tr("No board"));
    m_summary->setTexts(QString());
    m_memories->setBars({});
    m_memories->hide();
    for (ElidedLabel *value : {m_supply, m_point, m_runtime, m_figures, m_source})
        setRow(value, QString());
    m_calibrate->hide();
}

bool BoardCard::isExpanded() const { return m_fold->isChecked(); }

void BoardCard::setExpanded(bool expanded)
{
    m_fold->setChecked(expanded);
    m_fold->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(expanded);
    m_summary->setVisible(!expanded);
}

} // namespace paretoscope
