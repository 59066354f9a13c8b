// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/Shortcuts.h"

#include "ui/theme/Theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        if (!key.isEmpty())
            keys << key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

/// Adds those with a key that were not added before.
void collect(const QList<QAction*>& actions, QSet<const QAction*>& seen, std::vector<ShortcutLine>& lines)
{
    for (const QAction* action : actions) {
        if (action->menu()) {
            collect(action->menu()->actions(), seen, lines);
            continue;
        }
        if (action->isSeparator() || action->shortcut().isEmpty() || seen.contains(action))
            continue;
        seen.insert(action);
        lines.push_back({keysOf(*action), plain(action->text())});
    }
}

QString table(const std::vector<ShortcutGroup>& groups)
{
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='3'>");
    for (const ShortcutGroup& group : groups) {
        html +=
            QStringLiteral("<tr><td colspan='2'><br><b>%1</b></td></tr>").arg(group.title.toHtmlEscaped());
        for (const ShortcutLine& line : group.lines)
            html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                        .arg(line.keys.toHtmlEscaped(), line.meaning.toHtmlEscaped());
    }
    return html + QStringLiteral("</table>");
}

} // namespace

std::vector<ShortcutGroup> shortcutsOf(const QMainWindow& window)
{
    std::vector<ShortcutGroup> groups;
    QSet<const QAction*> seen;
    for (const QAction* title : window.findChild<QMenuBar*>()->actions()) {
        if (!title->menu())
            continue;
        Q_EMIT title->menu()->aboutToShow(); // some menus are filled when they open
        ShortcutGroup group{plain(title->text()), {}};
        collect(title->menu()->actions(), seen, group.lines);
        if (!group.lines.empty())
            groups.push_back(std::move(group));
    }
    ShortcutGroup others{tr("Elsewhere"), {}};
    collect(window.actions(), seen, others.lines);
    if (!others.lines.empty())
        groups.push_back(std::move(others));
    return groups;
}

void showShortcuts(QMainWindow& window)
{
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keys"));
    auto* text = new QLabel(table(shortcutsOf(window)), dialog);
    text->setTextFormat(Qt::RichText);
    text->setAlignment(Qt::AlignTop);
    text->setContentsMargins(kGrid, 0, kGrid, kGrid);
    auto* scroll = new QScrollArea(dialog);
    scroll->setWidget(text);
    scroll->setWidgetResizable(true);
    scroll->setObjectName(QStringLiteral("sheet"));
    scroll->setAccessibleName(tr("Keys of the window"));
    scroll->setFocusPolicy(Qt::StrongFocus); // arrows and Page keys scroll it
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(2 * kGrid, kGrid, kGrid, 2 * kGrid);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    dialog->resize(text->sizeHint().width() + 8 * kGrid,
                   std::min(text->sizeHint().height() + 12 * kGrid, window.height() - 2 * kGrid));
    dialog->show();
}

} // namespace hareloom::ui
