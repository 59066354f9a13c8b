// SPDX-License-Identifier: GPL-3.0-or-later
// What the filmstrip says in words and numbers.
#include "ui/filmstrip/Filmstrip.h"

namespace hareloom::ui {

QString Filmstrip::summary() const
{
    if (m_cursor.count() == 0)
        return tr("No generation yet.");
    QString words = tr("Generation %1 of %2 is shown").arg(m_cursor.shown()).arg(m_cursor.count() - 1);
    if (m_marks.early)
        words += tr("; early collapse begins in generation %1").arg(*m_marks.early);
    if (m_marks.late)
        words += tr("; late collapse begins in generation %1").arg(*m_marks.late);
    return words + QLatin1Char('.');
}

DataTable Filmstrip::table() const
{
    DataTable table;
    table.title = tr("Generations");
    table.headers = {tr("Generation"), tr("Real rows"), tr("Generated rows"), tr("Early collapse begins"),
                     tr("Late collapse begins")};
    const History& history = m_scene.session().history();
    for (int g = 0; g < m_cursor.count(); ++g)
        if (const GenerationPtr link = history.at(m_scene.chain(), g))
            table.rows.push_back({double(g), double(link->realRows), double(link->syntheticRows),
                                  m_marks.early == g ? 1.0 : 0.0, m_marks.late == g ? 1.0 : 0.0});
    return table;
}

} // namespace hareloom::ui
