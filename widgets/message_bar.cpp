// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See message_bar.h.
#include "widgets/message_bar.h"

#include "widgets/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace paretoscope {

namespace {

QColor kindColour(MessageKind kind, Theme theme)
{
    const DrawingColours &c = drawingColours(theme);
    switch (kind) {
    case MessageKind::Information:
        return c.information;
    case MessageKind::Warning:
        return c.warning;
    case MessageKind::Error:
        break;
    }
    return c.error;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_action->setObjectName(QStringLiteral("action"));
    m_action->setAutoDefault(false);
    m_close->setObjectName(QStringLiteral("close"));
    m_close->setText(QStringLiteral("✕"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    hide();
}

void MessageBar::showMessage(MessageKind kind, const QString &text, const QString &action)
{
    m_kind = kind;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    const QString name = kind == MessageKind::Error     ? tr("Error")
                         : kind == MessageKind::Warning ? tr("Warning")
                                                        : tr("Information");
    setAccessibleName(name);
    setAccessibleDescription(text);
    m_icon->setAccessibleName(name);
    updateIcon();
    show();
    update();
}

void MessageBar::clear()
{
    hide();
    m_text->clear();
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::updateIcon()
{
    // A letter in a disc of the kind's colour: told apart without colour, and sharp at any scale.
    const qreal ratio = devicePixelRatioF();
    const int size = 18;
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = themeOf(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kindColour(m_kind, theme));
    if (m_kind == MessageKind::Warning)
        painter.drawPolygon(QPolygonF({QPointF(9, 0.5), QPointF(17.8, 17), QPointF(0.2, 17)}));
    else
        painter.drawEllipse(QRectF(0.5, 0.5, 17, 17));
    painter.setPen(drawingColours(theme).background);
    QFont bold = font();
    bold.setBold(true);
    bold.setPixelSize(12);
    painter.setFont(bold);
    painter.drawText(QRectF(0, m_kind == MessageKind::Warning ? 2 : 0, size, size), Qt::AlignCenter,
                     m_kind == MessageKind::Information ? QStringLiteral("i") : QStringLiteral("!"));
    m_icon->setPixmap(pixmap);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (isThemeEvent(event))
        updateIcon();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    m_close->click();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor colour = kindColour(m_kind, themeOf(this));
    painter.fillRect(rect(), mixed(colour, palette().color(QPalette::Base), 0.13));
    painter.fillRect(QRect(0, 0, 4, height()), colour);
    painter.setPen(mixed(colour, palette().color(QPalette::Window), 0.4));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace paretoscope
