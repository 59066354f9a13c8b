// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/MainWindow.h"
#include "ui/window/SaveController.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QScrollArea>
#include <QtTest>

#include <algorithm>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

QString nameOf(const QWidget* widget)
{
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    return face ? face->text(QAccessible::Name) : QString();
}

QString describe(const QWidget* widget)
{
    return QStringLiteral("%1 \"%2\" (%3)")
        .arg(QString::fromLatin1(widget->metaObject()->className()), nameOf(widget), widget->objectName());
}

/// Of an exclusive group Qt lets Tab reach one button, from which the arrows go on.
bool isReached(const QWidget* stop, const QSet<QWidget*>& visited)
{
    const auto* button = qobject_cast<const QAbstractButton*>(stop);
    if (!button || !button->autoExclusive())
        return visited.contains(const_cast<QWidget*>(stop));
    return std::any_of(visited.begin(), visited.end(), [button](const QWidget* other) {
        const auto* sibling = qobject_cast<const QAbstractButton*>(other);
        return sibling && sibling->autoExclusive() && sibling->parent() == button->parent();
    });
}

void bringIntoSight(QWidget* widget)
{
    for (QWidget* above = widget->parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above))
            area->ensureWidgetVisible(widget);
}

/// Everything in a window that the Tab key should reach now.
QList<QWidget*> tabStops(const QWidget& window)
{
    QList<QWidget*> stops;
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (widget->window() == &window && widget->isVisible() && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && !widget->size().isEmpty())
            stops.append(widget);
    return stops;
}

/// Presses `key` until the focus has come round.
QSet<QWidget*> walk(QWidget& window, Qt::Key key, qsizetype most)
{
    QSet<QWidget*> visited;
    for (qsizetype i = 0; i < most; ++i) {
        QTest::keyClick(window.windowHandle(), key,
                        key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        if (QWidget* focus = QApplication::focusWidget())
            visited.insert(focus);
    }
    return visited;
}

QImage pictureOf(QWidget& window, const QWidget& widget)
{
    const QPoint corner = widget.mapTo(&window, QPoint(0, 0));
    return window.grab(QRect(corner, widget.size()).adjusted(-3, -3, 3, 3)).toImage();
}

void check(QWidget& window)
{
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QList<QWidget*> stops = tabStops(window);
    QVERIFY(!stops.isEmpty());
    QStringList faults;
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        const QSet<QWidget*> visited = walk(window, key, 2 * stops.size() + 8);
        for (const QWidget* stop : stops)
            if (!isReached(stop, visited))
                faults << describe(stop) + QStringLiteral(" is not reached");
    }
    for (QWidget* stop : stops) {
        if (nameOf(stop).isEmpty())
            faults << describe(stop) + QStringLiteral(" has no accessible name");
        bringIntoSight(stop);
        stop->setFocus(Qt::TabFocusReason);
        const QImage with = pictureOf(window, *stop);
        stop->clearFocus();
        if (with == pictureOf(window, *stop))
            faults << describe(stop) + QStringLiteral(" looks the same with the focus");
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

} // namespace

/// Nothing here names a control: what a window gains is walked over too.
class KeyboardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_themes = std::make_unique<ThemeControl>();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_window->actions().reducedMotion->setChecked(true); // pictures hold still
        m_window->show();
        m_window->session().setFinished(fixtures::normalSession(30), {});
        m_window->cursor().show(7);
    }
    void cleanup()
    {
        m_window.reset();
        m_themes.reset();
    }

    void theLaboratory_data() { themes(); }
    void theLaboratory()
    {
        m_themes->choose(theme());
        check(*m_window);
    }

    void theLaboratoryBeforeTheFirstRun()
    {
        m_window->session().setExperiment(fixtures::normalExperiment(10));
        check(*m_window);
    }

    void theGallery_data() { themes(); }
    void theGallery()
    {
        m_themes->choose(theme());
        m_window->saves().recents().add(QStringLiteral("/nowhere/at.hareloom"), QStringLiteral("Lost"));
        m_window->showGallery();
        check(*m_window);
    }

    void theMessage()
    {
        m_window->say(QStringLiteral("Something is not as it should be."));
        check(*m_window);
    }

    // Whatever an action opens without a question to the system.
    void theDialogs()
    {
        const Actions& a = m_window->actions();
        for (QAction* action : {a.preferences, a.shortcuts, a.documentation, a.glossary, a.about}) {
            action->trigger();
            QTRY_VERIFY(m_window->findChild<QDialog*>());
            auto* dialog = m_window->findChild<QDialog*>();
            check(*dialog);
            dialog->close();
            QTRY_VERIFY(!m_window->findChild<QDialog*>());
        }
    }

private:
    static void themes()
    {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << int(ThemeChoice::Light);
        QTest::newRow("dark") << int(ThemeChoice::Dark);
    }
    static ThemeChoice theme()
    {
        QFETCH(int, choice);
        return static_cast<ThemeChoice>(choice);
    }

    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;
};

HARELOOM_UI_TEST(KeyboardTest)
#include "KeyboardTest.moc"
