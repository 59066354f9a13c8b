// SPDX-License-Identifier: GPL-3.0-or-later
// The commands on text: lm tokenize, lm detokenize, corpus make.
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace hareloom::test;

namespace {

/// How a vocabulary spells a byte: visible ones as they are, others from U+0100 on.
QString spelled(int byte)
{
    static const QList<int> codes = [] {
        QList<int> all;
        int next = 0x100;
        for (int b = 0; b < 256; ++b) {
            const bool isVisible = (b >= 0x21 && b <= 0x7E) || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            all << (isVisible ? b : next++);
        }
        return all;
    }();
    return QString(QChar(codes[byte]));
}

/// OPT's special pieces, the 256 bytes (4 to 259), "ha" 260, "hare" 262 and its parts.
QString model(const QTemporaryDir& folder)
{
    QJsonObject vocabulary{{"<s>", 0}, {"<pad>", 1}, {"</s>", 2}, {"<unk>", 3}};
    for (int byte = 0; byte < 256; ++byte)
        vocabulary[spelled(byte)] = 4 + byte;
    vocabulary["ha"] = 260;
    vocabulary["re"] = 261;
    vocabulary["hare"] = 262;
    QDir(folder.path()).mkdir("model");
    written(folder, "model/vocab.json", QJsonDocument(vocabulary).toJson());
    written(folder, "model/merges.txt", "#version: 0.2\nh a\nr e\nha re\n");
    return folder.filePath("model");
}

QJsonArray idsIn(const QString& out)
{
    return QJsonDocument::fromJson(out.toUtf8())["ids"].toArray();
}

void expectRefusal(const Outcome& outcome, const QStringList& says)
{
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err.count('\n'), 1);
    for (const QString& part : says)
        QVERIFY2(outcome.err.contains(part), qPrintable(outcome.err));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpIsAnswered()
    {
        for (const QStringList& command :
             {QStringList{"lm"}, {"lm", "tokenize"}, {"lm", "detokenize"}, {"corpus"}, {"corpus", "make"}}) {
            const Outcome help = cli(command + QStringList{"--help"});
            QCOMPARE(help.status, 0);
            QVERIFY(help.out.contains("Usage") || help.out.contains("SUBCOMMAND"));
        }
        QCOMPARE(cli({"lm"}).status, 2);
        QCOMPARE(cli({"corpus", "make"}).status, 2);
        QCOMPARE(cli({"lm", "tokenize", "--model", "x"}).status, 2);
    }

    void aTextBecomesIdsAndComesBack()
    {
        const QTemporaryDir folder;
        const QString dir = model(folder), text = written(folder, "text.txt", "hare, ha \xC3\xA9\n");
        const Outcome json = cli({"lm", "tokenize", "--model", dir, "--text-file", text, "--json"});
        QVERIFY2(json.status == 0, qPrintable(json.err));
        QCOMPARE(idsIn(json.out), (QJsonArray{2, 262, 48, 36, 260, 36, 199, 173, 14}));
        const Outcome plain = cli({"lm", "tokenize", "--model", dir, "--text-file", text, "--no-special"});
        QCOMPARE(plain.out, "262 48 36 260 36 199 173 14\n");
        for (const QString& ids : {json.out, plain.out, QString("[2, 262, 48, 36, 260, 36, 199, 173, 14]")}) {
            const QString file = written(folder, "ids", ids.toUtf8());
            const Outcome back = cli({"lm", "detokenize", "--model", dir, "--ids-file", file});
            QVERIFY2(back.status == 0, qPrintable(back.err));
            QCOMPARE(back.out, QString::fromUtf8("hare, ha \xC3\xA9\n"));
        }
        const QString cut = written(folder, "cut", "2 262 199");
        const Outcome special =
            cli({"lm", "detokenize", "--model", dir, "--ids-file", cut, "--with-special", "--json"});
        QCOMPARE(QJsonDocument::fromJson(special.out.toUtf8())["text"].toString(), QString("</s>hare\uFFFD"));
    }

    void badInputIsRefused()
    {
        const QTemporaryDir folder;
        const QString dir = model(folder), text = written(folder, "text.txt", "hare \xFF");
        expectRefusal(cli({"lm", "tokenize", "--model", dir, "--text-file", text}),
                      {"text.txt", "offset 5", "UTF-8"});
        expectRefusal(cli({"lm", "tokenize", "--model", dir, "--text-file", "none.txt"}),
                      {"none.txt", "no such file"});
        expectRefusal(cli({"lm", "tokenize", "--model", folder.path(), "--text-file", text}),
                      {"there is no tokenizer", "vocab.json"});
        for (const QByteArray& ids :
             {QByteArray("[1, 2.5]"), QByteArray("hello"), QByteArray("{\"id\": [1]}"), QByteArray("[[1]]"),
              QByteArray("-1"), QByteArray("[99999999999]")})
            expectRefusal(
                cli({"lm", "detokenize", "--model", dir, "--ids-file", written(folder, "ids", ids)}),
                {"/ids: there is ", "where a JSON array of"});
        for (const QStringList& wrong : {QStringList{"--articles", "5"},
                                         {"--articles", "1.5"},
                                         {"--articles", "many"},
                                         {"--seed", "-1"}})
            expectRefusal(cli(QStringList{"corpus", "make", "--out", folder.filePath("c")} + wrong),
                          {wrong[0] + " is " + wrong[1] + ". It must be a whole number"});
        QVERIFY(!QFile::exists(folder.filePath("c")));
    }

    void theFieldGuideIsWritten()
    {
        const QTemporaryDir folder;
        const QString a = folder.filePath("a"), b = folder.filePath("b"), c = folder.filePath("c");
        for (const auto& [out, seed] : {std::pair{a, "3"}, {b, "3"}, {c, "4"}}) {
            const Outcome made = cli({"corpus", "make", "--out", out, "--articles", "200", "--seed", seed});
            QVERIFY2(made.status == 0, qPrintable(made.err));
            QVERIFY(made.out.contains("200 articles"));
        }
        for (const char* name : {"/train.txt", "/valid.txt", "/test.txt"}) {
            QVERIFY(!contentOf(a + name).isEmpty());
            QCOMPARE(contentOf(a + name), contentOf(b + name));
            QVERIFY(contentOf(a + name) != contentOf(c + name));
        }
        QVERIFY(contentOf(a + "/train.txt").startsWith("= "));
        const QByteArrayList rows = contentOf(a + "/topics.csv").trimmed().split('\n');
        QCOMPARE(rows[0], QByteArray("rank,topic,kind,share,trainArticles"));
        QVERIFY(rows.size() > 400);
        int articles = 0;
        for (const QByteArray& row : rows.mid(1))
            articles += row.mid(row.lastIndexOf(',') + 1).toInt();
        QCOMPARE(articles, 160);
        const QByteArray before = contentOf(a + "/train.txt");
        expectRefusal(cli({"corpus", "make", "--out", a, "--articles", "100"}),
                      {"train.txt", "not overwritten"});
        QCOMPARE(contentOf(a + "/train.txt"), before);
    }
};

HARELOOM_TEST(TextTest)
#include "TextTest.moc"
