// SPDX-License-Identifier: GPL-3.0-or-later
// The commands on language models: lm logits, lm score, lm generate, pretrain.
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace hareloom::test;

namespace {

const QString kFixture = QString(HARELOOM_SOURCE_DIR) + "/tests/neural/fixtures/opt";

QJsonObject objectIn(const QString& out)
{
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

QJsonObject expected()
{
    QFile file(kFixture + "/expected.json");
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QByteArray compact(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

void expectRefusal(const Outcome& outcome, const QStringList& says)
{
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err.count('\n'), 1);
    for (const QString& part : says)
        QVERIFY2(outcome.err.contains(part), qPrintable(outcome.err));
}

/// A text with something to learn: sentences of few words.
QString corpus(const QTemporaryDir& folder)
{
    QByteArray text;
    for (int i = 0; i < 1200; ++i)
        text += QByteArray("The hare number ") + QByteArray::number(i % 7) + " runs to the " +
                (i % 3 == 0   ? "church"
                 : i % 3 == 1 ? "tower"
                              : "river") +
                " and back.\n" + (i % 10 == 0 ? "\n" : "");
    return written(folder, "hares.txt", text);
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_model; // pretrained here

    QStringList pretraining(const QString& out) const
    {
        return {"pretrain",
                "--corpus",
                m_folder.filePath("hares.txt"),
                "--out",
                out,
                "--vocabulary",
                "300",
                "--hidden",
                "32",
                "--layers",
                "2",
                "--heads",
                "4",
                "--positions",
                "96",
                "--block",
                "32",
                "--steps",
                "60",
                "--batch",
                "8",
                "--learning-rate",
                "0.01",
                "--seed",
                "5"};
    }

    /// A chain of one generation on the corpus, with a prompt.
    QString chainOn(const QTemporaryDir& place, const QString& base) const
    {
        return written(
            place, "chain.json",
            QString(R"({"schema": 1, "family": "language", "generations": 0, "samples": {"size": 8},
                           "source": {"kind": "text", "path": "%1", "blockTokens": 16},
                           "model": {"base": "%2", "epochs": 1, "batch": 8, "writing": "greedy"},
                           "evaluation": {"metrics": ["distinct2"], "prompts": ["The hare number"]}})")
                .arg(m_folder.filePath("hares.txt"), base)
                .toUtf8());
    }

private Q_SLOTS:
    void initTestCase()
    {
        corpus(m_folder);
        m_model = m_folder.filePath("model");
        const Outcome outcome = cli(pretraining(m_model) + QStringList{"--json", "--threads", "2"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const QJsonObject report = objectIn(outcome.out);
        QCOMPARE(report["steps"].toInt(), 60);
        QVERIFY2(report["validationPerplexity"].toDouble() < 30, qPrintable(outcome.out));
        QVERIFY(outcome.err.contains("step 60 of 60"));
        for (const char* file : {"config.json", "model.safetensors", "vocab.json", "merges.txt"})
            QVERIFY2(QFile::exists(m_model + "/" + file), file);
    }

    void aModelIsTheSameForEveryNumberOfThreads()
    {
        const QString other = m_folder.filePath("other");
        QVERIFY(cli(pretraining(other) + QStringList{"--quiet", "--threads", "1"}).status == 0);
        QFile a(m_model + "/model.safetensors"), b(other + "/model.safetensors");
        QVERIFY(a.open(QFile::ReadOnly) && b.open(QFile::ReadOnly));
        QVERIFY(a.readAll() == b.readAll());
        expectRefusal(cli(pretraining(other)), {"--out", "not overwritten"});
        // What cannot be a folder is refused before the training: nothing was said of a step.
        QFile file(m_folder.filePath("file"));
        QVERIFY(file.open(QFile::WriteOnly));
        for (const QString& out : {file.fileName(), file.fileName() + "/model"})
            expectRefusal(cli(pretraining(out)), {file.fileName(), "this is a file"});
    }

    void halfTheSize()
    {
        const QString half = m_folder.filePath("half");
        QVERIFY(cli(pretraining(half) + QStringList{"--quiet", "--half"}).status == 0);
        QVERIFY(QFileInfo(half + "/model.safetensors").size() * 3 <
                QFileInfo(m_model + "/model.safetensors").size() * 2);
        QVERIFY(cli({"lm", "generate", "--model", half, "--prompt", "The hare"}).status == 0);
    }

    void logitsArePyTorchs()
    {
        const QJsonObject wanted = expected();
        const QString ids = written(m_folder, "ids.json", compact(wanted["ids"].toArray()));
        const Outcome outcome = cli({"lm", "logits", "--model", kFixture, "--ids-file", ids, "--json"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const QJsonArray found = objectIn(outcome.out)["logits"].toArray(), rows = wanted["logits"].toArray();
        QCOMPARE(found.size(), rows.size());
        for (int r = 0; r < rows.size(); ++r)
            for (int t = 0; t < rows[r].toArray().size(); ++t)
                for (int v = 0; v < rows[r][t].toArray().size(); ++v)
                    QVERIFY(std::abs(found[r][t][v].toDouble() - rows[r][t][v].toDouble()) < 1e-4);
    }

    void paddingOnTheLeftChangesNothing()
    {
        const QString ids = written(m_folder, "padded.json", "[[1, 1, 2, 5, 9], [2, 5, 9, 4, 4]]"),
                      mask = written(m_folder, "mask.json", "[[0, 0, 1, 1, 1], [1, 1, 1, 1, 1]]");
        const Outcome outcome =
            cli({"lm", "logits", "--model", kFixture, "--ids-file", ids, "--pad-mask", mask, "--json"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const QJsonArray logits = objectIn(outcome.out)["logits"].toArray();
        for (int t = 0; t < 3; ++t)
            for (int v = 0; v < 23; ++v)
                QVERIFY(std::abs(logits[0][t + 2][v].toDouble() - logits[1][t][v].toDouble()) < 1e-5);
    }

    void scoreIsThePerplexityOfBlocks()
    {
        const Outcome outcome = cli({"lm", "score", "--model", m_model, "--text-file",
                                     m_folder.filePath("hares.txt"), "--block", "32", "--json"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const QJsonObject score = objectIn(outcome.out);
        const QJsonArray blocks = score["blocks"].toArray();
        QCOMPARE(blocks.size(), score["tokens"].toInt() / 32);
        double nats = 0;
        for (const QJsonValue& block : blocks)
            nats += std::log(block.toDouble());
        QVERIFY(
            std::abs(std::exp(nats / static_cast<double>(blocks.size())) / score["perplexity"].toDouble() -
                     1) < 1e-9);
    }

    void textsAreContinued()
    {
        const QStringList call = {"lm",       "generate",          "--model",          m_model,
                                  "--prompt", "The hare number 3", "--max-new-tokens", "12",
                                  "--json"};
        const Outcome beams = cli(
            call + QStringList{"--beams", "3", "--num-return-sequences", "2", "--early-stopping", "never"});
        QVERIFY2(beams.status == 0, qPrintable(beams.err));
        const QJsonObject found = objectIn(beams.out);
        QCOMPARE(found["sequences"].toArray().size(), 2);
        QVERIFY(found["scores"][0].toDouble() >= found["scores"][1].toDouble());
        QVERIFY(found["texts"][0].toString().startsWith("The hare number 3"));
        QCOMPARE(found["sequences"][0].toArray().size(), found["sequences"][1].toArray().size());
        const QStringList byChance = {"--top-p", "0.9", "--temperature", "2"};
        const QString one = cli(call + byChance).out,
                      two = cli(call + byChance + QStringList{"--seed", "2"}).out;
        QCOMPARE(cli(call + byChance).out, one);
        QVERIFY(one != two && !one.isEmpty());
        // Ids alone need no tokenizer.
        const QString ids = written(m_folder, "prompts.json", "[[2, 5], [2, 9]]");
        const Outcome plain = cli(
            {"lm", "generate", "--model", kFixture, "--ids-file", ids, "--max-new-tokens", "3", "--json"});
        QVERIFY2(plain.status == 0, qPrintable(plain.err));
        QVERIFY(objectIn(plain.out)["texts"][0].isNull() && objectIn(plain.out)["scores"][0].isNull());
    }

    void whatCannotBeIsRefused()
    {
        const QString ids = written(m_folder, "bad.json", "[[2, 99]]"),
                      none = written(m_folder, "none.json", "[[2, \"x\"]]");
        expectRefusal(cli({"lm", "logits", "--model", kFixture, "--ids-file", ids}),
                      {"99", "It must lie between 0 and"});
        expectRefusal(cli({"lm", "logits", "--model", kFixture, "--ids-file", none}),
                      {"none.json", "a JSON array of"});
        expectRefusal(cli({"lm", "logits", "--model", m_folder.path(), "--ids-file", ids}), {"config.json"});
        expectRefusal(cli({"lm", "generate", "--model", kFixture}), {"--prompt", "--ids-file"});
        expectRefusal(
            cli({"lm", "generate", "--model", m_model, "--prompt", "x", "--early-stopping", "maybe"}),
            {"maybe", "never"});
        expectRefusal(
            cli({"lm", "generate", "--model", m_model, "--prompt", "x", "--beams", "2", "--top-k", "3"}),
            {"--beams is 2. It must be 1"});
        expectRefusal(cli({"lm", "generate", "--model", m_model, "--prompt", "x", "--max-new-tokens", "900"}),
                      {"--max-new-tokens is 900. It must be at most", "96 together"});
        for (const auto& [option, value] :
             {std::pair("--batch", "0"), {"--heads", "5"}, {"--learning-rate", "99"}}) {
            QStringList arguments = pretraining(m_folder.filePath("new")) + QStringList{"--quiet"};
            arguments[arguments.indexOf(option) + 1] = value;
            expectRefusal(cli(arguments), {QString(option) + " is " + value + ". It must "});
        }
        expectRefusal(
            cli(pretraining(m_folder.filePath("new")) + QStringList{"--ffn", "-1", "--dropout", "2"}),
            {"--dropout is 2. It must lie between 0 and"});
        expectRefusal(cli(pretraining(m_folder.filePath("new")) + QStringList{"--schedule", "steep"}),
                      {"--schedule is \"steep\". It must be linear, cosine or constant."});
        QVERIFY(!QDir(m_folder.filePath("new")).exists());
    }

    void ofSeveralEndsTheFirstCounts()
    {
        QFile config(m_model + "/config.json");
        QVERIFY(config.open(QFile::ReadOnly));
        const QByteArray content = config.readAll();
        const int eos = QJsonDocument::fromJson(content).object()["eos_token_id"].toInt(-1);
        const auto with = [&](const QByteArray& value) {
            const QTemporaryDir place;
            for (const char* file : {"model.safetensors", "vocab.json", "merges.txt"})
                QFile::copy(m_model + "/" + file, place.filePath(file));
            QJsonObject object = QJsonDocument::fromJson(content).object();
            object["eos_token_id"] = QJsonDocument::fromJson(value).array();
            written(place, "config.json", QJsonDocument(object).toJson());
            return cli({"lm", "generate", "--model", place.path(), "--prompt", "The hare", "--json"});
        };
        const Outcome alone = cli({"lm", "generate", "--model", m_model, "--prompt", "The hare", "--json"});
        const Outcome first = with("[" + QByteArray::number(eos) + ", 5]");
        QVERIFY2(first.status == 0, qPrintable(first.err));
        QCOMPARE(first.out, alone.out);
        expectRefusal(with("[99999, 5]"), {"eos_token_id", "99999"});
    }

    void aChainIsRefusedBeforeItTrains_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QString>("weights"); // in the place of the model's; empty: those
        QTest::addColumn<QString>("says");
        QTest::newRow("a phrase that stands nowhere")
            << QStringList{"evaluation.prompts=[\"@the moth\"]"} << QString() << "evaluation.prompts: ";
        QTest::newRow("a prompt without a token") << QStringList{"evaluation.prompts=[\"The hare\", \"\"]"}
                                                  << "no bos" << "no token to go on from";
        QTest::newRow("blocks for which it has no positions")
            << QStringList{"source.blockTokens=64"} << QString() << "source.blockTokens is 64. It must";
        QTest::newRow("too many beams")
            << QStringList{"model.writing=beams", "model.beams=200"} << QString() << "model.beams is 200. It must";
        QTest::newRow("no weights") << QStringList() << "none"
                                    << "there are no weights";
        QTest::newRow("damaged weights") << QStringList() << "x"
                                         << "safetensors";
        QTest::newRow("a pointer") << QStringList() << "version https://git-lfs.github.com/spec/v1\noid x\n"
                                   << "a pointer of Git LFS";
        QTest::newRow("no text") << QStringList{"source.path=nowhere.txt"} << QString() << "nowhere.txt";
    }
    void aChainIsRefusedBeforeItTrains()
    {
        QFETCH(QStringList, settings);
        QFETCH(QString, weights);
        QFETCH(QString, says);
        const QTemporaryDir place;
        QString base = m_model;
        if (!weights.isEmpty()) {
            base = place.path();
            for (const char* file : {"config.json", "vocab.json", "merges.txt", "tokenizer_config.json",
                                     "special_tokens_map.json"})
                QVERIFY(QFile::copy(m_model + "/" + file, place.filePath(file)));
            if (weights == "no bos") {
                QVERIFY(QFile::copy(m_model + "/model.safetensors", place.filePath("model.safetensors")));
                QFile::remove(place.filePath("tokenizer_config.json"));
                written(place, "tokenizer_config.json", R"({"add_bos_token": false})");
            } else if (weights != "none")
                written(place, "model.safetensors", weights.toUtf8());
        }
        const QString experiment = chainOn(place, base), out = place.filePath("out.hareloom");
        QStringList changes;
        for (const QString& setting : settings)
            changes << "--set" << setting;
        expectRefusal(cli(QStringList{"estimate", experiment} + changes), {says});
        expectRefusal(cli(QStringList{"run", experiment, "--quiet", "--out", out} + changes), {says});
        QVERIFY(!QFile::exists(out));
    }

    // 96 positions, so that a prompt and 96 more tokens do not fit.
    void aSmallModelAnswersAsFarAsItCan()
    {
        const QTemporaryDir place;
        const QString out = place.filePath("out.hareloom");
        const Outcome outcome = cli({"run", chainOn(place, m_model), "--quiet", "--out", out});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(cli({"verify", out}).status, 0);
        const Outcome texts = cli({"texts", out});
        QVERIFY2(texts.status == 0, qPrintable(texts.err));
        QVERIFY(texts.out.contains("Prompt 1\nThe hare number\n\nGeneration 0\n"));
        QVERIFY(cli({"texts", out, "--format", "csv"}).out.startsWith("generation,kind,number,prompt,text"));
        expectRefusal(cli({"texts", out, "--chain", "1"}), {"--chain: there is no chain 1"});
    }

    void aChainThatWritesNothingHasNoTexts()
    {
        const QString out = m_folder.filePath("numbers.hareloom");
        QCOMPARE(cli({"run", "gaussian-replace", "--generations", "1", "--chains", "1", "--quiet", "--out", out}).status, 0);
        expectRefusal(cli({"texts", out}), {"has no texts"});
    }
};

HARELOOM_TEST(LanguageTest)
#include "LanguageTest.moc"
