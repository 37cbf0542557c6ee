// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Data: what is there for a benchmark and what is missing, how it splits, how it looks; checking every file; fetching.
// All of the work is done by DataJobs, off this thread.
#pragma once

#include "app/window/data_jobs.h"
#include "core/base/work_meter.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace paretoscope {

class CommandLineRow;
class DataChoiceRow;
class DataReportView;
class Dialogs;
class SampleGallery;

class DataPage : public QWidget {
    Q_OBJECT
public:
    explicit DataPage(Dialogs &dialogs, QWidget *parent = nullptr);

    /// The page is shown, and this is what Setup is about: taken over where that has changed since it was told last.
    /// Looks at the disk again.
    void open(const DataChoice &setup);

signals:
    void failed(const dnas::Error &error);
    void informed(const QString &text);
    void othersChosen(); ///< other data: what was told is about those before
    void dataChanged();  ///< on the disk, or something was found out about it

protected:
    void hideEvent(QHideEvent *event) override; ///< gives up a look; a check and a fetch go on

private:
    QWidget *createActions();
    void look();
    void fetch();
    void onLooked(const DataLook &look, DataJobs::Job by);
    void onFetched(const dnas::FolderOutcome &outcome);
    void onFailed(const dnas::Error &error, DataJobs::Job by);
    void onProgress(const DataJobs::Progress &progress);
    void showState(); ///< of buttons, progress and the command line
    QString commandLine(const QString &action) const;

    DataJobs *m_jobs;
    DataChoiceRow *m_choice;
    QPushButton *m_check;
    QPushButton *m_fetch;
    QPushButton *m_stop;
    QPushButton *m_others;
    QLabel *m_progress;
    QProgressBar *m_bar;
    DataReportView *m_report;
    SampleGallery *m_samples;
    CommandLineRow *m_line;

    std::optional<DataChoice> m_setup; ///< as told last
    std::optional<DataLook> m_look;    ///< what is shown
    DataChoice m_lookedAt;
    std::uint64_t m_draw = 0;
    DataJobs::Job m_last = DataJobs::Job::None; ///< of check and fetch: the line shows what was done last
    dnas::WorkMeter m_meter;
};

} // namespace paretoscope
