// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageArchitecture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace hareloom {
namespace {

/// Lays arrays one behind the other.
class Layout
{
public:
    explicit Layout(const LanguageArchitecture& a)
        : m_a(a), m_isOpt(a.type == ModelType::Opt), m_root(m_isOpt ? "model.decoder." : "transformer.")
    {
    }

    std::vector<LanguageTensor> all()
    {
        const auto& a = m_a;
        matrix(m_isOpt ? "embed_tokens" : "wte", a.vocabulary, a.hidden, true);
        matrix(m_isOpt ? "embed_positions" : "wpe", a.positionRows(), a.hidden, true);
        for (std::int64_t layer = 0; layer < a.layers; ++layer) {
            m_prefix = (m_isOpt ? "layers." : "h.") + std::to_string(layer) + ".";
            m_isOpt ? optLayer() : gpt2Layer();
        }
        m_prefix.clear();
        norm(m_isOpt ? "final_layer_norm" : "ln_f");
        return std::move(m_all);
    }

private:
    void optLayer()
    {
        const std::int64_t d = m_a.hidden;
        norm("self_attn_layer_norm");
        for (const char* name : {"self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"})
            matrix(name, d, d);
        for (const char* name : {"self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"})
            add(std::string(name) + ".bias", {d});
        linear("self_attn.out_proj", d, d);
        norm("final_layer_norm");
        linear("fc1", m_a.ffn, d);
        linear("fc2", d, m_a.ffn);
    }

    void gpt2Layer()
    {
        const std::int64_t d = m_a.hidden;
        norm("ln_1");
        linear("attn.c_attn", 3 * d, d);
        linear("attn.c_proj", d, d);
        norm("ln_2");
        linear("mlp.c_fc", m_a.ffn, d);
        linear("mlp.c_proj", d, m_a.ffn);
    }

    void norm(const std::string& name)
    {
        add(name + ".weight", {m_a.hidden});
        add(name + ".bias", {m_a.hidden});
    }
    void linear(const std::string& name, std::int64_t outputs, std::int64_t inputs)
    {
        matrix(name, outputs, inputs);
        add(name + ".bias", {outputs});
    }
    void matrix(const std::string& name, std::int64_t outputs, std::int64_t inputs, bool isTable = false)
    {
        const bool isTransposed = !m_isOpt && !isTable;
        add(name + ".weight", isTransposed ? std::vector{inputs, outputs} : std::vector{outputs, inputs});
        m_all.back().isTransposed = isTransposed;
        m_all.back().decays = true;
    }
    void add(const std::string& name, std::vector<std::int64_t> shape)
    {
        m_all.push_back({m_root + m_prefix + name, std::move(shape), m_next, false, false});
        m_next += m_all.back().size();
    }

    const LanguageArchitecture& m_a;
    bool m_isOpt;
    std::string m_root, m_prefix;
    std::vector<LanguageTensor> m_all;
    std::int64_t m_next = 0;
};

} // namespace

std::int64_t LanguageTensor::size() const
{
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

std::vector<LanguageTensor> tensorsOf(const LanguageArchitecture& architecture)
{
    return Layout(architecture).all();
}

std::int64_t parameterCount(const LanguageArchitecture& architecture)
{
    const LanguageTensor last = tensorsOf(architecture).back();
    return last.offset + last.size();
}

LanguageWeights initialWeights(const LanguageArchitecture& architecture, Seed seed)
{
    const auto tensors = tensorsOf(architecture);
    std::vector<float> weights(static_cast<std::size_t>(parameterCount(architecture)));
    for (std::size_t t = 0; t < tensors.size(); ++t) {
        const LanguageTensor& tensor = tensors[t];
        const bool isNorm = tensor.name.find("norm.weight") != std::string::npos ||
                            tensor.name.find(".ln_") != std::string::npos;
        float* to = weights.data() + tensor.offset;
        if (!tensor.decays) {
            if (isNorm && tensor.name.ends_with(".weight"))
                std::fill_n(to, tensor.size(), 1.0F);
            continue;
        }
        double spread = architecture.initialStd;
        if (tensor.name.ends_with("c_proj.weight"))
            spread /= std::sqrt(2.0 * static_cast<double>(architecture.layers));
        constexpr std::int64_t kChunk = 4096;
        std::array<double, kChunk> drawn;
        for (std::int64_t first = 0; first < tensor.size(); first += kChunk) {
            const std::int64_t count = std::min(kChunk, tensor.size() - first);
            fillNormals(childSeed(seed, t), static_cast<std::uint64_t>(first),
                        std::span(drawn).first(static_cast<std::size_t>(count)));
            std::transform(drawn.begin(), drawn.begin() + count, to + first,
                           [spread](double x) { return static_cast<float>(spread * x); });
        }
    }
    return std::make_shared<const std::vector<float>>(std::move(weights));
}

} // namespace hareloom
