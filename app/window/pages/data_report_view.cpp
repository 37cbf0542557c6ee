// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_report_view.h.
#include "app/window/pages/data_report_view.h"

#include "app/window/text.h"
#include "app/window/work_text.h"
#include "widgets/class_count_model.h"
#include "widgets/core_words.h"
#include "widgets/data_words.h"
#include "widgets/palette.h"
#include "widgets/plain_table.h"
#include "widgets/plot_text.h"
#include "widgets/share_delegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTableWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace paretoscope {

namespace {

constexpr int kMostFileWidth = 190;

enum FindingColumn { FileColumn, StateColumn, RecordsColumn, TextColumn, FindingColumns };

QString splitsText(const DataLook &look)
{
    const dnas::DataReport &report = look.report;
    const double whole = static_cast<double>(report.train + report.validation + report.test);
    const auto part = [&](std::int64_t count) {
        return DataReportView::tr("%1 (%2 %)", "samples of a split and their share")
            .arg(countText(count))
            .arg(100 * static_cast<double>(count) / whole, 0, 'f', 1);
    };
    return DataReportView::tr("Training %1 · validation %2 · test %3, as a search with seed 1 splits them.")
        .arg(part(report.train), part(report.validation), part(report.test));
}

QLabel *wrapped(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

QString dataAdvice(const DataLook &look)
{
    const dnas::DataReport &report = look.report;
    const bool odd = std::any_of(report.findings.begin(), report.findings.end(),
                                 [](const dnas::DataFinding &finding) { return finding.state != "ok"; });
    if (report.usable)
        return odd ? DataReportView::tr("What is odd about it stands below; a search can begin.")
                   : DataReportView::tr("A search can begin.");
    if (look.fetch) {
        const QString folder = toText(look.fetch->folder);
        const QString host = QUrl(toText(look.fetch->archive.url)).host();
        if (look.fetchedBefore > 0)
            return DataReportView::tr("An earlier fetch has left %1. Fetch goes on behind them.")
                .arg(bytesText(look.fetchedBefore));
        return look.fetch->archive.size ? DataReportView::tr("Fetch brings %1 from %2 to %3.")
                                              .arg(bytesText(*look.fetch->archive.size), host, folder)
                                        : DataReportView::tr("Fetch brings them from %1 to %2.").arg(host, folder);
    }
    if (!look.benchmark.fetch) { // nothing to do with what is wrong: it says only that no button helps
        const bool absent = std::any_of(report.findings.begin(), report.findings.end(),
                                        [](const auto &finding) { return finding.state == "missing"; });
        return absent ? DataReportView::tr("Put the data into %1 by hand, or choose above the data folder that holds "
                                           "them. There is no address to fetch them from.")
                            .arg(toText(report.folder))
                      : DataReportView::tr("What is wrong stands below. Mend the files in %1 by hand; there is no "
                                           "address to fetch them from.")
                            .arg(toText(report.folder));
    }
    return DataReportView::tr("What is wrong stands below. To fetch them again, move %1 away first.")
        .arg(toText(report.folder));
}

DataReportView::DataReportView(QWidget *parent)
    : QWidget(parent)
{
    m_headline = wrapped(QStringLiteral("dataHeadline"), this);
    QFont large = m_headline->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_headline->setFont(large);
    m_advice = wrapped(QStringLiteral("dataAdvice"), this);
    m_splits = wrapped(QStringLiteral("dataSplits"), this);

    m_findings = new QTableWidget(0, FindingColumns, this);
    m_findings->setObjectName(QStringLiteral("dataFindings"));
    m_findings->setAccessibleName(tr("Files and what is to be said of them"));
    m_findings->setHorizontalHeaderLabels({tr("File"), tr("State"), tr("Records"), tr("What it is, what to do")});
    makePlain(*m_findings);
    m_findings->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_findings->setSelectionMode(QAbstractItemView::SingleSelection);
    m_findings->setWordWrap(true);
    m_findings->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_findings->horizontalHeader()->setStretchLastSection(true);
    m_findings->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_findings->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);

    m_counts = new ClassCountModel(this);
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_counts);
    sorted->setSortRole(ClassCountModel::ValueRole);
    m_classes = new QTableView(this);
    m_classes->setObjectName(QStringLiteral("classCountTable"));
    m_classes->setAccessibleName(tr("Samples of each class"));
    m_classes->setModel(sorted);
    m_classes->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_classes->horizontalHeader()->setSortIndicatorClearable(true);
    m_classes->setSortingEnabled(true);
    makePlain(*m_classes);
    m_classes->setSelectionMode(QAbstractItemView::SingleSelection);
    m_classes->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_bars = new ShareDelegate(this);
    for (const int column :
         {ClassCountModel::TrainColumn, ClassCountModel::ValidationColumn, ClassCountModel::TestColumn})
        m_classes->setItemDelegateForColumn(column, m_bars);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_headline);
    layout->addWidget(m_advice);
    layout->addWidget(m_findings, 2);
    layout->addWidget(m_splits);
    layout->addWidget(m_classes, 3);
    clear({});
}

