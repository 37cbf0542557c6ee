// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window: puts pages, controller, document and dialogs together. Every job of its own is in another file.
#pragma once

#include "app/window/dialogs.h"
#include "app/window/export_candidate.h"
#include "app/window/navigation_bar.h"
#include "app/window/recent_files.h"
#include "app/window/search_controller.h"
#include "app/window/selection.h"
#include "app/window/study_document.h"
#include "app/window/unfinished_study.h"
#include "app/window/window_actions.h"
#include "widgets/message_bar.h"
#include "widgets/palette.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

class QLabel;
class QStackedWidget;

namespace paretoscope {

class CalibrationWizard;
class DataPage;
class LayersPage;
class LivePage;
class ParetoPage;
class SetupPage;
class StartPage;

struct MainWindowParts {
    std::shared_ptr<SearchEngine> engine = std::make_shared<TorchSearchEngine>();
    std::shared_ptr<Dialogs> dialogs = std::make_shared<QtDialogs>();
};

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(MainWindowParts parts = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A study, or a search spec by its ending. Errors go to the message bar.
    void openFile(const QString &file);
    void showPage(Page page);
    void setTheme(Theme theme); ///< of the whole program; remembered

    // For tests and for whoever embeds the window.
    SearchController &controller() { return m_controller; }
    StudyDocument &document() { return m_document; }
    Selection &selection() { return m_selection; }

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createPages();
    void connectSearch();
    void connectActions();
    void newStudy();
    void tryDemo();
    void openSpec(const QString &file);
    void onOpened();
    /// Whether the open study has runs left; `offer`: says so, with a button.
    void lookForUnfinished(bool offer);
    /// Where its data were; nothing when that is not known, or not there any more.
    std::optional<std::filesystem::path> rememberedData(const std::filesystem::path &study) const;
    void resumeStudy();
    void chooseFile();
    void startSearch(const std::shared_ptr<const dnas::SearchPlan> &plan, const dnas::SearchOptions &options);
    void onRunStarted(const dnas::RunStarted &event);
    void onFinished(const SearchOutcome &outcome);
    void saveCopy();
    void exportSelected();
    void exportTo(dnas::CandidateId id, const QString &file);
    void exportNetwork(dnas::CandidateId id, dnas::CandidateFormat format, const dnas::ExportPaths &paths);
    /// Runs `then` at once, or after the user has agreed to end the running search.
    void afterSearch(const QString &title, std::function<void()> then);
    void togglePause();
    void updateState();
    void fillRecent();
    /// A message of one page goes when another is shown; without a page it stays until it is closed or replaced.
    void tell(MessageKind kind, const QString &text, std::optional<Page> of = {}, const QString &action = {});
    void forget(Page page); ///< what it has told
    void showError(const dnas::Error &error);
    void showInformation(const QString &text);
    void showExported(const QString &file);
    void showAbout();
    void calibrate();
    void onBoardSaved(const QString &file, const QString &runtime, bool useInSetup);

    std::shared_ptr<Dialogs> m_dialogs;
    std::shared_ptr<SearchEngine> m_engine;
    SearchController m_controller;
    StudyDocument m_document;
    Selection m_selection;
    RecentFiles m_recents;
    WindowActions m_actions;

    NavigationBar *m_navigation;
    MessageBar *m_messages;
    std::optional<Page> m_messageOf; ///< whose message is shown
    QStackedWidget *m_pages;
    StartPage *m_start;
    SetupPage *m_setup;
    DataPage *m_data;
    LivePage *m_live;
    LayersPage *m_layers;
    ParetoPage *m_pareto;
    QLabel *m_statusPhase;
    QLabel *m_statusSpeed;
    QLabel *m_statusTime;
    std::function<void()> m_afterSearch; ///< waits for the end of the search
    QPointer<CalibrationWizard> m_calibration;
    std::filesystem::path m_opening; ///< the study that was asked for last
    std::optional<UnfinishedStudy> m_unfinished;
    std::optional<std::filesystem::path> m_dataOfStart; ///< of a search that has started no run yet
    bool m_closing = false;
};

} // namespace paretoscope
