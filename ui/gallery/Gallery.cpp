// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/Gallery.h"

#include "core/catalogue/Holdings.h"
#include "core/lesson/LessonReader.h"
#include "core/recipe/Presets.h"
#include "core/teller/Glossary.h"
#include "ui/families/Faces.h"
#include "ui/gallery/Preview.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/language/Languages.h"
#include "ui/lesson/LessonRuns.h"
#include "ui/paths/PathBytes.h"
#include "ui/presets/PresetList.h"
#include "ui/presets/WorkFacts.h"
#include "ui/theme/ElidedLabel.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kLookAfterMs = 120;      // the window is painted first
constexpr int kWidest = 2560;          // lines of cards longer than this are hard to read
constexpr int kFewInFront = 4;          // of lessons and recent runs, until all are asked for
constexpr qsizetype kShortestSought = 3; // letters of a term's name, so that "a" does not find them all
constexpr qsizetype kMostTerms = 3;
constexpr auto kRank = "rank";         // of their cards, from 0

bool matches(const GalleryCard& card, const char* sought, const QStringList& words)
{
    const auto& face = card.face();
    const QString all =
        (face.paragraphs + QStringList{face.title, face.body, face.foot,
                                       faceOf(face.family.toStdString()).title(), card.objectName(),
                                       card.toolTip(), card.property(sought).toString()})
            .join(QLatin1Char(' '));
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

/// A term's words for a text that somebody looks for: "Early collapse" for "early", and "Mean" for "Why does
/// the mean not change?". Empty where it is another term.
QString foundIn(const Term& term, const QString& text)
{
    const QString name = engineWords(EngineList::Glossary, term.name);
    const bool isNamed = text.size() >= kShortestSought && name.contains(text, Qt::CaseInsensitive);
    static const QRegularExpression apart(QStringLiteral("[^\\w'-]+"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    const QString asked =
        QLatin1Char(' ') + text.split(apart, Qt::SkipEmptyParts).join(QLatin1Char(' ')) + QLatin1Char(' ');
    const bool isAskedOf = asked.contains(QLatin1Char(' ') + name + QLatin1Char(' '), Qt::CaseInsensitive);
    return isNamed || isAskedOf
               ? Gallery::tr("%1: %2").arg(name, engineWords(EngineList::Glossary, term.meaning))
               : QString();
}

/// Authors and experiments of the works whose questions a preset asks.
QString worksOf(const QString& preset)
{
    QStringList works;
    for (const LiteratureRow* row : literatureOf(preset.toStdString()))
        works << QString::fromStdString(row->work);
    return works.join(QLatin1Char(' '));
}

/// Not the space, which presses buttons, nor what goes with a shortcut.
bool isTyped(const QKeyEvent& event)
{
    return !event.text().trimmed().isEmpty() && event.text().at(0).isPrint() &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

/// "First fetch MNIST (11.6 MB)"; empty where everything is here.
QString lackOf(const PresetEntry& preset)
{
    QStringList lacking;
    for (const CatalogueEntry* entry : preset.needs)
        if (holdingOf(*entry).state != HoldingState::Present)
            lacking << Gallery::tr("%1 (%2)").arg(engineWords(EngineList::Catalogue, entry->title),
                                                  QString::fromStdString(sizeText(entry->bytes())));
    return lacking.isEmpty() ? QString() : Gallery::tr("First fetch %1").arg(listed(lacking));
}

/// Of a preset's card, before its time is known. The catalogue's models take some 10^17 operations a chain.
QString firstFoot(const PresetEntry& preset)
{
    if (const QString lack = lackOf(preset); !lack.isEmpty())
        return lack;
    if (!preset.baseTitle.isEmpty())
        return Gallery::tr("trains %1: days without a graphics card").arg(preset.baseTitle);
    return learnsSlowly(preset.family.toStdString()) ? Gallery::tr("trains networks")
                                                     : Gallery::tr("measuring the run time…");
}

} // namespace

Gallery::Gallery(RecentSessions& recents, QWidget* parent)
    : QWidget(parent),
      m_recents(recents),
      m_filter(new QLineEdit(this)),
      m_own(new QPushButton(tr("Your own data"), this)),
      m_open(new QPushButton(tr("Open file…"), this)),
      m_continue(new QPushButton(this)),
      m_goOn(new QPushButton(this)),
      m_allLessons(new QPushButton(this)),
      m_more(new QPushButton(tr("All"), this)),
      m_clear(new QPushButton(tr("Clear"), this)),
      m_terms(new QLabel(this)),
      m_nothing(new QLabel(this)),
      m_scroll(new QScrollArea(this)),
      m_grid(new CardGrid)
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    page->setMaximumWidth(kWidest);
    auto* inPage = new QVBoxLayout(page);
    inPage->setContentsMargins(0, 0, kGrid, kGrid);
    inPage->addWidget(m_terms);
    inPage->addWidget(m_nothing);
    inPage->addWidget(m_grid);
    inPage->addStretch();
    m_scroll->setWidget(page);
    m_terms->setObjectName(QStringLiteral("terms"));
    m_terms->setAccessibleName(tr("From the glossary"));
    m_terms->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_terms, m_nothing}) {
        label->setWordWrap(true);
        label->hide();
    }
    makeTop();
    makeSections();
    makeRecentCards();
    connect(&m_recents, &RecentSessions::changed, this, &Gallery::makeRecentCards);
    connect(m_clear, &QPushButton::clicked, &m_recents, &RecentSessions::clear);
    connect(m_more, &QPushButton::toggled, this, [this] { filter(m_filter->text()); });
    connect(m_grid, &CardGrid::reached, this, [this](QWidget* card) {
        // Under a pressed button it must not move away: the click would open nothing.
        if (QGuiApplication::mouseButtons() == Qt::NoButton)
            m_scroll->ensureWidgetVisible(card, kGrid, 5 * kGrid);
    });
    connect(m_grid, &CardGrid::leftUpwards, m_filter, [this] { m_filter->setFocus(Qt::OtherFocusReason); });
    connect(m_grid, &CardGrid::typed, this, &Gallery::typeIntoFilter);
}

