// SPDX-License-Identifier: GPL-3.0-or-later
// A run of n-gram models from the first command to the last: any text, in any language.
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QSet>

using namespace hareloom::test;

namespace {

/// Forty short paragraphs of Chinese, of eight sentences.
QByteArray chinese()
{
    static const char* const kSentences[] = {"學而時習之，不亦說乎。",     "有朋自遠方來，不亦樂乎。",
                                             "人不知而不慍，不亦君子乎。", "溫故而知新，可以為師矣。",
                                             "知之為知之，不知為不知。",   "見賢思齊焉。",
                                             "德不孤，必有鄰。",           "三人行，必有我師焉。"};
    QByteArray text;
    for (int paragraph = 0; paragraph < 40; ++paragraph) {
        for (int k = 0; k < 4; ++k)
            text += kSentences[(paragraph * 3 + k * k) % 8];
        text += "\n\n";
    }
    return text;
}

QSet<QChar> charactersOf(const QString& text)
{
    return {text.begin(), text.end()};
}

} // namespace

class NGramTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString experiment(const char* name, const char* model) const
    {
        return written(m_folder, name,
                       QByteArray(R"({"schema": 1, "family": "ngram", "title": "Lunyu",
                           "source": {"kind": "text", "path": "lunyu.txt", "blockTokens": 16}, "samples": {"size": 0},
                           "generations": 6, "seed": 2, "model": )") +
                           model +
                           R"(, "evaluation": {"metrics": ["survivingTokens", "conditionalEntropyNats",
                           "testPerplexity"], "prompts": ["@知之"]}})");
    }

private Q_SLOTS:
    void initTestCase() { written(m_folder, "lunyu.txt", chinese()); }

    void runsStoresAndReads()
    {
        const QString session = m_folder.filePath("lunyu.hareloom");
        const Outcome run =
            cli({"run", experiment("lunyu.json", R"({"units": "characters", "order": 3, "addK": 0.01})"),
                 "--out", session, "--generations", "3"});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        const Outcome sample = cli({"samples", session, "--generation", "3", "--format", "txt"});
        QVERIFY2(sample.status == 0, qPrintable(sample.err));
        QVERIFY(sample.out.contains("不亦"));
        QVERIFY((charactersOf(sample.out) - charactersOf(QString::fromUtf8(chinese()))).isEmpty());
        QCOMPARE(metricsOf(session).count("survivingTokens"), 4);
        const Outcome more = cli({"run", session, "--resume", "--generations", "6"});
        QVERIFY2(more.status == 0, qPrintable(more.err));
        const QString whole = m_folder.filePath("whole.hareloom");
        QCOMPARE(cli({"run", m_folder.filePath("lunyu.json"), "--out", whole}).status, 0);
        QCOMPARE(metricsOf(session), metricsOf(whole));
        const Outcome verified = cli({"verify", session, "--recompute"});
        QVERIFY2(verified.status == 0, qPrintable(verified.out + verified.err));
    }

    // What a model goes on from is what it was trained on: the model before it writes that again.
    void goesOnFromItsTraining()
    {
        const QString file =
            experiment("trained.json", R"({"units": "characters", "order": 3, "addK": 0.01})");
        const QString session = m_folder.filePath("trained.hareloom"),
                      whole = m_folder.filePath("all.hareloom");
        const QStringList prompts{"--set", "policy.prompts=training"};
        QCOMPARE(cli(QStringList{"run", file, "--out", session, "--generations", "3"} + prompts).status, 0);
        const Outcome more = cli({"run", session, "--resume", "--generations", "6"});
        QVERIFY2(more.status == 0, qPrintable(more.err));
        QCOMPARE(cli(QStringList{"run", file, "--out", whole} + prompts).status, 0);
        QCOMPARE(metricsOf(session), metricsOf(whole));
        // Generation 4's rows are what generation 5 was fitted on.
        const auto rows = [&](const QStringList& options) {
            const Outcome written = cli(QStringList{"samples", session, "--format", "txt"} + options);
            return QString(written.status == 0 ? written.out : written.err).remove("[synthetic, 4, no] ");
        };
        QCOMPARE(rows({"--generation", "4"}), rows({"--generation", "5", "--training"}));
    }

    void isEstimated()
    {
        const Outcome estimate = cli({"estimate", experiment("order.json", R"({"units": "characters"})")});
        QVERIFY2(estimate.status == 0, qPrintable(estimate.err));
        QVERIFY(estimate.out.contains("memory") && estimate.out.contains("blocks"));
        // The perplexity that it asks for has no end without added counts.
        QVERIFY2((estimate.out + estimate.err).contains("model.addK"),
                 qPrintable(estimate.out + estimate.err));
    }

    void refusalsNameTheSetting()
    {
        const Outcome order = cli({"run", experiment("seven.json", R"({"order": 7})")});
        QCOMPARE(order.status, 2);
        QVERIFY2(order.err.contains("model.order is 7. It must lie between 1 and 6."),
                 qPrintable(order.err));
        const Outcome phrase =
            cli({"run", experiment("three.json", "{}"), "--set", "evaluation.prompts=[\"@nowhere\"]"});
        QCOMPARE(phrase.status, 2);
        QVERIFY2(phrase.err.contains("evaluation.prompts"), qPrintable(phrase.err));
    }
};

HARELOOM_TEST(NGramTest)
#include "NGramTest.moc"
