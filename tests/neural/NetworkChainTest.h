// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Forks.h"
#include "core/store/Session.h"
#include "tests/neural/Runs.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

namespace hareloom::runs {

/// What chains of every family of networks promise, whatever the network is: the same bytes for any number of
/// threads and across a stop, refusals in words, an end with a reason where a training diverges. A family's
/// own test derives from it and runs these beside its own.
class NetworkChainTest : public QObject
{
    Q_OBJECT

protected:
    struct Row
    {
        const char* name;
        QByteArray first, second;
    };

    /// At least 3 generations, with `policy` and more of the model's settings as experimentFrom() takes them.
    virtual Experiment made(const std::string& policy, const std::string& model) const = 0;
    Experiment experiment(const std::string& policy = "{}") const { return made(policy, usualModel()); }
    Experiment experiment(const std::string& policy, const std::string& model) const
    {
        return made(policy, model);
    }
    virtual std::string usualModel() const = 0;
    /// The same experiment, in which every training diverges; called once its data are there.
    virtual Experiment wild() const = 0;
    /// What is said of that training: where it diverged, and the setting that may help.
    virtual std::vector<std::string> saidOfWild() const = 0;
    /// Policies and models whose chains must go on as if they had not been interrupted.
    virtual std::vector<Row> loops() const = 0;
    /// Settings and values that this family refuses.
    virtual std::vector<Row> nonsense() const = 0;
    /// Fails the test where what a view draws differs.
    virtual void compareModels(const Snapshot& a, const Snapshot& b) const = 0;
    virtual std::vector<float> weightsOf(const Snapshot& model) const = 0;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    void compare(const GenerationPtr& a, const GenerationPtr& b) const
    {
        QCOMPARE(a->index, b->index);
        compareModels(*a->snapshot, *b->snapshot);
        QVERIFY(a->metrics.size() == b->metrics.size() && !a->metrics.empty());
        for (std::size_t i = 0; i < a->metrics.size(); ++i)
            QVERIFY2(same(a->metrics[i], b->metrics[i]), a->metrics[i].name->c_str());
    }

    /// The file or folder beside a session; empty: there is none.
    static QString weightsOfGeneration(const QString& session, std::int64_t index)
    {
        const QDir folder(session + ".models");
        const QString stem = QString("chain-0-generation-%1").arg(index);
        for (const QString& entry : folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
            if (QFileInfo(entry).completeBaseName() == stem)
                return folder.filePath(entry);
        return {};
    }

    static void addRows(const char* first, const char* second, const std::vector<Row>& rows)
    {
        QTest::addColumn<QByteArray>(first);
        QTest::addColumn<QByteArray>(second);
        for (const Row& row : rows)
            QTest::newRow(row.name) << row.first << row.second;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void aStopAnywhereLeavesWhatWasMade()
    {
        Experiment brief = experiment("{'realShare': 0.5}", "'epochs': 1");
        brief.generations = 1;
        QVERIFY(stoppedEverywhere(
                    brief, [this](const GenerationPtr& a, const GenerationPtr& b) { compare(a, b); }) > 30);
    }

    void threadsDoNotChangeABit()
    {
        Collector one, two;
        QVERIFY(run(experiment(), one, {}, {1, {}, "cpu"}));
        QVERIFY(run(experiment(), two, {}, {2, {}, "cpu"}));
        QCOMPARE(one.all.size(), two.all.size());
        for (std::size_t g = 0; g < one.all.size(); ++g)
            compare(one.all[g], two.all[g]);
    }

    void aResumedSessionGoesOnTheSame_data() { addRows("policy", "model", loops()); }
    void aResumedSessionGoesOnTheSame()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QByteArray, model);
        const Experiment e = experiment(policy.toStdString(), model.toStdString());
        const auto stopped = static_cast<std::size_t>(e.generations - 2);
        const QString name = path(QTest::currentDataTag()) + ".hareloom";
        Collector whole;
        QVERIFY(run(e, whole, {}, {1, {}, "cpu"}));
        recorded(e, name, static_cast<int>(stopped));
        auto session = Session::open(name.toStdString());
        QVERIFY(session);
        const RunOptions options{1, *(*session)->generations(), "cpu"};
        QCOMPARE(options.resume.size(), stopped + 1);
        Collector rest;
        const auto end = run((*session)->experiment(), rest, {}, options);
        QVERIFY2(end.ok(), end ? "" : end.error().message.c_str());
        QCOMPARE(rest.all.size(), std::size_t{2});
        compare(whole.all[stopped + 1], rest.all[0]);
        compare(whole.all[stopped + 2], rest.all[1]);
        QVERIFY(weightsOf(*whole.all.back()->snapshot) == weightsOf(*rest.all.back()->snapshot));
    }

