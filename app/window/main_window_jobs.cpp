// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the user asks the window to do: open, begin, end, copy, export. See main_window.h.
#include "app/window/main_window.h"

#include "app/window/background_task.h"
#include "app/window/calibration/calibration_wizard.h"
#include "app/window/default_spec.h"
#include "app/window/export_candidate.h"
#include "app/window/free_name.h"
#include "app/window/pages/live_page.h"
#include "app/window/pages/live_status.h"
#include "app/window/pages/pareto_page.h"
#include "app/window/pages/setup_page.h"
#include "app/window/text.h"
#include "core/base/files.h"
#include "widgets/core_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace paretoscope {
namespace {

QString unfinishedText(const UnfinishedStudy &study)
{
    const QString ended = study.wasCutOff ? MainWindow::tr("The search of this study was cut off.")
                                          : MainWindow::tr("The search of this study was ended early.");
    return MainWindow::tr("%1 Runs done: %2, left: %3. It goes on behind the last epoch that was kept.")
        .arg(ended)
        .arg(study.done)
        .arg(study.left);
}

} // namespace

void MainWindow::newStudy()
{
    if (auto spec = defaultSpec(); spec.ok())
        m_setup->setSpec(spec.value());
    else
        showError(spec.error());
    showPage(Page::Setup);
}

void MainWindow::tryDemo()
{
    auto spec = demoSpec();
    if (!spec.ok()) {
        showError(spec.error());
        return;
    }
    m_setup->setSpec(spec.value());
    showPage(Page::Setup);
    m_setup->startWhenReady();
}

void MainWindow::chooseFile()
{
    m_dialogs->openFile(this, tr("Open"), tr("Studies and specs (*.pscope *.yaml *.yml);;All files (*)"),
                        [this](const QString &file) { openFile(file); });
}

void MainWindow::openFile(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QStringLiteral("yaml") || ending == QStringLiteral("yml")) {
        openSpec(file);
        return;
    }
    afterSearch(tr("Open a study"), [this, file] {
        m_messages->clear();
        m_opening = toPath(file);
        m_document.open(m_opening);
    });
}

void MainWindow::onOpened()
{
    // Remembered and shown only when it could be opened, and only the newest wish.
    if (!m_opening.empty() && !m_document.isLive() && m_document.path() == m_opening) {
        m_opening.clear();
        m_recents.add(toText(m_document.path()));
        if (const auto &search = m_document.snapshot().search)
            m_setup->offerSpec(*search, m_document.name(), m_recents.dataFolder(toText(m_document.path())));
        lookForUnfinished(true);
        showPage(Page::Pareto);
    }
    updateState();
}

void MainWindow::lookForUnfinished(bool offer)
{
    m_unfinished.reset();
    auto look = [study = m_document.snapshot()] {
        return unfinishedStudy(study);
    };
    runInBackground(this, std::move(look), [this, path = m_document.path(), offer](auto found) {
        if (m_document.path() != path || m_document.isLive())
            return;
        m_unfinished = std::move(found);
        if (m_unfinished && offer)
            tell(m_unfinished->wasCutOff ? MessageKind::Warning : MessageKind::Information,
                 unfinishedText(*m_unfinished), {}, tr("&Resume"));
        updateState();
    });
}

std::optional<std::filesystem::path> MainWindow::rememberedData(const std::filesystem::path &study) const
{
    const auto known = m_recents.dataFolder(toText(study));
    std::error_code ignored;
    if (!known || !std::filesystem::exists(dnas::dataFolder(toPath(*known)), ignored))
        return {};
    return toPath(*known);
}

void MainWindow::resumeStudy()
{
    if (!m_unfinished || m_controller.active())
        return;
    const auto plan = m_unfinished->plan;
    dnas::SearchOptions options = m_setup->options();
    options.output = m_document.path();
    const auto &spec = m_document.snapshot().search;
    if (!spec || !m_setup->shows(*spec)) // Setup is about another study by now
        options.data = rememberedData(m_document.path()).value_or(options.data);
    options.includeSeed = m_unfinished->withSeed;
    options.resume = true;
    startSearch(plan, options);
}

