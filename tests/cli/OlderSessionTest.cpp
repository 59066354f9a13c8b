// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sqlite3.h>

using namespace hareloom::test;

namespace {

// Format 1, to the letter: a reader refuses other tables.
constexpr char kSchema[] = R"sql(
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE generations (
    chain            INTEGER NOT NULL,
    idx              INTEGER NOT NULL,
    seed             INTEGER NOT NULL,
    realRows         INTEGER NOT NULL,
    freshRows        INTEGER NOT NULL,
    syntheticRows    INTEGER NOT NULL,
    sampleRows       INTEGER NOT NULL,
    fitIterations    INTEGER NOT NULL,
    fitConverged     INTEGER NOT NULL,
    fitLogLikelihood REAL,
    note             TEXT NOT NULL,
    snapshot         BLOB,
    UNIQUE (chain, idx)
);
CREATE TABLE metricNames (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE metrics (
    chain INTEGER NOT NULL,
    idx   INTEGER NOT NULL,
    name  INTEGER NOT NULL REFERENCES metricNames (id),
    value REAL,
    PRIMARY KEY (chain, idx, name)
) WITHOUT ROWID;
)sql";

} // namespace

/// A preset goes on with a session that version 0.1.0 has begun from it, which knew fewer settings.
class OlderSessionTest : public QObject
{
    Q_OBJECT

    /// What 0.1.0 would have recorded of the preset.
    static QJsonObject recorded(const QString& preset)
    {
        const Outcome shown = cli({"show", preset});
        QJsonObject experiment = QJsonDocument::fromJson(shown.out.toUtf8()).object();
        for (const auto& [group, setting] : {std::pair("evaluation", "reference"),
                                             {"evaluation", "distanceRows"},
                                             {"model", "regularisationKind"}}) {
            QJsonObject settings = experiment[group].toObject();
            settings.remove(setting);
            experiment[group] = settings;
        }
        experiment["generations"] = 3;
        experiment["story"] = "As it was told then.";
        return experiment;
    }

    /// A session of format 1 without a generation.
    static QString oldSession(const QTemporaryDir& folder, const QJsonObject& experiment)
    {
        const QString path = folder.filePath("old.hareloom");
        sqlite3* db = nullptr;
        sqlite3_open(path.toUtf8().constData(), &db);
        const QByteArray text = QJsonDocument(experiment).toJson().toHex();
        const QByteArray sql =
            "PRAGMA application_id = 1214345829; PRAGMA user_version = 1;" + QByteArray(kSchema) +
            "INSERT INTO meta VALUES ('experiment', CAST(x'" + text +
            "' AS TEXT)), ('baseFolder', ''),"
            "  ('version', '0.1.0'), ('device', 'cpu'), ('threads', '1'), ('samplingVersion', '1'),"
            "  ('created', '2026-01-02T03:04:05Z');";
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(db));
        sqlite3_close(db);
        return path;
    }

private Q_SLOTS:
    void itsPresetGoesOnWithIt_data()
    {
        QTest::addColumn<QString>("preset");
        for (const char* preset : {"old-faithful", "mixture-paper", "gaussian-replace"})
            QTest::newRow(preset) << preset;
    }
    void itsPresetGoesOnWithIt()
    {
        QFETCH(QString, preset);
        const QTemporaryDir folder;
        const QString path = oldSession(folder, recorded(preset));
        const Outcome resumed = cli({"run", preset, "--generations", "3", "--out", path, "--resume", "-q"});
        QVERIFY2(resumed.status == 0, qPrintable(resumed.err));
        QCOMPARE(cli({"verify", path}).status, 0);
    }

    void whatItKeepsIsSaid()
    {
        const QTemporaryDir folder;
        const QString path = oldSession(folder, recorded("old-faithful"));
        const Outcome resumed = cli({"run", "old-faithful", "--generations", "3", "--out", path, "--resume"});
        QVERIFY2(resumed.status == 0, qPrintable(resumed.err));
        QVERIFY2(resumed.err.contains("begun by version 0.1.0") &&
                     resumed.err.contains("evaluation.reference is firstRows"),
                 qPrintable(resumed.err));
    }

    void whatAPersonSetsOtherwiseIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = oldSession(folder, recorded("old-faithful"));
        for (const char* setting : {"evaluation.reference=source", "policy.realShare=0.1"}) {
            const Outcome refused = cli(
                {"run", "old-faithful", "--generations", "3", "--set", setting, "--out", path, "--resume"});
            QCOMPARE(refused.status, 2);
            const QString name = QString(setting).section('=', 0, 0);
            QVERIFY2(refused.err.contains("they differ in " + name + "."), qPrintable(refused.err));
        }
    }
};

HARELOOM_TEST(OlderSessionTest)
#include "OlderSessionTest.moc"
