// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A message across the top of a page, not a box in the way. Hidden until showMessage(); a new message replaces
// the old one. The buttons are reachable by Tab, Esc closes. GUI thread.
// Object names: text, action, close.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace paretoscope {

enum class MessageKind { Information, Warning, Error };

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Plain text, may have several lines. `action`: text of a button, empty for none.
    void showMessage(MessageKind kind, const QString &text, const QString &action = {});
    void clear(); ///< hides it; emits nothing
    QString text() const;
    MessageKind kind() const { return m_kind; }

signals:
    void actionTriggered();
    void closed(); ///< by the user

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void updateIcon();
    MessageKind m_kind = MessageKind::Information;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace paretoscope
