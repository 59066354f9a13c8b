// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/TableSource.h"

#include "core/base/EmbeddedText.h"
#include "core/base/SamplingWithoutReplacement.h"
#include "core/base/Text.h"
#include "core/data/CsvRows.h"
#include "core/data/CsvTable.h"

#include <filesystem>
#include <sstream>
#include <unordered_map>

namespace hareloom {
namespace {

class TableSource final : public Source
{
public:
    TableSource(Matrix values, std::vector<std::string> variables, std::vector<std::string> states)
        : m_table(std::make_shared<Table>(std::move(values))),
          m_variables(std::move(variables)),
          m_states(std::move(states))
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
    std::int64_t stateCount() const override { return std::ssize(m_states); }
    std::string stateName(std::int64_t state) const override
    {
        return m_states[static_cast<std::size_t>(state)];
    }

private:
    DatasetPtr m_table;
    std::vector<std::string> m_variables, m_states;
};

using SourceResult = Result<std::shared_ptr<const Source>>;

SourceResult makeFrom(Matrix values, std::vector<std::string> variables, std::vector<std::string> states = {})
{
    return std::shared_ptr<const Source>(
        std::make_shared<TableSource>(std::move(values), std::move(variables), std::move(states)));
}

SourceResult numbersFrom(const CsvTable& table, const std::string& origin)
{
    Matrix values(std::ssize(table.lines), std::ssize(table.cells));
    for (std::size_t j = 0; j < table.cells.size(); ++j)
        for (std::size_t i = 0; i < table.lines.size(); ++i) {
            const auto value = parseNumber(table.cells[j][i]);
            if (!value)
                return noNumber(origin, table.lines[i], table.names[j], table.cells[j][i]);
            values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = *value;
        }
    return makeFrom(std::move(values), table.names);
}

SourceResult statesFrom(const CsvTable& table, const std::string& origin)
{
    if (table.cells.size() != 1)
        return invalidSetting("source.columns", "found " + std::to_string(table.cells.size()) +
                                                    " columns in " + origin +
                                                    ", allowed: one, whose values are the states (" +
                                                    joined(table.names) + ")");
    std::unordered_map<std::string, std::int64_t> numbers;
    std::vector<std::string> states;
    Matrix values(std::ssize(table.lines), 1);
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        const std::string& cell = table.cells[0][i];
        const auto [found, isNew] = numbers.try_emplace(cell, std::ssize(states));
        if (isNew)
            states.push_back(cell);
        values(static_cast<Eigen::Index>(i), 0) = static_cast<double>(found->second);
    }
    return makeFrom(std::move(values), table.names, std::move(states));
}

SourceResult fromText(std::istream& in, const std::string& origin, const SourceConfig& config, RowKind rows)
{
    auto table = readCsv(in, origin, {config.header, config.columns});
    if (!table)
        return table.error();
    return rows == RowKind::States ? statesFrom(*table, origin) : numbersFrom(*table, origin);
}

SourceResult fromFile(const SourceConfig& config, RowKind rows, const std::string& baseFolder)
{
    namespace fs = std::filesystem;
    if (config.path.empty())
        return invalidSetting("source.path", "found nothing, allowed: the path of a CSV file");
    const fs::path path =
        fs::path(config.path).is_absolute() ? fs::path(config.path) : fs::path(baseFolder) / config.path;
    auto in = openCsv(path.string());
    if (!in)
        return in.error();
    return fromText(*in, path.filename().string(), config, rows);
}

SourceResult fromPoints(const SourceConfig& config)
{
    const std::size_t d = config.points.empty() ? 0 : config.points.front().size();
    if (config.points.size() < 2 || d == 0)
        return invalidSetting("source.points",
                              "found " + std::to_string(config.points.size()) +
                                  " rows, allowed: two or more, each of one or more numbers");
    Matrix values(std::ssize(config.points), static_cast<Eigen::Index>(d));
    for (std::size_t i = 0; i < config.points.size(); ++i) {
        if (config.points[i].size() != d)
            return invalidInput("source.points[" + std::to_string(i) + "]: found " +
                                std::to_string(config.points[i].size()) +
                                " numbers, allowed: " + std::to_string(d) + ", as in the first row");
        for (std::size_t j = 0; j < d; ++j)
            values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = config.points[i][j];
    }
    std::vector<std::string> names;
    for (std::size_t j = 1; j <= d; ++j)
        names.push_back("x" + std::to_string(j));
    return makeFrom(std::move(values), std::move(names));
}

SourceResult embedded(const SourceConfig& config, RowKind rows)
{
    for (const auto& table : embeddedTables())
        if (table.id == config.kind) {
            std::istringstream in{std::string(table.text)};
            return fromText(in, std::string(table.id), config, rows);
        }
    return invalidSetting("source.kind", "found \"" + config.kind + "\", which is no table of this program");
}

} // namespace

Result<std::shared_ptr<const Source>> makeTableSource(const SourceConfig& config, RowKind rows,
                                                      const std::string& baseFolder)
{
    if (config.kind == "points")
        return fromPoints(config);
    return config.kind == "csv" ? fromFile(config, rows, baseFolder) : embedded(config, rows);
}

} // namespace hareloom
