// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/families/language/LanguageModel.h"

#include <memory>
#include <string>
#include <vector>

namespace hareloom::cli {

/// A model from its folder, on the processor. Errors: those of reading it and of the neural library.
Result<std::unique_ptr<LanguageModel>> openModel(const std::string& folder, const std::string& device);

/// `threads` 0: all cores.
LanguageWork workWith(int threads, const StopToken& stop);

/// Rows of whole numbers from a JSON file: an array of arrays, or one array. `what` says of what in messages.
/// Errors: InvalidFile, naming the file.
Result<std::vector<std::vector<TokenId>>> readRows(const std::string& path, const char* what);

} // namespace hareloom::cli
