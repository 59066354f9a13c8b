// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/ColumnWriter.h"

#include "ui/families/Faces.h"
#include "ui/families/PageStages.h"
#include "ui/language/Joining.h"
#include "ui/session/ChainName.h"
#include "ui/teller/Words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace hareloom::ui {

ColumnWriter::ColumnWriter(const PageColumn& column)
    : m_column(column), m_scene(*column.session, faceOf), m_story(*column.session)
{
    m_scene.setChain(column.chain);
    if (const auto real = RealRows::read(*column.session, column.chain))
        m_scene.setRealData(*real);
    m_story.setChain(column.chain);
    m_story.setNames(m_scene.realData().names);
    setAxes(nullptr);
}

void ColumnWriter::setAxes(const GenerationPtr& axes)
{
    m_scene.setAxes(axes);
    m_scene.refresh();
    m_stage.reset();
    if (!m_scene.stage())
        return;
    const RealData& real = m_scene.realData();
    const StageOrigin origin{m_column.session->experimentOf(m_column.chain),
                             first(),
                             real.rows,
                             real.variableNames,
                             axes,
                             real.classNames,
                             real.distribution};
    m_stage = pageStageOf(origin, *m_scene.stage());
}

QString ColumnWriter::heading() const
{
    const QString chain = chainName(*m_column.session, m_column.chain);
    if (chain.isEmpty() || m_column.title.isEmpty())
        return chain + m_column.title;
    return chain.startsWith(m_column.title) ? chain : m_column.title + QStringLiteral(" · ") + chain;
}

std::set<int> ColumnWriter::told() const
{
    std::set<int> generations;
    for (const Event& event : m_story.events())
        generations.insert(event.generation);
    const MarkWords marks = m_story.marks();
    for (const auto& mark : {marks.early, marks.late, marks.copying})
        if (mark)
            generations.insert(*mark);
    return generations;
}

QJsonValue ColumnWriter::moment(int generation)
{
    const GenerationPtr link = m_column.session->history().at(m_column.chain, generation);
    if (!m_stage || !link || !link->snapshot)
        return {};
    return m_stage->moment(m_scene.frameAt(generation, m_scene.stage()->drawsRows()));
}

double ColumnWriter::bytesOfMoment()
{
    double bytes = 0;
    const std::set<int> tried{0, count() / 2, count() - 1};
    for (const int g : tried)
        bytes += double(QJsonDocument(moment(g).toObject()).toJson(QJsonDocument::Compact).size());
    return bytes / double(tried.size());
}

QJsonArray ColumnWriter::facts(int generation)
{
    QJsonArray facts;
    const GenerationPtr link = m_column.session->history().at(m_column.chain, generation);
    if (m_scene.stage() && link && link->snapshot)
        for (const StageFact& fact : m_scene.stage()->facts(m_scene.frameAt(generation, false)))
            facts << QJsonArray{fact.name, fact.value, fact.before};
    return facts;
}

QJsonArray ColumnWriter::events() const
{
    QJsonArray events;
    for (const Event& event : m_story.events())
        events << QJsonArray{event.generation, words(event), reasonWords(event)};
    return events;
}

QJsonObject ColumnWriter::marks() const
{
    QJsonObject object;
    const MarkWords marks = m_story.marks();
    if (marks.early)
        object["early"] = QJsonArray{*marks.early, marks.earlyWords};
    if (marks.late)
        object["late"] = QJsonArray{*marks.late, marks.lateWords};
    if (marks.copying)
        object["copying"] = QJsonArray{*marks.copying, marks.copyingWords};
    return object;
}

void ColumnWriter::takeShare(double share)
{
    if (m_stage)
        m_stage->takeShare(share);
}

QString ColumnWriter::note() const
{
    return m_stage ? m_stage->note() : QString();
}

QJsonObject ColumnWriter::column(const PageStops& stops, PageSteps& steps)
{
    QJsonArray moments, told;
    for (const int g : stops.generations) {
        if (g >= count() || !steps.next())
            break;
        moments << moment(g);
        told << facts(g);
    }
    QJsonObject object{
        {"title", m_column.title},
        {"heading", heading()},
        {"moments", moments},
        {"facts", told},
        {"events", events()},
        {"marks", marks()},
        {"story", QString::fromStdString(m_column.session->experimentOf(m_column.chain).story)}};
    if (m_stage)
        object["stage"] = m_stage->beginning();
    if (const ChainStory::Line end = m_story.lineAt(count() - 1); end.generation < 0 && count() > 1)
        object["end"] = QJsonArray{end.sentence, end.reason};
    return object;
}

PageStory ColumnWriter::story() const
{
    PageStory story;
    story.title = m_column.title;
    for (const Event& event : m_story.events())
        story.events << std::pair(event.generation, fullWords(event));
    if (const ChainStory::Line end = m_story.lineAt(count() - 1); end.generation < 0 && count() > 1)
        story.end = inARow({end.sentence, end.reason});
    return story;
}

} // namespace hareloom::ui
