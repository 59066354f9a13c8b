// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/SourceKinds.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace hareloom;
using nlohmann::json;

namespace {

// Every field's value, also of those that do not apply.
json everything(const Experiment& experiment)
{
    json all;
    for (const auto& field : experimentFields())
        all[field.path] = field.get(experiment);
    for (const Variant& variant : experiment.variants)
        all["variants"].push_back({variant.title, variant.set});
    return all;
}

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Result<Experiment> reread(const Experiment& experiment)
{
    return parseExperiment(toText(experiment), "again");
}

// Another value of the field that is in its range.
json changed(const ExperimentField& field, const json& value)
{
    if (field.path == "policy.curation.tastes") // a text that must be JSON, or the list itself
        return json::parse(R"([{"reward": "near", "point": [1.5, 0], "strength": 2.0}, {"reward": "words", "words": ["a"], "strength": 1.0, "share": 0.5}])");
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
        return "\u00e9 \"quoted\" \n " + field.path;
    case FieldType::Choice:
        return field.choices.front() == value.get<std::string>() ? field.choices.back()
                                                                 : field.choices.front();
    case FieldType::Integer:
        return std::min<std::int64_t>(static_cast<std::int64_t>(field.maximum),
                                      value.get<std::int64_t>() + 3);
    case FieldType::Real:
        return value == field.maximum ? (field.minimum + 0.125)
                                      : std::min(field.maximum, value.get<double>() + 0.1);
    case FieldType::Switch:
        return !value.get<bool>();
    case FieldType::RealList:
        return {0.1, 0.2, 1.0 / 3};
    case FieldType::IntegerList:
        return {3, 4, 1'000'000'000'000};
    case FieldType::TextList:
        return {"a", "b c"};
    case FieldType::RealTable:
        return json::parse("[[1.5, 2], [3, 4]]");
    case FieldType::RealTables:
        return json::parse("[[[1.5, 2], [3, 4]], [[5]]]");
    }
    return {};
}

} // namespace

class ExperimentJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A row of docs/experiments.md is: | `path` | label | values | usual | meaning |
    void everySettingHasItsRowInTheDocumentation()
    {
        QFile file(QStringLiteral(HARELOOM_SOURCE_DIR "/docs/experiments.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression row("^\\| `([A-Za-z.]+)` \\|(?:[^|\\n]*\\|){4}$",
                                            QRegularExpression::MultilineOption);
        QSet<QString> documented, declared;
        auto rows = row.globalMatch(QString::fromUtf8(file.readAll()));
        while (rows.hasNext())
            documented.insert(rows.next().captured(1));
        for (const ExperimentField& field : experimentFields()) {
            const QString path = QString::fromStdString(field.path);
            QVERIFY2(!declared.contains(path), qPrintable(path + " is there twice"));
            QVERIFY2(!field.label.empty() && field.help.ends_with('.'), qPrintable(path));
            declared.insert(path);
        }
        QStringList missing = (declared - documented).values(), unknown = (documented - declared).values();
        QVERIFY2(missing.isEmpty(), qPrintable("without a row: " + missing.join(", ")));
        QVERIFY2(unknown.isEmpty(), qPrintable("no such setting: " + unknown.join(", ")));
    }

    void whatASourceTakesIsASetting()
    {
        std::set<std::string> taken;
        QSet<QString> names;
        Experiment experiment;
        for (const SourceKind* kind : sourceKinds()) {
            experiment.source.kind = kind->name;
            QVERIFY2(!kind->title.empty() && !kind->rows.empty(), experiment.source.kind.c_str());
            QVERIFY2(!names.contains(qt(kind->name)), "is there twice");
            names << qt(kind->name);
            for (const std::string_view setting : kind->settings) {
                const ExperimentField* field = findField("source." + std::string(setting));
                QVERIFY2(field && field->applies(experiment), std::string(setting).c_str());
                taken.insert(field->path);
            }
        }
        for (const ExperimentField& field : experimentFields())
            if (field.path.starts_with("source.") && field.path != "source.kind")
                QVERIFY2(taken.contains(field.path), field.path.c_str());
        for (const RowKind rows : {RowKind::Numbers, RowKind::States, RowKind::Images, RowKind::Text})
            QVERIFY(usualSource(rows).rows.front() == rows);
    }

    void presetsReadBack_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const Preset& preset : presets())
            QTest::newRow(std::string(preset.id).c_str())
                << QByteArray(preset.id.data(), static_cast<qsizetype>(preset.id.size()));
    }
    void presetsReadBack()
    {
        QFETCH(QByteArray, id);
        const auto preset = loadPreset(id.toStdString());
        QVERIFY2(preset.ok(), preset ? "" : preset.error().message.c_str());
        QVERIFY(!preset->title.empty() && preset->question.ends_with("?") && !preset->story.empty());
        const auto again = reread(*preset);
        QVERIFY2(again.ok(), again ? "" : again.error().message.c_str());
        QCOMPARE(QString::fromStdString(toText(*again)), QString::fromStdString(toText(*preset)));
        QVERIFY(everything(*again) == everything(*preset));
        const auto variants = expandVariants(*preset);
        QVERIFY(variants &&
                std::ssize(*variants) == std::max<std::ptrdiff_t>(1, std::ssize(preset->variants)));
    }

    void thePapersExperimentsAreThere()
    {
        for (const char* id : {"gaussian-replace", "gaussian-subsample", "gaussian-accumulate",
                               "mixture-paper", "discrete-zipf", "old-faithful", "three-errors", "mad-bias"})
            QVERIFY2(loadPreset(id).ok(), id);
        QVERIFY(loadPreset(kDefaultPreset).ok());
        const auto none = loadPreset("old-faithfull");
        QVERIFY(!none &&
                QString::fromStdString(none.error().message).contains("the nearest are old-faithful, "));
    }

    void everyFieldIsSetAndRead_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const auto& field : experimentFields())
            QTest::newRow(field.path.c_str()) << QByteArray::fromStdString(field.path);
    }
    void everyFieldIsSetAndRead()
    {
        QFETCH(QByteArray, path);
        const ExperimentField* field = findField(path.toStdString());
        QVERIFY(field && !field->label.empty() && field->help.ends_with("."));
        Experiment experiment;
        const json before = everything(experiment), value = changed(*field, field->get(experiment));
        QVERIFY2(field->set(experiment, value).ok(), value.dump().c_str());
        QVERIFY(field->get(experiment) == value);
        json after = everything(experiment);
        QVERIFY(after[field->path] != before[field->path]);
        after[field->path] = before[field->path];
        QVERIFY(after == before); // and nothing else moved
        // The command line's way leads to the same.
        Experiment other;
        QVERIFY(setField(other, field->path, value.dump()));
        QVERIFY(everything(other) == everything(experiment));
    }

    void everyFieldRefusesAnotherType_data() { everyFieldIsSetAndRead_data(); }
    void everyFieldRefusesAnotherType()
    {
        QFETCH(QByteArray, path);
        const ExperimentField* field = findField(path.toStdString());
        const bool isText = path != "policy.curation.tastes" &&
                            (field->type == FieldType::Text || field->type == FieldType::LongText ||
                             field->type == FieldType::Choice);
        for (const char* wrong : {"null", "{}", "\"text\"", "[[[[1]]]]", "[null]", "-1e301", "1e301", "true",
                                  "0.5", "\"nothing\""}) {
            Experiment experiment;
            const json before = everything(experiment), value = json::parse(wrong);
            const auto done = field->set(experiment, value);
            if (done)
                continue; // it was in range after all
            const QString message = QString::fromStdString(done.error().message);
            QVERIFY2(message.startsWith(path) && message.contains(" is ") && message.contains(". It must ") &&
                         message.endsWith('.') && !message.contains('\n'),
                     qPrintable(message));
            QVERIFY(everything(experiment) == before);
        }
        Experiment experiment;
        QVERIFY(!field->set(experiment, json()));
        QVERIFY(!field->set(experiment, json::object()));
        QCOMPARE(field->set(experiment, json("no such word")).ok(),
                 isText && field->type != FieldType::Choice);
    }

    void anExperimentOfAnyFamilyReadsBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (
            const char* text :
            {R"({"family": "gaussian", "source": {"mean": [0.1, 1e-300], "covariance": [[1, 0.1], [0.1, 3]]}, "seed": 9007199254740991})",
             R"({"family": "mixture", "source": {"kind": "mixture", "weights": [1, 2, 3], "means": [[0], [1], [2]], "covariances": [[[1]], [[2]], [[3]]]}, "model": {"regularisation": 1e-9}})",
             R"({"family": "kde", "source": {"kind": "uniform", "low": -1, "high": 0.3, "dimension": 4}, "model": {"bandwidth": "fixed", "bandwidthValue": 0.07}})",
             R"({"family": "discrete", "source": {"kind": "categories", "weights": [5, 1, 0]}, "evaluation": {"metrics": ["entropyNats"]}})",
             R"({"family": "gaussian", "source": {"kind": "csv", "path": "a/b.csv", "header": "no", "columns": ["x", "2"]}, "samples": {"size": 0}})",
             R"({"family": "gaussian", "source": {"kind": "points", "points": [[1, 2], [3, 4]]}, "samples": {"schedule": "list", "list": [2, 3, 4]}})",
             R"({"family": "gaussian", "policy": {"pool": "all", "subsample": 50, "realShare": 0.1, "betaPrevious": 0.2, "lambda": 0.9, "filter": {"keepRight": 0.9, "keepWrong": 0}}})",
             R"({"family": "gaussian", "stopWhen": {"metric": "variance", "when": "above", "threshold": -0.5}, "samples": {"schedule": "superlinear", "exponent": 1.25}})"})
            QTest::newRow(text) << QByteArray(text);
    }
    void anExperimentOfAnyFamilyReadsBack()
    {
        QFETCH(QByteArray, text);
        const Experiment experiment = experimentOf(text);
        const auto again = reread(experiment);
        QVERIFY2(again.ok(), again ? "" : again.error().message.c_str());
        QVERIFY(everything(*again) == everything(experiment));
        QVERIFY(toJson(*again) == toJson(experiment));
    }

    // What only a variant needs must not be lost with the base, to which it does not apply.
    void whatOnlyAVariantNeedsSurvives()
    {
        const Experiment experiment = experimentOf(
            R"({"family": "kde", "model": {"bandwidth": "silverman", "bandwidthValue": 0.07}, "samples": {"size": 30, "list": [10, 20]},
            "variants": [{"title": "Rule", "set": {}}, {"title": "Fixed", "set": {"model.bandwidth": "fixed"}}, {"title": "List", "set": {"samples.schedule": "list"}}]})");
        const auto again = reread(experiment);
        QVERIFY(again);
        const auto before = expandVariants(experiment), after = expandVariants(*again);
        QVERIFY(before && after);
        for (std::size_t v = 0; v < 3; ++v)
            QCOMPARE(QString::fromStdString(toText((*after)[v])),
                     QString::fromStdString(toText((*before)[v])));
    }

    void variantsChangeWhatTheySayAndNothingElse()
    {
        const auto all = expandVariants(experimentOf(R"({"family": "gaussian", "title": "Base", "variants": [
            {"title": "A", "set": {"samples.size": 7, "policy.realShare": 0.5}}, {"title": "B", "set": {}}]})"));
        QVERIFY(all && all->size() == 2);
        QVERIFY((*all)[0].title == "A" && (*all)[0].samples.size == 7 && (*all)[0].policy.realShare == 0.5 &&
                (*all)[0].variants.empty());
        QVERIFY((*all)[1].title == "B" && (*all)[1].samples.size == 100 && (*all)[1].policy.realShare == 0);
    }

    void aKeyThatIsThereTwiceIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        const auto row = [](const char* text, const char* path) { QTest::newRow(text) << path; };
        row(R"({"schema": 1, "family": "gaussian", "seed": 1, "seed": 2})", "seed");
        row(R"({"schema": 1, "family": "gaussian", "family": "gaussian"})", "family");
        row(R"({"schema": 1, "family": "gaussian", "policy": {"pool": "all", "pool": "latest"}})",
            "policy.pool");
        row(R"({"schema": 1, "family": "gaussian", "samples": {}, "policy": {"filter": {"keepWrong": 1, "keepWrong": 1}}})",
            "policy.filter.keepWrong");
        row(R"({"schema": 1, "family": "gaussian", "variants": [{"title": "A", "set": {}}, {"title": "B", "set": {"seed": 1}, "set": {}}]})",
            "variants[1].set");
        row(R"({"schema": 1, "family": "gaussian", "policy": {}, "seed": 1, "samples": {"size": 5}, "seed": 1})",
            "seed");
    }
    void aKeyThatIsThereTwiceIsRefused()
    {
        QFETCH(QString, path);
        const auto read = parseExperiment(QTest::currentDataTag(), "t.json");
        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(read.error().message),
                 "t.json: " + path +
                     ": the key stands there twice, and only one value can count; write an "
                     "experiment as `hareloom-cli show old-faithful` prints it");
    }

    void setTakesPlainWordsAndJson()
    {
        Experiment e;
        QVERIFY(setField(e, "title", "two words") && e.title == "two words");
        QVERIFY(setField(e, "title", "\"quoted\"") && e.title == "quoted");
        QVERIFY(setField(e, "title", "123") && e.title == "123");
        QVERIFY(setField(e, "policy.pool", "all") && e.policy.pool == Pool::All);
        QVERIFY(setField(e, "samples.size", "1e3") && e.samples.size == 1000);
        QVERIFY(setField(e, "source.mean", "[1, 2]") && e.source.mean.size() == 2);
        QVERIFY(setField(e, "errors.statistical", "false") && !e.errors.statistical);
        for (const auto& [path, value] :
             {std::pair("samples.size", "many"), std::pair("samples.size", "1.5"),
              std::pair("policy.realShare", "nan"), std::pair("policy.realShare", "1e999"),
              std::pair("policy.realShare", ""), std::pair("source.mean", "1, 2"),
              std::pair("policy.pool", "some"), std::pair("errors.statistical", "no"),
              std::pair("title", "\xff\xfe")}) {
            const auto done = setField(e, path, value);
            QVERIFY2(!done, path);
            const QString message = QString::fromStdString(done.error().message);
            QVERIFY2(message.startsWith(path) && message.contains(" is ") && message.contains(". It must "),
                     qPrintable(message));
        }
        const auto unknown = setField(e, "policy.realshare", "1");
        QVERIFY(!unknown && QString::fromStdString(unknown.error().message).contains("policy.realShare"));
        QVERIFY(!toText(e).empty());
    }

    void relativePathsStartAtTheFile()
    {
        QTemporaryDir folder;
        QFile table(folder.filePath("t.csv")), experiment(folder.filePath("e.json"));
        QVERIFY(table.open(QFile::WriteOnly) && experiment.open(QFile::WriteOnly));
        table.write("1\n2\n4\n");
        experiment.write(
            R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "t.csv"}, "samples": {"size": 0}, "generations": 1})");
        table.close();
        experiment.close();
        const auto loaded = loadExperiment(experiment.fileName().toStdString());
        QVERIFY(loaded);
        QCOMPARE(collected(*loaded).generations.at(0)->realRows, std::int64_t{3});
        QVERIFY(!loadExperiment(folder.path().toStdString()) &&
                !loadExperiment(folder.filePath("none.json").toStdString()));
    }
};

HARELOOM_TEST(ExperimentJsonTest)
#include "ExperimentJsonTest.moc"
