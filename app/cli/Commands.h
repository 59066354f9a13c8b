// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Console.h"
#include "app/cli/corpus/CorpusCommand.h"
#include "app/cli/lesson/LessonCommand.h"
#include "app/cli/lm/LmCommands.h"
#include "app/cli/pretrain/PretrainCommand.h"
#include "app/cli/sweep/SweepCommand.h"

namespace hareloom::cli {

/// Each does what its command says and returns the exit status.
int execute(const RunArguments& arguments, Console& console);
int execute(const MetricsArguments& arguments, Console& console);
int execute(const SamplesArguments& arguments, Console& console);
int execute(const TextsArguments& arguments, Console& console);
int execute(const PresetsArguments& arguments, Console& console);
int execute(const ShowArguments& arguments, Console& console);
int execute(const EstimateArguments& arguments, Console& console);
int execute(const InfoArguments& arguments, Console& console);
int execute(const TellArguments& arguments, Console& console);
int execute(const VerifyArguments& arguments, Console& console);
int execute(const CiteArguments& arguments, Console& console);
int execute(const AddressArguments& arguments, Console& console);
int execute(const SnippetArguments& arguments, Console& console);
int execute(const CatalogueArguments& arguments, Console& console);

} // namespace hareloom::cli
