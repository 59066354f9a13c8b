// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

/// A page in Chromium, without a window and without a network: asked by a script of the test's, which stands
/// outside of the page, in a frame around it.
namespace hareloom::ui {

class Browser
{
public:
    /// Empty where there is none.
    static QString program()
    {
        for (const char* name : {"chromium", "chromium-browser", "google-chrome"})
            if (const QString found = QStandardPaths::findExecutable(name); !found.isEmpty())
                return found;
        return {};
    }

    /// What `script` returns: the body of an async function that knows `page`, the page's window, `doc`, its
    /// document, and wait(ms). `address`: after "#".
    QJsonValue ask(const QByteArray& html, const QString& script, const QString& address = {},
                   int width = 1280)
    {
        write("page.html", html);
        write(
            "around.html",
            QStringLiteral(
                "<!DOCTYPE html><meta charset=\"utf-8\"><iframe id=\"frame\" src=\"page.html#%1\" "
                "width=\"%2\" "
                "height=\"900\" style=\"border:0\"></iframe><pre id=\"answer\"></pre><script>\n"
                "const wait = (ms) => new Promise((done) => setTimeout(done, ms));\n"
                "const frame = document.getElementById('frame');\n"
                "frame.onload = async () => {\n"
                "const page = frame.contentWindow, doc = page.document;\nlet said;\n"
                "try { await wait(100); said = {answer: await (async () => {%3})()}; }\n"
                "catch (error) { said = {error: String(error)}; }\n"
                "const bytes = new TextEncoder().encode(JSON.stringify(said));\n"
                "document.getElementById('answer').textContent = '@' + btoa(String.fromCharCode(...bytes)) + "
                "'@';\n};\n</script>")
                .arg(address)
                .arg(width)
                .arg(script)
                .toUtf8());
        return start(width);
    }
    /// What the page's script complained of in the last ask().
    const QString& complaints() const { return m_complaints; }

private:
    void write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", name);
    }

    QJsonValue start(int width)
    {
        QProcess chromium;
        chromium.start(program(),
                       {"--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                        "--allow-file-access-from-files", "--enable-logging=stderr",
                        "--proxy-server=127.0.0.1:9", "--user-data-dir=" + m_folder.filePath("profile"),
                        QStringLiteral("--window-size=%1,1000").arg(width + 40),
                        "--virtual-time-budget=60000", "--dump-dom",
                        "file://" + m_folder.filePath("around.html")});
        if (!chromium.waitForFinished(120'000))
            qFatal("chromium: %s", qPrintable(chromium.errorString()));
        const QByteArray dumped = chromium.readAllStandardOutput();
        m_complaints.clear();
        for (const QByteArray& line : chromium.readAllStandardError().split('\n'))
            if (line.contains(":CONSOLE") && line.contains("page.html"))
                m_complaints += QString::fromUtf8(line) + QLatin1Char('\n');
        const qsizetype from = dumped.indexOf("id=\"answer\">@") + 13, to = dumped.indexOf('@', from);
        if (from < 13 || to < from)
            qFatal("chromium gave no answer: %s", dumped.right(2000).constData());
        const QJsonObject said =
            QJsonDocument::fromJson(QByteArray::fromBase64(dumped.mid(from, to - from))).object();
        if (said.contains("error"))
            qFatal("the script failed: %s", qPrintable(said["error"].toString()));
        return said["answer"];
    }

    QTemporaryDir m_folder;
    QString m_complaints;
};

} // namespace hareloom::ui
