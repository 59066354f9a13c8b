// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/base/Word.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// Where the weights of a layer lie and what their tensors are called; config.json's model_type.
enum class ModelType { Opt, Gpt2 };
inline constexpr std::array<Word<ModelType>, 2> kModelTypes = {{{ModelType::Opt, "opt"}, {ModelType::Gpt2, "gpt2"}}};

/// The nonlinearity within the MLP; config.json's activation_function. Gelu is exact, GeluTanh its approximation
/// by tanh: Hendrycks and Gimpel 2016, arXiv 1606.08415.
enum class Activation { Relu, Gelu, GeluTanh };
inline constexpr std::array<Word<Activation>, 3> kActivations = {
    {{Activation::Relu, "relu"}, {Activation::Gelu, "gelu"}, {Activation::GeluTanh, "gelu_new"}}};

/// A causal language model as numbers: decoder blocks with LayerNorm in front (pre-norm), a last LayerNorm,
/// and logits from the token embedding (tied). opt: Zhang et al. 2022, arXiv 2205.01068; gpt2: Radford et al.
/// 2019. Fields are those of Hugging Face's config.json under plainer names.
struct LanguageArchitecture
{
    ModelType type = ModelType::Opt;
    std::int64_t vocabulary = 50272;
    std::int64_t positions = 2048; // longest sequence, in tokens
    std::int64_t hidden = 768;
    std::int64_t layers = 12;
    std::int64_t heads = 12; // divides hidden
    std::int64_t ffn = 3072;
    Activation activation = Activation::Relu;
    int bos = 2, pad = 1, eos = 2; // token ids; -1: none
    double dropout = 0.1;          // behind attention and behind the MLP, while training
    double attentionDropout = 0;   // of attention's weights
    double embeddingDropout = 0;   // Gpt2 only
    double normEpsilon = 1e-5;
    double initialStd = 0.02;

    bool operator==(const LanguageArchitecture&) const = default;
    std::int64_t headSize() const { return hidden / heads; }
    /// Rows of the table of positions: OPT's begins with two that padding uses.
    std::int64_t positionRows() const { return positions + positionOffset(); }
    std::int64_t positionOffset() const { return type == ModelType::Opt ? 2 : 0; }
};

/// Reads a config.json. `where` names it in messages. Errors: InvalidFile (not such a file, sides that make
/// no sense); Unsupported for fields that would change the mathematics in ways that are not built (OPT-350m's
/// post-norm and projected embeddings, untied heads, ...), with the field, what was found and what is
/// allowed.
Result<LanguageArchitecture> parseLanguageConfig(std::string_view json, const std::string& where);
/// A config.json that transformers and parseLanguageConfig() read.
std::string toLanguageConfig(const LanguageArchitecture& architecture);

/// One array as Hugging Face names and shapes it, and where it lies in the flat weights.
struct LanguageTensor
{
    std::string name;                // "model.decoder.layers.0.fc1.weight"
    std::vector<std::int64_t> shape; // as in the file
    std::int64_t offset = 0;         // of its first number in the flat weights
    bool isTransposed = false;       // in the flat weights (GPT-2 keeps (in, out), we keep (out, in))
    bool decays = false;             // weight decay: matrices, neither biases nor LayerNorm
    std::int64_t size() const;
};

/// All arrays in the order of the flat weights, without gaps: tokens, positions, each layer, last LayerNorm.
/// Query, key and value lie side by side, weights first, so that one product makes all three.
std::vector<LanguageTensor> tensorsOf(const LanguageArchitecture& architecture);
std::int64_t parameterCount(const LanguageArchitecture& architecture);

/// Flat weights, immutable and shared.
using LanguageWeights = std::shared_ptr<const std::vector<float>>;

/// Fresh weights as transformers draws them: N(0, initialStd), biases 0, LayerNorm 1 and 0; GPT-2's residual
/// projections narrower by sqrt(2 layers). Same seed, same weights.
LanguageWeights initialWeights(const LanguageArchitecture& architecture, Seed seed);

} // namespace hareloom
