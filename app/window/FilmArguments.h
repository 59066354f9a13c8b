// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmWish.h"

#include <QList>
#include <QStringList>

#include <optional>

QT_BEGIN_NAMESPACE
class QCommandLineParser;
QT_END_NAMESPACE

namespace hareloom::app {

/// What of a session is filmed.
enum class FilmSubject { Run, Comparison, Window };

/// What the command line asks of films.
struct FilmArguments
{
    QList<ui::FilmFormat> formats; // empty: no film
    FilmSubject subject = FilmSubject::Run;
    QString view;       // a way of looking, as the window calls it; empty: the first
    QStringList beside; // further sessions of a comparison
    ui::FilmLook look;
    std::optional<double>
        speed; // generations a second; the usual one of each format unless given, as all below
    std::optional<int> framesPerSecond;
    std::optional<bool> glides;
    std::optional<double> firstStill, lastStill; // seconds

    bool isAsked() const { return !formats.isEmpty(); }
};

void declareFilm(QCommandLineParser& parser);
/// All but the formats, `look.theme` and what takeAway() takes. Errors: InvalidInput.
Result<void> readFilm(const QCommandLineParser& parser, FilmArguments& film);
/// Takes away a part of a film: title, charts, story. False for any other word.
bool takeAway(const QString& part, FilmArguments& film);

} // namespace hareloom::app