void MainWindow::openSpec(const QString &file)
{
    runInBackground(
        this, [path = file.toStdString()] { return dnas::loadSpec(path); },
        [this](auto spec) {
            if (!spec.ok()) {
                showError(spec.error());
                return;
            }
            m_messages->clear();
            m_setup->setSpec(spec.value());
            showPage(Page::Setup);
        });
}

void MainWindow::startSearch(const std::shared_ptr<const dnas::SearchPlan> &plan, const dnas::SearchOptions &options)
{
    if (m_controller.active())
        return;
    std::error_code failure;
    std::filesystem::create_directories(std::filesystem::absolute(options.output).parent_path(), failure);
    if (failure) {
        showError(dnas::ioError("The folder of the study cannot be made (" + failure.message() +
                                    "). Choose another study file.",
                                {options.output.string(), 0, {}}));
        return;
    }
    m_messages->clear();
    m_dataOfStart = options.data;
    m_unfinished.reset();
    m_document.beginLive(plan, options.output);
    m_live->begin(*plan, options);
    m_controller.start(plan, options);
    m_setup->setSearchRunning(true);
    showPage(Page::Live);
}

void MainWindow::onRunStarted(const dnas::RunStarted &event)
{
    // Only now is it known that the data can be used.
    if (const auto data = std::exchange(m_dataOfStart, std::nullopt))
        m_recents.setDataFolder(toText(m_document.path()), toText(*data));
    m_document.addRun(event);
}

void MainWindow::onFinished(const SearchOutcome &outcome)
{
    m_setup->setSearchRunning(false);
    if (outcome.error && outcome.error->code == dnas::ErrorCode::Cancelled) { // while files were read
        m_document.endLive();
        showInformation(tr("The search is stopped."));
    } else if (outcome.error) {
        m_document.endLive();
        showError(*outcome.error);
        m_afterSearch = nullptr; // stay, so that the error is read
    } else if (outcome.summary) {
        const dnas::SearchSummary &summary = *outcome.summary;
        m_document.endLive();
        m_recents.add(toText(m_document.path()));
        QString text = tr("The search is %1. Runs done: %2")
                           .arg(coreWord(dnas::finishReasonName(summary.reason)))
                           .arg(summary.runsDone);
        if (summary.runsSkipped > 0)
            text += tr(", there already: %1").arg(summary.runsSkipped);
        text += tr(", candidates: %1.").arg(summary.candidates);
        if (summary.runsFailed > 0)
            tell(MessageKind::Warning, text + tr(" Failed: %1; Live says why.").arg(summary.runsFailed));
        else
            showInformation(text);
    }
    if (const auto then = std::exchange(m_afterSearch, nullptr))
        then();
    updateState();
}

void MainWindow::afterSearch(const QString &title, std::function<void()> then)
{
    if (!m_controller.active()) {
        then();
        return;
    }
    m_dialogs->ask(this, title, tr("A search is running. What is finished can be kept."),
                   {tr("Stop and keep"), tr("Abort")}, [this, then = std::move(then)](int button) {
                       if (button < 0)
                           return;
                       if (!m_controller.active()) { // it ended while the question stood there
                           then();
                           return;
                       }
                       if (button == 0) {
                           m_afterSearch = then;
                           m_controller.stop();
                           return;
                       }
                       m_controller.abandon(); // nothing of it is wanted, so nobody waits for its end
                       m_setup->setSearchRunning(false);
                       m_document.endLive();
                       then();
                   });
}

void MainWindow::togglePause()
{
    if (m_controller.state() == SearchController::State::Paused)
        m_controller.resume();
    else
        m_controller.pause();
}

void MainWindow::saveCopy()
{
    const QString proposed = QFileInfo(toText(m_document.path())).path() + tr("/%1 copy.pscope").arg(m_document.name());
    m_dialogs->saveFile(this, tr("Save a copy"), proposed, tr("Studies (*.pscope)"),
                        [this](const QString &file) { m_document.saveCopy(toPath(file)); });
}

