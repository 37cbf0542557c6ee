// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first page: begin, try the demo, open, or go on with a recent study.
#pragma once

#include <QStringList>
#include <QWidget>

class QCommandLinkButton;
class QListWidget;

namespace paretoscope {

class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &files);

signals:
    void newStudyRequested();
    void demoRequested();
    void openRequested();
    void recentChosen(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcons();

    QCommandLinkButton *m_newStudy;
    QCommandLinkButton *m_demo;
    QCommandLinkButton *m_open;
    QListWidget *m_recent;
};

} // namespace paretoscope
