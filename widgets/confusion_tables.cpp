// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See confusion_tables.h.
#include "widgets/confusion_tables.h"

#include "core/base/quality_text.h"
#include "widgets/picture_file.h"
#include "widgets/plain_table.h"
#include "widgets/plot_text.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>

#include <cmath>
#include <utility>

namespace paretoscope {

namespace {

constexpr std::size_t kListedPairs = 500; ///< of 1000 classes there could be a million
constexpr int kValueRole = Qt::UserRole;

QStandardItem *cellItem(const QString &text, const QVariant &value, Qt::Alignment alignment)
{
    auto *result = new QStandardItem(text);
    result->setEditable(false);
    result->setData(value, kValueRole);
    result->setTextAlignment(alignment | Qt::AlignVCenter);
    return result;
}

QStandardItem *nameItem(const QString &name) { return cellItem(name, name, Qt::AlignLeft); }
QStandardItem *countItem(std::int64_t count)
{
    return cellItem(countText(count), static_cast<qint64>(count), Qt::AlignRight);
}
QStandardItem *shareItem(double share)
{
    // What is not known sorts behind everything.
    return cellItem(fromUtf8(dnas::qualityText("accuracy", share)), std::isfinite(share) ? share : 2, Qt::AlignRight);
}

} // namespace

ConfusionTables::ConfusionTables(QWidget *parent)
    : QTabWidget(parent)
    , m_pairs(new QStandardItemModel(this))
    , m_classes(new QStandardItemModel(this))
{
    setDocumentMode(true);
    addTab(newTable("confusedPairs", m_pairs), tr("C&onfused pairs"));
    addTab(newTable("classTable", m_classes), tr("Cl&asses"));
    widget(0)->setAccessibleName(tr("Pairs of classes that are confused"));
    widget(1)->setAccessibleName(tr("Classes and what is found of them"));
}

QTableView *ConfusionTables::newTable(const char *name, QStandardItemModel *model)
{
    model->setSortRole(kValueRole);
    auto *table = new QTableView(this);
    table->setObjectName(QLatin1String(name));
    table->setModel(model);
    makePlain(*table);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void ConfusionTables::setMatrix(const dnas::ConfusionMatrix &matrix)
{
    const QString csv = csvOf(matrix);
    if (std::exchange(m_shown, csv) == csv)
        return;
    const auto name = [&](int index) {
        return fromUtf8(matrix.name(index));
    };
    // Not while it is sorted: every row would be moved.
    for (int i = 0; i < count(); ++i)
        static_cast<QTableView *>(widget(i))->sortByColumn(-1, Qt::AscendingOrder);
    m_pairs->clear();
    m_pairs->setHorizontalHeaderLabels({tr("True class"), tr("Taken for"), tr("Samples"), tr("Of the true class")});
    for (const dnas::ConfusedPair &pair : dnas::mostConfused(matrix, kListedPairs))
        m_pairs->appendRow(
            {nameItem(name(pair.truth)), nameItem(name(pair.predicted)), countItem(pair.count), shareItem(pair.share)});
    m_classes->clear();
    m_classes->setHorizontalHeaderLabels(
        {tr("Class"), tr("Samples"), tr("Found"), tr("Recall"), tr("Precision"), tr("Most often taken for")});
    for (int i = 0; i < matrix.classes(); ++i) {
        const int other = dnas::mistakenFor(matrix, i);
        m_classes->appendRow({nameItem(name(i)), countItem(matrix.samples(i)), countItem(matrix.count(i, i)),
                              shareItem(matrix.recall(i)), shareItem(matrix.precision(i)),
                              nameItem(other < 0 ? QString() : name(other))});
    }
}

QString ConfusionTables::csvOf(const dnas::ConfusionMatrix &matrix)
{
    QString csv = QStringLiteral("true class");
    for (int i = 0; i < matrix.classes(); ++i)
        csv += u',' + csvQuoted(fromUtf8(matrix.name(i)));
    csv += u'\n';
    for (int truth = 0; truth < matrix.classes(); ++truth) {
        csv += csvQuoted(fromUtf8(matrix.name(truth)));
        for (int predicted = 0; predicted < matrix.classes(); ++predicted)
            csv += u',' + QString::number(matrix.count(truth, predicted));
        csv += u'\n';
    }
    return csv;
}

} // namespace paretoscope
