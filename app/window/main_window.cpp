// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See main_window.h. Building and connecting is here; what the user asks for is in main_window_jobs.cpp.
#include "app/window/main_window.h"

#include "app/window/calibration/calibration_wizard.h"
#include "app/window/navigation_icons.h"
#include "app/window/pages/data_page.h"
#include "app/window/pages/layers_page.h"
#include "app/window/pages/live_page.h"
#include "app/window/pages/live_status.h"
#include "app/window/pages/pareto_page.h"
#include "app/window/pages/setup_page.h"
#include "app/window/pages/start_page.h"
#include "app/window/text.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

namespace paretoscope {

MainWindow::MainWindow(MainWindowParts parts, QWidget *parent)
    : QMainWindow(parent)
    , m_dialogs(std::move(parts.dialogs))
    , m_engine(std::move(parts.engine))
    , m_controller(m_engine)
    , m_actions(createWindowActions(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon());
    createPages();
    m_statusPhase = new QLabel(this);
    m_statusPhase->setObjectName(QStringLiteral("statusPhase"));
    m_statusSpeed = new QLabel(this);
    m_statusTime = new QLabel(this);
    statusBar()->setContentsMargins(8, 0, 0, 0);
    statusBar()->addWidget(m_statusPhase, 1);
    statusBar()->addPermanentWidget(m_statusSpeed);
    statusBar()->addPermanentWidget(m_statusTime);
    connectActions();
    connectSearch();
    fillRecent();
    updateState();
    (themeOf(palette()) == Theme::Dark ? m_actions.dark : m_actions.light)->setChecked(true);
    qApp->installEventFilter(this);

    resize(1280, 800);
    restoreGeometry(QSettings().value(QStringLiteral("geometry")).toByteArray());
}

MainWindow::~MainWindow() { qApp->removeEventFilter(this); }

void MainWindow::createPages()
{
    m_navigation = new NavigationBar(this);
    m_messages = new MessageBar(this);
    m_messages->setObjectName(QStringLiteral("messageBar"));
    m_pages = new QStackedWidget(this);
    m_start = new StartPage(this);
    m_setup = new SetupPage(*m_dialogs, m_engine, this);
    m_data = new DataPage(*m_dialogs, this);
    m_live = new LivePage(m_controller, m_document, this);
    m_layers = new LayersPage(m_document, m_selection, this);
    m_pareto = new ParetoPage(m_document, m_selection, this);
    for (QWidget *page : std::initializer_list<QWidget *>{m_start, m_setup, m_data, m_live, m_layers, m_pareto})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    auto *central = new QWidget(this);
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_navigation);
    layout->addLayout(column, 1);
    setCentralWidget(central);
    connect(m_navigation, &NavigationBar::chosen, this, &MainWindow::showPage);
    connect(m_start, &StartPage::newStudyRequested, this, &MainWindow::newStudy);
    connect(m_start, &StartPage::demoRequested, this, &MainWindow::tryDemo);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFile);
    connect(m_start, &StartPage::recentChosen, this, &MainWindow::openFile);
    connect(m_setup, &SetupPage::startRequested, this, &MainWindow::startSearch);
    connect(m_setup, &SetupPage::answered, this, &MainWindow::updateState);
    connect(m_setup, &SetupPage::calibrateRequested, this, &MainWindow::calibrate);
    connect(m_setup, &SetupPage::failed, this,
            [this](const dnas::Error &error) { tell(MessageKind::Error, toText(error.text()), Page::Setup); });
    connect(m_setup, &SetupPage::specSaved, this, [this](const QString &file) {
        tell(MessageKind::Information, tr("The spec is saved as %1.").arg(file), Page::Setup);
    });
    connect(m_data, &DataPage::failed, this,
            [this](const dnas::Error &error) { tell(MessageKind::Error, toText(error.text()), Page::Data); });
    connect(m_data, &DataPage::informed, this,
            [this](const QString &text) { tell(MessageKind::Information, text, Page::Data); });
    connect(m_data, &DataPage::othersChosen, this, [this] { forget(Page::Data); });
    connect(m_data, &DataPage::dataChanged, m_setup, &SetupPage::recheckData);
    connect(m_pareto, &ParetoPage::exportRequested, this, &MainWindow::exportSelected);
    connect(m_live, &LivePage::refused, this,
            [this](const QString &why) { tell(MessageKind::Warning, why, Page::Live); });
    connect(m_live->status(), &LiveStatus::changed, this, &MainWindow::updateState);
    // Pictures and tables that are saved out of a plot.
    const auto hear = [this]<typename P>(P *page) {
        connect(page, &P::exportFailed, this, [this](const QString &text) { tell(MessageKind::Error, text); });
        connect(page, &P::exported, this, &MainWindow::showExported);
    };
    hear(m_live);
    hear(m_pareto);
}

