// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Session.h"
#include "ui/session/LabSession.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hareloom::ui {

/// A chain whose models the page shows.
struct PageColumn
{
    const LabSession* session = nullptr; // never null; holds at least one generation of the chain
    ChainIndex chain = 0;
    QString title; // what tells it from the other columns; of one column: may be empty
};

/// More columns than this have no room beside each other.
inline constexpr std::size_t kMostPageColumns = 6;

/// What is to be on a page that plays. Sessions outlive the request.
struct PageRequest
{
    std::vector<PageColumn> columns;  // 1 to kMostPageColumns; models of all of them stand side by side
    std::vector<std::string> metrics; // charts, in this order; empty: those that the experiment names
    int generation = 0;               // that is shown first
    bool hidesFuture = false;         // charts begin with nothing of later generations
    std::optional<Provenance> made;   // of the session's file
};

/// What happened to the chain of one column, in sentences.
struct PageStory
{
    QString title;                         // of the column; empty where there is one
    QList<std::pair<int, QString>> events; // generation, sentence with its reason
    QString end;                           // what became of it; empty while it goes on
};

/// An experiment behind a page, as JSON.
struct PageExperiment
{
    QString title;
    QByteArray json;
};

/// A work that the experiments follow.
struct PageSource
{
    QString words, address; // address: https; empty where there is none
};

/// Everything that a page says, before it is set as HTML. Nothing in it is not in the runs.
struct Page
{
    QString title, question, story, origin;
    QStringList notes; // what is left out, and what the lines are
    std::vector<PageStory> stories;
    QStringList differenceHeader;   // columns that differ in settings; else empty
    QList<QStringList> differences; // a row a setting
    std::vector<PageExperiment> experiments;
    QList<std::pair<QString, QString>> provenance;
    std::vector<PageSource> sources;
    QString address;  // that opens the first column in Hareloom (docs/addresses.md); empty where none can be
                      // written
    QJsonObject data; // what the script draws: docs/pages.md
};

/// The variants of a finished run side by side, their chain `replicate`; those beyond kMostPageColumns are
/// left out.
std::vector<PageColumn> columnsOf(const LabSession& session, int replicate = 0);

/// Told how much of a page is made, in [0, 1], often; says whether to go on.
using PageProgress = std::function<bool(double share)>;

/// At most a second for a run of 200 generations; a long one is thinned, and so are walls of pictures that
/// would make the page heavy; the page says so. The thread of the request's sessions. Errors: Stopped, soon
/// after `goesOn` said so.
Result<Page> makePage(const PageRequest& request, const PageProgress& goesOn);
/// The same to its end.
Page makePage(const PageRequest& request);

/// One file: nothing is loaded from anywhere, its own script alone runs, and whatever a run's data hold is
/// text.
QByteArray pageHtml(const Page& page);

} // namespace hareloom::ui
