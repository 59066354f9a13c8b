// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"
#include "core/store/Export.h"
#include "core/text/Vocabulary.h"

namespace hareloom {

/// Rows of tokens (n, length) as the text that they are: CSV `row,text`; plain text, an empty line between
/// two rows; Markdown, a numbered list of quotations. Labels are columns of CSV, and stand in brackets before the text of
/// the others. Errors: System, Stopped.
Result<void> writeTextSample(std::ostream& out, const Dataset& rows, const Vocabulary& tokenizer,
                             SampleFormat format, const StopToken& stop = {}, const RowLabels& labels = {});

} // namespace hareloom
