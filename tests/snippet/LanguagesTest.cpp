// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snippet/Snippet.h"
#include "tests/TestProgram.h"
#include "tests/snippet/Runs.h"
#include "tests/store/OldSession.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace hareloom;
using namespace hareloom::test;

namespace {

constexpr double kRounding =
    1e-9; // relative: the languages interpolate quantiles in another order of operations

// What each script adds to print what it has drawn: a line "variant,generation,median", in the order of the
// variants.
const char* const kPrintPython = R"(
plotted = [line for line in axes.get_lines() if not line.get_label().lstrip("_").startswith("theory")]
print(*(f"{number},{x},{y!r}" for number, line in enumerate(plotted) for x, y in zip(*map(list, line.get_data()))), sep="\n")
print(*(text.get_text() for text in (axes.get_legend().get_texts() if axes.get_legend() else [])), sep="\n", file=sys.stderr)
)";
const char* const kPrintR = R"(
plotted <- ggplot_build(chart)$data[[1]]
y <- if (is_log) 10^plotted$y else plotted$y
cat(sprintf("%d,%d,%.17g\n", as.integer(plotted$group) - 1L, as.integer(plotted$x), y), sep = "")
)";

struct Outcome
{
    int status = -1;
    QByteArray out, err;
};

Outcome run(const QString& program, const QStringList& arguments, const QString& folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("MPLBACKEND", "Agg");
    environment.insert("MPLCONFIGDIR", QDir::tempPath() + "/hareloom-test-matplotlib"); // it caches fonts
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(300'000))
        qFatal("%s has not ended", qPrintable(program));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Whether a program runs this; so are its libraries found.
bool canRun(const QString& program, const QStringList& arguments)
{
    return !QStandardPaths::findExecutable(program).isEmpty() &&
           run(program, arguments, QDir::tempPath()).status == 0;
}

/// A Python that has these; empty: none does. The system's may stand behind another in the path.
QString pythonWith(const QString& modules)
{
    for (const QString python : {"python3", "/usr/bin/python3"})
        if (canRun(python, {"-c", "import " + modules}))
            return python;
    return {};
}

std::map<std::pair<int, int>, double> mediansIn(const QByteArray& text)
{
    std::map<std::pair<int, int>, double> medians;
    for (const QByteArray& line : text.split('\n'))
        if (const auto cells = line.split(','); cells.size() == 3)
            medians[{cells[0].toInt(), cells[1].toInt()}] = cells[2].toDouble();
    return medians;
}

/// What a chart of the session shows: of a branch only its own part.
std::map<std::pair<int, int>, double> expectedOf(const Session& session, const std::string& metric)
{
    std::map<std::pair<int, int>, double> expected;
    const std::array from = {0, 11, 19}; // of branches() below
    const bool isBranched = !session.experiment().variants.empty();
    for (const auto& [at, points] : pointsOf(session, metric))
        if (!isBranched || at.second >= from[static_cast<std::size_t>(at.first)])
            expected[at] = points[1];
    return expected;
}

bool areEqual(const std::map<std::pair<int, int>, double>& a, const std::map<std::pair<int, int>, double>& b)
{
    return !a.empty() && a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
               return x.first == y.first && std::abs(x.second - y.second) <= kRounding * std::abs(x.second);
           });
}

std::string textOf(SnippetLanguage language, const Session& session, const std::string& metric)
{
    const auto text = snippetOf(language, session, metric);
    if (!text)
        qFatal("%s", text.error().message.c_str());
    return *text;
}

void write(const QString& path, const std::string& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(text.data(), static_cast<qint64>(text.size()));
}

} // namespace

