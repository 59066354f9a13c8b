// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QFrame>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What went wrong, in one sentence, inside the window and not in its way. Hidden until there is something.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void say(const QString& sentence);
    /// What can be done next, rather than what went wrong, and the actions that do it: calm, and gone by itself when
    /// it has been read.
    void offer(const QString& sentence, const QList<QAction*>& remedies);
    void dismiss();
    QString text() const;

private:
    void put(const QString& sentence, const QString& look);

    QLabel* m_text;
    QHBoxLayout* m_remedies;
    const Theme* m_theme = &lightTheme();
    QToolButton* m_close;
    QTimer m_gone;
};

} // namespace hareloom::ui
