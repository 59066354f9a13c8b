// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/SessionReading.h"

#include "core/store/Session.h"
#include "ui/paths/PathBytes.h"

#include <QApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QProgressBar>
#include <QProgressDialog>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

namespace hareloom::ui {

namespace {

constexpr int kLookMs = 50;        // how often the dialog looks how far the thread is
constexpr int kShownAfterMs = 400; // what is over before shows none

bool keepsAllModels(const QString& path)
{
    const auto session = Session::openReadOnly(bytesOf(path));
    return !session || (*session)->snapshotEvery() == 1; // what cannot be opened is refused by who reads it
}

/// A thread that reads; it is waited for when this goes.
class Reader
{
public:
    explicit Reader(const QString& path)
    {
        const Remaking remaking{m_stop, [this](std::int64_t done, std::int64_t total) {
                                    m_done = done;
                                    m_total = total;
                                }};
        m_thread = std::jthread([this, path, remaking] {
            try {
                m_found.emplace(readSession(path, remaking));
            } catch (const std::exception& problem) {
                m_found.emplace(systemError(bytesOf(path) + ": " + problem.what()));
            }
            m_isOver = true;
        });
    }

    bool isOver() const { return m_isOver; }
    /// 0 to 1000.
    int perMille() const
    {
        const std::int64_t total = m_total;
        return total > 0 ? static_cast<int>(1000 * std::min<std::int64_t>(m_done, total) / total) : 0;
    }
    void requestStop() { m_stop.requestStop(); }
    /// Once it is over.
    Result<SessionContents> found()
    {
        m_thread.join();
        return *std::move(m_found);
    }

private:
    StopSource m_stop;
    std::atomic<std::int64_t> m_done = 0, m_total = 0;
    std::atomic<bool> m_isOver = false;
    std::optional<Result<SessionContents>> m_found;
    std::jthread m_thread; // the last one: it uses the others
};

} // namespace

Result<SessionContents> readSessionWatched(const QString& path)
{
    if (keepsAllModels(path))
        return readSession(path);
    Reader reader(path);
    QProgressDialog dialog(QCoreApplication::translate("SessionReading", "Making the models of %1 again…")
                               .arg(QFileInfo(path).fileName()),
                           QCoreApplication::translate("SessionReading", "Stop"), 0, 1000,
                           QApplication::activeWindow());
    dialog.setWindowTitle(QCoreApplication::translate("SessionReading", "Opening a session"));
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.setMinimumDuration(kShownAfterMs);
    dialog.findChild<QProgressBar*>()->setTextVisible(false); // the theme's bars are too thin for words
    dialog.setAutoReset(false);
    dialog.setAutoClose(false);
    dialog.setValue(0);
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &dialog, [&] {
        if (reader.isOver())
            loop.quit();
        else if (!dialog.wasCanceled())
            dialog.setValue(reader.perMille());
    });
    QObject::connect(&dialog, &QProgressDialog::canceled, &dialog, [&reader] { reader.requestStop(); });
    look.start(kLookMs);
    loop.exec();
    if (!reader.isOver()) // the program ends
        reader.requestStop();
    return reader.found();
}

} // namespace hareloom::ui