void DataReportView::clear(const QString &why)
{
    m_headline->setText(why);
    m_found.clear();
    m_advice->hide();
    m_findings->hide();
    m_splits->hide();
    m_classes->hide();
}

void DataReportView::setLook(const DataLook &look)
{
    const dnas::DataReport &report = look.report;
    const bool nothing = !report.usable && look.fetch.has_value();
    m_headline->setText(report.usable ? tr("The data can be used")
                        : nothing     ? tr("The data are not there yet")
                                      : tr("The data cannot be used"));
    m_advice->setText(dataAdvice(look));
    m_advice->show();
    m_found = report.findings;
    // What stands in the way comes first.
    std::stable_partition(m_found.begin(), m_found.end(), [](const dnas::DataFinding &finding) {
        return finding.state == "missing" || finding.state == "damaged";
    });
    showFindings();
    const bool counts = report.train + report.validation + report.test > 0;
    m_splits->setText(counts ? splitsText(look) : QString());
    m_splits->setVisible(counts);
    setClasses(look);
}

void DataReportView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeEvent(event))
        showFindings();
}

void DataReportView::showFindings()
{
    constexpr std::size_t kMost = 200; // a folder may hold thousands of odd things
    const std::size_t shown = std::min(m_found.size(), kMost);
    const bool more = m_found.size() > shown;
    m_findings->clearContents();
    m_findings->setRowCount(static_cast<int>(shown) + (more ? 1 : 0));
    for (std::size_t row = 0; row < shown; ++row)
        showFinding(static_cast<int>(row), m_found[row]);
    if (more)
        m_findings->setItem(
            static_cast<int>(shown), TextColumn,
            new QTableWidgetItem(tr("and %1 more; “dnas data info” lists them all")
                                     .arg(countText(static_cast<std::int64_t>(m_found.size() - shown)))));
    for (const int column : {FileColumn, StateColumn, RecordsColumn})
        m_findings->resizeColumnToContents(column);
    m_findings->setColumnWidth(FileColumn, std::min(m_findings->columnWidth(FileColumn), kMostFileWidth));
    m_findings->setVisible(!m_found.empty());
}

void DataReportView::showFinding(int row, const dnas::DataFinding &finding)
{
    const DrawingColours &c = drawingColours(themeOf(this));
    const QString cells[FindingColumns] = {findingFile(finding.file), coreWord(finding.state),
                                           finding.records > 0 ? countText(finding.records) : QString(),
                                           findingText(finding.text)};
    for (int column = 0; column < FindingColumns; ++column) {
        auto *item = new QTableWidgetItem(cells[column]);
        item->setToolTip(cells[column]);
        if (column == RecordsColumn)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (column == StateColumn && finding.state != "ok")
            item->setForeground(finding.state == "odd" ? c.warning : c.error);
        m_findings->setItem(row, column, item);
    }
}

void DataReportView::setClasses(const DataLook &look)
{
    const auto &counts = look.report.classCounts;
    QStringList names;
    std::int64_t largest = 0;
    for (std::size_t label = 0; label < counts[0].size(); ++label)
        names << toText(dnas::classNameOf(look.benchmark, label));
    for (const auto &split : counts)
        for (const std::int64_t count : split)
            largest = std::max(largest, count);
    m_bars->setLongestText(countText(largest));
    m_counts->setCounts(names, counts);
    m_classes->setVisible(!names.isEmpty());
}

} // namespace paretoscope
