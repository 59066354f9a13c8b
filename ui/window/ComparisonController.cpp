// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ComparisonController.h"

#include "ui/language/EngineSentence.h"
#include "ui/language/Joining.h"
#include "ui/stage/StageLook.h"
#include "ui/window/FileQuestions.h"

#include <QAction>
#include <QApplication>
#include <QLayout>
#include <QMainWindow>

#include <algorithm>
#include <optional>
#include <utility>

namespace hareloom::ui {

ComparisonController::ComparisonController(const Parts& parts)
    : QObject(parts.window),
      m_scene(parts.scene),
      m_session(parts.scene.session()),
      m_look(parts.look),
      m_cursor(parts.cursor),
      m_actions(parts.actions),
      m_window(parts.window),
      m_before(parts.scene.session()),
      m_view(new CompareView(m_comparison, parts.look, parts.page))
{
    m_view->hide();
    connect(m_view, &CompareView::closeRequested, this, &ComparisonController::stop);
    connect(m_view, &CompareView::generationChosen, &m_cursor, &GenerationCursor::show);
    connect(&m_cursor, &GenerationCursor::positionChanged, m_view, &CompareView::setPosition);
    connect(&m_comparison, &Comparison::changed, this, [this] {
        if (m_isOn)
            refresh();
    });
    connect(&m_session, &LabSession::stateChanged, m_view, [this] { // at its end a run is summed up
        if (m_isOn)
            m_view->refresh();
    });
    connectActions();
}

void ComparisonController::connectActions()
{
    const Actions& a = m_actions;
    connect(a.compareFiles, &QAction::triggered, this, &ComparisonController::askForFiles);
    connect(a.compareBefore, &QAction::triggered, this, &ComparisonController::compareBefore);
    connect(a.leaveComparison, &QAction::triggered, this, &ComparisonController::stop);
    connect(a.compare, &QAction::triggered, this, [this](bool on) {
        if (on)
            compare();
        else
            stop();
        m_actions.compare->setChecked(m_isOn);
    });
    connect(&m_before, &RunBefore::changed, this, &ComparisonController::adaptActions);
    connect(&m_session, &LabSession::experimentChanged, this, &ComparisonController::adaptActions);
    adaptActions();
}

void ComparisonController::adaptActions() const
{
    const bool hasVariants = m_session.variants().size() >= Comparison::kLeast;
    const bool hasBefore = !m_before.path().isEmpty();
    const QString tip = m_isOn        ? tr("Back to one")
                        : hasVariants ? tr("The variants side by side")
                        : hasBefore   ? tr("The run before beside this one")
                                      : tr("Runs side by side");
    const QString key = m_actions.compare->shortcut().toString(QKeySequence::NativeText);
    m_actions.compare->setToolTip(tr("%1 (%2)").arg(tip, key));
}

void ComparisonController::askForFiles()
{
    const QStringList paths =
        ui::askForFiles(m_window, tr("Compare with sessions"), tr("Sessions (*.hareloom);;All files (*)"));
    if (!paths.isEmpty())
        compareFiles(paths, true);
}

int ComparisonController::replicate() const
{
    return static_cast<int>(m_scene.chain() % std::max<std::int64_t>(1, m_session.experiment().chains));
}

void ComparisonController::tell(bool isOn)
{
    m_actions.compare->setChecked(isOn);
    m_actions.leaveComparison->setEnabled(isOn);
    adaptActions();
    Q_EMIT switched(isOn);
}

void ComparisonController::setReplaced(const QList<QWidget*>& hideMeanwhile, Filmstrip* filmstrip)
{
    m_replaced = hideMeanwhile;
    m_ownFilmstrip = filmstrip;
}

void ComparisonController::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_view->setTheme(theme);
    if (m_filmstrip)
        m_filmstrip->setTheme(theme);
}

