// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mechanism/PickDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hareloom::ui {

PickDialog::PickDialog(const Candidates& candidates, const RealData& real, const Theme& theme,
                       QWidget* parent)
    : QDialog(parent),
      m_board(new PickBoard(candidates, real, theme, this)),
      m_state(new QLabel(this)),
      m_learn(new QPushButton(tr("&Learn from these"), this))
{
    setWindowTitle(tr("You choose what survives"));
    setObjectName(QStringLiteral("pick"));
    auto* words =
        new QLabel(tr("The model has written %1 candidates for each of %2 rows. Click the one that survives: "
                      "generation %3 learns from "
                      "those alone. Arrow keys and Space do the same, or the number of a candidate.")
                       .arg(candidates.each)
                       .arg(candidates.groups)
                       .arg(candidates.at),
                   this);
    words->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("muted"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_learn, QDialogButtonBox::AcceptRole);
    m_learn->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_board, &PickBoard::pickedOne, this, &PickDialog::adapt);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid * 3 / 2);
    column->addWidget(words);
    column->addWidget(m_board, 1);
    column->addLayout(foot);
    m_board->setFocus();
    adapt();
}

void PickDialog::adapt()
{
    m_state->setText(tr("%1 of %2 rows are chosen.").arg(m_board->picked()).arg(m_board->picks().size()));
    m_learn->setEnabled(m_board->isDone());
}

} // namespace hareloom::ui
