// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_page.h.
#include "app/window/pages/data_page.h"

#include "app/window/pages/data_choice_row.h"
#include "app/window/pages/data_report_view.h"
#include "app/window/text.h"
#include "app/window/work_text.h"
#include "widgets/command_line_row.h"
#include "widgets/data_words.h"
#include "widgets/plot_text.h"
#include "widgets/sample_gallery.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace paretoscope {

namespace {

constexpr int kBarSteps = 1000;

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    return made;
}

/// "/data/mine: is there already …"
QString noFetchText(const dnas::Error &why)
{
    const QString text = findingText(why.message);
    return why.place.file.empty() ? text : toText(why.place.file) + QStringLiteral(": ") + text;
}

} // namespace

DataPage::DataPage(Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(new DataJobs(this))
{
    setObjectName(QStringLiteral("dataPage"));
    m_jobs->setObjectName(QStringLiteral("dataJobs"));
    m_choice = new DataChoiceRow(dialogs, this);
    QWidget *actions = createActions();
    m_report = new DataReportView(this);
    m_samples = new SampleGallery(this);
    m_samples->setObjectName(QStringLiteral("sampleGallery"));
    m_others = button(QStringLiteral("otherSamplesButton"), tr("&Other samples"), this);
    m_others->setToolTip(tr("Draws other training samples by chance"));
    auto *title = new QLabel(tr("Training samples as the network gets them"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *heading = new QHBoxLayout;
    heading->addWidget(title, 1);
    heading->addWidget(m_others);
    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addLayout(heading);
    rightLayout->addWidget(m_samples, 1);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_report);
    splitter->addWidget(right);
    splitter->setSizes({560, 600});
    splitter->setChildrenCollapsible(false);
    m_line = new CommandLineRow(QStringLiteral("dataCommandLine"), this);
    m_line->setHint(tr("The same on the command line"));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_choice);
    layout->addWidget(actions);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_line);

    connect(m_choice, &DataChoiceRow::chosen, this, [this] {
        if (m_choice->choice() != m_lookedAt)
            look();
    });
    connect(m_jobs, &DataJobs::jobChanged, this, &DataPage::showState);
    connect(m_jobs, &DataJobs::progressed, this, &DataPage::onProgress);
    connect(m_jobs, &DataJobs::looked, this, &DataPage::onLooked);
    connect(m_jobs, &DataJobs::fetched, this, &DataPage::onFetched);
    connect(m_jobs, &DataJobs::failed, this, &DataPage::onFailed);
    connect(m_others, &QPushButton::clicked, this, [this] {
        ++m_draw;
        look();
    });
    showState();
}

QWidget *DataPage::createActions()
{
    auto *row = new QWidget(this);
    m_check = button(QStringLiteral("checkDataButton"), tr("Chec&k every file"), row);
    m_fetch = button(QStringLiteral("fetchDataButton"), tr("F&etch"), row);
    m_stop = button(QStringLiteral("stopDataButton"), tr("Sto&p"), row);
    m_stop->setToolTip(tr("Ends the look, the check or the fetch; what came stays"));
    m_progress = new QLabel(row);
    m_progress->setObjectName(QStringLiteral("dataProgress"));
    m_progress->setTextFormat(Qt::PlainText);
    m_bar = new QProgressBar(row);
    m_bar->setObjectName(QStringLiteral("dataProgressBar"));
    m_bar->setAccessibleName(tr("Progress of the check or the fetch"));
    m_bar->setFormat(tr("%p %"));
    m_bar->setMaximumWidth(240);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_check);
    layout->addWidget(m_fetch);
    layout->addWidget(m_stop);
    layout->addSpacing(8);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_bar);
    connect(m_check, &QPushButton::clicked, this, [this] {
        m_last = DataJobs::Job::Check;
        m_jobs->check(m_choice->choice(), m_draw);
    });
    connect(m_fetch, &QPushButton::clicked, this, &DataPage::fetch);
    connect(m_stop, &QPushButton::clicked, m_jobs, &DataJobs::stop);
    return row;
}

void DataPage::open(const DataChoice &setup)
{
    if (m_jobs->busy())
        return;
    if (m_setup != setup) {
        m_setup = setup;
        m_choice->setChoice(setup);
    }
    m_last = DataJobs::Job::None; // files may have changed since a check
    look();
}

void DataPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous() && m_jobs->job() == DataJobs::Job::Look)
        m_jobs->stop(); // open() looks again
}

void DataPage::look()
{
    if (m_choice->choice() != m_lookedAt) {
        m_look.reset();
        m_last = DataJobs::Job::None;
        emit othersChosen();
    }
    if (!m_look) {
        m_report->clear(tr("Looking…"));
        m_samples->setSamples({});
        m_samples->setEmptyText({});
    }
    m_lookedAt = m_choice->choice();
    m_jobs->look(m_lookedAt, m_draw);
    showState();
}

void DataPage::fetch()
{
    if (!m_look || !m_look->fetch)
        return;
    m_last = DataJobs::Job::Fetch;
    m_jobs->fetch(*m_look->fetch);
}

