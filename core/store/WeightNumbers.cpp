// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WeightNumbers.h"

#include "core/base/ReadJson.h"
#include "core/base/WriteJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom {

using nlohmann::json;

namespace {

bool grows(const WeightNumbers::Shape& from, const WeightNumbers::Shape& to)
{
    return to.variants >= from.variants && to.chains >= from.chains &&
           (to.variants == from.variants) != (to.chains == from.chains);
}

bool isShape(const json& value)
{
    return value.is_array() && value.size() == 2 && value[0].is_number_integer() &&
           value[1].is_number_integer();
}

} // namespace

void WeightNumbers::grow(const Shape& before, const Shape& now)
{
    const bool areRenumbered = now.chains > before.chains && before.variants > 1;
    if (!grows(before, now) || (isPlain() && !areRenumbered))
        return;
    if (isPlain())
        m_shapes.push_back(before);
    m_shapes.push_back(now);
}

std::int64_t WeightNumbers::of(std::int64_t variant, std::int64_t replicate, std::int64_t chains) const
{
    const auto shape = std::find_if(m_shapes.begin(), m_shapes.end(), [&](const Shape& each) {
        return variant < each.variants && replicate < each.chains;
    });
    if (shape == m_shapes.begin() || shape == m_shapes.end())
        return variant * (isPlain() ? chains : m_shapes.front().chains) + replicate;
    const Shape& before = *std::prev(shape);
    const std::int64_t all = before.variants * before.chains;
    if (shape->chains > before.chains)
        return all + variant * (shape->chains - before.chains) + replicate - before.chains;
    return all + (variant - before.variants) * shape->chains + replicate;
}

std::string WeightNumbers::text() const
{
    if (isPlain())
        return {};
    json all = json::array();
    for (const Shape& shape : m_shapes)
        all.push_back({shape.variants, shape.chains});
    return jsonText(std::move(all));
}

Result<WeightNumbers> WeightNumbers::fromText(const std::string& text, const Shape& now)
{
    WeightNumbers numbers;
    if (text.empty())
        return numbers;
    const Result<json> all = readJson(text);
    const Error unlike =
        invalidFile("what it says of the numbers of its weights does not go with its experiment");
    if (!all || !all->is_array() || all->size() < 2)
        return unlike;
    for (const json& each : *all) {
        if (!isShape(each))
            return unlike;
        const Shape shape{each[0].get<std::int64_t>(), each[1].get<std::int64_t>()};
        const bool goesOn = numbers.isPlain() ? shape.variants >= 1 && shape.chains >= 1
                                              : grows(numbers.m_shapes.back(), shape);
        if (!goesOn || shape.variants > now.variants || shape.chains > now.chains)
            return unlike;
        numbers.m_shapes.push_back(shape);
    }
    return numbers.m_shapes.back() == now ? Result<WeightNumbers>(numbers) : unlike;
}

} // namespace hareloom
