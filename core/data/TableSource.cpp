// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/TableSource.h"

#include "core/base/EmbeddedText.h"
#include "core/base/SamplingWithoutReplacement.h"
#include "core/base/Text.h"
#include "core/data/CsvFaults.h"
#include "core/data/CsvNumbers.h"
#include "core/data/CsvTable.h"
#include "core/data/KindParts.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <unordered_map>

namespace hareloom {
namespace {

class TableSource final : public Source
{
public:
    TableSource(Matrix values, std::vector<std::string> variables, std::vector<std::string> states,
                std::string readAs)
        : m_table(std::make_shared<Table>(std::move(values))),
          m_variables(std::move(variables)),
          m_states(std::move(states)),
          m_readAs(std::move(readAs))
    {
    }

    int dimension() const override { return m_table->dimension(); }
    std::optional<std::int64_t> rowCount() const override { return m_table->rows(); }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        if (n == m_table->rows())
            return m_table;
        return std::make_shared<Table>(
            *toMatrix(select(m_table, sampleWithoutReplacement(n, m_table->rows(), seed))));
    }
    RowKind rowKind() const override { return m_states.empty() ? RowKind::Numbers : RowKind::States; }
    std::vector<std::string> variableNames() const override { return m_variables; }
    std::string readAs() const override { return m_readAs; }
    std::int64_t stateCount() const override { return std::ssize(m_states); }
    std::string stateName(std::int64_t state) const override
    {
        return m_states[static_cast<std::size_t>(state)];
    }

private:
    DatasetPtr m_table;
    std::vector<std::string> m_variables, m_states;
    std::string m_readAs;
};

MadeSource makeFrom(Matrix values, std::vector<std::string> variables, std::vector<std::string> states = {},
                    std::string readAs = {})
{
    return madeOf<TableSource>(std::move(values), std::move(variables), std::move(states), std::move(readAs));
}

Error changedMeanwhile(const std::string& origin)
{
    return invalidFile(origin +
                       ": the file was found to change while it was read. Try again when it is finished");
}

MadeSource numbersFrom(std::istream& in, const std::string& origin, const CsvColumns& columns,
                       std::string readAs)
{
    Matrix values(columns.judgement.rows, std::ssize(columns.chosen));
    const DecimalMark decimal = columns.judgement.format.decimal;
    Eigen::Index i = 0;
    const auto read = forEachCsvRow(in, origin, columns, [&](const CsvRowView& row) -> Result<void> {
        if (i == values.rows())
            return changedMeanwhile(origin);
        for (std::size_t j = 0; j < row.cells.size(); ++j) {
            const auto value = numberIn(row.cells[j], decimal);
            if (!value)
                return noNumber(origin, row.line, columns.words(j), row.cells[j], decimal);
            values(i, static_cast<Eigen::Index>(j)) = *value;
        }
        ++i;
        return {};
    });
    if (!read)
        return read.error();
    if (i < values.rows())
        return changedMeanwhile(origin);
    return makeFrom(std::move(values), columns.names(), {}, std::move(readAs));
}

MadeSource statesFrom(std::istream& in, const std::string& origin, const CsvColumns& columns,
                      std::string readAs)
{
    if (columns.chosen.size() != 1)
        return invalidSetting(
            "source.columns",
            std::to_string(columns.chosen.size()) + " columns of " + origin +
                " are chosen. Choose one, whose values are the states: " + listed(columns.names()) + ".");
    std::unordered_map<std::string, std::int64_t> numbers;
    std::vector<std::string> states;
    Matrix values(columns.judgement.rows, 1);
    Eigen::Index i = 0;
    const auto read = forEachCsvRow(in, origin, columns, [&](const CsvRowView& row) -> Result<void> {
        if (i == values.rows())
            return changedMeanwhile(origin);
        const auto [found, isNew] = numbers.try_emplace(row.cells[0], std::ssize(states));
        if (isNew)
            states.push_back(row.cells[0]);
        values(i++, 0) = static_cast<double>(found->second);
        return {};
    });
    if (!read)
        return read.error();
    if (i < values.rows())
        return changedMeanwhile(origin);
    return makeFrom(std::move(values), columns.names(), std::move(states), std::move(readAs));
}

/// Whether people are told what the text was taken for.
enum class Taken { Told, Untold };

MadeSource fromText(std::istream& in, const std::string& origin, const SourceConfig& config, RowKind rows,
                    Taken taken)
{
    const auto columns = openColumns(in, origin, {config.table, config.columns});
    if (!columns)
        return columns.error();
    if (columns->judgement.rows == 0)
        return noRows(origin);
    const std::string words = taken == Taken::Told ? readAs(origin, columns->judgement) : std::string();
    return rows == RowKind::States ? statesFrom(in, origin, *columns, words)
                                   : numbersFrom(in, origin, *columns, words);
}

MadeSource makeCsv(const SourceConfig& config, RowKind rows, const std::string& baseFolder)
{
    namespace fs = std::filesystem;
    if (config.path.empty())
        return invalidSetting("source.path", "there is no path. Give that of a CSV file.");
    const fs::path path =
        fs::path(config.path).is_absolute() ? fs::path(config.path) : fs::path(baseFolder) / config.path;
    auto in = openCsv(path.string());
    if (!in)
        return in.error();
    return fromText(*in, path.filename().string(), config, rows, Taken::Told);
}

MadeSource makePoints(const SourceConfig& config, RowKind, const std::string&)
{
    const std::size_t d = config.points.empty() ? 0 : config.points.front().size();
    if (config.points.size() < 2 || d == 0)
        return invalidSetting("source.points",
                              "there must be two points or more, each of one number or more.");
    Matrix values(std::ssize(config.points), static_cast<Eigen::Index>(d));
    for (std::size_t i = 0; i < config.points.size(); ++i) {
        if (config.points[i].size() != d)
            return invalidInput("source.points[" + std::to_string(i) + "]: the point's dimension is " +
                                std::to_string(config.points[i].size()) + ", and the first point's is " +
                                std::to_string(d) + ". All must be the same.");
        for (std::size_t j = 0; j < d; ++j)
            values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = config.points[i][j];
    }
    std::vector<std::string> names;
    for (std::size_t j = 1; j <= d; ++j)
        names.push_back("x" + std::to_string(j));
    return makeFrom(std::move(values), std::move(names));
}

/// A table that comes with the program, by the name of its file.
MadeSource makeFaithful(const SourceConfig& config, RowKind rows, const std::string&)
{
    constexpr std::string_view kTable = "faithful";
    const auto tables = embeddedTables();
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [&](const EmbeddedText& table) { return table.id == kTable; });
    std::istringstream in{std::string(found->text)};
    return fromText(in, std::string(kTable), config, rows, Taken::Untold);
}