    void aBranchIsTheRunWithTheseSettings_data()
    {
        std::vector<Row> rows = {{"real share", "policy.realShare", "0.5"},
                                 {"learning rate", "model.learningRate", "0.0005"},
                                 {"everything", "policy.pool", "\"all\""}};
        const Experiment e = experiment();
        if (findField("policy.prompts")->applies(e))
            rows.push_back({"prompts", "policy.prompts", "\"training\""});
        addRows("setting", "value", rows);
    }
    void aBranchIsTheRunWithTheseSettings()
    {
        QFETCH(QByteArray, setting);
        QFETCH(QByteArray, value);
        const Experiment e = experiment();
        const SettingsChange change{2, {{setting.toStdString(), value.toStdString()}}};
        const auto branched = withBranch(e, 0, change);
        QVERIFY2(branched, branched ? "" : branched.error().message.c_str());
        Experiment changed = e;
        changed.events = {change};
        Collector whole;
        QVERIFY(run(changed, whole, {}, {1, {}, "cpu"}));

        const QString name = path(QString("branch-") + QTest::currentDataTag() + ".hareloom");
        recorded(e, name); // which keeps the weights of only some generations
        auto session = Session::open(name.toStdString());
        QVERIFY(session && (*session)->addBranch(0, change) && (*session)->makeResumable());
        const auto kept = (*session)->toResume();
        QVERIFY2(kept.ok(), kept ? "" : kept.error().message.c_str());
        StopSource stop;
        SessionRecorder recorder(**session, stop);
        const auto end = run((*session)->experiment(), recorder, stop.token(), {1, *kept, "cpu"});
        QVERIFY2(end && !recorder.failure(), end ? "" : end.error().message.c_str());
        const auto problems = (*session)->verify();
        QVERIFY2(problems->empty(), problems->empty() ? "" : problems->front().c_str());
        for (std::size_t g = 0; g < whole.all.size(); ++g) {
            const auto made = (*session)->generation(1, static_cast<int>(g));
            QVERIFY2(made.ok(), made ? "" : made.error().message.c_str());
            compare(whole.all[g], *made);
        }
        const auto last = *(*session)->generation(1, static_cast<int>(whole.all.size()) - 1);
        QVERIFY(weightsOf(*whole.all.back()->snapshot) == weightsOf(*last->snapshot));
    }