Gallery::~Gallery() = default;

void Gallery::makeTop()
{
    auto* title = new QLabel(QStringLiteral("Hareloom"), this);
    title->setFont(themeFont(TextSize::Title, QFont::DemiBold));
    auto* motto =
        new ElidedLabel(tr("What gets lost when models are raised on models. Choose an experiment."), this);
    motto->setObjectName(QStringLiteral("muted"));
    m_filter->setPlaceholderText(tr("Type to filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter experiments"));
    m_filter->setMinimumWidth(120);
    m_filter->setMaximumWidth(224);
    m_continue->setObjectName(QStringLiteral("primary"));
    m_continue->hide();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter(text);
        m_scroll->verticalScrollBar()->setValue(0);
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &Gallery::openFirst);
    m_own->setToolTip(tr("Start from a table (CSV), a text or images of your own"));
    auto* own = new QMenu(m_own);
    own->addAction(tr("A &table, a text or images in one file…"), this, &Gallery::ownDataRequested);
    own->addAction(tr("A &folder of images or texts…"), this, &Gallery::ownFolderRequested);
    m_own->setMenu(own);
    connect(m_open, &QPushButton::clicked, this, &Gallery::openRequested);
    connect(m_continue, &QPushButton::clicked, this, &Gallery::continueRequested);

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addWidget(motto);
    auto* top = new QHBoxLayout;
    top->setSpacing(kGrid);
    top->addLayout(words, 1);
    top->addWidget(m_continue);
    top->addWidget(m_filter);
    top->addWidget(m_own);
    top->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid / 2);
    column->setSpacing(kGrid * 3 / 2);
    column->addLayout(top);
    column->addWidget(m_scroll, 1);
}

// Lessons first, a path to go on with, then what was run here, then everything else by what it asks.
void Gallery::makeSections()
{
    const PresetOrder& order = presetOrder();
    const QString lessons = tr("Lessons: say what you expect, then see it");
    m_allLessons->setCheckable(true);
    m_allLessons->setToolTip(tr("Every lesson, not only the first ones"));
    connect(m_allLessons, &QPushButton::toggled, this, [this] { filter(m_filter->text()); });
    connect(m_grid, &CardGrid::columnsChanged, this, [this] { filter(m_filter->text()); });
    m_grid->addSection(lessons, makeLessonTools());
    addLessonCards(lessons);
    const QString start = tr("Start here");
    m_grid->addSection(start);
    int step = 0;
    for (const std::string& id : order.path)
        addPresetCard(QString::fromStdString(id), start, ++step);
    m_grid->addSection(tr("Recent runs"), makeRecentTools());
    for (const PresetOrder::Question& asked : order.questions) {
        const QString question = engineWords(EngineList::Preset, asked.question);
        m_grid->addSection(question);
        for (const std::string& id : asked.presets)
            addPresetCard(QString::fromStdString(id), question, 0);
    }
    const QString works = tr("The literature: what others found, and what is measured here");
    m_grid->addSection(works);
    addWorkCards(works);
}

QWidget* Gallery::makeLessonTools()
{
    m_goOn->setObjectName(QStringLiteral("primary"));
    m_goOn->hide();
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT lessonChosen(interruptedLesson()); });
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_goOn);
    row->addWidget(m_allLessons);
    return tools;
}

