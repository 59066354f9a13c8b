// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/SourceFields.h"

#include "core/data/SourceKinds.h"
#include "core/experiment/FieldBuilders.h"

namespace hareloom {
namespace {

using namespace fields;
using Fields = std::vector<ExperimentField>;
using E = Experiment;

std::vector<std::string> sourceNames()
{
    std::vector<std::string> names;
    for (const SourceKind* kind : sourceKinds())
        names.emplace_back(kind->name);
    return names;
}

/// Inputs and a response.
void addLinear(Fields& fields)
{
    fields.push_back(whole({"source.inputs", "Inputs", "How many inputs a response depends on."}, {1, 200},
                           at(&E::source, &SourceConfig::inputs)));
    fields.push_back(
        list(FieldType::RealList,
             {"source.coefficients", "Coefficients",
              "What the response gains for each unit of an input; the last one repeats, and none means that "
              "they are drawn at random, the same in every run."},
             {-kHuge, kHuge}, at(&E::source, &SourceConfig::coefficients)));
}

void addSource(Fields& fields)
{
    fields.push_back(named({"source.kind", "Source", "Where the real rows come from."}, sourceNames(),
                           at(&E::source, &SourceConfig::kind)));
    fields.push_back(list(FieldType::RealList,
                          {"source.mean", "Mean", "The true mean, a number for each variable."},
                          {-kHuge, kHuge}, at(&E::source, &SourceConfig::mean)));
    fields.push_back(list(
        FieldType::RealTable,
        {"source.covariance", "Covariance",
         "The true covariance matrix; of linear, the inputs', where one number is the variance of each."},
        {-kHuge, kHuge}, at(&E::source, &SourceConfig::covariance)));
    addLinear(fields);
    fields.push_back(list(
        FieldType::RealList,
        {"source.weights", "Weights", "How often each component or category occurs; scaled to sum to one."},
        {0, kHuge}, at(&E::source, &SourceConfig::weights)));
    fields.push_back(list(FieldType::TextList,
                          {"source.names", "Names",
                           "What each category is called, in the order of the weights; none: by its number."},
                          {}, at(&E::source, &SourceConfig::names)));
    fields.push_back(list(FieldType::RealTable, {"source.means", "Means", "The mean of each component."},
                          {-kHuge, kHuge}, at(&E::source, &SourceConfig::means)));
    fields.push_back(
        list(FieldType::RealTables,
             {"source.covariances", "Covariances", "The covariance of each component, or one for all."},
             {-kHuge, kHuge}, at(&E::source, &SourceConfig::covariances)));
    fields.push_back(real({"source.low", "Low end", "The smallest value of each variable."}, {-kHuge, kHuge},
                          at(&E::source, &SourceConfig::low)));
    fields.push_back(real({"source.high", "High end", "The largest value of each variable."}, {-kHuge, kHuge},
                          at(&E::source, &SourceConfig::high)));
    fields.push_back(whole({"source.dimension", "Variables", "How many variables a row has."}, {1, 100},
                           at(&E::source, &SourceConfig::dimension)));
    fields.push_back(
        list(FieldType::RealList,
             {"source.heights", "Heights", "The curve's height at even steps from the low to the high end."},
             {0, kHuge}, at(&E::source, &SourceConfig::heights)));
    fields.push_back(
        real({"source.noise", "Noise",
              "Standard deviation of the points around the shape, or of the response around its line."},
             {0, 1000}, at(&E::source, &SourceConfig::noise)));
    fields.push_back(whole({"source.states", "States", "How many different states there are."},
                           {1, 10'000'000}, at(&E::source, &SourceConfig::states)));
    fields.push_back(
        real({"source.exponent", "Exponent", "How steeply frequency falls with rank; 1 is Zipf's law."},
             {0, 10}, at(&E::source, &SourceConfig::exponent)));
    fields.push_back(list(FieldType::RealTable, {"source.points", "Points", "The real rows themselves."},
                          {-kHuge, kHuge}, at(&E::source, &SourceConfig::points)));
}

/// How a table is written, where it does not tell by itself.
void addTableFormat(Fields& fields)
{
    using F = CsvFormat;
    const auto of = [](auto F::*member) { return at(&E::source, &SourceConfig::table, member); };
    fields.push_back(choice({"source.header", "Header", "Whether the first row holds the columns' names."},
                            kHeaderRows, of(&F::header)));
    fields.push_back(choice({"source.delimiter", "Delimiter", "What parts the cells of a row."}, kDelimiters,
                            of(&F::delimiter)));
    fields.push_back(
        choice({"source.decimal", "Decimal mark", "What parts a number's whole from its fraction."},
               kDecimalMarks, of(&F::decimal)));
    fields.push_back(choice({"source.encoding", "Encoding", "Which characters the file's bytes stand for."},
                            kTextEncodings, of(&F::encoding)));
    fields.push_back(list(FieldType::TextList,
                          {"source.missing", "Missing values",
                           "Words that stand for a value that is not there; an empty cell always does."},
                          {}, of(&F::missing)));
}

/// What sources that are read from files have, and texts.
void addReadSource(Fields& fields)
{
    fields.push_back(pathTo(
        PathKind::File,
        {"source.path", "File",
         "A table as CSV, images as IDX, a text, or a folder of them; relative to the experiment's own "
         "folder. A text may also be the catalogue's wikitext-2, or one that a package brings: "
         "devils-dictionary, "
         "jargon-lexicon, tang-poems."},
        at(&E::source, &SourceConfig::path)));
    addTableFormat(fields);
    fields.push_back(
        list(FieldType::TextList,
             {"source.columns", "Columns", "Names or numbers of the columns to use; none means all."}, {},
             at(&E::source, &SourceConfig::columns)));
    fields.push_back(pathTo(
        PathKind::File, {"source.labels", "Labels", "The IDX file with the images' labels; empty for none."},
        at(&E::source, &SourceConfig::labels)));
    fields.push_back(whole({"source.rareClass", "Rare class", "The class that is made rare; -1 for none."},
                           {-1, 255}, at(&E::source, &SourceConfig::rareClass)));
    fields.push_back(
        real({"source.rareShare", "Rare share", "Share of the rare class's images that are kept."}, {0, 1},
             at(&E::source, &SourceConfig::rareShare)));
    fields.push_back(whole({"source.articles", "Articles", "How many articles the field guide has."},
                           {50, 100'000}, at(&E::source, &SourceConfig::articles)));
    fields.push_back(whole(
        {"source.blockTokens", "Block",
         "Tokens per block. The model reads one block as its prompt and writes one block of the same length.",
         "tokens"},
        {8, 1024}, at(&E::source, &SourceConfig::blockTokens)));
}

/// Which of a source's settings count says its kind.
void letKindsSayWhichCount(Fields& fields)
{
    constexpr std::string_view kOfSource = "source.";
    for (ExperimentField& field : fields)
        if (field.path.starts_with(kOfSource) && field.path != "source.kind")
            field.applies = [name = field.path.substr(kOfSource.size())](const Experiment& e) {
                return takes(e.source, name);
            };
}

} // namespace

std::vector<ExperimentField> sourceFields()
{
    Fields fields;
    addSource(fields);
    addReadSource(fields);
    letKindsSayWhichCount(fields);
    return fields;
}

} // namespace hareloom
