// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See setup_form.h. What concerns the board and its errors is in setup_form_board.cpp, how it is trained in
// setup_form_training.cpp.
#include "app/window/pages/setup_form.h"

#include "app/window/dialogs.h"
#include "app/window/pages/baseline_fields.h"
#include "app/window/pages/resource_combo.h"
#include "app/window/text.h"
#include "core/base/files.h"
#include "widgets/core_words.h"
#include "widgets/data_words.h"
#include "widgets/plot_text.h"

#include <QCheckBox>
#include <QDir>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <limits>

namespace paretoscope {
namespace {

QFormLayout *group(const QString &title, QVBoxLayout *into, QWidget *parent)
{
    auto *box = new QGroupBox(title, parent);
    auto *form = new QFormLayout(box);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    into->addWidget(box);
    return form;
}

QString studiesFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return documents.isEmpty() ? toText(dnas::dataFolder() / "studies") : documents + QStringLiteral("/Paretoscope");
}

QString freeName(const QString &benchmark)
{
    const QString base = studiesFolder() + QLatin1Char('/') + benchmark;
    for (int i = 1;; ++i) {
        const QString file = QStringLiteral("%1-%2.pscope").arg(base).arg(i);
        if (!QFileInfo::exists(file))
            return file;
    }
}

QWidget *withButton(QLineEdit *edit, QPushButton *button)
{
    auto *row = new QWidget(edit->parentWidget());
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit, 1);
    layout->addWidget(button);
    return row;
}

} // namespace

SetupForm::SetupForm(Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 6, 0);
    addModelRows(group(tr("What is searched"), layout, this), dialogs);
    addBoardCard(layout);
    addTrainingRows(group(tr("Training"), layout, this));
    addRunningRows(group(tr("Where it runs"), layout, this), dialogs);
    layout->addStretch();
}

void SetupForm::addModelRows(QFormLayout *form, Dialogs &dialogs)
{
    m_benchmark = new ResourceCombo(QStringLiteral("benchmarks"), {}, dialogs, this);
    m_network = new ResourceCombo(QStringLiteral("networks"), tr("the benchmark's own"), dialogs, this);
    m_board = new ResourceCombo(QStringLiteral("boards"), {}, dialogs, this);
    m_runtime = new QComboBox(this);
    m_point = new QComboBox(this);
    m_benchmark->setObjectName(QStringLiteral("benchmark"));
    m_network->setObjectName(QStringLiteral("network"));
    m_board->setObjectName(QStringLiteral("board"));
    m_runtime->setObjectName(QStringLiteral("runtime"));
    m_point->setObjectName(QStringLiteral("point"));
    m_granularity =
        spin(QStringLiteral("granularity"), 1, 64, {}, tr("Channels are kept or dropped in blocks of this many"));
    for (QComboBox *box : std::initializer_list<QComboBox *>{m_benchmark, m_network, m_board, m_runtime, m_point})
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addField(form, tr("&Benchmark"), m_benchmark, "benchmark");
    addField(form, tr("&Network"), m_network, "network");
    addField(form, tr("Boar&d"), m_board, "board");
    addField(form, tr("Run&time"), m_runtime, "runtime");
    addField(form, tr("Operating &point"), m_point, "point");
    addField(form, tr("&Granularity"), m_granularity, "space");
    connect(m_benchmark, &ResourceCombo::chosen, this, [this] {
        m_network->setChoice({});
        m_chosenRecipe.reset();
        emit changed();
    });
    connect(m_network, &ResourceCombo::chosen, this, &SetupForm::changed);
    connect(m_board, &ResourceCombo::chosen, this, [this] {
        chooseBoard(m_board->choice(), {}); // names of runtimes and points are those of another one
    });
    connect(m_runtime, &QComboBox::activated, this, &SetupForm::changed);
    connect(m_point, &QComboBox::activated, this, &SetupForm::changed);
}

void SetupForm::addRunningRows(QFormLayout *form, Dialogs &dialogs)
{
    m_jobs = spin(QStringLiteral("jobs"), 1, 256, {},
                  tr("Changes nothing but the time. Threads × runs should not exceed the cores"));
    m_jobs->setValue(std::max(1, QThread::idealThreadCount()));
    m_includeSeed = new QCheckBox(tr("Train the seed network too, for comparison"), this);
    m_includeSeed->setObjectName(QStringLiteral("includeSeed"));
    m_includeSeed->setChecked(true);
    m_data = new QLineEdit(this);
    m_data->setObjectName(QStringLiteral("dataFolder"));
    m_data->setPlaceholderText(toText(dnas::dataFolder()));
    m_dataState = new QLabel(this);
    m_dataState->setObjectName(QStringLiteral("dataState"));
    m_dataState->setWordWrap(true);
    m_output = new QLineEdit(this);
    m_output->setObjectName(QStringLiteral("output"));
    auto *chooseData = new QPushButton(tr("Choose…"), this);
    auto *chooseOutput = new QPushButton(tr("Choose…"), this);
    chooseData->setAccessibleName(tr("Choose the data folder"));
    chooseOutput->setAccessibleName(tr("Choose the study file"));
    form->addRow(tr("R&uns at once"), m_jobs);
    form->addRow(m_includeSeed);
    form->addRow(tr("Data fo&lder"), withButton(m_data, chooseData));
    form->addRow(m_dataState);
    form->addRow(tr("Stud&y file"), withButton(m_output, chooseOutput));
    connect(m_includeSeed, &QCheckBox::toggled, this, &SetupForm::changed);
    connect(m_data, &QLineEdit::textEdited, this, [this] { m_dataTyped = true; });
    connect(m_data, &QLineEdit::editingFinished, this, &SetupForm::dataFolderChanged);
    connect(chooseData, &QPushButton::clicked, this, [this, &dialogs] {
        dialogs.chooseFolder(this, tr("Data folder"), [this](const QString &folder) {
            m_data->setText(folder);
            m_dataTyped = true;
            emit dataFolderChanged();
        });
    });
    connect(chooseOutput, &QPushButton::clicked, this, [this, &dialogs] {
        dialogs.saveFile(this, tr("Study file"), m_output->text(), tr("Studies (*.pscope)"),
                         [this](const QString &file) {
                             m_output->setText(file);
                             m_outputTyped = true;
                             emit changed();
                         });
    });
    connect(m_output, &QLineEdit::textEdited, this, [this] {
        m_outputTyped = true;
        emit changed();
    });
}

