// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See setup_page.h.
#include "app/window/pages/setup_page.h"

#include "app/window/background_task.h"
#include "app/window/dialogs.h"
#include "app/window/pages/setup_answers.h"
#include "app/window/pages/setup_form.h"
#include "app/window/pages/setup_verdicts.h"
#include "app/window/planned_data.h"
#include "app/window/text.h"
#include "app/window/time_estimate.h"
#include "core/base/files.h"
#include "widgets/command_line_row.h"
#include "widgets/message_bar.h"
#include "widgets/objective_editor.h"

#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>
#include <cstdio>

namespace paretoscope {
namespace {

QScrollArea *scrolled(QWidget *widget, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidget(widget);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

} // namespace

SetupPage::SetupPage(Dialogs &dialogs, std::shared_ptr<SearchEngine> engine, QWidget *parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_planner(new SearchPlanner(this))
    , m_data(new PlannedData(this))
    , m_estimate(new TimeEstimate(std::move(engine), this))
{
    setObjectName(QStringLiteral("setupPage"));
    m_form = new SetupForm(dialogs, this);
    m_objective = new ObjectiveEditor(this);
    m_objective->setObjectName(QStringLiteral("objective"));
    m_answers = new SetupAnswers(this);

    auto *objectiveBox = new QGroupBox(tr("Objective: the task loss, and"), this);
    auto *objectiveLayout = new QVBoxLayout(objectiveBox);
    objectiveLayout->addWidget(scrolled(m_objective, objectiveBox));
    auto *left = scrolled(m_form, this);
    left->setMinimumWidth(380);
    left->setMaximumWidth(480);
    auto *right = new QVBoxLayout;
    right->addWidget(objectiveBox, 1);
    right->addWidget(m_answers);
    m_offer = new MessageBar(this);
    m_offer->setObjectName(QStringLiteral("specOffer"));
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_offer);
    auto *layout = new QHBoxLayout;
    page->addLayout(layout, 1);
    layout->setSpacing(16);
    layout->addWidget(left, 2);
    layout->addLayout(right, 3);

    connect(m_form, &SetupForm::changed, this, &SetupPage::onEdited);
    connect(m_form, &SetupForm::dataFolderChanged, this, [this] {
        m_estimate->forget();
        checkData();
        refresh();
    });
    connect(m_form, &SetupForm::calibrateRequested, this, &SetupPage::calibrateRequested);
    connect(m_objective, &ObjectiveEditor::changed, this, &SetupPage::onEdited);
    connect(m_planner, &SearchPlanner::planned, this, &SetupPage::onPlanned);
    connect(m_data, &PlannedData::looked, this, [this] {
        showData();
        refresh();
    });
    connect(m_answers, &SetupAnswers::startClicked, this, &SetupPage::start);
    connect(m_answers, &SetupAnswers::saveSpecClicked, this, &SetupPage::saveSpec);
    connect(m_answers, &SetupAnswers::estimateClicked, this, &SetupPage::estimate);
    connect(m_offer, &MessageBar::actionTriggered, this, [this] {
        const auto offered = std::exchange(m_offered, std::nullopt);
        if (!offered)
            return;
        setSpec(*offered);
        if (m_offeredData)
            m_form->setDataFolder(*m_offeredData);
    });
    connect(m_estimate, &TimeEstimate::changed, this,
            [this] { m_answers->setEstimate(m_estimate->text(), m_estimate->busy()); });
}

void SetupPage::setSpec(const dnas::SearchSpec &spec)
{
    m_offered.reset();
    m_offer->clear();
    m_base = spec;
    m_form->setSpec(spec);
    std::vector<ObjectiveRow> rows;
    for (const dnas::ObjectiveTerm &term : spec.objective)
        rows.push_back(fromTerm(term));
    m_objective->setRows(rows);
    m_specFile.opened(toText(spec.file), dnas::writeSpec(this->spec()));
    replan();
}

bool SetupPage::hasEdits() const { return m_specFile.isEdited() && dnas::writeSpec(spec()) != m_startedText; }

void SetupPage::offerSpec(const dnas::SearchSpec &spec, const QString &study, const std::optional<QString> &data)
{
    m_offered.reset();
    m_offer->clear();
    if (m_startWhenReady)
        return;
    const bool wouldLoseFolder = m_form->isDataFolderTyped() && data && *data != toText(dataFolder());
    if (shows(spec)) {
        if (data && !wouldLoseFolder)
            m_form->setDataFolder(*data);
        return;
    }
    if (!hasEdits() && !wouldLoseFolder) {
        setSpec(spec);
        if (data)
            m_form->setDataFolder(*data);
        return;
    }
    m_offered = spec;
    m_offeredData = data;
    m_offer->showMessage(
        MessageKind::Information,
        tr("The study “%1” was made with another spec. What you have edited here is not saved.").arg(study),
        tr("&Take over the study's spec"));
}

bool SetupPage::shows(const dnas::SearchSpec &spec) const
{
    return dnas::writeSpec(spec) == dnas::writeSpec(this->spec());
}

dnas::SearchSpec SetupPage::spec() const
{
    dnas::SearchSpec spec = m_base;
    m_form->fillSpec(spec);
    spec.objective.clear();
    for (const ObjectiveRow &row : m_objective->rows())
        spec.objective.push_back(toTerm(row));
    return spec;
}

dnas::SearchOptions SetupPage::options() const { return m_form->options(); }

void SetupPage::onEdited()
{
    m_specFile.edited(dnas::writeSpec(spec()));
    replan();
}

void SetupPage::replan()
{
    m_planner->request(spec());
    if (m_estimatedFor != estimateKey())
        m_estimate->forget();
    refresh();
}

void SetupPage::onPlanned(const PlanAnswer &answer)
{
    m_answer = answer;
    m_objective->clearVerdicts();
    if (answer.plan) {
        m_form->setPlan(*answer.plan);
        m_specFile.planned(dnas::writeSpec(spec()));
        m_objective->setMetrics(answer.ranges);
        showVerdicts(*answer.plan, *m_objective);
        checkData();
    } else if (answer.error) {
        showError(*answer.error);
    }
    m_answers->setAnswer(answer);
    refresh();
}

void SetupPage::showError(const dnas::Error &error)
{
    m_form->setError(error, m_answer.setup);
    // "objective[2].metric": at that card.
    int row = -1;
    if (std::sscanf(error.place.key.c_str(), "objective[%d]", &row) == 1 && row >= 0 && row < m_objective->rowCount())
        m_objective->setVerdict(row, dnas::Verdict::Impossible, toText(error.message));
}

void SetupPage::useBoard(const std::string &nameOrPath, const std::string &runtime)
{
    m_form->chooseBoard(nameOrPath, runtime);
}

std::string SetupPage::board() const { return m_form->board(); }

std::string SetupPage::benchmark() const { return m_form->benchmark(); }

std::string SetupPage::dataFolder() const { return m_form->dataFolder(); }

void SetupPage::recheckData()
{
    m_data->forget();
    checkData();
    refresh();
}

void SetupPage::checkData()
{
    if (!m_answer.plan)
        return;
    m_data->request(*m_answer.plan, m_form->dataFolder());
    showData();
}

void SetupPage::showData()
{
    if (m_data->report() && m_answer.plan)
        m_form->setDataReport(*m_data->report(), m_answer.plan->recipe);
}

void SetupPage::refresh()
{
    m_answers->setObstacle(obstacle());
    m_answers->setCommandLine(commandLine(), m_specFile.isSaved()
                                                 ? QString()
                                                 : tr("This spec is not saved yet: save it first, and put its file "
                                                      "in the place of SPEC.yaml."));
    if (m_planner->busy() || (m_answer.plan && !m_data->report()))
        return;
    emit answered();
    if (std::exchange(m_startWhenReady, false))
        start();
}

QString SetupPage::obstacle() const
{
    if (m_running)
        return tr("A search is running.");
    if (m_planner->busy())
        return tr("Planning…");
    if (!m_answer.plan)
        return m_answer.error ? tr("Cannot start: %1").arg(toText(m_answer.error->message))
                              : tr("Nothing is planned yet.");
    if (!m_objective->isValid())
        return tr("Cannot start: a field of the objective is not understood.");
    if (const QString unreachable = unreachableText(*m_answer.plan); !unreachable.isEmpty())
        return tr("Cannot start: %1").arg(unreachable);
    if (!m_data->report())
        return tr("Checking the data…");
    if (!m_data->report()->usable)
        return tr("Cannot start: the data of the benchmark is missing or damaged; the Data page says what to do.");
    if (m_form->output().isEmpty())
        return tr("Cannot start: choose a study file.");
    return {};
}

bool SetupPage::canStart() const { return obstacle().isEmpty(); }

void SetupPage::startWhenReady()
{
    m_startWhenReady = true;
    refresh();
}

void SetupPage::setSearchRunning(bool running)
{
    m_running = running;
    if (running && m_estimate->busy())
        m_estimate->forget(); // measured beside a search it would say too much
    refresh();
}

void SetupPage::start()
{
    if (!canStart())
        return;
    const dnas::SearchOptions options = m_form->options();
    m_startedText = dnas::writeSpec(spec());
    m_form->setDataFolderUsed();
    emit startRequested(m_answer.plan, options);
    m_form->proposeNewOutput();
    refresh();
}

QString SetupPage::commandLine() const
{
    const dnas::SearchOptions options = m_form->options();
    QStringList words{QStringLiteral("dnas"), QStringLiteral("search"), shellWord(m_specFile.argument())};
    if (!options.data.empty())
        words << QStringLiteral("--data") << shellWord(toText(options.data));
    words << QStringLiteral("--output") << shellWord(toText(options.output));
    words << QStringLiteral("--seed") << QString::number(spec().seed);
    words << QStringLiteral("--jobs") << QString::number(options.jobs);
    if (!options.includeSeed)
        words << QStringLiteral("--without-seed");
    return words.join(QLatin1Char(' '));
}

std::string SetupPage::estimateKey() const
{
    const dnas::SearchOptions options = m_form->options();
    return dnas::writeSpec(spec()) + options.data.string() + '\n' + std::to_string(options.jobs) +
           (options.includeSeed ? "+" : "-");
}

void SetupPage::estimate()
{
    if (!canStart() || m_estimate->busy())
        return;
    m_estimatedFor = estimateKey();
    m_estimate->request(m_answer.plan, m_form->options());
}

void SetupPage::saveSpec()
{
    const QString folder = QFileInfo(m_form->output()).path();
    m_dialogs.saveFile(this, tr("Save spec"), m_specFile.proposal(folder), tr("YAML files (*.yaml)"),
                       [this](const QString &file) {
                           const std::string text = dnas::writeSpec(spec());
                           runInBackground(
                               this, [file, text] { return dnas::writeAtomically(toPath(file), text); },
                               [this, file, text](const dnas::Result<void> &result) {
                                   if (!result.ok()) {
                                       emit failed(result.error());
                                       return;
                                   }
                                   m_specFile.saved(file, text, dnas::writeSpec(spec()));
                                   refresh();
                                   emit specSaved(file);
                               });
                       });
}

} // namespace paretoscope