    void whereTheLastWeightsAreLostARunGoesOnFromThoseBefore()
    {
        const Experiment e = experiment();
        const auto last = static_cast<std::size_t>(e.generations);
        for (const bool areDamaged : {false, true}) {
            const QString name = path(areDamaged ? "damaged.hareloom" : "lost.hareloom");
            const auto whole = recorded(e, name);
            QCOMPARE(whole.size(), last + 1);
            const QString place = weightsOfGeneration(name, e.generations);
            QVERIFY(!place.isEmpty());
            if (!areDamaged) {
                std::filesystem::remove_all(place.toStdString());
            } else {
                QString file = place;
                if (QFileInfo(place).isDir())
                    file += "/model.safetensors";
                QFile weights(file);
                QVERIFY(weights.open(QFile::ReadWrite) && weights.seek(weights.size() - 1));
                char byte = 0;
                QVERIFY(weights.read(&byte, 1) == 1 && weights.seek(weights.size() - 1));
                byte ^= 1;
                QCOMPARE(weights.write(&byte, 1), qint64{1});
            }
            auto session = Session::open(name.toStdString());
            QVERIFY(session && !(*session)->verify()->empty());
            const auto said = (*session)->makeResumable();
            QVERIFY(said && said->size() == 1);
            QVERIFY2(said->front().find("goes on from generation") != std::string::npos,
                     said->front().c_str());
            const auto kept = (*session)->toResume();
            QVERIFY2(kept.ok(), kept ? "" : kept.error().message.c_str());
            StopSource stop;
            SessionRecorder recorder(**session, stop);
            const auto end = run(e, recorder, stop.token(), {1, *kept, "cpu"});
            QVERIFY2(end && !recorder.failure(), end ? "" : end.error().message.c_str());
            const auto problems = (*session)->verify();
            QVERIFY2(problems->empty(), problems->empty() ? "" : problems->front().c_str());
            const auto again = (*session)->generation(0, static_cast<int>(last));
            QVERIFY(again);
            compare(whole[last], *again);
            QVERIFY(weightsOf(*whole[last]->snapshot) == weightsOf(*(*again)->snapshot));
        }
    }

    void aDivergedGenerationIsMarkedAndEndsItsChain()
    {
        Experiment calm = experiment();
        calm.generations = 0;
        Collector sane;
        QVERIFY(run(calm, sane, {}, {1, {}, "cpu"}));
        const Experiment e = wild();
        const QString name = path("wild.hareloom");
        auto session = Session::create(name.toStdString(), e, {"test", "cpu", 1, kSamplingVersion, ""});
        StopSource stop;
        Collector heard;
        {
            SessionRecorder recorder(**session, stop, &heard);
            recorder.onGeneration(sane.all[0]);
            const auto end = run(e, recorder, stop.token(), {1, sane.all, "cpu"});
            QVERIFY2(end.ok(), end ? "" : end.error().message.c_str());
            QVERIFY(*end == RunEnd::Finished);
        }
        QCOMPARE(heard.all.size(), std::size_t{2});
        const Generation& marked = *heard.all[1];
        QCOMPARE(marked.index, 1);
        for (const std::string& words : saidOfWild())
            QVERIFY2(marked.note.find(words) != std::string::npos, marked.note.c_str());
        QVERIFY(!marked.fit.converged && marked.metrics.empty());
        // The fit before it stays the chain's model.
        QVERIFY(weightsOf(*heard.all[1]->snapshot) == weightsOf(*sane.all[0]->snapshot));

        session->reset(); // one at a time writes to it
        session = Session::open(name.toStdString());
        QVERIFY(session && (*session)->verify()->empty());
        const auto held = *(*session)->generations();
        QCOMPARE(held.size(), std::size_t{2});
        QCOMPARE(held[1]->note, marked.note);
        Collector after;
        const auto again = run((*session)->experiment(), after, {}, {1, held, "cpu"});
        QVERIFY2(again.ok(), again ? "" : again.error().message.c_str());
        QVERIFY(after.all.empty()); // the chain has ended
    }

    void realRowsOnWhichTrainingDivergesEndTheRunWithAReason()
    {
        Collector heard;
        const auto end = run(wild(), heard, {}, {1, {}, "cpu"});
        QVERIFY(!end);
        QVERIFY2(end.error().message.find("diverged") != std::string::npos, end.error().message.c_str());
        QVERIFY(heard.all.empty());
    }

    void whatMakesNoSenseIsRefused_data() { addRows("path", "value", nonsense()); }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        Experiment e = experiment();
        const auto set = setField(e, path.toStdString(), value.toStdString());
        const auto valid = set ? validate(e) : set;
        QVERIFY(!valid);
        QVERIFY2(valid.error().message.ends_with('.'), valid.error().message.c_str());
    }
};

} // namespace hareloom::runs
