// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/LatestJob.h"
#include "ui/session/LabSession.h"
#include "ui/stage/Stage.h"

#include <QObject>

namespace hareloom::ui {

/// What is known of the source before anything has run.
struct RealData
{
    RowsPtr rows; // at most kMostDrawnRows of what generation 0 of this replicate is fitted on
    /// What the numbers in "mean[0]", "classShare[0]" and "topicShare[0]" stand for: variables; of images,
    /// their classes; of text, kinds of topics. Empty where they have no names.
    std::vector<std::string> variableNames;
    /// What states, variables, classes or kinds of topics are called in sentences (namesIn() of core/family).
    std::vector<std::string> names = {};
    std::int64_t states = 0;                  // of rows that are states, else 0
    int imageWidth = 0, imageHeight = 0;      // of rows that are images, else 0
    std::vector<std::string> classNames = {}; // of images with labels, and of states
    std::shared_ptr<const Source> distribution =
        nullptr;                         // that rows are drawn from; null: they are a table's
    std::vector<std::string> texts = {}; // the first rows of a text, in words; `rows` is null then
    bool areOthers =
        false; // not those that the run began with: there are no rows, texts or distribution then
};

/// Reads an experiment's source on a thread of its own: a table may be long. GUI thread.
class RealRows : public QObject
{
    Q_OBJECT
public:
    explicit RealRows(QObject* parent = nullptr);

    /// Ends in ready() or failed(); an earlier request that is still under way is forgotten.
    void load(const LabSession& session, ChainIndex chain);
    /// The same, at once and on this thread.
    static Result<RealData> read(const LabSession& session, ChainIndex chain);
    /// `began`: SourceRecord::digest of the data that the run began with; empty: not known.
    static Result<RealData> read(const Experiment& experiment, int replicate, const std::string& began = {});

Q_SIGNALS:
    void ready(const hareloom::ui::RealData& data);
    void failed(const QString& sentence);

private:
    LatestJob<RealData> m_job;
};

/// What is said of real data that are not those that a run began with; the source's path is named.
QString otherDataText(const std::string& path);

} // namespace hareloom::ui
