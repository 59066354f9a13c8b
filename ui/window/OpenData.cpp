// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Presets.h"
#include "ui/plot/ViewText.h"
#include "ui/settings/Preferences.h"
#include "ui/sources/DataDialog.h"
#include "ui/window/MainWindow.h"

#include <QFileDialog>
#include <QFileInfo>

namespace hareloom::ui {

// The dialog is no loop of its own: what runs goes on, and what is no table is said in the window.
bool MainWindow::openData(const QString& path)
{
    if (QFileInfo(path).size() == 0) {
        say(tr("%1: the file is empty.").arg(path));
        return false;
    }
    const auto preview = previewCsv(path.toStdString(), "auto");
    if (!preview) {
        say(QString::fromStdString(preview.error().message));
        return false;
    }
    // A window that was opened on a table has nothing behind the dialog yet.
    if (m_session.experiment().title.empty() && m_session.history().isEmpty())
        openPreset(fromView(kDefaultPreset));
    auto* dialog = new DataDialog(path, *preview, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_presetId.clear();
        m_session.setExperiment(dialog->experiment());
    });
    dialog->open();
    return true;
}

void MainWindow::askForData()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open data"), Preferences::startFolder(),
                                     tr("Tables, texts and images (*.csv *.tsv *.txt *.dat *.md *.tokens "
                                        "*-ubyte *-ubyte.gz);;All files (*)"));
    if (path.isEmpty())
        return;
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
    if (!openOwn(path))
        openData(path);
}

} // namespace hareloom::ui
