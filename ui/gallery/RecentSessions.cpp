// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/RecentSessions.h"

#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Languages.h"
#include "ui/paths/PathBytes.h"

#include <QFileInfo>
#include <QLocale>
#include <QSettings>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr auto kKey = "recent/sessions";

} // namespace

QString titleOf(const RecentSession& run)
{
    return run.title.isEmpty() ? shownPath(QFileInfo(run.path).completeBaseName())
                               : engineWords(EngineList::Preset, run.title.toStdString());
}

QString changesOf(const RecentSession& run)
{
    return engineChanges(run.changes.toStdString());
}

QString momentOf(const RecentSession& run)
{
    //: A day and a time, as QDateTime::toString() reads it.
    return QLocale(spokenLanguage()).toString(run.used, RecentSessions::tr("d MMM yyyy, HH:mm"));
}

RecentSessions::RecentSessions(QObject* parent) : QObject(parent)
{
    QSettings settings;
    // No further than keep() writes: the file may name any number.
    const int count = std::min(settings.beginReadArray(QLatin1String(kKey)), static_cast<int>(kMost));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        RecentSession entry{settings.value("path").toString(), settings.value("title").toString(),
                            settings.value("used").toDateTime(), settings.value("changes").toString()};
        if (!entry.path.isEmpty())
            m_list.push_back(std::move(entry));
    }
    settings.endArray();
}

void RecentSessions::add(const QString& path, const QString& title, const QString& changes)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    drop(whole);
    m_list.insert(m_list.begin(), {whole, title, QDateTime::currentDateTime(), changes});
    if (m_list.size() > kMost)
        m_list.resize(kMost);
    keep();
}

QString RecentSessions::changesOf(const QString& path) const
{
    const auto found = std::find_if(m_list.begin(), m_list.end(),
                                    [&](const RecentSession& entry) { return entry.path == path; });
    return found == m_list.end() ? QString() : found->changes;
}

void RecentSessions::remove(const QString& path)
{
    drop(path);
    keep();
}

void RecentSessions::clear()
{
    m_list.clear();
    keep();
}

void RecentSessions::drop(const QString& path)
{
    m_list.erase(std::remove_if(m_list.begin(), m_list.end(),
                                [&](const RecentSession& entry) { return entry.path == path; }),
                 m_list.end());
}

void RecentSessions::keep()
{
    QSettings settings;
    settings.remove(QLatin1String(kKey));
    settings.beginWriteArray(QLatin1String(kKey), static_cast<int>(m_list.size()));
    for (std::size_t i = 0; i < m_list.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue("path", m_list[i].path);
        settings.setValue("title", m_list[i].title);
        settings.setValue("used", m_list[i].used);
        settings.setValue("changes", m_list[i].changes);
    }
    settings.endArray();
    settings.sync();
    Q_EMIT changed();
}

} // namespace hareloom::ui
