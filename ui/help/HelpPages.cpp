// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/HelpPages.h"

#include "core/teller/Glossary.h"
#include "ui/language/EngineWords.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
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
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* sheet = new QScrollArea(dialog); // a long page in a low window
    sheet->setObjectName(QStringLiteral("sheet"));
    sheet->setAccessibleName(title);
    sheet->setWidgetResizable(true);
    sheet->setFrameShape(QFrame::NoFrame);
    sheet->setWidget(text);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(sheet);
    column->addWidget(buttons);
    const int width = text->minimumWidth() + 2 * kGrid;
    const int most = parent ? parent->height() - 12 * kGrid : 400;
    sheet->setMinimumSize(width, std::min(text->heightForWidth(width - 2 * kGrid) + kGrid, most));
    dialog->show();
}

} // namespace

void showGlossary(QWidget* parent)
{
    QString page;
    for (const Term& term : glossary())
        page += QStringLiteral("<p><b>%1</b>: %2</p>")
                    .arg(engineWords(EngineList::Glossary, term.name).toHtmlEscaped(),
                         engineWords(EngineList::Glossary, term.meaning).toHtmlEscaped());
    showPage(parent, tr("Glossary"), page);
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
