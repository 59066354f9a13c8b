// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MainWindow.h"

#include "ui/families/Faces.h"
#include "ui/recipe/Forecast.h"
#include "ui/recipe/Recipe.h"
#include "ui/recipe/RecipeDrawer.h"
#include "ui/theme/Icons.h"
#include "ui/window/Comparing.h"
#include "ui/window/FamilyRail.h"
#include "ui/window/FanTheory.h"
#include "ui/window/FilmstripPanel.h"
#include "ui/window/Header.h"
#include "ui/window/MessageBar.h"
#include "ui/window/SideColumn.h"
#include "ui/window/SpaceGuard.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/Transport.h"
#include "ui/window/VitalsWiring.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

namespace hareloom::ui {

namespace {

constexpr auto kGeometryKey = "window/geometry";
constexpr QSize kFirstSize(1280, 720), kFrame(16, 48); // and what a window manager puts round it
constexpr int kStageShare = 3, kVitalsShare = 1;

} // namespace

MainWindow::MainWindow(ThemeControl& themes, QWidget* parent)
    : QMainWindow(parent),
      m_themes(themes),
      m_scene(m_session, faceOf),
      m_actions(this),
      m_pages(new QStackedWidget(this)),
      m_laboratory(new QWidget(m_pages)),
      m_rail(new FamilyRail(this)),
      m_header(new Header(this)),
      m_transport(new Transport(m_actions, this)),
      m_messages(new MessageBar(this)),
      m_stage(new StageView(m_scene, m_look, this)),
      m_vitals(new VitalsColumn(m_session, this)),
      m_filmstrip(new Filmstrip(m_scene, m_look, m_cursor, this)),
      m_status(new StatusStrip(m_session, this)),
      m_fanTheory(new FanTheory(m_scene, this)),
      m_comparing(new Comparing({m_session, m_look, m_cursor, m_actions, this})),
      m_recipe(new Recipe(this)),
      m_drawer(new RecipeDrawer(*m_recipe, this)),
      m_forecast(new Forecast(this)),
      m_recipeTimer(new QTimer(this))
{
    setWindowTitle(QStringLiteral("Hareloom"));
    setWindowIcon(appIcon());
    setAcceptDrops(true);
    new SpaceGuard(this);
    m_actions.fillMenuBar(menuBar());
    m_laboratory->setLayout(makeLayout(m_laboratory));
    m_pages->addWidget(m_laboratory);
    setCentralWidget(makeCentre());
    connectSession();
    connectPlayback();
    connectControls();
    connectActions();
    connectViewActions();
    connectFileActions();
    connectStage();
    connectPages();
    connectVitals();
    connectComparing();
    connectRecipe();
    connectCatalogue();
    connect(&themes, &ThemeControl::themeChanged, this, &MainWindow::applyTheme);
    applyTheme(themes.theme());
    m_laboratory->layout()
        ->activate(); // behind the gallery nobody else does, and it would count what is hidden
    resize(kFirstSize);
    m_isAsLeft = restoreGeometry(QSettings().value(kGeometryKey).toByteArray());
    m_stage->setFocus();
}

// A projector has 720 lines, and the desktop's bars and the window's frame take some of them.
void MainWindow::showFirst()
{
    const QSize desk = screen()->availableSize();
    const bool hasRoom = desk.width() >= kFirstSize.width() + kFrame.width() &&
                         desk.height() >= kFirstSize.height() + kFrame.height();
    if (!m_isAsLeft && !hasRoom)
        setWindowState(windowState() | Qt::WindowMaximized);
    show();
}

MainWindow::~MainWindow() = default;

// What went wrong is said above whichever page is shown.
QWidget* MainWindow::makeCentre()
{
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* messages = new QHBoxLayout;
    messages->setContentsMargins(kGrid, 0, kGrid, 0);
    messages->addWidget(m_messages);
    column->addLayout(messages);
    column->addWidget(m_pages, 1);
    return centre;
}

QLayout* MainWindow::makeLayout(QWidget* centre)
{
    auto* views = new QHBoxLayout;
    views->setSpacing(kGrid);
    views->addWidget(m_stage, kStageShare);
    views->addWidget(m_vitals, kVitalsShare);
    views->addWidget(m_comparing->view(), kStageShare + kVitalsShare);

    auto* right = new QVBoxLayout;
    right->setSpacing(kGrid);
    right->addLayout(views); // without a stretch, so that in a low window both give way
    right->addWidget(new FilmstripPanel(*m_filmstrip, m_cursor, m_actions, centre));

    // The recipe has the whole height: the more of its settings are in sight.
    auto* middle = new QHBoxLayout;
    middle->setSpacing(kGrid);
    middle->addWidget(m_drawer);
    middle->addLayout(right, 1);

    auto* column = new QVBoxLayout;
    column->setSpacing(kGrid);
    column->addWidget(m_header);
    column->addWidget(m_transport);
    column->addLayout(middle, 1);
    column->addWidget(m_status);

    auto* row = new QHBoxLayout;
    row->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    row->setSpacing(kGrid);
    row->addWidget(new SideColumn(*m_rail, m_actions, centre));
    row->addLayout(column, 1);
    return row;
}

void MainWindow::applyTheme(const Theme& theme)
{
    m_actions.setTheme(theme);
    m_rail->setTheme(theme);
    m_messages->setTheme(theme);
    m_stage->setTheme(theme);
    m_vitals->setTheme(theme);
    m_vitalsWiring->setTheme(theme);
    m_filmstrip->setTheme(theme);
    m_comparing->setTheme(theme);
    m_drawer->setTheme(theme);
    adaptActions();
}

void MainWindow::adaptActions()
{
    m_actions.adapt(m_session.state(), generationsToShow() > 0, m_cursor.isMoving(), m_cursor.isAtEnd());
    m_actions.logScale->setEnabled(m_scene.hasLogScale(m_look.options()));
    if (isGalleryShown())
        for (QAction* action : m_actions.laboratory())
            action->setEnabled(false);
}

QString MainWindow::message() const
{
    return m_messages->text();
}

// The run ends with the window; what is finished is in its recording.
void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings().setValue(kGeometryKey, saveGeometry());
    m_session.stop();
    event->accept();
}

} // namespace hareloom::ui
