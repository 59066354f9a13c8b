// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace hareloom::ui {

/// What a user has chosen for good, kept in QSettings; what was never chosen, or cannot be, reads as the
/// default. Any thread. The theme is ThemeControl's.
class Preferences
{
public:
    static constexpr int kLeastFontScale = 80, kMostFontScale = 200;

    /// Threads of the engine, in [1, cores]; 0: automatic.
    static int threads();
    static void setThreads(int threads);
    static int cores();

    /// Where networks train, as chooseDevice() takes it: "auto", "cpu", "cuda:0".
    static std::string device();
    static void setDevice(const std::string& device);

    /// Percent, in [80, 200].
    static int fontScale();
    static void setFontScale(int percent);

    static bool reducedMotion();
    static void setReducedMotion(bool on);

    /// Where file dialogs begin; empty: where the last file was.
    static QString folder();
    static void setFolder(const QString& path);

    /// Where a file dialog should begin now: folder(), or where the last file was.
    static QString startFolder();
    static void setLastFolder(const QString& path);
};

} // namespace hareloom::ui
