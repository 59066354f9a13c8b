// SPDX-License-Identifier: GPL-3.0-or-later
// The tests of one room are one program. Each QtTest class signs up with HARELOOM_TEST, and ctest starts the program
// once for each class: `test_ROOM CLASS [ARGUMENT OF QtTest]...`. A program links once what all its classes need.
#pragma once

#include <QtTest>

namespace hareloom::test {

/// Runs one class; returns QTest::qExec's exit status: how many of its tests failed.
using RunClass = int (*)(int argc, char** argv);

/// Adds a class to the program. Called before main(), in any order. Returns true, for a static variable to hold.
bool signUp(const char* name, RunClass run);

/// Runs the tests of `Test` within an application of the kind that they need. It is called as the class, so that
/// settings, recordings and caches of classes that run at once are not the same files.
template<class Test, class Application>
int runWithin(int argc, char** argv)
{
    Application application(argc, argv);
    application.setAttribute(Qt::AA_Use96Dpi);
    application.setApplicationName(Test::staticMetaObject.className());
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace hareloom::test

/// Last in the file of a test class that needs no window.
#define HARELOOM_TEST(Class)                                                                                      \
    [[maybe_unused]] static const bool signedUp##Class =                                                          \
        hareloom::test::signUp(#Class, &hareloom::test::runWithin<Class, QCoreApplication>);

/// The same for one that shows widgets or paints.
#define HARELOOM_UI_TEST(Class)                                                                                   \
    [[maybe_unused]] static const bool signedUp##Class =                                                          \
        hareloom::test::signUp(#Class, &hareloom::test::runWithin<Class, QApplication>);
