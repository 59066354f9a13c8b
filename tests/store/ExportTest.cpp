// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Export.h"
#include "core/base/AtomicFile.h"
#include "tests/TestProgram.h"
#include "tests/store/Links.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <locale>
#include <sstream>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// Numbers as in German, so that no test needs that locale installed.
struct DecimalComma : std::numpunct<char>
{
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

std::vector<GenerationPtr> fewLinks()
{
    const Names names;
    Generation odd = link(names, 1234, 1);
    odd.metrics = {{names.mean, std::numeric_limits<double>::quiet_NaN()},
                   {names.variance, std::numeric_limits<double>::infinity()},
                   {names.risk, -std::numeric_limits<double>::infinity()}};
    return {std::make_shared<const Generation>(link(names, 0, 1)), std::make_shared<const Generation>(odd)};
}

/// Counts how many rows are asked for at once.
class Endless final : public Dataset
{
public:
    explicit Endless(std::int64_t rows) : m_rows(rows) {}
    std::int64_t rows() const override { return m_rows; }
    int dimension() const override { return 2; }
    void read(std::int64_t first, MatrixRef out) const override
    {
        largest = std::max<std::int64_t>(largest, out.rows());
        for (Eigen::Index i = 0; i < out.rows(); ++i)
            out.row(i) << static_cast<double>(first + i), -0.5;
    }
    void gather(std::span<const std::int64_t>, MatrixRef) const override { qFatal("not asked for"); }
    mutable std::int64_t largest = 0;

private:
    std::int64_t m_rows;
};

class NamedSource final : public Source
{
public:
    explicit NamedSource(std::vector<std::string> names, std::int64_t states = 0)
        : m_names(std::move(names)), m_states(states)
    {
    }
    int dimension() const override { return static_cast<int>(m_names.size()); }
    DatasetPtr draw(std::int64_t, Seed) const override { return nullptr; }
    std::vector<std::string> variableNames() const override { return m_names; }
    std::int64_t stateCount() const override { return m_states; }
    std::string stateName(std::int64_t state) const override { return "state|" + std::to_string(state); }

private:
    std::vector<std::string> m_names;
    std::int64_t m_states;
};

std::string sampleText(const Dataset& rows, const Source& source, SampleFormat format)
{
    std::ostringstream out;
    if (!writeSample(out, rows, source, format))
        qFatal("writeSample failed");
    return out.str();
}

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::locale::global(std::locale(std::locale(), new DecimalComma)); }

    void csvIsTidyAndExactInEveryLocale()
    {
        std::ostringstream out;
        QVERIFY(writeMetricsCsv(out, fewLinks()).ok());
        QCOMPARE(QString::fromStdString(out.str()), QString("chain,generation,metric,value\n"
                                                            "0,1,mean[0],0.10000000000000001\n"
                                                            "0,1,variance,0.5\n"
                                                            "0,1,risk,0\n"
                                                            "1234,1,mean[0],nan\n"
                                                            "1234,1,variance,inf\n"
                                                            "1234,1,risk,-inf\n"));
    }

    void csvHoldsOnlyWhatIsWanted()
    {
        std::ostringstream out;
        const std::vector<std::string> wanted = {"mean"};
        QVERIFY(writeMetricsCsv(out, fewLinks(), wanted).ok());
        QCOMPARE(
            QString::fromStdString(out.str()),
            QString("chain,generation,metric,value\n0,1,mean[0],0.10000000000000001\n1234,1,mean[0],nan\n"));
    }

    void jsonIsJson()
    {
        std::ostringstream out;
        QVERIFY(writeMetricsJson(out, fewLinks()).ok());
        const nlohmann::json json = nlohmann::json::parse(out.str());
        QCOMPARE(json.size(), std::size_t{6});
        QCOMPARE(json[0].dump(), std::string(R"({"chain":0,"generation":1,"metric":"mean[0]","value":0.1})"));
        QVERIFY(json[3]["value"].is_null());
        QCOMPARE(json[5]["value"].get<std::string>(), std::string("-inf"));
        std::ostringstream none;
        QVERIFY(writeMetricsJson(none, {}).ok());
        QCOMPARE(nlohmann::json::parse(none.str()).dump(), std::string("[]"));
    }

    void variantsAreNamedBehindTheFourColumns()
    {
        const ChainNames chains{{"Replace", "Keep \"all\", always"}, 1};
        const std::vector<std::string> wanted = {"risk"};
        std::vector<GenerationPtr> links = fewLinks();
        auto second = std::make_shared<Generation>(*links[0]);
        second->chain = 1;
        links = {links[0], second};
        std::ostringstream out, json;
        QVERIFY(writeMetricsCsv(out, links, wanted, chains).ok());
        QCOMPARE(QString::fromStdString(out.str()),
                 QString("chain,generation,metric,value,variant,replicate\n0,1,risk,0,Replace,0\n"
                         "1,1,risk,0,\"Keep \"\"all\"\", always\",0\n"));
        QVERIFY(writeMetricsJson(json, links, wanted, chains).ok());
        QCOMPARE(nlohmann::json::parse(json.str())[1]["variant"].get<std::string>(), chains.variants[1]);
    }

    void aNameStandsForItsVariables()
    {
        QVERIFY(isMetric("mean[3]", "mean"));
        QVERIFY(isMetric("mean", "mean"));
        QVERIFY(!isMetric("meanAge", "mean"));
        QVERIFY(!isMetric("mean", "mean[0]"));
    }

    void samplesAreStreamedInBlocks()
    {
        const Endless rows(3 * kBlockRows + 17);
        const std::string text = sampleText(rows, NamedSource({"x", "y"}), SampleFormat::Csv);
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), rows.rows() + 1);
        QVERIFY(text.starts_with("x,y\n0,-0.5\n1,-0.5\n"));
        QVERIFY(text.ends_with("\n" + std::to_string(rows.rows() - 1) + ",-0.5\n"));
        QVERIFY(rows.largest <= kBlockRows);
    }

    void samplesOfEachFormat()
    {
        const Endless rows(2);
        const NamedSource source({"a \"b\", c", "d|e"});
        QCOMPARE(sampleText(rows, source, SampleFormat::Csv),
                 std::string("\"a \"\"b\"\", c\",d|e\n0,-0.5\n1,-0.5\n"));
        QCOMPARE(sampleText(rows, source, SampleFormat::Markdown),
                 std::string("| a \"b\", c | d\\|e |\n| ---: | ---: |\n| 0 | -0.5 |\n| 1 | -0.5 |\n"));
        const std::string text = sampleText(rows, source, SampleFormat::Text);
        for (const QString& line : QString::fromStdString(text).split('\n', Qt::SkipEmptyParts))
            QCOMPARE(line.size(), 24 + 2 + 24);
    }

    void statesAreWrittenByName()
    {
        Matrix states(2, 1);
        states << 1, 0;
        const Table rows(states);
        const NamedSource source({"species"}, 2);
        QCOMPARE(sampleText(rows, source, SampleFormat::Csv), std::string("species\nstate|1\nstate|0\n"));
        QCOMPARE(sampleText(rows, source, SampleFormat::Markdown),
                 std::string("| species |\n| ---: |\n| state\\|1 |\n| state\\|0 |\n"));
    }

    void aStreamThatFailsEndsTheExport()
    {
        std::ostringstream out;
        out.setstate(std::ios::badbit);
        QCOMPARE(writeMetricsCsv(out, fewLinks()).error().kind, ErrorKind::System);
        const Endless rows(std::int64_t{1} << 50); // would never end
        QCOMPARE(writeSample(out, rows, NamedSource({"x", "y"}), SampleFormat::Csv).error().kind,
                 ErrorKind::System);
    }

    void aStopEndsTheExport()
    {
        std::ostringstream out;
        StopSource stop;
        stop.requestStop();
        const Endless rows(std::int64_t{1} << 50);
        QCOMPARE(
            writeSample(out, rows, NamedSource({"x", "y"}), SampleFormat::Csv, stop.token()).error().kind,
            ErrorKind::Stopped);
    }

    void aFileIsWrittenWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "t.csv");
        const auto writing = [](const char* text) {
            return [text](std::ostream& out) -> Result<void> {
                out << text;
                return {};
            };
        };
        QVERIFY(writeFileAtomically(path, writing("first")).ok());
        QVERIFY(writeFileAtomically(path, writing("second")).ok());
        const Result<void> failed = writeFileAtomically(path, [](std::ostream& out) -> Result<void> {
            out << "half of the thi";
            return systemError("enough");
        });
        QCOMPARE(failed.error().message, std::string("enough"));
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("second"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("t.csv"));
        const Result<void> nowhere = writeFileAtomically(pathIn(folder, "no/t.csv"), writing("x"));
        QCOMPARE(nowhere.error().kind, ErrorKind::System);
        QVERIFY(nowhere.error().message.find("No such file or directory") != std::string::npos);
    }
};

HARELOOM_TEST(ExportTest)
#include "ExportTest.moc"
