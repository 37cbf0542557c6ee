// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The board in the form of Setup: its runtimes and operating points, its card, and what is wrong with a field.
// See setup_form.h.
#include "app/window/pages/recipe_combo.h"
#include "app/window/pages/resource_combo.h"
#include "app/window/pages/setup_form.h"
#include "app/window/text.h"
#include "widgets/board_card.h"
#include "widgets/board_texts.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace paretoscope {
namespace {

const QString kCardSetting = QStringLiteral("boardCardOpen");
constexpr int kRoomForCard = 960; ///< height of a window that shows all of the form with it

} // namespace

void SetupForm::addField(QFormLayout *form, const QString &label, QWidget *field, const char *key)
{
    auto *error = new QLabel(this);
    error->setObjectName(QString::fromLatin1(key) + QStringLiteral("Error"));
    error->setProperty("error", true);
    error->setTextFormat(Qt::PlainText);
    error->setWordWrap(true);
    error->hide();
    m_errors[key] = error;
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(field);
    column->addWidget(error);
    auto *title = new QLabel(label, this);
    title->setBuddy(field);
    form->addRow(title, column);
}

void SetupForm::addBoardCard(QLayout *layout)
{
    m_card = new BoardCard(this);
    m_card->setObjectName(QStringLiteral("boardCard"));
    layout->addWidget(m_card);
    connect(m_card, &BoardCard::expandedChanged, this,
            [](bool expanded) { QSettings().setValue(kCardSetting, expanded); });
    connect(m_card, &BoardCard::calibrateClicked, this, &SetupForm::calibrateRequested);
}

void SetupForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Until the user has said what he wants: open where nothing else has to give way for it.
    m_card->setExpanded(QSettings().value(kCardSetting, window()->height() >= kRoomForCard).toBool());
}

void SetupForm::chooseBoard(const std::string &nameOrPath, const std::string &runtime)
{
    m_board->setChoice(nameOrPath);
    fillBoard({}, runtime, {});
    emit changed();
}

std::string SetupForm::board() const { return m_board->choice(); }

void SetupForm::setPlan(const dnas::SearchPlan &plan)
{
    clearErrors();
    fillBoard(plan.setup.board, plan.setup.runtime.name, plan.setup.point.name);
    m_card->setSetup(plan.setup, plan.seedCost.total);
    m_recipe->setRecipes(plan.benchmark, plan.recipe, plan.spec.phases);
    proposeOutput(toText(plan.benchmark.name));
}

void SetupForm::clearErrors()
{
    for (const auto &[key, label] : m_errors)
        label->hide();
}

void SetupForm::setError(const dnas::Error &error, const std::optional<dnas::BoardSetup> &setup)
{
    clearErrors();
    if (setup) {
        // What was typed stays, right or wrong.
        fillBoard(setup->board, m_runtime->currentData().toString().toStdString(), pointChoice());
        m_card->setSetup(*setup);
    } else {
        m_card->clear();
    }
    // A key of the spec, or a place in a file that a field names.
    auto field = m_errors.find(error.place.key.substr(0, error.place.key.find_first_of(".[")));
    const std::string stem = toPath(toText(error.place.file)).stem().string();
    for (const auto &[key, box] :
         {std::pair("board", m_board), std::pair("network", m_network), std::pair("benchmark", m_benchmark)})
        if (field == m_errors.end() && stem == std::filesystem::path(box->choice()).stem().string())
            field = m_errors.find(key);
    if (field == m_errors.end())
        return;
    field->second->setText(toText(field->first == error.place.key ? error.message : error.text()));
    if (field->first == "point" && setup && setup->board.clocks.points() > 0)
        field->second->setText(field->second->text() + QLatin1Char('\n') +
                               clockTableText(setup->board).section(QLatin1Char('\n'), 0, 0));
    field->second->show();
}

void SetupForm::fillBoard(const dnas::Board &board, const std::string &runtime, const std::string &point)
{
    m_runtime->clear();
    for (const dnas::Runtime &known : board.runtimes)
        m_runtime->addItem(toText(known.title.empty() ? known.name : known.title), toText(known.name));
    if (!runtime.empty() && m_runtime->findData(toText(runtime)) < 0)
        m_runtime->addItem(toText(runtime), toText(runtime));
    m_runtime->setCurrentIndex(std::max(m_runtime->count() > 0 ? 0 : -1, m_runtime->findData(toText(runtime))));
    m_runtime->setEnabled(m_runtime->count() > 1);

    setPointEditable(board);
    m_point->clear();
    for (const dnas::OperatingPoint &known : board.points) {
        m_point->addItem(tr("%1 (%2 MHz)").arg(toText(known.name)).arg(known.clockMhz), toText(known.name));
        m_point->setItemData(m_point->count() - 1, pointText(known), Qt::ToolTipRole);
    }
    if (!point.empty() && m_point->findData(toText(point)) < 0)
        m_point->addItem(toText(point), toText(point));
    m_point->setCurrentIndex(std::max(m_point->count() > 0 ? 0 : -1, m_point->findData(toText(point))));
    m_point->setEnabled(m_point->count() > 1 || m_point->isEditable());
    m_plannedPoint = pointChoice();
}

void SetupForm::setPointEditable(const dnas::Board &board)
{
    const QString clocks = clockTableText(board);
    m_point->setToolTip(clocks);
    if (m_point->isEditable() != clocks.isEmpty())
        return;
    m_point->setEditable(!clocks.isEmpty());
    if (clocks.isEmpty())
        return;
    m_point->setInsertPolicy(QComboBox::NoInsert);
    m_point->setCompleter(nullptr);
    connect(m_point->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (pointChoice() != m_plannedPoint)
            emit changed();
    });
}

std::string SetupForm::pointChoice() const
{
    const QString text = m_point->currentText().trimmed();
    const int index = m_point->findText(text, Qt::MatchFixedString);
    if (index >= 0 && (m_point->isEditable() || index == m_point->currentIndex()))
        return m_point->itemData(index).toString().toStdString();
    return (m_point->isEditable() ? text : m_point->currentData().toString()).toStdString();
}

} // namespace paretoscope
