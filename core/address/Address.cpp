// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/Address.h"

#include "core/base/Text.h"
#include "core/base/Utf8.h"
#include "core/recipe/Overrides.h"

#include <algorithm>
#include <charconv>

namespace hareloom {

namespace {

constexpr std::string_view kScheme = "hareloom:";
constexpr std::size_t kMostSettings = 64, kMostBranches = 8;
constexpr std::int64_t kMostCount = 1'000'000'000;

Error wrong(const std::string& why)
{
    return invalidInput("The address " + why);
}

int hexDigit(char c)
{
    const char low = lowerAscii(c);
    return low >= '0' && low <= '9' ? low - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// What is between two parting characters, in plain text. Errors: InvalidInput.
Result<std::string> decoded(std::string_view part)
{
    std::string text;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] != '%') {
            text += part[i];
            continue;
        }
        const int high = i + 2 < part.size() ? hexDigit(part[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(part[i + 2]) : -1;
        if (low < 0)
            return wrong("has a % without two hexadecimal digits in " + inQuotes(part) +
                         "; write %25 for a % itself.");
        text += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (invalidUtf8At(text))
        return wrong("holds bytes that are no UTF-8 in " + inQuotes(part) + ".");
    if (printable(text) != text)
        return wrong("holds a control character in " + inQuotes(text) + "; leave it out.");
    return text;
}

Result<std::int64_t> readCount(const std::string& part, std::string_view text, std::int64_t least)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least || number > kMostCount)
        return wrong("has " + part + "=" + inQuotes(text) + "; give a whole number from " +
                     std::to_string(least) + " on.");
    return number;
}

/// Takes the parts one by one, in their order.
class Reader
{
public:
    Result<void> take(const std::string& name, const std::string& value)
    {
        if (name == "set")
            return takeSetting(value);
        if (name == "branch")
            return takeBranch(value);
        if (name == "view")
            return takeView(value);
        if (name == "preset")
            return takeOnce(name, value, m_address.preset);
        if (name == "variant")
            return takeOnce(name, value, m_address.variant);
        if (name == "chain")
            return takeCount(name, value, 1, m_address.chain);
        if (name == "generation")
            return takeCount(name, value, 0, m_address.generation);
        return wrong("has the unknown part " + inQuotes(name) +
                     "; its parts are preset, set, branch, variant, chain, generation and view.");
    }

    const Address& address() const { return m_address; }

private:
    static Error repeated(const std::string& name)
    {
        return wrong("has more than one " + name + "; leave one.");
    }

    static Result<void> takeOnce(const std::string& name, const std::string& value, std::string& target)
    {
        if (!target.empty())
            return repeated(name);
        if (value.empty())
            return wrong("says nothing after " + name + "=; give a value or leave the part out.");
        target = value;
        return {};
    }

    static Result<void> takeCount(const std::string& name, const std::string& value, std::int64_t least,
                                  std::optional<std::int64_t>& target)
    {
        if (target)
            return repeated(name);
        const auto number = readCount(name, value, least);
        if (!number)
            return number.error();
        target = *number;
        return {};
    }

    /// What follows a branch belongs to it.
    Result<void> takeSetting(const std::string& value)
    {
        const std::size_t equals = value.find('=');
        if (equals == std::string::npos || equals == 0)
            return wrong("has set=" + inQuotes(value) +
                         "; write a setting's path, = and its value, as set=policy.realShare=0.1.");
        if (++m_settings > kMostSettings)
            return wrong("changes more than " + std::to_string(kMostSettings) +
                         " settings; use an experiment's file for that.");
        SettingList& list = m_address.branches.empty() ? m_address.set : m_address.branches.back().set;
        list.emplace_back(value.substr(0, equals), value.substr(equals + 1));
        return {};
    }

