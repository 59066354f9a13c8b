// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentJson.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

class RefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, QByteArray text, const char* says) {
            QTest::newRow(name) << text << says;
        };
        const auto inside = [&](QByteArray rest, const char* says) {
            row(rest.constData(), R"({"schema": 1, "family": "gaussian", )" + rest + "}", says);
        };
        row("empty", "", "line 1, column 1");
        row("cut", "{\"schema\": 1,\n  \"family\": ", "line 2, column 13");
        row("comma too many", "{\"schema\": 1,\n \"family\": \"gaussian\",\n}", "line 3, column 1");
        row("single quotes", "{'schema': 1}", "line 1, column 2");
        row("NaN", R"({"schema": 1, "family": "gaussian", "seed": NaN})", "line 1, column");
        row("infinite", R"({"schema": 1, "family": "gaussian", "seed": 1e999})", "the number is too large");
        row("not UTF-8", "{\"schema\": 1, \"title\": \"\xff\"}", "line 1, column");
        row("binary", QByteArray("\0\1\2", 3), "line 1, column 1");
        row("a list", "[1, 2]", "the experiment is [1,2]. It must be an object");
        row("a number", "3", "the experiment is 3. It must be an object");
        row("no schema", R"({"family": "gaussian"})", "schema is missing. Add it");
        row("no family", R"({"schema": 1})", "family is missing. Add it");
        row("newer", R"({"schema": 2, "family": "gaussian"})",
            "schema is 2. It must be 1; the file is from a newer version");
        row("schema zero", R"({"schema": 0, "family": "gaussian"})", "schema is 0");
        row("schema text", R"({"schema": "1", "family": "gaussian"})", "schema is \"1\"");
        row("deep", R"({"schema": 1, "family": "gaussian", "title": )" + QByteArray("[").repeated(200'000),
            "more than 100 lists and objects");
        row("deep and whole",
            R"({"schema": 1, "family": "gaussian", "title": )" + QByteArray("[").repeated(200'000) +
                QByteArray("]").repeated(200'000) + "}",
            "more than 100 lists and objects");
        row("long key",
            "{\"schema\": 1, \"family\": \"gaussian\", \"" + QByteArray("k").repeated(1'000'000) + "\": 1}",
            "kkk...: there is no such setting");
        inside(R"("famliy": 1)", "famliy: there is no such setting");
        inside(R"("policy": {"realshare": 0.1})", "the nearest are policy.realShare");
        inside(R"("policy": {"filter": {"keep": 1}})", "policy.filter.keep");
        inside(R"("policy": 3)", "policy is 3. It must be an object");
        inside(R"("policy": {"realShare": "0.1"})",
               "policy.realShare is \"0.1\". It must be a number and lie between 0 and 1.");
        inside(R"("policy": {"realShare": -0.1})", "policy.realShare is -0.1");
        inside(R"("policy": {"realShare": 1.0000001})", "policy.realShare is 1.0000001");
        inside(R"("policy": {"pool": "newest"})", "policy.pool is \"newest\". It must be latest, all or first.");
        inside(R"("samples": {"size": -5})", "samples.size is -5. It must lie between 0 and");
        inside(R"("generations": 99999999)", "It must lie between 0 and 1000000.");
        inside(R"("samples": {"size": 1.5})", "samples.size is 1.5");
        inside(R"("samples": {"size": 1e13})", "samples.size is");
        inside(R"("samples": {"size": null})", "samples.size is null");
        inside(R"("samples": {"schedule": "list", "list": [10, 0]})", "samples.list[1] is 0");
        inside(R"("seed": -1)", "seed is -1");
        inside(R"("seed": 9007199254740992)", "seed is 9007199254740992");
        inside(R"("seed": 18446744073709551615)", "seed is 18446744073709551615");
        inside(R"("generations": 1000001)", "generations is 1000001");
        inside(R"("chains": 0)", "chains is 0");
        inside(R"("source": {"mean": [0, "a"]})", "source.mean[1] is \"a\"");
        inside(R"("source": {"covariance": [[1], 2]})", "source.covariance[1] is 2");
        inside(R"("errors": {"statistical": "off"})",
               "errors.statistical is \"off\". It must be true or false.");
        inside(R"("evaluation": {"metrics": "variance"})",
               "evaluation.metrics is \"variance\". It must be a list of texts.");
        inside(R"("variants": {})", "variants is {}. It must be a list");
        inside(R"("variants": [{"title": "A"}])", "variants[0] is");
        inside(R"("variants": [{"title": "A", "set": {"samples.sise": 3}}])", "variants[0].set.samples.sise");
        inside(R"("variants": [{"title": "A", "set": {"samples.size": -3}}])",
               "variants[0].set.samples.size is -3");
        inside(R"("variants": [{"title": "A", "set": {"chains": 3}}])", "variants[0].set.chains");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto experiment = parseExperiment(text.toStdString(), "e.json");
        QVERIFY(!experiment);
        const QString message = QString::fromUtf8(experiment.error().message.c_str());
        QVERIFY2(message.startsWith("e.json") && message.contains(says) &&
                     (message.contains("It must ") || message.contains("; write ") ||
                      message.contains("Add it") || message.contains("the nearest are ") ||
                      message.contains(" must have the same")),
                 qPrintable(message));
        QVERIFY(message.size() < 500 && !message.contains(QChar::ReplacementCharacter));
        QCOMPARE(experiment.error().kind, ErrorKind::InvalidInput);
    }

    // A message is cut between characters, not within one.
    void longTextsAreShownInPart()
    {
        for (int shift = 0; shift < 4; ++shift) {
            const QByteArray text = "{\"schema\": 1, \"family\": \"" + QByteArray("x").repeated(shift) +
                                    QString(50, QChar(0x20ac)).toUtf8() + "\"}";
            const auto experiment = parseExperiment(text.toStdString(), "e.json");
            QVERIFY(!experiment);
            QVERIFY(
                !QString::fromUtf8(experiment.error().message.c_str()).contains(QChar::ReplacementCharacter));
        }
    }
};

HARELOOM_TEST(RefusalsTest)
#include "RefusalsTest.moc"
