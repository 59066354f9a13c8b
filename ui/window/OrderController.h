// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/RunningOrder.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
class FileController;

/// A running order for a class: opens one entry after another, in the window as in a presentation.
class OrderController : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    OrderController(FileController& files, const Actions& actions, QWidget& window);

    bool isOpen() const { return !m_entries.empty(); }
    /// To the next entry, or the one before; stays at the ends.
    void go(int way);

    /// "3 of 8"; empty without an order.
    QString standing() const;
    /// For the speaker; empty where there are none.
    QString notes() const;
    /// What comes next, by its name; empty at the end.
    QString next() const;

Q_SIGNALS:
    /// Another entry is opened.
    void moved();

private:
    void ask();
    void stand(std::size_t entry);

    FileController& m_files;
    const Actions& m_actions;
    QWidget& m_window;
    std::vector<OrderEntry> m_entries;
    std::size_t m_shown = 0;
};

} // namespace hareloom::ui