class LanguagesTest : public QObject
{
    Q_OBJECT

private:
    static void addRuns()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("metric");
        for (const auto& [name, metric] : {std::pair("chains", "variance"),
                                           {"chains", "mean[0]"},
                                           {"branches", "variance"},
                                           {"kinds", "survivingStates"},
                                           {"words", "distinct1"}})
            QTest::addRow("%s, %s", name, metric) << QString(name) << QString(metric);
    }

    /// One run for all tests; its file's name is as bad as a name can be.
    Session& session(const QString& name)
    {
        auto& made = m_sessions[name];
        if (!made)
            made = recorded((m_folder.path() + "/" + name).toStdString() + " a'b\"c\\$(id)%.hareloom",
                            name == "chains"     ? severalChains()
                            : name == "branches" ? branches()
                            : name == "kinds"    ? kinds()
                                                 : words());
        return *made;
    }

private Q_SLOTS:
    void pythonDrawsTheSessionsNumbers_data() { addRuns(); }

    void pythonDrawsTheSessionsNumbers()
    {
        const QString python = pythonWith("pandas, matplotlib");
        if (python.isEmpty())
            QSKIP("Python with pandas and matplotlib is not installed (python3-pandas, python3-matplotlib)");
        QFETCH(QString, name);
        QFETCH(QString, metric);
        const Session& measured = session(name);
        const QTemporaryDir folder;
        write(folder.filePath("chart.py"),
              textOf(SnippetLanguage::Python, measured, metric.toStdString()) + kPrintPython);
        const Outcome outcome =
            run(python, {"-W", "error::SyntaxWarning", "chart.py", "chart.svg"}, folder.path());
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY(areEqual(mediansIn(outcome.out), expectedOf(measured, metric.toStdString())));
        QVERIFY(QFileInfo(folder.filePath("chart.svg")).size() > 1000);
        QCOMPARE(QString::fromUtf8(outcome.err).contains("theory"),
                 metric == "variance" || metric == "mean[0]" || name == "kinds");
    }

    void rDrawsTheSessionsNumbers_data() { addRuns(); }

    void rDrawsTheSessionsNumbers()
    {
        if (!canRun("Rscript", {"-e", "library(ggplot2); library(RSQLite)"}))
            QSKIP("R with ggplot2 and RSQLite is not installed here (r-cran-ggplot2, r-cran-rsqlite)");
        QFETCH(QString, name);
        QFETCH(QString, metric);
        const Session& measured = session(name);
        const QTemporaryDir folder;
        write(folder.filePath("chart.R"),
              textOf(SnippetLanguage::R, measured, metric.toStdString()) + kPrintR);
        const Outcome outcome = run("Rscript", {"--vanilla", "chart.R", "chart.pdf"}, folder.path());
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY(areEqual(mediansIn(outcome.out), expectedOf(measured, metric.toStdString())));
        QVERIFY(QFileInfo(folder.filePath("chart.pdf")).size() > 1000);
    }

    void latexHoldsTheSessionsNumbers_data() { addRuns(); }

    void latexHoldsTheSessionsNumbers()
    {
        QFETCH(QString, name);
        QFETCH(QString, metric);
        const Session& measured = session(name);
        const QString text =
            QString::fromStdString(textOf(SnippetLanguage::Pgfplots, measured, metric.toStdString()));
        static const QRegularExpression line(R"(\\addplot\[[^\]]*, thick\] coordinates \{([^}]*)\})");
        static const QRegularExpression point(R"(\((\d+),([^)]+)\))");
        std::map<std::pair<int, int>, double> medians;
        auto lines = line.globalMatch(text);
        for (int number = 0; lines.hasNext(); ++number) {
            auto points = point.globalMatch(lines.next().captured(1));
            while (points.hasNext()) {
                const auto match = points.next();
                medians[{number, match.captured(1).toInt()}] = match.captured(2).toDouble();
            }
        }
        QVERIFY(areEqual(medians, expectedOf(measured, metric.toStdString())));
    }

    void latexCompiles_data() { addRuns(); }

    void latexCompiles()
    {
        if (!canRun("kpsewhich", {"pgfplots.sty"}) || QStandardPaths::findExecutable("pdftotext").isEmpty())
            QSKIP("LaTeX with pgfplots is not installed here (texlive-pictures)");
        QFETCH(QString, name);
        QFETCH(QString, metric);
        const QTemporaryDir folder;
        write(folder.filePath("chart.tex"),
              textOf(SnippetLanguage::Pgfplots, session(name), metric.toStdString()));
        const Outcome outcome =
            run("pdflatex", {"-halt-on-error", "-no-shell-escape", "chart.tex"}, folder.path());
        QVERIFY2(outcome.status == 0, outcome.out.right(3000).constData());
        const QString shown =
            QString::fromUtf8(run("pdftotext", {"-layout", "chart.pdf", "-"}, folder.path()).out);
        QVERIFY2(shown.contains("Generation"), qPrintable(shown));
        if (name == "branches")
            QVERIFY2(shown.contains("second") && shown.contains("\\d$HOME"), qPrintable(shown)); // as text
    }

    // As names of files from other systems are.
    void aNameThatIsNoUtf8IsReadOrRefused()
    {
        const QTemporaryDir folder;
        const auto odd = recorded(folder.path().toStdString() + "/odd\xff.hareloom", kinds());
        const auto r = snippetOf(SnippetLanguage::R, *odd);
        QVERIFY(!r);
        QVERIFY2(r.error().message.find("odd\\xff.hareloom: the name holds bytes") != std::string::npos,
                 r.error().message.c_str());
        const QString python = pythonWith("pandas, matplotlib");
        if (python.isEmpty())
            QSKIP("Python with pandas and matplotlib is not installed (python3-pandas, python3-matplotlib)");
        write(folder.filePath("chart.py"),
              textOf(SnippetLanguage::Python, *odd, "entropyNats") + kPrintPython);
        const Outcome outcome = run(python, {"chart.py", "chart.svg"}, folder.path());
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY(areEqual(mediansIn(outcome.out), expectedOf(*odd, "entropyNats")));
        std::filesystem::remove(odd->path()); // QTemporaryDir does not see it
    }

    void whatIsNotThereIsRefused()
    {
        const auto none = snippetOf(SnippetLanguage::Python, session("kinds"), "variance");
        QVERIFY(!none);
        QVERIFY(none.error().message.find("survivingStates") != std::string::npos);
        const QTemporaryDir folder;
        const auto empty = Session::create(folder.filePath("empty.hareloom").toStdString(), severalChains(),
                                           {"0.1.0", "cpu", 2, kSamplingVersion, ""});
        QVERIFY(empty);
        const auto text = snippetOf(SnippetLanguage::R, **empty);
        QVERIFY(!text);
        QVERIFY(text.error().message.find("nothing has been measured yet") != std::string::npos);
    }

    // Its tables are others: the scripts would find nothing in them.
    void aSessionOfTheFirstFormatIsRefused()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("old.hareloom").toStdString();
        makeOldSession(path, 3);
        const auto old = Session::openReadOnly(path);
        QVERIFY2(old, old ? "" : old.error().message.c_str());
        for (const SnippetLanguage language : {SnippetLanguage::Python, SnippetLanguage::R}) {
            const auto text = snippetOf(language, **old);
            QVERIFY(!text);
            QVERIFY2(text.error().message.find("--resume") != std::string::npos,
                     text.error().message.c_str());
        }
        QVERIFY(snippetOf(SnippetLanguage::Pgfplots, **old));
    }

    void aLongChainIsThinnedAndSaysSo()
    {
        const QTemporaryDir folder;
        Experiment experiment = severalChains();
        experiment.generations = 2000;
        const auto made = recorded(folder.filePath("long.hareloom").toStdString(), experiment);
        const QString text = QString::fromStdString(textOf(SnippetLanguage::Pgfplots, *made, "variance"));
        QVERIFY2(text.contains("500 of 2001 generations"), qPrintable(text.left(2000)));
        QVERIFY(text.contains("\n(2000,") || text.contains("(2000,"));
    }

private:
    QTemporaryDir m_folder;
    std::map<QString, std::unique_ptr<Session>> m_sessions;
};

HARELOOM_TEST(LanguagesTest)
#include "LanguagesTest.moc"
