// SPDX-License-Identifier: GPL-3.0-or-later
// What the filmstrip says in words and numbers.
#include "ui/filmstrip/Filmstrip.h"

#include "ui/language/Joining.h"

namespace hareloom::ui {

QString Filmstrip::summary() const
{
    if (m_cursor.count() == 0)
        return tr("No generation yet.");
    const QString words = tr("Generation %1 of %2 is shown").arg(m_cursor.shown()).arg(m_cursor.count() - 1);
    return withFullStop(clauses(QStringList{words} + m_marks.summary() + m_forks.summary(m_lastMarked)));
}

DataTable Filmstrip::table() const
{
    DataTable table;
    table.title = tr("Generations");
    table.headers = {tr("Generation"), tr("Real rows"), tr("Generated rows")};
    for (const ChainMarks& chain : m_marks.chains()) {
        const QString& title = chain.title;
        if (title.isEmpty())
            table.headers << tr("Early collapse begins") << tr("Late collapse begins");
        else
            table.headers << tr("Early collapse of %1 begins").arg(title)
                          << tr("Late collapse of %1 begins").arg(title);
        if (chain.marks.copying)
            table.headers << (title.isEmpty() ? tr("The model stops inventing")
                                              : tr("The model of %1 stops inventing").arg(title));
    }
    const History& history = m_scene.session().history();
    for (int g = 0; g < m_cursor.count(); ++g) {
        const GenerationPtr link = history.at(m_scene.chain(), g);
        if (!link)
            continue;
        auto& row = table.rows.emplace_back();
        row = {double(g), double(link->realRows), double(link->syntheticRows)};
        for (const ChainMarks& chain : m_marks.chains()) {
            row.push_back(chain.marks.early == g ? 1.0 : 0.0);
            row.push_back(chain.marks.late == g ? 1.0 : 0.0);
            if (chain.marks.copying)
                row.push_back(chain.marks.copying == g ? 1.0 : 0.0);
        }
    }
    return table;
}

} // namespace hareloom::ui