void ComparisonController::compare()
{
    if (m_session.variants().size() >= Comparison::kLeast)
        compareVariants();
    else if (!m_before.path().isEmpty())
        compareBefore();
    else
        Q_EMIT hinted(
            tr("There is nothing yet to put beside this run. Change a setting in the recipe and choose \"Run "
               "beside\", or take another run."),
            {m_actions.recipe, m_actions.compareWith});
}

void ComparisonController::compareVariants(std::size_t shown)
{
    const std::size_t variants = m_session.variants().size();
    if (variants < Comparison::kLeast)
        return;
    std::vector<std::size_t> columns;
    for (std::size_t v = 0; v < std::min(variants, Comparison::kMost); ++v)
        columns.push_back(v);
    std::optional<std::size_t> gone;
    if (shown >= columns.size())
        gone = std::exchange(columns.back(), std::min(shown, variants - 1));
    m_comparison.clear();
    m_comparison.addRun(m_session, replicate());
    m_comparison.setColumns(std::move(columns));
    begin();
    if (gone)
        Q_EMIT hinted(
            tr("Four runs have room side by side: “%1” has given its place to “%2”. The list above each "
               "column "
               "has all of them.")
                .arg(QString::fromStdString(m_session.variants()[*gone].title),
                     QString::fromStdString(m_session.variants()[std::min(shown, variants - 1)].title)),
            {});
}

// The one before on the left: its axes show what the change has done.
void ComparisonController::compareBefore()
{
    if (m_before.path().isEmpty()) {
        Q_EMIT hinted(
            tr("There is no run before this one yet. Change a setting in the recipe and run again, or take "
               "another run."),
            {m_actions.recipe, m_actions.compareWith});
        return;
    }
    Comparison both;
    const auto added = both.addFile(m_before.path(), tr("Before"));
    if (!added) {
        if (added.error().kind != ErrorKind::Stopped)
            Q_EMIT said(engineSentence(added.error().message));
        return;
    }
    m_comparison.clear();
    m_comparison.takeFrom(both);
    const std::size_t before = m_comparison.sources().size();
    m_comparison.addRun(m_session, replicate(), tr("Now"));
    const auto chains = std::max<std::int64_t>(1, m_session.experiment().chains);
    const auto variant = static_cast<std::size_t>(m_scene.chain() / chains);
    m_comparison.setColumns({std::min(variant, before - 1), before + variant});
    begin();
}

void ComparisonController::compareFiles(const QStringList& paths, bool withOwn)
{
    std::vector<std::size_t> columns;
    if (!m_isOn) {
        m_comparison.clear();
        if (withOwn && !m_session.history().isEmpty()) { // what the stage shows comes first
            m_comparison.addRun(m_session, replicate());
            const auto chains = std::max<std::int64_t>(1, m_session.experiment().chains);
            columns.push_back(static_cast<std::size_t>(m_scene.chain() / chains));
        }
    } else
        for (std::size_t c = 0; c < m_comparison.columnCount(); ++c)
            columns.push_back(m_comparison.sourceOf(c));
    QStringList problems;
    for (const QString& path : paths) {
        const std::size_t first = m_comparison.sources().size();
        if (const auto added = m_comparison.addFile(path); !added && added.error().kind == ErrorKind::Stopped)
            return; // whoever stopped it wants no comparison
        else if (!added)
            problems << engineSentence(added.error().message);
        else if (columns.size() < Comparison::kMost)
            columns.push_back(first);
        else
            columns.back() = first; // the newest wish
    }
    m_comparison.setColumns(std::move(columns));
    if (problems.isEmpty() && m_comparison.columnCount() < Comparison::kLeast)
        m_comparison.fillColumns(); // one file: its own variants
    if (m_comparison.columnCount() >= Comparison::kLeast)
        begin();
    else if (problems.isEmpty())
        problems << tr("One run alone cannot be compared; run the experiment first, or choose two sessions.");
    if (!problems.isEmpty())
        Q_EMIT said(inARow(problems));
}

