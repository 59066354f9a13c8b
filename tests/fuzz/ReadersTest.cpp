// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that reads a file, on thousands of damaged ones. Seeded: the same cases every time. The reader
// must come back, with a value that holds or with a sentence.
#include "core/base/ReadJson.h"
#include "core/data/CsvTable.h"
#include "core/families/discrete/CategoricalSnapshot.h"
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/family/Snapshot.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Families.h"
#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"
#include "tests/fuzz/Damage.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <sstream>

using namespace hareloom;
using namespace hareloom::fuzz;
using nlohmann::json;

namespace {

constexpr int kCases = 2500;

constexpr std::string_view kJsonWords[] = {"null",
                                           "-1",
                                           "1e999",
                                           "1e308",
                                           "\"\"",
                                           "[]",
                                           "{}",
                                           "[[",
                                           "}}",
                                           "\"family\": \"kde\"",
                                           "NaN",
                                           "0.5",
                                           "true",
                                           "\\ud800",
                                           "9223372036854775808",
                                           "\"variants\": []",
                                           ",",
                                           ":",
                                           "\"mixture\"",
                                           "\"list\"",
                                           "\"faithful\""};
constexpr std::string_view kCsvWords[] = {",",    ";",  "\t",    "\n",           "\r\n", "\r",    "\"",
                                          "\"\"", "NA", "1e999", "\xEF\xBB\xBF", "-",    "1,2,3", "\xff\xfe"};

} // namespace

class ReadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void experiments()
    {
        Rng rng(1);
        int accepted = 0;
        for (int i = 0; i < kCases; ++i) {
            const auto& preset = presets()[rng.below(presets().size())];
            const std::string text = damaged(std::string(preset.text), rng, kJsonWords);
            const auto experiment = parseExperiment(text, "fuzz.json");
            if (!experiment) {
                QVERIFY2(isSentence(experiment.error()), experiment.error().message.c_str());
                continue;
            }
            ++accepted;
            const auto again = parseExperiment(toText(*experiment), "again");
            QVERIFY2(again.ok(), (again ? text : again.error().message + "\n" + text).c_str());
            QCOMPARE(toText(*again), toText(*experiment));
        }
        QVERIFY(accepted > 0 && accepted < kCases);
    }

    void settings()
    {
        Rng rng(2); // slower: each case writes three experiments
        const std::string_view values[] = {"1",  "0.5",   "[1, 2]", "[[1]]",    "all", "\"x\"",
                                           "{}", "1e308", "-3",     "faithful", "true"};
        for (int i = 0; i < kCases / 3; ++i) {
            Experiment experiment;
            for (int k = 0; k < 3; ++k) {
                const json flat = toJson(experiment).flatten();
                std::string path = "policy.realShare";
                std::uint64_t left = rng.below(20);
                for (const auto& [key, value] : flat.items())
                    if (left-- == 0)
                        path = key.substr(1);
                std::replace(path.begin(), path.end(), '/', '.');
                if (rng.below(4) == 0)
                    path = damaged(path, rng, kJsonWords);
                const auto done =
                    setField(experiment, path,
                             damaged(std::string(values[rng.below(std::size(values))]), rng, kJsonWords));
                if (!done)
                    QVERIFY2(isSentence(done.error()), done.error().message.c_str());
            }
            (void)toText(experiment);
            const auto valid = validate(experiment);
            if (!valid)
                QVERIFY2(isSentence(valid.error()), valid.error().message.c_str());
        }
    }

    void tables()
    {
        Rng rng(3);
        const std::string tables[] = {"a,b\n1,2\n3,4\n5,6\n",
                                      "\"x, y\";\"z\"\n\"1\";2\n3;\"4\n\"\n",
                                      "1\t2\t3\r\n4\t5\t6\r\n",
                                      "pet\ncat\ndog\n",
                                      "sep=;\r0,5;1,25;\r2,5;3,75;\r",
                                      "gr\xF6\xDF"
                                      "e|2\n1.5|2\n"};
        int accepted = 0;
        for (int i = 0; i < kCases; ++i) {
            std::istringstream in(damaged(tables[rng.below(std::size(tables))], rng, kCsvWords));
            CsvOptions options;
            options.format.header = kHeaderRows[rng.below(3)].value;
            options.format.delimiter = kDelimiters[rng.below(4) == 0 ? rng.below(7) : 0].value;
            options.format.decimal = kDecimalMarks[rng.below(3)].value;
            options.format.encoding = kTextEncodings[rng.below(4) == 0 ? rng.below(9) : 0].value;
            if (rng.below(3) == 0)
                options.columns = {std::array{"a", "1", "z", "7"}[rng.below(4)]};
            const auto table = readCsv(in, "fuzz.csv", options);
            if (!table) {
                QVERIFY2(isSentence(table.error()), table.error().message.c_str());
                continue;
            }
            ++accepted;
            QVERIFY(!table->lines.empty() && table->names.size() == table->cells.size() &&
                    !table->names.empty());
            for (const auto& column : table->cells) {
                QCOMPARE(column.size(), table->lines.size());
                for (const auto& cell : column)
                    QVERIFY(!cell.empty());
            }
        }
        QVERIFY(accepted > 0 && accepted < kCases);
    }

    void snapshots()
    {
        Rng rng(4);
        const NormalMixtureSnapshot mixture(
            {Vector{{0.5, 0.5}}, Matrix{{0, 1}, {2, 3}}, {Matrix{{1, 0}, {0, 1}}, Matrix{{2, 1}, {1, 2}}}});
        const CategoricalSnapshot states({Vector{{0.2, 0.3, 0.5}}});
        int accepted = 0;
        for (int i = 0; i < kCases; ++i) {
            auto bytes = json::to_cbor(toJson(rng.below(2) ? static_cast<const Snapshot&>(mixture) : states));
            std::string text(bytes.begin(), bytes.end());
            text = rng.below(2) ? damaged(text, rng, kCsvWords) : text;
            for (std::uint64_t k = rng.below(4); k > 0; --k)
                if (!text.empty())
                    text[rng.below(text.size())] = static_cast<char>(rng.below(256));
            const auto read = readCbor({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
            if (!read)
                continue; // no CBOR at all: the session file says so
            Result<SnapshotPtr> snapshot = invalidFile("found nothing");
            try {
                snapshot = snapshotFromJson(*read);
            } catch (const std::exception& thrown) {
                QFAIL(thrown.what());
            }
            if (!snapshot) {
                QCOMPARE(snapshot.error().kind, ErrorKind::InvalidFile);
                QVERIFY(snapshot.error().message.starts_with("found"));
                continue;
            }
            ++accepted;
            if (const NormalMixture* m = (*snapshot)->normalMixture())
                QVERIFY(toMatrix(sampleOf(std::make_shared<const NormalMixture>(*m), 50, 1))->rows() == 50);
            else
                QVERIFY(toMatrix(
                            sampleOf(std::make_shared<const Categorical>(*(*snapshot)->categorical()), 50, 1))
                            ->rows() == 50);
        }
        QVERIFY(accepted > 0 && accepted < kCases);
    }
};

HARELOOM_TEST(ReadersTest)
#include "ReadersTest.moc"
