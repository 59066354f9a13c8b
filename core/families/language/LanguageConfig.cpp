// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ReadJson.h"
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/families/language/LanguageArchitecture.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>

namespace hareloom {
namespace {

using nlohmann::json;

constexpr std::int64_t kMostSide = 1 << 20, kMostLayers = 1024;
constexpr std::int64_t kMostParameters = std::int64_t{1} << 34;

std::string shortDump(const json& value)
{
    std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace);
    return text.size() > 60 ? text.substr(0, 57) + "..." : text;
}

/// Reads fields and keeps the first complaint.
class Fields
{
public:
    Fields(const json& config, std::string where) : m_config(config), m_where(std::move(where)) {}

    std::int64_t count(const char* key, std::int64_t fallback, std::int64_t most, std::int64_t least = 1)
    {
        const json* value = find(key);
        if (!value)
            return fallback;
        if (value->is_number_integer()) {
            const bool isHuge = value->is_number_unsigned() && value->get<std::uint64_t>() > 1ULL << 40;
            const auto number = isHuge ? most + 1 : value->get<std::int64_t>();
            if (number >= least && number <= most)
                return number;
        }
        complain(key, *value,
                 "be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return fallback;
    }

    /// The same of a key that may have a list of numbers, of which the first counts.
    std::int64_t firstCount(const char* key, std::int64_t fallback, std::int64_t most, std::int64_t least)
    {
        const json* value = find(key);
        if (!value || !value->is_array() || value->empty())
            return count(key, fallback, most, least);
        const json first = {{key, value->front()}};
        Fields one(first, m_where);
        const auto number = one.count(key, fallback, most, least);
        if (!m_error)
            m_error = one.m_error;
        return number;
    }

    double number(const char* key, double fallback, double least, double most)
    {
        const json* value = find(key);
        if (!value)
            return fallback;
        if (value->is_number() && value->get<double>() >= least && value->get<double>() <= most)
            return value->get<double>();
        complain(key, *value, "be a number from " + json(least).dump() + " to " + json(most).dump());
        return fallback;
    }

    /// `fallback` where the file says nothing; the first choice, with a complaint, where there is none.
    template<class Choice, std::size_t N>
    Choice choice(const char* key, const std::array<Word<Choice>, N>& words, std::optional<Choice> fallback)
    {
        const json* value = find(key);
        if (!value && fallback)
            return *fallback;
        const auto found = value && value->is_string()
                               ? choiceOf(words, value->get_ref<const std::string&>())
                               : std::nullopt;
        if (!found)
            complain(key, value ? *value : json(nullptr), beOneOf(wordsOf(words)),
                     value ? ErrorKind::Unsupported : ErrorKind::InvalidFile);
        return found.value_or(words.front().value);
    }

    /// A switch whose other side would be other mathematics.
    void mustBe(const char* key, const json& allowed, const char* why)
    {
        const json* value = find(key);
        if (value && *value != allowed)
            complain(key, *value, "be " + allowed.dump() + " (" + why + ")", ErrorKind::Unsupported);
    }

    void complain(const std::string& key, const json& value, const std::string& must,
                  ErrorKind kind = ErrorKind::InvalidFile)
    {
        if (!m_error)
            m_error = Error{kind, m_where + ": " + hareloom::mustBe(key, shortDump(value), must)};
    }

    const std::optional<Error>& error() const { return m_error; }

private:
    /// Null where the file says nothing, or null.
    const json* find(const char* key) const
    {
        const auto at = m_config.find(key);
        return at == m_config.end() || at->is_null() ? nullptr : &*at;
    }

    const json& m_config;
    std::string m_where;
    std::optional<Error> m_error;
};

LanguageArchitecture optOf(Fields& f)
{
    LanguageArchitecture a;
    a.type = ModelType::Opt;
    a.vocabulary = f.count("vocab_size", 50272, kMostSide);
    a.positions = f.count("max_position_embeddings", 2048, kMostSide);
    a.hidden = f.count("hidden_size", 768, kMostSide);
    a.layers = f.count("num_hidden_layers", 12, kMostLayers);
    a.heads = f.count("num_attention_heads", 12, kMostSide);
    a.ffn = f.count("ffn_dim", 3072, kMostSide);
    a.activation = f.choice("activation_function", kActivations, {Activation::Relu});
    a.dropout = f.number("dropout", 0.1, 0, 0.99);
    a.attentionDropout = f.number("attention_dropout", 0, 0, 0.99);
    a.initialStd = f.number("init_std", 0.02, 0, 10);
    f.mustBe("do_layer_norm_before", true, "the post-norm of opt-350m is not built");
    f.mustBe("_remove_final_layer_norm", false, "models without a last LayerNorm are not built");
    f.mustBe("word_embed_proj_dim", a.hidden,
             "the hidden size; opt-350m's projected embeddings are not built");
    f.mustBe("enable_bias", true, "models without biases are not built");
    f.mustBe("layer_norm_elementwise_affine", true, "LayerNorm without weights is not built");
    return a;
}

LanguageArchitecture gpt2Of(Fields& f)
{
    LanguageArchitecture a;
    a.type = ModelType::Gpt2;
    a.vocabulary = f.count("vocab_size", 50257, kMostSide);
    a.positions = f.count("n_positions", 1024, kMostSide);
    a.hidden = f.count("n_embd", 768, kMostSide);
    a.layers = f.count("n_layer", 12, kMostLayers);
    a.heads = f.count("n_head", 12, kMostSide);
    a.ffn = f.count("n_inner", 4 * a.hidden, 4 * kMostSide);
    a.activation = f.choice("activation_function", kActivations, {Activation::GeluTanh});
    a.dropout = f.number("resid_pdrop", 0.1, 0, 0.99);
    a.attentionDropout = f.number("attn_pdrop", 0.1, 0, 0.99);
    a.embeddingDropout = f.number("embd_pdrop", 0.1, 0, 0.99);
    a.normEpsilon = f.number("layer_norm_epsilon", 1e-5, 1e-12, 1);
    a.initialStd = f.number("initializer_range", 0.02, 0, 10);
    f.mustBe("scale_attn_weights", true, "unscaled attention is not built");
    f.mustBe("scale_attn_by_inverse_layer_idx", false, "attention scaled by the layer is not built");
    f.mustBe("add_cross_attention", false, "only models that read a single text are built");
    return a;
}

} // namespace

Result<LanguageArchitecture> parseLanguageConfig(std::string_view text, const std::string& where)
{
    const Result<json> config = readJson(text);
    if (!config)
        return invalidFile(where + ": " + config.error().message + "; a model's config.json is needed here");
    if (!config->is_object())
        return invalidFile(where + ": this is no JSON object; a model's config.json is needed here");
    Fields fields(*config, where);
    const ModelType type = fields.choice("model_type", kModelTypes, std::optional<ModelType>());
    const bool isOpt = type == ModelType::Opt;
    LanguageArchitecture a = isOpt ? optOf(fields) : gpt2Of(fields);
    const int unknown = -1;
    a.bos = static_cast<int>(fields.count("bos_token_id", isOpt ? 2 : unknown, a.vocabulary - 1, 0));
    a.pad = static_cast<int>(fields.count("pad_token_id", isOpt ? 1 : unknown, a.vocabulary - 1, 0));
    a.eos = static_cast<int>(fields.firstCount("eos_token_id", isOpt ? 2 : unknown, a.vocabulary - 1, 0));
    fields.mustBe("tie_word_embeddings", true, "heads of their own are not built");
    if (!fields.error() && a.hidden % a.heads != 0)
        fields.complain(isOpt ? "num_attention_heads" : "n_head", a.heads,
                        "be a divisor of the hidden size, " + std::to_string(a.hidden));
    // In doubles, so that absurd sides do not overflow.
    const double d = static_cast<double>(a.hidden);
    const double parameters = d * (static_cast<double>(a.vocabulary + a.positions)) +
                              static_cast<double>(a.layers) * d * (4 * d + 2 * static_cast<double>(a.ffn));
    if (!fields.error() && parameters > static_cast<double>(kMostParameters))
        fields.complain("the number of parameters", parameters, "be at most 17 billion");
    if (fields.error())
        return *fields.error();
    return a;
}

std::string toLanguageConfig(const LanguageArchitecture& a)
{
    const auto token = [](int id) { return id < 0 ? json(nullptr) : json(id); };
    json config = {
        {"model_type", wordOf(kModelTypes, a.type)},         {"vocab_size", a.vocabulary},   {"activation_function", wordOf(kActivations, a.activation)},
        {"bos_token_id", token(a.bos)}, {"pad_token_id", token(a.pad)}, {"eos_token_id", token(a.eos)},
        {"tie_word_embeddings", true},  {"torch_dtype", "float32"}};
    if (a.type == ModelType::Opt)
        config.update({{"architectures", {"OPTForCausalLM"}},
                       {"max_position_embeddings", a.positions},
                       {"hidden_size", a.hidden},
                       {"word_embed_proj_dim", a.hidden},
                       {"num_hidden_layers", a.layers},
                       {"num_attention_heads", a.heads},
                       {"ffn_dim", a.ffn},
                       {"dropout", a.dropout},
                       {"attention_dropout", a.attentionDropout},
                       {"layerdrop", 0.0},
                       {"init_std", a.initialStd},
                       {"do_layer_norm_before", true},
                       {"_remove_final_layer_norm", false},
                       {"enable_bias", true},
                       {"layer_norm_elementwise_affine", true}});
    else
        config.update({{"architectures", {"GPT2LMHeadModel"}},
                       {"n_positions", a.positions},
                       {"n_embd", a.hidden},
                       {"n_layer", a.layers},
                       {"n_head", a.heads},
                       {"n_inner", a.ffn},
                       {"resid_pdrop", a.dropout},
                       {"attn_pdrop", a.attentionDropout},
                       {"embd_pdrop", a.embeddingDropout},
                       {"layer_norm_epsilon", a.normEpsilon},
                       {"initializer_range", a.initialStd}});
    return config.dump(2) + "\n";
}

} // namespace hareloom
