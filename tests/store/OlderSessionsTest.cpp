// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions that an older version wrote and that were stopped midway open, verify and go on to the numbers
// that the older version had at its own end (tests/data/sessions/README.md).
#include "core/chain/Run.h"
#include "core/recipe/ExperimentJson.h"
#include "core/store/Export.h"
#include "core/store/Session.h"
#include "core/store/SessionRecorder.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <sstream>

using namespace hareloom;

namespace {

QString data(const QString& name)
{
    return QStringLiteral(HARELOOM_TEST_DATA "/sessions/") + name;
}

QByteArray content(const QString& path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

QByteArray metricsOf(const Session& session)
{
    const auto generations = session.generations();
    std::ostringstream out;
    if (!generations || !writeMetricsCsv(out, *generations, {}, chainNames(session.experiment())))
        qFatal("the metrics of %s cannot be read", session.path().c_str());
    return QByteArray::fromStdString(out.str());
}

} // namespace

class OlderSessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensVerifiesAndGoesOn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("0.1.0, mixtures, real rows kept") << "mixture";
        QTest::newRow("0.1.0, states, a growing pool and variants") << "discrete";
    }
    void opensVerifiesAndGoesOn()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name + ".hareloom");
        QVERIFY(QFile::copy(data(name + ".hareloom"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const QByteArray whole = content(data(name + ".csv"));
        {
            const auto session = Session::open(path.toStdString());
            QVERIFY2(session.ok(), session.ok() ? "" : session.error().message.c_str());
            QCOMPARE((*session)->provenance().version, std::string("0.1.0"));
            const auto problems = (*session)->verify();
            QVERIFY(problems.ok());
            QVERIFY2(problems->empty(), problems->empty() ? "" : problems->front().c_str());
            // A setting that the older version did not have is as that version worked.
            const QString text = QString::fromStdString(toText((*session)->experiment()));
            QVERIFY(name != "mixture" || text.contains("\"regularisationKind\": \"floor\""));
            auto before = (*session)->generations();
            QVERIFY(before && !before->empty() && metricsOf(**session).size() < whole.size());
            StopSource stop;
            SessionRecorder recorder(**session, stop, nullptr);
            const auto end = run((*session)->experiment(), recorder, stop.token(), {1, *std::move(before)});
            QVERIFY2(end && *end == RunEnd::Finished, end ? "" : end.error().message.c_str());
        }
        const auto session = Session::openReadOnly(path.toStdString());
        QVERIFY(session && (*session)->verify()->empty());
        QCOMPARE(metricsOf(**session), whole);
    }
};

HARELOOM_TEST(OlderSessionsTest)
#include "OlderSessionsTest.moc"
