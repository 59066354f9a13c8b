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
/// In a layout it moves what lies below it; floatOver() lays it upon a page, which stays where it is.
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
    /// Lies upon the upper edge of `page`, a widget beside it, whatever size that has.
    void floatOver(QWidget& page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void put(const QString& sentence, const QString& look);
    void place();

    QWidget* m_page = nullptr; // that it floats over; null: it is in a layout
    QLabel* m_text;
    QHBoxLayout* m_remedies;
    const Theme* m_theme = &lightTheme();
    QToolButton* m_close;
    QTimer m_gone;
};

} // namespace hareloom::ui
