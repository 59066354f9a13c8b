// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageArchitecture.h"
#include "core/tensors/TensorView.h"

#include <span>
#include <string>
#include <vector>

namespace hareloom {

/// A model as Hugging Face's folders hold it.
struct LanguageCheckpoint
{
    LanguageArchitecture architecture;
    LanguageWeights weights;
};

/// What config.json says, without the weights. Errors: InvalidFile, Unsupported.
Result<LanguageArchitecture> readLanguageArchitecture(const std::string& folder);

/// Looks whether readLanguageCheckpoint() would find all that it reads, but for the numbers themselves: what
/// config.json says, and weights with its arrays in their shapes. Errors: as that.
Result<LanguageArchitecture> checkLanguageCheckpoint(const std::string& folder);

/// Reads config.json, then model.safetensors or else pytorch_model.bin, of 16- or 32-bit floats; keys with
/// or without their prefix ("model.", "transformer."). No code from the files runs. Errors: InvalidFile,
/// Unsupported, System; the sentence begins with the file's path.
Result<LanguageCheckpoint> readLanguageCheckpoint(const std::string& folder);

/// Writes config.json and model.safetensors, which transformers' from_pretrained() opens, and copies the
/// tokenizer's files from `tokenizerFolder` (none when empty). The folder is made if need be; each file is
/// replaced as a whole, and all of it is on the disk when this returns. `numbers`: F32, or F16 for half the size, each rounded to the nearest. Errors:
/// System.
Result<void> writeLanguageCheckpoint(const std::string& folder, const LanguageCheckpoint& checkpoint,
                                     const std::string& tokenizerFolder = "",
                                     NumberType numbers = NumberType::F32);

/// The bytes of model.safetensors: for a session that names files its own way.
std::vector<std::uint8_t> toSafetensors(const LanguageCheckpoint& checkpoint,
                                        NumberType numbers = NumberType::F32);

/// The weights of a model from such bytes (embedded, or in a session's file). Errors: InvalidFile; the
/// message begins with "found".
Result<LanguageWeights> readLanguageWeights(const LanguageArchitecture& architecture,
                                            std::span<const std::uint8_t> safetensors);

} // namespace hareloom
