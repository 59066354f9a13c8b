// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/Help.h"

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Help", text);
}

void showPage(QWidget* parent, const QString& title, const QString& page)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* text = new QLabel(page, dialog);
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setMinimumWidth(520);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->show();
}

QString keyTable()
{
    const QList<QPair<QString, QString>> keys = {
        {tr("Space"), tr("run, pause; when all is finished, replay")},
        {tr("Left, Right"), tr("one generation back or on")},
        {tr("Home, End"), tr("first, newest generation")},
        {tr("P"), tr("play through the generations")},
        {tr("N"), tr("make exactly one more generation of each chain")},
        {tr("Ctrl+R, Ctrl+."), tr("run from the beginning, stop")},
        {tr("Ctrl+D"), tr("another seed")},
        {tr("Ctrl+L"), tr("lock the axes to generation 0, or let them follow")},
        {tr("Ctrl+E"), tr("every setting of the experiment; Ctrl+Z takes back a change")},
        {tr("Ctrl+Shift+O, Ctrl+Shift+S"), tr("open a table, save the experiment")},
        {tr("Ctrl+O, Ctrl+S"), tr("open, save a session")},
        {tr("Ctrl+Shift+E, Ctrl+Shift+C"), tr("export, copy the stage")},
        {tr("F11"), tr("full screen")},
    };
    QString table = QStringLiteral("<table cellspacing='0' cellpadding='3'>");
    for (const auto& [key, meaning] : keys)
        table += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>").arg(key, meaning);
    return table + QStringLiteral("</table>");
}

} // namespace

void showHelp(QWidget* parent)
{
    showPage(parent, tr("How to use the window"),
             tr("<p><b>Generation 0</b> is a model fitted on real data. Each later generation is fitted on "
                "what the one "
                "before it generated. The stage shows one generation; the ghost behind it is generation 0, "
                "and the axes "
                "stay as generation 0 had them, so that what shrinks is seen to shrink.</p>"
                "<p>The charts on the right measure every generation; the dotted line is generation 0's "
                "value. The "
                "filmstrip below keeps every generation: drag, turn the wheel, or use the keys.</p>"
                "<p>Each run is recorded while it runs. Save makes a copy where you want it.</p>") +
                 keyTable());
}

void showAbout(QWidget* parent)
{
    showPage(parent, tr("About Hareloom"),
             tr("<p><b>Hareloom %1</b></p><p>What gets lost when models are raised on models: a laboratory "
                "for model "
                "collapse. Every generation on the screen was really sampled and really fitted.</p>"
                "<p>After Shumailov et al., “AI models collapse when trained on recursively generated data”, "
                "Nature 631, 755–759 (2024).</p><p>Free software under the GNU General Public License, "
                "version 3 or "
                "later.</p>")
                 .arg(QCoreApplication::applicationVersion()));
}

} // namespace hareloom::ui
