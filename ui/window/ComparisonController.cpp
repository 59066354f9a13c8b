// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ComparisonController.h"

#include "ui/stage/StageLook.h"
#include "ui/window/FileQuestions.h"

#include <QAction>
#include <QApplication>
#include <QLayout>
#include <QMainWindow>

#include <algorithm>

namespace hareloom::ui {

ComparisonController::ComparisonController(const Parts& parts)
    : QObject(parts.window),
      m_scene(parts.scene),
      m_session(parts.scene.session()),
      m_look(parts.look),
      m_cursor(parts.cursor),
      m_actions(parts.actions),
      m_window(parts.window),
      m_view(new CompareView(m_comparison, parts.look, parts.page))
{
    m_view->hide();
    connect(m_view, &CompareView::closeRequested, this, &ComparisonController::stop);
    connect(m_view, &CompareView::fileRequested, this, &ComparisonController::askForFiles);
    connect(&m_cursor, &GenerationCursor::positionChanged, m_view, &CompareView::setPosition);
    connect(&m_comparison, &Comparison::changed, this, [this] {
        if (m_isOn)
            refresh();
    });
    connectActions();
}

void ComparisonController::connectActions()
{
    connect(m_actions.compareWith, &QAction::triggered, this, &ComparisonController::askForFiles);
    connect(m_actions.leaveComparison, &QAction::triggered, this, &ComparisonController::stop);
    connect(m_actions.compare, &QAction::triggered, this, [this](bool on) {
        if (on)
            compareVariants(m_scene.chain());
        else
            stop();
        m_actions.compare->setChecked(m_isOn);
    });
}

void ComparisonController::askForFiles()
{
    const QStringList paths =
        ui::askForFiles(m_window, tr("Compare with sessions"), tr("Sessions (*.hareloom);;All files (*)"));
    if (!paths.isEmpty())
        compareFiles(paths, true, m_scene.chain());
}

void ComparisonController::tell(bool isOn)
{
    m_actions.compare->setChecked(isOn);
    m_actions.leaveComparison->setEnabled(isOn);
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

void ComparisonController::compareVariants(ChainIndex chain)
{
    if (m_session.variants().size() < Comparison::kLeast) {
        Q_EMIT hinted(tr("This experiment has one variant. File, \"Compare with sessions…\" compares it with "
                         "other runs."));
        return;
    }
    const auto chains = std::max<std::int64_t>(1, m_session.experiment().chains);
    m_comparison.clear();
    m_comparison.addRun(m_session, static_cast<int>(chain % chains));
    m_comparison.fillColumns();
    begin();
}

void ComparisonController::compareFiles(const QStringList& paths, bool withOwn, ChainIndex chain)
{
    const auto chains = std::max<std::int64_t>(1, m_session.experiment().chains);
    if (!m_isOn) {
        m_comparison.clear();
        if (withOwn && !m_session.history().isEmpty())
            m_comparison.addRun(m_session, static_cast<int>(chain % chains));
        const auto own = static_cast<std::size_t>(chain / chains);
        if (own < m_comparison.sources().size()) { // what the stage shows comes first
            m_comparison.addColumn();
            m_comparison.setColumn(0, own);
        }
    }
    QStringList problems;
    for (const QString& path : paths) {
        const std::size_t first = m_comparison.sources().size();
        if (const auto added = m_comparison.addFile(path); !added) {
            problems << QString::fromStdString(added.error().message);
        } else if (m_comparison.columnCount() < Comparison::kMost) {
            m_comparison.addColumn();
            m_comparison.setColumn(m_comparison.columnCount() - 1, first);
        }
    }
    if (problems.isEmpty() && m_comparison.columnCount() < Comparison::kLeast)
        m_comparison.fillColumns(); // one file: its own variants
    if (m_comparison.columnCount() >= Comparison::kLeast)
        begin();
    else if (problems.isEmpty())
        problems << tr("One run alone cannot be compared; run the experiment first, or choose two sessions.");
    if (!problems.isEmpty())
        Q_EMIT said(problems.join(QLatin1Char(' ')));
}

bool ComparisonController::begin()
{
    if (m_isOn) {
        refresh();
        return false;
    }
    m_isOn = true;
    m_shownBefore = m_cursor.shown();
    m_focusBefore = QApplication::focusWidget();
    for (QWidget* widget : m_replaced)
        widget->hide();
    m_view->show();
    refresh();
    m_view->setPosition(m_cursor.position());
    tell(true);
    if (m_view->firstScene())
        m_view->findChild<CompareStage*>()->setFocus();
    return true;
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
    m_filmstrip->setMarks(markCollapse(first.session->history(), first.chain));
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
    for (QWidget* widget : m_replaced)
        widget->show();
    m_comparison.clear();
    tell(false);
    m_cursor.show(m_shownBefore);
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

} // namespace hareloom::ui
