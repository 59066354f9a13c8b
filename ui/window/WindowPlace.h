// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Answers.h"
#include "ui/session/LabSession.h"
#include "ui/stage/Stage.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace hareloom::ui {

/// A lesson that is on, for a window that goes on with it.
struct LessonPlace
{
    QString place; // as LessonController::start() takes it; empty: of the experiment on the bench
    bool isOn = false;
    LessonAnswers answers;
    LessonPrediction draft; // of an answer that is only begun
};

/// What one window hands to another that takes its place: the bench with its run, and where its user was.
struct WindowPlace
{
    std::unique_ptr<LabSession> session; // never null; a run goes on meanwhile
    QString preset, sweepFolder;         // what is on the bench came from; empty: neither
    QString file;                        // that the user opened or saved
    Experiment draft;                    // the recipe
    int shown = 0;                       // generation
    bool isFollowing = true;
    ChainIndex chain = 0;
    StageOptions look;
    bool isGallery = false, isCompared = false, isSweep = false;
    QByteArray geometry;
    LessonPlace lesson;
};

} // namespace hareloom::ui