bool ComparisonController::showsVariants() const
{
    for (std::size_t c = 0; c < m_comparison.columnCount(); ++c)
        if (m_comparison.column(c).session != &m_session)
            return false;
    return m_isOn && m_session.variants().size() >= Comparison::kLeast;
}

void ComparisonController::renew()
{
    if (showsVariants())
        compareVariants();
    else
        stop();
}

// What it takes the place of goes first: the window must have room for either, not for both.
void ComparisonController::begin()
{
    if (m_isOn) {
        refresh();
        return;
    }
    m_isOn = true;
    m_focusBefore = QApplication::focusWidget();
    tell(true);
    m_hidden.clear();
    for (QWidget* widget : m_replaced)
        if (!widget->isHidden()) {
            m_hidden << widget;
            widget->hide();
        }
    m_view->show();
    refresh();
    m_view->setPosition(m_cursor.position());
    if (auto* stage = m_view->findChild<CompareStage*>();
        stage && m_view->isVisible()) // not behind a presentation
        stage->setFocus();
}

void ComparisonController::refresh()
{
    m_view->refresh();
    adaptFilmstrip();
    if (m_isOn)
        m_cursor.setCount(m_comparison.longest());
}

// Its pictures are those of the first column.
void ComparisonController::adaptFilmstrip()
{
    StageScene* scene = m_isOn ? m_view->firstScene() : nullptr;
    if (scene != m_filmed) {
        QWidget* own = m_ownFilmstrip->parentWidget();
        FilmstripPanel* before = m_panel;
        m_filmed = scene;
        m_panel = nullptr;
        m_filmstrip = nullptr;
        if (scene) {
            m_filmstrip = new Filmstrip(*scene, m_look, m_cursor);
            m_filmstrip->setTheme(*m_theme);
            connect(m_filmstrip, &Filmstrip::chainChosen, this, &ComparisonController::chainChosen);
            m_panel = new FilmstripPanel(*m_filmstrip, m_cursor, m_actions, own->parentWidget());
        }
        swapFilmstrips(before ? before : own, m_panel ? m_panel : own);
        delete before; // at once: what it shows may be gone
    }
    if (!m_filmstrip)
        return;
    const CompareSource& first = m_comparison.column(0);
    if (m_filmedCount != first.count())
        m_filmstrip->clearThumbnails(); // frames that were ahead of this column had no picture
    m_filmedCount = first.count();
    int planned = 1;
    for (std::size_t c = 0; c < m_comparison.columnCount(); ++c)
        planned = std::max(planned, static_cast<int>(m_comparison.column(c).experiment().generations) + 1);
    m_filmstrip->setPlanned(planned);
    m_filmstrip->setMarks(m_view->marks());
    if (!first.owner)
        m_filmstrip->setForks(FilmstripForks(m_session, first.chain));
}

void ComparisonController::swapFilmstrips(QWidget* from, QWidget* to)
{
    QLayout* layout = m_ownFilmstrip->parentWidget()->parentWidget()->layout();
    if (from == to || !layout)
        return;
    delete layout->replaceWidget(from, to);
    from->hide();
    to->show();
}

void ComparisonController::stop()
{
    if (!m_isOn)
        return;
    m_isOn = false;
    adaptFilmstrip();
    m_view->hide();
    for (QWidget* widget : m_hidden)
        widget->show();
    m_comparison.clear();
    tell(false); // the cursor stays where it is, as far as the run on the bench has come
    QWidget* focus = m_focusBefore && m_focusBefore->isVisible() ? m_focusBefore.data() : m_replaced.front();
    if (focus->isVisible()) // not behind a presentation
        focus->setFocus(Qt::OtherFocusReason);
}

std::vector<const LabSession*> ComparisonController::others() const
{
    std::vector<const LabSession*> others;
    for (std::size_t c = 0; m_isOn && c < m_comparison.columnCount(); ++c)
        if (const LabSession* session = m_comparison.column(c).session;
            session != &m_session && std::find(others.begin(), others.end(), session) == others.end())
            others.push_back(session);
    return others;
}

} // namespace hareloom::ui
