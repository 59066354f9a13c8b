// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ModelConfig.h"
#include "core/family/Generator.h"

#include <memory>
#include <span>
#include <string_view>

namespace hareloom {

struct TextSet; // core/text/TextSet.h

/// What a generator is told of the data before it sees any.
struct DataShape
{
    int dimension = 1;
    std::int64_t states = 0;   // of a discrete source, else 0
    int width = 0, height = 0; // of a source of images, else 0; width * height is the dimension
    std::shared_ptr<const TextSet> text = nullptr; // of a source of text, else null
};

/// A family: its name in files, how people call it, and how to make one. A new family is one line here.
struct Family
{
    std::string_view name;    // "gaussian"
    std::string_view title;   // "Gaussian"
    std::string_view summary; // one sentence
    bool discrete = false;    // rows are states
    std::unique_ptr<Generator> (*make)(const ModelConfig&, const DataShape&) = nullptr;
    bool isNetwork = false;         // trained by the neural library, on its devices
    std::string_view rows = "rows"; // what people call them
    /// Whether its models can be trained in this build; null: always. Errors: Unsupported, a sentence.
    Result<void> (*ready)() = nullptr;
};

std::span<const Family> families();
/// Null when unknown.
const Family* findFamily(std::string_view name);

} // namespace hareloom
