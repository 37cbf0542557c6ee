// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages of the window, down the left side: a picture and a word each, Alt+1 … Alt+6.
#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;
class QToolButton;

namespace paretoscope {

enum class Page { Start, Setup, Data, Live, Layers, Pareto };

class NavigationBar : public QWidget {
    Q_OBJECT

public:
    explicit NavigationBar(QWidget *parent = nullptr);

    void setPage(Page page); ///< emits nothing

signals:
    void chosen(paretoscope::Page page); ///< by the user

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcons();

    QButtonGroup *m_group;
    std::vector<QToolButton *> m_buttons;
};

} // namespace paretoscope