void MainWindow::exportSelected()
{
    const dnas::CandidateId id = m_selection.current();
    const bool selected = id.value > 0;
    const QString folder = QFileInfo(toText(m_document.path())).path();
    const QString proposed = selected ? QStringLiteral("%1/%2-%3.onnx").arg(folder, m_document.name()).arg(id.value)
                                      : QStringLiteral("%1/%2.csv").arg(folder, m_document.name());
    const QString csv = tr("All candidates as a table (*.csv)");
    const QString filter = selected ? tr("ONNX (*.onnx);;Network as YAML (*.yaml);;%1").arg(csv) : csv;
    m_dialogs->saveFile(this, tr("Export"), proposed, filter, [this, id](const QString &file) { exportTo(id, file); });
}

void MainWindow::exportTo(dnas::CandidateId id, const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    const auto path = toPath(file);
    if (ending == QStringLiteral("csv")) {
        runInBackground(
            this,
            [path, candidates = m_document.snapshot().candidates, front = m_pareto->front()] {
                return dnas::writeAtomically(path, candidatesCsv(candidates, front));
            },
            [this, file](const dnas::Result<void> &result) {
                if (result.ok())
                    showExported(file);
                else
                    showError(result.error());
            });
        return;
    }
    const bool yaml = ending == QStringLiteral("yaml") || ending == QStringLiteral("yml");
    if ((!yaml && ending != QStringLiteral("onnx")) || id.value <= 0 || !m_document.snapshot().study) {
        showError(dnas::invalidInput(
            "Cannot export to this file: select a candidate and end the name in .onnx, .yaml or .csv.",
            {file.toStdString(), 0, {}}));
        return;
    }
    if (!yaml) {
        exportNetwork(id, dnas::CandidateFormat::Onnx, {.network = path, .weights = {}});
        return;
    }
    // The file dialog has asked about the network's own file only.
    const auto weights = std::filesystem::path(path).replace_extension(".safetensors");
    const auto other = freeName(weights);
    if (other == weights) {
        exportNetwork(id, dnas::CandidateFormat::Yaml, {.network = path, .weights = weights});
        return;
    }
    m_dialogs->ask(this, tr("Export"),
                   tr("The weights go into a file of their own, but %1 is there already.")
                       .arg(QFileInfo(toText(weights)).fileName()),
                   {tr("Replace it"), tr("Write %1").arg(QFileInfo(toText(other)).fileName())},
                   [this, id, path, weights, other](int button) {
                       if (button >= 0)
                           exportNetwork(id, dnas::CandidateFormat::Yaml,
                                         {.network = path, .weights = button == 0 ? weights : other});
                   });
}

void MainWindow::showExported(const QString &file) { showInformation(tr("Exported to %1.").arg(file)); }

void MainWindow::exportNetwork(dnas::CandidateId id, dnas::CandidateFormat format, const dnas::ExportPaths &paths)
{
    runInBackground(
        this,
        [study = m_document.snapshot().study, id, format, paths] { return exportCandidate(*study, id, format, paths); },
        [this, paths](const dnas::Result<void> &result) {
            if (!result.ok())
                showError(result.error());
            else if (paths.weights.empty())
                showExported(toText(paths.network));
            else
                showInformation(tr("Exported to %1, the weights to %2.")
                                    .arg(toText(paths.network), toText(paths.weights.filename())));
        });
}

void MainWindow::calibrate()
{
    if (m_calibration) {
        m_calibration->raise();
        m_calibration->activateWindow();
        return;
    }
    m_calibration = new CalibrationWizard(*m_dialogs, m_setup->board(), this);
    connect(m_calibration, &CalibrationWizard::boardSaved, this, &MainWindow::onBoardSaved);
    m_calibration->show(); // not modal: a search may be watched beside it
}

void MainWindow::onBoardSaved(const QString &file, const QString &runtime, bool useInSetup)
{
    showInformation(tr("The calibrated board is saved as %1.").arg(file));
    if (!useInSetup)
        return;
    if (m_setup->spec().objective.empty()) // nothing was set up yet
        newStudy();
    m_setup->useBoard(file.toStdString(), runtime.toStdString());
    showPage(Page::Setup);
}

void MainWindow::showAbout()
{
    m_dialogs->show(this, tr("About Paretoscope"),
                    tr("<h3>Paretoscope %1</h3><p>Architecture search for tiny devices, with a window on it.</p>"
                       "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                        .arg(QCoreApplication::applicationVersion()));
}

} // namespace paretoscope
