// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/MetricName.h"

#include <mutex>
#include <set>

namespace hareloom {
namespace {

const std::string* interned(std::string_view name)
{
    static std::mutex mutex;
    static std::set<std::string, std::less<>> names;
    const std::lock_guard lock(mutex);
    auto found = names.find(name);
    if (found == names.end())
        found = names.emplace(name).first;
    return &*found;
}

} // namespace

MetricName::MetricName(std::string_view name) : m_text(interned(name)) {}

} // namespace hareloom
