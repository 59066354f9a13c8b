// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/Comparison.h"

#include "ui/families/Faces.h"
#include "ui/paths/PathBytes.h"
#include "ui/session/SessionFile.h"
#include "ui/vitals/VitalSeries.h"

#include <QFileInfo>

#include <algorithm>

namespace hareloom::ui {

void Comparison::clear()
{
    m_columns.clear();
    m_sources.clear();
    Q_EMIT changed();
}

QString Comparison::uniqueTitle(const QString& wanted) const
{
    QString title = wanted;
    const auto isTaken = [&] {
        return std::any_of(m_sources.begin(), m_sources.end(),
                           [&](const CompareSource& source) { return source.title == title; });
    };
    for (int n = 2; isTaken(); ++n)
        title = tr("%1 (%2)").arg(wanted).arg(n);
    return title;
}

// Where two runs have the same title, the name that someone gave the file tells them apart.
QString Comparison::titleOf(const QString& title, const QString& path) const
{
    const QString name = QFileInfo(path).completeBaseName();
    if (title.isEmpty())
        return name;
    const bool isTaken = std::any_of(m_sources.begin(), m_sources.end(), [&](const CompareSource& source) {
        return source.title == title || source.title.startsWith(title + QStringLiteral(" · "));
    });
    return isTaken && !isRecording(path) ? tr("%1 (%2)").arg(title, name) : title;
}

void Comparison::add(const LabSession& session, std::shared_ptr<LabSession> owner, int replicate,
                     const QString& plainTitle)
{
    const int chains = static_cast<int>(session.experiment().chains);
    const auto& variants = session.variants();
    for (std::size_t v = 0; v < variants.size(); ++v) {
        const ChainIndex chain = static_cast<int>(v) * chains + std::min(replicate, chains - 1);
        QString title = plainTitle;
        if (variants.size() > 1)
            title = owner ? plainTitle + QStringLiteral(" · ") + QString::fromStdString(variants[v].title)
                          : QString::fromStdString(variants[v].title);
        m_sources.push_back({uniqueTitle(title), owner, &session, chain});
    }
}

void Comparison::addRun(const LabSession& session, int replicate)
{
    add(session, nullptr, replicate, QString::fromStdString(session.experiment().title));
    Q_EMIT changed();
}

Result<void> Comparison::addFile(const QString& path)
{
    const auto contents = readSession(path);
    if (!contents)
        return contents.error();
    auto session = std::make_shared<LabSession>();
    session->setFinished(*contents, path);
    if (session->history().isEmpty())
        return invalidInput(
            tr("%1 holds no finished generation to compare.").arg(shownPath(path)).toStdString());
    add(*session, session, 0, titleOf(QString::fromStdString(contents->experiment.title), path));
    Q_EMIT changed();
    return {};
}

void Comparison::fillColumns()
{
    for (std::size_t s = 0; s < m_sources.size() && m_columns.size() < kMost; ++s)
        if (std::find(m_columns.begin(), m_columns.end(), s) == m_columns.end())
            m_columns.push_back(s);
    Q_EMIT changed();
}

void Comparison::setColumn(std::size_t column, std::size_t source)
{
    if (column >= m_columns.size() || source >= m_sources.size() || m_columns[column] == source)
        return;
    m_columns[column] = source;
    Q_EMIT changed();
}

void Comparison::addColumn()
{
    if (m_columns.size() >= kMost || m_sources.empty())
        return;
    std::size_t source = 0;
    for (std::size_t s = m_sources.size(); s-- > 0;)
        if (std::find(m_columns.begin(), m_columns.end(), s) == m_columns.end())
            source = s;
    m_columns.push_back(source);
    Q_EMIT changed();
}

void Comparison::removeColumn(std::size_t column)
{
    if (m_columns.size() <= kLeast || column >= m_columns.size())
        return;
    m_columns.erase(m_columns.begin() + static_cast<std::ptrdiff_t>(column));
    Q_EMIT changed();
}

int Comparison::longest() const
{
    int longest = 0;
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        longest = std::max(longest, column(c).count());
    return longest;
}

GenerationPtr Comparison::sharedAxes() const
{
    GenerationPtr first;
    const Face* face = nullptr; // of its family
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const GenerationPtr origin = column(c).session->history().at(column(c).chain, 0);
        if (!origin || !origin->snapshot)
            continue; // not there yet: nothing of it is drawn
        if (!first) {
            first = origin;
            face = &faceOf(column(c).experiment().family);
        } else if (!face->sharesAxes(*first->snapshot, *origin->snapshot))
            return nullptr;
    }
    return first;
}

std::vector<std::string> Comparison::sharedMetrics() const
{
    std::vector<std::string> shared;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const GenerationPtr origin = column(c).session->history().at(column(c).chain, 0);
        const auto own = chooseVitals(column(c).experiment(), origin.get(), 99);
        if (c == 0)
            shared = own;
        std::erase_if(shared, [&](const std::string& metric) {
            return std::find(own.begin(), own.end(), metric) == own.end();
        });
    }
    return shared;
}

} // namespace hareloom::ui
