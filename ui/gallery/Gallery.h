// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "ui/gallery/CardGrid.h"
#include "ui/gallery/RecentSessions.h"
#include "ui/jobs/BackgroundJobs.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The first screen: lessons, a path to start on, what was last run here, every other preset by what it asks,
/// and the works whose questions they ask, beside what is measured here, each a card with a picture that was
/// really computed and the time that a run takes here. Pictures and times come from a thread of their own at
/// low priority, only while the gallery is shown.
class Gallery : public QWidget
{
    Q_OBJECT
public:
    /// `recents` outlives this.
    explicit Gallery(RecentSessions& recents, QWidget* parent = nullptr);
    ~Gallery() override;

    void setTheme(const Theme& theme);
    void setReducedMotion(bool on);
    /// "Old Faithful, generation 12 of 200, running": there is something to go back to; empty: there is not.
    void setOngoing(const QString& words);
    /// Puts the focus where arrows and letters work.
    void takeFocus();
    /// All experiments again.
    void clearFilter();

    /// For tests: the card of a preset; null when there is none.
    GalleryCard* card(const QString& presetId) const { return m_presets.value(presetId); }
    GalleryCard* lesson(const QString& id) const { return m_lessons.value(id); }
    QPushButton* goOnButton() const { return m_goOn; }
    /// ... of a row of docs/literature.md, by its number.
    GalleryCard* work(int number) const { return m_works.value(number); }

Q_SIGNALS:
    void presetChosen(const QString& id);
    void sessionChosen(const QString& path);
    /// By its id or its folder.
    void lessonChosen(const QString& place);
    void openRequested();
    /// The user wants to choose a table, a text or images.
    void ownDataRequested();
    void ownFolderRequested();
    void continueRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeTop();
    void makeSections();
    QWidget* makeRecentTools();
    QWidget* makeLessonTools();
    void offerInterrupted();
    void addPresetCard(const QString& id, const QString& section, int step);
    void addLessonCards(const QString& section);
    void addWorkCards(const QString& section);
    void makeRecentCards();
    void addRecentCard(const RecentSession& entry);
    void orderTabs();
    void filter(const QString& text);
    /// Lessons and recent runs that are shown until all are asked for.
    int inFrontNow() const;
    bool showTerms(const QString& text);
    void openFirst();
    void typeIntoFilter(const QString& text);
    // Looking.cpp
    void look();
    void lookAtLessons();
    void lookAtPreset(const QString& id);
    QList<GalleryCard*> othersOn(const QString& preset) const;
    void lookAtWorks();
    void lookAtRealData(const QStringList& ids);
    void measurePreset(const QString& id);
    void recallTime(const QString& id);
    void lookAtRecents();
    static QString extentOf(const Experiment& experiment);
    void showTime(const QString& id, double seconds, const QString& extent);
    void showRecent(const QString& path, const PreviewPtr& preview, int reached);
    void showAsPreset(const PreviewPtr& session);

    static constexpr auto kBeginsWith = "beginsWith"; // of a lesson's or a work's card: a preset's id
    static constexpr auto kSought = "sought";         // of a card: what the filter finds besides what is written on it
    static constexpr auto kFirstStep = "firstStep";   // of a lesson's card: its id
    static constexpr auto kMinutes = "minutes";       // of a lesson's card: how long it takes, in words

    RecentSessions& m_recents;
    const Theme* m_theme = &lightTheme();
    bool m_reducedMotion = false;
    QLineEdit* m_filter;
    QPushButton *m_own, *m_open;
    QPushButton* m_continue;
    QPushButton* m_goOn;           // with the lesson that was interrupted
    QPushButton* m_allLessons;     // not only the first row
    QPushButton *m_more, *m_clear; // of the recent runs
    QLabel* m_terms;               // of the glossary, that the filter finds
    QLabel* m_nothing;             // where the filter leaves nothing
    QScrollArea* m_scroll;
    CardGrid* m_grid;
    QHash<QString, GalleryCard*> m_lessons;     // by id
    QHash<QString, GalleryCard*> m_presets;     // by id
    QMap<int, GalleryCard*> m_works;            // by the row's number
    QSet<int> m_equated;                        // numbers of works whose equation was asked for and is known
    QSet<QString> m_measured;                   // ids of presets whose run time is known
    QSet<QString> m_lent;                       // ids of presets that show a run of theirs
    QHash<QString, GalleryCard*> m_recentCards; // by path
    BackgroundJobs m_jobs;                      // last: its jobs are over before anything else goes
};

} // namespace hareloom::ui
