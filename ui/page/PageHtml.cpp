// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/QrCode.h"
#include "core/text/Markup.h"
#include "ui/page/Page.h"
#include "ui/page/PageColours.h"
#include "ui/page/PageWords.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QMap>

namespace hareloom::ui {

namespace {

// One after another they are the page's one script.
const char* const kScripts[] = {"words",       "axes",          "plot",          "player",     "table",
                                "charts",      "stage-density", "stage-scatter", "stage-bars", "stage-images",
                                "stage-texts", "stage-regression", "columns", "main"};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Page)
};

QByteArray resource(const QString& name)
{
    QFile file(QStringLiteral(":/hareloom/page/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray script()
{
    QByteArray all;
    for (const char* name : kScripts)
        all += resource(QLatin1String(name) + QStringLiteral(".js"));
    return all;
}

/// As a content security policy names it.
QByteArray hashOf(const QByteArray& text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + '\'';
}

QByteArray policy(const QByteArray& style, const QByteArray& script)
{
    return "default-src 'none'; script-src " + hashOf(script) + "; style-src " + hashOf(style) +
           "; img-src data:; base-uri 'none'; form-action 'none'";
}

QByteArray escaped(const QString& text)
{
    return QByteArray::fromStdString(xmlText(text.toUtf8().toStdString()));
}

/// No text in it ends the element that it stands in, and no character of it is one that HTML forbids.
QByteArray jsonInHtml(const QJsonObject& object)
{
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    text.replace("\xE2\x80\xA8", "\\u2028").replace("\xE2\x80\xA9", "\\u2029");
    return QByteArray::fromStdString(xmlCharacters(text.toStdString()));
}

QByteArray element(const char* tag, const QString& text, const char* attributes = "")
{
    return text.isEmpty() ? QByteArray()
                          : QByteArray("<") + tag + ' ' + attributes + " dir=\"auto\">" + escaped(text) +
                                "</" + tag + ">\n";
}

QByteArray paragraphs(const QStringList& texts)
{
    QByteArray html;
    for (const QString& text : texts)
        html += element("p", text, "class=\"muted\"");
    return html;
}

QByteArray stories(const std::vector<PageStory>& stories)
{
    QByteArray html;
    for (const PageStory& story : stories) {
        if (story.events.isEmpty() && story.end.isEmpty())
            continue;
        html += "<div>" + element("h3", story.title) + "<ol class=\"events\">\n";
        for (const auto& [generation, sentence] : story.events)
            html += "<li dir=\"auto\"><a href=\"#generation=" + QByteArray::number(generation) + "\">" +
                    escaped(sentence) + "</a></li>\n";
        html += "</ol>\n" + element("p", story.end, "class=\"end\"") + "</div>\n";
    }
    return html.isEmpty()
               ? html
               : element("h2", Words::tr("What happened")) + "<div class=\"stories\">" + html + "</div>\n";
}

QByteArray row(const QStringList& cells, const char* tag)
{
    QByteArray html = "<tr>";
    for (const QString& cell : cells)
        html += QByteArray("<") + tag + " dir=\"auto\">" + escaped(cell) + "</" + tag + '>';
    return html + "</tr>\n";
}

QByteArray differences(const Page& page)
{
    if (page.differences.isEmpty())
        return {};
    QByteArray html = element("h2", Words::tr("What they differ in")) +
                      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                      escaped(Words::tr("What they differ in")) + "\"><table class=\"words\"><thead>" +
                      row(page.differenceHeader, "th") + "</thead><tbody>\n";
    for (const QStringList& cells : page.differences)
        html += row(cells, "td");
    return html + "</tbody></table></div>\n";
}

QByteArray experiments(const Page& page)
{
    QByteArray html;
    for (const PageExperiment& experiment : page.experiments) {
        const QString summary = page.experiments.size() > 1 ? Words::tr("The experiment: %1").arg(experiment.title)
                                                            : Words::tr("The experiment");
        html += "<details class=\"experiment\"><summary dir=\"auto\">" + escaped(summary) + "</summary>\n" +
                element("p",
                        Words::tr("In Hareloom, save this as a file that ends in .json and open it, or run it with "
                           "hareloom-cli run."),
                        "class=\"muted\"") +
                "<pre tabindex=\"0\">" + escaped(QString::fromUtf8(experiment.json)) + "</pre></details>\n";
    }
    return html;
}

QByteArray origins(const Page& page)
{
    QByteArray html = "<dl>\n";
    for (const auto& [name, value] : page.provenance)
        html += "<dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd>\n";
    html += "</dl>\n";
    if (page.sources.empty())
        return html;
    html += element("h3", Words::tr("What the experiment follows")) + "<ul class=\"sources\">\n";
    for (const PageSource& source : page.sources)
        html += "<li>" + escaped(source.words) +
                (source.address.isEmpty() ? QByteArray()
                                          : " <a rel=\"noreferrer\" href=\"" + escaped(source.address) +
                                                "\">" + escaped(source.address) + "</a>") +
                "</li>\n";
    return html + "</ul>\n";
}

/// To be clicked on a screen, and to be scanned from a wall.
QByteArray address(const Page& page)
{
    if (page.address.isEmpty())
        return {};
    const QByteArray text = escaped(page.address);
    QByteArray html = "<p class=\"address\">" + escaped(Words::tr("To open this moment in Hareloom, click or scan:")) +
                      " <a rel=\"noreferrer\" href=\"" + text + "\">" + text + "</a></p>\n";
    if (const auto svg = qrSvg(page.address.toStdString()))
        html += "<img class=\"qr\" alt=\"" + escaped(Words::tr("QR code of this address")) +
                "\" src=\"data:image/svg+xml;base64," + QByteArray::fromStdString(*svg).toBase64() + "\">\n";
    return html;
}

/// `{{name}}` by what it stands for, in one pass: what is put in is not looked into.
QByteArray filled(const QByteArray& pattern, const QMap<QByteArray, QByteArray>& values)
{
    QByteArray html;
    qsizetype from = 0;
    for (qsizetype at = pattern.indexOf("{{"); at >= 0; at = pattern.indexOf("{{", from)) {
        const qsizetype end = pattern.indexOf("}}", at);
        html += pattern.mid(from, at - from) + values[pattern.mid(at + 2, end - at - 2)];
        from = end + 2;
    }
    return html + pattern.mid(from);
}

} // namespace

QByteArray pageHtml(const Page& page)
{
    const QByteArray style = pageColourRules() + resource(QStringLiteral("page.css")), code = script();
    return filled(
        resource(QStringLiteral("page.html")),
        {{"policy", policy(style, code)},
         {"lang", pageLanguage().toLatin1()},
         {"generator", escaped(QStringLiteral("Hareloom ") + QCoreApplication::applicationVersion())},
         {"origin", escaped(page.origin)},
         {"style", style},
         {"title", element("h1", page.title)},
         {"question", element("p", page.question, "class=\"question\"")},
         {"story", element("p", page.story, "class=\"story\"")},
         {"noscript", escaped(Words::tr("The browser runs no scripts here, so nothing plays; what happened, and the "
                                 "experiment, are below."))},
         {"notes", paragraphs(page.notes)},
         {"stories", stories(page.stories)},
         {"differences", differences(page)},
         {"from", element("h2", Words::tr("Where it comes from"))},
         {"experiments", experiments(page)},
         {"origins", origins(page) + address(page)},
         {"data", jsonInHtml(page.data)},
         {"script", code}});
}

} // namespace hareloom::ui