void MainWindow::connectSearch()
{
    using C = SearchController;
    connect(&m_controller, &C::stateChanged, this, &MainWindow::updateState);
    connect(&m_controller, &C::runStarted, this, [this](int, const dnas::RunStarted &event) { onRunStarted(event); });
    connect(&m_controller, &C::epochReported, this,
            [this](int, const std::shared_ptr<const dnas::EpochReport> &event) { m_document.addEpoch(*event); });
    connect(&m_controller, &C::steeringChanged, this,
            [this](int, const dnas::SteeringChanged &event) { m_document.addSteering(event); });
    connect(&m_controller, &C::candidateFound, this,
            [this](int, const dnas::CandidateFound &) { m_document.reload(); });
    connect(&m_controller, &C::runFinished, this, [this](int, const dnas::SearchFinished &event) {
        m_document.finishRun(event);
        m_document.reload();
    });
    connect(&m_controller, &C::noticed, this, [this](int, const QString &text) { tell(MessageKind::Warning, text); });
    connect(&m_controller, &C::finished, this, [this](int, const SearchOutcome &outcome) { onFinished(outcome); });
    connect(&m_document, &StudyDocument::failed, this, &MainWindow::showError);
    connect(&m_document, &StudyDocument::copied, this,
            [this](const QString &file) { showInformation(tr("A copy is saved as %1.").arg(file)); });
    connect(&m_document, &StudyDocument::abandoned, this, [this] { lookForUnfinished(true); });
    connect(&m_document, &StudyDocument::settled, this, [this] { lookForUnfinished(false); });
    connect(&m_document, &StudyDocument::opened, this, &MainWindow::onOpened);
    connect(&m_document, &StudyDocument::candidatesChanged, this, &MainWindow::updateState);
    connect(&m_selection, &Selection::changed, this, &MainWindow::updateState);
    connect(&m_recents, &RecentFiles::changed, this, &MainWindow::fillRecent);
}

void MainWindow::connectActions()
{
    connect(m_actions.newStudy, &QAction::triggered, this, &MainWindow::newStudy);
    connect(m_actions.open, &QAction::triggered, this, &MainWindow::chooseFile);
    connect(m_actions.saveCopy, &QAction::triggered, this, &MainWindow::saveCopy);
    connect(m_actions.exportCandidate, &QAction::triggered, this, &MainWindow::exportSelected);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.start, &QAction::triggered, m_setup, &SetupPage::start);
    connect(m_actions.resumeStudy, &QAction::triggered, this, &MainWindow::resumeStudy);
    connect(m_messages, &MessageBar::actionTriggered, this, &MainWindow::resumeStudy); // its only action
    connect(m_actions.pause, &QAction::triggered, this, &MainWindow::togglePause);
    connect(m_actions.stop, &QAction::triggered, &m_controller, &SearchController::stop);
    connect(m_actions.abort, &QAction::triggered, &m_controller, &SearchController::abort);
    connect(m_actions.calibrate, &QAction::triggered, this, &MainWindow::calibrate);
    connect(m_actions.light, &QAction::triggered, this, [this] { setTheme(Theme::Light); });
    connect(m_actions.dark, &QAction::triggered, this, [this] { setTheme(Theme::Dark); });
    connect(m_actions.fit, &QAction::triggered, this, [this] {
        m_live->fit();
        m_pareto->fit();
    });
    connect(m_actions.fullScreen, &QAction::triggered, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    connect(m_actions.keys, &QAction::triggered, this,
            [this] { m_dialogs->show(this, tr("Keys"), keysText(m_actions)); });
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Space and Home belong to the widget under the focus when that uses them itself (buttons, fields, lists).
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool usesKeys = qobject_cast<QAbstractButton *>(watched) || qobject_cast<QComboBox *>(watched) ||
                              qobject_cast<QAbstractItemView *>(watched) || qobject_cast<QAbstractSlider *>(watched);
        if (usesKeys && key->modifiers() == Qt::NoModifier &&
            (key->key() == Qt::Key_Space || key->key() == Qt::Key_Home) &&
            qobject_cast<QWidget *>(watched)->window() == this) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_controller.active() && !m_closing) {
        event->ignore();
        afterSearch(tr("Quit"), [this] {
            m_closing = true;
            QTimer::singleShot(0, this, &QWidget::close);
        });
        return;
    }
    QSettings().setValue(QStringLiteral("geometry"), saveGeometry());
    event->accept();
}

