// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TextSample.h"

#include "core/base/Text.h"
#include "core/data/TokenBlocks.h"
#include "core/store/LabelReader.h"

namespace hareloom {
namespace {

/// One paragraph: a line break would end a table's row or a quotation.
std::string oneLine(std::string text)
{
    for (char& c : text)
        if (c == '\n' || c == '\r')
            c = ' ';
    return text;
}

/// "synthetic,3,no," or "[synthetic, 3, no] "; nothing without labels.
std::string labelText(const std::vector<std::string>& label, SampleFormat format)
{
    if (label.empty())
        return {};
    if (format != SampleFormat::Csv)
        return '[' + joined(label) + "] ";
    std::string text;
    for (const std::string& cell : label)
        text += csvField(cell) + ',';
    return text;
}

std::string rowText(std::int64_t row, const std::string& label, const std::string& text, SampleFormat format)
{
    switch (format) {
    case SampleFormat::Csv:
        return std::to_string(row) + ',' + label + csvField(text) + '\n';
    case SampleFormat::Markdown:
        return std::to_string(row + 1) + ". > " + label + printable(oneLine(text)) + '\n';
    case SampleFormat::Text:
        break;
    }
    return (row > 0 ? "\n" : "") + label + text + '\n';
}

} // namespace

Result<void> writeTextSample(std::ostream& out, const Dataset& rows, const Vocabulary& tokenizer,
                             SampleFormat format, const StopToken& stop, const RowLabels& labels)
{
    const TokenBlocks blocks = tokenBlocksOf(rows);
    if (format == SampleFormat::Csv)
        out << "row," << labelText(labels.names, format) << "text\n";
    LabelReader labelled(labels);
    for (std::int64_t row = 0; row < blocks.count(); ++row) {
        if (stop.stopRequested())
            return stopped();
        out << rowText(row, labelText(labelled.next(), format), tokenizer.decode(blocks[row]), format);
    }
    return out.flush() ? Result<void>{} : systemError("the text could not be written. Is the disk full?");
}

} // namespace hareloom
