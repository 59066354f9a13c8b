// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/SourceKinds.h"
#include "core/recipe/Families.h"
#include "tests/TestProgram.h"

#include <QDirIterator>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

using namespace hareloom;

namespace {

struct Include
{
    QString file; // "core/chain/Chain.h"
    QString path; // what stands between quotes or brackets
};

/// "ui/stage/Stage.h": all sources in a folder and those within it.
QStringList sourcesBelow(const QString& folder)
{
    const QDir root(HARELOOM_SOURCE_DIR);
    QStringList found;
    QDirIterator files(root.filePath(folder), {"*.h", "*.cpp", "*.in"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        found << root.relativeFilePath(files.next());
    return found;
}

QString textOf(const QString& name)
{
    QFile file(QDir(HARELOOM_SOURCE_DIR).filePath(name));
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll());
}

QList<Include> includesBelow(const QString& folder)
{
    static const QRegularExpression line("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]",
                                         QRegularExpression::MultilineOption);
    QList<Include> found;
    for (const QString& name : sourcesBelow(folder)) {
        auto matches = line.globalMatch(textOf(name));
        while (matches.hasNext())
            found.append({name, matches.next().captured(1)});
    }
    return found;
}

/// "core/families/image/VaeSnapshot.h" is in the room "families/image", a file beside it in "families".
QString roomOf(const QString& path)
{
    const QString room = path.section('/', 1, 1);
    return room == "families" && path.count('/') > 2 ? path.section('/', 1, 2) : room;
}

/// What a line of a README's list stands for: a room, or with "families/*" each folder there is.
QStringList roomsOf(const QString& line, const QString& folder)
{
    if (!line.endsWith("/*"))
        return {line};
    QStringList rooms;
    for (const QString& name : QDir(QString(HARELOOM_SOURCE_DIR) + "/" + folder + "/" + line.chopped(2))
                                   .entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        rooms << line.chopped(1) + name;
    return rooms;
}

/// Which rooms each room may include, itself among them, as a README says: core/README.md, ui/README.md or
/// core/neural/README.md. Families stand beside each other.
QMap<QString, QStringList> roomsIn(const QString& readme)
{
    const QString text = textOf(readme);
    QMap<QString, QStringList> mayInclude;
    QStringList before;
    for (const QString& line :
         text.section("```rooms\n", 1).section("```", 0, 0).split('\n', Qt::SkipEmptyParts)) {
        const QStringList rooms = roomsOf(line.section(": only ", 0, 0), readme.section('/', 0, -2));
        const QStringList allowed = line.contains(": only ") ? line.section(": only ", 1).split(' ') : before;
        for (const QString& room : rooms)
            mayInclude[room] = allowed + QStringList{room};
        before << rooms;
    }
    return mayInclude;
}

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Names of kinds of sources that are ordinary words, or also names of other things: of formats, questions,
/// data sets.
const QStringList kWordsOfSources = {"csv",   "curve",  "kmnist", "linear", "mixture",
                                     "mnist", "normal", "points", "text"};

/// What a line of code quotes that is the name of a kind of source: always where it can be nothing else, and
/// an ordinary word where the line speaks of a source or a kind. Empty: nothing.
QString sourceNamedIn(const QString& line)
{
    static const QRegularExpression quoted("\"([A-Za-z]+)\""), speaks("\\b(sources?|kind)\\b");
    for (auto words = quoted.globalMatch(line.section("//", 0, 0)); words.hasNext();) {
        const QString word = words.next().captured(1);
        for (const SourceKind* kind : sourceKinds())
            if (word == qt(kind->name) && (!kWordsOfSources.contains(word) || line.contains(speaks)))
                return word;
    }
    return {};
}

/// Classes and free functions that a header of the window declares, at the beginning of a line.
QStringList declaredIn(const QString& header)
{
    static const QRegularExpression declared(
        "^(?:class|struct) (\\w+)(?: final)?(?: :.*)?$|^[A-Za-z][\\w:<>,&* ]*[ &*](\\w+)\\([^;{]*\\)(?: "
        "const)?;",
        QRegularExpression::MultilineOption);
    QStringList names;
    for (auto each = declared.globalMatch(header); each.hasNext();) {
        const auto match = each.next();
        names << (match.captured(1).isEmpty() ? match.captured(2) : match.captured(1));
    }
    return names;
}

/// Classes of which a source defines functions, and free functions that others can see.
QStringList definedIn(QString source)
{
    static const QRegularExpression hidden("\nnamespace \\{\n.*?\n\\} // namespace\n",
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression defined(
        "^(?:[A-Za-z][\\w:<>,&* ]*[ &*])?(?:(\\w+)::~?\\w+|(?<![\\w:])(\\w+))\\([^;{]*\\{",
        QRegularExpression::MultilineOption);
    QStringList names;
    for (auto each = defined.globalMatch(source.remove(hidden)); each.hasNext();) {
        const auto match = each.next();
        names << (match.captured(1).isEmpty() ? match.captured(2) : match.captured(1));
    }
    return names;
}

bool isQt(const QString& path)
{
    return QRegularExpression("^(Q[A-Z]\\w*|Qt\\w*/.*|q(global|string|object|widget|test)\\.h)$")
        .match(path)
        .hasMatch();
}
bool isTorch(const QString& path)
{
    return path.startsWith("torch/") || path.startsWith("ATen/") || path.startsWith("c10/");
}

/// All libraries that a program or library loads, and theirs, in ldd's words.
QString librariesOf(const QString& file)
{
    QProcess ldd;
    ldd.start("ldd", {file});
    if (!ldd.waitForFinished(30'000) || ldd.exitCode() != 0)
        qFatal("ldd %s: %s", qPrintable(file), qPrintable(ldd.errorString()));
    return QString::fromLocal8Bit(ldd.readAllStandardOutput());
}

void report(const QStringList& faults)
{
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

} // namespace

class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A scan that sees nothing would find no fault either.
    void theScanSeesTheSources()
    {
        QVERIFY(includesBelow("core").size() > 200);
        QVERIFY(isQt("QString") && isQt("QtCore/QString") && isQt("qglobal.h"));
        QVERIFY(!isQt("core/base/Rng.h") && !isQt("sqlite3.h") && !isQt("Eigen/Core"));
    }

    void roomsIncludeOnlyRoomsBelow_data()
    {
        QTest::addColumn<QString>("house");
        QTest::newRow("core") << "core";
        QTest::newRow("ui") << "ui";
    }

    void roomsIncludeOnlyRoomsBelow()
    {
        QFETCH(QString, house);
        const auto mayInclude = roomsIn(house + "/README.md");
        QVERIFY(mayInclude.size() > 15);
        for (const QString& room : mayInclude.keys())
            QVERIFY2(QDir(QDir(HARELOOM_SOURCE_DIR).filePath(house + "/" + room)).exists(),
                     qPrintable(house + "/README.md names the room " + room + ", which is not there"));
        QStringList faults;
        for (const auto& [file, path] : includesBelow(house)) {
            QVERIFY2(mayInclude.contains(roomOf(file)),
                     qPrintable(file + " is in a room that " + house + "/README.md does not name"));
            if (path.startsWith(house + '/') && !mayInclude[roomOf(file)].contains(roomOf(path)))
                faults << file + " includes " + path;
        }
        report(faults);
    }

    // The scan of rooms reads whole paths: one relative to the file's own folder would pass it unseen.
    void ownHeadersAreIncludedByTheirWholePaths()
    {
        const QDir root(HARELOOM_SOURCE_DIR);
        QStringList faults;
        for (const char* folder : {"core", "ui", "app"})
            for (const QString& file : sourcesBelow(folder)) {
                static const QRegularExpression quoted("^\\s*#\\s*include\\s*\"([^\"]+)\"",
                                                       QRegularExpression::MultilineOption);
                for (auto each = quoted.globalMatch(textOf(file)); each.hasNext();)
                    if (const QString path = each.next().captured(1);
                        !path.endsWith(".moc") && !root.exists(path))
                        faults << file + " includes " + path;
            }
        report(faults);
    }

    // Rooms of core are libraries, so the linker holds that a room gets nothing from above. Those of ui are
    // one: what a header declares has to be defined in its own room.
    void whatARoomDeclaresIsDefinedInIt()
    {
        QMap<QString, QStringList> roomsThatDeclare;
        for (const QString& file : sourcesBelow("ui"))
            if (file.endsWith(".h"))
                for (const QString& name : declaredIn(textOf(file)))
                    roomsThatDeclare[name] << roomOf(file);
        QStringList faults;
        int seen = 0;
        for (const QString& file : sourcesBelow("ui"))
            if (file.endsWith(".cpp"))
                for (const QString& name : definedIn(textOf(file))) {
                    const QStringList rooms = roomsThatDeclare.value(name);
                    seen += rooms.contains(roomOf(file));
                    if (!rooms.isEmpty() && !rooms.contains(roomOf(file)))
                        faults << file + " defines " + name + ", which " + rooms.join(" and ") + " declares";
                }
        QVERIFY(seen > 1000);
        report(faults);
    }

    // "core/neural/language/train/AdamW.h" is in the room "language".
    void roomsOfNeuralIncludeOnlyRoomsBelow()
    {
        QStringList faults;
        int inside = 0;
        const auto mayInclude = roomsIn("core/neural/README.md");
        for (const auto& [file, path] : includesBelow("core/neural")) {
            const QString room = file.section('/', 2, 2);
            QVERIFY2(mayInclude.contains(room),
                     qPrintable(file + " is in a room that core/neural/README.md does not name"));
            const bool isInside = path.startsWith("core/neural/");
            inside += isInside;
            if (isInside && !mayInclude[room].contains(path.section('/', 2, 2)))
                faults << file + " includes " + path;
        }
        QVERIFY(inside > 100);
        report(faults);
    }

    void coreKnowsNeitherWindowNorProgram()
    {
        QStringList faults;
        for (const auto& [file, path] : includesBelow("core"))
            if (path.startsWith("ui/") || path.startsWith("app/") || path.startsWith("tests/"))
                faults << file + " includes " + path;
        report(faults);
    }

    void coreIncludesNoQt()
    {
        QStringList faults;
        for (const auto& [file, path] : includesBelow("core"))
            if (isQt(path))
                faults << file + " includes " + path;
        report(faults);
    }

    // Language models on the processor are built where there is no LibTorch.
    void torchStaysInItsRooms()
    {
        const auto mayKnow = [](const QString& file) {
            return file.startsWith("core/neural/torch/") || file == "core/neural/image/VaeProducts.h" ||
                   (file.startsWith("core/neural/image/") && file.endsWith(".cpp"));
        };
        QStringList faults;
        for (const char* folder : {"core", "ui", "app", "tests"})
            for (const auto& [file, path] : includesBelow(folder))
                if (isTorch(path) && !mayKnow(file))
                    faults << file + " includes " + path;
        report(faults);
    }

    // The neural library is opened when first needed, so no other room may refer to what is in it.
    void onlyTestsKnowTheNeuralRoom()
    {
        QStringList faults;
        for (const char* folder : {"core", "ui", "app"})
            for (const auto& [file, path] : includesBelow(folder))
                if (path.startsWith("core/neural/") && !file.startsWith("core/neural/"))
                    faults << file + " includes " + path;
        report(faults);
    }

    // Qt Charts is deprecated upstream: what would replace it should touch one folder.
    void chartsStayInTheirRoom()
    {
        QStringList faults;
        bool isSeen = false;
        for (const char* folder : {"ui", "app"})
            for (const auto& [file, path] : includesBelow(folder)) {
                const bool isCharts = path.startsWith("QtCharts");
                isSeen |= isCharts;
                if (isCharts && !file.startsWith("ui/charts/"))
                    faults << file + " includes " + path;
            }
        QVERIFY(isSeen);
        report(faults);
    }

    // A family is named in its own rooms alone. The rest of the engine asks what it can do
    // (core/family/Family.h), and the window is handed its face (ui/stage/Face.h). Rooms below `experiment`
    // know no families; a source may be called like one.
    void noFamilyIsNamedOutsideItsRooms()
    {
        QStringList names;
        for (const Family* family : families())
            names << qt(family->name);
        const QRegularExpression name("\"(" + names.join('|') + ")\"");
        const QStringList below = {"base", "catalogue", "download", "tensors",
                                   "data", "text",      "metrics",  "theory"};
        const QString usual = "core/experiment/Experiment.h"; // the family of an experiment that says nothing
        QStringList faults;
        int named = 0;
        for (const char* folder : {"core", "ui", "app"})
            for (const QString& file : sourcesBelow(folder)) {
                const auto found = name.match(textOf(file));
                if (!found.hasMatch())
                    continue;
                ++named;
                const bool isTheirs = roomOf(file).startsWith("families/") || file.startsWith("core/neural/");
                if (!isTheirs && file != usual && !(file.startsWith("core/") && below.contains(roomOf(file))))
                    faults << file + " names " + found.captured(0);
            }
        QVERIFY(named > 5); // or the scan sees nothing
        report(faults);
    }

    void sourcesNamesAreFoundInCode()
    {
        for (const char* line :
             {"if (e.source.kind == \"csv\")", "return \"zipf\";", "{\"source.kind\", \"text\"}"})
            QVERIFY2(!sourceNamedIn(line).isEmpty(), line);
        for (const char* line :
             {"format = \"csv\";", "// of \"zipf\"", "{{\"text\", shown}}", "kind == \"article\""})
            QVERIFY2(sourceNamedIn(line).isEmpty(), line);
        for (const QString& word : kWordsOfSources)
            QVERIFY2(!sourceNamedIn("kind == \"" + word + "\"").isEmpty(),
                     qPrintable(word + " is no source"));
    }

    // A kind of source is named in its own file and its registry, both in core/data. All others ask what it
    // can do (core/data/SourceKind.h).
    void noSourceIsNamedOutsideItsRoom()
    {
        QStringList faults;
        int named = 0;
        for (const char* folder : {"core", "ui", "app"})
            for (const QString& file : sourcesBelow(folder))
                for (const QString& line : textOf(file).split('\n'))
                    if (const QString word = sourceNamedIn(line); !word.isEmpty()) {
                        ++named;
                        if (!file.startsWith("core/data/"))
                            faults << file + " names the source " + word + ": " + line.trimmed();
                    }
        QVERIFY(named > 10); // or the scan sees nothing
        report(faults);
    }

    void kindsOfSourcesAreListedByTheirRegistryAlone()
    {
        QStringList headers, faults;
        for (const QString& file : sourcesBelow("core/data"))
            if (file.endsWith(".h") && textOf(file).contains("\nextern const SourceKind "))
                headers << file;
        QVERIFY(headers.size() > 5);
        for (const char* folder : {"core", "ui", "app"})
            for (const auto& [file, path] : includesBelow(folder))
                if (headers.contains(path) && file != "core/data/SourceKinds.cpp" &&
                    file.chopped(4) != path.chopped(2))
                    faults << file + " includes " + path;
        report(faults);
    }

    // Beside the registry only the neural room, which is made of theirs, and the command line's own tools for
    // language models open a family's room.
    void theEnginesFamiliesOpenByTheRegistryAlone()
    {
        QStringList faults;
        bool isSeen = false;
        for (const char* folder : {"core", "ui", "app"})
            for (const auto& [file, path] : includesBelow(folder)) {
                if (!path.startsWith("core/families/"))
                    continue;
                const bool isRegistry = file == "core/recipe/Families.cpp";
                isSeen |= isRegistry;
                const bool isTool = file.startsWith("app/cli/lm/") || file.startsWith("app/cli/pretrain/") ||
                                    file.startsWith("app/cli/corpus/");
                if (!isRegistry && !isTool && !file.startsWith("core/neural/") &&
                    !roomOf(file).startsWith("families/"))
                    faults << file + " includes " + path;
            }
        QVERIFY(isSeen);
        report(faults);
    }

    void theRoomsOfFamiliesOpenByTheRegistryAlone()
    {
        QStringList faults;
        bool isSeen = false;
        for (const char* folder : {"ui", "app"})
            for (const auto& [file, path] : includesBelow(folder)) {
                if (!path.startsWith("ui/families/"))
                    continue;
                const bool isRegistry = path == "ui/families/Faces.h" || path == "ui/families/PageStages.h";
                isSeen |= isRegistry;
                const bool isSameRoom =
                    file.startsWith("ui/families/") && file.section('/', 2, 2) == path.section('/', 2, 2);
                if (file.startsWith("ui/stage/") ||
                    (!isRegistry && !isSameRoom && file != "ui/families/Faces.cpp" &&
                     file != "ui/families/PageStages.cpp"))
                    faults << file + " includes " + path;
            }
        QVERIFY(isSeen);
        report(faults);
    }

    void theWindowDoesNotKnowTheProgram()
    {
        QStringList faults;
        for (const auto& [file, path] : includesBelow("ui"))
            if (path.startsWith("app/"))
                faults << file + " includes " + path;
        report(faults);
    }

    void theCommandLineIncludesNoQt()
    {
        QStringList faults;
        for (const auto& [file, path] : includesBelow("app/cli"))
            if (isQt(path) || path.startsWith("ui/"))
                faults << file + " includes " + path;
        report(faults);
    }

    // The linker's word.
    void theCommandLineLinksNoQt()
    {
        const QString libraries = librariesOf(HARELOOM_CLI);
        QVERIFY2(libraries.contains("libc.so"), qPrintable(libraries));
        QVERIFY2(!libraries.contains(QRegularExpression("libQt|libtorch|libc10")), qPrintable(libraries));
    }

    void languageModelsLinkNoLibTorch()
    {
        const QString libraries = librariesOf(HARELOOM_LANGUAGE);
        QVERIFY2(libraries.contains("libc.so"), qPrintable(libraries));
        QVERIFY2(!libraries.contains(QRegularExpression("libtorch|libc10|blas")), qPrintable(libraries));
    }
};

HARELOOM_TEST(LayersTest)
#include "LayersTest.moc"