QSpinBox *SetupForm::spin(const QString &name, int low, int high, const QString &suffix, const QString &toolTip)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(name);
    box->setRange(low, high);
    box->setSuffix(suffix);
    box->setToolTip(toolTip);
    connect(box, &QSpinBox::valueChanged, this, &SetupForm::changed);
    return box;
}

void SetupForm::setSpec(const dnas::SearchSpec &spec)
{
    const QSignalBlocker quiet(this);
    m_benchmark->setChoice(spec.benchmark);
    m_network->setChoice(spec.network);
    m_board->setChoice(spec.board);
    fillBoard({}, spec.runtime, spec.point);
    clearErrors();
    m_granularity->setValue(spec.width.granularity);
    m_chosenRecipe.reset();
    setPhases(spec.phases);
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(spec.seed, std::numeric_limits<int>::max())));
    m_threads->setValue(spec.threads);
    m_baselines->setBaselines(spec.baselines);
}

void SetupForm::fillSpec(dnas::SearchSpec &spec) const
{
    if (spec.benchmark != m_benchmark->choice())
        spec.recipe.reset();
    if (m_chosenRecipe)
        spec.recipe = m_chosenRecipe;
    spec.benchmark = m_benchmark->choice();
    spec.network = m_network->choice();
    spec.board = m_board->choice();
    spec.runtime = m_runtime->currentData().toString().toStdString();
    spec.point = pointChoice();
    spec.width.granularity = m_granularity->value();
    spec.phases = {m_warmUp->value(), m_search->value(), m_fineTune->value()};
    spec.seed = static_cast<std::uint64_t>(m_seed->value());
    spec.threads = m_threads->value();
    spec.baselines = m_baselines->baselines();
}

void SetupForm::setDataReport(const dnas::DataReport &report, const dnas::Recipe &recipe)
{
    constexpr int kMostLines = 20; // a folder may hold thousands of odd things
    constexpr int kMostReasons = 2;
    const auto used = [](std::int64_t most, std::int64_t all) {
        return most > 0 && most < all
                   ? tr("%1 of %2", "samples that the recipe uses").arg(countText(most), countText(all))
                   : countText(all);
    };
    QStringList text{report.usable ? tr("Data: %1 training, %2 validation, %3 test samples")
                                         .arg(used(recipe.mostTrain, report.train), countText(report.validation),
                                              used(recipe.mostTest, report.test))
                                   : tr("The data cannot be used.")};
    QStringList details;
    for (const dnas::DataFinding &finding : report.findings) {
        const bool isReason = !report.usable && finding.state != "ok" && text.size() <= kMostReasons;
        const bool isDetail = details.size() < kMostLines;
        if (!isReason && !isDetail)
            continue;
        const QString line = QStringLiteral("%1: %2 – %3")
                                 .arg(findingFile(finding.file), coreWord(finding.state), findingText(finding.text));
        if (isReason)
            text << line;
        if (isDetail)
            details << line;
    }
    if (const auto more = static_cast<std::int64_t>(report.findings.size()) - details.size(); more > 0)
        details << tr("and %1 more, see the Data page").arg(countText(more));
    m_dataState->setText(text.join(QLatin1Char('\n')));
    m_dataState->setToolTip(details.join(QLatin1Char('\n')));
}

std::string SetupForm::benchmark() const { return m_benchmark->choice(); }

void SetupForm::setDataFolder(const QString &folder)
{
    m_dataTyped = false;
    if (folder == m_data->text())
        return;
    m_data->setText(folder);
    emit dataFolderChanged();
}

std::string SetupForm::dataFolder() const { return m_data->text().trimmed().toStdString(); }

dnas::SearchOptions SetupForm::options() const
{
    dnas::SearchOptions options;
    options.data = dataFolder();
    options.output = toPath(m_output->text().trimmed());
    options.jobs = m_jobs->value();
    options.includeSeed = m_includeSeed->isChecked();
    return options;
}

QString SetupForm::output() const { return m_output->text().trimmed(); }

void SetupForm::proposeOutput(const QString &benchmark)
{
    if (m_outputTyped || (benchmark == m_outputFor && !m_output->text().isEmpty()))
        return;
    m_outputFor = benchmark;
    m_output->setText(freeName(benchmark));
}

void SetupForm::proposeNewOutput()
{
    m_outputTyped = false;
    if (!m_outputFor.isEmpty())
        m_output->setText(freeName(m_outputFor));
}

} // namespace paretoscope