QWidget* Gallery::makeRecentTools()
{
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Every recent run, not only the latest"));
    m_clear->setToolTip(tr("Take them all off this list; their files stay"));
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_more);
    row->addWidget(m_clear);
    return tools;
}

void Gallery::addPresetCard(const QString& id, const QString& section, int step)
{
    const auto& all = presetList();
    const auto preset =
        std::find_if(all.begin(), all.end(), [&](const PresetEntry& entry) { return entry.id == id; });
    if (preset == all.end())
        return;
    auto* card =
        new GalleryCard({preset->title, preset->question, firstFoot(*preset), preset->family, false, step});
    card->setObjectName(id);
    card->setToolTip(preset->question);
    card->setProperty(kSought, QStringList{section, preset->story, worksOf(id)}.join(QLatin1Char(' ')));
    connect(card, &QAbstractButton::clicked, this, [this, id] { Q_EMIT presetChosen(id); });
    m_presets.insert(id, card);
    m_grid->add(card, section);
}

void Gallery::addLessonCards(const QString& section)
{
    for (const std::string& name : shippedLessons()) {
        const auto lesson = findLesson(name, spokenLanguage().toStdString());
        if (!lesson)
            continue;
        const auto words = [&lesson](const char* text) {
            return QString::fromStdString(plainOf(lesson->texts[text]));
        };
        const QString id = QString::fromStdString(name);
        const std::string family = lesson->experiments.front().experiment.family;
        auto* card =
            new GalleryCard({words("title"), words("question"), tr("%n minutes", nullptr, lesson->minutes),
                             QString::fromStdString(family), false, 0});
        card->setToolTip(words("question"));
        card->setProperty(kRank, m_lessons.size());
        card->setProperty(kSought, section);
        card->setProperty(kMinutes, card->face().foot);
        card->setProperty(kFirstStep, QString::fromStdString(lesson->steps.front().id));
        card->setProperty(kBeginsWith, QString::fromStdString(lesson->experiments.front().preset));
        connect(card, &QAbstractButton::clicked, this, [this, id] { Q_EMIT lessonChosen(id); });
        m_lessons.insert(id, card);
        m_grid->add(card, section);
    }
    m_allLessons->setText(tr("All %1").arg(m_lessons.size()));
}

void Gallery::addWorkCards(const QString& section)
{
    const auto& all = presetList();
    for (const LiteratureRow& row : literatureRows()) {
        const QString id = QString::fromStdString(row.experiments.front());
        const auto preset =
            std::find_if(all.begin(), all.end(), [&](const PresetEntry& entry) { return entry.id == id; });
        const auto experiment = loadPreset(row.experiments.front());
        if (preset == all.end() || !experiment)
            continue;
        const QString published = QString::fromStdString(row.published),
                      ours = QString::fromStdString(row.ours);
        auto* card = new GalleryCard({workName(row),
                                      workFacts(*experiment).words(),
                                      preset->title,
                                      preset->family,
                                      false,
                                      0,
                                      {tr("Published: %1").arg(published), tr("Here: %1").arg(ours)}});
        card->setToolTip(QStringList{
            QString::fromStdString(row.work), tr("Published: %1").arg(published), tr("Here: %1").arg(ours),
            tr("How far apart, and why: %1").arg(QString::fromStdString(row.difference))}
                             .join(QLatin1Char('\n')));
        card->setProperty(kBeginsWith, id);
        card->setProperty(kSought, section);
        connect(card, &QAbstractButton::clicked, this, [this, id] { Q_EMIT presetChosen(id); });
        m_works.insert(row.number, card);
        m_grid->add(card, section);
    }
}

void Gallery::makeRecentCards()
{
    const QString section = tr("Recent runs");
    // Hidden, it must not take the window's keys.
    const bool hadFocus = isVisible() && m_grid->isAncestorOf(focusWidget());
    m_grid->clearSection(section);
    m_recentCards.clear();
    for (const RecentSession& entry : m_recents.list())
        addRecentCard(entry);
    m_more->setText(tr("All %1").arg(m_recents.list().size()));
    filter(m_filter->text());
    orderTabs();
    if (hadFocus && m_grid->current())
        m_grid->current()->setFocus(Qt::OtherFocusReason);
    if (isVisible())
        lookAtRecents();
}

// As they stand on the screen.
void Gallery::orderTabs()
{
    QWidget* before = m_continue;
    const auto next = [&before](QWidget* widget) {
        setTabOrder(before, widget);
        before = widget;
    };
    next(m_filter);
    next(m_own);
    next(m_open);
    for (GalleryCard* card : m_grid->cards())
        next(card);
    next(m_goOn);
    next(m_allLessons);
    next(m_more);
    next(m_clear);
}

