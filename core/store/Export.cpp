// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Export.h"

#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/store/LabelReader.h"
#include "core/store/MetricsStream.h"
#include "core/store/TextSample.h"
#include "core/text/TextSet.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace hareloom {

namespace {

constexpr std::size_t kTextWidth = 24; // sign, 17 digits, point, exponent

Error streamFailed()
{
    return systemError("The output could not be written to its end; is the disk full?");
}

/// One line, in which nothing divides cells and a terminal has nothing to obey.
std::string markdownField(const std::string& text)
{
    std::string escaped;
    for (const char c : printable(text, "\n")) {
        if (c == '|')
            escaped += '\\';
        escaped += c == '\n' ? ' ' : c;
    }
    return escaped;
}

/// One row of cells in one of the formats.
class RowWriter
{
public:
    RowWriter(SampleFormat format, std::string& text) : m_format(format), m_text(text) {}

    void row(std::span<const std::string> cells)
    {
        if (m_format == SampleFormat::Markdown)
            m_text += '|';
        for (std::size_t j = 0; j < cells.size(); ++j)
            cell(cells[j], j == 0);
        m_text += '\n';
    }

    void header(std::span<const std::string> names)
    {
        row(names);
        if (m_format != SampleFormat::Markdown)
            return;
        m_text += '|';
        for (std::size_t j = 0; j < names.size(); ++j)
            m_text += " ---: |";
        m_text += '\n';
    }

private:
    void cell(const std::string& content, bool first)
    {
        switch (m_format) {
        case SampleFormat::Csv:
            (m_text += first ? "" : ",") += csvField(content);
            break;
        case SampleFormat::Text: {
            const std::string shown = printable(content); // a line break would end the row
            m_text += first ? "" : "  ";
            m_text.append(shown.size() < kTextWidth ? kTextWidth - shown.size() : 0, ' ') += shown;
            break;
        }
        case SampleFormat::Markdown:
            ((m_text += ' ') += markdownField(content)) += " |";
            break;
        }
    }

    SampleFormat m_format;
    std::string& m_text;
};

std::string cellText(double value, const Source& source)
{
    return source.stateCount() > 0 ? source.stateName(static_cast<std::int64_t>(value)) : exactNumber(value);
}

} // namespace

std::vector<std::string> metricNames(std::span<const GenerationPtr> generations)
{
    std::vector<std::string> names;
    std::unordered_set<std::string> known;
    for (const GenerationPtr& generation : generations)
        for (const MetricValue& metric : generation->metrics)
            if (known.insert(*metric.name).second)
                names.push_back(*metric.name);
    return names;
}

bool isMetric(std::string_view name, std::string_view wanted)
{
    return name == wanted || (name.starts_with(wanted) && name.substr(wanted.size()).starts_with('['));
}

ChainNames chainNames(const Experiment& experiment)
{
    ChainNames names;
    names.replicates = std::max<std::int64_t>(1, experiment.chains);
    if (experiment.variants.size() > 1)
        for (const Variant& variant : experiment.variants)
            names.variants.push_back(variant.title);
    return names;
}

namespace {

Result<void> writeAll(std::ostream& out, MetricsFormat format, std::span<const GenerationPtr> generations,
                      std::span<const std::string> wanted, const ChainNames& names)
{
    MetricsStream stream(out, format, wanted, names);
    Result<void> done = stream.begin();
    for (auto generation = generations.begin(); done && generation != generations.end(); ++generation)
        done = stream.add(**generation);
    return done ? stream.end() : done;
}

} // namespace

Result<void> writeMetricsCsv(std::ostream& out, std::span<const GenerationPtr> generations,
                             std::span<const std::string> wanted, const ChainNames& names)
{
    return writeAll(out, MetricsFormat::Csv, generations, wanted, names);
}

Result<void> writeMetricsJson(std::ostream& out, std::span<const GenerationPtr> generations,
                              std::span<const std::string> wanted, const ChainNames& names)
{
    return writeAll(out, MetricsFormat::Json, generations, wanted, names);
}

Result<void> writeSample(std::ostream& out, const Dataset& rows, const Source& source, SampleFormat format,
                         const StopToken& stop, const RowLabels& labels)
{
    if (const auto words = source.text())
        return writeTextSample(out, rows, *words->tokenizer, format, stop, labels);
    std::string text;
    RowWriter writer(format, text);
    std::vector<std::string> names = labels.names;
    for (const std::string& variable : source.variableNames())
        names.push_back(variable);
    writer.header(names);
    LabelReader labelled(labels);
    const std::size_t first = labels.names.size();
    std::vector<std::string> cells(first + static_cast<std::size_t>(rows.dimension()));
    for (std::int64_t row = 0; row < rows.rows(); row += kBlockRows) {
        if (stop.stopRequested())
            return stopped();
        Matrix block(std::min(kBlockRows, rows.rows() - row), rows.dimension());
        rows.read(row, block);
        for (Eigen::Index i = 0; i < block.rows(); ++i) {
            const auto& label = labelled.next();
            std::copy(label.begin(), label.end(), cells.begin());
            for (Eigen::Index j = 0; j < block.cols(); ++j)
                cells[first + static_cast<std::size_t>(j)] = cellText(block(i, j), source);
            writer.row(cells);
        }
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        text.clear();
        if (!out)
            return streamFailed();
    }
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    return out.flush() ? Result<void>{} : streamFailed();
}

} // namespace hareloom
