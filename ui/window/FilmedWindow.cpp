// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FilmedWindow.h"

#include "ui/filmstrip/Filmstrip.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/presets/PresetList.h"
#include "ui/window/Header.h"
#include "ui/window/MainWindow.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr QSizeF kLeast(1024, 600); // a smaller film shows this window, smaller
constexpr double kMostLines = 1080; // a larger film shows a window of so many, larger

/// Of the window in the film.
double zoomFor(const QSize& film)
{
    const double least = std::min({1.0, film.width() / kLeast.width(), film.height() / kLeast.height()});
    return least < 1 ? least : std::max(1.0, film.height() / kMostLines);
}

} // namespace

FilmedWindow::FilmedWindow(const RunToFilm& run, ThemeControl& themes, const QSize& size)
    : m_window(std::make_unique<MainWindow>(themes)), m_generations(0)
{
    m_window->setAttribute(Qt::WA_DontShowOnScreen);
    m_window->setAttribute(Qt::WA_ShowWithoutActivating);
    m_window->session().setFinished(run.contents, {});
    if (auto* header = m_window->findChild<Header*>())
        header->setExperiment(run.contents.experiment, presetOf(run.contents.experiment));
    m_window->lookAt(run.chain, run.options, run.real);
    m_generations = m_window->session().history().count(run.chain);
    m_window->cursor().setReducedMotion(true); // each generation at once
    for (Filmstrip* strip : m_window->findChildren<Filmstrip*>())
        strip->setUnhurried(true);
    for (VitalsColumn* vitals : m_window->findChildren<VitalsColumn*>())
        vitals->waitForTheory();
    m_window->resize((QSizeF(size) / zoomFor(size)).toSize());
    m_window->show();
}

FilmedWindow::~FilmedWindow() = default;

void FilmedWindow::paint(QPainter& painter, double position, const FilmLook& look)
{
    m_window->cursor().show(static_cast<int>(std::ceil(position)));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // words that have grown
    const QSizeF window = m_window->size(), film = look.size;
    const double zoom = std::min(film.width() / window.width(), film.height() / window.height());
    painter.fillRect(QRect(QPoint(0, 0), look.size), look.theme->window);
    painter.translate((film.width() - zoom * window.width()) / 2,
                      (film.height() - zoom * window.height()) / 2);
    painter.scale(zoom, zoom);
    m_window->render(&painter, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
}

} // namespace hareloom::ui
