// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace hareloom {

/// A metric's name, kept once for the whole program and never freed: a chain makes millions of values, and
/// copies of this cost nothing. Two are equal when their texts are. Any thread.
class MetricName
{
public:
    explicit MetricName(std::string_view name);

    const std::string& operator*() const { return *m_text; }
    const std::string* operator->() const { return m_text; }
    bool operator==(const MetricName&) const = default;

private:
    const std::string* m_text;
};

} // namespace hareloom
