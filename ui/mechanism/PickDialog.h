// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mechanism/PickBoard.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// A person's taste: which of the rows that the newest model wrote survive. Accepted, every row has been
/// picked.
class PickDialog : public QDialog
{
    Q_OBJECT
public:
    PickDialog(const Candidates& candidates, const RealData& real, const Theme& theme,
               QWidget* parent = nullptr);

    PickBoard& board() { return *m_board; }
    QPushButton* learnButton() const { return m_learn; }

private:
    void adapt();

    PickBoard* m_board;
    QLabel* m_state;
    QPushButton* m_learn;
};

} // namespace hareloom::ui
