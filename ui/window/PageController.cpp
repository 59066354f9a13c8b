// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/PageController.h"

#include "ui/export/Naming.h"
#include "ui/stage/StageScene.h"
#include "ui/window/Actions.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/FileQuestions.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace hareloom::ui {

PageController::PageController(const Parts& parts, const Actions& actions)
    : QObject(&parts.window), m_parts(parts)
{
    connect(actions.exportPage, &QAction::triggered, this, &PageController::ask);
}

PageRequest PageController::ofRun(std::vector<PageColumn> columns) const
{
    PageRequest request;
    request.columns = std::move(columns);
    if (const auto made = readProvenance(m_parts.session.recordingPath()))
        request.made = *made;
    return request;
}

PageRequest PageController::ofComparison() const
{
    const Comparison& comparison = m_parts.comparison.comparison();
    PageRequest request;
    for (std::size_t c = 0; c < comparison.columnCount(); ++c) {
        const CompareSource& source = comparison.column(c);
        if (source.count() > 0)
            request.columns.push_back({source.session, source.chain, source.title});
    }
    request.metrics = comparison.sharedMetrics();
    return request;
}

std::vector<PageChoice> PageController::choices() const
{
    if (m_parts.comparison.isOn())
        return {{tr("The columns of the comparison"), [this] { return ofComparison(); }}};
    const ChainIndex chain = m_parts.scene.chain();
    std::vector<PageChoice> choices{{tr("The chain in view"), [this, chain] {
                                         return ofRun({{&m_parts.session, chain, {}}});
                                     }}};
    const auto replicate =
        static_cast<int>(chain % std::max<std::int64_t>(1, m_parts.session.experiment().chains));
    const std::size_t all = columnsOf(m_parts.session, replicate).size();
    if (all > 1)
        choices.push_back({tr("%1 variants side by side").arg(all),
                           [this, replicate] { return ofRun(columnsOf(m_parts.session, replicate)); }});
    return choices;
}

void PageController::ask()
{
    const ChainIndex chain = m_parts.scene.chain();
    if (m_parts.comparison.isOn() ? ofComparison().columns.empty()
                                  : m_parts.session.history().count(chain) == 0)
        return;
    auto* dialog = new PageDialog(choices(), m_parts.cursor.shown(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("page"));
    NameValues values;
    values.title = QString::fromStdString(m_parts.session.experiment().title);
    const auto named = nameFrom(QStringLiteral("{title}"), values);
    const QString name = named ? *named : tr("page");
    dialog->setAsk([dialog, name] {
        return askWhereTo(dialog, tr("Save page as"), name + QStringLiteral(".html"),
                          tr("Web pages (*.html)"), QStringLiteral("html"));
    });
    dialog->open();
}

} // namespace hareloom::ui
