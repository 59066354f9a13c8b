// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Sweep.h"
#include "core/lesson/Answers.h"
#include "core/lesson/LessonReader.h"
#include "core/recipe/Differences.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "ui/gallery/Gallery.h"
#include "ui/gallery/Preview.h"
#include "ui/language/Languages.h"
#include "ui/lesson/AnswersFile.h"
#include "ui/lesson/LessonRuns.h"
#include "ui/paths/PathBytes.h"
#include "ui/plot/DurationText.h"
#include "ui/presets/PresetList.h"
#include "ui/presets/WorkFacts.h"
#include "ui/session/SessionFile.h"

#include <QFileInfo>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hareloom::ui {

namespace {

/// The same for presets on the same data.
QString sourceKey(const QString& id)
{
    QString key;
    if (const auto experiment = loadPreset(id.toStdString()))
        for (const ExperimentField& field : experimentFields())
            if (field.path.starts_with("source."))
                key += QString::fromStdString(valueText(field, *experiment)) + QLatin1Char('\n');
    return key;
}

} // namespace

// Pictures first, in the order of reading; then times.
void Gallery::look()
{
    if (!isVisible())
        return;
    m_jobs.cancel();
    QStringList quick, slow;
    for (const GalleryCard* card : m_grid->cards())
        if (const QString& id = card->objectName(); m_presets.value(id) == card)
            (learnsSlowly(card->face().family.toStdString()) ? slow : quick) << id;
    QHash<QString, QStringList> bySource; // several presets read the same
    for (const QString& id : slow)
        if (!m_presets.value(id)->hasRealData())
            bySource[sourceKey(id)] << id;
    bool hasRecents = false;
    for (const GalleryCard* card : m_grid->cards()) {
        const QString& id = card->objectName();
        if (id.isEmpty() && !std::exchange(hasRecents, true))
            lookAtRecents(); // they stand together
        else if (quick.contains(id) && !card->preview())
            lookAtPreset(id);
        else if (slow.contains(id))
            if (const QStringList ids = bySource.take(sourceKey(id)); !ids.isEmpty())
                lookAtRealData(ids);
    }
    lookAtWorks();
    for (const QString& id : slow)
        recallTime(id);
    for (const QString& id : quick)
        if (!m_measured.contains(id))
            measurePreset(id);
}

// Where somebody stands in each lesson.
void Gallery::lookAtLessons()
{
    for (GalleryCard* card : m_lessons) {
        const QString path = answersPath(m_lessons.key(card).toStdString());
        const QString minutes = card->property(kMinutes).toString();
        const auto standing =
            pathExists(path) ? readStanding(bytesOf(path)) : Result<LessonStanding>(LessonStanding());
        QString foot = minutes;
        if (standing && standing->isFinished)
            foot =
                standing->tally.judged == 0
                    ? tr("✓ Done")
                    : tr("✓ Done: %1 of %2 came true").arg(standing->tally.right).arg(standing->tally.judged);
        else if (standing && !standing->lesson.empty() &&
                 (standing->hasAnswers ||
                  (!standing->step.empty() &&
                   QString::fromStdString(standing->step) != card->property(kFirstStep).toString())))
            foot = tr("Begun · %1").arg(minutes);
        card->setFoot(foot);
    }
}

// The lesson that somebody was in last: it goes on where it was.
void Gallery::offerInterrupted()
{
    const QString place = interruptedLesson();
    const auto shipped = shippedLessons();
    const bool isShipped = std::find(shipped.begin(), shipped.end(), place.toStdString()) != shipped.end();
    const std::string language = spokenLanguage().toStdString();
    const auto lesson = place.isEmpty() ? Result<Lesson>(invalidInput("none"))
                        : isShipped     ? findLesson(place.toStdString(), language)
                                        : readLesson(bytesOf(place), language);
    m_goOn->setVisible(lesson.ok());
    if (lesson)
        m_goOn->setText(tr("Go on with “%1”").arg(QString::fromStdString(plainOf(lesson->texts["title"]))));
    filter(m_filter->text()); // the heading has another width
}

// A network takes minutes to learn: its card shows what it learns from. What is not here yet has no picture.
void Gallery::lookAtRealData(const QStringList& ids)
{
    m_jobs.add([this, ids](const StopToken&) {
        const auto experiment = loadPreset(ids.front().toStdString());
        const auto variants = experiment ? expandVariants(*experiment) : experiment.error();
        const auto real =
            variants ? RealRows::read(variants->front(), 0) : Result<RealData>(variants.error());
        if (!real)
            return;
        QMetaObject::invokeMethod(this, [this, ids, data = *real] {
            for (const QString& id : ids) {
                GalleryCard* card = m_presets.value(id);
                card->setRealData(data);
                for (GalleryCard* lesson : othersOn(id))
                    lesson->setRealData(data);
                card->setToolTip(tr("%1\nThe picture is of the real data that generation 0 learns from.")
                                     .arg(card->face().body));
            }
        });
    });
}

// A lesson has the picture of the preset that it begins with, and a work that of the one that asks its
// question.
QList<GalleryCard*> Gallery::othersOn(const QString& preset) const
{
    QList<GalleryCard*> cards;
    for (GalleryCard* card : m_lessons.values() + m_works.values())
        if (card->property(kBeginsWith).toString() == preset)
            cards << card;
    return cards;
}

