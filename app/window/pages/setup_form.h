// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The left side of Setup: what is searched and on which board, how it is trained, where it runs. Values in, values out;
// the page plans after changed().
#pragma once

#include "core/data/data_set.h"
#include "core/search/search_run.h"

#include <QWidget>

#include <map>
#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace paretoscope {

class BaselineFields;
class BoardCard;
class Dialogs;
class RecipeCombo;
class ResourceCombo;

class SetupForm : public QWidget {
    Q_OBJECT

public:
    explicit SetupForm(Dialogs &dialogs, QWidget *parent = nullptr);

    void setSpec(const dnas::SearchSpec &spec); ///< emits nothing
    /// Writes the form's fields over `spec`; the recipe falls back to the benchmark's own when that was changed.
    void fillSpec(dnas::SearchSpec &spec) const;
    /// What the plan resolved: runtimes and operating points of the board.
    void setPlan(const dnas::SearchPlan &plan);
    /// Why there is none, at the field that it is about; `setup`: the board, if that is known.
    void setError(const dnas::Error &error, const std::optional<dnas::BoardSetup> &setup);
    /// As if the user had chosen this board and runtime.
    void chooseBoard(const std::string &nameOrPath, const std::string &runtime);
    std::string board() const;                 ///< name or path
    std::string benchmark() const;             ///< the same
    void setDataFolder(const QString &folder); ///< of a study
    /// `report` is of all samples; `recipe` says how many of them are used.
    void setDataReport(const dnas::DataReport &report, const dnas::Recipe &recipe);

    std::string dataFolder() const;
    /// The user has named this folder, and no search has had it yet.
    bool isDataFolderTyped() const { return m_dataTyped; }
    void setDataFolderUsed() { m_dataTyped = false; }
    dnas::SearchOptions options() const;
    QString output() const;
    /// A name in the studies' folder that no file has, unless the user has typed one.
    void proposeOutput(const QString &benchmark);
    void proposeNewOutput(); ///< after a start: the next study gets another file

signals:
    void changed();
    void dataFolderChanged();
    void calibrateRequested(); ///< of the chosen board

private:
    void addModelRows(QFormLayout *form, Dialogs &dialogs);
    void addBoardCard(QLayout *layout);
    void addField(QFormLayout *form, const QString &label, QWidget *field, const char *key);
    void clearErrors();
    void fillBoard(const dnas::Board &board, const std::string &runtime, const std::string &point);
    void setPointEditable(const dnas::Board &board);
    std::string pointChoice() const;
    void chooseRecipe(const dnas::Recipe &recipe, const dnas::PhaseLengths &phases);
    void setPhases(const dnas::PhaseLengths &phases);
    void addTrainingRows(QFormLayout *form);
    void addRunningRows(QFormLayout *form, Dialogs &dialogs);
    void showEvent(QShowEvent *event) override;
    QSpinBox *spin(const QString &name, int low, int high, const QString &suffix, const QString &toolTip);
    QSpinBox *epochs(const QString &name, const QString &toolTip); ///< a number of them

    ResourceCombo *m_benchmark;
    ResourceCombo *m_network;
    ResourceCombo *m_board;
    QComboBox *m_runtime;
    QComboBox *m_point;         ///< editable where the board has a table of clocks
    std::string m_plannedPoint; ///< what the field said when it was told last
    BoardCard *m_card;
    std::map<std::string, QLabel *> m_errors; ///< by key of the spec
    QSpinBox *m_granularity;
    RecipeCombo *m_recipe;
    std::optional<dnas::Recipe> m_chosenRecipe; ///< nothing: the spec's
    QSpinBox *m_warmUp;
    QSpinBox *m_search;
    QSpinBox *m_fineTune;
    QSpinBox *m_seed;
    QSpinBox *m_threads;
    BaselineFields *m_baselines;
    QSpinBox *m_jobs;
    QCheckBox *m_includeSeed;
    QLineEdit *m_data;
    bool m_dataTyped = false;
    QLabel *m_dataState;
    QLineEdit *m_output;
    bool m_outputTyped = false;
    QString m_outputFor;
};

} // namespace paretoscope
