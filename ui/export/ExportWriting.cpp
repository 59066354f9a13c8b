// SPDX-License-Identifier: GPL-3.0-or-later
// ExportDialog: what is chosen is written, and said.
#include "ui/export/ExportDialog.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace hareloom::ui {

bool ExportDialog::mayReplace(const QStringList& there)
{
    if (there.isEmpty())
        return true;
    QMessageBox box(
        QMessageBox::Warning, tr("Replace"),
        there.size() == 1
            ? tr("%1 is there already. Replace it? This cannot be undone.")
                  .arg(QFileInfo(there.front()).fileName())
            : tr("%1 of the files are there already. Replace them? This cannot be undone.").arg(there.size()),
        QMessageBox::Cancel, this);
    const QAbstractButton* replace = box.addButton(tr("&Replace"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == replace;
}

void ExportDialog::writeAll()
{
    const ExportChoice now = choice();
    const auto paths = exportPaths(m_material, now);
    if (!paths)
        return;
    QStringList there;
    for (const QString& path : *paths)
        if (QFileInfo::exists(path))
            there << path;
    if (!mayReplace(there))
        return;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const ExportOutcome outcome = writeExport(m_material, now);
    QGuiApplication::restoreOverrideCursor();
    remember();
    adapt();
    m_openFolder->setEnabled(!outcome.written.isEmpty());
    const QString size = QLocale().formattedDataSize(outcome.bytes, 0, QLocale::DataSizeSIFormat);
    if (!outcome.error.isEmpty())
        say(outcome.written.isEmpty()
                ? outcome.error
                : tr("%1 files are written; then: %2").arg(outcome.written.size()).arg(outcome.error),
            true);
    else if (outcome.written.size() == 1)
        say(tr("Written: %1 (%2).").arg(QDir::toNativeSeparators(outcome.written.front()), size), false);
    else
        say(tr("Written: %1 files (%2) in %3.")
                .arg(outcome.written.size())
                .arg(size, QDir::toNativeSeparators(now.folder)),
            false);
}

} // namespace hareloom::ui
