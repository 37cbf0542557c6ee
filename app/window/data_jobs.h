// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The slow work of the data page: looking at a folder, checking every file, fetching. One job at a time, on the thread
// pool; GUI thread, nothing blocks. The destructor asks a running job to stop and does not wait.
#pragma once

#include "app/window/latest_value.h"
#include "core/base/stop_token.h"
#include "core/data/sample_views.h"
#include "core/fetch/benchmark_fetch.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <variant>

namespace paretoscope {

struct DataChoice {
    std::string benchmark;        ///< name or path
    std::filesystem::path folder; ///< as typed; empty: the default one
    bool operator==(const DataChoice &) const = default;
};

/// What is there for a benchmark.
struct DataLook {
    dnas::Benchmark benchmark = {};
    dnas::DataReport report = {};
    dnas::SampleViews samples = {};
    std::optional<dnas::Error> sampleError = {};   ///< why there are none
    std::optional<dnas::FolderRequest> fetch = {}; ///< what a fetch would do
    std::optional<dnas::Error> noFetch = {};       ///< why it cannot
    std::int64_t fetchedBefore = 0;                ///< bytes
};

class DataJobs : public QObject {
    Q_OBJECT
public:
    enum class Job { None, Look, Check, Fetch };
    using Progress = std::variant<dnas::WorkProgress, dnas::DownloadProgress, dnas::UnpackProgress>;

    explicit DataJobs(QObject *parent = nullptr);
    ~DataJobs() override;

    /// By layout and counts. `draw`: which samples. A look that is still under way is given up for the new one; does
    /// nothing while another job runs.
    void look(const DataChoice &choice, std::uint64_t draw);
    /// Every file; like a look when it is through.
    void check(const DataChoice &choice, std::uint64_t draw);
    void fetch(const dnas::FolderRequest &request);
    void stop(); ///< whatever runs; a look too

    Job job() const { return m_job; }
    /// A check or a fetch: nothing else may begin.
    bool busy() const { return m_job == Job::Check || m_job == Job::Fetch; }

signals:
    void jobChanged();
    void progressed(const paretoscope::DataJobs::Progress &progress); ///< at most ten a second
    void looked(const paretoscope::DataLook &look, paretoscope::DataJobs::Job by);
    void fetched(const dnas::FolderOutcome &outcome);
    /// Instead of the two above. ErrorCode::Cancelled: after stop().
    void failed(const dnas::Error &error, paretoscope::DataJobs::Job by);

private:
    struct Shared {
        dnas::StopToken stop;
        LatestValue<Progress> progress;
    };

    template <typename Work, typename Done>
    void begin(Job job, Work work, Done done);
    void lookAt(Job job, const DataChoice &choice, std::uint64_t draw);
    void setJob(Job job);
    void tellProgress();

    Job m_job = Job::None;
    int m_number = 0;
    std::shared_ptr<Shared> m_shared; ///< with the worker of the current job
    QTimer m_timer;
};

} // namespace paretoscope