void DataPage::onLooked(const DataLook &look, DataJobs::Job by)
{
    // A look knows less than a check of every file: of the same data it only brings other samples.
    const bool checked = m_last == DataJobs::Job::Check && by == DataJobs::Job::Look && m_look;
    const dnas::DataReport report = checked ? m_look->report : look.report;
    m_look = look;
    m_look->report = report;
    m_report->setLook(*m_look);
    m_samples->setSamples(look.samples);
    m_samples->setEmptyText(look.report.usable && look.sampleError ? findingText(look.sampleError->message)
                                                                   : tr("Samples are shown here when the data are "
                                                                        "there."));
    if (by == DataJobs::Job::Check) {
        emit informed(look.report.usable ? tr("Every file was looked at; the data can be used.")
                                         : tr("Every file was looked at; the data cannot be used, see the list."));
        emit dataChanged();
    }
    showState();
}

void DataPage::onFetched(const dnas::FolderOutcome &outcome)
{
    emit informed(tr("Fetched to %1, files: %2. %3.")
                      .arg(toText(m_look->fetch->folder), countText(outcome.contents.files),
                           findingText(dnas::digestText(outcome, m_look->benchmark))));
    emit dataChanged();
    m_look.reset(); // it is about what was there before
    look();
}

void DataPage::onFailed(const dnas::Error &error, DataJobs::Job by)
{
    if (by == DataJobs::Job::Look) {
        const bool stopped = error.code == dnas::ErrorCode::Cancelled;
        if (stopped && m_look) // what is shown stays right
            return;
        m_look.reset();
        if (stopped)
            m_lookedAt = {}; // the same may be chosen again
        m_report->clear(stopped ? tr("Stopped. Choose the benchmark or the folder again to look once more.")
                                : toText(error.text())); // of an unreadable benchmark
        m_samples->setSamples({});
        m_samples->setEmptyText({});
        showState();
        return;
    }
    if (by == DataJobs::Job::Check)
        m_last = DataJobs::Job::None;
    if (error.code != dnas::ErrorCode::Cancelled)
        emit failed(error);
    m_look.reset(); // it may be true no more
    look();         // what is there now; how much of a fetch has come
}

void DataPage::onProgress(const DataJobs::Progress &progress)
{
    if (!m_jobs->busy())
        return;
    std::optional<double> left;
    if (const auto *work = std::get_if<dnas::WorkProgress>(&progress))
        left = m_meter.update(*work);
    else if (const auto *download = std::get_if<dnas::DownloadProgress>(&progress))
        left = download->secondsLeft;
    m_progress->setText(std::visit([](const auto &now) { return workText(now); }, progress) + remainingText(left));
    const double share = std::visit([](const auto &now) { return workShare(now); }, progress);
    m_bar->setRange(0, share < 0 ? 0 : kBarSteps); // 0 to 0: on its way, who knows how far
    m_bar->setValue(qRound(share * kBarSteps));
}

void DataPage::showState()
{
    const bool busy = m_jobs->busy();
    m_choice->setEnabled(!busy);
    m_others->setEnabled(!busy && !m_samples->samples().samples.empty());
    m_check->setEnabled(!busy && m_look);
    m_fetch->setEnabled(!busy && m_look && m_look->fetch);
    m_stop->setEnabled(m_jobs->job() != DataJobs::Job::None);
    m_check->setToolTip(
        tr("Decodes every file, as a search does before it begins:\n%1").arg(commandLine(QStringLiteral("check"))));
    m_fetch->setToolTip(m_look && m_look->noFetch
                            ? noFetchText(*m_look->noFetch)
                            : tr("Downloads and unpacks; goes on where an earlier fetch ended:\n%1")
                                  .arg(commandLine(QStringLiteral("fetch"))));
    m_bar->setVisible(busy);
    if (!busy) {
        m_progress->clear();
        m_bar->setRange(0, 0);
    } else if (m_progress->text().isEmpty()) {
        m_progress->setText(m_jobs->job() == DataJobs::Job::Fetch ? tr("connecting…") : tr("checking…"));
    }
    const bool fetchIsNext = m_last == DataJobs::Job::None && m_look && !m_look->report.usable && m_look->fetch;
    m_line->setLine(commandLine(m_last == DataJobs::Job::Fetch || fetchIsNext ? QStringLiteral("fetch")
                                : m_last == DataJobs::Job::Check              ? QStringLiteral("check")
                                                                              : QStringLiteral("info")));
}

QString DataPage::commandLine(const QString &action) const
{
    const DataChoice chosen = m_choice->choice();
    QStringList words{QStringLiteral("dnas"), QStringLiteral("data"), action, shellWord(toText(chosen.benchmark))};
    if (!chosen.folder.empty())
        words << QStringLiteral("--data") << shellWord(toText(chosen.folder));
    if (action == QStringLiteral("check"))
        words << QStringLiteral("--decode");
    return words.join(QLatin1Char(' '));
}

} // namespace paretoscope