constexpr Settings<7> kOfCsv = {"path", "columns", "header", "delimiter", "decimal", "encoding", "missing"};
constexpr Settings<1> kOfFaithful = {"columns"};
constexpr Settings<1> kOfPoints = {"points"};

} // namespace

constinit const SourceKind kCsvSource = {
    .name = "csv",
    .title = "Table (CSV)",
    .rows = kTableRows,
    .settings = kOfCsv,
    .supply = Supply::Own,
    .namesStates = true,
    .make = makeCsv,
};

constinit const SourceKind kFaithfulSource = {
    .name = "faithful",
    .title = "Old Faithful",
    .rows = kTableRows,
    .settings = kOfFaithful,
    .supply = Supply::BuiltIn,
    .unit = "minutes",
    .paper = "Azzalini and Bowman 1990",
    .make = makeFaithful,
};

constinit const SourceKind kPointsSource = {
    .name = "points",
    .title = "Drawn points",
    .rows = kNumberRows,
    .settings = kOfPoints,
    .supply = Supply::Written,
    .drawnAs = DrawnAs::Points,
    .make = makePoints,
    .begin =
        [](SourceConfig& config) {
            if (config.points.size() < 2)
                config.points = {{-1, -0.6}, {-0.4, -0.2}, {0, 0}, {0.3, 0.5}, {0.9, 0.7}};
        },
};

} // namespace hareloom