void MainWindow::showPage(Page page)
{
    if (m_messageOf && *m_messageOf != page)
        forget(*m_messageOf);
    m_navigation->setPage(page);
    m_pages->setCurrentIndex(static_cast<int>(page));
    if (page == Page::Data)
        m_data->open({m_setup->benchmark(), m_setup->dataFolder()});
    updateState();
}

void MainWindow::setTheme(Theme theme)
{
    applyTheme(*qApp, theme);
    (theme == Theme::Dark ? m_actions.dark : m_actions.light)->setChecked(true);
    QSettings().setValue(QStringLiteral("theme"),
                         theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

void MainWindow::updateState()
{
    using State = SearchController::State;
    const State state = m_controller.state();
    const bool canPause = state == State::Running || state == State::Paused;
    m_actions.start->setEnabled(state == State::Idle && m_setup->canStart());
    m_actions.resumeStudy->setEnabled(state == State::Idle && m_unfinished);
    m_actions.pause->setEnabled(canPause);
    m_actions.pause->setText(state == State::Paused ? tr("&Resume") : tr("&Pause"));
    m_actions.stop->setEnabled(canPause);
    m_actions.abort->setEnabled(state != State::Idle);
    m_actions.saveCopy->setEnabled(m_document.snapshot().study != nullptr);
    m_actions.exportCandidate->setEnabled(!m_document.snapshot().candidates.empty());

    QString title = tr("Paretoscope");
    if (m_document.isOpen())
        title = QStringLiteral("%1 – %2").arg(m_document.name(), title);
    const QString mark = state == State::Running    ? QStringLiteral("▶ ")
                         : state == State::Paused   ? QStringLiteral("⏸ ")
                         : state == State::Stopping ? QStringLiteral("■ ")
                                                    : QString();
    setWindowTitle(mark + title);
    const LiveStatus *live = m_live->status();
    if (state == State::Idle)
        m_statusPhase->setText(m_document.isOpen() ? tr("Candidates: %1").arg(m_document.snapshot().candidates.size())
                                                   : tr("Ready"));
    else
        m_statusPhase->setText((state == State::Paused     ? tr("Paused – ")
                                : state == State::Stopping ? tr("Stopping – ")
                                                           : QString()) +
                               live->phaseText());
    m_statusSpeed->setText(live->speedText());
    m_statusTime->setText(state == State::Idle ? QString() : live->timeText());
}

void MainWindow::fillRecent()
{
    const QStringList files = m_recents.files();
    m_start->setRecentFiles(files);
    m_actions.recent->clear();
    for (const QString &file : files)
        connect(m_actions.recent->addAction(file), &QAction::triggered, this, [this, file] { openFile(file); });
    m_actions.recent->setEnabled(!files.isEmpty());
}

void MainWindow::tell(MessageKind kind, const QString &text, std::optional<Page> of, const QString &action)
{
    m_messageOf = of;
    m_messages->showMessage(kind, text, action);
}

void MainWindow::forget(Page page)
{
    if (m_messageOf != page)
        return;
    m_messageOf.reset();
    m_messages->clear();
}

void MainWindow::showError(const dnas::Error &error) { tell(MessageKind::Error, toText(error.text())); }

void MainWindow::showInformation(const QString &text) { tell(MessageKind::Information, text); }

} // namespace paretoscope
