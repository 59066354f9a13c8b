// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/Fixtures.h"
#include "ui/lesson/LessonPanel.h"
#include "ui/lesson/LessonPlayer.h"
#include "ui/window/LessonController.h"
#include "ui/window/MainWindow.h"

#include <QtTest>

#include <memory>

namespace hareloom::ui::fixtures {

/// A window on the smallest screen, in which lessons are taken.
class LessonBench
{
protected:
    /// Somebody's first window: nothing is remembered.
    void open()
    {
        isolate();
        m_themes = std::make_unique<ThemeControl>();
        makeWindow();
    }
    void close()
    {
        m_window.reset();
        m_themes.reset();
    }
    /// In place of the one there is, as if the program was started again.
    void makeWindow()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_window->resize(1024, 600);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    LessonController& lessons() { return m_window->lessons(); }
    LessonPanel& panel() { return lessons().panel(); }
    LessonPlayer& player() { return *lessons().player(); }

    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace hareloom::ui::fixtures