void Gallery::addRecentCard(const RecentSession& entry)
{
    const QFileInfo file(entry.path);
    const bool isMissing = !pathExists(entry.path);
    const QString when = momentOf(entry);
    auto* card = new GalleryCard(
        {titleOf(entry), isMissing ? tr("The file is gone: %1").arg(shownPath(entry.path)) : changesOf(entry),
         when, QString(), isMissing, 0});
    card->setToolTip(shownPath(entry.path));
    card->setRemovable(true);
    card->setTheme(*m_theme);
    card->setReducedMotion(m_reducedMotion);
    const QString path = entry.path;
    card->setProperty(kRank, m_recentCards.size());
    connect(card, &QAbstractButton::clicked, this, [this, path] { Q_EMIT sessionChosen(path); });
    connect(card, &GalleryCard::removeRequested, this, [this, path] { m_recents.remove(path); });
    m_recentCards.insert(path, card);
    m_grid->add(card, tr("Recent runs"));
}

void Gallery::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_grid->setTheme(theme);
}

void Gallery::setReducedMotion(bool on)
{
    m_reducedMotion = on;
    for (GalleryCard* card : m_grid->cards())
        card->setReducedMotion(on);
}

void Gallery::setOngoing(const QString& words)
{
    m_continue->setText(tr("Back to the laboratory"));
    m_continue->setToolTip(words);
    m_continue->setAccessibleDescription(words);
    m_continue->setVisible(!words.isEmpty());
}

int Gallery::inFrontNow() const
{
    const int columns = std::min(kFewInFront, m_grid->columns());
    return kFewInFront / columns * columns;
}

// Of the lessons and the recent runs the first few, in whole rows, unless someone looks for one or wants them all.
void Gallery::filter(const QString& text)
{
    const int inFront = inFrontNow();
    m_more->setVisible(std::ssize(m_recents.list()) > inFront);
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_grid->filter([&](const GalleryCard& card) {
        const QVariant rank = card.property(kRank);
        const QPushButton* all =
            std::find(m_lessons.begin(), m_lessons.end(), &card) != m_lessons.end() ? m_allLessons : m_more;
        const bool isKept = rank.isValid() && rank.toInt() >= inFront && !all->isChecked();
        return matches(card, kSought, words) && !(isKept && words.isEmpty());
    });
    const bool hasTerms = showTerms(text.trimmed());
    const bool hasNone = m_grid->shownCards().isEmpty() && !hasTerms;
    m_nothing->setVisible(hasNone);
    m_nothing->setText(tr("No experiment, lesson, work, recent run or term of the glossary has “%1”. Escape "
                          "shows all again.")
                           .arg(text.trimmed()));
}

// What a word means is said at once, above the cards.
bool Gallery::showTerms(const QString& text)
{
    QStringList found;
    for (const Term& term : glossary())
        if (const QString words = text.isEmpty() ? QString() : foundIn(term, text); !words.isEmpty())
            found << words;
    m_terms->setText(found.mid(0, kMostTerms).join(QLatin1Char('\n')));
    m_terms->setVisible(!found.isEmpty());
    return !found.isEmpty();
}

void Gallery::typeIntoFilter(const QString& text)
{
    m_filter->setFocus(Qt::OtherFocusReason);
    m_filter->setText(m_filter->text() + text);
}

void Gallery::openFirst()
{
    if (GalleryCard* first = m_grid->shownCards().value(0))
        first->click();
}

void Gallery::clearFilter()
{
    m_filter->clear();
}

void Gallery::takeFocus()
{
    if (GalleryCard* card = m_grid->current())
        card->setFocus(Qt::OtherFocusReason);
    else
        m_filter->setFocus(Qt::OtherFocusReason);
}

void Gallery::showEvent(QShowEvent*)
{
    lookAtLessons();
    offerInterrupted();
    QTimer::singleShot(kLookAfterMs, this, &Gallery::look);
}

void Gallery::hideEvent(QHideEvent*)
{
    m_jobs.cancel();
}

void Gallery::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_filter->text().isEmpty())
        m_filter->clear();
    else if (event->key() == Qt::Key_Escape && !m_continue->isHidden())
        Q_EMIT continueRequested();
    else if (event->key() == Qt::Key_Down && m_filter->hasFocus())
        takeFocus();
    else if (isTyped(*event)) // wherever the focus is: a button has no use for letters
        typeIntoFilter(event->text());
    else
        QWidget::keyPressEvent(event);
}

} // namespace hareloom::ui