// A work's equation is that of its experiment's first curve of theory.
void Gallery::lookAtWorks()
{
    for (const int number : m_works.keys()) {
        if (m_equated.contains(number))
            continue;
        m_jobs.add(
            [this, number, id = m_works.value(number)->property(kBeginsWith).toString()](const StopToken& stop) {
                const auto experiment = loadPreset(id.toStdString());
                if (!experiment)
                    return;
                const WorkFacts facts = workFactsWithEquations(*experiment, 1, stop);
                QMetaObject::invokeMethod(this, [this, number, facts] {
                    m_equated.insert(number);
                    if (!facts.equations.empty())
                        m_works.value(number)->setBody(facts.words() + QLatin1Char('\n') + facts.equations.front().text);
                });
            });
    }
}

// A sweep is called by its chains: that is what takes its time.
QString Gallery::extentOf(const Experiment& experiment)
{
    if (!experiment.sweep)
        return tr("%1 generations").arg(experiment.generations);
    const Sweep& sweep = *experiment.sweep;
    std::int64_t points = 1;
    for (const SweepAxis& axis : sweep.grid)
        points *= std::ssize(axis.values);
    points = (points + std::ssize(sweep.also)) * std::max<std::int64_t>(1, std::ssize(experiment.variants));
    return tr("a sweep of %1 chains")
        .arg(QLocale().toString(static_cast<qlonglong>(points * sweep.replicates)));
}

// How long it took when it was last run to its end.
void Gallery::recallTime(const QString& id)
{
    m_jobs.add([this, id](const StopToken&) {
        const auto experiment = loadPreset(id.toStdString());
        const auto seconds = experiment ? rememberedSeconds(*experiment) : std::nullopt;
        if (seconds)
            QMetaObject::invokeMethod(
                this, [this, id, s = *seconds, extent = extentOf(*experiment)] { showTime(id, s, extent); });
    });
}

void Gallery::lookAtPreset(const QString& id)
{
    m_jobs.add([this, id](const StopToken& stop) {
        const auto experiment = loadPreset(id.toStdString());
        if (!experiment)
            return;
        if (const auto preview = cachedPreview(previewExperiment(*experiment), stop))
            QMetaObject::invokeMethod(this, [this, id, made = *preview] {
                GalleryCard* card = m_presets.value(id);
                card->setPreview(made);
                for (GalleryCard* lesson : othersOn(id))
                    lesson->setPreview(made);
                card->setToolTip(
                    tr("%1\nThe picture is a smaller run of it, computed here: generation 0 to %2 "
                       "of one chain, at most 20,000 rows each.")
                        .arg(card->face().body)
                        .arg(made->links.back()->index));
            });
    });
}

void Gallery::measurePreset(const QString& id)
{
    m_jobs.add([this, id](const StopToken& stop) {
        const auto experiment = loadPreset(id.toStdString());
        if (!experiment)
            return;
        if (const auto seconds = expectedSeconds(*experiment, stop); seconds && !std::isnan(*seconds))
            QMetaObject::invokeMethod(
                this, [this, id, s = *seconds, extent = extentOf(*experiment)] { showTime(id, s, extent); });
    });
}

void Gallery::showTime(const QString& id, double seconds, const QString& extent)
{
    m_measured.insert(id);
    const QString time = seconds < 1 ? tr("under 1 s") : tr("about %1").arg(durationText(seconds));
    m_presets.value(id)->setFoot(tr("%1 for %2").arg(time, extent));
}

void Gallery::lookAtRecents()
{
    m_lent.clear(); // the latest comes first
    for (const RecentSession& entry : m_recents.list())
        if (pathExists(entry.path))
            m_jobs.add([this, path = entry.path](const StopToken&) {
                const auto preview = sessionPreview(path);
                if (!preview)
                    return;
                const int reached = (*preview)->links.empty() ? -1 : (*preview)->links.back()->index;
                QMetaObject::invokeMethod(this, [this, path, made = *preview, reached] {
                    showRecent(path, made, reached);
                    showAsPreset(made);
                });
            });
}

void Gallery::showRecent(const QString& path, const PreviewPtr& preview, int reached)
{
    GalleryCard* card = m_recentCards.value(path);
    if (!card)
        return;
    GalleryCard::Face face = card->face();
    face.family = QString::fromStdString(preview->experiment.family);
    const QString reach = reached < 0 ? tr("No generation was finished.")
                                      : tr("%1 of %2 generations, seed %3")
                                            .arg(preview->finished)
                                            .arg(preview->planned)
                                            .arg(preview->experiment.seed);
    const QString changes = m_recents.changesOf(path);
    face.body = changes.isEmpty() ? reach : changes + QLatin1Char('\n') + reach;
    if (!isRecording(path))
        face.body += QLatin1Char('\n') + shownPath(QFileInfo(path).fileName());
    card->setFace(std::move(face));
    card->setPreview(preview, true);
}

// What takes minutes is not run for a picture: the latest run of it here lends its own.
void Gallery::showAsPreset(const PreviewPtr& session)
{
    const QString& id = session->preset;
    GalleryCard* card = m_presets.value(id);
    if (!card || !learnsSlowly(session->experiment.family) || session->links.size() < 2 ||
        m_lent.contains(id))
        return;
    m_lent.insert(id);
    card->setPreview(session);
    card->setToolTip(tr("%1\nThe picture is of the latest run of it here, with seed %2.")
                         .arg(card->face().body)
                         .arg(session->experiment.seed));
}

} // namespace hareloom::ui