    /// "20", or "20,2": from generation 20 on, a branch of the second variant.
    Result<void> takeBranch(const std::string& value)
    {
        if (m_address.branches.size() == kMostBranches)
            return wrong("has more than " + std::to_string(kMostBranches) +
                         " branches; use an experiment's file for that.");
        const std::size_t comma = value.find(',');
        const auto at = readCount("branch", std::string_view(value).substr(0, comma), 1);
        const auto from = comma == std::string::npos
                              ? Result<std::int64_t>(1)
                              : readCount("branch", std::string_view(value).substr(comma + 1), 1);
        if (!at || !from)
            return at ? from.error() : at.error();
        m_address.branches.push_back({*at, static_cast<std::size_t>(*from - 1), {}});
        return {};
    }

    Result<void> takeView(const std::string& value)
    {
        if (std::find(kViews.begin(), kViews.end(), value) == kViews.end())
            return wrong("has the unknown view " + inQuotes(value) + "; the nearest are " +
                         joined(nearestWords(value, {kViews.begin(), kViews.end()})) + ".");
        if (std::find(m_address.views.begin(), m_address.views.end(), value) == m_address.views.end())
            m_address.views.push_back(value);
        return {};
    }

    Address m_address;
    std::size_t m_settings = 0;
};

/// Browsers and desktops put slashes behind the colon.
std::string_view withoutSlashes(std::string_view text)
{
    for (int i = 0; i < 3 && text.starts_with('/'); ++i)
        text.remove_prefix(1);
    return text;
}

Result<void> readPart(Reader& reader, std::string_view part)
{
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos)
        return wrong("has the part " + inQuotes(part) + " without a value; write name=value.");
    const auto name = decoded(part.substr(0, equals)), value = decoded(part.substr(equals + 1));
    if (!name || !value)
        return name ? value.error() : name.error();
    return reader.take(*name, *value);
}

bool isPlain(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~=,").find(static_cast<char>(c)) != std::string_view::npos;
}

std::string encoded(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain(byte))
            out += c;
        else
            ((out += '%') += kDigits[byte >> 4]) += kDigits[byte & 15];
    }
    return out;
}

void addSettings(std::string& text, const SettingList& settings)
{
    for (const auto& [path, value] : settings)
        text += "&set=" + encoded(path) + '=' + encoded(value);
}

} // namespace

bool isAddress(std::string_view text)
{
    return lowerAscii(text.substr(0, kScheme.size())) == kScheme;
}

Result<Address> parseAddress(std::string_view text)
{
    text = trimmed(text);
    if (!isAddress(text))
        return invalidInput(inQuotes(text) + " is no address; one begins with hareloom:?preset=.");
    if (text.size() > kLongestAddress)
        return wrong("has " + std::to_string(text.size()) + " characters; at most " +
                     std::to_string(kLongestAddress) + " are read.");
    std::string_view rest = withoutSlashes(text.substr(kScheme.size()));
    if (!rest.starts_with('?'))
        return wrong("goes on with " + inQuotes(rest, 30) +
                     " after hareloom:; write ?preset= and a preset's name there.");
    rest.remove_prefix(1);
    if (rest.find('#') != std::string_view::npos)
        return wrong("has a #, which ends an address; write %23 for a # itself.");
    Reader reader;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        if (Result<void> read = readPart(reader, rest.substr(0, end)); !read)
            return read.error();
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (reader.address().preset.empty())
        return wrong("names no preset; begin it with hareloom:?preset= and a preset's name.");
    for (const AddressBranch& branch : reader.address().branches)
        if (branch.set.empty())
            return wrong("has branch=" + std::to_string(branch.at) +
                         " and no set= after it; say what the branch changes.");
    return reader.address();
}

std::string addressText(const Address& address)
{
    std::string text = std::string(kScheme) + "?preset=" + encoded(address.preset);
    addSettings(text, address.set);
    for (const AddressBranch& branch : address.branches) {
        text += "&branch=" + std::to_string(branch.at);
        if (branch.from > 0)
            text += ',' + std::to_string(branch.from + 1);
        addSettings(text, branch.set);
    }
    if (!address.variant.empty())
        text += "&variant=" + encoded(address.variant);
    if (address.chain)
        text += "&chain=" + std::to_string(*address.chain);
    if (address.generation)
        text += "&generation=" + std::to_string(*address.generation);
    for (const std::string& view : address.views)
        text += "&view=" + encoded(view);
    return text;
}

} // namespace hareloom
