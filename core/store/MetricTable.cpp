// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MetricTable.h"

#include "core/metrics/Catalogue.h"

namespace hareloom {

void MetricTable::clear()
{
    truncate(0);
}

bool MetricTable::add(std::int64_t id, std::string_view name)
{
    constexpr std::size_t kMost = 1'000'000;
    if (id != static_cast<std::int64_t>(m_names.size()) + 1 || m_names.size() >= kMost ||
        !isKnownMetric(name))
        return false;
    const std::size_t before = m_names.size();
    return idOf(MetricName(name)) == before + 1;
}

std::uint32_t MetricTable::idOf(const MetricName& name)
{
    const auto next = static_cast<std::uint32_t>(m_names.size() + 1);
    const auto [place, isNew] = m_ids.try_emplace(&*name, next);
    if (isNew)
        m_names.push_back(name);
    return place->second;
}

std::optional<MetricName> MetricTable::nameOf(std::uint64_t id) const
{
    return id >= 1 && id <= m_names.size() ? std::optional(m_names[id - 1]) : std::nullopt;
}

void MetricTable::truncate(std::size_t count)
{
    while (m_names.size() > count) {
        m_ids.erase(&*m_names.back());
        m_names.pop_back();
    }
}

bool isKnownMetric(std::string_view name)
{
    constexpr std::size_t kMostDigits = 9;
    const std::size_t bracket = name.find('[');
    if (!findMetric(name.substr(0, bracket)))
        return false;
    if (bracket == std::string_view::npos)
        return true;
    const std::string_view part = name.substr(bracket + 1);
    const std::size_t digits = part.find_first_not_of("0123456789");
    return digits != 0 && digits <= kMostDigits && part.substr(digits) == "]";
}

} // namespace hareloom
