// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace hareloom::ui {

/// An address as a QR code, as large as the window lets it be, to be scanned from the back row; below it the
/// address itself, to copy.
class QrDialog : public QDialog
{
    Q_OBJECT
public:
    /// `what` says in a line what it leads to.
    QrDialog(const QString& address, const QString& what, QWidget* parent);

protected:
    void showEvent(QShowEvent* event) override;
};

} // namespace hareloom::ui
