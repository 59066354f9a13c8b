// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TextSample.h"

#include "core/base/Text.h"
#include "core/data/TokenBlocks.h"

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

std::string rowText(std::int64_t row, const std::string& text, SampleFormat format)
{
    switch (format) {
    case SampleFormat::Csv:
        return std::to_string(row) + ',' + csvField(text) + '\n';
    case SampleFormat::Markdown:
        return std::to_string(row + 1) + ". > " + printable(oneLine(text)) + '\n';
    case SampleFormat::Text:
        break;
    }
    return (row > 0 ? "\n" : "") + text + '\n';
}

} // namespace

Result<void> writeTextSample(std::ostream& out, const Dataset& rows, const Tokenizer& tokenizer,
                             SampleFormat format, const StopToken& stop)
{
    const TokenBlocks blocks = tokenBlocksOf(rows);
    if (format == SampleFormat::Csv)
        out << "row,text\n";
    for (std::int64_t row = 0; row < blocks.count(); ++row) {
        if (stop.stopRequested())
            return stopped();
        out << rowText(row, tokenizer.decode(blocks[row]), format);
    }
    return out.flush() ? Result<void>{} : systemError("the text could not be written. Is the disk full?");
}

} // namespace hareloom
